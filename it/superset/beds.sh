#!/usr/bin/env bash
# All the Supersets that dsreview is tested against, each in a folder of its own. See README.md.
#
#   beds.sh up FOLDER [VERSION...]     bring up and seed each in FOLDER/VERSION, two at a time; a line each with the time it took
#   beds.sh down FOLDER [VERSION...]   end them
#
# No version: all that there are pins for. A bed that was seeded before is only started. Exit status 1 when one of them fails.
set -uo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
AT_ONCE=2

usage() { sed -n '4,5s/^# *//p' "${BASH_SOURCE[0]}" >&2; exit 2; }

all_versions() { (cd "$here" && ls constraints-*.txt) | sed 's/constraints-//; s/\.txt//' | sort -V; }

# bring_up VERSION: one bed, from nothing to seeded. What it says goes to FOLDER/VERSION.log, and in short into its one line.
bring_up() {
  local version="$1" started=$SECONDS log="$folder/$1.log" url steps
  if url="$("$here/superset.sh" up "$version" "$folder/$version" 2> "$log")" && seed_once "$version"; then
    steps="$(sed 's/, pid.*//' "$log" | paste -sd, | sed 's/,/, /g')"
    echo "$version up on $url in $((SECONDS - started)) s: ${steps:-it was up}"
  else
    echo "$version FAILED after $((SECONDS - started)) s:" >&2
    cat "$log" >&2
    return 1
  fi
}

seed_once() {
  [ -s "$folder/$1/home/manifest.json" ] || "$here/superset.sh" seed "$folder/$1" > /dev/null 2>> "$folder/$1.log"
}

up() {
  local version job failed=0
  for version in "$@"; do
    while [ "$(jobs -rp | wc -l)" -ge $AT_ONCE ]; do sleep 0.5; done
    bring_up "$version" &
    jobs_of_ours+=($!)
  done
  for job in "${jobs_of_ours[@]}"; do wait "$job" || failed=1; done
  return $failed
}

down() {
  local version failed=0
  for version in "$@"; do
    [ ! -d "$folder/$version" ] || "$here/superset.sh" down "$folder/$version" 2> "$folder/$version.log" || { cat "$folder/$version.log" >&2; failed=1; }
  done
  return $failed
}

case "${1:-}" in up | down) [ $# -ge 2 ] || usage ;; *) usage ;; esac
command=$1
mkdir -p "$2" && folder="$(cd "$2" && pwd -P)" || exit 1
shift 2
[ $# -gt 0 ] || set -- $(all_versions)
jobs_of_ours=()
"$command" "$@"

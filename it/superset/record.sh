#!/usr/bin/env bash
# Records the quickstart's review on every Superset again, for tests that run without one. See README.md.
#
#   record.sh FOLDER [VERSION...]      FOLDER is the one that "beds.sh up FOLDER" filled, whose servers run
#
# A recording is replaced only once the whole review was played. Exit status 1 when one of them fails.
set -uo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
root="$(cd "$here/../.." && pwd -P)"
quickstart=$root/samples/quickstart
# The quickstart itself plays this one; the others are for its tests.
SHOWN=6.1.0

usage() { sed -n '4s/^# *//p' "${BASH_SOURCE[0]}" >&2; exit 2; }

manifest() { # VERSION KEY...
  python3 -c 'import json, sys
value = json.load(open(sys.argv[1]))
for key in sys.argv[2:]:
    value = value[key]
print(value)' "$folder/$1/home/manifest.json" "${@:2}"
}

# record VERSION LINK TARGET [OPTION...]: plays the review, and puts what was recorded in the place of TARGET.
record() {
  local version=$1 link=$2 target=$3 base password work
  shift 3
  base="$(manifest "$version" base)" && password="$(manifest "$version" users admin password)" \
    && link="$(manifest "$version" links "$link")" && work="$(mktemp -d)" || return 1
  if (cd "$root" && DSREVIEW_SUPERSET_PASSWORD=$password mvn -q -Pquickstart -Dargs="--superset $base --user admin --link $link \
      --record $work/recording --export $work/review.json --answer region=EMEA $*" < /dev/null > "$work/log" 2>&1); then
    rm -rf "$target" && mkdir -p "$(dirname "$target")" && mv "$work/recording" "$target" && rm -rf "$work"
    echo "$version recorded: $(find "$target" -name '[0-9]*.json' | wc -l) exchanges in ${target#"$root/"}"
  else
    echo "$version FAILED:" >&2
    tail -20 "$work/log" >&2
    rm -rf "$work"
    return 1
  fi
}

[ $# -ge 1 ] || usage
folder="$(cd "$1" && pwd -P)" || exit 1
shift
[ $# -gt 0 ] || set -- $(cd "$here" && ls constraints-*.txt | sed 's/constraints-//; s/\.txt//' | sort -V)

failed=0
for version in "$@"; do
  target=$quickstart/src/test/resources/recordings/$version
  [ "$version" != $SHOWN ] || target=$quickstart/src/main/resources/recordings/first-review
  record "$version" regional_permalink "$target" --answer change:min_amount=250 || failed=1
  if [ "$version" = $SHOWN ]; then
    record "$version" regional_plain "$quickstart/src/main/resources/recordings/short-review" --short \
      --dictionary "$quickstart/src/main/resources/io/dsreview/samples/quickstart/orders.csv" || failed=1
  fi
done
exit $failed

#!/usr/bin/env bash
# How much longer a recovery takes than its requests. See README.md.
#
#   recovery.sh                     on recorded answers; needs no server
#   recovery.sh BED [OPTION...]     on the running, seeded Superset of BED (it/superset/superset.sh): makes dashboards, removes them
#   recovery.sh "" OPTION...        on recorded answers, with options of the program (--help lists them)
#
# Exit status 1 when a recovery needs more requests or more time than allowed.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
SIZES=(5:2 20:5 100:10)

measure() { "$here/run.sh" io.dsreview.benchmarks.recovery.RecoveryBenchmark "$@"; }

bed="${1:-}"
shift || true
if [ -z "$bed" ]; then
  measure "$@"
  exit
fi

bed="$(cd "$bed" 2>/dev/null && pwd -P)" && "$here/../it/superset/superset.sh" status "$bed" > /dev/null \
  || { echo "recovery.sh: no server is running in ${bed:-that folder}. Start and seed one: it/superset/superset.sh up 6.1.0 BED, then seed BED" >&2; exit 1; }
boards="$(mktemp)"
sized_boards() { "$bed/bin/python" -I -B "$here/../it/superset/sized_boards.py" "$@"; }
trap 'rm -f "$boards"; sized_boards remove "$bed/home"' EXIT
sized_boards make "$bed/home" "${SIZES[@]}" > "$boards"
DSREVIEW_SUPERSET_PASSWORD="${SUPERSET_IT_ADMIN_PASSWORD:-admin-Passw0rd}" measure --boards "$boards" "$@"

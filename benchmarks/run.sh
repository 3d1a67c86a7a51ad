#!/usr/bin/env bash
# Builds the benchmarks and runs one. See README.md.
#
#   run.sh CLASS [OPTION...]
set -euo pipefail

[ $# -ge 1 ] || { sed -n '4s/^# *//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
(cd "$here/.." && mvn -q -Pbenchmarks -pl benchmarks -am package -Dtest='io/dsreview/benchmarks/**' -Dsurefire.failIfNoSpecifiedTests=false)
exec java -classpath "$(cat "$here/target/class-path")" "$@"

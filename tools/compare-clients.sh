#!/usr/bin/env bash
#
# Compares what dsreview and two other clients of Superset can do, by running each of them on real servers. Prints a page in
# Markdown with all versions measured so far; docs/comparison.md is such a page.
#
#   tools/compare-clients.sh VERSION=URL...       such as 6.1.0=http://127.0.0.1:8088
#   tools/compare-clients.sh                      print again, measure nothing
#   rm -r target/compare-clients                  forget what was measured
#
# Use test servers only: a dashboard, a chart, a dataset and a permalink are made on each, and all but the permalink removed.
# The user (DSREVIEW_SUPERSET_USER, else admin) must be an administrator; the password is in DSREVIEW_SUPERSET_PASSWORD.
# Needs Python 3.10 or later with venv and a package index, and what the quickstart needs.

set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
workspace=$(dirname "$here")/target/compare-clients
python=${PYTHON:-python3}
mkdir -p "$workspace"

for server in "$@"; do
    [[ $server =~ ^[0-9.]+=https?:// ]] || { sed -n '6,8s/^# *//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
done

for client in superset-api-client preset-cli; do
    if [ ! -e "$workspace/$client/installed" ] || [ "$here/compare-clients/$client.txt" -nt "$workspace/$client/installed" ]; then
        "$python" -m venv "$workspace/$client"
        "$workspace/$client/bin/python" -m pip install -q --disable-pip-version-check -r "$here/compare-clients/$client.txt" >&2
        touch "$workspace/$client/installed"
    fi
done

PYTHONDONTWRITEBYTECODE=1 "$python" "$here/compare-clients/compare.py" "$workspace" "$@"

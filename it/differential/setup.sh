#!/usr/bin/env bash
#
# Installs what the differential tests compare with, pinned: Python packages into DIR/venv, Node packages into
# DIR/node_modules. Needs Python 3.10 or later with venv, Node 18 or later with npm, and their package registries.
#
#   setup.sh DIR

set -euo pipefail

[ $# -eq 1 ] || { echo "usage: setup.sh DIR" >&2; exit 2; }
for tool in "${PYTHON:-python3}" npm; do
    command -v "$tool" > /dev/null || { echo "setup.sh: $tool is missing; install it and try again." >&2; exit 1; }
done
mkdir -p "$1"
dir=$(cd "$1" && pwd)

"${PYTHON:-python3}" -m venv "$dir/venv"
"$dir/venv/bin/python" -m pip install -q --disable-pip-version-check \
    prison==0.2.1 six==1.17.0 jinja2==3.1.6 markupsafe==3.0.3
npm install --silent --no-audit --no-fund --no-save --prefix "$dir" rison@0.1.1

echo "-Ddifferential.python=$dir/venv/bin/python -Ddifferential.node=$dir"

#!/usr/bin/env bash
#
# Installs what draws Superset's own pages: Chromium, as a Debian package where none is there, and playwright-core from the
# Node registry, pinned, in DIR. Needs Node 18 or later with npm.
#
#   setup.sh DIR

set -euo pipefail

[ $# -eq 1 ] || { echo "usage: setup.sh DIR" >&2; exit 2; }
command -v npm > /dev/null || { echo "setup.sh: npm is missing; install Node and try again." >&2; exit 1; }
mkdir -p "$1"
dir=$(cd "$1" && pwd)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

if ! browser > /dev/null; then
    if ! command -v apt-get > /dev/null || [ "$(id -u)" -ne 0 ]; then
        echo "setup.sh: Chromium is missing; install it, and try again." >&2
        exit 1
    fi
    apt-get update -qq >&2
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >&2
fi

npm install --silent --no-audit --no-fund --no-save --prefix "$dir" playwright-core@1.56.1 >&2
cp "$here/capture.mjs" "$dir/"

echo "-Dlive.browser=$dir -Dlive.chromium=$(browser)"

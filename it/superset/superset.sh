#!/usr/bin/env bash
# A real Superset for integration tests, on 127.0.0.1, without Docker or root. See README.md.
#
#   superset.sh up VERSION DIR [PORT]   install into DIR when needed, set up, start, wait for /health, print the URL
#   superset.sh seed DIR                fill the running, fresh server; writes DIR/home/manifest.json
#   superset.sh reset DIR               back to the state before any seed, running again
#   superset.sh status DIR              print the URL and exit 0 when it answers, else exit 1
#   superset.sh down DIR                end the server
#
# PORT 0 or none: the last one when it is free, else any free one. State, logs, pid and port are in DIR/home. A manifest follows the
# server: its addresses change when the port or SUPERSET_IT_APP_ROOT does.
# PYTHON picks the interpreter (3.10 or 3.11); SUPERSET_IT_ADMIN_PASSWORD and SUPERSET_IT_USER_PASSWORD the passwords.
set -euo pipefail
umask 077

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
START_SECONDS=120
STOP_SECONDS=15

# --- messages --------------------------------------------------------------------------------------------------------

# fail MESSAGE [LOG]: one paragraph with the cure, then the end of the log.
fail() {
  echo "superset.sh: $1" >&2
  if [ -n "${2:-}" ] && [ -s "$2" ]; then
    echo "--- the end of $2:" >&2
    tail -n 25 "$2" >&2
  fi
  exit 1
}

usage() { sed -n '4,8s/^# *//p' "${BASH_SOURCE[0]}" >&2; exit 2; }

# --- where things are ------------------------------------------------------------------------------------------------

# at DIR: sets the paths of an installation; the folder must exist.
at() {
  dir="$(cd "$1" 2>/dev/null && pwd -P)" || fail "There is no folder $1. Make the server first: superset.sh up VERSION $1"
  home="$dir/home" stamp="$dir/.installed" pid_file="$home/server.pid" port_file="$home/port" root_file="$home/root" log="$home/server.log"
}

installed_version() { [ ! -f "$stamp" ] || cut -d' ' -f1 "$stamp"; }

# In DIR/home, because Celery's parts leave files where they start.
superset_env() {
  export SUPERSET_HOME="$home" SUPERSET_CONFIG_PATH="$here/superset_config.py" FLASK_APP="superset.app:create_app()"
  export PYTHONWARNINGS=ignore
  unset PYTHONPATH PYTHONHOME
  cd "$home"
}

# --- the process -----------------------------------------------------------------------------------------------------

command_of() {
  if [ -r "/proc/$1/cmdline" ]; then tr '\0' ' ' < "/proc/$1/cmdline"; else ps -ww -p "$1" -o command=; fi 2>/dev/null
}

# is_ours PID: whether it is the server of this folder; a recycled pid does not carry our pid file as an argument.
is_ours() {
  kill -0 "$1" 2>/dev/null || return 1
  case "$(command_of "$1")" in *" --pid $pid_file "*) ;; *) return 1 ;; esac
}

# our_pid: prints the server's pid; fails when it is not running.
our_pid() {
  local pid
  pid="$(cat "$pid_file" 2>/dev/null)" && is_ours "$pid" && echo "$pid"
}

url() { echo "http://127.0.0.1:$(cat "$port_file")$(cat "$root_file" 2>/dev/null)"; }

answers() {
  "$dir/bin/python" -I - "$(url)/health" 2>/dev/null <<'PY'
import sys, urllib.request
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
sys.exit(opener.open(sys.argv[1], timeout=3).read().strip() != b"OK")
PY
}

# free_port WANTED: prints a port nobody listens on; WANTED 0 lets the system choose.
free_port() {
  "$dir/bin/python" -I - "$1" 2>/dev/null <<'PY'
import socket, sys
with socket.socket() as s:
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(("127.0.0.1", int(sys.argv[1])))
    print(s.getsockname()[1])
PY
}

# --- install, set up, start ------------------------------------------------------------------------------------------

find_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3.11 python3.10 python3; do
    [ -n "$candidate" ] || continue
    "$candidate" -c 'import sys; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 11))' 2>/dev/null && { echo "$candidate"; return; }
    [ -z "${PYTHON:-}" ] || break
  done
  fail "Superset needs Python 3.10 or 3.11; looked for: ${PYTHON:-python3.11, python3.10, python3}. Install one, or name it: PYTHON=/path/to/python3.11"
}

install() {
  local version="$1" constraints="$here/constraints-$1.txt" want python started log="$dir/install.log"
  [ -f "$constraints" ] || fail "There are no pins for Superset $version. Known versions: $(cd "$here" && ls constraints-*.txt | sed 's/constraints-//; s/\.txt//' | xargs)"
  want="$version $(cksum < "$constraints" | tr ' ' '-')"
  [ "$(cat "$stamp" 2>/dev/null)" = "$want" ] && [ -x "$dir/bin/superset" ] && return
  case "$(installed_version)" in
    "" | "$version") ;;
    *) fail "$dir holds Superset $(installed_version), not $version. Use another folder, or remove this one." ;;
  esac
  ! our_pid > /dev/null || fail "The pins changed while the server of $dir is running. End it first: superset.sh down $dir"
  rm -f "$stamp"
  python="$(find_python)"
  started=$SECONDS
  "$python" -m venv "$dir" > "$log" 2>&1 || fail "No virtual environment could be made in $dir. On Debian, python3-venv may be missing." "$log"
  local installer=("$dir/bin/python" -m pip install -q --disable-pip-version-check) uv
  if uv="$(command -v uv)" || { "${installer[@]}" uv >> "$log" 2>&1 && uv="$dir/bin/uv"; }; then
    installer=("$uv" pip install -q -p "$dir/bin/python")
  fi
  # 6.x imports rich, and 6.1.0 cachetools, without declaring them; setuptools below 81 still has pkg_resources.
  "${installer[@]}" -c "$constraints" "apache-superset==$version" "setuptools<81" gunicorn $(grep -oE '^(cachetools|rich)==' "$constraints" | tr -d =) >> "$log" 2>&1 \
    || fail "Superset $version could not be installed. Look for a missing network, package index or compiler below, then run the same command again." "$log"
  echo "$want" > "$stamp"
  echo "installed Superset $version in $((SECONDS - started)) s" >&2
}

# Runs once: an interrupted set-up starts over from nothing.
set_up() {
  [ -f "$home/superset.clean.db" ] && return
  local started=$SECONDS log="$home/setup.log" user="${SUPERSET_IT_USER_PASSWORD:-user-Passw0rd}"
  rm -f "$home"/superset.db*
  "$dir/bin/python" -I -c 'import secrets; print(secrets.token_urlsafe(42))' > "$home/secret_key"
  "$dir/bin/python" -I -B "$here/set_up.py" "${SUPERSET_IT_ADMIN_PASSWORD:-admin-Passw0rd}" "$user" > "$log" 2>&1 \
    || fail "Superset's database could not be set up. Remove $dir and try again when the log gives no better hint." "$log"
  # A stopped server's database is one whole file, so a copy is a safe point to return to.
  cp "$home/superset.db" "$home/superset.clean.db.part" && mv "$home/superset.clean.db.part" "$home/superset.clean.db"
  echo "set up in $((SECONDS - started)) s" >&2
}

# application_root: prints the path everything is served below, or nothing.
application_root() {
  local root="${SUPERSET_IT_APP_ROOT:-}"
  root="${root%/}"
  case "$root" in "" | /*) ;; *) fail "SUPERSET_IT_APP_ROOT is '$root'; it must begin with a slash, as in /analytics." ;; esac
  case "${root:+$(installed_version)}" in
    3.* | 4.* | 5.*) fail "Superset $(installed_version) knows no application root; 6.0.0 and later do. Unset SUPERSET_IT_APP_ROOT." ;;
  esac
  echo "$root"
}

# follow BEFORE NOW: moves the addresses in a manifest.
follow() {
  [ "$1" != "$2" ] && [ -f "$home/manifest.json" ] || return 0
  "$dir/bin/python" -I - "$home/manifest.json" "$1" "$2" <<'PY'
import json, sys
path, before, now = sys.argv[1:]
with open(path, encoding="utf-8") as file:
    manifest = json.load(file)
if manifest["base"] == before:
    manifest["base"] = now
    manifest["links"] = {name: now + link[len(before):] for name, link in manifest["links"].items()}
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
PY
}

start() {
  local port root before="" child started=$SECONDS worker=(--worker-class gthread --threads 8)
  root="$(application_root)" || exit 1
  [ ! -s "$port_file" ] || before="$(url)"
  if [ "$1" = 0 ] && [ -s "$port_file" ] && port="$(free_port "$(cat "$port_file")")"; then
    :
  else
    port="$(free_port "$1")" || fail "Port $1 of 127.0.0.1 cannot be had (taken, reserved or no number). Give another, or none for a free one."
  fi
  echo "$port" > "$port_file"
  echo "$root" > "$root_file"
  follow "$before" "$(url)"
  rm -f "$pid_file"
  export SUPERSET_APP_ROOT="$root"
  [ -n "$root" ] || unset SUPERSET_APP_ROOT
  # SQL Lab's time limit relies on a signal, which only a worker without threads gets.
  [ -z "${SUPERSET_IT_SQLLAB_SECONDS:-}" ] || worker=(--worker-class sync)
  # A session of its own, so that the end of the caller's terminal or process group does not end the server.
  "$dir/bin/python" -I -c 'import os, sys; os.setsid(); os.execv(sys.argv[1], sys.argv[1:])' \
    "$dir/bin/gunicorn" --pid "$pid_file" --bind "127.0.0.1:$port" --workers 1 "${worker[@]}" \
    --timeout 180 --graceful-timeout 10 --limit-request-line 0 --limit-request-field_size 0 \
    --access-logfile "$home/access.log" "superset.app:create_app()" > "$log" 2>&1 < /dev/null &
  child=$!
  until answers; do
    if ! kill -0 "$child" 2>/dev/null; then
      fail "The server ended while starting. When the port was taken meanwhile, run the same command again." "$log"
    fi
    if [ $((SECONDS - started)) -ge $START_SECONDS ]; then
      kill -9 -- "-$child" 2>/dev/null || true
      fail "The server did not answer on $(url)/health within $START_SECONDS s, so it was ended. Try again on a less busy machine." "$log"
    fi
    sleep 0.3
  done
  our_pid > /dev/null || fail "Another server answers on $(url). Give another port." "$log"
  echo "started in $((SECONDS - started)) s, pid $child" >&2
}

# --- sub-commands ----------------------------------------------------------------------------------------------------

up() {
  local version="$1" port="${3:-0}"
  mkdir -p "$2/home" 2>/dev/null || fail "The folder $2 cannot be made. Choose one you may write to."
  at "$2"
  install "$version"
  if our_pid > /dev/null; then
    case "$port" in
      0 | "$(cat "$port_file")") ;;
      *) fail "The server of $dir is running on port $(cat "$port_file"), not $port. End it first: superset.sh down $dir" ;;
    esac
    answers || fail "The server of $dir is running but does not answer on $(url)/health. End it first: superset.sh down $dir" "$log"
  else
    superset_env
    set_up
    start "$port"
  fi
  url
}

down() {
  local pid waited=0
  at "$1"
  if ! pid="$(our_pid)"; then
    rm -f "$pid_file"
    echo "not running" >&2
    return
  fi
  kill "$pid" 2>/dev/null || true
  while is_ours "$pid"; do
    # gunicorn leads a process group of its own: the last resort ends its workers too.
    if [ $waited -eq $((STOP_SECONDS * 5)) ]; then kill -9 -- "-$pid" 2>/dev/null || true; fi
    [ $waited -lt $((STOP_SECONDS * 5 + 25)) ] || fail "Process $pid could not be ended. Is it another user's?"
    waited=$((waited + 1))
    sleep 0.2
  done
  rm -f "$pid_file"
  echo "ended pid $pid" >&2
}

seed() {
  at "$1"
  our_pid > /dev/null && answers || fail "The server of $dir is not running. Start it first: superset.sh up $(installed_version) $dir"
  local started=$SECONDS
  "$dir/bin/python" -I -B "$here/seed.py" "$(url)" "$home" || exit 1
  echo "seeded in $((SECONDS - started)) s" >&2
}

reset() {
  at "$1"
  [ -f "$home/superset.clean.db" ] || fail "$dir was never set up. Start it first: superset.sh up VERSION $dir"
  down "$dir"
  rm -f "$home"/superset.db* "$home/shop.db" "$home/manifest.json"
  cp "$home/superset.clean.db" "$home/superset.db"
  up "$(installed_version)" "$dir"
}

status() {
  at "$1"
  our_pid > /dev/null || { echo "not running"; exit 1; }
  answers || { echo "running as pid $(our_pid), but $(url)/health does not answer"; exit 1; }
  url
}

case "${1:-}:$#" in
  up:3 | up:4 | seed:2 | reset:2 | status:2 | down:2) "$@" ;;
  *) usage ;;
esac

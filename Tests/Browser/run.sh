#!/usr/bin/env bash
# Builds a site from documents made for it and checks it in Chromium: search, cards, jumps, accessibility, with script
# and without, at a server's root, in a folder and from disk. Installs Chromium and the Python packages where missing.
#
#   Tests/Browser/run.sh .build/debug/dossier
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: Tests/Browser/run.sh PROGRAM" >&2; exit 2; }
dossier=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
packages=()
command -v chromium >/dev/null || packages+=(chromium)
python3 -c 'import ensurepip' 2>/dev/null || packages+=(python3-venv)
if [ ${#packages[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "missing: ${packages[*]}" >&2
    exit 1
  fi
  as_root apt-get -qq update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "${packages[@]}"
fi
environment=.build/browser
if ! cmp -s Tests/Browser/requirements.txt $environment/requirements.txt; then
  rm -rf $environment
  python3 -m venv $environment
  $environment/bin/pip install --quiet --disable-pip-version-check -r Tests/Browser/requirements.txt
  cp Tests/Browser/requirements.txt $environment
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Tests/Browser/pile.py "$work/seeds"
"$dossier" build "$work/seeds" --output "$work/site" --frozen --no-cache --quiet --strict
$environment/bin/python Tests/Browser/check.py "$work/site"
$environment/bin/python Tests/Browser/live.py "$dossier" "$work/live"

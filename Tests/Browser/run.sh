#!/usr/bin/env bash
# Builds a site from documents made for it and checks it in Chromium: search, cards, jumps, accessibility, with script
# and without, at a server's root, in a folder and from disk. Installs Chromium and the Python packages where missing.
#
#   Tests/Browser/run.sh .build/debug/dossier
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: Tests/Browser/run.sh PROGRAM" >&2; exit 2; }
dossier=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

. Tests/Browser/environment.sh

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 Tests/Browser/pile.py "$work/seeds"
"$dossier" build "$work/seeds" --output "$work/site" --frozen --no-cache --quiet --strict
$environment/bin/python Tests/Browser/check.py "$work/site"
$environment/bin/python Tests/Browser/live.py "$dossier" "$work/live"

#!/usr/bin/env bash
# Prints the sample, notes that link to each other, and a book of some 300 pages by WeasyPrint and by Chromium, and looks up every
# number in them with pdftotext. Installs what is missing.
#
#   Tests/Print/run.sh .build/debug/dossier
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: Tests/Print/run.sh PROGRAM" >&2; exit 2; }
dossier=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
. Tests/Browser/environment.sh weasyprint=weasyprint pdftotext=poppler-utils

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/sample" && cp -r seeds "$work/sample/seeds"
mkdir "$work/notes" && cp -r Tests/Fixtures/sites/notes/seeds "$work/notes/seeds"
python3 Tests/Benchmarks/make-pile.py 125 "$work/book" >/dev/null
python3 Tests/Print/check.py "$dossier" "$work/printed" "$work"/{sample,notes,book}/seeds

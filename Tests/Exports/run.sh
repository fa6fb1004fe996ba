#!/usr/bin/env bash
# Builds sites and checks their data with the programs that it is for: FollowTheMoney's own model, NetworkX, a processor of
# JSON-LD that may fetch nothing, Frictionless, and Python's readers of JSON and CSV. Installs these where missing.
#
#   Tests/Exports/run.sh .build/debug/dossier
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: Tests/Exports/run.sh PROGRAM" >&2; exit 2; }
dossier=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
environment=.build/exports
if ! cmp -s Tests/Exports/requirements.txt $environment/requirements.txt; then
  # A package that FollowTheMoney needs is compiled against ICU.
  packages=()
  python3 -c 'import ensurepip' 2>/dev/null || packages+=(python3-venv)
  pkg-config --exists icu-i18n python3 2>/dev/null || packages+=(libicu-dev pkg-config python3-dev g++)
  if [ ${#packages[@]} -gt 0 ]; then
    if ! command -v apt-get >/dev/null; then
      echo "missing: ${packages[*]}" >&2
      exit 1
    fi
    as_root apt-get -qq update
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "${packages[@]}"
  fi
  rm -rf $environment
  python3 -m venv $environment
  $environment/bin/pip install --quiet --disable-pip-version-check -r Tests/Exports/requirements.txt
  cp Tests/Exports/requirements.txt $environment
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Names, titles and texts that are formulas, markup or the ends of something; a name that stays unclear; open dates.
mkdir -p "$work/hostile/=cmd"
cat >"$work/hostile/=cmd/+a.md" <<'END'
---
title: "=HYPERLINK(\"https://example.org\";\"<b>]]>\")"
date: 2015-08
author: ["@SUM(A1)", "O'Neil, \"Jr.\""]
publisher: "-2+3"
licence: "CC BY & <4.0>"
url: https://example.org/a?b=1&c=ü
tags: ["</script>"]
---
"Kim Jong-Un met Kim Jong-Il in Pyongyang," said Angela Merkel. =Russia said no to <b>China</b>, in early March.

Kim left Réunion for Genève 😀 in May. 'Tis Iran & Iraq; "Syria, and Turkey" were named 3 days later.

وصل فلاديمير بوتين إلى دمشق. Vladimir Putin came to Syria in 2015.
END
cat >"$work/hostile/b.txt" <<'END'
'The Example, "quoted"
21 August 2013

Kim Jong-Un and Kim Jong-Il were in Pyongyang. Kim spoke. The United Nations (UN) met there in May 2012 and about 1990.
END
printf 'title: "=1+1"\nbase_url: https://example.org/briefing/\nmarking: TLP:GREEN\n' >"$work/hostile/dossier.yml"
mkdir "$work/none" && printf 'No names are here.\n' >"$work/none/a.txt"

sites=()
for folder in seeds Tests/Fixtures/sites/talks/seeds "$work/hostile" "$work/none"; do
  site=$work/sites/${#sites[@]}
  "$dossier" build "$folder" --output "$site" --frozen --no-cache --quiet
  sites+=("$site")
done
$environment/bin/python Tests/Exports/check.py "${sites[@]}"

#!/usr/bin/env bash
# Builds sites and has nginx and Caddy serve them on this computer with the lines of README.md: every link, the headers, what is not
# there, packed copies, old addresses, feeds, the sitemap, and Chromium under the site's own policy. Installs what is missing.
#
#   Tests/Hosting/run.sh .build/debug/dossier
set -euo pipefail
[ $# -eq 1 ] || { echo "usage: Tests/Hosting/run.sh PROGRAM" >&2; exit 2; }
dossier=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
PATH=$PATH:/usr/sbin
# Servers that are installed start by themselves, which nobody has asked for: Debian asks this file whether they may.
policy=/usr/sbin/policy-rc.d
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
if command -v apt-get >/dev/null && [ ! -e $policy ] && ! { command -v nginx && command -v caddy; } >/dev/null; then
  printf '#!/bin/sh\nexit 101\n' | as_root tee $policy >/dev/null
  as_root chmod 755 $policy
  trap 'as_root rm -f $policy' EXIT
fi
. Tests/Browser/environment.sh nginx=nginx-light caddy=caddy xmllint=libxml2-utils brotli=brotli

work=$(mktemp -d)
if [ "$(trap -p EXIT)" ]; then as_root rm -f $policy; fi
trap 'rm -rf "$work"' EXIT
# nginx, started by root, reads as another user.
chmod 755 "$work"
python3 Tests/Browser/pile.py "$work/seeds"
cat >"$work/seeds/addresses.yml" <<END
people/aksel-odegard: Aksel Ødegård
people/aksel-of-the-harbour: {name: Aksel Ødegård, moved: people/aksel-odegard}
END
build() { # build SITE BASE_URL
  cp -R "$work/seeds" "$work/seeds.$$"
  [ -z "$2" ] || echo "base_url: $2" >>"$work/seeds.$$/dossier.yml"
  "$dossier" build "$work/seeds.$$" --output "$work/$1" --frozen --recogniser fast --no-cache --quiet --strict --precompress
  rm -rf "$work/seeds.$$"
}
mkdir "$work/below" "$work/unsaid"
build root https://example.org/
build below/briefing https://example.org/briefing/
build unsaid/briefing ""
$environment/bin/python Tests/Hosting/check.py "$work"

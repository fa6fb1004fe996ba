# Installs Chromium, the Debian packages that are named and the Python packages of the browser's checks, where missing; sets `environment`.
# To be sourced in the project's folder:
#
#   . Tests/Browser/environment.sh [PROGRAM=PACKAGE...]

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
packages=()
for needed in chromium=chromium "$@"; do
  command -v "${needed%%=*}" >/dev/null || packages+=("${needed#*=}")
done
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

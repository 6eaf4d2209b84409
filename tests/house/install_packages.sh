#!/bin/sh
# install_packages.sh PACKAGE... - installs those Debian packages that are missing. Says nothing, and needs neither
# network nor rights, where none is.
set -eu

missing=""
for package in "$@"; do
  state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  # Names of packages for several architectures answer once each: "installedinstalled".
  case $state in
    installed*) ;;
    *) missing="$missing $package" ;;
  esac
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
  echo "isnad needs these Debian 12 packages, and there is no apt-get here:$missing" >&2
  exit 1
fi
as_root=""
if [ "$(id -u)" != 0 ]; then
  if ! command -v sudo >/dev/null || { [ ! -t 0 ] && ! sudo -n true 2>/dev/null; }; then
    echo "These packages are missing, and only root can install them:" >&2
    echo "  apt-get install --no-install-recommends$missing" >&2
    exit 1
  fi
  as_root="sudo"
fi

echo "Installing:$missing"
# `env`, because sudo drops the variable.
apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300"
$apt update || echo "apt-get update failed; going on with the lists that are there" >&2
# shellcheck disable=SC2086  # words are meant to be split
if ! $apt install -y --no-install-recommends $missing; then
  echo "Could not install all of these:$missing" >&2
  exit 1
fi

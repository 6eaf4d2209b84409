#!/bin/sh
# install.sh FOLDER - what the browser tests need, into FOLDER/node_modules, as package-lock.json says; checks that
# Node and Chromium are there. Quiet, and without network, where nothing is missing.
set -eu
here=$(dirname "$0")
fail() {
  echo "browser tests: $1" >&2
  exit 1
}
command -v node >/dev/null || fail "no node; run: make -f Makefile.dev deps-test"
command -v chromium >/dev/null || fail "no chromium; run: make -f Makefile.dev deps-test"
mkdir -p "$1"
if [ -d "$1/node_modules" ] && cmp -s "$here/package-lock.json" "$1/package-lock.json"; then exit 0; fi
command -v npm >/dev/null || fail "no npm; run: make -f Makefile.dev deps-test"
rm -f "$1/package-lock.json"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/package-lock.json" "$work"
npm ci --prefix "$work" --ignore-scripts --no-audit --no-fund --loglevel=error ||
  fail "npm could not fetch playwright-core and axe-core (see above); they come from the registry that npm is set to"
rm -rf "$1/node_modules"
mv "$work/node_modules" "$1/"
cp "$here/package-lock.json" "$1/"

#!/usr/bin/env bash
# run_all.sh JOBS - every check of the project, one after another; a failure does not keep the next from running.
# Ends with a line "N passed, N failed"; a check that is no ctest counts as one.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 2
jobs=$1
make=("${MAKE:-make}" --no-print-directory -f Makefile.dev "JOBS=$jobs")
unset MAKEFLAGS MAKELEVEL
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
passed=0 failed=0
failures=()

title() { printf '\n== %s\n' "$*"; }

# one NAME COMMAND...: a check that passes or fails as a whole.
one() {
  local name=$1
  shift
  title "$name"
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    failures+=("$name")
  fi
}

# tests NAME FILE: adds what the JUnit file of a ctest run counts; a run that left none counts as one failure.
tests() {
  local total bad skipped
  total=$(sed -n 's/^[[:space:]]*tests="\([0-9]*\)".*/\1/p' "$2" 2>/dev/null | head -n 1)
  bad=$(sed -n 's/^[[:space:]]*failures="\([0-9]*\)".*/\1/p' "$2" 2>/dev/null | head -n 1)
  skipped=$(sed -n 's/^[[:space:]]*skipped="\([0-9]*\)".*/\1/p' "$2" 2>/dev/null | head -n 1)
  if [[ -z $total || $total == 0 ]]; then
    failed=$((failed + 1))
    failures+=("$1: no tests ran")
    return
  fi
  passed=$((passed + total - bad - skipped))
  failed=$((failed + bad))
  [[ $skipped == 0 ]] || printf '%s: %s skipped\n' "$1" "$skipped"
  [[ $bad == 0 ]] || failures+=("$1: $bad tests")
}

one 'format (clang-format)' "${make[@]}" format-check

one 'Release build, warnings as errors (g++)' "${make[@]}" build-tests
if [[ ${failures[*]-} != *'Release build'* ]]; then
  title 'all tests'
  ctest --test-dir build -j "$jobs" --output-on-failure --timeout 1200 --no-tests=error --output-junit "$logs/all.xml" |
    sed -u '/ Passed  /d; /^ *Start /d'
  tests 'all tests' "$logs/all.xml"
  one 'examples of the rules' build/isnad rules test
fi

one 'build with address and undefined behaviour sanitizers (clang)' "${make[@]}" asan-build
if [[ ${failures[*]-} != *sanitizers* ]]; then
  title 'unit, property and case tests under the sanitizers'
  "${make[@]}" asan-run JUNIT="$logs/asan.xml" | sed -u '/ Passed  /d; /^ *Start /d'
  tests 'sanitizers' "$logs/asan.xml"
fi

title result
for failure in ${failures[@]+"${failures[@]}"}; do printf 'failed: %s\n' "$failure"; done
printf '%s passed, %s failed\n' "$passed" "$failed"
[[ $failed == 0 ]]

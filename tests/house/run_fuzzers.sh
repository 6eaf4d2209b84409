#!/usr/bin/env bash
# run_fuzzers.sh BUILD_FOLDER SECONDS - each fuzzer for so long, from the corpus of its name in tests/fuzz/corpus. What it
# finds is left in BUILD_FOLDER/findings; a shrunk finding belongs into the corpus.
set -euo pipefail
source_folder=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
mkdir -p "$1/findings" && cd "$1"
status=0
for fuzzer in tests/fuzz/fuzz_*; do
  [[ -f $fuzzer && -x $fuzzer ]] || continue
  name=$(basename "$fuzzer")
  mkdir -p "grown/$name" "$source_folder/tests/fuzz/corpus/$name"
  "$fuzzer" -max_total_time="$2" -timeout=25 -rss_limit_mb=4096 -print_final_stats=1 \
    -artifact_prefix="findings/$name-" "grown/$name" "$source_folder/tests/fuzz/corpus/$name" || status=1
done
exit $status

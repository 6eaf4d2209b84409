#!/bin/sh
# junit_schema.sh PROGRAM SOURCE - the JUnit report of hostile articles follows docs/schema/junit.xsd, and a broken one not.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf 'Damascus fell on Saturday 8 December 2024 <&"]]>, state television said \360\237\230\200 \033[31m.\n' >"$folder/a.txt"
printf 'It rained.\n' >"$folder/b & <c>.txt"
"$1" ci "$folder" --fail-on never --format junit >"$folder/good.xml"
grep -q 'failures="1"' "$folder/good.xml"
xmllint --noout --schema "$2/docs/schema/junit.xsd" "$folder/good.xml"
sed 's/<failure /<fault /; s/<\/failure>/<\/fault>/' "$folder/good.xml" >"$folder/broken.xml"
if xmllint --noout --schema "$2/docs/schema/junit.xsd" "$folder/broken.xml" 2>/dev/null; then
  echo "a broken report is taken for a valid one" >&2
  exit 1
fi

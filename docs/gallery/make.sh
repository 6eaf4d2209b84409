#!/bin/sh
# make.sh PROGRAM STORIES - draws the pictures of this folder anew: those of seeds/, and of each story in the folder STORIES
# (a folder of articles each, as tests/data/stories). Run it in the root of the project; prints the command behind each
# picture, which README.md quotes.
set -eu
program=$1
stories=$2
here=docs/gallery
draw() {
  echo "$program timeline $*"
  "$program" timeline "$@" -q || test $? -eq 1 # findings are no failure here
}
draw seeds --lang ar -o $here/seeds.svg
draw seeds --lang en -o $here/seeds-en.svg
draw seeds --lang ar --dot-style graph -o $here/seeds-graph.svg
for story in "$stories"/*/; do
  draw "$story" --lang ar -o "$here/$(basename "$story").svg"
done

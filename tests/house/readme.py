#!/usr/bin/env python3
"""readme.py check|update PROGRAM - runs the commands of README.md and compares (or writes) what they print.

README.md holds, as comments that a reader does not see,
    <!-- file: NAME        a file to lay into the working folder, up to a line "-->"
    <!-- run: COMMAND -->  a command; the block of text behind it is what it prints
Commands run in a fresh folder, one after another, with seeds/ and the program at build/isnad. No shell is involved.
"""
import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
STEP = re.compile(
    r"<!-- file: (?P<name>\S+)\n(?P<content>.*?)^-->\n"
    r"|<!-- run: (?P<command>[^\n]*?) -->\n(?:\n?```(?:console|text)\n.*?^```\n)?",
    re.S | re.M,
)
LONGEST = 40  # lines of output; the rest is told by its number of lines


def shown(command, folder):
    result = subprocess.run(
        shlex.split(command), cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=300,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8"},
    )
    if result.returncode not in (0, 1):
        sys.exit(f"{command}: exit status {result.returncode}\n{result.stderr}")
    lines = result.stdout.rstrip("\n").split("\n") if result.stdout.strip() else []
    if len(lines) > LONGEST:
        lines = lines[:LONGEST] + [f"[{len(lines) - LONGEST} more lines]"]
    body = "".join(line.rstrip() + "\n" for line in [f"$ {command}", *lines])
    if result.returncode:
        body += f"[exit status {result.returncode}]\n"
    return f"<!-- run: {command} -->\n```console\n{body}```\n"


def renewed(text, folder):
    def step(match):
        if match["name"]:
            (folder / match["name"]).write_text(match["content"], encoding="utf-8")
            return match[0]
        return shown(match["command"], folder)

    return STEP.sub(step, text)


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("check", "update"):
        sys.exit(__doc__)
    old = README.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "build").mkdir()
        (folder / "build/isnad").symlink_to(pathlib.Path(sys.argv[2]).resolve())
        (folder / "seeds").symlink_to(ROOT / "seeds")
        new = renewed(old, folder)
    if sys.argv[1] == "update":
        README.write_text(new, encoding="utf-8")
    elif new != old:
        sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), new.splitlines(True), "README.md", "as it runs"))
        sys.exit("README.md does not show what the program prints: tests/house/readme.py update build/isnad")


if __name__ == "__main__":
    main()

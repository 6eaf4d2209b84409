#!/usr/bin/env python3
"""completion.py PROGRAM - the completions of each shell offer every command, every option of it and every rule of findings,
and no option that no command has. What there is, the program's own help tells.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def said(program, *arguments):
    return subprocess.run([program, *arguments, "--lang", "en"], capture_output=True, text=True, check=True).stdout


def offered(shell, text, command):
    """The options that a completion offers for a command."""
    if shell == "isnad.bash":
        common = re.search(r"words='(--[^']*)'", text)[1]
        own = re.search(rf"^      {command}\) words\+=' ([^']*)'", text, re.M)
        return set(re.findall(r"--([a-z-]+)", common + " " + (own[1] if own else "")))
    if shell == "_isnad":
        return set(re.findall(r"'--([a-z-]+)", re.search(rf"^  {command}\)\n(.*?);;", text, re.M | re.S)[1]))
    return set(re.findall(rf"seen_subcommand_from {command}' -l ([a-z-]+)", text))


def main():
    program = sys.argv[1]
    head = said(program, "--help")
    commands = re.findall(r"^  ([a-z-]+) {2,}", head.split("Commands")[1], re.M)
    rules = re.findall(r"^([a-z-]+) ", said(program, "explain"), re.M)
    faults = [] if len(commands) >= 10 and len(rules) >= 11 else ["the help is not understood"]
    for shell in ("isnad.bash", "_isnad", "isnad.fish"):
        text = (ROOT / "docs/completion" / shell).read_text()
        words = set(re.findall(r"[a-z-]+", text))
        faults += [f"{shell}: {word} is missing" for word in commands + rules if word not in words]
        for command in commands:
            options = set(re.findall(r"^  (?:-\w,)?--([a-z-]+)", said(program, command, "--help"), re.M))
            difference = offered(shell, text, command) ^ options
            faults += [f"{shell}: {command} --{option}" for option in sorted(difference)]
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

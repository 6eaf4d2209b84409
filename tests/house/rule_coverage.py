#!/usr/bin/env python3
"""rule_coverage.py - event types and attribution constructions without a good and a bad example. Exit 1 where there is one.

An event type of a language needs, over all its frames, an example and a counterexample; a class of words that attributes, in
each file, the same. A position in which Arabic news names a speaker needs a case in tests/cases/claims, attribution-POSITION.case:
two sentences at least, and in its first line, behind "Not:", what must not be read so.
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ATTRIBUTING = {"speech", "speech-participle", "saying", "according", "anonymous", "unnamed", "medium", "agency", "outlet",
               "institution", "document", "quoting", "complementizer", "not-source", "hearer"}
POSITIONS = ("trailing", "initial", "relayed", "told-to", "chain-in-tail", "detached", "unnamed", "colon-headline", "participle",
             "medium", "nested", "distance")


def load(path):
    token = re.compile(r'"(?:\\.|[^"\\])*"|//[^\n]*|/\*.*?\*/', re.S)
    text = token.sub(lambda m: m.group(0) if m.group(0).startswith('"') else " ", path.read_text(encoding="utf-8"))
    return json.loads(text)


def without_examples(entries, what):
    """`entries`: name -> [examples, counterexamples], counted."""
    for name, (good, bad) in sorted(entries.items()):
        if good == 0:
            yield f"{what} {name}: no example"
        if bad == 0:
            yield f"{what} {name}: no counterexample"


def rules(language):
    types, words = {}, {}
    for path in sorted((ROOT / "rules" / language / "claims").glob("*.json")):
        data = load(path)
        for frame in data.get("frames", []):
            count = types.setdefault(frame["type"], [0, 0])
            count[0] += len(frame.get("examples", []))
            count[1] += len(frame.get("counterexamples", []))
        if data["kind"] == "words" and data["class"] in ATTRIBUTING:
            words[path.name] = [len(data.get("examples", [])), len(data.get("counterexamples", []))]
    yield from without_examples(types, f"{language}: event type")
    yield from without_examples(words, f"{language}:")


def positions():
    for position in POSITIONS:
        path = ROOT / "tests/cases/claims" / f"attribution-{position}.case"
        if not path.exists():
            yield f"position {position}: no {path.relative_to(ROOT)}"
            continue
        text = path.read_text(encoding="utf-8")
        if "Not:" not in text.split("\n", 1)[0]:
            yield f"{path.relative_to(ROOT)}: its first line does not tell what must not be read so"
        if len(text.split("----\n", 1)[-1].strip().splitlines()) < 2:
            yield f"{path.relative_to(ROOT)}: fewer than two expected claims"


def main():
    found = [line for language in ("ar", "en") for line in rules(language)] + list(positions())
    print("\n".join(found) if found else "every event type and attribution construction has a good and a bad example")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()

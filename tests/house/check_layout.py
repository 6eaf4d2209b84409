#!/usr/bin/env python3
"""check_layout.py CHECK - one rule about how the sources lie, over the whole tree. Prints each breach; exit 1 on any.

Each check is a function below; its docstring is the rule.
"""
import hashlib
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = {".cpp", ".h"}
MAX_LINES = 450
# Files, clock, environment and terminal are theirs alone.
OUTER_STAGES = {"store", "cli"}
IMPURE = re.compile(
    r"#include <(iostream|fstream|filesystem|clocale|cstdio|ctime|unistd\.h|random)>"
    r"|\bstd::(cout|cerr|clog|exit|quick_exit|_Exit|getenv|setlocale|random_device)\b"
    r"|\b(system_clock|steady_clock|secure_getenv|putenv)\b"
    r"|(?<![\w:.>])(printf|fprintf|puts|fopen|getenv|exit|setlocale)\s*\("
)


def files(*folders):
    for folder in folders:
        yield from sorted(p for p in (ROOT / folder).rglob("*") if p.suffix in SOURCE and p.is_file())


def place(path, line):
    return f"{path.relative_to(ROOT)}:{line}"


def code_lines(path):
    """Lines with their numbers, without what stands behind // (strings are not told apart: // in one is cut too)."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        yield number, line.split("//", 1)[0]


def ascii_only():
    """C++ sources are ASCII: languages live in rules/ and tests/data."""
    for path in files("src", "include", "tests"):
        for number, line in enumerate(path.read_bytes().splitlines(), 1):
            if not line.isascii():
                yield f"{place(path, number)}: not ASCII"


def short_files():
    """A source file holds one concept: at most 450 lines."""
    for path in files("src", "include"):
        lines = len(path.read_bytes().splitlines())
        if lines > MAX_LINES:
            yield f"{place(path, lines)}: {lines} lines, at most {MAX_LINES}"


def stages():
    """Stage -> stages it names, in the order of src/CMakeLists.txt."""
    order = re.findall(r"^add_subdirectory\((\w+)\)", (ROOT / "src/CMakeLists.txt").read_text(), re.M)
    result = {}
    for stage in order:
        text = re.sub(r"#.*", "", (ROOT / "src" / stage / "CMakeLists.txt").read_text())
        call = re.search(r"isnad_stage\(\s*\w+([^)]*)\)", text)
        words = call.group(1).split() if call else []
        depends, taking = [], False
        for word in words:
            if word.isupper() and word in {"DEPENDS", "LINK", "PUBLIC_LINK"}:
                taking = word == "DEPENDS"
            elif taking:
                depends.append(word)
        result[stage] = depends
    return result


def one_way():
    """A stage depends on stages before it, and includes no other's header than those of them, nor private ones."""
    graph = stages()
    before, reach = set(), {}
    for stage, depends in graph.items():
        for other in depends:
            if other not in before:
                yield f"src/{stage}/CMakeLists.txt: depends on {other}, which does not come before it"
        reach[stage] = {stage}.union(*(reach.get(d, set()) for d in depends))
        before.add(stage)
    for stage in graph:
        for path in files(f"src/{stage}"):
            for number, line in code_lines(path):
                include = re.match(r'\s*#\s*include\s*["<]([^">]+)[">]', line)
                if not include:
                    continue
                name = include.group(1)
                if ".." in name:
                    yield f"{place(path, number)}: includes {name} by a way through parent folders"
                elif name.startswith("isnad/"):
                    header = pathlib.PurePath(name).stem
                    if stage != "cli" and header in graph and header not in reach[stage]:
                        yield f"{place(path, number)}: {stage} includes {name}, but does not depend on {header}"
                elif stage != "cli" and name.split("/")[0] in graph.keys() - {stage} and (ROOT / "src" / name).exists():
                    yield f"{place(path, number)}: includes {name}, private to another stage"


def pure():
    """Only store and cli touch files, clock, environment and terminal; no other stage prints or exits."""
    for stage in stages():
        if stage in OUTER_STAGES:
            continue
        for path in files(f"src/{stage}"):
            for number, line in code_lines(path):
                found = IMPURE.search(re.sub(r'"(\\.|[^"\\])*"', '""', line))
                if found:
                    yield f"{place(path, number)}: {found.group(0).strip()}"


def seeds():
    """The sample articles are as they were given, byte for byte."""
    expected = {}
    for line in (ROOT / "tests/house/seeds.sha256").read_text().splitlines():
        digest, name = line.split("  ", 1)
        expected[name] = digest
    present = {str(p.relative_to(ROOT)): p for p in sorted((ROOT / "seeds").iterdir())}
    for name in sorted(expected.keys() | present.keys()):
        if name not in present:
            yield f"{name}: missing"
        elif name not in expected:
            yield f"{name}: not listed in tests/house/seeds.sha256"
        elif hashlib.sha256(present[name].read_bytes()).hexdigest() != expected[name]:
            yield f"{name}: changed"


def audit_classes():
    """Rules of findings ask their Context for classes of words, which refuses those whose items it does not make."""
    for path in files("src/audit"):
        for number, code in code_lines(path):
            if "find_class" in code and "grammar" in code and path.name != "context.cpp":
                yield f"{place(path, number)}: Context::find_class, not Grammar's; and list the class in context.cpp"


def json_with_comments(text):
    """The JSON of a rule file: comments blanked, strings left alone."""
    token = re.compile(r'"(?:\\.|[^"\\])*"|//[^\n]*|/\*.*?\*/', re.S)
    return token.sub(lambda m: m.group(0) if m.group(0).startswith('"') else " ", text)


def rule_files():
    """Rule files are valid JSON (with comments), UTF-8 without byte order mark or hidden bidirectional controls."""
    import json

    for path in sorted((ROOT / "rules").rglob("*.json")):
        raw = path.read_bytes()
        try:
            text = raw.decode("utf-8")
            json.loads(json_with_comments(text))
        except ValueError as error:
            yield f"{path.relative_to(ROOT)}: {error}"
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if re.search("[\ufeff\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", line):
                yield f"{place(path, number)}: an invisible control character; write it as an escape"


CHECKS = {f.__name__: f for f in (ascii_only, short_files, one_way, pure, seeds, audit_classes, rule_files)}


def main():
    if len(sys.argv) != 2 or sys.argv[1] not in CHECKS:
        sys.exit(f"usage: check_layout.py {'|'.join(CHECKS)}")
    breaches = list(CHECKS[sys.argv[1]]())
    for breach in breaches:
        print(breach)
    sys.exit(1 if breaches else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""solver_peers.py ISNAD [--runs N] [--limit SECONDS] [--sizes 1000,...] [--plot FILE.svg]

Whole processes side by side on the same instances: `isnad solve` (repair, windows and conflicts at once), and z3 for the
decision alone (check-sat) and for the cheapest repair (assert-soft). Prints medians, ratios, and the growth of each; every
weight that z3 finishes is compared. Time is that of the processor, user and system: it does not depend on who else
computes. A run of z3 that does not end within the limit is not repeated.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from growth_plot import plot
from solver_instances import Instance

ISNAD, DECIDE, REPAIR = "isnad: repair, windows, conflicts", "z3: decision", "z3: repair"


def run(command, limit):
    """(processor seconds, peak MiB, output); no seconds where it did not end within the limit."""
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 3 * limit  # the limit is one of the processor: others may use it too
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > deadline:
                process.kill()
                _, status, usage = os.wait4(process.pid, 0)
                break
            time.sleep(0.0005)
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        seconds = usage.ru_utime + usage.ru_stime
        ended = process.returncode >= 0 and seconds <= limit
        return seconds if ended else None, usage.ru_maxrss / 1024, out.read().decode()


def median(command, runs, limit):
    seconds, memory, output = run(command, limit)
    if seconds is None:
        return None, memory, output
    return statistics.median([seconds] + [run(command, limit)[0] or limit for _ in range(runs - 1)]), memory, output


def repair_weight(z3_output):
    found = re.search(r"\(lost (\d+)\)", z3_output)
    return int(found[1]) if found else None


def measure(args, folder, size, curves):
    instance = Instance(size, wrong=args.wrong)
    network = folder / "network.json"
    instance.write_json(network)
    seconds, memory, output = median([args.isnad, "solve", str(network)], args.runs, args.limit)
    if seconds is None:
        sys.exit(f"isnad did not end within {args.limit} s at {size} claims")
    answer = json.loads(output)
    repair = answer["repair"]
    curves[ISNAD][size] = seconds
    print(f"{size} claims, {args.wrong:g} % wrong, {len(instance.points) - 1} points: {answer['status']}, repair "
          f"{repair['weight']} ({'proven' if repair['optimal'] else 'at least ' + str(repair['lower_bound'])}), "
          f"{len(answer['conflicts'])} conflicts listed")
    print(f"  {ISNAD:36} {seconds:10.4f} s   {memory:6.0f} MiB")
    for name in (DECIDE, REPAIR):
        if size not in args.z3_sizes or not shutil.which("z3"):
            continue
        script = folder / "network.smt2"
        instance.write_smt(script, name == REPAIR)
        theirs, memory, output = median(["z3", str(script)], args.runs, args.limit)
        if theirs is None:
            print(f"  {name:36}  > {args.limit:7.0f} s   > {args.limit / seconds:.0f} times")
            continue
        curves[name][size] = theirs
        print(f"  {name:36} {theirs:10.4f} s   {memory:6.0f} MiB   {theirs / seconds:.0f} times")
        if name == REPAIR and repair["optimal"] and repair_weight(output) != repair["weight"]:
            sys.exit(f"z3 says {output!r}, isnad {repair}")
        if name == DECIDE and (output.strip() == "sat") != (answer["status"] == "consistent"):
            sys.exit(f"z3 says {output!r}, isnad {answer['status']}")


def numbers(text):
    return [int(n) for n in text.split(",")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("isnad")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--wrong", type=float, default=5)
    parser.add_argument("--sizes", type=numbers, default=[1000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--z3-sizes", type=numbers, default=[1000, 10_000])
    parser.add_argument("--plot", type=pathlib.Path)
    args = parser.parse_args()
    if not shutil.which("z3"):
        print("z3 is not installed: isnad alone")
    curves = {ISNAD: {}, DECIDE: {}, REPAIR: {}}
    with tempfile.TemporaryDirectory() as name:
        for size in args.sizes:
            measure(args, pathlib.Path(name), size, curves)
    if args.plot:
        args.plot.parent.mkdir(parents=True, exist_ok=True)
        title = f"Processor seconds by claims, {args.wrong:g} % wrong"
        args.plot.write_text(plot(title, {k: v for k, v in curves.items() if v}), encoding="utf-8")


if __name__ == "__main__":
    main()

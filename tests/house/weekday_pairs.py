#!/usr/bin/env python3
"""Every explicit weekday-date pair of real articles, checked without isnad, against the weekday-mismatch findings of isnad.

usage: weekday_pairs.py --isnad PROGRAM FOLDER

FOLDER holds *.jsonl.gz with the fields id, text, title, published. A pair is a weekday and a day, month and year beside
it, found by a regular expression of this script alone; Python's datetime tells whether they agree. isnad must find each
mismatch. What isnad raises beside these (dates without a year, "yesterday, Monday") is checked as well: by the year that
puts the date near the publication day, by the day that the word means. Printed: pairs, mismatches, found ones, those
missed, and those raised though nothing is wrong. Exit code 1 where there are such.
"""
import argparse, datetime, gzip, json, pathlib, re, subprocess, sys, tempfile

MONTHS = {1: "يناير جانفي|كانون الثاني", 2: "فبراير فيفري شباط", 3: "مارس آذار اذار", 4: "أبريل ابريل إبريل أفريل افريل نيسان",
          5: "مايو ماي أيار ايار", 6: "يونيو جوان حزيران", 7: "يوليو جويلية تموز", 8: "أغسطس اغسطس أوت اوت آب",
          9: "سبتمبر أيلول ايلول", 10: "أكتوبر اكتوبر|تشرين الأول", 11: "نوفمبر|تشرين الثاني", 12: "ديسمبر|كانون الأول"}
WEEKDAYS = ["الاثنين الإثنين الأثنين", "الثلاثاء", "الأربعاء الاربعاء الإربعاء", "الخميس", "الجمعة", "السبت", "الأحد الاحد"]
month = {w: n for n, ws in MONTHS.items() for part in ws.split("|") for w in ([part] if part[:5] in ("كانون", "تشرين") else part.split())}
weekday = {w: i for i, ws in enumerate(WEEKDAYS) for w in ws.split()}
def longest(words):
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
PAIR = re.compile(rf"(?<!\w)(?:[وفبل]|لل)?({longest(weekday)})[\s،,]*(?:الموافق\s*(?:ل\w*\s*)?)?\(?\s*(\d{{1,2}})\s*(?:من\s+)?({longest(month)})"
                  rf"(?:\s*[/\\(-]\s*(?:{longest(month)})\)?)?[\s،,]*(?:من\s+)?(?:(?:عام|العام|سنة)\s+)?(\d{{4}})(?!\d)")
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


def mismatches(text):
    """(byte offset, surface) of the pairs that disagree, and the number of pairs."""
    wrong, pairs = [], 0
    text = text.replace("ـ", "")
    for m in PAIR.finditer(text.translate(DIGITS)):
        try:
            day = datetime.date(int(m[4]), month[m[3]], int(m[2]))
        except ValueError:
            continue
        pairs += 1
        if day.weekday() != weekday[m[1]]:
            wrong.append((m.start(1), m.end(), text[m.start(1):m.end()]))
    return wrong, pairs


def explained(surface, published):
    """Is a finding without a full date right? Its weekday against the day that it means."""
    surface = re.sub("[ـ\u064b-\u0652]", "", surface.translate(DIGITS))
    said = re.search(rf"(?:{longest(weekday)})", surface)
    if not said:
        return False
    date = re.search(rf"(\d{{1,2}})\s*(?:من\s+)?({longest(month)})(?:\D*(\d{{4}}))?", surface)
    if date:
        years = [int(date[3])] if date[3] else [published.year - 1, published.year, published.year + 1]
        days = [datetime.date(y, month[date[2]], int(date[1])) for y in years]
        day = min(days, key=lambda d: abs((d - published).days))
        return day.weekday() != weekday[said[0]] and (date[3] is not None or abs((day - published).days) <= 45)
    for words, days in ((("أول أمس", "أمس الأول", "أول من أمس"), -2), (("أمس", "امس", "البارحة"), -1), (("بعد غد",), 2), (("غد",), 1), (("اليوم",), 0)):
        if any(w in surface for w in words):
            return (published + datetime.timedelta(days=days)).weekday() != weekday[said[0]]
    return False


def findings(program, articles, folder):
    """Weekday-mismatch findings by article: the surfaces."""
    path = pathlib.Path(folder) / "articles.jsonl"
    path.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles), encoding="utf-8")
    out = pathlib.Path(folder) / "findings.json"
    run = subprocess.run([program, "timeline", str(path), "-q", "-o", str(out)], capture_output=True, text=True)
    if run.returncode > 1:
        sys.exit(run.stderr)
    found = {}
    for f in json.loads(out.read_text(encoding="utf-8"))["findings"]:
        if f["rule"] == "weekday-mismatch":
            for e in f["evidence"]:
                found.setdefault(e["document"], []).append(e["text"].replace("ـ", ""))
    return found


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=pathlib.Path)
    ap.add_argument("--isnad", default="isnad")
    args = ap.parse_args()
    differ = False
    for path in sorted(args.folder.glob("*.jsonl.gz")):
        articles = [json.loads(line) for line in gzip.open(path, "rt", encoding="utf-8")]
        with tempfile.TemporaryDirectory() as folder:
            found = findings(args.isnad, articles, folder)
        pairs = wrong = hit = 0
        missed, others = [], []
        for a in articles:
            bad, n = mismatches(a["title"] + "\n\n" + a["text"])
            pairs += n
            wrong += len(bad)
            own = list(found.get(a["id"], []))
            for _, _, surface in bad:
                match = next((f for f in own if f.split()[0][-4:] in surface or surface in f or f in surface), None)
                if match is None:
                    missed.append((a["id"], a["published"][:10], surface))
                else:
                    own.remove(match)
                    hit += 1
            others += [(a["id"], a["published"][:10], f) for f in own]
        days = {a["id"]: datetime.date.fromisoformat(a["published"][:10]) for a in articles}
        false = [o for o in others if not explained(o[2], days[o[0]])]
        print(f"{path.name}: {len(articles)} articles, {pairs} pairs, {wrong} mismatches, {hit} found; {len(others)} findings of other forms, {len(others) - len(false)} right")
        for m in missed:
            print("  missed:", *m)
        for o in false:
            print("  false:", *o)
        differ = differ or bool(missed or false)
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main())

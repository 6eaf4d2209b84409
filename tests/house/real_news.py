#!/usr/bin/env python3
"""What `isnad tag` finds in real news, by kind: the table of docs/real-news.md; and samples to judge by reading.

usage: real_news.py --isnad PROGRAM FOLDER                     the table, as Markdown
       real_news.py --isnad PROGRAM FOLDER --sample N [--seed S]   N expressions of each set in their sentence
       real_news.py --isnad PROGRAM FOLDER --bare N [--seed S]     N sentences that have a figure or a word of time, and no tag

FOLDER holds *.jsonl.gz with the fields id, title, text, published.
"""
import argparse, collections, gzip, json, pathlib, random, re, subprocess, sys, tempfile

KINDS = [  # (name, type, value); the first that fits
    ("range", None, r".+/.+"), ("alternatives", None, r"\[.*"), ("reference (now, earlier, later)", None, r".*_REF"),
    ("set", "SET", r".*"), ("duration, number not told", "DURATION", r"P.*X.*"), ("duration", "DURATION", r"P.*"),
    ("clock time", None, r".*T\d.*"), ("part of a day", None, r".*T[A-Z]{2}"), ("day not known", None, r"XXXX.*"),
    ("day", None, r"\d{4}-\d\d-\d\d"), ("week, weekend", None, r"\d{4}-W\d\d(-WE)?"), ("month", None, r"\d{4}-\d\d"),
    ("quarter, half, season", None, r"\d{4}-(Q\d|H\d|SP|SU|FA|WI)"), ("year", None, r"(BC)?\d{4}"), ("decade", None, r"\d{3}"), ("century", None, r"(BC)?\d\d"), ("millennium", None, r"(BC)?\d"), ("other", None, r".*")]
HINTS = re.compile("[0-9٠-٩]|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|جانفي|فيفري|أفريل|جوان|جويلية|أوت|الاثنين|الثلاثاء|الأربعاء|"
                   "الخميس|الجمعة|السبت|الأحد|يوم|أسبوع|شهر|عام|سنة|سنوات|ساعة|دقيقة|أمس|غدا|صباح|مساء|ليل|فجر|ظهر|قرن|عقد|مؤخر|حالي|الآن|قبل|بعد|منذ|خلال")


def kind(tag):
    return next(n for n, t, v in KINDS if (t is None or t == tag["type"]) and re.fullmatch(v, tag["value"]))


def read(program, path):
    articles = {}
    with tempfile.TemporaryDirectory() as folder:
        plain = pathlib.Path(folder) / "articles.jsonl"
        with plain.open("w", encoding="utf-8") as out:
            for line in gzip.open(path, "rt", encoding="utf-8"):
                a = json.loads(line)
                # One text, so that the offsets of the tags are offsets of it.
                articles[a["id"]] = {"published": a["published"][:10], "text": a["title"] + "\n\n" + a["text"]}
                out.write(json.dumps({"id": a["id"], "published": a["published"], "text": articles[a["id"]]["text"]}, ensure_ascii=False) + "\n")
        tags = pathlib.Path(folder) / "tags.jsonl"
        subprocess.run([program, "tag", str(plain), "-q", "-o", str(tags)], check=True)
        return articles, [json.loads(line) for line in tags.open(encoding="utf-8")]


def around(text, tag, before=90, behind=50):
    data = text.encode()
    cut = lambda a, b: data[max(0, a):b].decode("utf-8", "ignore").replace("\n", " / ")
    return cut(tag["begin"] - before, tag["begin"]) + "[[" + tag["text"] + "]]" + cut(tag["end"], tag["end"] + behind)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder", type=pathlib.Path)
    ap.add_argument("--isnad", default="isnad")
    ap.add_argument("--sample", type=int)
    ap.add_argument("--bare", type=int)
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    table, totals, names = {}, [], []
    for path in sorted(args.folder.glob("*.jsonl.gz")):
        articles, tags = read(args.isnad, path)
        rng = random.Random(args.seed)
        if args.sample:
            print(f"# {path.name}, seed {args.seed}")
            for t in rng.sample(tags, min(args.sample, len(tags))):
                print(articles[t["document"]]["published"], t["value"], t.get("mod", ""), "|", around(articles[t["document"]]["text"], t))
        elif args.bare:
            print(f"# {path.name}, seed {args.seed}")
            spans = collections.defaultdict(list)
            for t in tags:
                spans[t["document"]].append((t["begin"], t["end"]))
            bare = []
            for i, a in articles.items():
                at = 0
                for sentence in re.split(r"(?<=[.!؟?\n])\s", a["text"]):
                    begin, at = at, at + len(sentence.encode()) + 1
                    if 20 <= len(sentence) <= 300 and HINTS.search(sentence) and not any(b < at and begin < e for b, e in spans[i]):
                        bare.append((a["published"], sentence.strip()))
            for line in rng.sample(bare, min(args.bare, len(bare))):
                print(*line)
        else:
            counts = collections.Counter(kind(t) for t in tags)
            names.append(path.name.removesuffix(".jsonl.gz"))
            totals.append((len(articles), len(tags)))
            for name, n in counts.items():
                table.setdefault(name, {})[names[-1]] = n
    if table:
        print("| kind | " + " | ".join(names) + " |\n|---|" + "---:|" * len(names))
        for name, _, _ in KINDS:
            if name in table:
                print(f"| {name} | " + " | ".join(f"{table[name].get(n, 0):,}" for n in names) + " |")
        print("| **all** | " + " | ".join(f"**{t:,}** in {a:,} articles" for a, t in totals) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""real_claims.py --isnad PATH FOLDER [--sample N] [--seed N] - claims of real articles, drawn at random, to judge.

FOLDER holds .jsonl.gz files with the fields text or content, published and perhaps title (docs/claims-real-news.md tells which). Of
each file 170 articles are drawn with the seed, and N of their claims printed, each below its sentence: type, date, speakers.
"""
import argparse
import gzip
import json
import pathlib
import random
import subprocess
import tempfile

ARTICLES = 170


def articles(path, seed):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        found = [json.loads(line) for line in file]
    random.Random(seed).shuffle(found)
    for number, article in enumerate(found[:ARTICLES]):
        title = article.get("title") or ""
        text = (title + "\n\n" if title else "") + (article.get("text") or article.get("content") or "")
        yield {"id": f"{number:04}", "text": text, "published": article.get("published", "")[:10], "title": title}


def claims(isnad, found):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in found), encoding="utf-8")
        run = subprocess.run([isnad, "claims", path], capture_output=True, text=True, check=True)
    records = [json.loads(line) for line in run.stdout.splitlines()]
    documents = {r["document"]["id"]: r["document"] for r in records if isinstance(r.get("document"), dict)}
    return documents, [r["claim"] for r in records if "claim" in r]


def sentence(text, begin, end):
    first = max(text.rfind(b"\n", 0, begin), text.rfind(b". ", 0, begin)) + 1
    last = min((at for at in (text.find(b"\n", end), text.find(b". ", end)) if at >= 0), default=len(text))
    return text[first:last].decode(errors="replace").strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--isnad", default="isnad")
    parser.add_argument("--sample", type=int, default=75)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    for path in sorted(args.folder.glob("*.jsonl.gz")):
        documents, found = claims(args.isnad, list(articles(path, args.seed)))
        print(f"== {path.name}: {len(found)} claims in {len(documents)} articles")
        random.Random(args.seed).shuffle(found)
        for number, claim in enumerate(found[: args.sample], 1):
            document, when = documents[claim["document"]], claim.get("when") or {}
            text = document["text"].encode()
            print(f"{number}. [{document['published'].get('edtf')}] {sentence(text, claim['span']['begin'], claim['span']['end'])}")
            by = " < ".join(s["name"] for s in claim["attribution"]) or "-"
            who = "; ".join(f"{p['role']}={p['name']}" for p in claim["participants"])
            print(f"     {claim['type']} «{claim['trigger']}» | {when.get('edtf')} {when.get('relation')} ({when.get('text')}) | "
                  f"{claim['polarity']} {claim['modality']} | {by} | {who}")


if __name__ == "__main__":
    main()

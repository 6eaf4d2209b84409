"""Constraint networks as news makes them, of any size, the same for the same seed.

Stories of a dozen events; articles about them, each with its day of publication; claims that date an event (a day, some
days, one of two or three days), place it from another or from the day of publication, or take a mention for an event. Of a
hundred claims, `wrong` are off by up to thirty days. What an article tells lies before its publication: those are hard.
The unit is a day.
"""
import json
import random


class Instance:
    """Points by number, 0 the origin; a claim is (weight or None, alternatives), an alternative (from, to, min, max)."""

    def __init__(self, claims, wrong=5.0, story=12.0, seed=1):
        self.random = random.Random(f"{claims} {wrong} {story} {seed}")
        self.wrong = wrong
        self.points = ["origin"]
        self.truth = [0]
        self.claims = []
        self.soft = 0
        stories = self.stories(max(3, claims // 8), story)
        while self.soft < claims:
            self.article(self.random.choice(stories), claims)

    def point(self, name, day):
        self.points.append(name)
        self.truth.append(day)
        return len(self.points) - 1

    def stories(self, events, mean):
        """Each event's story, as often as it has events: long stories are told more."""
        out = []
        while events > 0:
            size = min(events, 1 + int(self.random.expovariate(1 / max(1.0, mean - 1))))
            first, span = self.random.randrange(2000, 9000), max(5, size * self.random.randint(1, 6))
            story = [self.point(f"e{len(self.points)}", first + self.random.randrange(span)) for _ in range(size)]
            out += [story] * size
            events -= size
        return out

    def add(self, weight, *alternatives):
        self.claims.append((weight, alternatives))
        self.soft += weight is not None

    def article(self, story, claims):
        r = self.random
        trust = r.choice([3, 5, 6, 7, 8, 9, 10])
        told = [r.choice(story) for _ in range(1 + int(r.expovariate(0.25)))]
        day = max(self.truth[e] for e in told) + min(30, int(r.expovariate(0.4)))
        published = self.point(f"p{len(self.points)}", day)
        if r.random() < 0.7:
            self.add(max(1, trust // 2), (0, published, day, day))
        for event in told:
            if self.soft < claims:
                self.statement(story, event, published, trust)

    def statement(self, story, event, published, trust):
        r = self.random
        weight = max(1, trust * r.choice([6, 8, 9, 10]) // 10)
        off = r.choice([-1, 1]) * r.randint(1, 30) if r.random() * 100 < self.wrong else 0
        at = self.truth[event] + off
        if r.random() < 0.1:  # who is meant is not certain
            mention = self.point(f"m{len(self.points)}", self.truth[event])
            meant = r.choice(story) if r.random() * 100 < self.wrong else event
            self.add(max(1, weight // 2), (meant, mention, 0, 0))
            event = mention
        self.claims.append((None, [(event, published, 0, None)]))
        kind = r.random()
        if kind < 0.12:  # one of some days
            days = {at, at + r.choice([-1, 1, -7, 7, 30, -30])} | ({at + r.choice([-2, 2, 14])} if r.random() < 0.3 else set())
            self.add(weight, *((0, event, d, d) for d in sorted(days)))
        elif kind < 0.35 and len(story) > 1:  # the next day, within some days, before, after
            other = r.choice([e for e in story if e != event])
            gap = at - self.truth[other]
            low, high = r.choice([(gap, gap), (min(0, gap), max(0, gap) + 5), (gap - 2, gap + 2),
                                  (0, None) if gap >= 0 else (None, 0)])
            self.add(weight, (other, event, low, high))
        elif kind < 0.46:  # yesterday, on Tuesday
            ago = max(0, self.truth[published] - at)
            self.add(weight, (event, published, ago, ago))
        else:  # a day, or some days
            slack = r.choice([0, 0, 0, 3, 10, 30])
            low = at - r.randint(0, slack)
            self.add(weight, (0, event, low, low + slack))

    def write_json(self, path):
        """What `isnad solve` reads."""
        def atom(a):
            out = {"from": self.points[a[0]], "to": self.points[a[1]], "min": a[2], "max": a[3]}
            return {k: v for k, v in out.items() if v is not None}

        with open(path, "w", encoding="utf-8") as f:
            lists = [
                ("points", (p for p in self.points[1:])),
                ("claims", ({"id": f"c{i}", "hard": True} if w is None else {"id": f"c{i}", "weight": w}
                            for i, (w, _) in enumerate(self.claims))),
                ("clauses", ({"claim": f"c{i}", "any": [atom(a) for a in alternatives]}
                             for i, (_, alternatives) in enumerate(self.claims))),
            ]
            for number, (name, items) in enumerate(lists):
                f.write(("{" if number == 0 else ",\n") + f'"{name}":[')
                for position, item in enumerate(items):
                    f.write((",\n" if position else "") + json.dumps(item, separators=(",", ":")))
                f.write("]")
            f.write("}\n")

    def write_smt(self, path, repair):
        """SMT-LIB: whether all claims can hold; or, with `repair`, the least weight to give up."""
        def number(n):
            return str(n) if n >= 0 else f"(- {-n})"

        def atom(a):
            distance = f"(- {self.points[a[1]]} {self.points[a[0]]})"
            bounds = [f"(>= {distance} {number(a[2])})"] if a[2] is not None else []
            bounds += [f"(<= {distance} {number(a[3])})"] if a[3] is not None else []
            return bounds[0] if len(bounds) == 1 else f"(and {' '.join(bounds)})"

        with open(path, "w", encoding="utf-8") as f:
            if not repair:
                f.write("(set-logic QF_IDL)\n")
            for p in self.points:
                f.write(f"(declare-fun {p} () Int)\n")
            for weight, alternatives in self.claims:
                atoms = [atom(a) for a in alternatives]
                meaning = atoms[0] if len(atoms) == 1 else f"(or {' '.join(atoms)})"
                soft = repair and weight is not None
                f.write(f"(assert-soft {meaning} :weight {weight} :id lost)\n" if soft else f"(assert {meaning})\n")
            f.write("(check-sat)\n" + ("(get-objectives)\n" if repair else ""))

"""Which pairs of FNC-1 bodies are judged in the origins gold, and how an annotator looks at one.

    python -m quality.origin_pairs draw                 the pairs: left id, right id, half, containment
    python -m quality.origin_pairs view 12 13           two bodies, what they share word for word marked

Drawn are pairs whose containment is .3 or more, and pairs of bodies that take a stance on one headline and share less. A story
is in one half whole: "build" has only bodies with even ids, "report" the pairs with an odd id. Nothing of a text is kept.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quality.stories import TOGETHER, topics
from sayso.records import Span

DATA = Path("../shared/data")
GRAM, REUSED = 7, 0.3
SEED = 20150
# How many pairs a half is to have of each sort, and how many one story may give.
WANTED = {"reuse": 100, "story": 50}
AT_MOST = {"reuse": 8, "story": 3}
LEAST = 6  # words a passage has that a view marks
SHOWN = 14  # words of a shared passage that a view prints before and after its middle
_WORD = re.compile(r"\w+")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A pair to be judged; ``sort`` is "reuse" or "story"."""

    left: str
    right: str
    half: str
    sort: str
    containment: float


def bodies(data: Path) -> dict[str, str]:
    with (data / "stance" / "fnc-1" / "train_bodies.csv").open(encoding="utf-8", newline="") as f:
        return {row["Body ID"]: row["articleBody"] for row in csv.DictReader(f)}


def grams(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1))


def containments(texts: dict[str, str]) -> dict[Pair, float]:
    """Share of the distinct word 7-grams of the text that has fewer of them which stand in the other, where any does."""
    runs, holders = {i: grams(t) for i, t in texts.items()}, defaultdict[tuple[str, ...], list[str]](list)
    for i, found in runs.items():
        for run in found:
            holders[run].append(i)
    shared = Counter((a, b) for ids in holders.values() for k, a in enumerate(ids) for b in ids[k + 1 :])
    return {(a, b): n / min(len(runs[a]), len(runs[b])) for (a, b), n in shared.items()}


def on_one_headline(data: Path, texts: dict[str, str]) -> set[Pair]:
    """Pairs of bodies that agree with, discuss or deny one headline."""
    by_headline, order = defaultdict[str, set[str]](set), {i: n for n, i in enumerate(texts)}
    with (data / "stance" / "fnc-1" / "train_stances.csv").open(encoding="utf-8", newline="") as f:
        for row in csv.DictReader(f):
            if row["Stance"] in TOGETHER and row["Body ID"] in texts:
                by_headline[row["Headline"]].add(row["Body ID"])
    ordered = (sorted(ids, key=order.__getitem__) for ids in by_headline.values())
    return {(a, b) for ids in ordered for k, a in enumerate(ids) for b in ids[k + 1 :]}


def even(pair: Pair) -> bool:
    return not any(int(i) % 2 for i in pair)


def halves(topic: dict[str, int], reuse: list[Pair]) -> dict[int, str]:
    """A story is for building where many of its pairs have two even ids; one without reuse goes by its number."""
    evens = Counter(topic[p[0]] for p in reuse if even(p))
    all_of = Counter(topic[p[0]] for p in reuse)
    return {t: "build" if (4 * evens[t] > all_of[t] if all_of[t] else t % 2) else "report" for t in set(topic.values())}


def draw(data: Path = DATA) -> list[Drawn]:
    texts = bodies(data)
    topic, share = topics(data / "stance" / "fnc-1", texts), containments(texts)
    reuse = sorted(p for p, c in share.items() if c >= REUSED)
    story = sorted(on_one_headline(data, texts) - set(reuse))
    half, chance = halves(topic, reuse), random.Random(SEED)
    drawn = [
        Drawn(*p, h, sort, round(share.get(p, 0.0), 3))
        for sort, pairs in (("reuse", reuse), ("story", story))
        for h in ("build", "report")
        for p in some(chance, [p for p in pairs if fits(p, h, half, topic)], topic, sort)
    ]
    chance.shuffle(drawn)
    return sorted(drawn, key=lambda d: d.half)


def fits(pair: Pair, half: str, of: dict[int, str], topic: dict[str, int]) -> bool:
    return even(pair) == (half == "build") and all(of[topic[i]] == half for i in pair)


def some(chance: random.Random, pairs: list[Pair], topic: dict[str, int], sort: str) -> Iterator[Pair]:
    chance.shuffle(pairs)
    taken = Counter[int]()
    for pair in pairs:
        if taken[topic[pair[0]]] < AT_MOST[sort] and taken.total() < WANTED[sort]:
            taken[topic[pair[0]]] += 1
            yield pair


def common(a: str, b: str) -> list[tuple[Span, Span, int]]:
    """Runs of words that stand in both, in the order of the left text, the longest from each place on; with their words."""
    left, right = list(_WORD.finditer(a)), list(_WORD.finditer(b))
    mine, theirs = [m.group().casefold() for m in left], [m.group().casefold() for m in right]
    where = defaultdict[tuple[str, ...], list[int]](list)
    for j in range(len(theirs) - LEAST + 1):
        where[tuple(theirs[j : j + LEAST])].append(j)
    found, i = [], 0
    while i < len(mine):
        n, j = max(((_run(mine, i, theirs, j), -j) for j in where.get(tuple(mine[i : i + LEAST]), ())), default=(0, 0))
        if n:
            spans = [Span(m[k].start(), m[k + n - 1].end()) for m, k in ((left, i), (right, -j))]
            found.append((spans[0], spans[1], n))
        i += n or 1
    return found


def _run(a: list[str], i: int, b: list[str], j: int) -> int:
    n = 0
    while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
        n += 1
    return n


def longest(a: str, b: str) -> tuple[Span, Span] | None:
    """The longest run of words that stands in both, in each."""
    found = max(common(a, b), key=lambda c: (c[2], -c[0].start), default=None)
    return found and (found[0], found[1])


def marked(text: str, spans: Iterable[Span]) -> str:
    """A text with what is shared in brackets, long passages cut in the middle."""
    out, at = [], 0
    for span in sorted(spans):
        inside = text[span.start : span.end].split()
        cut = len(inside) - 2 * SHOWN
        short = inside if cut < 3 else [*inside[:SHOWN], f"..{cut}..", *inside[-SHOWN:]]
        out += [text[at : max(at, span.start)], "[[", " ".join(short), "]]"]
        at = max(at, span.end)
    return re.sub(r"\s*\n\s*", "\n", "".join((*out, text[at:])))


def view(left: str, right: str, data: Path = DATA) -> str:
    texts = bodies(data)
    found = common(texts[left], texts[right])
    sides = ((left, [f[0] for f in found]), (right, [f[1] for f in found]))
    return "\n".join(f"--- {id}: {len(texts[id].split())} words\n{marked(texts[id], spans)}" for id, spans in sides)


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("what", choices=("draw", "view"))
    args.add_argument("ids", nargs="*", metavar="ID", help="of two bodies")
    args.add_argument("--data", type=Path, default=DATA)
    given = args.parse_args()
    if given.what == "view":
        left, right = given.ids
        print(view(left, right, given.data))
        return
    for d in draw(given.data):
        print(d.left, d.right, d.half, d.sort, d.containment, sep="\t")


if __name__ == "__main__":
    main()

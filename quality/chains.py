"""Chains: for every claim in somebody's mouth the whole way by which it came, measured on the chains gold.

The gold (``quality/gold/chains``) is stand-off for 24 Wikinews texts and 40 MUC-4 development reports, and marked text for 60
short ones of our own. Rules were built against the half called "build"; the half called "report" was only measured. ``linked``
says when two attributions are the same one.

- attributions: detection; links: child and parent both found and linked so; "below the outlet": without those whose parent is
  the outlet's own voice, which are easy.
- chain accuracy: gold attributions whose whole way up to the outlet is there, link by link and no longer, of all gold ones;
  "of those found": the same of the system's.
- kind: of matched ones; who: where the gold names the one that a pronoun or description speaks of, is it that one.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.attribute import marked

from quality.linked import Counts, Linked, compared, of_notes, of_system
from quality.standoff import Annotated, Said, corpus, load
from quality.table import Row
from sayso.attribute import attribute
from sayso.lang import Pack
from sayso.lang import load as load_pack
from sayso.parse import Parser
from sayso.records import Report, Span, digest
from sayso.structure import lay_out, structure

GOLD = Path(__file__).parent / "gold" / "chains"
OUTLET = "the Valley Post"
HALVES = ("report", "build")


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its gold; ``corpus`` is "wikinews", "muc4" or "own"."""

    name: str
    corpus: str
    half: str
    text: str
    gold: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """A text and what the system makes of it."""

    text: Text
    found: tuple[Linked, ...]


# ---------------------------------------------------------------- the gold


def texts(data: Path, folder: Path = GOLD) -> list[Text]:
    """All annotated texts that are there and are the ones annotated; says on the error stream which are not."""
    return [*_standoff(data, folder), *own(folder / "own.marked")]


def _standoff(data: Path, folder: Path) -> Iterator[Text]:
    gold = {a.text: a for path in sorted(folder.glob("*.jsonl"), reverse=True) for a in load(path)}
    try:
        there = corpus(data) if gold else {}
    except OSError as error:
        print(f"chains: the annotated texts are not there ({error})", file=sys.stderr)
        return
    for name, one in sorted(gold.items()):
        text = there.get(name)
        if text is None or hashlib.sha256(text.encode()).hexdigest() != one.sha256:
            why = "is not there" if text is None else "is another text than the one annotated"
            print(f"chains: {name} {why}", file=sys.stderr)
            continue
        yield _text(one, text)


def _text(one: Annotated, text: str) -> Text:
    return Text(one.text, "wikinews" if one.text.startswith("GUM_") else "muc4", one.half, text, tuple(of_notes(one.said)))


def own(path: Path) -> list[Text]:
    """Our own short texts: odd ones to build against, even ones to report."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    read = [marked.read(line) for line in lines if line and line[0] != "#"]
    return [
        Text(f"own {k}", "own", HALVES[k % 2], text, tuple(of_notes(list(_noted(said)))))
        for k, (text, said) in enumerate(read, 1)
    ]


def _noted(said: dict[str, marked.Said]) -> Iterator[Said]:
    """Marked text as notes; of what is carried over the speaker is the one it is carried over from."""
    number = {key: k for k, key in enumerate(said, 1)}
    for key, one in said.items():
        carried = said.get(key.rstrip("+")) if key.endswith("+") else None
        who = carried.source if carried else None
        content = tuple(one.content) or _around(said, key)
        flags = ("carried",) if carried else ()
        yield Said(number[key], number.get(str(one.under), 0), "", one.source, one.cue, content, flags, who)


def _around(said: dict[str, marked.Said], key: str) -> tuple[Span, ...]:
    """Of an attribution without braces of its own what those under it say."""
    return tuple(s for other in said.values() if str(other.under) == key for s in other.content)


# ---------------------------------------------------------------- the system


def readings(gold: Iterable[Text], pack: Pack, parser: Parser) -> Iterator[Read]:
    """Each text laid out, parsed and attributed."""
    every = list(gold)
    reports = [
        lay_out(Report(digest("r", t.name, t.text), t.text, publisher=OUTLET if t.corpus == "own" else None, language="en"), pack)
        for t in every
    ]
    for text, report, parse in zip(every, reports, parser.parse(reports), strict=True):
        built = structure(report, parse, pack)
        yield Read(text, tuple(of_system(attribute(report, parse, built, pack), built)))


# ---------------------------------------------------------------- the table


def rows(read: Iterable[Read]) -> list[Row]:
    """All numbers on both halves, and the main ones for each corpus."""
    every = list(read)
    out: list[Row] = []
    for half in HALVES:
        here = [r for r in every if r.text.half == half]
        out += _rows(f"{half} half", _counts(here), whole=True) if here else []
        for name in sorted({r.text.corpus for r in here}):
            out += _rows(f"{name}, {half} half", _counts([r for r in here if r.text.corpus == name]), whole=False)
    return out


def _counts(read: Iterable[Read]) -> Counts:
    total = Counts()
    for r in read:
        total.add(compared(r.text.gold, r.found))
    return total


def _rows(name: str, counts: Counts, whole: bool) -> list[Row]:
    c = counts.of
    out = _three(name, "attributions", "", counts) + _three(name, "links", " links", counts)
    out += _three(name, "links below the outlet", " links deep", counts)
    out += [
        _share(name, "chains, accuracy", c["gold chains hit"], c["gold chains"]),
        _share(name, "chains, accuracy of those found", c["found chains hit"], c["found chains"]),
        _share(name, "chains of two and more, accuracy", c["gold chains deep hit"], c["gold chains deep"]),
    ]
    if counts.kinds:
        same = sum(k for (a, b), k in counts.kinds.items() if a == b)
        out.append(_share(name, "kind of source, accuracy", same, counts.kinds.total()))
    if c["who"]:
        out.append(_share(name, "who is meant, accuracy", c["who hit"], c["who"]))
        out.append(_share(name, "who is meant, P", c["who hit"], c["who hit"] + c["who wrong"]))
    kept = ("F1", "accuracy")
    return out if whole else [r for r in out if r.metric.endswith(kept)]


def _three(name: str, metric: str, key: str, counts: Counts) -> list[Row]:
    c = counts.of
    p, r = (c[f"{side}{key} hit"] / max(1, c[f"{side}{key}"]) for side in ("found", "gold"))
    f = 2 * p * r / (p + r) if p + r else 0.0
    said, true = c[f"found{key}"], c[f"gold{key}"]
    values = (("P", p, said), ("R", r, true), ("F1", f, true))
    return [Row("chains", name, f"{metric}, {m}", round(v, 4), None, n) for m, v, n in values]


def _share(name: str, metric: str, hits: int, of: int) -> Row:
    return Row("chains", name, metric, round(hits / of, 4) if of else 0.0, None, of)


def measure(data: Path) -> list[Row]:
    """Rows for the table of all capabilities."""
    gold = texts(data)
    if not any(t.corpus != "own" for t in gold):
        print("chains: no stand-off gold to measure on, only our own short texts", file=sys.stderr)
    pack = load_pack("en")
    return rows(readings(gold, pack, Parser(pack.folder, 1)))


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--data", type=Path, default=Path("../shared/data"))
    for row in measure(given.parse_args().data):
        print(f"{row.corpus:24} {row.metric:42} {row.value:.4f}  n={row.n}")


if __name__ == "__main__":
    main()

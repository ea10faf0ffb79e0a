"""Coreference on GUM's news: who is who, on GUM's trees and from the raw text.

A mention of ours and one of GUM's are the same where their head words lie in one place, since GUM's mentions hold clauses
and appositions that ours leave out. Entities of one mention are left out on both sides, as in OntoNotes; times too, since
they are grounding's. Part of a mention of GUM's that we split ("campaigner | Lea Brandt") counts for neither side.
"who" are persons, organizations and places alone: what attribution and claims need.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from training.corpora import read_conllu

from quality.table import Row, prf
from quality.treebank import Text, texts
from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Block, NameSpan, Parse, Report, Span, Structure
from sayso.structure import structure

GENRE = "GUM_news"
WHO = frozenset(("person", "organization", "place"))
_BRACKETS = re.compile(r"\([^()]*\)?|[^()]+\)")
_PARTS = ("flat", "appos", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Gold:
    """Start of the head word -> entity, and entity -> its kind; ``parse`` holds GUM's own trees."""

    report: Report
    parse: Parse
    entity: dict[int, str]
    kinds: dict[str, str]

    def clusters(self, kinds: frozenset[str]) -> list[set[int]]:
        found: dict[str, set[int]] = defaultdict(set)
        for at, entity in self.entity.items():
            if self.kinds[entity] != "time" and (not kinds or self.kinds[entity] in kinds):
                found[entity].add(at)
        return list(found.values())


# ---------------------------------------------------------------- GUM


def gold(path: Path, genre: str = GENRE) -> Iterator[Gold]:
    """The documents of a genre with their entities."""
    documents = read_conllu(path)
    rows = _rows(path)
    for text, document, columns in zip(texts(path), documents, rows, strict=True):
        if not text.id.startswith(genre):
            continue
        parse = _gold_parse(text, [c[0] for c in columns], document.mentions or [])
        blocks = [text.words[first][0] for first in text.blocks]
        ends = [text.words[first - 1][1] for first in [*text.blocks[1:], len(text.words)]]
        spans = tuple(Block("paragraph", Span(a, b)) for a, b in zip(blocks, ends, strict=True))
        entity, kinds = _entities(parse, [c[1] for c in columns])
        yield Gold(Report(text.id, text.text, spans, language="en"), parse, entity, kinds)


def _rows(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Lemma and Entity= of each word of each document."""
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc") and rows:
            yield rows
            rows = []
        p = line.split("\t")
        if p[0].isdigit():
            entity = re.search(r"Entity=([^|]*)", p[9])
            rows.append((p[2], entity.group(1) if entity else ""))
    yield rows


def _gold_parse(text: Text, lemmas: list[str], mentions: list[str]) -> Parse:
    n = len(text.words)
    starts = [*text.sentences, n]
    sentences = list(pairwise(starts))
    children: list[list[int]] = [[] for _ in range(n)]
    for i, head in enumerate(text.heads):
        if head >= 0:
            children[head].append(i)
    return Parse(
        text.text, [Span(*w) for w in text.words], sentences, text.upos, text.xpos, lemmas, text.heads, text.relations,
        _name_spans(text.names), mentions, np.zeros((n, 7), np.float32), np.zeros((n, 128), np.float32),
        [k for k, (a, b) in enumerate(sentences) for _ in range(a, b)], children,
    )  # fmt: skip


def _name_spans(tags: list[str]) -> list[NameSpan]:
    out: list[NameSpan] = []
    for i, tag in enumerate(tags):
        if tag[0] == "B":
            out.append(NameSpan(i, i + 1, tag[2:]))
        elif tag[0] == "I":
            out[-1] = NameSpan(out[-1].first, i + 1, out[-1].kind)
    return out


def _entities(parse: Parse, brackets: list[str]) -> tuple[dict[int, str], dict[str, str]]:
    found, open_ = [], []  # type: list[tuple[int, int, str, str]], list[tuple[str, int, str]]
    for i, marks in enumerate(brackets):
        for part in _BRACKETS.findall(marks):
            name, *rest = part.strip("()").split("-")
            if part[0] == "(":
                open_.append((name, i, rest[0]))
            if part[-1] == ")":
                at = max(k for k, o in enumerate(open_) if o[0] == name)
                _, start, kind = open_.pop(at)
                found.append((start, i, name, kind))
    entity: dict[int, str] = {}
    kinds: dict[str, str] = {}
    for start, stop, name, kind in sorted(found, key=lambda m: m[0] - m[1]):
        entity.setdefault(parse.words[_head(parse, start, stop)].start, name)
        kinds[name] = kind
    return entity, kinds


def _head(parse: Parse, start: int, stop: int) -> int:
    outside = (i for i in range(start, stop + 1) if not start <= parse.heads[i] <= stop and parse.upos[i] != "PUNCT")
    return next(outside, start)


# ---------------------------------------------------------------- scores


def score(true: Gold, ours: Structure, kinds: frozenset[str], counts: Counter[str]) -> None:
    """Adds one document to the counts of mentions, MUC and B-cubed."""
    heads = {m.id: m.head.start for m in ours.mentions if not _part(true, m.head.start)}
    said, every = set(heads.values()), set(true.entity)
    wanted = {at for c in true.clusters(kinds) for at in c}
    counts.update(said_true=len(said & every), said=len(said), found=len(said & wanted), wanted=len(wanted))
    key = [c for c in true.clusters(kinds) if len(c) > 1]
    response = [{heads[m] for m in e.mentions if m in heads} for e in ours.entities]
    response = [r for r in response if len(r) > 1 and (not kinds or any(_kind(true, h) in kinds for h in r))]
    for name, these, those in (("p", response, key), ("r", key, response)):
        of = {h: c for c in those for h in c}
        for c in these:
            counts[f"muc {name}"] += len(c) - len({id(of[h]) if h in of else -h - 1 for h in c})
            counts[f"muc {name} of"] += len(c) - 1
            counts[f"b3 {name} of"] += len(c)
            counts[f"b3 {name}"] += sum(len(c & of.get(h, set())) / len(c) for h in c)  # type: ignore[assignment]


def _kind(true: Gold, at: int) -> str:
    return true.kinds.get(true.entity.get(at, ""), "")


def _part(true: Gold, at: int) -> bool:
    """Is it a word within one of GUM's mentions that has its head elsewhere, by GUM's own tree?"""
    if at in true.entity:
        return False
    parse = true.parse
    i = parse.words_in(Span(at, at + 100_000)).start
    head = parse.heads[i] if i < len(parse.words) else -1
    return head >= 0 and parse.relations[i].split(":")[0] in _PARTS and parse.words[head].start in true.entity


def rows(corpus: str, counts: Counter[str], who: bool) -> list[Row]:
    """Precision, recall and F1 of what was counted."""
    out = []
    kinds = "who, " if who else ""
    for name, title in (("b3", "B-cubed"), ("muc", "MUC")):
        p, r = (counts[f"{name} {x}"] / max(1, counts[f"{name} {x} of"]) for x in "pr")
        values = (p, r, 2 * p * r / (p + r) if p + r else 0.0)
        n = counts[f"{name} r of"]
        out += [Row("coreference", corpus, f"{kinds}{title} {m}", v, n=n) for m, v in zip(("P", "R", "F1"), values, strict=True)]
    if not who:
        precision, _, _ = prf(counts["said_true"], counts["said"], counts["wanted"])
        _, recall, _ = prf(counts["found"], counts["said"], counts["wanted"])
        out += [Row("coreference", corpus, f"mentions {m}", v, n=counts["wanted"]) for m, v in (("P", precision), ("R", recall))]
    return out


def measure(data: Path, parts: tuple[str, ...] = ("dev", "test"), genre: str = GENRE) -> list[Row]:
    """MUC, B-cubed and mention detection, on gold trees and end to end."""
    pack = load("en")
    documents = [g for part in parts for g in gold(data / "ud" / f"en_gum-{part}.conllu", genre)]
    parses = Parser(pack.folder).parse([g.report for g in documents])
    out: list[Row] = []
    corpus = f"{genre} {'+'.join(parts)}"
    for name, trees in (("gold trees", [g.parse for g in documents]), ("raw text", parses)):
        ours = [structure(g.report, p, pack) for g, p in zip(documents, trees, strict=True)]
        for kinds in (frozenset[str](), WHO):
            counts: Counter[str] = Counter()
            for g, s in zip(documents, ours, strict=True):
                score(g, s, kinds, counts)
            out += rows(f"{corpus}, {name}", counts, bool(kinds))
    return out


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--parts", default="dev,test")
    options.add_argument("--genre", default=GENRE)
    given = options.parse_args()
    for row in measure(given.data, tuple(given.parts.split(",")), given.genre):
        print(f"{row.corpus:38} {row.metric:16} {row.value:.3f} {row.n}")


if __name__ == "__main__":
    main()

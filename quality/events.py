"""Which claims tell of one event? Measured on ECB+'s development mentions that are heads of our claims.

ECB+ is 196 short reports in eight topics, each of two events that are easily taken for one another. Mentions of events are the
corpus' own; which of them tell of one event, within and across reports, is ours: stories are found by ``stories`` and not given,
and within a story claims are grouped by ``events``. A mention is a claim's head if the two overlap; of others nothing is known
and they are left out, on both sides. Singletons are kept, as is usual for ECB+, and the score without them is given beside it.
The baseline in the same run joins mentions with one lemma in one topic.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality.clusters import Group, b_cubed, ceaf_e, conll, muc
from quality.table import Row
from quality.tokens import written
from sayso import run
from sayso.records import Reading, Report, Span
from sayso.relate import profiles
from sayso.relate.claims import claims_of
from sayso.relate.events import events
from sayso.relate.stories import stories
from sayso.resources import Resources
from sayso.settings import Settings

FILE = "events/ecb-dev-mentions.json"
BUILD = frozenset({"2", "12", "18", "34"})  # topics whose errors were read while the rules were made


@dataclass(frozen=True)
class Mention:
    """An event as a report names it: its characters, the lemma of its main word, and the event it is."""

    id: str
    span: Span
    lemma: str
    event: str


@dataclass(frozen=True)
class Document:
    report: Report
    topic: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Item:
    """A mention that is a claim's head, with the group we put the claim in and the story we found its report in."""

    mention: Mention
    topic: str
    story: int
    group: str


def measure(data: Path) -> list[Row]:
    documents = read_documents(data / FILE)
    readings = read(documents)
    items = list(aligned(documents, readings))
    mentions = sum(len(d.mentions) for d in documents)
    covered = Row("events", "ECB+ dev", "mentions that are claims' heads", len(items) / mentions, None, mentions)
    return [covered, *rows("ECB+ dev", items), *rows("ECB+ dev, topics not read", [i for i in items if i.topic not in BUILD])]


def rows(corpus: str, items: Sequence[Item]) -> list[Row]:
    true, ours = grouped(items, lambda i: (i.topic, i.mention.event)), grouped(items, lambda i: i.group)
    lemma, n = grouped(items, lambda i: (i.topic, i.mention.lemma)), len(items)
    several = frozenset(x for g in true if len(g) > 1 for x in g)
    found = [
        Row("events", corpus, f"{name} {part}", value, None, n)
        for name, score in (("MUC", muc), ("B-cubed", b_cubed), ("CEAF-e", ceaf_e))
        for part, value in zip(("precision", "recall", "F1"), score(ours, true), strict=True)
    ]
    return [
        *found, Row("events", corpus, "CoNLL F1", conll(ours, true), 0.74, n),
        Row("events", corpus, "CoNLL F1 without singletons", conll(only(ours, several), only(true, several)), None, len(several)),
        Row("events", corpus, "CoNLL F1 of one lemma in one topic (baseline)", conll(lemma, true), None, n),
    ]  # fmt: skip


def grouped(items: Iterable[Item], by: Callable[[Item], object]) -> list[Group]:
    found: defaultdict[object, set[str]] = defaultdict(set)
    for item in items:
        found[by(item)].add(item.mention.id)
    return [frozenset(g) for g in found.values()]


def only(groups: Iterable[Group], kept: Group) -> list[Group]:
    return [g & kept for g in groups if g & kept]


def read(documents: Sequence[Document]) -> dict[str, Reading]:
    resources = Resources(Settings())
    found = run.readings(iter([d.report for d in documents]), resources)
    return {r.report.id: r for r in found if isinstance(r, Reading)}


def aligned(documents: Sequence[Document], readings: dict[str, Reading]) -> Iterator[Item]:
    """A claim that is compared with none (an order, an opinion) is a group of its own."""
    told = {p.id: p for p in profiles(list(readings.values()))}
    where: dict[str, int] = {}
    groups: dict[tuple[str, str], str] = {}
    for n, story in enumerate(stories(list(readings.values()))):
        where |= dict.fromkeys(story, n)
        claims = claims_of([told[id] for id in story], range(len(story)))
        groups |= {(claims[i].profile.id, claims[i].claim.id): f"{n} {k}" for k, g in enumerate(events(claims)) for i in g}
    for document in documents:
        for mention in document.mentions:
            claim = next((c for c in readings[document.report.id].claims if c.head.overlaps(mention.span)), None)
            if claim:
                group = groups.get((document.report.id, claim.id), mention.id)
                yield Item(mention, document.topic, where[document.report.id], group)


def read_documents(path: Path) -> list[Document]:
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in json.loads(path.read_text(encoding="utf-8")):
        found[row["doc_id"]].append(row)
    return [_document(name, mentions) for name, mentions in found.items()]


def _document(name: str, mentions: Sequence[dict[str, Any]]) -> Document:
    text = written(mentions[0]["mention_context"], {_start(row) for row in mentions})
    topic = re.match(r"\d+", mentions[0]["topic_id"])
    made = tuple(_mention(r, text.tokens) for r in mentions)
    return Document(Report(name, text.text, language="en"), topic.group() if topic else "", made)


def _mention(row: dict[str, Any], tokens: Sequence[Span]) -> Mention:
    span = Span(tokens[row["tokens_number"][0]].start, tokens[row["tokens_number"][-1]].end)
    return Mention(row["mention_id"], span, row["mention_head_lemma"].casefold(), row["coref_chain"])


def _start(row: dict[str, Any]) -> int:
    """The first token of a mention's sentence: the mention's id ends with its tokens' places in the sentence."""
    return int(row["tokens_number"][0]) - int(row["mention_id"].removeprefix(row["doc_id"]).split("_")[2])

"""Attributions with their links, whoever noted them: an annotator, the system, or marked text. Two such sets are matched and
compared link by link.

An attribution of one side is that of the other if their cues overlap, and their sources overlap or are both absent. Where one
of the two has no cue (speech that runs on), their contents must overlap by half of the smaller one and the speakers be the same;
there one may stand for several, for it is taste whether a second quotation is a part of the first content or is carried on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from quality.standoff import Said
from sayso.records import Attribution, Span, Structure

Pairs = dict[int, int]


@dataclass(frozen=True, slots=True)
class Linked:
    """One attribution; joint sources are one. ``known`` are other places where the text speaks of its source."""

    sources: tuple[Span, ...]
    cue: Span | None
    content: tuple[Span, ...]
    under: int | None  # its number in its list; None under the outlet's own voice
    kind: str
    known: tuple[Span, ...] = ()
    sure: bool = False  # said to be somebody whom the text names elsewhere
    doubt: bool = False  # its annotator was not sure that it is one: neither asked for nor held against who finds it


@dataclass(slots=True)
class Counts:
    """What is counted over texts, to be added up."""

    of: Counter[str] = field(default_factory=Counter)
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, other: Counts) -> None:
        self.of += other.of
        self.kinds += other.kinds


# ---------------------------------------------------------------- the two sides


def of_notes(said: Sequence[Said]) -> list[Linked]:
    """The gold's, or another annotator's."""
    number = {s.id: k for k, s in enumerate(said)}
    return [
        Linked(_one(s.source), s.cue, s.content, number.get(s.under), s.kind, _one(s.who), bool(s.who), "doubt" in s.flags)
        for s in said
    ]


def _one(span: Span | None) -> tuple[Span, ...]:
    return (span,) if span is not None else ()


def of_system(found: Sequence[Attribution], structure: Structure) -> list[Linked]:
    """The system's: attributions with the same cue and content, but of an outlet that was told, are one."""
    spans = {m.id: m.span for m in structure.mentions}
    named = {e.id: tuple(spans[m] for m in e.mentions if m in spans) for e in structure.entities}
    groups: dict[object, list[Attribution]] = {}
    for a in found:
        if a.under is not None:
            groups.setdefault((a.cue, a.content, "heard" in a.why, a.under), []).append(a)
    number = {a.id: k for k, several in enumerate(groups.values()) for a in several}
    return [_joined(several, number, named) for several in groups.values()]


def _joined(several: list[Attribution], number: Mapping[str, int], named: Mapping[str, tuple[Span, ...]]) -> Linked:
    first = several[0]
    sources = tuple(a.source.span for a in several if a.source.span is not None)
    known = tuple(s for a in several for s in named.get(a.source.entity or "", ()))
    elsewhere = any(not s.overlaps(t) for s in known for t in sources[:1])
    under = number.get(first.under or "")
    if first.cue is None and first.voice == "carried":
        return Linked((), None, first.content, under, first.source.kind, (*sources, *known), elsewhere)
    sources += tuple(_antecedent(s, known) for a in several if (s := a.source.span) is not None and _relative(a))
    return Linked(sources, first.cue, first.content, under, first.source.kind, known, elsewhere)


def _relative(a: Attribution) -> bool:
    """"the clerk *who* said it": the source is a pronoun, described by what it stands for."""
    return a.source.span is not None and a.source.span.end - a.source.span.start <= 5 and len(a.source.description) > 5


def _antecedent(pronoun: Span, known: Sequence[Span]) -> Span:
    """The last place before a relative pronoun where the text speaks of the same."""
    return max((s for s in known if s.start < pronoun.start), key=lambda s: s.start, default=pronoun)


# ---------------------------------------------------------------- matching


def shared(a: Sequence[Span], b: Sequence[Span]) -> int:
    """Characters that two lists of spans share."""
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)


def _long(spans: Sequence[Span]) -> int:
    return sum(s.end - s.start for s in spans)


def _same(a: Linked, b: Linked) -> bool:
    if a.cue is None or b.cue is None:
        half = 2 * shared(a.content, b.content) >= min(_long(a.content), _long(b.content)) > 0
        speakers = (*a.sources, *a.known), (*b.sources, *b.known)
        return half and (not all(speakers) or shared(*speakers) > 0)
    return a.cue.overlaps(b.cue) and (shared(a.sources, b.sources) > 0 or not (a.sources or b.sources))


def matched(gold: Sequence[Linked], found: Sequence[Linked]) -> tuple[Pairs, Pairs]:
    """For the numbers of gold those of found, and the other way round; one to one but for what has no cue."""
    scored = sorted(
        (-(g.cue is not None and f.cue is not None), -shared(g.content, f.content), i, j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if _same(g, f)
    )
    there: Pairs = {}
    back: Pairs = {}
    for _, _, i, j in scored:
        if i not in there and j not in back:
            there[i], back[j] = j, i
    for _, _, i, j in scored:
        if gold[i].cue is None:
            there.setdefault(i, j)
        if found[j].cue is None:
            back.setdefault(j, i)
    return there, back


# ---------------------------------------------------------------- counting


def way(of: Sequence[Linked], at: int) -> tuple[int, ...]:
    """From an attribution up to the last one under the outlet's own voice."""
    seen: list[int] = []
    here: int | None = at
    while here is not None and here not in seen:
        seen.append(here)
        here = of[here].under
    return tuple(seen)


def compared(gold: Sequence[Linked], found: Sequence[Linked]) -> Counts:
    """Hits and totals of one text: attributions, links, chains, kinds and who is meant."""
    counts, (there, back) = Counts(), matched(gold, found)
    c = counts.of
    for name, ours, theirs, to in (("gold", gold, found, there), ("found", found, gold, back)):
        asked = [i for i in range(len(ours)) if not _doubtful(ours, theirs, to, i)]
        c.update({name: len(asked), f"{name} hit": sum(i in to for i in asked)})
        for i in asked:
            _counted(name, ours, theirs, to, i, c)
    for i, j in there.items():
        if not _doubtful(gold, found, there, i) and gold[i].cue is not None and gold[i].kind and found[j].kind:
            counts.kinds[gold[i].kind, found[j].kind] += 1
        c.update(_who(gold[i], found[j]))
    return counts


def _doubtful(ours: Sequence[Linked], theirs: Sequence[Linked], to: Pairs, i: int) -> bool:
    return ours[i].doubt or (i in to and theirs[to[i]].doubt)


def _counted(name: str, ours: Sequence[Linked], theirs: Sequence[Linked], to: Pairs, i: int, c: Counter[str]) -> None:
    up = way(ours, i)
    right = i in to and [to.get(k) for k in up] == list(way(theirs, to[i]))
    above = None if len(up) == 1 else to.get(up[1], -1)
    link = i in to and theirs[to[i]].under == above
    for deep in ("", " deep") if len(up) > 1 else ("",):
        c.update({f"{name} chains{deep}": 1, f"{name} chains{deep} hit": right})
        c.update({f"{name} links{deep}": 1, f"{name} links{deep} hit": link})


def _who(gold: Linked, found: Linked) -> Iterator[str]:
    """Is it told rightly of whom a pronoun or a description speaks?"""
    right = shared(gold.known, (*found.known, *found.sources)) > 0
    if gold.sure and gold.cue is not None:
        yield "who"
        yield "who hit" if right else "who wrong" if found.sure else "who open"


def kappa(kinds: Counter[tuple[str, str]]) -> float:
    """Cohen's kappa of a table of pairs; 1 where both always say the same one thing."""
    n = sum(kinds.values())
    if not n:
        return 0.0
    left, right = Counter[str](), Counter[str]()
    for (a, b), k in kinds.items():
        left[a] += k
        right[b] += k
    chance = sum(left[x] * right[x] for x in left) / n**2
    same = sum(k for (a, b), k in kinds.items() if a == b) / n
    return 1.0 if chance == 1 else (same - chance) / (1 - chance)

"""Origins inside a story: which reports go back to the same words or the same informant.

Independence is shown or it is not claimed: a report that names no publisher or nobody whose word it is counts for none.
What stands behind a single claim is in ``provenance`` (``claim_origins``, ``independent``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.records import Origin, Reading, Report, Span, digest

from .grouping import Groups
from .profile import Profile, body
from .provenance import ClaimOrigin, claim_origin, claim_origins, independent
from .reuse import Passage, Running, passages, running, sharing
from .sources import MEDIA, Chain, chains, key

__all__ = ["ClaimOrigin", "Sources", "Testimony", "aligned", "claim_origin", "claim_origins", "independent", "origins"]

REUSED_WORDS, REUSED_SHARE = 25, 0.2  # so long a passage, or so much of the shorter report, is no accident
COPIED_SHARE = 0.6
Link = tuple[int, int, str]


@dataclass(frozen=True)
class Testimony:
    """What a report says of where it has things from, by keys of names.

    ``cited`` are all on whose word it reports, ``media`` the agencies and outlets among them, ``heard`` the informants it
    has not from any of these.
    """

    name: str
    publisher: str | None
    slugs: frozenset[str]
    cited: frozenset[str]
    media: frozenset[str]
    heard: frozenset[str]
    running: Running
    printed: dict[str, str]  # names as they stand in the report, by key

    def show(self, keys: Iterable[str]) -> str:
        return ", ".join(sorted(self.printed.get(k, k) for k in keys))


@dataclass(frozen=True)
class Sources:
    """A story's origins, the largest first; ``copied`` numbers the reports' groups by words, publisher and agency alone."""

    origins: tuple[Origin, ...]
    copied: tuple[int, ...]


def origins(profiles: Sequence[Profile]) -> Sources:
    told = first_hand_only([testimony(p) for p in profiles])
    groups, reasons = Groups(len(told)), defaultdict[int, list[str]](list)
    _join(groups, reasons, words_in_common(told))
    copied = tuple(groups.of(i) for i in range(len(told)))
    _join(groups, reasons, informants_in_common(told))
    members = sorted(groups.members(), key=lambda g: (-len(g), g))
    return Sources(tuple(_origin(g, profiles, told, reasons) for g in members), copied)


def first_hand_only(told: Sequence[Testimony]) -> list[Testimony]:
    """Without informants that are themselves outlets of the story."""
    outlets = {t.publisher for t in told if t.publisher}
    return [replace(t, heard=t.heard - outlets, media=t.media | (t.cited & outlets)) for t in told]


def _join(groups: Groups, reasons: defaultdict[int, list[str]], links: Iterator[Link]) -> None:
    for i, j, why in links:
        if groups.join(i, j):
            reasons[j].append(why)


def words_in_common(told: Sequence[Testimony]) -> Iterator[Link]:
    """Pairs of which one is, in part at least, the other: everything in them is of one origin."""
    for i, j in sharing([t.running for t in told]):
        if why := reuse(told[i].running, told[j].running):
            yield i, j, f"{told[j].name} and {told[i].name} {why}"
    yield from _by(told, lambda t: frozenset({t.publisher} if t.publisher else ()), "are published by")
    yield from _by(told, lambda t: t.slugs, "carry the slug of")


def informants_in_common(told: Sequence[Testimony]) -> Iterator[Link]:
    """Pairs of which one has nothing from anybody whom the other has not too."""
    yield from (link for link in _citing(told) if not told[link[1]].heard - told[link[0]].heard)
    yield from _by(told, lambda t: frozenset() if t.heard else t.media, "have nobody of their own and cite")
    yield from _same_informants(told)


def testimony(profile: Profile) -> Testimony:
    reading = profile.reading
    report, said = reading.report, chains(reading, profile.vocabulary).values()
    publisher = key(report.publisher) if report.publisher else None
    slugs = frozenset(key(d.agency.of(report.text)) for d in report.datelines if d.agency) - {""}
    media = {m for c in said for m in c.media()} | slugs - {publisher or ""}
    cited = {m for c in said for m in c.told()} | media
    heard = frozenset(key(c.name) for c in said if first_hand(c))
    printed = {key(n): n for c in said for n in c.names}
    words, name = running(report, unquoted(reading)), report.publisher or called(report)
    return Testimony(name, publisher, slugs, frozenset(cited), frozenset(media), heard, words, printed)


def called(report: Report) -> str:
    """A report without publisher, by its first words."""
    printed = report.title or next((b.span.of(report.text) for b in report.blocks if b.kind == "headline"), report.text)
    return f"“{' '.join(printed[:200].split())[:40]}…”"


def first_hand(chain: Chain) -> bool:
    """Whether the outlet has it from an informant it can tell from others, and not through another outlet."""
    return bool(chain.about) and not chain.own and not chain.media() and chain.last.kind not in MEDIA | {"unknown"}


def unquoted(reading: Reading) -> list[Span]:
    """The body without direct quotations: two outlets that quote one speech need not have it from one another."""
    quoted = sorted(s for a in reading.attributions if a.voice == "direct" for s in a.content)
    return [left for part in body(reading) for left in _without(part, quoted)]


def _without(part: Span, holes: Sequence[Span]) -> Iterator[Span]:
    at = part.start
    for hole in holes:
        if hole.end > at and hole.start < part.end:
            if hole.start > at:
                yield Span(at, hole.start)
            at = hole.end
    if at < part.end:
        yield Span(at, part.end)


def reuse(a: Running, b: Running) -> str:
    """In words, how much of one stands in the other; "" where no more than chance explains."""
    found = passages(a, b)
    if not found:
        return ""
    share = sum(p.words for p in found) / max(1, min(len(a.words), len(b.words)))
    longest = max(p.words for p in found)
    if share >= COPIED_SHARE:
        return f"have {min(1.0, share):.0%} of the shorter text in common, word for word"
    if share >= REUSED_SHARE or longest >= REUSED_WORDS:
        return f"share passages word for word, the longest of {longest} words"
    return ""


def aligned(a: Profile, b: Profile) -> list[Passage]:
    """The passages that two reports share, quotations included."""
    return passages(running(a.reading.report, body(a.reading)), running(b.reading.report, body(b.reading)))


def _by(told: Sequence[Testimony], names: Callable[[Testimony], frozenset[str]], verb: str) -> Iterator[Link]:
    first: dict[str, int] = {}
    for j, one in enumerate(told):
        for name in sorted(names(one)):
            i = first.setdefault(name, j)
            if i != j:
                yield i, j, f"{told[i].name} and {one.name} {verb} {one.show([name])}"


def _citing(told: Sequence[Testimony]) -> Iterator[Link]:
    publishers = defaultdict[str, list[int]](list)
    for i, one in enumerate(told):
        if one.publisher:
            publishers[one.publisher].append(i)
    for j, one in enumerate(told):
        for name in sorted(one.cited):
            yield from ((i, j, f"{one.name} cites {told[i].name}") for i in publishers.get(name, ()) if i != j)


def _same_informants(told: Sequence[Testimony]) -> Iterator[Link]:
    holders = defaultdict[str, list[int]](list)
    for i, one in enumerate(told):
        for name in one.heard:
            holders[name].append(i)
    for j, one in enumerate(told):
        for i in min((holders[n] for n in sorted(one.heard)), key=len, default=()):
            if i != j and one.heard <= told[i].heard:
                yield i, j, f"{one.name} has nobody but {one.show(one.heard)}, whom {told[i].name} has too"


def _origin(group: list[int], profiles: Sequence[Profile], told: Sequence[Testimony], reasons: dict[int, list[str]]) -> Origin:
    ids = tuple(profiles[i].id for i in group)
    missing = lacking([told[i] for i in group])
    why = "; ".join(dict.fromkeys(w for i in group for w in reasons.get(i, ()))) or alone(told[group[0]])
    if missing:
        why += f"; independence is not shown: {missing}"
    return Origin(digest("o", *sorted(ids)), ids, why, not missing)


def alone(told: Testimony) -> str:
    """Why a report is taken for an origin of its own."""
    if not told.heard:
        return "no words, agency or informant in common with the others"
    return f"has informants of its own: {told.show(sorted(told.heard)[:4])}"


def lacking(told: Sequence[Testimony]) -> str:
    """What an origin lacks to be shown as one of its own; "" where nothing is."""
    if not any(t.publisher for t in told):
        return "no publisher is known"
    if not any(t.heard or t.cited for t in told):
        return "nobody is named or described whose word it is"
    return ""

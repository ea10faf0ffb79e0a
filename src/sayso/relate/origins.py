"""Origins inside a story: which reports go back to the same words or the same informant.

Independence is shown or it is not claimed: a report that names no publisher or nobody whose word it is counts for none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sayso.records import Origin, digest

from .grouping import Groups
from .profile import Profile, body
from .reuse import Passage, Running, passages, running, sharing
from .sources import chains, key, telling

REUSED_WORDS, REUSED_SHARE = 25, 0.2  # so long a passage, or so much of the shorter report, is no accident
COPIED_SHARE = 0.6


@dataclass(frozen=True)
class Testimony:
    """What a report says of where it has things from, by keys of names."""

    publisher: str | None
    slugs: frozenset[str]
    cited: frozenset[str]
    heard: frozenset[str]
    running: Running


def origins(profiles: Sequence[Profile]) -> tuple[Origin, ...]:
    """Of one story, the largest first."""
    told = [testimony(p) for p in profiles]
    groups, reasons = Groups(len(profiles)), defaultdict[int, list[str]](list)
    for i, j, why in links(profiles, told):
        if groups.join(i, j):
            reasons[i].append(why)
    members = sorted(groups.members(), key=lambda g: (-len(g), g))
    return tuple(_origin([profiles[i] for i in g], [told[i] for i in g], [w for i in g for w in reasons[i]]) for g in members)


def links(profiles: Sequence[Profile], told: Sequence[Testimony]) -> Iterator[tuple[int, int, str]]:
    """Pairs of one origin, each with the reason; surest reasons first."""
    names = [p.reading.report.publisher or p.id for p in profiles]
    reused = [(i, j, reuse(told[i].running, told[j].running)) for i, j in sharing([t.running for t in told])]
    yield from ((i, j, f"{names[j]} and {names[i]} {why}") for i, j, why in reused if why)
    yield from _by(told, lambda t: frozenset({t.publisher} if t.publisher else ()), "are published by")
    yield from _by(told, lambda t: t.slugs, "carry the slug of")
    yield from _citing(told, names)
    yield from _by(told, lambda t: t.cited, "cite")
    yield from _same_informants(told, names)


def testimony(profile: Profile) -> Testimony:
    reading = profile.reading
    report = reading.report
    said = chains(reading).values()
    media = {m for c in said for m in c.media()}
    slugs = {key(d.agency.of(report.text)) for d in report.datelines if d.agency}
    heard = {key(c.name) for c in said if c.last.kind not in ("outlet", "unknown") and telling(c.name, profile.vocabulary.vague)}
    publisher = key(report.publisher) if report.publisher else None
    own = {publisher} if publisher else set()
    return Testimony(
        publisher, frozenset(slugs), frozenset((media | slugs) - own), frozenset(heard - media), running(report, body(reading))
    )


def reuse(a: Running, b: Running) -> str:
    """In words, how much of one stands in the other; "" where no more than chance and quotation explain."""
    found = passages(a, b)
    if not found:
        return ""
    share = sum(p.words for p in found) / max(1, min(len(a.words), len(b.words)))
    longest = max(p.words for p in found)
    if share >= COPIED_SHARE:
        return f"have {share:.0%} of the shorter text in common, word for word"
    if share >= REUSED_SHARE or longest >= REUSED_WORDS:
        return f"share passages word for word, the longest of {longest} words"
    return ""


def aligned(a: Profile, b: Profile) -> list[Passage]:
    """The passages that two reports share."""
    return passages(running(a.reading.report, body(a.reading)), running(b.reading.report, body(b.reading)))


def _by(told: Sequence[Testimony], names: Callable[[Testimony], frozenset[str]], verb: str) -> Iterator[tuple[int, int, str]]:
    first: dict[str, int] = {}
    for j, one in enumerate(told):
        for name in sorted(names(one)):
            i = first.setdefault(name, j)
            if i != j:
                yield i, j, f"both {verb} {name}"


def _citing(told: Sequence[Testimony], names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    publishers = defaultdict[str, list[int]](list)
    for i, one in enumerate(told):
        if one.publisher:
            publishers[one.publisher].append(i)
    for j, one in enumerate(told):
        for name in sorted(one.cited | one.slugs):
            yield from ((i, j, f"{names[j]} cites {names[i]}") for i in publishers.get(name, ()) if i != j)


def _same_informants(told: Sequence[Testimony], names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    holders = defaultdict[str, list[int]](list)
    for i, one in enumerate(told):
        for name in one.heard:
            holders[name].append(i)
    for j, one in enumerate(told):
        if not one.heard:
            continue
        for i in min((holders[n] for n in sorted(one.heard)), key=len):
            if i != j and one.heard <= told[i].heard:
                yield i, j, f"{names[j]} has nobody but {', '.join(sorted(one.heard))}, whom {names[i]} has too"


def _origin(reports: Sequence[Profile], told: Sequence[Testimony], reasons: Sequence[str]) -> Origin:
    ids = tuple(p.id for p in reports)
    missing = lacking(told)
    why = "; ".join(dict.fromkeys(reasons)) or "no words, agency or informant in common with the others"
    if missing:
        why += f"; independence is not shown: {missing}"
    return Origin(digest("o", *sorted(ids)), ids, why, not missing)


def lacking(told: Sequence[Testimony]) -> str:
    """What an origin lacks to be shown as one of its own; "" where nothing is."""
    if not any(t.publisher for t in told):
        return "no publisher is known"
    if not any(t.heard or t.cited for t in told):
        return "nobody is named or described whose word it is"
    return ""



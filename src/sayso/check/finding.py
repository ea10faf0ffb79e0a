"""What checks ask of a reading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from sayso.records import Attribution, BlockKind, Claim, Reading

BODY: tuple[BlockKind, ...] = ("lead", "paragraph", "quote", "list")


def in_blocks(reading: Reading, *kinds: BlockKind) -> list[Claim]:
    """Claims that stand in blocks of the kinds given. Blocks lie one after another: a search, no loop over all."""
    spans = sorted(b.span for b in reading.report.blocks if b.kind in kinds)
    starts = [s.start for s in spans]
    around = ((c, bisect_right(starts, c.span.start) - 1) for c in reading.claims)
    return [c for c, k in around if k >= 0 and spans[k].covers(c.span)]


def attributed(reading: Reading) -> dict[str, Attribution]:
    """Attributions to somebody other than the outlet, by id."""
    return {a.id: a for a in reading.attributions if a.cue is not None or a.under is not None}


def speakers(reading: Reading) -> Iterator[tuple[str, Attribution]]:
    """Who speaks: a key that is the same for the same source, and each attribution of theirs that carries a claim."""
    carrying, known = {c.said for c in reading.claims}, attributed(reading)
    for id, one in known.items():
        if id in carrying:
            yield one.source.entity or one.source.description.casefold() or id, one


def nameless(one: Attribution) -> bool:
    """A source that nobody could ring up: unnamed, or a passive without agent."""
    return one.source.kind == "unnamed" or (one.source.kind == "unknown" and not one.source.description)


def flat_headline(reading: Reading) -> list[Claim]:
    """What the headline states for certain in the outlet's own voice."""
    others = attributed(reading)
    own = (c for c in in_blocks(reading, "headline") if c.said not in others and c.factual)
    return [c for c in own if c.commitment.certainty == "certain"]


def short(reading: Reading, told: Iterable[Attribution]) -> str:
    """Sources as the report puts them, each once and by its fullest words: no "he" where it said "a nurse" before."""
    pronouns = {m.span for m in reading.mentions if m.form == "pronoun"}
    fullest: dict[str, str] = {}
    for one in told:
        key, words = one.source.entity or one.source.description.casefold(), one.source.description
        if words and one.source.span not in pronouns and len(words) > len(fullest.get(key, "")):
            fullest[key] = words
    each = {words.casefold(): words for words in fullest.values()}
    return ", ".join(f"“{words}”" for words in each.values()) or "somebody the report does not name"

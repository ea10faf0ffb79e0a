"""What checks ask of a reading."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.records import Attribution, BlockKind, Claim, Reading


def in_blocks(reading: Reading, *kinds: BlockKind) -> list[Claim]:
    """Claims that stand in blocks of the kinds given."""
    spans = [b.span for b in reading.report.blocks if b.kind in kinds]
    return [c for c in reading.claims if any(s.covers(c.span) for s in spans)]


def attributed(reading: Reading) -> dict[str, Attribution]:
    """Attributions to somebody other than the outlet, by id."""
    return {a.id: a for a in reading.attributions if a.cue is not None or a.under is not None}


def speakers(reading: Reading) -> Iterator[tuple[str, Attribution]]:
    """Who speaks: a key that is the same for the same source, and each attribution of theirs that carries a claim."""
    carrying, known = {c.said for c in reading.claims}, attributed(reading)
    for id, one in known.items():
        if id in carrying:
            yield one.source.entity or one.source.description.casefold() or id, one

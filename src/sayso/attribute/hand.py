"""How far the outlet stands from the words: at first hand, second-hand, third-hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.records import Attribution, Source, chains


def counted(said: Sequence[Attribution]) -> list[Attribution]:
    """Each with its hand: the mouths between the outlet's own voice and the words.

    Who speaks of its own thoughts ("the mayor said *she* feared that P") is one mouth; nobody named is one that nobody knows.
    """
    ways = chains(said)
    return [replace(a, hand=_mouths(ways[a.id])) for a in said]


def _mouths(way: tuple[Attribution, ...]) -> int:
    below = [a.source for a in way if a.voice != "outlet"]
    return sum(not _same(above, one) for above, one in zip([None, *below], below, strict=False))


def _same(above: Source | None, one: Source) -> bool:
    if above is None or one.span is None:
        return False
    return one.span == above.span or (one.entity is not None and one.entity == above.entity)

"""Attributions counted as BBC Citron counts them (its published figures on PARC 3.0 are in this measure).

Exact: a found attribution is right if some true one has the same cue (of sources and contents: a cue that overlaps and
the same spans of that kind; of all three: the same cue, sources and contents). Overlap: the words that every found
attribution shares with every true one, kind by kind, over the words found and the words true. Pairs are not made one to
one, so that a word told twice counts twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

Words = frozenset[int]
Counted = tuple[Words, Words, Words]  # words of source, cue and content
Same = Callable[[Counted, Counted], bool]

KINDS = ("source", "cue", "content")
_ALL = "all three"


def count(gold: Sequence[Counted], found: Sequence[Counted], into: Counter[str]) -> None:
    """Adds one text's exact hits, and words shared, found and true."""
    for name, same in _SAME.items():
        hits = sum(any(same(f, g) for g in gold) for f in found)
        into[f"{name} right"] += hits
        into[f"{name} wrong"] += len(found) - hits
        into[f"{name} missed"] += sum(not any(same(f, g) for f in found) for g in gold)
    for k, kind in enumerate(KINDS):
        into[f"{kind} shared"] += sum(len(f[k] & g[k]) for f in found for g in gold)
        into[f"{kind} found"] += sum(len(f[k]) for f in found)
        into[f"{kind} true"] += sum(len(g[k]) for g in gold)


def _same_cue(f: Counted, g: Counted) -> bool:
    return f[1] == g[1]


def _same_source(f: Counted, g: Counted) -> bool:
    return bool(f[1] & g[1]) and f[0] == g[0]


def _same_content(f: Counted, g: Counted) -> bool:
    return bool(f[1] & g[1]) and f[2] == g[2]


def _same_all(f: Counted, g: Counted) -> bool:
    return f == g


_SAME: dict[str, Same] = {"source": _same_source, "cue": _same_cue, "content": _same_content, _ALL: _same_all}


def scores(c: Counter[str]) -> list[tuple[str, float, float, int, int]]:
    """Name, precision, recall, number found and number true of each measure."""
    out = []
    for name in (*KINDS, _ALL):
        right, found, true = c[f"{name} right"], c[f"{name} right"] + c[f"{name} wrong"], c[f"{name} right"] + c[f"{name} missed"]
        out.append((f"as Citron counts, {name}, exact", right / max(1, found), right / max(1, true), found, true))
    for name, kinds in (*((k, (k,)) for k in KINDS), (_ALL, KINDS)):
        shared, found, true = (sum(c[f"{k} {what}"] for k in kinds) for what in ("shared", "found", "true"))
        out.append((f"as Citron counts, {name}, overlap", shared / max(1, found), shared / max(1, true), found, true))
    return out

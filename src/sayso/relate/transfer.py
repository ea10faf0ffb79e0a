"""Who has it from whom: what two reports of one story have to do with one another, and which of them gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.records import Giver, Reuse

from .profile import Profile

Label = Literal["copy", "partial", "cites", "independent", "unknown"]


@dataclass(frozen=True)
class Judgement:
    """What two reports are to one another.

    ``label``: "copy": most of the shorter text is in the longer one, word for word or lightly rewritten. "partial":
    passages of one stand in the other, beyond direct quotations, names and boilerplate. "cites": no passages of weight,
    but one names the other, or both name one outlet or agency, as what they have it from. "independent": positively so:
    no passages, no citation in common, and each has an informant of its own. "unknown": nothing shows either.

    ``direction``: which one gave, or "unknown". ``why``: the reasons, each in a few words, the weightiest first.
    """

    label: Label
    direction: Giver
    why: tuple[str, ...]
    passages: tuple[Reuse, ...] = ()
    share: float = 0.0


def between(a: Profile, b: Profile) -> Judgement:
    """What report ``a`` (left) and report ``b`` (right) are to one another, from their texts and readings alone.

    Profiles are those of ``sayso.relate.profiles(readings)``. Needs no metadata: where no publisher is known, the text
    must tell. It fails closed: what is not shown to be independent is "unknown".
    """
    from .origins import aligned  # until the comparison itself is here

    found = aligned(a, b)
    words = sum(p.words for p in found)
    share = words / max(1, min(len(a.reading.report.text.split()), len(b.reading.report.text.split())))
    reused = tuple(Reuse(p.left, p.right, p.words) for p in found)
    if share >= 0.6:
        return Judgement("copy", "unknown", (f"{share:.0%} of the shorter text stands in the other",), reused, share)
    if share >= 0.2:
        return Judgement("partial", "unknown", (f"{share:.0%} of the shorter text stands in the other",), reused, share)
    return Judgement("unknown", "unknown", ("nothing shows what they have to do with one another",), reused, share)

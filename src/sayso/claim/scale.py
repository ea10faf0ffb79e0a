"""FactBank's scale and how stands combine along a tree."""

from __future__ import annotations

from typing import NamedTuple

from sayso.records import Certainty, Commitment, Polarity, Span


class Stand(NamedTuple):
    """Polarity and certainty without the words that say so."""

    polarity: Polarity
    certainty: Certainty


OPEN = Stand("?", "unstated")
HELD = Stand("+", "certain")
_CODES = {"CT": "certain", "PR": "probable", "PS": "possible"}
_ORDER: dict[Certainty, int] = {"unstated": 0, "possible": 1, "probable": 2, "certain": 3}
STANDS: dict[str, Stand] = {"U": OPEN} | {
    code + sign: Stand(sign, word)  # type: ignore[arg-type]
    for code, word in _CODES.items()
    for sign in ("+", "-")
}


def weaken(stand: Stand, other: Stand) -> Stand:
    """``stand`` no surer than ``other``: what may be so can hold no more than possibly."""
    if "unstated" in (stand.certainty, other.certainty):
        return OPEN
    return Stand(stand.polarity, min(stand.certainty, other.certainty, key=lambda c: _ORDER[c]))


def under(outer: Stand, affirmed: Stand, denied: Stand) -> Stand:
    """The stand of something embedded under a word that itself has the stand ``outer``.

    "Failed to pay" (affirmed CT-, denied CT+): "may have failed to pay" gives PS-, "did not fail to pay" CT+.
    A word with the same stand both ways is a factive: "nobody knew that he paid" leaves "he paid" certain.
    """
    if affirmed == denied:
        return affirmed
    if outer.polarity == "?":
        return OPEN
    return weaken(affirmed if outer.polarity == "+" else denied, outer)


def apply(stand: Stand, effect: Stand) -> Stand:
    """What a cue on the word itself makes of it: "not" turns it round, "may" weakens it."""
    return under(stand, effect, flip(effect))


def flip(stand: Stand) -> Stand:
    turned: Polarity = {"+": "-", "-": "+", "?": "?"}[stand.polarity]  # type: ignore[assignment]
    return Stand(turned, stand.certainty)


def committed(stand: Stand, cues: tuple[Span, ...]) -> Commitment:
    """A commitment with its cues in the order of the text, each once."""
    return Commitment(stand.polarity, stand.certainty, tuple(sorted(set(cues))))

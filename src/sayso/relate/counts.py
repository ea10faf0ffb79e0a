"""What a number counts: the dead, the injured, fighters - in whatever words a report puts it.

"At least seven people were killed", "the number of dead has risen to 14" and "seven dead" count one kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.records import Claim, Mention, Quantity, Span

from .words import Vocabulary, words

# Kinds of event that are counted by those they befell, and what a count of them is called.
BEFELL = {
    "die": "the dead", "injure": "the injured", "arrest": "the arrested", "displace": "the displaced", "miss": "the missing",
    "abduct": "the abducted", "evacuate": "the evacuated", "rescue": "the rescued",
}  # fmt: skip
NEAR = 32  # characters on either side of a number in which it says what it counts
PART = "part"  # the kind of "two of the injured", "three more": comparable with no other number
# Nouns that leave open which count it is: people may be dead or saved.
ANYBODY = frozenset({"person", "civilian", "child", "soldier", "police", "worker", "fighter", "number", "passenger", "villager"})

NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class Counted:
    """A quantity with the kind of thing it counts, None where the text leaves that open.

    Of the dead and the like, ``who`` says what they were, where the text says more than people.
    """

    quantity: Quantity
    kind: str | None
    who: str | None = None
    mention: str = ""
    span: Span = NOWHERE  # of the mention

    @property
    def firm(self) -> bool:
        """Whether it is a number that another number can contradict: not "dozens", not "several"."""
        q = self.quantity
        return q.low == q.high or not q.approximate


def counted(quantity: Quantity, mention: Mention, claim: Claim, text: str, beside: str, vocabulary: Vocabulary) -> Counted:
    """``beside`` are the words of the claim's participants."""
    kind, who = _counted(quantity, mention, claim, text, beside, vocabulary)
    return Counted(quantity, kind, who, mention.id, mention.span)


def _counted(
    quantity: Quantity, mention: Mention, claim: Claim, text: str, beside: str, vocabulary: Vocabulary
) -> tuple[str | None, str | None]:
    """The kind, and who they were."""
    if partial(text, mention, vocabulary):
        return PART, None
    noun = vocabulary.kind(quantity.of.split()[-1]) if quantity.of and quantity.of.strip() else None
    if quantity.unit or (noun and noun not in ANYBODY):
        return noun, None
    start, end = max(claim.span.start, mention.span.start - NEAR), min(claim.span.end, mention.span.end + NEAR)
    named = (vocabulary.kind(w) for w in (claim.lemma, *words(beside)))
    found = nearest(text, start, end, mention, vocabulary) or next((k for k in named if k in BEFELL), None)
    return found or noun, noun if found and noun not in (found, "person", "number") else None


def nearest(text: str, start: int, end: int, mention: Mention, vocabulary: Vocabulary) -> str | None:
    """The kind of event named closest to a number; one after it wins over one as far before it ("seven dead and 20 injured")."""
    found = [
        (max(m.start() - mention.span.end, 2 * (mention.span.start - m.end()), 0), kind)
        for m in re.compile(r"\w+").finditer(text, start, end)
        if (kind := vocabulary.kind(m.group())) in BEFELL
    ]
    return min(found)[1] if found else None


def partial(text: str, mention: Mention, vocabulary: Vocabulary) -> bool:
    before = " ".join(text[max(0, mention.span.start - 20) : mention.span.start].casefold().split())
    after = " ".join(text[mention.span.end : mention.span.end + 20].casefold().split())
    inside = " ".join(mention.span.of(text).casefold().split())
    return any(
        re.search(rf"(?:^|\s){re.escape(w)}$", before) or inside.startswith(w + " ") if place == "before"
        else re.match(rf"{re.escape(w)}\b", after) or re.search(rf"\w {re.escape(w)}(?:$| )", inside)
        for w, place in vocabulary.partial if place != "rate"
    )  # fmt: skip

"""What a number counts: the dead, the injured, fighters - in whatever words a report puts it.

"At least seven people were killed", "the number of dead has risen to 14" and "seven dead" count one kind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.records import Claim, Mention, Quantity, Span

from .fates import BEFELL, OTHER, fate, people
from .words import Vocabulary, words

__all__ = ["BEFELL", "PART", "Counted", "counted", "definite", "persons"]
PART = "part"  # the kind of "two of the injured", "three more": comparable with no other number
# Nouns that leave open which count it is: people may be dead or saved.
ANYBODY = frozenset({"person", "civilian", "child", "soldier", "police", "worker", "fighter", "number", "passenger", "villager"})

SCENES = frozenset({"attend", "aboard", "displace", "evacuate"})  # of which nobody asks who they were
# Kinds of nouns that say nothing of who they were.
UNTOLD = frozenset({"person", "number", "life", "corpse", "case", "patient", "infection", "abduct"})
AHEAD = frozenset({"to", "will", "would", "may", "might", "could", "should", "must"})
BESIDE = frozenset({"of", "in", "on", "at", "with", "by", "near", "for", "from", "among", "before", "behind"})
SHORT = 3  # words
NOUN, STEM = 60, 3  # characters after a number in which its noun stands, and of it that are in any form of it
TREATED, OPENING = "treat", 4000  # a kind of fates.tsv; characters in which a report speaks of an illness, if it is of one
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
    people: bool = True  # whether it is of people, as far as its noun tells
    aside: bool = False  # whether it counts those who do it to others, or stand by: "five men killed him before 200 guests"

    @property
    def firm(self) -> bool:
        """Whether it is a number that another number can contradict: not "dozens", not "several"."""
        q = self.quantity
        return q.low == q.high or not q.approximate


def definite(q: Quantity) -> bool:
    """A number, and not "dozens"."""
    return q.low == q.high or not q.approximate or any(c.isdigit() for c in q.text)


def counted(
    quantity: Quantity, mention: Mention, claim: Claim, text: str, role: str, vocabulary: Vocabulary, room: Span | None = None
) -> Counted:
    """``role``: in which it takes part, if in any; ``room``: from the number before it to the number after it."""
    kind, who = _counted(quantity, mention, claim, text, role, vocabulary, room or Span(0, len(text)))
    doing = role not in ("", "target") and any(r.name == "target" for r in claim.roles)
    led = words(text[claim.span.start : mention.span.start])[-1:]
    aside = doing or (role != "target" and not BESIDE.isdisjoint(led))
    noun = (quantity.of or "").split()[-1:]
    return Counted(quantity, kind, who, mention.id, mention.span, not noun or persons(noun[0], text, mention), aside)


def _counted(
    quantity: Quantity, mention: Mention, claim: Claim, text: str, role: str, vocabulary: Vocabulary, room: Span
) -> tuple[str | None, str | None]:
    """The kind, and who they were."""
    part, noun = partial(text, mention, vocabulary), (quantity.of or "").split()[-1:]
    noun = noun if noun and (vocabulary.kind(noun[0]) in BEFELL or told(noun[0], text, mention)) else []
    kind = vocabulary.kind(noun[0]) if noun else None
    if (part and (part != "whose" or kind in BEFELL)) or whole(text[room.start : mention.span.start]):
        return PART, None
    if quantity.unit or (kind in BEFELL and noun[0] not in people()):
        return kind, None
    found = fate(*around(text, mention, claim, room), vocabulary, noun)
    if found == PART or (part and not found):
        return PART, None
    if noun and kind not in ANYBODY and not persons(noun[0], text, mention):
        return kind, None
    hit, own = any(r.name == "target" for r in claim.roles), vocabulary.kind(claim.lemma)
    if found == own and role != "target" and hit:
        found = None  # "five men abducted a reporter"
    undergone = role == "target" or (role == "agent" and not hit)
    if found and undergone and own in BEFELL:
        found = own  # "three officers wounded in the blast died"
    if found is None and undergone:
        found = fate("", f" {claim.lemma} ", vocabulary) or fate("", f" {claim.head.of(text)} ", vocabulary)
    if found == TREATED:
        found = "ill" if any("disease" in vocabulary.kindred.get(w, ()) for w in words(text[:OPENING])) else "injure"
    if found == "release" and (to_come(text, claim) or (not noun and strange(text[mention.span.end :], vocabulary))):
        found = None
    found = found or (kind if kind in BEFELL else None)
    who = vocabulary.kinds.get(noun[0].casefold(), noun[0].casefold()) if noun else None
    return found or kind, who if found and who not in (found, *UNTOLD) and found not in SCENES else None


def whole(before: str) -> bool:
    """Whether the number before is a part of this one, of which nothing is said: "five of the six passengers died"."""
    said = words(before[:OPENING])
    return said[:1] == ["of"] and len(said) <= SHORT


def to_come(text: str, claim: Claim) -> bool:
    """Whether it is not so yet: "agreed to release", "will be released"."""
    before = words(text[claim.span.start : claim.head.start])[-SHORT:]
    return claim.commitment.certainty != "certain" or not AHEAD.isdisjoint(before)


def strange(after: str, vocabulary: Vocabulary) -> bool:
    """Whether a number counts things that no noun was found for: "release three collections"."""
    following = words(after[:OPENING].split(",")[0])[:1]
    return bool(following) and following[0] not in vocabulary.stops and vocabulary.kind(following[0]) not in BEFELL


def around(text: str, mention: Mention, claim: Claim, room: Span) -> tuple[str, str]:
    """The words before and after a number, within its claim and up to the numbers on either side."""
    start, end = max(claim.span.start, room.start), min(claim.span.end, room.end)
    more = f" {OTHER}" if room.end < claim.span.end else ""
    return text[start : mention.span.start], text[mention.span.end : max(end, mention.span.end)] + more


def persons(noun: str, text: str, mention: Mention) -> bool:
    """Whether a noun is of people: by itself, or as a people's name ("18 Rovanians")."""
    following = text[mention.span.end : mention.span.end + len(noun) + 1].strip()
    return noun.casefold() in people() or (following[:1].isupper() and following.casefold() == noun.casefold())


def told(noun: str, text: str, mention: Mention) -> bool:
    """Whether the noun stands by the number: not behind a comma ("wounding 22, tribal leaders said"), nor far before it."""
    end = mention.span.end
    near = words(f"{mention.span.of(text)} {re.split('[,.;]', text[end : end + NOUN])[0]}")
    return text[end : end + 2].lstrip()[:1] != "," and any(w[:STEM] == noun.casefold()[:STEM] for w in near)


def partial(text: str, mention: Mention, vocabulary: Vocabulary) -> str:
    """Where the words stand that make a number a part of a count, "" where there are none; "whose" of "six of its soldiers"."""
    before = " ".join(text[max(0, mention.span.start - 20) : mention.span.start].casefold().split())
    after = " ".join(text[mention.span.end : mention.span.end + 20].casefold().split())
    inside = " ".join(mention.span.of(text).casefold().split())
    return next((
        place for w, place in vocabulary.partial if place != "rate" and (
            re.search(rf"(?:^|\s){re.escape(w)}$", before) or inside.startswith(w + " ") if place == "before"
            else re.match(rf"{re.escape(w)}\b", after) or re.search(rf"\w {re.escape(w)}(?:$| )", inside)
        )
    ), "")  # fmt: skip

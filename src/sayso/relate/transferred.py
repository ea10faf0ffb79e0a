"""Signs in two texts that the one took from the other: a credit, a lost signature, "via", a hoax that it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sayso.records import Span

from .sameness import Sameness

if TYPE_CHECKING:
    from .transfer import Compared

HALF = 0.5  # of the shorter text's own words: an agency's text within a longer one
NEAR = 300  # characters beside a block in which the outlet is named that it is from
BLOCK = 25  # words running, quoted or not: a block that whoever credits somebody may have from him


@dataclass(frozen=True)
class Taking:
    """That ``one`` took from ``other``, to be shown. ``label``: what the two are to one another, whoever gave."""

    one: Compared
    other: Compared
    label: Literal["copy", "partial", "cites"]
    same: Sameness  # of ``one`` and ``other``, or of these turned round
    turned: bool = False

    @property
    def back(self) -> Taking:
        return Taking(self.other, self.one, self.label, self.same, not self.turned)

    @property
    def passages(self) -> list[tuple[Span, int]]:
        """What they have in common, where it stands in the one that took; with its words."""
        left = self.same.passages
        return [(p.right if self.turned else p.left, p.words) for p in left]

    @property
    def words(self) -> bool:
        """Whether they have words in common, if only quoted ones."""
        return self.label != "cites" or self.same.quoted_alike


def reprints(t: Taking) -> bool:
    return t.label == "copy" and t.one.text.credit.reprinted and not t.other.text.credit.reprinted


def relays(t: Taking) -> bool:
    much = t.label == "copy" or t.same.running >= BLOCK
    return much and t.one.text.credit.via and not t.other.text.credit.via


def lost_its_slug(t: Taking) -> bool:
    """The other is the agency's page: all of it, or what the longer one has beside its own."""
    if t.label == "cites" or not _signed(t.other) or _signed(t.one) or t.one.sources.publisher or _prints_for_another(t.other):
        return False
    within = t.same.own >= HALF and len(t.other.text.whole.words) < len(t.one.text.whole.words)
    return t.label == "copy" or within


def lost_its_signature(t: Taking) -> bool:
    return t.label == "copy" and t.other.text.credit.signed and not t.one.text.credit.signed


def credits_somebody(t: Taking) -> bool:
    """A block that stands beside an outlet's name, and the other names none."""
    if t.label == "copy" or t.same.running < BLOCK or t.other.sources.media:
        return False
    block, report = max(t.passages, key=lambda p: p[1])[0], t.one.text.profile.reading.report
    beside = report.text[max(0, block.start - NEAR) : block.end + NEAR].casefold()
    relayed = t.one.sources.relayed - pages(t.one)
    printed = {one: t.one.sources.printed.get(one, one) for one in relayed}
    return any(name.casefold() in beside and not t.other.speaks_of(one, name) for one, name in printed.items())


def names_the_other(t: Taking) -> bool:
    cited = t.one.sources.relayed | t.one.sources.told
    return bool(cited & pages(t.other) - pages(t.one))


def refutes(t: Taking) -> bool:
    one = t.one.text.credit
    return (one.refutes if t.label != "cites" else one.exposes and t.same.running >= BLOCK) and not t.other.text.credit.refutes


TOOK = {
    "says that it was printed elsewhere before": reprints,
    "says that it has it from elsewhere": relays,
    "has not the agency's slug that the other has": lost_its_slug,
    "has not the signature that the other has": lost_its_signature,
    "credits an outlet, and the other none": credits_somebody,
    "cites the outlet whose page the other is": names_the_other,
    "speaks of a hoax or satire, and the other tells it for true": refutes,
}


def pages(one: Compared) -> frozenset[str]:
    """Outlets whose page it is, by its publisher, slug, signature or what they do in it."""
    return _signed(one) | one.text.credit.own | frozenset({one.sources.publisher} if one.sources.publisher else ())


def _signed(one: Compared) -> frozenset[str]:
    return one.sources.slugs | one.text.credit.signing


def _prints_for_another(one: Compared) -> bool:
    """Whether its publisher is known, and is not the agency whose slug it has."""
    return bool(one.sources.publisher) and one.sources.publisher not in _signed(one)

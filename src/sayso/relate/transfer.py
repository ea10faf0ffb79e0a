"""Who has it from whom: what two reports of one story have to do with one another, and which of them gave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.records import Giver, Reuse, Transfer, TransferKind

from .direction import giver, named
from .groups import owners
from .informants import in_common
from .links import Link
from .profile import Profile
from .reuse import common as common_runs
from .sameness import COPIED, Sameness, sameness
from .sources import telling
from .sourcing import Sourcing, of_one_story, sourcing
from .spelling import sound
from .texts import Text
from .transferred import Taking
from .words import words

Label = Literal["copy", "partial", "cites", "independent", "unknown"]
PAGE = 10  # words running about the page, such as its rights or whom it belongs to, which outlets seldom share
SHORT = 30  # words; of less nobody can tell where it is from
LOOKED_AT = 40  # outlets that one report cites
NAME = 5  # letters of an outlet's name that is not met by chance
ENOUGH = 2  # informants of its own, where two reports have one in common
FEW = 0.34  # of the informants of the report that has fewer, who may be the other's too


@dataclass(frozen=True)
class Judgement:
    """What two reports are to one another.

    ``label``: "copy": the shorter text is in the main in the longer one, word for word or lightly rewritten. "partial":
    passages of one stand in the other, or it is retold from it, beyond direct quotations, names and boilerplate. "cites":
    neither, but one names the other, or both name one outlet, agency or informant, as what they have it from, or quote one
    statement. "independent": positively so: no passages, nobody in common, and each has informants of its own. "unknown":
    nothing shows either.

    ``direction``: which one gave, or "unknown". ``why``: the reasons, each in a few words, the weightiest first.
    ``kind``: of the ``Transfer`` that it makes; None where it makes none.
    """

    label: Label
    direction: Giver
    why: tuple[str, ...]
    passages: tuple[Reuse, ...] = ()
    share: float = 0.0
    kind: TransferKind | None = None


@dataclass(frozen=True)
class Compared:
    """A report as it is compared with others of its story."""

    text: Text
    sources: Sourcing

    def own(self, other: Compared) -> frozenset[str]:
        """Informants of whom the other report knows nothing, not even their names."""
        return frozenset(k for k, kind in self.sources.firm.items() if not other.names(k, kind))

    def speaks_of(self, outlet: str, printed: str, first: bool = False) -> bool:
        """Whether it names an outlet that another report cites; ``first``: where it says what it is about."""
        name, until = printed.removeprefix("the ").removeprefix("The "), self.text.lead if first else None
        known = self.text.outlets.get(outlet)
        if known is not None and (until is None or known < until):
            return True
        return len(name) >= NAME and name[0].isupper() and self.text.prints(name, until)

    @property
    def outlets(self) -> list[str]:
        """Those that it cites; of very many the first by name."""
        return sorted(self.sources.media)[:LOOKED_AT]

    def outlets_beside(self, other: Compared) -> frozenset[str]:
        """Outlets that it cites, and names where it says what it is about, and that the other does not even name."""
        printed = self.sources.printed
        mine = (m for m in self.outlets if self.speaks_of(m, printed.get(m, m), first=True))
        return frozenset(m for m in mine if not other.speaks_of(m, printed.get(m, m)))

    def named_own(self, other: Compared) -> frozenset[str]:
        """Those of them who go by a name."""
        return frozenset(k for k in self.own(other) if self.sources.firm[k] != "unnamed")

    def names(self, informant: str, kind: str) -> bool:
        """Whether the report speaks of another's informant: by the last name, in whatever spelling; a body by its name."""
        own, parts = telling(informant, self.text.profile.vocabulary), words(informant)
        if not own or kind == "unnamed":
            return own <= self.text.words
        if kind == "body":
            return " ".join(parts) in self.text.running
        known = {part for name, sort in self.sources.firm.items() if sort == kind for part in words(name)}
        return sound(parts[-1]) in self.text.sounds or not known.isdisjoint(parts)


def between(a: Profile, b: Profile) -> Judgement:
    """What report ``a`` (left) and report ``b`` (right) are to one another, from their texts and readings alone.

    Profiles are those of ``sayso.relate.profiles(readings)``. Needs no metadata: where no publisher is known, the text
    must tell. It fails closed: what is not shown to be independent is "unknown".
    """
    left, right = (
        Compared(Text(p), s) for p, s in zip((a, b), of_one_story([sourcing(p, owners()) for p in (a, b)]), strict=True)
    )
    return judged(left, right)


def judged(a: Compared, b: Compared) -> Judgement:
    same = sameness(a.text, b.text)
    label, kind, why = _text(same) or _naming(a, b) or _silence(a, b, same)
    gave, because = _giver(a, b, label, same) if kind else ("unknown", "")
    reasons = tuple(dict.fromkeys(w for w in (*why, because) if w))
    return Judgement(label, gave, reasons, same.passages, same.own, kind)


def _giver(a: Compared, b: Compared, label: Label, same: Sameness) -> tuple[Giver, str]:
    if label in ("copy", "partial", "cites"):
        return giver(Taking(a, b, label, same))
    return named(a, b)


Finding = tuple[Label, TransferKind | None, tuple[str, ...]]


def _text(same: Sameness) -> Finding | None:
    """What the words in common show."""
    if same.copied:
        how = "word for word" if same.whole >= COPIED else "edited throughout"
        return "copy", "copy", (f"have {max(same.whole, same.reworded):.0%} of the shorter text in common, {how}",)
    if same.worked_over:
        how = f"{same.reworded:.0%} of the shorter text's own content words in common, in one order"
        return "copy", "rewrite", (f"have {how}",)
    if same.reused:
        part = f"{same.own:.0%} of the shorter text's own words, the longest of {same.longest} words"
        return "partial", "partial", (f"share passages word for word: {part}",)
    if same.rewritten:
        how = "in one order" if same.in_order else "around the same quotations"
        share = max(same.reworded, same.retold)
        return "partial", "rewrite", (f"have {share:.0%} of the shorter text's own content words in common, {how}",)
    return None


def _naming(left: Compared, right: Compared) -> Finding | None:
    """What they say of where they have it from."""
    a, b = left.sources, right.sources
    for one, other in ((a, b), (b, a)):
        if other.publisher and other.publisher in one.cited | one.slugs:
            return "cites", "cites", (f"{one.name} cites {other.name}",)
    if (a.publisher and a.publisher == b.publisher) or (a.owner and a.owner == b.owner):
        return "unknown", "publisher", (f"are published by {a.owner or a.name}",)
    if a.slugs & b.slugs:
        return "cites", "agency", (f"carry the slug of {a.show(a.slugs & b.slugs)}",)
    if (common := a.media & b.media) and not several(left, right):
        return "cites", "common source", (f"both cite {a.show(common)}",)
    return None


def _named(a: Compared, b: Compared, first: bool) -> Finding | None:
    """An outlet that one cites early and the other speaks of; ``first``: early too."""
    for one, other in ((a, b), (b, a)):
        printed = one.sources.printed
        common = frozenset(
            m for m in one.outlets
            if one.speaks_of(m, printed.get(m, m), True) and other.speaks_of(m, printed.get(m, m), first)
        )  # fmt: skip
        if common:
            names = one.sources.show(common)
            return "cites", "common source", (f"{one.sources.name} cites {names}, of which {other.sources.name} speaks",)
    return None


def _nobody_else(a: Compared, b: Compared) -> Finding | None:
    """That one has informants, and none but whom the other speaks of."""
    for one, other in ((a, b), (b, a)):
        if one.sources.firm and not one.own(other) and not one.sources.media:
            names = one.sources.show(sorted(one.sources.firm)[:2])
            return "cites", "common source", (f"{one.sources.name} has nobody but {names}, of whom {other.sources.name} speaks",)
    return None


def _silence(a: Compared, b: Compared, same: Sameness) -> Finding:
    """Of two that have neither words nor outlets in common."""
    one, other = a.sources, b.sources
    if same.quoted_alike:
        return "cites", "common source", (f"quote alike, {same.running} words running",)
    if (common := in_common(one, other)) and not apart(one, other, len(common)) and not several(a, b):
        return "cites", "common source", (f"both have it from {one.show(common)}",)
    if min(len(a.text.whole.words), len(b.text.whole.words)) < SHORT:
        return "unknown", None, ("too short to tell",)
    if common_runs(a.text.page, b.text.page, PAGE):
        return "unknown", None, ("say the same of their page: they may be one outlet's",)
    own = (a.own(b), b.own(a))
    if (documents := a.text.documents & b.text.documents) and not all(own):
        return "cites", "common source", (f"both tell of one {', '.join(sorted(documents))}, and one has nobody of its own",)
    if found := _named(a, b, first=True):
        return found
    if not same.running:  # who prints an outlet's words may be its copy, or the outlet itself
        own = (own[0] | a.outlets_beside(b), own[1] | b.outlets_beside(a))
    if all(own):
        who = "; ".join(f"{c.sources.name} has {c.sources.show(sorted(o)[:2])}" for c, o in zip((a, b), own, strict=True))
        return "independent", None, (f"no words, outlet or informant of weight in common; {who}",)
    return _named(a, b, first=False) or _nobody_else(a, b) or ("unknown", None, ("one of them names nobody of its own",))


def several(a: Compared, b: Compared) -> bool:
    """Whether each has informants enough whom the other does not even name."""
    return min(len(a.named_own(b)), len(b.named_own(a))) >= ENOUGH


def apart(a: Sourcing, b: Sourcing, common: int) -> bool:
    """Whether each has so many informants of its own that one in common does not make them one."""
    fewer = min(len(a.heard), len(b.heard))
    return common <= FEW * fewer + 1e-9 and fewer - common >= ENOUGH


def transfer(a: Compared, b: Compared, found: Judgement) -> Transfer | None:
    """The record of a judgement; None where two have nothing to do with one another."""
    if not found.kind:
        return None
    left, right = a.text.profile.id, b.text.profile.id
    return Transfer(left, right, found.kind, found.direction, "; ".join(found.why), found.passages, round(found.share, 3))


def linked(a: Compared, b: Compared, link: Link) -> Transfer:
    """The record of a link by names alone."""
    gave, because = named(a, b) if link.kind == "cites" else ("unknown", "")
    why = f"{link.why}; {because}" if because and because not in link.why else link.why
    return Transfer(a.text.profile.id, b.text.profile.id, link.kind, gave, why)


def compared(profiles: Sequence[Profile], sources: Iterable[Sourcing]) -> list[Compared]:
    return [Compared(Text(p), s) for p, s in zip(profiles, sources, strict=True)]

"""Numbers that a story's claims give, as entries of slots: the dead, the injured, what else is counted, money, measures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.records import Bearing, Claim

from .attested import Entry, core, identity
from .counts import BEFELL, PART, Counted
from .deeds import terms
from .slots import Slots
from .tallies import ALIKE, Given, figures, numeric, one_scope, was
from .words import cosine, words

# What befell those who are counted, and the slot of it.
SLOTS = {
    "the dead": "dead", "the injured": "injured", "the arrested": "held", "the displaced": "displaced", "the missing": "missing",
    "the abducted": "abducted", "the evacuated": "displaced", "the rescued": "freed",
}  # fmt: skip
TRIED = 8  # entries of a matter with which a new one is compared
ROUND = 100  # two equal numbers that are no rounder than this, or have a unit, are of one matter in one story


@dataclass
class Matter:
    """Numbers that answer one question: ``slot`` and ``of`` as in ``Account``."""

    slot: str
    of: str
    entries: list[Entry]


def figured(claims: Sequence[Slots]) -> Iterator[Matter]:
    """Counts first, then sums of money and measures; of those only what two reports tell of, or two sources of one report."""
    matters = [m for m in counted(claims) if m.slot != "count" or shared(m.entries)]
    yield from matters
    yield from (m for m in measured(claims) if shared(m.entries))


def shared(entries: Sequence[Entry]) -> bool:
    """Whether more than one report, or two sources of one, tell of it."""
    return len({(e.claim.report, e.claim.claim.said) for e in entries}) > 1


def counted(claims: Sequence[Slots]) -> Iterator[Matter]:
    kinds: defaultdict[tuple[str, str], list[list[Given]]] = defaultdict(list)
    taken = set[tuple[int, str]]()
    for given in map(befallen, figures(claims)):
        taken.add((given.claim.report, given.counted.mention))
        place(given, kinds[given.befell, given.of], alike_counts)
    for given in repeated(claims, taken):
        again(given, kinds.get((given.befell, given.of), []))
    for (befell, of), scopes in kinds.items():
        for scope in scopes:
            yield Matter(SLOTS.get(befell, "count"), of, [entry(g.claim, g.counted) for g in scope])


AFTER = 64  # characters after a number of people in which it may say what befell them


def befallen(given: Given) -> Given:
    """Of people of whom the words behind the number say what befell them: "219 girls who are held captive"."""
    if given.befell or not given.people:
        return given
    text, (_, end) = given.claim.profile.reading.report.text, given.counted.span
    kinds = (given.claim.profile.vocabulary.kind(w) for w in words(re.split(r"[.;:,\n–—]", text[end : end + AFTER])[0]))
    befell = next((BEFELL[k] for k in kinds if k in BEFELL), "")
    return replace(given, befell=befell) if befell else given


def repeated(claims: Sequence[Slots], taken: set[tuple[int, str]]) -> Iterator[Given]:
    """Counts of the dead and the like that no report begins with: they may be of another event."""
    for s in claims:
        for c in s.amounts:
            new = c.kind in BEFELL and not c.quantity.unit and (s.report, c.mention) not in taken
            if new and numeric(c.quantity) and s.claim.commitment.polarity == "+" and not was(s, c):
                taken.add((s.report, c.mention))
                yield Given(s, c, c.who or "", BEFELL[c.kind or ""], s)


def again(given: Given, scopes: Sequence[list[Given]]) -> None:
    """Into the matter in which somebody gave that number first, unless place or time say that it is another."""
    for scope in scopes:
        if any(core(g.quantity, 0) == core(given.quantity, 0) for g in scope) and one_scope(given, scope[0]):
            scope.append(given)
            return


def alike_counts(a: Given, b: Given) -> bool:
    """Whether two counts of one noun answer one question."""
    return one_scope(a, b) or (not a.befell and same_number(a.counted, b.counted))


def same_number(a: Counted, b: Counted) -> bool:
    """Equal, and not by chance: 43 and $132m are, 2 and 100 are not."""
    q = a.quantity
    if identity(q) != identity(b.quantity) or q.low is None:
        return False
    return bool(q.unit) or (q.low >= 10 and q.low % ROUND != 0) or q.low > 10 * ROUND


G = Callable[[Given, Given], bool]


def place(given: Given, scopes: list[list[Given]], alike: G) -> None:
    """Into the first matter of which it is, or a new one."""
    found = next((s for s in scopes if any(alike(given, other) for other in s[:TRIED])), None)
    if found is None:
        scopes.append(found := [])
    found.append(given)


def measured(claims: Sequence[Slots]) -> Iterator[Matter]:
    """Sums and measures in one unit, where the claims are alike or give the very same number."""
    money = terms(claims[0].profile.reading.report.language).money if claims else frozenset[str]()
    kinds: defaultdict[str, list[list[Given]]] = defaultdict(list)
    taken: set[tuple[int, str]] = set()
    for s in claims:
        for c in ranged(s):
            unit = c.quantity.unit
            if unit and unit != "%" and c.kind != PART and (s.report, c.mention) not in taken and not was(s, c):
                taken.add((s.report, c.mention))
                place(Given(s, c, unit, "", s), kinds[unit], alike_sums)
    for unit, scopes in kinds.items():
        for scope in scopes:
            yield Matter("money" if unit in money else "measure", unit, [entry(g.claim, g.counted) for g in scope])


def ranged(s: Slots) -> list[Counted]:
    """Its amounts, with two that are the ends of one as one: "between $4,000 and $5,000"."""
    made, text = list[Counted](), s.profile.reading.report.text
    for c in sorted(s.amounts, key=lambda c: c.span):
        last = made[-1] if made else None
        if last and ends(last, c, text):
            q = replace(last.quantity, high=c.quantity.high, text=f"{last.quantity.text} to {c.quantity.text}")
            made[-1] = replace(last, quantity=q)
        else:
            made.append(c)
    return made


def ends(a: Counted, b: Counted, text: str) -> bool:
    """Whether two amounts are the ends of a range."""
    between = text[a.span.end : b.span.start].strip().casefold()
    rising = a.quantity.unit == b.quantity.unit and (a.quantity.low or 0) < (b.quantity.low or 0)
    if not rising or between not in ("and", "to", "-", "–"):
        return False
    led = re.search(r"\b(?:between|from)\s*$", text[max(0, a.span.start - AFTER) : a.span.start], re.IGNORECASE)
    return bool(led) or between in ("to", "-", "–")


def alike_sums(a: Given, b: Given) -> bool:
    if same_number(a.counted, b.counted):
        return True
    return a.claim.kind == b.claim.kind and cosine(a.claim.words, b.claim.words) >= ALIKE


def entry(s: Slots, c: Counted) -> Entry:
    return Entry(s, c.quantity, " ".join(c.quantity.text.split()), c.mention, bearing(s.claim))


def bearing(claim: Claim) -> Bearing:
    """What the claim's source does with what it says."""
    if claim.commitment.polarity == "+":
        return "holds"
    return "denies" if claim.commitment.polarity == "-" else "open"

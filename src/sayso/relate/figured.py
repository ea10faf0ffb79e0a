"""Numbers that a story's claims give, as entries of slots: the dead, the injured, what else is counted, money, measures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.records import Bearing, Claim

from .attested import Entry, core, identity
from .cast import Cast
from .counts import BEFELL, PART, Counted, definite
from .deeds import terms
from .sides import one_side, side
from .slots import Slots
from .tallies import ALIKE, BACK, Given, figures, one_scope, was
from .words import cosine, words

# What befell those who are counted, and the slot of it.
SLOTS = {
    "the dead": "dead", "the injured": "injured", "the arrested": "held", "the displaced": "displaced", "the missing": "missing",
    "the abducted": "abducted", "the evacuated": "displaced", "the rescued": "freed", "the freed": "freed", "the ill": "ill",
}  # fmt: skip
YOUNG = "young"  # in kindred_nouns.tsv
TRIED = 8  # entries of a matter with which a new one is compared
ROUND = 100  # two equal numbers that are no rounder than this, or have a unit, are of one matter in one story


@dataclass
class Matter:
    """Numbers that answer one question: ``slot`` and ``of`` as in ``Account``."""

    slot: str
    of: str
    entries: list[Entry]


def figured(claims: Sequence[Slots], cast: Cast) -> Iterator[Matter]:
    """Counts first, then sums of money and measures; of those only what two reports tell of, or two sources of one report."""
    matters = [m for m in counted(claims, cast) if m.slot != "count" or shared(m.entries)]
    yield from matters
    yield from (m for m in measured(claims, cast) if shared(m.entries))


def shared(entries: Sequence[Entry]) -> bool:
    """Whether more than one report, or two sources of one, tell of it."""
    return len({(e.claim.report, e.claim.claim.said) for e in entries}) > 1


def counted(claims: Sequence[Slots], cast: Cast) -> Iterator[Matter]:
    kinds: defaultdict[tuple[str, str], list[list[Given]]] = defaultdict(list)
    taken = set[tuple[int, str]]()
    for one in map(befallen, figures(claims)):
        taken.add((one.claim.report, one.counted.mention))
        place(one, kinds[one.befell, one.of], alike_counts)
    for one in repeated(claims, taken):
        again(one, [*kinds.get((one.befell, one.of), []), *(kinds.get((one.befell, ""), []) if one.of else [])])
    for one in vague(claims, taken):
        place(one, kinds[one.befell, one.of], alike_counts)
    for befell, of, scope in together(kinds):
        slot = SLOTS.get(befell, "count")
        entries = [entry(g.claim, g.counted, cast) for g in scope]
        whose = min((x for g in scope if (x := side(g))), key=len, default="") if befell else ""
        named = f"{of}, {whose}" if whose else of
        yield Matter(slot, named if slot != "count" else of or befell, [*entries, *refuted(scope, claims, cast)])


def refuted(scope: Sequence[Given], claims: Sequence[Slots], cast: Cast) -> Iterator[Entry]:
    """Numbers that somebody denies just after they were given: "Ostria dismissed the figure"."""
    given = {(g.claim.report, g.counted.mention): g for g in scope}
    last: Counted | None = None
    for s in claims:
        if refutes(s) and last and (s.report, last.mention) in given and 0 < s.claim.span.start - last.span.start <= BACK:
            one = entry(s, last, cast)
            yield replace(one, bearing="denies", mention=None, on_word_of=speakers(s, cast))
        last = next((c for c in reversed(s.amounts) if c.kind in BEFELL), last)


def refutes(s: Slots) -> bool:
    """Whether somebody says of a number that it is wrong."""
    known = terms(s.profile.reading.report.language).responsibility
    verb = any(r.what == "refuses" and r.verb == s.claim.lemma.casefold() for r in known)
    return verb and bool(s.profile.vocabulary.numbers & set(words(s.text)))


def together(kinds: Mapping[tuple[str, str], list[list[Given]]]) -> Iterator[tuple[str, str, list[Given]]]:
    """Numbers with what they are of: two nouns of one group are one ("pupils", "children"), and so are "two brothers", whom
    one report tells of as arrested, and "two men"."""
    made: list[tuple[str, str, list[Given]]] = []
    for (befell, of), scopes in sorted(kinds.items(), key=lambda k: bool(k[0][1])):  # those of people at large first
        for scope in scopes:
            known = next((m for m in made if m[0] == befell != "" and same_people(m[1], of, m[2], scope)), None)
            if known:
                known[2].extend(scope)
            else:
                made.append((befell, of, list(scope)))
    yield from made


def same_people(of: str, other: str, scope: Sequence[Given], more: Sequence[Given]) -> bool:
    known = scope[0].claim.profile.vocabulary.kindred
    if of and other:
        return YOUNG in known.get(of, ()) and YOUNG in known.get(other, ()) and one_scope(scope[0], more[0])
    reports = {g.claim.report for g in scope}
    return any(
        a.claim.report not in reports and core(a.quantity, 0) == core(b.quantity, 0) and one_scope(a, b)
        for a in more for b in scope[:TRIED]
    )  # fmt: skip


def vague(claims: Sequence[Slots], taken: set[tuple[int, str]]) -> Iterator[Given]:
    """Numbers that are not given: "wounding dozens"; of each kind the first of each source in a report."""
    told = set[tuple[int, str, tuple[object, ...]]]()
    for s in claims:
        for c in s.amounts:
            open_ = c.kind in BEFELL and not c.quantity.unit and not definite(c.quantity) and (s.report, c.mention) not in taken
            one = Given(s, c, c.who or "", BEFELL.get(c.kind or "", ""), s)
            if open_ and s.claim.commitment.polarity == "+" and (s.report, one.befell, one.source) not in told:
                told.add((s.report, one.befell, one.source))
                yield one


AFTER = 64  # characters after a number of people in which it may say what befell them


def befallen(one: Given) -> Given:
    """Of people of whom the words behind the number say what befell them: "219 girls who are held captive"."""
    if one.befell or not one.people:
        return one
    text, (_, end) = one.claim.profile.reading.report.text, one.counted.span
    kinds = (one.claim.profile.vocabulary.kind(w) for w in words(re.split(r"[.;:,\n–—]", text[end : end + AFTER])[0]))
    befell = next((BEFELL[k] for k in kinds if k in BEFELL), "")
    return replace(one, befell=befell) if befell else one


def repeated(claims: Sequence[Slots], taken: set[tuple[int, str]]) -> Iterator[Given]:
    """Counts of the dead and the like that no report begins with: they may be of another event."""
    for s in claims:
        for c in s.amounts:
            new = c.kind in BEFELL and not c.quantity.unit and (s.report, c.mention) not in taken
            if new and definite(c.quantity) and s.claim.commitment.polarity == "+" and not was(s, c):
                taken.add((s.report, c.mention))
                yield Given(s, c, c.who or "", BEFELL[c.kind or ""], s)


def again(one: Given, scopes: Sequence[list[Given]]) -> None:
    """Into the matter in which somebody gave that number first, unless place or time say that it is another."""
    for scope in scopes:
        if any(core(g.quantity, 0) == core(one.quantity, 0) for g in scope) and one_scope(one, scope[0]):
            scope.append(one)
            return


def alike_counts(a: Given, b: Given) -> bool:
    """Whether two counts of one noun answer one question."""
    if a.befell and not one_side(a, b):
        return False
    return one_scope(a, b) or (not a.befell and same_number(a.counted, b.counted))


def same_number(a: Counted, b: Counted) -> bool:
    """Equal, and not by chance: 43 and $132m are, 2 and 100 are not."""
    q = a.quantity
    if identity(q) != identity(b.quantity) or q.low is None:
        return False
    return bool(q.unit) or (q.low >= 10 and q.low % ROUND != 0) or q.low > 10 * ROUND


G = Callable[[Given, Given], bool]


def place(one: Given, scopes: list[list[Given]], alike: G) -> None:
    """Into the first matter of which it is, or a new one."""
    found = next((s for s in scopes if any(alike(one, other) for other in s[:TRIED])), None)
    if found is None:
        scopes.append(found := [])
    found.append(one)


def measured(claims: Sequence[Slots], cast: Cast) -> Iterator[Matter]:
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
            yield Matter("money" if unit in money else "measure", unit, [entry(g.claim, g.counted, cast) for g in scope])


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


def entry(s: Slots, c: Counted, cast: Cast) -> Entry:
    return Entry(s, c.quantity, " ".join(c.quantity.text.split()), c.mention, bearing(s.claim), givers(s, cast))


def givers(s: Slots, cast: Cast) -> tuple[str, ...]:
    """Whose number it is where the outlet says who gave it: "the army put the toll at 27"."""
    return speakers(s, cast) if s.claim.lemma.casefold() in terms(s.profile.reading.report.language).giving else ()


def speakers(s: Slots, cast: Cast) -> tuple[str, ...]:
    """Whom the outlet says it of in its own voice."""
    found = (p for p in cast.parties(s, "agent") if (p.who or p.named) and not p.number)
    return tuple(p.name for p in found)[:1] if s.chain.own else ()


def bearing(claim: Claim) -> Bearing:
    """What the claim's source does with what it says."""
    if claim.commitment.polarity == "+":
        return "holds"
    return "denies" if claim.commitment.polarity == "-" else "open"

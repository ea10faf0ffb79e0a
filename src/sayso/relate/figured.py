"""Numbers of people and things that a story's claims give, as entries of slots: the dead, the injured, what else is counted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.records import Bearing, Claim

from .attested import Entry, core, identity
from .cast import Cast
from .counts import BEFELL, Counted, definite
from .deeds import terms
from .sides import one_side, side
from .slots import EARLY, EARLY_CHARACTERS, Slots
from .tallies import BACK, Given, figures, label, one_scope, was
from .words import words

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
        if again(one, [*kinds.get((one.befell, one.of), []), *(kinds.get((one.befell, ""), []) if one.of else [])]):
            taken.add((one.claim.report, one.counted.mention))
    for one in (*late(claims, taken), *vague(claims, taken)):
        place(one, kinds[one.befell, one.of], alike_counts)
    for befell, of, scope in together(kinds):
        slot = SLOTS.get(befell, "count")
        entries = [entry(g.claim, g.counted, cast) for g in scope]
        whose = min((x for g in scope if (x := side(g))), key=len, default="") if befell else ""
        of = label(scope) if of == scope[0].of else of
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


def late(claims: Sequence[Slots], taken: set[tuple[int, str]]) -> Iterator[Given]:
    """Of each kind the first number of every source near the beginning of a report; of those held, missing, freed or driven out
    the first wherever it stands: the other events of which a report speaks are told by their dead."""
    first = ((s, c) for s in claims for c in s.amounts if (s.report, c.mention) in taken)
    told = {known for s, c in first for known in (owner(s, c), owner(s, c)[:2])}
    for s in claims:
        for c in s.amounts:
            new = c.kind in BEFELL and not c.quantity.unit and (s.report, c.mention) not in taken and owner(s, c) not in told
            new = new and (near(s, c) or (c.kind not in HARMED and owner(s, c)[:2] not in told))
            if new and definite(c.quantity) and s.claim.commitment.polarity == "+" and not was(s, c):
                told |= {owner(s, c), owner(s, c)[:2]}
                taken.add((s.report, c.mention))
                yield Given(s, c, c.who or "", BEFELL[c.kind or ""], s)


HARMED = ("die", "injure")


def owner(s: Slots, c: Counted) -> tuple[object, ...]:
    """In which report, of what, and whose number it is."""
    giving = s.chain.own and s.claim.lemma.casefold() in terms(s.profile.reading.report.language).giving
    return (s.report, c.kind, *((s.names.get("agent"),) if giving else Given(s, c, "", "", s).source))


def near(s: Slots, c: Counted) -> bool:
    """Whether it stands near the beginning, and is of no year."""
    early = max(EARLY * len(s.profile.reading.report.text), EARLY_CHARACTERS)
    return s.claim.span.start <= early and not any(w.isdigit() for p in c.quantity.period for w in words(p))


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
    if one.befell or not one.people or one.counted.aside:
        return one
    text, (_, end) = one.claim.profile.reading.report.text, one.counted.span
    kinds = (one.claim.profile.vocabulary.kind(w) for w in words(re.split(r"[.;:,\n–—]", text[end : end + AFTER])[0]))
    befell = next((BEFELL[k] for k in kinds if k in BEFELL and k not in ("arrest", "release")), "")  # whenever that was
    return replace(one, befell=befell) if befell else one


def repeated(claims: Sequence[Slots], taken: set[tuple[int, str]]) -> Iterator[Given]:
    """Counts of the dead and the like that no report begins with: they may be of another event."""
    for s in claims:
        for c in s.amounts:
            new = c.kind in BEFELL and not c.quantity.unit and (s.report, c.mention) not in taken
            if new and definite(c.quantity) and s.claim.commitment.polarity == "+" and not was(s, c):
                yield Given(s, c, c.who or "", BEFELL[c.kind or ""], s)


def again(one: Given, scopes: Sequence[list[Given]]) -> bool:
    """Whether somebody gave that number first; into that matter then, unless place or time say that it is another."""
    for scope in scopes:
        if any(core(g.quantity, 0) == core(one.quantity, 0) for g in scope) and one_scope(one, scope[0]):
            scope.append(one)
            return True
    return False


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

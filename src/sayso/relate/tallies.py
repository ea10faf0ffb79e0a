"""Numbers that several sources give for one kind of thing in one story, set side by side where they differ.

"About 220 fighters" and "more than 300 militants" in one town are one matter; 6,000 in the whole north are another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.records import ClaimRef, Figure, Quantity, Tally

from .algebra import APPROXIMATION, compare_places, compare_quantities, open_ended
from .compare import compare_times
from .counts import BEFELL, PART, Counted, definite
from .slots import Slots
from .sources import key
from .words import cosine, words

AFTER = 40  # characters after a number in which "a month" may stand
BACK = 400  # characters back to the count that "the number" stands for
WIDE_KM, LARGER = 100.0, 4.0  # a region; a place so many times another's size is another scope
YEAR = 4  # digits
FROM = 12  # characters before and after a number in which "from" and "to" may stand
ALIKE = 0.3  # of two claims that count things of one noun
UNSHARED = frozenset({"unnamed", "unknown", "crowd", "outlet"})
# Nouns by which anybody and anything may be counted.
ANYTHING = frozenset({"person", "people", "number", "one", "other", "part", "time", "group", "country", "day", "thing"})


@dataclass(frozen=True)
class Given:
    """A number in a claim: ``of`` is what it counts, as it is to be called, ``befell`` what became of them, if anything.

    ``setting`` is the claim that says of when and where it is: for "they put the number at 70", the one before.
    """

    claim: Slots
    counted: Counted
    of: str
    befell: str
    setting: Slots

    @property
    def start(self) -> int:
        return self.claim.claim.span.start

    @property
    def quantity(self) -> Quantity:
        return self.counted.quantity

    @property
    def people(self) -> bool:
        return self.of in self.claim.profile.vocabulary.people.values()

    @property
    def source(self) -> tuple[object, ...]:
        """Whose number it is; what is said by no name is another's in another report.

        "The ministry put the number at 17" gives the ministry's number, whoever reports it.
        """
        chain = self.claim.chain
        if chain.own and stands_for_count(self.claim, self.counted):
            return "agent", self.claim.names.get("agent")
        return key(chain.name), self.claim.copied if chain.own or chain.last.kind in UNSHARED else -1


def tallies(story: str, claims: Sequence[Slots]) -> tuple[Tally, ...]:
    """In the order in which the story's reports first give them."""
    return tuple(_tally(story, m) for m in matters_of(claims) if differ(m))


def matters_of(claims: Sequence[Slots]) -> list[list[Given]]:
    """Numbers that count one kind of thing in one scope, each source's once."""
    kinds: defaultdict[tuple[str, str], list[list[Given]]] = defaultdict(list)
    for given in figures(claims):
        matters = kinds[given.of, given.befell]
        together = next((m for m in matters if all(one_scope(given, other) for other in m)), None)
        if together is None:
            matters.append(together := [])
        if all(given.source != o.source or not same(given, o) for o in together):
            together.append(given)
    return [m for matters in kinds.values() for m in matters]


def _tally(story: str, matter: Sequence[Given]) -> Tally:
    figures = (Figure(ClaimRef(g.claim.profile.id, g.claim.claim.id), g.counted.mention) for g in matter)
    return Tally(story, ", ".join(x for x in (matter[0].befell, label(matter)) if x), tuple(figures))


def label(matter: Sequence[Given]) -> str:
    """What is counted, in the reports' own noun where they have but one: "four masked men" are called no fighters."""
    nouns = {noun for g in matter for noun in (g.quantity.of or "").casefold().split()[-1:]}
    return nouns.pop() if matter[0].of and len(nouns) == 1 else matter[0].of


def differ(matter: Iterable[Given]) -> bool:
    """Whether two sources give two numbers that are not much the same: "more than 200" says little else than 219."""
    return any(a.source != b.source and unlike(a.quantity, b.quantity) for a, b in combinations(matter, 2))


def unlike(a: Quantity, b: Quantity) -> bool:
    if compare_quantities(a, b) == "CONFLICT":
        return True
    low, other = sorted(q.low if q.low is not None else q.high or 0.0 for q in (a, b))
    return low * (1 + APPROXIMATION) < other


def disputed(claims: Sequence[Slots]) -> Iterator[tuple[Given, Given]]:
    """Pairs of numbers of people that cannot both hold, from two sources; each pair of numbers once a story."""
    for matter in matters_of(claims):
        seen: set[frozenset[float | None]] = set()
        for a, b in combinations(matter, 2):
            pair = frozenset((a.quantity.low, b.quantity.low))
            if not a.befell and a.people and pair not in seen and at_odds(a, b):
                seen.add(pair)
                yield a, b


def at_odds(a: Given, b: Given) -> bool:
    """Whether two sources give the same people two numbers; seven who crossed a border may be of ten who were caught."""
    firm = a.counted.firm and b.counted.firm and (a.setting.kind == b.setting.kind or (_there(a) and _there(b)))
    return firm and a.source != b.source and compare_quantities(a.quantity, b.quantity) == "CONFLICT"


def _there(g: Given) -> bool:
    """Whether it says no more than that they are there: "there were eighty men"."""
    lemma, noun = g.setting.claim.lemma.casefold(), (g.quantity.of or "").casefold().split()[-1:]
    return lemma in g.claim.profile.vocabulary.presence or [lemma] == noun


def same(a: Given, b: Given) -> bool:
    return compare_quantities(a.quantity, b.quantity) == "SAME"


def figures(claims: Sequence[Slots]) -> Iterator[Given]:
    """Counts that a source holds to be so, each with what it counts; "the number" counts what the count before it does."""
    last: Given | None = None
    taken: set[tuple[int, str]] = set()
    for s in claims:
        for c in s.amounts:
            found = _figure(s, c, last)
            if found and (s.report, c.mention) not in taken:
                taken.add((s.report, c.mention))
                last = found
                yield found


def _figure(s: Slots, c: Counted, last: Given | None) -> Given | None:
    if c.quantity.unit or c.kind == PART or s.claim.commitment.polarity == "-" or not definite(c.quantity) or was(s, c):
        return None
    if c.kind in BEFELL and (c.kind in s.tolls or stands_for_count(s, c)):
        return Given(s, c, c.who or "", BEFELL[c.kind], s)
    if stands_for_count(s, c):
        near = last and last.claim.report == s.report and 0 <= s.claim.span.start - last.start <= BACK
        return replace(last, claim=s, counted=c) if last and near else None
    of = called(s, c)
    befell = BEFELL.get(s.kind, "") if c.people and not c.aside and s.kind != "release" else ""  # many are to be released
    return Given(s, c, of, befell, s) if of else None


def was(s: Slots, c: Counted) -> bool:
    """Whether it is what a number was before: "corrected from 14 to 13"."""
    (start, end), text = c.span, s.profile.reading.report.text
    if not re.search(r"\bfrom\s+$", text[max(0, start - FROM) : start], re.IGNORECASE):
        return False
    return bool(re.match(r"\s+(?:up |down )?to\s+\S*\d", text[end : end + FROM], re.IGNORECASE))


def called(s: Slots, c: Counted) -> str:
    """The noun that a count counts; "" where that may be anybody or anything, or where it says how many a day."""
    noun = (c.quantity.of or "").casefold().split()[-1:]
    if not noun or noun[0] in ANYTHING or c.kind in BEFELL or rate(s, c):
        return ""
    return s.profile.vocabulary.people.get(noun[0], noun[0])


def rate(s: Slots, c: Counted) -> bool:
    """ "Twenty extremists a month"."""
    after = re.split(r"[,.;:\n]", s.profile.reading.report.text[c.span.end : c.span.end + AFTER])[0].casefold()
    return any(re.search(rf"\b{re.escape(w)}\b", after) for w, place in s.profile.vocabulary.partial if place == "rate")


def stands_for_count(s: Slots, c: Counted) -> bool:
    noun = (c.quantity.of or "").casefold()
    return (not noun or noun in s.profile.vocabulary.numbers) and any(w in s.profile.vocabulary.numbers for w in words(s.text))


def one_scope(a: Given, b: Given) -> bool:
    """Whether nothing says that the two count in two places, at two times, or different things by one noun."""
    return _same_place(a, b) and not _apart_in_time(a, b) and not other_period(a, b) and _same_things(a, b)


def other_period(a: Given, b: Given) -> bool:
    """Whether one is said to be of a time ("since 2009", "this year") and the other of another, or one of years and one not."""
    one, other = ({w for p in g.quantity.period for w in words(p)} for g in (a, b))
    if one and other:
        return one.isdisjoint(other - a.claim.profile.vocabulary.stops)
    return any(w.isdigit() and len(w) == YEAR for w in one | other)


def _same_place(a: Given, b: Given) -> bool:
    x, y = a.setting.where, b.setting.where
    if x is None or y is None:
        known = x or y
        return known is None or (known.radius_km or 0.0) < WIDE_KM
    sizes = sorted((x.radius_km or 0.0, y.radius_km or 0.0))
    return compare_places(x, y) in ("SAME", "COMPATIBLE") and (x.name == y.name or sizes[1] < LARGER * sizes[0])


def _apart_in_time(a: Given, b: Given) -> bool:
    """Two days, or "since 2009" and a day; when somebody put "the number" at so many says nothing of when it was."""
    if stands_for_count(a.claim, a.counted) or stands_for_count(b.claim, b.counted):
        return False
    times = [(x, y) for x in a.setting.times for y in b.setting.times]
    return bool(times) and all(compare_times(x, y) == "CONFLICT" or open_ended(x) != open_ended(y) for x, y in times)


def _same_things(a: Given, b: Given) -> bool:
    """People and victims are counted in many words; of other things, two claims must be alike."""
    if a.befell or a.people:
        return True
    return a.setting.kind == b.setting.kind and cosine(a.setting.words, b.setting.words) >= ALIKE

"""Two claims compared slot by slot, a finding for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from sayso.records import Finding, Interval, Place, Quantity, Verdict

from .algebra import compare_intervals, compare_names, compare_places, compare_polarity, compare_quantities
from .counts import BEFELL, PART, Counted
from .cues import cues
from .participants import LIKELY, one
from .refusals import believed, flatly
from .slots import Slots
from .sources import apart
from .words import cosine, words

T = TypeVar("T")
ORDER: tuple[Verdict, ...] = ("SAME", "COMPATIBLE", "CONFLICT", "UNKNOWN")
NOBODY: frozenset[str] = frozenset()
# Kinds of event in which two do the same (event_heads.tsv).
MUTUAL = frozenset({
    "meet", "talk", "agree", "cease_fire", "sign", "fight", "marry", "divorce", "merge", "play", "cooperate", "discuss", "love",
    "compete",
})  # fmt: skip
VERBATIM = 8  # words in a row, the claim's and those about it, that two people seldom choose alike
NEARLY, MOSTLY = 8, 0.75  # words in common, and of all words, of which the same holds in any order
QUOTED = 3  # where both are quotations
EXPECTED = 0.6  # how much alike two claims are of which one says that it will be, the other that it will not
# Days counted from others in the text may be counted wrong; they agree, but never disagree.
_WEEKDAY, _DAY = re.compile(r"XXXX-WXX-(\d)$"), re.compile(r"(?:XXXX|\d{4})-(\d\d-\d\d)$")
FIRM = frozenset({"stated", "dateline", "metadata"})


def compare(a: Slots, b: Slots) -> tuple[Finding, ...]:
    """A finding for every slot that both claims fill, and polarity."""
    found = [Finding("polarity", compare_sides(a, b), committed(a), committed(b))]
    found += participants(a, b)
    found += _best("place", a.places, b.places, compare_where, lambda p: p.name)
    found += _best("time", a.times, b.times, compare_times, lambda i: i.edtf or "no known day")
    return (*found, *_amounts(a, b))


def compare_sides(a: Slots, b: Slots) -> Verdict:
    """Also of what is to come or believed: "will buy", "denied that it was being bought"; "will close", "will not close"; "is
    believed to be his wife", "is not".
    """
    verdict, (one, other) = compare_polarity(a.claim.commitment, b.claim.commitment), (a.claim.commitment, b.claim.commitment)
    if verdict != "UNKNOWN" or {one.polarity, other.polarity} != {"+", "-"} or "possible" in (one.certainty, other.certainty):
        return verdict
    expected = one.certainty == other.certainty and a.kind == b.kind and cosine(a.words, b.words) >= EXPECTED
    known = cues(a.profile.reading.report.language)
    return "CONFLICT" if expected or any(flatly(s, known) or believed(s, known) for s in (a, b)) else verdict


def _amounts(a: Slots, b: Slots) -> list[Finding]:
    """One finding for each kind of thing that both count; one for all others together, which cannot be compared."""
    kinds = [k for k in dict.fromkeys(c.kind for c in a.amounts) if k and k != PART and k in {c.kind for c in b.amounts}]
    if not kinds:
        return _best("amount", a.amounts, b.amounts, lambda *_: "UNKNOWN", shown_amount)
    found = ((kind, _best("amount", of_kind(a, kind), of_kind(b, kind), compare_counts, shown_amount)) for kind in kinds)
    return [replace(f, detail=BEFELL.get(kind, "")) for kind, several in found for f in several]


def compare_times(x: Interval, y: Interval) -> Verdict:
    verdict = compare_intervals(x, y)
    if verdict == "UNKNOWN":
        return compare_undated(x, y)
    return verdict if verdict != "CONFLICT" or {x.basis, y.basis} <= FIRM else "UNKNOWN"


def compare_undated(x: Interval, y: Interval) -> Verdict:
    """No Friday is a Saturday, and no 4 March a 6 March, in whatever year: "killed late on Friday", "died on Saturday"."""
    left, right = _WEEKDAY.match(x.edtf) or _DAY.match(x.edtf), _WEEKDAY.match(y.edtf) or _DAY.match(y.edtf)
    if not left or not right or len(left[1]) != len(right[1]):
        return "UNKNOWN"
    return "COMPATIBLE" if left[1] == right[1] else "CONFLICT"


def compare_where(x: Place, y: Place) -> Verdict:
    """A drone of the United States need not fly there; and "Orsa" for short may be Orsa del Mar."""
    verdict = compare_places(x, y) if x.sense == y.sense == "location" else "UNKNOWN"
    one, other = set(words(x.name)), set(words(y.name))
    return "UNKNOWN" if verdict == "CONFLICT" and (one < other or other < one) else verdict


def of_kind(s: Slots, kind: str) -> list[Counted]:
    return [c for c in s.amounts if c.kind == kind]


def compare_counts(x: Counted, y: Counted) -> Verdict:
    """Counts of parts, of other people or of other times exclude nothing: "three of them", "13 since May"."""
    verdict = compare_quantities(x.quantity, y.quantity)
    if x.quantity.part != y.quantity.part:
        return "UNKNOWN"
    firm = x.firm and y.firm and x.who == y.who and not other_times(x.quantity, y.quantity)
    return verdict if verdict != "CONFLICT" or firm else "UNKNOWN"


def other_times(a: Quantity, b: Quantity) -> bool:
    left, right = ({w for p in q.period for w in words(p)} for q in (a, b))
    return bool(left and right) and left.isdisjoint(right)


def participants(a: Slots, b: Slots) -> list[Finding]:
    return [_participant(role, a, b) for role in a.names if role in b.names and (a.names[role] or b.names[role])]


def swapped(a: Slots, b: Slots) -> bool:
    """ "A sued B", "B sued A": each does what befalls the other."""
    agents, targets = [s.names.get("agent", NOBODY) for s in (a, b)], [s.names.get("target", NOBODY) for s in (a, b)]
    straight = agents[0] & agents[1] or targets[0] & targets[1]
    return not straight and bool(agents[0] & targets[1] or agents[1] & targets[0]) and not both_ways(a, b)


def both_ways(a: Slots, b: Slots) -> bool:
    """Whether two do it to each other ("met"), or one may do by himself what another makes him do ("the bridge fell")."""
    if not ("agent" in a.names and "agent" in b.names and "target" in a.names and "target" in b.names):
        return True
    return bool(MUTUAL & a.heads & b.heads)


def _participant(role: str, a: Slots, b: Slots) -> Finding:
    left, right = a.names[role], b.names[role]
    verdict = compare_names(left, right)
    if verdict != "SAME":
        likely = max((one(x, y) for x in a.parties.get(role, ()) for y in b.parties.get(role, ())), default=-1.0)
        verdict = "COMPATIBLE" if likely >= LIKELY else "UNKNOWN"
    return Finding(role, verdict, ", ".join(sorted(left)), ", ".join(sorted(right)))



def _best(
    slot: str, left: Sequence[T], right: Sequence[T], verdict: Callable[[T, T], Verdict], show: Callable[[T], str]
) -> list[Finding]:
    """The pair of values that agree best: two claims conflict only if none of their values can be reconciled."""
    pairs = [(ORDER.index(verdict(x, y)), i, j) for i, x in enumerate(left) for j, y in enumerate(right)]
    if not pairs:
        return []
    rank, i, j = min(pairs)
    return [Finding(slot, ORDER[rank], show(left[i]), show(right[j]))]


def shown_amount(c: Counted) -> str:
    return c.quantity.text or f"{c.quantity.low}..{c.quantity.high} {c.kind or ''}".strip()


def committed(s: Slots) -> str:
    c = s.claim.commitment
    return {"+": "holds", "-": "denies", "?": "leaves open"}[c.polarity] + f" ({c.certainty})"


def independence(a: Slots, b: Slots) -> Finding:
    """SAME origin, CONFLICT for two that are certainly different, UNKNOWN where that is not shown."""
    verdict, why = apart(a.chain, b.chain)
    if a.report != b.report and a.copied == b.copied:
        verdict, why = "SAME", "the two reports have words, publisher or agency in common"
    elif a.report != b.report and verdict == "CONFLICT" and not (shown(a) and shown(b)):
        verdict, why = "UNKNOWN", "no publisher is known for one of them"
    elif verdict == "CONFLICT" and a.report != b.report and (verbatim(a, b) or one_quotation(a, b)):
        verdict, why = "UNKNOWN", "both say it in the same words"
    elif verdict == "CONFLICT" and (distanced(a) or distanced(b)):
        verdict, why = "UNKNOWN", f"the report does not take over what {(a if distanced(a) else b).chain.name} says"
    return Finding("origin", verdict, a.chain.name, b.chain.name, why)


def distanced(s: Slots) -> bool:
    """Whether somebody on the claim's way to the reader keeps it at a distance: "the agency claims that the dam burst"."""
    return any(voice.stance == "distancing" for voice in s.claim.along)


def verbatim(a: Slots, b: Slots) -> bool:
    """Whether two claims have words in common, in a row or but for a few, that two people seldom choose alike."""
    left, right = words(a.around), words(b.around)
    runs = {tuple(left[i : i + VERBATIM]) for i in range(len(left) - VERBATIM + 1)}
    in_a_row = any(tuple(right[i : i + VERBATIM]) in runs for i in range(len(right) - VERBATIM + 1))
    return in_a_row or nearly(words(a.text), words(b.text))


def one_quotation(a: Slots, b: Slots) -> bool:
    """Whether both quote nearly the same words: then one of them gives them to the wrong speaker."""
    return quoted(a) and quoted(b) and nearly(words(a.text), words(b.text), QUOTED)


def quoted(s: Slots) -> bool:
    voice = next((x.voice for x in s.profile.reading.attributions if x.id == s.claim.said), None)
    return voice in ("direct", "mixed")


def nearly(left: Sequence[str], right: Sequence[str], least: int = NEARLY) -> bool:
    shared = len(set(left) & set(right))
    return shared >= least and shared >= MOSTLY * max(len(set(left)), len(set(right)))



def shown(s: Slots) -> bool:
    return s.profile.reading.report.publisher is not None

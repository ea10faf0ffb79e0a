"""What two claims of one matter are to each other."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import ClaimRef, Finding, Relation, RelationKind, Verdict

from .algebra import limits, open_ended
from .compare import MUTUAL, ORDER, compare, compare_counts, independence, nearly, of_kind, participants
from .counts import BEFELL, PART, Counted
from .matching import Match
from .narrower import narrower
from .participants import LIKELY, one
from .refusals import limited
from .slots import PARTICIPANTS, Slots
from .words import cosine, words

SHARED = 2  # content words in common, else "the ban" is like every other ban
# Of one matter: so alike in words, where the kinds of event differ, are the same, or are the same and a participant is too.
SAME_WORDS, ALIKE, ALIKE_KIND = 0.8, 0.55, 0.3
# How sure it must be that two claims tell of one event, to say that they agree, that one bears
# the other out, that they exclude one another in a number, or in polarity, or in a time or place.
AGREE, BORNE_OUT, UNEQUAL, OPPOSED, ELSEWHERE = 2.0, 1.0, 1.0, 1.0, 2.0
MANY = 3  # content words in common
FAR = 5  # times as many


def related(a: Slots, b: Slots, found: Match) -> Relation | None:
    """What the right claim is to the left one; None where they are not surely of one matter or nothing follows."""
    if (found.score < AGREE or not found.anchored) and not same_count(a, b):
        return None
    if undated(a, b) and narrower(b, a) and not narrower(a, b):
        a, b = b, a
    findings = compare(a, b)
    origin = independence(a, b)
    kind = decide(a, b, findings, origin, found.score)
    if kind is None:
        return None
    left, right = (ClaimRef(s.profile.id, s.claim.id) for s in (a, b))
    return Relation(kind, left, right, (told(a, b, found), *findings, origin), None)


def told(a: Slots, b: Slots, found: Match) -> Finding:
    """That they tell of one event: by one word, by words for one kind of event, or by the rest of what they say."""
    same: Verdict = "SAME" if a.kind == b.kind else "UNKNOWN" if a.heads.isdisjoint(b.heads) else "COMPATIBLE"
    return Finding("event", same, a.claim.lemma, b.claim.lemma, found.shown)


def undated(a: Slots, b: Slots) -> bool:
    """Whether nothing tells which of two reports came first."""
    return not (a.profile.day and b.profile.day) or a.profile.day == b.profile.day


def one_matter(a: Slots, b: Slots, likeness: float) -> bool:
    """Whether two claims tell of one thing: same kind of event and words or names in common, or most words in common.

    Of one story, two reports that count the dead count the same dead, unless time or place say otherwise.
    """
    if same_count(a, b):
        return True
    if len(a.words.keys() & b.words.keys()) < SHARED:
        return False
    if a.kind != b.kind:
        return likeness >= SAME_WORDS
    if likeness >= ALIKE:
        return True
    if likeness < ALIKE_KIND:
        return False
    return bool(a.entities & b.entities) or any(f.verdict in ("SAME", "COMPATIBLE") for f in participants(a, b))


def same_count(a: Slots, b: Slots) -> bool:
    """Whether two reports of one story each begin with how many were killed, hurt or held, and mean the same people."""
    if a.report == b.report or any(open_ended(x) != open_ended(y) for x in a.times for y in b.times):
        return False
    return any(_alike(of_kind(a, k), of_kind(b, k)) for k in a.tolls & b.tolls)


def _alike(left: Sequence[Counted], right: Sequence[Counted]) -> bool:
    """Twelve people and nine soldiers may both be true."""
    return bool({c.who for c in left} & {c.who for c in right})


def decide(a: Slots, b: Slots, findings: Sequence[Finding], origin: Finding, score: float) -> RelationKind | None:
    against = {f.slot for f in findings if f.verdict == "CONFLICT"}
    if against == {"polarity"} and (origin.verdict == "SAME" or says_no_too(a, b) or limited(a, b)):
        return None
    one_line = not against and origin.verdict == "SAME"  # of another source, 15 after "at least 12" only says more
    if (against == {"amount"} or one_line) and risen(a, b) and certainly_one(a, b, {"amount"}, score):
        return "UPDATES"
    if against:
        return "CONTRADICTS" if certainly_one(a, b, against, score) else None
    if confirmed(a, b, findings, origin):
        return "UPDATES"
    if not settled(a, b, findings):
        return None
    apart = origin.verdict != "SAME" and not headlined(a, b)
    if apart and a.kind == b.kind and narrower(a, b) and not nearly(words(a.text), words(b.text)):
        return "REFINES"
    if origin.verdict == "CONFLICT":
        return "CORROBORATES" if score >= BORNE_OUT and as_sure(a, b) and bears_out(a, b) else None
    return "ECHOES" if a.report != b.report else None


def headlined(a: Slots, b: Slots) -> bool:
    """Whether one is what the other's outlet says itself, as its headline does: "kills nine" over "at least nine died"."""
    return a.report == b.report and (a.chain.own or b.chain.own)


def bears_out(a: Slots, b: Slots) -> bool:
    """Whether two claims say so much of the same that one bears the other out."""
    if same_cast(a, b):
        return True
    many = len(a.words.keys() & b.words.keys()) >= MANY
    return many and a.kind == b.kind and cosine(a.words, b.words) >= ALIKE and not strangers(a, b)


def strangers(a: Slots, b: Slots) -> bool:
    """Whether in some role each names somebody, and they are not one."""
    both = [r for r in PARTICIPANTS if r in a.parties and r in b.parties]
    return any(max(one(x, y) for x in a.parties[r] for y in b.parties[r]) <= -1 for r in both)


def as_sure(a: Slots, b: Slots) -> bool:
    """What may be so bears nothing out, nor what is to come something that was."""
    return a.claim.commitment.certainty == b.claim.commitment.certainty != "possible"


def says_no_too(a: Slots, b: Slots) -> bool:
    """Whether the one that affirms has a word in it by which one denies, or the other does: then one of them was misread."""
    denier, other = (a, b) if a.claim.commitment.polarity == "-" else (b, a)
    text = denier.profile.reading.report.text
    cues = {word for cue in denier.claim.commitment.cues if denier.claim.span.covers(cue) for word in words(cue.of(text))}
    cues -= {word for cue in other.claim.commitment.cues for word in words(cue.of(other.profile.reading.report.text))}
    return bool(cues and cues <= set(words(other.text))) or denying(other)


def certainly_one(a: Slots, b: Slots, against: set[str], score: float) -> bool:
    """Whether two claims that differ are of one event, and not of two: other days need more in common than numbers.

    Two people missing since two dates are no contradiction.
    """
    if against == {"amount"}:
        if any(open_ended(x) != open_ended(y) for x in a.times for y in b.times):
            return False
        if far_apart(a, b):
            return score >= ELSEWHERE and a.kind == b.kind
        return (score >= UNEQUAL and a.kind == b.kind) or same_count(a, b)  # who was taken there is not who fell ill there
    if score < (OPPOSED if against <= {"polarity", "amount"} else ELSEWHERE):
        return False
    return same_cast(a, b) or (against == {"polarity"} and same_scene(a, b))


def same_scene(a: Slots, b: Slots) -> bool:
    """Whether a denial that names nobody is of what was said to have happened there: "no such attack took place in Tarn"."""
    if a.kind != b.kind or not (a.entities & b.entities) or a.claim.lemma.casefold() in a.profile.vocabulary.bare:
        return False
    return not likeliest(a, b) and cosine(a.words, b.words) >= ALIKE


def likeliest(a: Slots, b: Slots) -> list[float]:
    """How likely those are one who fill a role in both; of what two do to each other, whoever takes part in both."""
    if MUTUAL & a.heads & b.heads:
        left, right = ([p for several in s.parties.values() for p in several] for s in (a, b))
        return [max((one(x, y) for x in left for y in right), default=-1.0)]
    both = [(r, r) for r in PARTICIPANTS if r in a.parties and r in b.parties] or undergoing(a, b)
    return [max(one(x, y) for x in a.parties[r] for y in b.parties[q]) for r, q in both]


def undergoing(a: Slots, b: Slots) -> list[tuple[str, str]]:
    """Of claims with no role in common: "plans to close the mine", "the mine will close"."""
    turned = (("target", "agent"), ("agent", "target"))
    return [(r, q) for r, q in turned if r in a.parties and q in b.parties] if a.kind == b.kind else []


def far_apart(a: Slots, b: Slots) -> bool:
    """Whether two counts differ so much that they are rather of two events: six dead, 67 dead."""
    kinds = {c.kind for c in a.amounts if c.kind} & {c.kind for c in b.amounts}
    leasts = [sorted((_least(a, k), _least(b, k))) for k in kinds if k]
    return any(low * FAR < high for low, high in leasts if low > 0)


def same_cast(a: Slots, b: Slots) -> bool:
    """Whether claims that say one thing have a participant in common, and none of whom both speak may be two.

    Where they say it in two words, as "fired" and "attacked", two participants must agree, or the rest be alike; where in a word
    that says little, as "is", the rest must be much alike.
    """
    likest = likeliest(a, b)
    if not likest or min(likest) < LIKELY:
        return False
    alike = cosine(a.words, b.words)
    if a.kind == b.kind:
        return alike >= ALIKE or a.claim.lemma.casefold() not in a.profile.vocabulary.bare
    least = ALIKE_KIND if MUTUAL & a.heads & b.heads else ALIKE  # who signs a truce agrees to one
    return (len(likest) > 1 or alike >= least) and not a.heads.isdisjoint(b.heads)



def confirmed(a: Slots, b: Slots, findings: Sequence[Finding], origin: Finding) -> bool:
    """Whether a source that held it possible holds it certain in a later report: "may have been set on fire", "was"."""
    later = a.profile.day and b.profile.day and a.profile.day < b.profile.day
    surer = (a.claim.commitment.certainty, b.claim.commitment.certainty) == ("possible", "certain")
    return bool(later) and surer and findings[0].verdict == "SAME" and origin.verdict == "SAME" and denying(a) == denying(b)


def settled(a: Slots, b: Slots, findings: Sequence[Finding]) -> bool:
    """Agreement needs the same polarity, and no participants counted as different things: twelve people, forty dogs.

    "Killed" and "threatened to kill" do not agree either, nor "will be released" and "introduced".
    """
    by = {f.slot: f.verdict for f in findings}
    if by["polarity"] != "SAME" or denying(a) != denying(b):
        return False
    if (PART in {c.kind for c in a.amounts}) != (PART in {c.kind for c in b.amounts}) and by.get("amount") == "UNKNOWN":
        return False  # five more died: not what "killed 14" says
    sure, other = sorted((a.claim.commitment.certainty, b.claim.commitment.certainty))
    if sure != other and (a.kind != b.kind or (sure, other) == ("certain", "possible")):
        return False
    return by.get("amount") != "UNKNOWN" or counted_roles(a).isdisjoint(counted_roles(b))


def denying(s: Slots) -> bool:
    """Whether a word in it denies, whatever it is held to say."""
    return not s.profile.vocabulary.negations.isdisjoint(words(s.text))


def counted_roles(s: Slots) -> set[str]:
    """Roles of participants that the claim counts."""
    counts = {c.mention for c in s.amounts}
    return {r.name for r in s.claim.roles if r.name in PARTICIPANTS and r.mention in counts}


def risen(a: Slots, b: Slots) -> bool:
    """Whether a later report counts more of all the dead or held than an earlier one: "at least 12" on Monday, 15 on Friday."""
    later = a.profile.day and b.profile.day and a.profile.day < b.profile.day
    kinds = [k for k in BEFELL if later and any(c.firm for c in of_kind(a, k)) and any(c.firm for c in of_kind(b, k))]
    return any(_least(a, k) < _least(b, k) for k in kinds) and all(
        _compare_all(a, b, k) in ("CONFLICT", "COMPATIBLE", "SAME") and _least(a, k) <= _least(b, k) for k in kinds
    )


def _compare_all(a: Slots, b: Slots, kind: str) -> Verdict:
    return min((compare_counts(x, y) for x in of_kind(a, kind) for y in of_kind(b, kind)), key=ORDER.index)


def _least(s: Slots, kind: str) -> float:
    return min(limits(c.quantity)[0] for c in of_kind(s, kind))

"""How many speak, and do they have names?"""

from __future__ import annotations

from sayso.lang import Pack
from sayso.records import Attribution, CheckFinding, Reading

from .finding import short, speakers

# One quoted sentence is a remark; a report that rests on one source quotes it more than once.
_FEWEST = 2


def single_source(reading: Reading, _: Pack) -> list[CheckFinding]:
    """All that the report does not say itself, it has from one source."""
    who = dict(speakers(reading))
    told = [a for _, a in speakers(reading)]
    claims = _claims(reading, told)
    if len(who) != 1 or len(claims) < _FEWEST or told[0].source.kind == "unknown":
        return []
    name = told[0].source.description or "somebody the report does not name"
    message = f"all {len(claims)} claims that the report attributes are on the word of one source, “{name}”"
    return [CheckFinding("single-source", message, tuple(a.cue or a.content[0] for a in told), claims)]


def only_unnamed(reading: Reading, _: Pack) -> list[CheckFinding]:
    """Several speak, and none has a name."""
    told = [a for _, a in speakers(reading) if a.source.description]
    kinds = {a.source.kind for a in told}
    if len({a.source.description.casefold() for a in told}) < _FEWEST or not kinds <= {"unnamed", "unknown", "crowd"}:
        return []
    message = f"no source of the report has a name: {short(reading, told)}"
    return [CheckFinding("only-unnamed-sources", message, tuple(a.cue or a.content[0] for a in told), _claims(reading, told))]


def _claims(reading: Reading, told: list[Attribution]) -> tuple[str, ...]:
    ids = {a.id for a in told}
    return tuple(c.id for c in reading.claims if c.said in ids)

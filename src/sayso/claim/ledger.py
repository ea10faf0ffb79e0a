"""Claims of a report, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.lang import Pack
from sayso.records import Attribution, BlockKind, Claim, Parse, Report, Role, Span, Structure, digest

from .along import along
from .arguments import arguments
from .asides import whose
from .balance import balanced
from .circumstances import Argument
from .clause import Clause, clauses
from .commitment import commitment_of
from .control import reached
from .denied import denied_by, denied_contents
from .events import named_events, small_clauses
from .gaps import gaps
from .granted import granted
from .inserted import brackets, glosses
from .lexicon import Lexicon, lexicon
from .mentions import Mentions
from .nature import nature_of
from .sayings import Sayings
from .span import clause_span
from .tree import base, kin
from .vectors import vector_of
from .worth import only_speaks, says_something

# Longer than any sentence people write: what has no full stop is a table or an attack.
_LONGEST = 500
# "He said it would not confirm the figure": first "confirm" is read as a verb, then, were there still no claim, "said".
_ROUNDS = 3
_SILENT: frozenset[BlockKind] = frozenset({"dateline", "byline", "slug", "table", "credit", "boilerplate"})


def claims(
    report: Report, parse: Parse, structure: Structure, attributions: Sequence[Attribution], pack: Pack
) -> tuple[Claim, ...]:  # fmt: skip
    """What the report and its sources claim: atomic propositions with roles, said by the innermost source.

    "Police said the blast killed 12 people and destroyed two houses" gives two, both said by the police.
    """
    tables, mentions = lexicon(pack), Mentions(parse, structure.mentions)
    sayings = Sayings(parse, attributions, tables)
    found: dict[tuple[str, Span], Claim] = {}
    for group in _edited(parse, structure, _groups(report, parse, sayings, tables)):
        for clause in group.clauses:
            if clause.head in sayings.nameless:  # "who asked not to be named": how the report knows
                continue
            roles = arguments(parse, clause, mentions, tables, _lent(parse, clause, sayings, tables))
            said = whose(parse, clause, sayings)
            told = said is not None and said.cue is not None
            if not says_something(parse, clause, roles, tables, told) or only_speaks(parse, clause, sayings, tables):
                continue
            one = _claim(report, parse, clause, roles, group, said, sayings, pack)
            if one.nature == "order" and not told:  # "read more", "click here"
                continue
            left_open = one.commitment.polarity == "?" and _told_by(parse, clause, group, said is None or said.cue is None)
            if (_wordy(parse, one) or (clause.parts and one.roles)) and not left_open:
                _keep(found, one)
                denied = _denied(report, parse, clause, roles, group, said, sayings, pack, one.span)
                if denied is not None and {denied.commitment.polarity, one.commitment.polarity} == {"+", "-"}:
                    _keep(found, denied)
    made = sorted(found.values(), key=lambda c: (c.span.start, c.head.start))
    return tuple(replace(c, vector=vector_of(parse, c)) for c in made)


def _lent(parse: Parse, clause: Clause, sayings: Sayings, tables: Lexicon) -> list[int]:
    """The subject of a participle beside a quotation: who speaks."""
    above, own = parse.heads[clause.top], kin(parse, clause.predicate, "nsubj")
    harm = clause.lemma in tables.words["befalls"]  # "..., police said, killing 12": not the police
    if above < 0 or own or harm or base(parse.relations[clause.top]) != "advcl":
        return []
    return sayings.speaker(clause.top, above)


def _edited(parse: Parse, structure: Structure, groups: list[_Group]) -> list[_Group]:
    """The groups with what an editor put into quotations marked as such."""
    bracketed = brackets(parse.text, structure.quotations)
    inside = {i for span in bracketed for i in parse.words_in(span)}
    marked = [_Group([replace(c, nature="inserted") if c.head in inside else c for c in g.clauses], g.cues) for g in groups]
    return [*marked, _Group(list(glosses(parse, bracketed)), frozenset())] if bracketed else groups


@dataclass(frozen=True, slots=True)
class _Group:
    """The clauses of one sentence, and the words in it that attribute."""

    clauses: list[Clause]
    cues: frozenset[int]

    def split_off(self, parse: Parse) -> frozenset[int]:
        """Tops at which a neighbour's span ends; a completing clause stays in the span of its governor."""
        return frozenset(c.top for c in self.clauses if not c.inner and not self._completes(parse, c.top))

    def _completes(self, parse: Parse, top: int) -> bool:
        """"Found that ...", "in the fact that ..."."""
        relation = base(parse.relations[top])
        return relation in {"ccomp", "csubj"} or (relation == "acl" and bool(kin(parse, top, "mark")))


def _groups(report: Report, parse: Parse, sayings: Sayings, tables: Lexicon) -> list[_Group]:
    """The clauses of each sentence. A cue that brings no claim with it is read once more, as a verb like any other."""
    sentences = list(_sentences(report, parse))
    groups = [_group(parse, s, sayings, sayings.cue_words, tables) for s in sentences]
    freed: frozenset[int] = frozenset()
    for _ in range(_ROUNDS):
        idle = sayings.idle({id(whose(parse, c, sayings)) for group in groups for c in group.clauses}, freed)
        freed, again = freed | idle, {parse.sentence_of[i] for i in idle}
        left = sayings.cue_words - freed
        for k, sentence in enumerate(sentences):
            if parse.sentence_of[sentence[0]] in again:
                groups[k] = _group(parse, sentence, sayings, left, tables)
    return [_with_granted(parse, s, group, tables) for s, group in zip(sentences, groups, strict=True)]


def _with_granted(parse: Parse, sentence: tuple[int, int], group: _Group, tables: Lexicon) -> _Group:
    taken = {c.head for c in group.clauses} | {c.predicate for c in group.clauses} | group.cues
    return _Group([*group.clauses, *gaps(parse, group.clauses, tables), *granted(parse, sentence, taken, tables)], group.cues)


def _group(parse: Parse, sentence: tuple[int, int], sayings: Sayings, cues: frozenset[int], tables: Lexicon) -> _Group:
    cues = frozenset(i for i in range(*sentence) if i in cues)
    group = clauses(parse, sentence, cues, tables)
    group += small_clauses(parse, cues, sayings, tables)
    group += named_events(parse, sentence, sayings, group, tables)
    return _Group([*group, *denied_contents(parse, sentence, sayings, {c.head for c in group}, tables)], cues)


def _sentences(report: Report, parse: Parse) -> Iterator[tuple[int, int]]:
    """Sentences of blocks that speak; by-lines, credits and the like do not."""
    silent = [b.span for b in report.blocks if b.kind in _SILENT]
    starts = {parse.words[first].start: (first, stop) for first, stop in parse.sentences if stop > first}
    for start, sentence in starts.items():
        if sentence[1] - sentence[0] <= _LONGEST and not any(s.start <= start < s.end for s in silent):
            yield sentence


def _claim(
    report: Report, parse: Parse, clause: Clause, roles: list[Argument], group: _Group, said: Attribution | None,
    sayings: Sayings, pack: Pack,
) -> Claim:  # fmt: skip
    top = sayings.governing_cue(clause.head, said)
    within = said.content if said and said.cue else ()
    reach = reached(parse, clause.predicate, top, [s for s in within if s.covers(parse.words[clause.head])])
    span = clause_span(parse, clause.top, clause.head, group.split_off(parse), group.cues, within, lexicon(pack), reach)
    if clause.bounds is not None:
        span = balanced(parse.text, parse.span(*clause.bounds))
    head, whose = parse.words[clause.head], said.id if said else ""
    held = commitment_of(parse, clause.predicate, clause.head, pack, top)
    return Claim(
        digest("c", report.id, *head, whose), whose, span, head, clause.lemma,
        tuple(Role(a.name, a.mention.id) for a in roles), held, along(parse, clause, said, held, sayings, pack) if said else (),
        nature_of(parse, clause, sayings, lexicon(pack)),
    )  # fmt: skip


def _wordy(parse: Parse, one: Claim) -> bool:
    return len(parse.words_in(one.span)) > 1


def _denied(
    report: Report, parse: Parse, clause: Clause, roles: list[Argument], group: _Group, said: Attribution | None,
    sayings: Sayings, pack: Pack, shown: Span,
) -> Claim | None:  # fmt: skip
    """The same claim on the word of who passes it on: "the council dismissed reports that he fled" has two sides."""
    for outer, held in denied_by(parse, clause, said, sayings, pack):
        made = _claim(report, parse, clause, roles, group, outer, sayings, pack)
        return replace(made, commitment=held, span=shown if shown.covers(made.span) else made.span)
    return None


def _told_by(parse: Parse, clause: Clause, group: _Group, own: bool) -> bool:
    """Whether the clause above is a claim that tells it already: "the union demands that pay should rise".

    In the report's ``own`` voice it need not be one: "they declined to deny that he was known".
    """
    complement, above = base(parse.relations[clause.top]) in {"ccomp", "csubj"}, parse.heads[clause.top]
    return complement and (any(c.predicate == above for c in group.clauses) or (own and above not in group.cues))


def _keep(found: dict[tuple[str, Span], Claim], one: Claim) -> None:
    """Of two claims shown by the same words, the one with more roles."""
    other = found.get((one.said, one.span))
    if other is None or len(other.roles) < len(one.roles):
        found[one.said, one.span] = one

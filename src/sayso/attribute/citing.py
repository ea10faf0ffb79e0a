"""Sources of a source: "Y reported, *citing Z*", "X, which *cited* documents", "citing photos and videos"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .content import clause, tidy
from .draft import Draft, Page, Run, without
from .speaker import able, subject
from .speaker_phrase import RELATIVE, phrase

_CITE = frozenset({"cite", "quote", "reference"})
_UNCITED = frozenset({"without", "not", "never"})
_OF_NOUN = ("acl", "acl:relcl", "ccomp", "parataxis")
_CLAUSE = ("advcl", "acl", "acl:relcl", "conj", "parataxis", "dep", "xcomp", "ccomp", "obl")


def cited(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts with what they cite: evidence to the draft itself, sources as drafts that follow it."""
    out = {d.head: d for d in drafts}
    for verb in _citations(page):
        goal = _cited(page, verb)
        if goal is None or (verb in out and out[verb].rule != "tags"):
            continue
        carrier = _carrier(page, verb, out)
        things, speakers = _sorted_out(page, goal)
        speakers = _up_to_clause(page, goal, speakers)
        if things or (speakers is not None and able(page, speakers)):
            out.pop(verb, None)
        if carrier is not None:
            cut = tidy(page, [p for run in carrier.content for p in without(run, [Run(verb, _extent(page, goal, speakers))])])
            carrier = replace(carrier, evidence=carrier.evidence + things, content=cut or carrier.content)
            carrier = replace(carrier, source=_before(page, carrier.source, verb))
            out[carrier.head] = carrier
        if speakers is not None and able(page, speakers):
            draft = _follower(page, verb, carrier, speakers)
            out.update({verb: draft} if draft.content else {})
            if carrier is not None:
                out.update(_said_by_cited(page, verb, carrier, speakers, out))
    return sorted(_quoted_whole(out), key=lambda d: (d.cue or d.content[0], d.head))


def _quoted_whole(drafts: dict[int, Draft]) -> Iterator[Draft]:
    """"'P,' he is *quoted* by the Courier *as saying*": the Courier's content is no less than his."""
    below = {d.follows: d for d in drafts.values() if d.follows is not None and d.rule != "citing"}
    for d in drafts.values():
        said = below.get(d.head) if d.rule == "quoting" else None
        apart = said is not None and not any(a.overlaps(b) for a in d.content for b in said.content)
        yield replace(d, content=said.content) if said is not None and apart else d


def _citations(page: Page) -> Iterator[int]:
    for i, lemma in enumerate(page.parse.lemmas):
        citing = lemma in _CITE and page.parse.upos[i] in ("VERB", "ADP", "SCONJ") and page.parse.relations[i] in _CLAUSE
        if citing and not any(page.lower(k) in _UNCITED for k in page.parse.children[i]):
            yield i


def _carrier(page: Page, verb: int, drafts: dict[int, Draft]) -> Draft | None:
    """The attribution whose source cites: the cue that "citing" hangs on, or whose source it is said of."""
    if (spoken := _right_behind(page, verb, drafts)) is not None:
        return spoken
    above = verb
    for _ in range(4):
        above = page.parse.heads[above]
        if above < 0:
            break
        if above in drafts:
            return drafts[above]
    sentence = page.sentence(verb)
    same = (drafts[i] for i in range(*sentence) if i in drafts and _speaks_of(drafts[i], page, verb))
    return next(same, None)


def _right_behind(page: Page, verb: int, drafts: dict[int, Draft]) -> Draft | None:
    """"P, *the Courier writes*, citing Y": whose cue and source end where the participle begins."""
    stop = verb
    while stop - 1 > page.sentence(verb).first and page.parse.upos[stop - 1] == "PUNCT":
        stop -= 1
    ends = (d for i in range(stop - 1, max(page.sentence(verb).first, stop - 8) - 1, -1) if (d := drafts.get(i)) is not None)
    return next((d for d in ends if d.source is not None and max(d.source.stop, d.cue.stop if d.cue else 0) == stop), None)


def _speaks_of(draft: Draft, page: Page, verb: int) -> bool:
    speaker = subject(page, verb)
    return draft.source is not None and speaker is not None and draft.source.holds(speaker)


def _cited(page: Page, verb: int) -> int | None:
    """Who or what is cited: "citing *officials*", "quoting from *the indictment*"."""
    found = page.parse.child(verb, "obj", "iobj")
    if found is not None:
        return found
    from_ = (j for j in page.parse.children[verb] if j > verb and any(page.lower(k) == "from" for k in page.parse.children[j]))
    return next(from_, None) or _behind(page, verb)


def _behind(page: Page, verb: int) -> int | None:
    """The noun behind "citing" that a parser took for its subject."""
    return next((j for j in page.parse.children[verb] if j > verb and page.parse.relations[j] == "nsubj"), None)


def _sorted_out(page: Page, goal: int) -> tuple[tuple[Run, ...], Run | None]:
    """Things shown (photos, videos) apart from those who speak (sources, a report)."""
    joined = [goal, *(j for j in page.parse.children[goal] if page.parse.relations[j] == "conj")]
    things = [j for j in joined if page.parse.lemmas[j].lower() in page.words.evidence]
    if len(things) == len(joined):
        return (phrase(page, goal),), None
    if not things:
        return (), phrase(page, goal)
    speaking = [j for j in joined if j not in things]
    return tuple(_single(page, j, joined) for j in things), _single(page, speaking[0], joined)


def _up_to_clause(page: Page, goal: int, speakers: Run | None) -> Run | None:
    """"said, citing *a soldier*, that P": P is no part of the soldier, wherever a parser hangs it."""
    if speakers is None:
        return None
    clauses = (j for j in page.parse.children[goal] if j > goal and page.parse.relations[j] in _OF_NOUN)
    marks = (i for j in clauses for i in page.parse.children[j] if page.parse.relations[i] == "mark")
    stops = [i for i in marks if page.lower(i) == "that" and page.parse.word(i - 1) == ","]
    return Run(speakers.first, min([speakers.stop, *(i - 1 for i in stops)]))


def _single(page: Page, j: int, joined: list[int]) -> Run:
    """One member of a coordination, without those after it."""
    whole = phrase(page, j)
    later = [page.below(k).first for k in joined if k > j]
    stop = min([whole.stop, *later])
    while stop - 1 > j and page.parse.upos[stop - 1] in ("PUNCT", "CCONJ"):
        stop -= 1
    return Run(whole.first, stop)


def _before(page: Page, source: Run | None, verb: int) -> Run | None:
    """"*The Courier*, citing officials, reported": the source without its participle."""
    if source is None or not source.holds(verb) or verb == source.first:
        return source
    stop = verb
    while stop - 1 > source.first and (page.parse.upos[stop - 1] == "PUNCT" or page.lower(stop - 1) in RELATIVE):
        stop -= 1
    return Run(source.first, stop)


def _extent(page: Page, goal: int, speakers: Run | None) -> int:
    return speakers.stop if speakers is not None and speakers.holds(goal) else phrase(page, goal).stop


def _said_by_cited(page: Page, verb: int, carrier: Draft, source: Run, drafts: dict[int, Draft]) -> dict[int, Draft]:
    """"confirmed it, citing his sources, *saying that P*": P is what the sources say."""
    sentence = page.sentence(verb)
    return {
        head: replace(drafts[head], source=source, follows=carrier.head)
        for head in range(verb + 1, sentence.stop)
        if head in drafts and head != carrier.head
        and page.parse.heads[head] in (verb, carrier.head) and page.parse.relations[head] in ("advcl", "conj", "acl")
        and page.lower(head).endswith("ing") and page.parse.child(head, "nsubj") is None
    }  # fmt: skip


def _follower(page: Page, verb: int, carrier: Draft | None, source: Run) -> Draft:
    cue = Run(verb, verb + 1)
    told = _behind_colon(page, verb, source)
    if carrier is not None:
        return Draft(source, cue, told or carrier.content, verb, "speech", 3, "citing", follows=carrier.head)
    head = page.parse.heads[verb]
    content = clause(page, head, [page.below(verb)]) if head >= 0 else ()
    return Draft(source, cue, content, verb, "speech", 3, "citing")



def _behind_colon(page: Page, verb: int, source: Run) -> tuple[Run, ...]:
    """"confirmed the landing, citing local sources: *P*"."""
    sentence = page.sentence(verb)
    if source.stop >= sentence.stop - 1 or page.parse.word(source.stop) != ":":
        return ()
    return tidy(page, [Run(source.stop + 1, sentence.stop)])

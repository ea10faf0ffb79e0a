"""What the head saw and no rule: attributions put together from runs of tags."""

from __future__ import annotations

from .content import quoted, says_nothing, tidy
from .draft import Draft, Page, Run, by_sentence, without
from .edges import whole
from .passives import passive
from .speaker import able, relative, subject, top, unnamable
from .speaker_phrase import enclosed, phrase
from .tags import CONTENT, CUE, SOURCE, Tags

# What the head must give a cue that no rule found.
_ALONE = 0.5
# ... and one that the lexicon knows, before a noun phrase.
_KNOWN = 0.55


def unseen(page: Page, drafts: list[Draft], tags: Tags) -> list[Draft]:
    """Drafts for cues that only the head found, with the source and content that it found beside them."""
    out: list[Draft] = []
    near = by_sentence(page, drafts)
    taken = {i for d in drafts if d.cue is not None for i in range(*d.cue)}
    for cue in tags.runs(CUE):
        if tags.peak(cue, CUE) < _ALONE or not taken.isdisjoint(range(*cue)):
            continue
        beside = near.get(page.parse.sentence_of[cue.first], [])
        draft = _from_tags(page, cue, beside, tags)
        told = [*beside, *out[-4:]]
        if draft is not None and _credible(page, draft, tags) and not any(_again(draft, d) for d in told):
            out.append(draft)
    return out


def _again(draft: Draft, other: Draft) -> bool:
    """The same source with, but for a word or two, the same content: a second cue for one attribution."""
    a, b = draft.source, other.source
    if b is not None and all(b.covers(run) for run in draft.content):
        return True  # "the fears *of the north*": a part of another's source
    if a != b and (a is None or b is None or not a.overlaps(b)):
        return False
    shared = sum(max(0, min(a.stop, b.stop) - max(a.first, b.first)) for a in draft.content for b in other.content)
    return shared >= 0.8 * max(sum(r.stop - r.first for r in draft.content), 1)


def _credible(page: Page, draft: Draft, tags: Tags) -> bool:
    """Does what the head alone saw make an attribution: a cue with a word of its own, and, where nobody is named, one
    that the lexicon knows, and a content that does not break off?"""
    if draft.cue is None or not draft.content or says_nothing(page, draft):
        return False
    if page.parse.mention_types[draft.head] == "time":
        return False
    heavy = page.parse.upos[draft.head] in ("VERB", "NOUN", "ADJ", "PUNCT", "PROPN")
    if draft.source is not None and not able(page, draft.source):
        return False
    if draft.source is not None and unnamable(page, draft.source):
        return False
    if passive(page, draft.head) and page.parse.relations[draft.head] == "acl" and not _has_verb(page, draft):
        return False  # "a rapper *known as* L Din" has that name
    sure = tags.peak(draft.cue, CUE)
    lemma = page.parse.lemmas[draft.head].lower()
    known = lemma in page.words.verbs or lemma in page.words.nouns
    if not (known or sure >= _sure_enough(page, draft, tags)) or (known and sure < _KNOWN and not _has_verb(page, draft)):
        return False
    short = sum(r.stop - r.first for r in draft.content) < 3
    return (sure >= 0.8 or (heavy and (sure >= 0.65 or not short))) and (draft.source is not None or (known and sure >= 0.6))


def _sure_enough(page: Page, draft: Draft, tags: Tags) -> float:
    """What a cue must have that no lexicon knows. "The president *imposed* a state of emergency" is what the outlet
    tells; where a clause follows that the head sees as content, it may be what he said."""
    clausal = _has_verb(page, draft) or bool(page.quoted(draft.content[0]))
    seen = tags.mean(draft.content[0], CONTENT)
    if clausal:
        return _ALONE
    return 0.7 if seen >= 0.6 else 0.75


def _has_verb(page: Page, draft: Draft) -> bool:
    return any(page.parse.upos[i] in ("VERB", "AUX") for run in draft.content for i in range(*run))


def _from_tags(page: Page, cue: Run, drafts: list[Draft], tags: Tags) -> Draft | None:
    head = top(page, cue)
    sentence = page.sentence(head)
    if _mistaken(page, head, tags) or _bracketed(page, cue):
        return None
    content = _near_content(cue, sentence, drafts, tags)
    if content is None:
        return None
    source = _near_source(page, head, cue, sentence, tags)
    if source is not None:
        source = enclosed(page, _from_its_start(page, source, cue), cue)
    lemma = page.parse.lemmas[head].lower()
    word = page.words.verbs.get(lemma) or page.words.nouns.get(lemma)
    holes = tuple(r for r in (source, cue) if r is not None)
    ended = whole(page, _whole(page, _to_its_end(page, content, head)), sentence, list(holes))
    cut = without(ended, holes)
    return Draft(source, cue, quoted(page, tidy(page, cut), holes), head, word.kind if word else "stance", 1, "tags")


def _mistaken(page: Page, head: int, tags: Tags) -> bool:
    """Has the cue a subject in the tree that the head does not take for a source? Then the source it sees is another's."""
    speaker = None if passive(page, head) else page.parse.child(head, "nsubj")
    if speaker is None or page.parse.upos[head] != "VERB":
        return False
    return not tags.runs(SOURCE, phrase(page, speaker)) and tags.mean(phrase(page, speaker), SOURCE) < 0.2


def _bracketed(page: Page, cue: Run) -> bool:
    """"[continued]" is a note of who set the text."""
    after = min(cue.stop, len(page.parse.words) - 1)
    return cue.first > 0 and page.parse.word(cue.first - 1) == "[" and page.parse.word(after) == "]"


def _from_its_start(page: Page, source: Run, cue: Run) -> Run:
    """The head's run from where its noun phrase begins: "*all the* residents"."""
    head = top(page, source)
    if relative(page, head) is not None:
        return Run(head, head + 1)
    first = phrase(page, head).first
    return source if first >= source.first or Run(first, source.first).overlaps(cue) else Run(first, source.stop)


def _to_its_end(page: Page, content: Run, cue: int) -> Run:
    """The run up to the end of the phrase that it begins, where that hangs on the cue: "reserved *the* [*harshest words*]"."""
    main = top(page, content)
    if page.parse.heads[main] != cue or page.parse.relations[main].split(":")[0] not in ("obj", "ccomp", "xcomp", "obl"):
        main = page.parse.heads[content.stop - 1] if page.parse.heads[content.stop - 1] >= content.stop else -1
        if main < 0 or main - content.stop > 4:
            return content
        return Run(content.first, main + 1)
    return Run(content.first, max(content.stop, page.below(main).stop))


def _whole(page: Page, run: Run) -> Run:
    """The run without the function words that it breaks off with."""
    stop = run.stop
    while stop - 1 > run.first and page.parse.upos[stop - 1] in ("DET", "CCONJ", "PART", "ADP", "SCONJ"):
        stop -= 1
    return Run(run.first, stop)


def _near_source(page: Page, head: int, cue: Run, sentence: Run, tags: Tags) -> Run | None:
    near = [r for r in tags.runs(SOURCE, sentence) if sentence.covers(r)]
    speaker = subject(page, head)
    if passive(page, head) and page.parse.upos[head] == "VERB":
        return phrase(page, speaker) if speaker is not None else None
    if speaker is not None:
        said = [r for r in near if r.holds(speaker)]
        if said:
            return said[0]
    if near:
        return min(near, key=lambda r: _gap(r, cue))
    if speaker is not None and sentence.holds(speaker) and tags.mean(phrase(page, speaker), SOURCE) > 0.2:
        return phrase(page, speaker)
    return None


def _near_content(cue: Run, sentence: Run, drafts: list[Draft], tags: Tags) -> Run | None:
    """The head's content run next to the cue in its sentence: behind it rather than before it."""
    near = [_within(r, sentence) for r in tags.runs(CONTENT, sentence)]
    if not near:
        return None
    free = [r for r in near if not any(c.covers(r) and not c.overlaps(cue) for d in drafts for c in d.content)]
    return min(free or near, key=lambda r: _gap(r, cue) - (2 if r.first >= cue.stop else 0))


def _within(run: Run, sentence: Run) -> Run:
    return Run(max(run.first, sentence.first), min(run.stop, sentence.stop))


def _gap(run: Run, cue: Run) -> int:
    return max(run.first - cue.stop, cue.first - run.stop, 0)

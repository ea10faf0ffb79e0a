"""What the head saw and no rule: attributions put together from runs of tags."""

from __future__ import annotations

from collections.abc import Iterator

from .content import quoted, says_nothing, seeming, tidy
from .draft import Draft, Page, Run, by_sentence, without
from .edges import below_cue, whole
from .nested import NESTED
from .passives import passive
from .speaker import able, relative, subject, top
from .speaker_phrase import enclosed, phrase, spoken_by
from .tags import CONTENT, CUE, SOURCE, Tags
from .weigh import chance

# What the head must give a cue that no rule found, at least.
_LEAST = 0.35
_ENOUGH = 0.4  # chance of a cue that only the head found
_NOBODYS = 0.5  # the same of a stance that is nobody's: "the troops *were granted* leave"
_HALF_SEEN = 0.2  # what the head sees at least of a source that it does not name
_DEEP = 12  # words from the first of a complement up to its main one
# What it must see of the words that the tree gives the cue for a content, to prefer them to its own.
_COMPLEMENT = 0.2


def unseen(page: Page, drafts: list[Draft], tags: Tags) -> list[Draft]:
    """Drafts for cues that only the head found, with the source that it found beside them, and their complement."""
    out: list[Draft] = []
    near = by_sentence(page, drafts)
    for draft in candidates(page, drafts, tags):
        told = [*near.get(page.parse.sentence_of[draft.head], []), *out[-4:]]
        if chance(page, draft, tags) >= _needed(draft) and not any(_again(draft, d) for d in told):
            out.append(draft)
    return out


def _needed(draft: Draft) -> float:
    return _NOBODYS if draft.source is None and draft.kind == "stance" else _ENOUGH


def candidates(page: Page, drafts: list[Draft], tags: Tags) -> Iterator[Draft]:
    """What the head's runs of cue words may be the cues of, where no draft has them yet."""
    near = by_sentence(page, drafts)
    taken = {i for d in drafts if d.cue is not None for i in range(*d.cue)}
    for cue in tags.runs(CUE):
        if tags.peak(cue, CUE) < _LEAST or tags.mean(cue, CONTENT) > NESTED or not taken.isdisjoint(range(*cue)):
            continue
        draft = _from_tags(page, cue, near.get(page.parse.sentence_of[cue.first], []), tags)
        if draft is not None and _possible(page, draft):
            yield draft


def _again(draft: Draft, other: Draft) -> bool:
    """The same source with, but for a word or two, the same content: a second cue for one attribution."""
    a, b = draft.source, other.source
    if b is not None and all(b.covers(run) for run in draft.content):
        return True  # "the fears *of the north*": a part of another's source
    if a != b and (a is None or b is None or not a.overlaps(b)):
        return False
    shared = sum(max(0, min(a.stop, b.stop) - max(a.first, b.first)) for a in draft.content for b in other.content)
    return shared >= 0.8 * max(sum(r.stop - r.first for r in draft.content), 1)


def _possible(page: Page, draft: Draft) -> bool:
    """A cue that is no day, with a content that says something and nobody or somebody who can speak for a source."""
    if not draft.content or says_nothing(page, draft) or page.parse.mention_types[draft.head] == "time":
        return False
    if draft.source is not None and not able(page, draft.source):
        return False
    stance = draft.source is None and draft.kind == "stance" and page.parse.upos[draft.head] == "VERB"
    if stance and subject(page, draft.head) is not None:
        return False  # "the rule *bans* fishing": its subject cannot speak
    named = _names(page, draft) or (passive(page, draft.head) and page.parse.relations[draft.head] == "acl")
    return not named or _has_verb(page, draft)  # "a rapper *known as* L Din" has that name


def _names(page: Page, draft: Draft) -> bool:
    """"He *is known as* Din": an alias and nobody's word."""
    said = " ".join(page.lower(i) for i in range(*(draft.cue or Run(0, 0))))
    return draft.source is None and any(said.endswith(alias) for alias in page.words.aliases if " " in alias)


def _has_verb(page: Page, draft: Draft) -> bool:
    return any(page.parse.upos[i] in ("VERB", "AUX") for run in draft.content for i in range(*run))


def _from_tags(page: Page, cue: Run, drafts: list[Draft], tags: Tags) -> Draft | None:
    head = top(page, cue)
    sentence = page.sentence(head)
    if clause := seeming(page, head, cue):
        return Draft(None, cue, clause, head, "thought", 1, "tags")
    if _mistaken(page, head, tags) or _bracketed(page, cue):
        return None
    content = _content(page, cue, drafts, tags)
    if content is None:
        return None
    source = _near_source(page, head, cue, sentence, tags)
    if source is not None:
        source = enclosed(page, _from_its_start(page, source, cue), cue)
    lemma = page.parse.lemmas[head].lower()
    word = page.words.verbs.get(lemma) or page.words.nouns.get(lemma)
    holes = tuple(r for r in (source, cue) if r is not None)
    cut = without(whole(page, _whole(page, below_cue(page, content, head)), sentence, list(holes)), holes)
    return Draft(source, cue, quoted(page, tidy(page, cut), holes), head, word.kind if word else "stance", 1, "tags")


def _content(page: Page, cue: Run, drafts: list[Draft], tags: Tags) -> Run | None:
    """What the tree hangs on the end of the cue, as far as the head sees it go on; else the head's run next to the cue."""
    sentence = page.sentence(cue.first)
    seen = _near_content(cue, sentence, drafts, tags)
    below = _complement(page, cue, sentence)
    if below is None or (seen is not None and tags.mean(below, CONTENT) < _COMPLEMENT):
        return None if seen is None else _to_its_end(page, seen, top(page, cue))
    goes_on = seen is not None and cue.stop <= seen.first <= below.stop + 1
    return Run(below.first, max(below.stop, seen.stop)) if goes_on and seen is not None else below


def _complement(page: Page, cue: Run, sentence: Run) -> Run | None:
    """The phrase behind the cue that hangs on it: "took a dim view of *the new levy*"."""
    parse, at = page.parse, cue.stop
    if at >= sentence.stop:
        return None
    for _ in range(_DEEP):
        if not (cue.stop <= parse.heads[at] < sentence.stop):
            break
        at = parse.heads[at]
    hangs = cue.holds(parse.heads[at]) or any(cue.holds(k) for k in parse.children[at])
    return Run(cue.stop, page.below(at).stop) if hangs and parse.upos[at] != "PUNCT" else None


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
    """The subject of the cue where the head half sees it, else the run nearest to the cue, else the subject."""
    near = [r for r in tags.runs(SOURCE, sentence) if sentence.covers(r)]
    speaker = subject(page, head)
    if passive(page, head) and page.parse.upos[head] == "VERB":
        return phrase(page, speaker) if speaker is not None else None
    if speaker is None or not sentence.holds(speaker):
        return min(near, key=lambda r: _gap(r, cue)) if near else None
    own = spoken_by(page, speaker, head)
    seen = next((r for r in near if r.holds(speaker)), None)
    if seen is not None:
        return own if relative(page, speaker) is not None else Run(min(own.first, seen.first), max(own.stop, seen.stop))
    if near and tags.mean(own, SOURCE) <= _HALF_SEEN:
        return min(near, key=lambda r: _gap(r, cue))
    return own if able(page, own) and tags.mean(own, SOURCE) > _HALF_SEEN else None


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

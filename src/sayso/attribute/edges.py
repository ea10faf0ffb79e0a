"""Where a content ends: the tree's edges moved to the head's, and never through the midst of a phrase."""

from __future__ import annotations

from .around import around
from .draft import Draft, Page, Run, merged
from .tags import CONTENT, CUE, OTHER, Tags

# A cue that the head sees less than this stands in somebody else's content.
_NESTED = 0.2
# How sure the head must be that a word at the edge of the rule's content is none of it.
_OUTSIDE = 0.85
# Words at the edges of a content that the head may take away; where it takes more, it has lost the thread.
_MOST = 6
_NEW = 0.3  # what it gives a full stop within a content at least
_REACH = 6  # words on either side of an edge that are looked at
# Rules by which the content hangs on the cue.
_UNDER = frozenset({"that", "to", "object", "small", "of", "noun", "adjective"})
_LEADS = frozenset({"det", "amod", "nummod", "compound", "case", "aux", "cop", "mark", "flat", "advmod", "fixed"})
_FOLLOWS = frozenset({"flat", "fixed", "compound", "goeswith", "nummod"})


def content(page: Page, draft: Draft, tags: Tags) -> tuple[Run, ...]:
    """Each run's edges moved to where the head sees the content begin and end, within the sentence. Inside another's
    content the head, which knows no nesting, has nothing to say about edges."""
    runs = around(page, draft)
    if draft.cue is None or tags.peak(draft.cue, CUE) < _NESTED:
        return runs
    return merged(_moved(page, run, draft, tags) for run in runs)


def _moved(page: Page, run: Run, draft: Draft, tags: Tags) -> Run:
    if not (tags.best[run.first : run.stop] == CONTENT).any():
        return run
    limit = Run(page.sentence(run.first).first, page.sentence(run.stop - 1).stop)
    own = [r for r in (draft.source, draft.cue, _told(page, draft)) if r is not None]
    first, stop = _grown(page, run, limit, own, tags)
    ended = _one_sentence(page, Run(*_shrunk(Run(first, stop), run, tags)), tags)
    named = draft.rule == "passive" and page.parse.relations[draft.head] == "acl"  # "a man *believed* to be the owner"
    return whole(page, below_cue(page, ended, draft.head) if draft.rule in _UNDER or named else ended, limit, own)


def below_cue(page: Page, run: Run, head: int) -> Run:
    """The run up to the clause that the cue itself is a part of: "the claim *that the bridge fell* | drew laughter"."""
    above = _above(page, head)
    if not above or run.first <= head:
        return run
    out = (i for i in range(run.first, run.stop) if i in above or page.parse.heads[i] in above)
    stop = next((i for i in out if page.parse.upos[i] != "PUNCT"), run.stop)
    return Run(run.first, stop) if stop > run.first else run


def _above(page: Page, i: int) -> set[int]:
    """The words of a sentence that a word hangs on, the nearest and all above."""
    found: set[int] = set()
    while (i := page.parse.heads[i]) >= 0 and i not in found:
        found.add(i)
    return found


def _one_sentence(page: Page, run: Run, tags: Tags) -> Run:
    """The run up to a full stop inside it behind which the head sees a new sentence, where the parser sees one only."""
    for i in range(run.first + 1, run.stop - 1):
        over = page.parse.word(i) == "." and page.parse.word(i + 1)[:1].isupper() and tags.classes[i, CONTENT] < _NEW
        if over and page.sentence(i).holds(i + 1) and not page.quoted(Run(i, i + 1)):
            return Run(run.first, i)
    return run


def _grown(page: Page, run: Run, limit: Run, own: list[Run], tags: Tags) -> Run:
    first, stop = run
    opens = page.lower(first) == "that" and page.parse.relations[first] == "mark"  # "said hours later *that*": no word before it
    while not opens and first > limit.first and tags.best[first - 1] == CONTENT and not any(r.holds(first - 1) for r in own):
        if page.parse.word(first - 1) in (":", ";"):
            break
        first -= 1
    while stop < limit.stop and tags.best[stop] == CONTENT and not any(r.holds(stop) for r in own):
        if page.parse.word(stop) == ";" and _speaks(page, Run(stop, limit.stop)):
            break  # "said P; *the police put the toll at nine*"
        stop += 1
    return Run(first, _clause_end(page, run.stop, stop, limit.stop))


def _speaks(page: Page, run: Run) -> bool:
    """Whether somebody named says something of his own in the run."""
    said = (i for i in range(*run) if page.parse.upos[i] == "VERB" and page.parse.lemmas[i].lower() in page.words.verbs)
    own = (page.parse.child(i, "nsubj") for i in said)
    return any(j is not None and run.holds(j) and page.parse.upos[j] != "PRON" for j in own)


def _clause_end(page: Page, before: int, stop: int, last: int) -> int:
    """"... was a trick, but the port *is run by Din, led by his son*": a clause joined on is taken whole or not at all."""
    parse = page.parse
    joined = next((i for i in range(before, stop) if parse.upos[i] == "VERB" and parse.relations[i] == "conj"
                   and not before <= parse.heads[i] < stop), None)  # fmt: skip
    if joined is None or 3 * (stop - before) < page.below(joined).stop - before:
        return stop
    return min(max(stop, page.below(joined).stop), last)


def _shrunk(grown: Run, run: Run, tags: Tags) -> Run:
    """The run without what the head is sure of at edges that it has not moved out."""
    first, stop = grown
    least = max(stop - first - _MOST, 2 * (stop - first) // 3)
    while grown.first == run.first and first < stop - 1 and tags.classes[first, OTHER] > _OUTSIDE:
        first += 1
    while grown.stop == run.stop and stop > first + 1 and tags.classes[stop - 1, OTHER] > _OUTSIDE:
        stop -= 1
    return Run(first, stop) if stop - first >= least else grown


def whole(page: Page, run: Run, limit: Run, own: list[Run]) -> Run:
    """The run with the rest of the phrase that it breaks off in: "after being born in *Kuria*", "*more than* 120 lorries"."""
    first, stop = run
    while first > limit.first and splits(page, first) and not any(r.holds(first - 1) or _led_in(page, r, first) for r in own):
        first -= 1
    while stop < limit.stop and splits(page, stop) and not any(r.holds(stop) for r in own):
        stop += 1
    return Run(first, stop)


def _led_in(page: Page, cue: Run, first: int) -> bool:
    """"talked *about* everything": the preposition between cue and content is the cue's."""
    return page.parse.upos[first - 1] == "ADP" and cue.stop == first - 1


def splits(page: Page, at: int) -> bool:
    """Does a cut before word ``at`` go through a phrase?"""
    parse = page.parse
    before = (i for i in range(max(at - _REACH, 0), at) if at <= parse.heads[i] < at + _REACH)
    if any(parse.relations[i].split(":")[0] in _LEADS or parse.relations[i] == "nmod:poss" for i in before):
        return True
    after = range(at, min(at + _REACH, len(parse.words)))
    return any(0 <= at - 1 - parse.heads[i] < _REACH and _belongs(page, i) for i in after)


def _belongs(page: Page, i: int) -> bool:
    """A part of the phrase before it: the rest of a name, "of the county"."""
    relation = page.parse.relations[i].split(":")[0]
    return relation in _FOLLOWS or (relation == "nmod" and any(page.lower(k) == "of" for k in page.parse.children[i]))


def _told(page: Page, draft: Draft) -> Run | None:
    """Whom a clause is told to, who is no part of it: "told *reporters* that P"."""
    whom = page.parse.child(draft.head, "iobj", "obj")
    apart = whom is not None and draft.rule == "that" and not any(run.holds(whom) for run in draft.content)
    return page.below(whom) if whom is not None and apart else None

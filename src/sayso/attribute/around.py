"""What is said around its cue: "*If rain comes*, the ministry said, *the road will shut*", "*P, and Q*, according to Y"."""

from __future__ import annotations

from .content import tidy
from .draft import Draft, Page, Run

_INSERTED = frozenset({"that", "parenthetic", "parataxis", "according", "neighbour"})
_BREAKS = frozenset({":", ";", "-", "–", "—", "--", "(", ")", "[", "]"})
# Words before "..., he said, P" that make more than a connective ("in contrast", "and yet") of which the writer is the author.
_ADVERBIAL = 4
# Words of a quotation that is a sentence of its own and no part of one.
_SPEECH = 4


def around(page: Page, draft: Draft) -> tuple[Run, ...]:
    """The content with the rest of its sentence where source and cue are set off by commas, and without what is told
    behind a quotation: "'We leave,' she said, *as the lights went out*"."""
    if draft.rule == "to" and draft.content:
        return (_from_infinitive(page, draft), *draft.content[1:])
    unit = _unit(draft)
    if unit is None or draft.rule not in _INSERTED or not draft.content:
        return draft.content
    content = _without_narration(page, _with_quote(page, draft, unit), unit)
    return tidy(page, [*content, left]) if (left := _before(page, draft, content, unit)) is not None else content


def _from_infinitive(page: Page, draft: Draft) -> Run:
    """"sought for months *to lift the ban*": what stands between verb and "to", where nobody is told to, is no content."""
    run, what = draft.content[0], page.parse.child(draft.head, "xcomp")
    told = page.parse.child(draft.head, "obj", "iobj")
    if what is None or not run.holds(what) or (told is not None and run.holds(told)):
        return run
    at = next((j for j in page.parse.children[what] if run.holds(j) and page.lower(j) == "to"), run.first)
    while at - 1 > run.first and page.lower(at - 1) in ("not", "never"):
        at -= 1
    return Run(at, run.stop)


def _unit(draft: Draft) -> Run | None:
    """Source and cue, where they stand side by side."""
    if draft.source is None or draft.cue is None:
        return None
    between = max(draft.source.first, draft.cue.first) - min(draft.source.stop, draft.cue.stop)
    return Run(min(draft.source.first, draft.cue.first), max(draft.source.stop, draft.cue.stop)) if between <= 1 else None


def _with_quote(page: Page, draft: Draft, unit: Run) -> tuple[Run, ...]:
    """"*'We float,'* the mayor said, not needing to name who had said so first": a quotation right before source and
    verb is theirs, whatever a parser made of the clause behind."""
    last = unit.first - 1 if page.parse.word(max(unit.first - 1, 0)) == "," else unit.first
    quote = next((q for q in page.quoted(Run(max(last - 1, 0), last)) if q.stop == last), None)
    if quote is None or draft.kind != "speech" or any(quote.overlaps(r) for r in draft.content):
        return draft.content
    if not _leads(page, quote, 1 if _quoted_next(page, unit) else _SPEECH):
        return draft.content
    return tidy(page, [quote, *(r for r in draft.content if page.quoted(r))])


def _leads(page: Page, quote: Run, least: int) -> bool:
    """A quotation that begins its sentence, has words enough for one and does not end it. One that goes on behind the cue
    ("'If rain comes,' she said, 'the road will shut'") needs no more than one."""
    comma = "," in (page.parse.word(quote.stop), page.parse.word(quote.stop - 2))
    return comma and _words(page, quote) >= least and page.sentence(quote.first).first in (quote.first, quote.first + 1)


def _before(page: Page, draft: Draft, content: tuple[Run, ...], unit: Run) -> Run | None:
    """What stands before source and cue in their sentence, where it is theirs as a whole."""
    sentence = page.sentence(draft.head)
    if unit.first - 1 <= sentence.first or page.parse.word(unit.first - 1) != "," or not _set_off(page, sentence, unit):
        return None
    last = unit.stop >= sentence.stop - 1
    own = [r for r in content if sentence.first <= r.first < unit.first]
    gap = Run(sentence.first, own[0].first if own else unit.first - 1)
    if gap.first >= gap.stop or (last and not own) or not _plain(page, gap, draft):
        return None
    if not last and (_words(page, gap) < _ADVERBIAL or _quoted_next(page, unit)):
        return None
    return Run(sentence.first, own[0].first if own else unit.first - 1)


def _set_off(page: Page, sentence: Run, unit: Run) -> bool:
    """A comma behind, or the end of the sentence."""
    return unit.stop >= sentence.stop - 1 or page.parse.word(unit.stop) == ","


def _quoted_next(page: Page, unit: Run) -> bool:
    """"Asked for a date, she said, *'Soon.'*": here the comma is the quotation's."""
    return any(i in page.opening for i in range(unit.stop, min(unit.stop + 3, len(page.parse.words))))


def _plain(page: Page, gap: Run, draft: Draft) -> bool:
    """No quotation, no dash or colon, and, unless a phrase gives the source, nobody else who says something."""
    if page.quoted(gap) or any(page.parse.word(i) in _BREAKS for i in range(*gap)):
        return False
    return draft.rule == "according" or not any(_cue(page, i) for i in range(*gap))


def _cue(page: Page, i: int) -> bool:
    return page.parse.upos[i] == "VERB" and page.parse.lemmas[i].lower() in page.words.verbs


def _words(page: Page, run: Run) -> int:
    return sum(page.parse.upos[i] != "PUNCT" for i in range(*run))


def _without_narration(page: Page, content: tuple[Run, ...], unit: Run) -> tuple[Run, ...]:
    """Where a whole quotation stands before the cue, what follows without marks is the writer's; so is a scrap of a
    phrase behind any clause: "*P*, the ministry said Friday afternoon"."""
    before = [r for r in content if r.stop <= unit.first and _words(page, r) >= _SPEECH]
    if not before:
        return content
    speech = any(r in page.quoted(r) for r in before)
    return tuple(r if r.stop <= unit.first else _from_mark(page, r) for r in content
                 if r.stop <= unit.first or page.quoted(r) or not (speech or _scrap(page, r)))  # fmt: skip


def _scrap(page: Page, run: Run) -> bool:
    """A few words without a verb that do not go on behind a comma: when or where it was said."""
    marked = run.first > 0 and page.parse.word(run.first - 1) in (",", "-", "–", "—", "--")
    return not marked and _words(page, run) <= _SPEECH and not any(page.parse.upos[i] in ("VERB", "AUX") for i in range(*run))


def _from_mark(page: Page, run: Run) -> Run:
    """"'P,' she said in Orlan, *N.C., 'and Q'*": a quotation that goes on behind the cue begins with its mark."""
    quotes = page.quoted(run)
    late = bool(quotes) and run.first < quotes[0].first <= run.first + _SPEECH
    return Run(quotes[0].first, run.stop) if late and page.parse.word(quotes[0].first - 1) == "," else run

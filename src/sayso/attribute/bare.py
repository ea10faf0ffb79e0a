"""Speakers without a verb: "Police: two held", "*Two held* - police", "'I am glad.' - The mayor"."""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from .content import tidy
from .draft import Draft, Page, Run
from .speaker import subject
from .speaker_phrase import phrase

_COLONS = frozenset({":"})
_DASHES = frozenset({"-", "–", "—", "―", "--", ":"})
_REPORTS = frozenset({"reports", "says", "writes", "claims"})
_CLAUSE = 4  # words that a clause has at least
_LONGEST = 9  # words of a speaker's phrase: "Interior Ministry spokesman Abdul Nafi Takor"


def bare_drafts(page: Page) -> Iterator[Draft]:
    """Drafts for each sentence that opens with a speaker and a colon, for headlines that close with a dash and a
    speaker, and for each quotation with a dash and a name behind it."""
    for first, stop in page.parse.sentences:
        draft = _opened(page, Run(first, stop)) or _closed(page, Run(first, stop)) or _introduced(page, Run(first, stop))
        draft = draft or _reported(page, Run(first, stop))
        if draft is not None:
            yield draft
    for _, quote in page.quotes:
        draft = _signed(page, quote)
        if draft is not None:
            yield draft


def _opened(page: Page, sentence: Run) -> Draft | None:
    colon = next((i for i in range(sentence.first + 1, min(sentence.stop - 1, sentence.first + _LONGEST + 1))
                  if page.parse.word(i) in _COLONS), None)  # fmt: skip
    if colon is None:
        return None
    turn = _transcript(page, sentence, colon)
    source = _speaker(page, Run(sentence.first, colon), named=turn)
    content = tidy(page, [Run(colon + 1, _block_end(page, sentence) if turn else sentence.stop)])
    if source is None or not content or content[0].stop - content[0].first < 3:
        return None
    told = turn or _tells(page, content[0])
    return Draft(source, Run(colon, colon + 1), content, colon, "speech", 4, "colon") if told else None


def _transcript(page: Page, sentence: Run, colon: int) -> bool:
    """"| VALE: It opens in May. We have the money. |": a paragraph that opens with a speaker in capitals is all that one's."""
    begins = sentence.first == 0 or page.block(sentence.first - 1) != page.block(sentence.first)
    label = page.parse.span(sentence.first, colon - 1).of(page.parse.text)
    return begins and label.isupper() and _block(page, sentence.first) in ("paragraph", "lead", "list")


def _block_end(page: Page, sentence: Run) -> int:
    block = page.report.blocks[page.block(sentence.first)]
    return bisect.bisect_left(page.parse.words, block.span.end, key=lambda w: w.start)


def _tells(page: Page, content: Run) -> bool:
    """Words that somebody says, not what is said of him: "The mayor: *not resigning, just resting*" has no subject."""
    if page.quoted(content):
        return True
    subject_first = page.parse.upos[content.first] in ("DET", "NUM", "NOUN", "PROPN", "PRON", "ADJ")
    whole = any(page.parse.relations[i].startswith(("nsubj", "expl")) for i in range(*content))
    return (subject_first or whole) and any(page.parse.upos[i] in ("VERB", "AUX") for i in range(*content))


def _introduced(page: Page, sentence: Run) -> Draft | None:
    """"The mayor took to the stage: | 'Q'": a sentence that ends with a colon before a quotation."""
    if page.parse.word(sentence.stop - 1) != ":" or sentence.stop >= len(page.parse.words):
        return None
    quote = next((q for q in page.quoted(Run(sentence.stop, sentence.stop + 1)) if q.first == sentence.stop), None)
    verb = next((i for i in range(*sentence) if page.parse.heads[i] < 0), sentence.first)
    speaker = subject(page, verb)
    if page.parse.upos[verb] != "VERB" or speaker is None or not sentence.holds(speaker):
        return None
    if quote is None:
        return _printed(page, sentence, verb, speaker)
    return Draft(phrase(page, speaker), Run(verb, verb + 1), tidy(page, [quote]), verb, "speech", 2, "introduced")


def _printed(page: Page, sentence: Run, verb: int, speaker: int) -> Draft | None:
    """"The Courier reported: | *P*": a verb of speech with nothing else said; what it says is the next paragraph."""
    word = page.words.verbs.get(page.parse.lemmas[verb].lower())
    said = any(page.parse.relations[j] in ("obj", "ccomp", "xcomp", "iobj") for j in page.parse.children[verb])
    if word is None or word.kind != "speech" or said or page.block(sentence.stop) == page.block(verb):
        return None
    if _block(page, sentence.stop) not in ("paragraph", "quote", "lead"):
        return None
    content = tidy(page, [Run(sentence.stop, _block_end(page, Run(sentence.stop, sentence.stop)))])
    return Draft(phrase(page, speaker), Run(verb, verb + 1), content, verb, "speech", 4, "introduced") if content else None


def _closed(page: Page, sentence: Run) -> Draft | None:
    """"*Two held after raid* - police": only in headlines."""
    if _block(page, sentence.first) != "headline":
        return None
    dash = next((i for i in range(sentence.stop - 2, max(sentence.first, sentence.stop - _LONGEST - 2), -1)
                 if page.parse.word(i) in _DASHES), None)  # fmt: skip
    source = None if dash is None else _speaker(page, Run(dash + 1, sentence.stop))
    if dash is None or source is None:
        return None
    content = tidy(page, [Run(sentence.first, dash)])
    return Draft(source, Run(dash, dash + 1), content, dash, "speech", 2, "dash") if content else None


def _signed(page: Page, quote: Run) -> Draft | None:
    """"'*I saw it burn.*' - Omar Haddad": a quotation with a name behind its dash, up to the end of the line."""
    dash, n = quote.stop, len(page.parse.words)
    if dash >= n - 1 or page.parse.word(dash) not in _DASHES - _COLONS:
        return None
    stop = dash + 1
    while stop < n and stop - dash <= _LONGEST and not _new_line(page, stop):
        stop += 1
    source = _speaker(page, Run(dash + 1, stop), named=True) if stop == n or _new_line(page, stop) else None
    return None if source is None else Draft(source, Run(dash, dash + 1), tidy(page, [quote]), dash, "speech", 4, "dash")


def _new_line(page: Page, i: int) -> bool:
    """Does a line begin with word ``i``?"""
    return "\n" in page.parse.text[page.parse.words[i - 1].end : page.parse.words[i].start]


def _speaker(page: Page, run: Run, named: bool = False) -> Run | None:
    """The run, where it is one noun phrase of somebody who can speak; ``named``: any name will do."""
    words = [i for i in range(*run) if page.parse.upos[i] != "PUNCT"]
    if not words or len(words) > _LONGEST or any(page.parse.upos[i] in ("VERB", "AUX", "SCONJ") for i in words):
        return None
    head = next((i for i in words if not run.holds(page.parse.heads[i])), words[0])
    lemma = page.parse.lemmas[head].lower()
    kind = next((n.kind for n in page.parse.names if n.first <= head < n.stop), page.parse.mention_types[head])
    known = lemma in page.words.speakers or kind in ("person", "organization")
    if not known and not (named and page.parse.upos[head] == "PROPN"):
        return None
    inside = phrase(page, head)
    return Run(words[0], words[-1] + 1) if inside.first <= words[0] or inside.overlaps(run) else None


def _block(page: Page, word: int) -> str:
    k = page.block(word)
    return page.report.blocks[k].kind if k >= 0 else ""


def _reported(page: Page, sentence: Run) -> Draft | None:
    """"*P*, the Harbor Courier newspaper reports.": a last word that a parser took for a plural."""
    last = sentence.stop - 2
    if last <= sentence.first or page.lower(last) not in _REPORTS or page.parse.upos[last] != "NOUN":
        return None
    comma = next((i for i in range(last - 1, max(sentence.first, last - _LONGEST), -1) if page.parse.word(i) == ","), None)
    if comma is None or comma == last - 1 or comma - sentence.first < _CLAUSE:
        return None
    source, content = Run(comma + 1, last), tidy(page, [Run(sentence.first, comma)])
    named = page.parse.upos[last - 1] == "PROPN" or page.lower(last - 1) in page.words.speakers
    verb = any(page.parse.upos[i] in ("VERB", "AUX") for i in range(*content[0])) if content else False
    apart = not any(page.parse.upos[i] in ("VERB", "AUX", "ADP", "CCONJ") for i in range(*source))
    return Draft(source, Run(last, last + 1), content, last, "speech", 3, "parenthetic") if named and verb and apart else None

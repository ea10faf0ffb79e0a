"""What an outlet puts in brackets into somebody's quotation: its own words, not the speaker's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.records import Parse, Quotation, Span

from .clause import Clause

# "[the mayor]", "(the mayor)"; a date, a number or "[...]" says nothing of anybody.
_BRACKET = re.compile(r"\[[^][()\n]{2,120}\]|\([^][()\n]{2,120}\)")
_NOMINAL = frozenset({"NOUN", "PROPN"})
_GLOSSED = frozenset({"PRON", "NOUN", "PROPN"})


def brackets(text: str, quotations: Iterable[Quotation]) -> list[Span]:
    """Brackets within quotations, in the order of the text."""
    found = {Span(*m.span()) for q in quotations if not q.scare for m in _BRACKET.finditer(text, q.inner.start, q.inner.end)}
    return sorted(found)


def glosses(parse: Parse, bracketed: Iterable[Span]) -> Iterator[Clause]:
    """"He [the mayor] fled": that he is the mayor, on the word of the outlet."""
    for span in bracketed:
        inner = [i for i in parse.words_in(span) if parse.upos[i] != "PUNCT"]
        if not inner or inner[0] < 2 or any(parse.words[i].start == span.start for i in inner):
            continue
        top = next((i for i in inner if parse.heads[i] not in inner), inner[0])
        before = inner[0] - 2
        whole = parse.words[before].end <= span.start and parse.sentence_of[before] == parse.sentence_of[top]
        if whole and parse.upos[top] in _NOMINAL and parse.upos[before] in _GLOSSED and _says(parse, inner, before):
            roles = (("agent", before), ("attribute", top))
            closing = next((i for i in range(inner[-1], len(parse.words)) if parse.words[i].end >= span.end), inner[-1])
            yield Clause(top, top, top, parse.lemmas[top].lower(), "inserted", True, (before, closing), roles)


def _says(parse: Parse, inner: list[int], before: int) -> bool:
    """Not a bare acronym of what stands before it, nor "[sic]"."""
    word = parse.word(inner[0])
    if parse.upos[inner[0]] == "ADP" or any(parse.mention_types[i] == "time" for i in inner):
        return False
    short = len(inner) == 1 and (word.isupper() or word.islower())
    return not short or parse.upos[before] == "PRON"

"""Who speaks in each quotation, as far as structure must know: "I" is the speaker there, and "he" is not."""

from __future__ import annotations

import bisect
from collections import defaultdict

from sayso.records import Parse, Quotation

from .lexicon import Lexicon
from .nominal_phrases import cited
from .phrases import Phrase

_NEXT = 6  # quotations before and after a verb that may be its own
_BRIDGE = 160  # characters between two quotations of one speaker: "...," she said. "..."
_Found = dict[int, list[tuple[bool, int, int]]]  # of a quotation: does the tree link them, nearness, phrase


class Quoted:
    """Which outermost quotation a place of the text lies in, and who speaks there."""

    def __init__(self, parse: Parse, phrases: list[Phrase], quotations: tuple[Quotation, ...], lexicon: Lexicon) -> None:
        self.outer = [q for q in quotations if q.depth == 0 and not q.scare]
        self._starts = [q.span.start for q in self.outer]
        self._inner = [q.span for q in quotations if q.depth > 0]
        self._inner_starts = [s.start for s in self._inner]
        self.speaker = _speakers(parse, phrases, self, lexicon) if self.outer else {}
        self._whole = [q.closed and _begins(parse.text, q) for q in self.outer]

    def __call__(self, at: int) -> int:
        """Its number, -1 outside of all."""
        k = bisect.bisect_right(self._starts, at) - 1
        return k if k >= 0 and at < self.outer[k].span.end else -1

    def nested(self, at: int) -> bool:
        """Is it in words that the quotation itself quotes?"""
        k = bisect.bisect_right(self._inner_starts, at) - 1
        return k >= 0 and at < self._inner[k].end

    def whole(self, number: int) -> bool:
        """Does it begin a sentence? In "he said he 'saw *his* house burn'" the words are bent to the reporter's."""
        return number >= 0 and self._whole[number]

    def near(self, at: int, numbers: range) -> range:
        """Those of them that are next to a place: a sentence of ten thousand quotations costs no more."""
        k = bisect.bisect_right(self._starts, at)
        return range(max(numbers.start, k - _NEXT), min(numbers.stop, k + _NEXT))

    def over(self, start: int, end: int) -> range:
        """Those that share characters with a stretch of the text."""
        first = bisect.bisect_right(self._starts, start) - 1
        first += int(first < 0 or self.outer[first].span.end <= start)
        return range(first, bisect.bisect_left(self._starts, end))


def _begins(text: str, q: Quotation) -> bool:
    """A capital, and no word that leads right into it: "said that 'Ruritania ...'" goes on in the reporter's sentence."""
    before = text[max(0, q.span.start - 3) : q.span.start].rstrip()
    return text[q.inner.start : q.inner.start + 1].isupper() and not before[-1:].isalnum()


def _speakers(parse: Parse, phrases: list[Phrase], quoted: Quoted, lexicon: Lexicon) -> dict[int, int]:
    """For the number of a quotation the phrase that names its speaker."""
    found: _Found = defaultdict(list)
    for i, p in enumerate(phrases):
        verb = _saying(parse, p, lexicon)
        if verb is not None and quoted(parse.words[verb].start) < 0:
            _claim(parse, quoted, i, verb, found)
    said = {number: max(those)[2] for number, those in found.items()}
    for number in range(1, len(quoted.outer)):
        a, b = quoted.outer[number - 1].span.end, quoted.outer[number].span.start
        if number not in said and number - 1 in said and b - a < _BRIDGE and "\n" not in parse.text[a:b]:
            said[number] = said[number - 1]
    return said


def _saying(parse: Parse, p: Phrase, lexicon: Lexicon) -> int | None:
    """The verb of saying whose subject the phrase is, or the phrase itself behind "according to"."""
    verb = parse.heads[p.head]
    if verb >= 0 and parse.relations[p.head] == "nsubj" and parse.lemmas[verb].lower() in lexicon.speech:
        return verb
    return p.head if not p.is_pronoun and cited(parse, p.head) else None


def _claim(parse: Parse, quoted: Quoted, i: int, verb: int, found: _Found) -> None:
    """Gives the speaker the quotations of the verb's sentence, first those that the tree links to the verb."""
    first, stop = parse.sentences[parse.sentence_of[verb]]
    start, end = parse.words[first].start, parse.words[stop - 1].end
    linked = {quoted(parse.words[k].start) for k in (*parse.children[verb], parse.heads[verb]) if k >= 0}
    at = parse.words[verb].start
    for number in quoted.near(at, quoted.over(*_reach(parse, quoted, start, end))):
        span = quoted.outer[number].span
        found[number].append((number in linked, -min(abs(span.start - at), abs(span.end - at)), i))


def _reach(parse: Parse, quoted: Quoted, start: int, end: int) -> tuple[int, int]:
    """The sentence, with the quotation that ends right before it ("'Why?' *he asked*") or begins after its colon."""
    after = parse.text[end : end + 3].lstrip()
    if parse.text[start].islower() and quoted(max(start - 2, 0)) >= 0:
        start -= 2
    if parse.text[end - 1] == ":" and (after[:1] and quoted(end + parse.text[end : end + 3].index(after[0])) >= 0):
        end += 3
    return start, end

"""Which way a date without a year lies: "met on Monday" back, "will meet on Monday" ahead."""

from __future__ import annotations

import bisect

from sayso.lang import Pack
from sayso.records import Parse, Span

_WINDOW = 12  # words of context where there is no tree


class Tense:
    """Reads the direction of time from the verb that governs a stretch of text."""

    def __init__(self, parse: Parse, pack: Pack) -> None:
        words = pack.toml("tenses")
        self.parse = parse
        self.future, self.past = frozenset(words["future"]), frozenset(words["past"])
        self.perfect = frozenset(words["perfect"])
        self.forward, self._toward, self._back = frozenset(words["forward"]), tuple(words["toward"]), tuple(words["back"])
        self._starts = [w.start for w in parse.words]

    def word_at(self, offset: int) -> int | None:
        """The word of the parse that holds a character."""
        i = bisect.bisect_right(self._starts, offset) - 1
        return i if i >= 0 and self.parse.words[i].end > offset else None

    def tag(self, offset: int) -> str:
        """Universal part of speech at a character, "" where the parse has none."""
        i = self.word_at(offset)
        return self.parse.upos[i] if i is not None and i < len(self.parse.upos) else ""

    def modifies(self, span: Span) -> bool:
        """Whether a word stands before the noun it belongs to: "summer offensive"."""
        i = self.word_at(span.end - 1)
        return (
            i is not None and i < len(self.parse.heads) and self.parse.heads[i] == i + 1 and self.parse.relations[i] == "compound"
        )

    def verb(self, span: Span) -> int | None:
        """The verb, or the word with a copula, that a stretch of text hangs on."""
        i = self.word_at(span.start)
        if i is None or i >= len(self.parse.heads):
            return None
        for _ in range(12):
            if self.parse.upos[i] in {"VERB", "AUX"} or self.parse.child(i, "cop", "aux") is not None:
                return i
            i = self.parse.heads[i]
            if i < 0:
                return None
        return None

    def direction(self, span: Span) -> int:
        """-1 for past, 1 for future, 0 where nothing says."""
        before = self.parse.text[max(0, span.start - 16) : span.start].rstrip().lower()
        if _ends_in(before, self._back):
            return -1
        verb = self.verb(span)
        if _ends_in(before, self._toward) and not (verb is not None and self._perfect(verb)):
            return 1
        return self._of_verb(verb) if verb is not None else self._nearby(span)

    def _of_verb(self, verb: int) -> int:
        parse = self.parse
        helpers = [parse.word(c).lower() for c in parse.children[verb] if parse.relations[c].split(":")[0] in {"aux", "cop"}]
        if self.future & set(helpers) or parse.lemmas[verb].lower() in self.forward:
            return 1
        if self.past & set(helpers) or self.perfect & set(helpers) or parse.xpos[verb] == "VBD":
            return -1
        if any(parse.relations[c] == "mark" and parse.word(c).lower() == "to" for c in parse.children[verb]):
            return 1
        head = parse.heads[verb]
        if parse.xpos[verb] in {"VBG", "VBN"} and not helpers and head >= 0 and parse.upos[head] in {"VERB", "AUX"}:
            return self._of_verb(head) if parse.heads[head] != verb else 0
        return -1 if parse.xpos[verb] == "VBN" and not helpers else 0

    def _perfect(self, verb: int) -> bool:
        return any(self.parse.word(c).lower() in self.perfect for c in self.parse.children[verb])

    def is_perfect(self, span: Span) -> bool:
        """Whether the verb says that something goes on until now: "have been living for two months"."""
        verb = self.verb(span)
        if verb is None:
            return False
        return any(self.parse.word(c).lower() in {"have", "has", "'ve", "’ve"} for c in self.parse.children[verb])

    def _nearby(self, span: Span) -> int:
        i = self.word_at(span.start)
        if i is None:
            return 0
        first, last = max(0, i - _WINDOW), min(len(self.parse.words), i + _WINDOW)
        near = sorted(range(first, last), key=lambda j: abs(j - i))
        for j in near:
            word = self.parse.word(j).lower()
            if word in self.future:
                return 1
            if word in self.past or word in self.perfect:
                return -1
        return 0


def _ends_in(text: str, words: tuple[str, ...]) -> bool:
    return any(text.endswith(word) and not text[: -len(word)][-1:].isalpha() for word in words)

"""Which places and times a count is tied to: "12 people in Mirva", "killed 12 in March"."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from sayso.records import Parse, Span

_MODIFIERS = {"nummod", "det", "compound", "amod"}
_TIES = {"nmod", "obl"}


class Scopes:
    """Reads from the tree what stands with a count: places by name, and the times found before."""

    def __init__(self, parse: Parse, busy: Sequence[Span], words: frozenset[str]) -> None:
        self.parse, self.words = parse, words
        self._busy = sorted(busy)
        self._starts = [w.start for w in parse.words]
        self._not_places = {i for n in parse.names if n.kind in {"person", "organization"} for i in range(n.first, n.stop)}

    def of(self, span: Span) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The phrases that say where, and those that say when, in the order of the text."""
        i = bisect.bisect_right(self._starts, max(span.end - 1, span.start)) - 1
        if i < 0 or i >= len(self.parse.heads) or self.parse.relations[i] in {"", "dep"}:
            return (), ()
        noun = self.parse.heads[i] if self.parse.relations[i].split(":")[0] in _MODIFIERS else i
        found = {s for at in self._governors(noun) for s in self._ties(at)}
        where, when = (tuple(s.of(self.parse.text) for s, timed in sorted(found) if timed is kind) for kind in (False, True))
        return where, when

    def _governors(self, noun: int) -> Iterator[int]:
        """The counted noun, and the verb that it belongs to."""
        if noun < 0:
            return
        yield noun
        while self.parse.relations[noun] == "conj" and self.parse.heads[noun] >= 0:
            noun = self.parse.heads[noun]
        verb = self.parse.heads[noun]
        if verb >= 0 and self.parse.upos[verb] in {"VERB", "AUX"}:
            yield verb

    def _ties(self, at: int) -> Iterator[tuple[Span, bool]]:
        parse = self.parse
        for child in parse.children[at]:
            if parse.relations[child].split(":")[0] not in _TIES:
                continue
            case = parse.child(child, "case")
            word = parse.word(case).lower() if case is not None else ""
            time = self._time(child)
            span = time or (self._name(child) if word in self.words else None)
            if span and (word in self.words or not word):
                first = parse.words[case].start if case is not None and parse.words[case].start < span.start else span.start
                yield Span(first, span.end), time is not None

    def _time(self, i: int) -> Span | None:
        word = self.parse.words[i]
        at = bisect.bisect_right(self._busy, (word.start, 10**12)) - 1
        return self._busy[at] if at >= 0 and self._busy[at].end >= word.end else None

    def _name(self, i: int) -> Span | None:
        """A name that is no person's and no body's, with the words that belong to it."""
        parse = self.parse
        if parse.upos[i] != "PROPN" or i in self._not_places:
            return None
        parts = [i, *(c for c in parse.children[i] if parse.relations[c].split(":")[0] in {"flat", "compound"})]
        return Span(parse.words[min(parts)].start, parse.words[max(parts)].end)

"""Attributions by the words they cover."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.records import Attribution, Parse


class Sayings:
    """Answers on whose word a word of the text stands."""

    def __init__(self, parse: Parse, attributions: Sequence[Attribution]) -> None:
        self._parse = parse
        self._root = next((a for a in attributions if a.cue is None and a.under is None), None)
        self._innermost: dict[int, Attribution] = {}
        cues: set[int] = set()
        for one in sorted(attributions, key=_size, reverse=True):
            if one is self._root:
                continue
            for span in one.content:
                self._innermost.update(dict.fromkeys(parse.words_in(span), one))
            if one.cue is not None:
                cues.update(parse.words_in(one.cue))
        self.cue_words = frozenset(cues)

    def innermost(self, word: int) -> Attribution | None:
        """The attribution with the smallest content over a word, else the outlet's own voice."""
        return self._innermost.get(word, self._root)

    def governing_cue(self, word: int, said: Attribution | None) -> int | None:
        """The word of the attribution's cue on which ``word`` hangs in the tree, if it does."""
        if said is None or said.cue is None:
            return None
        own = set(self._parse.words_in(said.cue))
        for _ in range(80):
            word = self._parse.heads[word]
            if word < 0 or word in own:
                return word if word >= 0 else None
        return None


def _size(one: Attribution) -> int:
    return sum(s.end - s.start for s in one.content)

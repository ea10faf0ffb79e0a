"""Stories that grow together, report by report: when two reports tell of one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .signature import Signed, Words, length
from .words import cosine

ALIKE, ALIKE_DATED = 0.25, 0.2  # cosine of two reports; of two that are dated near each other
CORE = 0.2  # of the stories they would join
DAYS = 14  # reports further apart in time tell of different events, or of one another
Pair = tuple[int, int]


def enough(likeness: float, a: Signed, b: Signed) -> bool:
    """Dates far apart part two reports, dates near each other speak for one event; unknown ones do neither."""
    if not (a.day and b.day):
        return likeness >= ALIKE
    return abs(a.day - b.day) <= DAYS and likeness >= ALIKE_DATED


class Joining:
    """``story`` is each report's, by number; ``words`` are a story's, summed over its reports; ``gone`` what it went into."""

    def __init__(self, story: dict[int, int], words: dict[int, Words]) -> None:
        self.story, self.words = story, words
        self.gone: dict[int, int] = {}
        self._lengths = {number: length(w) for number, w in words.items()}
        self._apart: defaultdict[int, set[int]] = defaultdict(set)  # from these it was found too unlike, as they are now

    def join(self, reports: Mapping[int, Signed], pairs: Iterable[Pair]) -> None:
        """The likest first, while the stories they would join are alike too, so that the order of arrival matters little."""
        alike = [(cosine(reports[i].words, reports[j].words), reports[i], reports[j]) for i, j in pairs]
        likest = [(-score, sorted((a.id, b.id)), a.report, b.report) for score, a, b in alike if enough(score, a, b)]
        for _, _, i, j in sorted(likest):
            a, b = sorted((self.of(self.story[i]), self.of(self.story[j])))
            if a != b and self._alike(a, b):
                self._take_in(a, b)

    def of(self, story: int) -> int:
        """The story that a story has become part of; itself where it has not."""
        while story in self.gone:
            story = self.gone[story]
        return story

    def _alike(self, a: int, b: int) -> bool:
        both = self._lengths[a] * self._lengths[b]
        if b in self._apart[a] or not both:
            return False
        if cosine(self.words[a], self.words[b]) >= CORE * both:
            return True
        self._apart[a].add(b)
        self._apart[b].add(a)
        return False

    def _take_in(self, a: int, b: int) -> None:
        self.gone[b] = a
        self.words[a] = added(self.words[a], self.words.pop(b))
        self._lengths[a] = length(self.words[a])
        for other in self._apart.pop(a, set()) | self._apart.pop(b, set()):
            self._apart[other] -= {a, b}


def added(a: Words, b: Words) -> Words:
    """The sum of two, grown in place from the larger."""
    if len(a) < len(b):
        a, b = b, a
    for word, weight in b.items():
        a[word] = a.get(word, 0.0) + weight
    return a


def meetings(keys: Mapping[int, Sequence[int]], block: int, shared: int) -> list[Pair]:
    """Reports that meet at ``shared`` of their keys at least; at one key each meets the last ``block`` before it."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    met: Counter[Pair] = Counter()
    for i, own in keys.items():
        for key in own:
            met.update((j, i) for j in holders[key][-block:])
            holders[key].append(i)
    return [pair for pair, times in met.items() if times >= shared]

"""Stories that grow together, report by report: when two reports tell of one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .signature import DAYS, Signed, Words, length
from .words import cosine

ALIKE, ALIKE_DATED = 0.25, 0.2  # cosine of two reports; of two that are dated near each other
CORE = 0.2  # of the stories they would join
COPY = 0.8  # so alike, whatever the days: a copy printed later counts its "Friday" from its own day
ONE_DEED = 1  # days between two that may be of one deed
Pair = tuple[int, int]


def enough(likeness: float, a: Signed, b: Signed) -> bool:
    """Dates far apart part two reports, unless both tell of one day's deed; deeds of two days part them too.

    Dates near each other speak for one event; unknown ones do neither.
    """
    if likeness >= COPY or not (a.day and b.day):
        return likeness >= ALIKE
    if a.deed and b.deed and abs(a.deed - b.deed) > ONE_DEED:
        return False
    near = abs(a.day - b.day) <= DAYS
    return likeness >= ALIKE_DATED if near else bool(a.deed and b.deed) and likeness >= ALIKE


class Joining:
    """``story`` is each report's, by number; ``words`` are a story's, summed over its reports, ``deeds`` the days of theirs;
    ``gone`` is what a story went into, ``near`` the pairs of reports that were alike enough."""

    def __init__(self, story: dict[int, int], words: dict[int, Words], deeds: dict[int, set[int]]) -> None:
        self.story, self.words, self.deeds = story, words, deeds
        self.gone: dict[int, int] = {}
        self.near: list[Pair] = []
        self._lengths = {number: length(w) for number, w in words.items()}
        self._apart: defaultdict[int, set[int]] = defaultdict(set)  # from these it was found too unlike, as they are now

    def join(self, reports: Mapping[int, Signed], pairs: Iterable[Pair]) -> None:
        """The likest first, while the stories they would join are alike too, so that the order of arrival matters little."""
        alike = [(cosine(reports[i].words, reports[j].words), reports[i], reports[j]) for i, j in pairs]
        likest = [(-score, sorted((a.id, b.id)), a.report, b.report) for score, a, b in alike if enough(score, a, b)]
        for against, _, i, j in sorted(likest):
            a, b = sorted((self.of(self.story[i]), self.of(self.story[j])))
            if a != b and (-against >= COPY or self._one_deed(a, b)) and self._alike(a, b):
                self._take_in(a, b)
        self.near = [(i, j) for *_, i, j in likest]

    def of(self, story: int) -> int:
        """The story that a story has become part of; itself where it has not."""
        while story in self.gone:
            story = self.gone[story]
        return story

    def torn(self, reports: Iterable[int]) -> list[set[int]]:
        """Stories that each of these reports is like, where they are more than one."""
        beside = defaultdict[int, set[int]](set)
        for i, j in self.near:
            beside[i].add(self.of(self.story[j]))
            beside[j].add(self.of(self.story[i]))
        return [found for i in reports if len(found := beside[i] | {self.of(self.story[i])}) > 1]

    def _one_deed(self, a: int, b: int) -> bool:
        """Whether two stories may be of one day's deed."""
        x, y = self.deeds.get(a, set()), self.deeds.get(b, set())
        return not x or not y or any(abs(i - j) <= ONE_DEED for i in x for j in y)

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
        self.deeds[a] = self.deeds.get(a, set()) | self.deeds.pop(b, set())
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

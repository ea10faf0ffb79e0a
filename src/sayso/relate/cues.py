"""Words by which a text says what becomes of a thing told: that it is false, denied, taken back, doubted, only hearsay."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.lang import Pack, load, packs
from sayso.records import Span

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
BEFORE, AFTER = 3, 4  # words looked at on either side: what negates a cue, what it stands on
REACH = 8  # words within which a denial takes up another: "denied that it was a hoax"
NO = frozenset({"false", "untrue", "deny", "withdraw", "recant"})  # kinds of cue that say no
VERDICT = 3  # a sentence of so few words is nothing but its cue: "PROBABLY FALSE"


class Word(NamedTuple):
    text: str
    start: int
    end: int


class Cue(NamedTuple):
    """``kind``: of stance_cues.tsv."""

    kind: str
    span: Span


@dataclass(frozen=True)
class Cues:
    """One language's cue words by their first word, the longest first, and its words for something told."""

    forms: dict[str, list[tuple[tuple[str, ...], str]]] = field(default_factory=dict)
    told: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    quiet: frozenset[str] = frozenset()  # verbs of saying and knowing: "did not comment" denies nothing
    closed: dict[str, frozenset[str]] = field(default_factory=dict)

    def find(self, words: Sequence[Word]) -> list[Cue]:
        """In one sentence. A cue that is itself denied ("it is no hoax", "denied that it was a hoax") is none, nor an
        adjective on anything but something told: "fake watches"."""
        met = [c for c in self._met(words) if self._holds(c[0], words, c[1], c[2])]
        twice = {i for _, i, _ in self._twice(met, words)}
        return [Cue(kind, Span(words[i].start, words[j - 1].end)) for kind, i, j in met if i not in twice]

    def kind_of(self, word: str) -> str | None:
        """Of a single word, such as a claim's lemma."""
        return next((kind for form, kind in self.forms.get(word.lower(), ()) if len(form) == 1), None)

    def any_of(self, kinds: frozenset[str], text: str) -> bool:
        """Whether a text has a cue of these kinds, in whatever sense."""
        return any(kind in kinds for kind, _, _ in self._met(tokens(text)))

    def _met(self, words: Sequence[Word]) -> Iterator[tuple[str, int, int]]:
        for i, word in enumerate(words):
            for form, kind in self.forms.get(word.text, ()):
                if len(form) == 1 or tuple(w.text for w in words[i : i + len(form)]) == form:
                    yield kind, i, i + len(form)
                    break

    def _holds(self, kind: str, words: Sequence[Word], i: int, j: int) -> bool:
        if kind in NO and any(map(self.negates, (w.text for w in words[max(0, i - BEFORE) : i]))):
            return False
        return kind != "untrue" or len(words) <= VERDICT or self.predicate(words, i, j) or self.tells(words[j : j + AFTER])

    def _twice(self, met: Sequence[tuple[str, int, int]], words: Sequence[Word]) -> Iterator[tuple[str, int, int]]:
        """Denials of a denial, with what they deny."""
        for n, (kind, i, j) in enumerate(met):
            if kind != "deny":
                continue
            later = [c for c in met[n + 1 :] if c[0] in NO - {"withdraw", "recant"} and c[1] - j < REACH]
            if later or any(map(self.negates, (w.text for w in words[j : self._clause_end(words, j)]))):
                yield from ((kind, i, j), *later)

    def _clause_end(self, words: Sequence[Word], j: int) -> int:
        """Where another clause begins behind a comma: "denied the claim, *saying* he never met her", "..., *and* never will"."""
        behind = (i for i in range(j + 1, len(words)) if parted(words, i))
        return next((i for i in behind if words[i].text.endswith("ing") or words[i].text in self.closed["joining"]), len(words))

    def negates(self, word: str) -> bool:
        return word in self.negations or word.endswith("n't")

    def negated(self, words: Sequence[Word]) -> bool:
        """Whether it has a "not" that denies anything; in "had no idea", "not only", "denied that no one" it does not."""
        if not any(self.negates(w.text) for w in words):
            return False
        met = list(self._met(words))
        if any(kind == "deny" for kind, _, _ in met):
            return False
        idle = {k for kind, i, j in met if kind == "unknown" for k in range(i, j)}
        return any(self.negates(w.text) for i, w in enumerate(words) if i not in idle)

    def predicate(self, words: Sequence[Word], i: int, j: int) -> bool:
        """Whether an adjective stands for itself, "is fake," and not on a noun that is nothing told: "is a fake watch"."""
        k = i - 1
        while k >= 0 and (words[k].text in self.closed["article"] or words[k].text.endswith("ly")):
            k -= 1
        opened = k < 0 or parted(words, k + 1) or words[k].text in self.closed["link"] or words[k].text.endswith(("'s", "'re"))
        return opened and (j >= len(words) or parted(words, j) or words[j].text in self.closed["closing"])

    def tells(self, words: Sequence[Word]) -> bool:
        """Whether a word for something told is among them: "story", "report", "photo"."""
        return any(w.text in self.told for w in words)

    def points_back(self, words: Sequence[Word]) -> bool:
        """Whether a sentence takes up the one before: "But that is not so"."""
        first = next((w.text for w in words if w.text not in self.closed.get("connective", ())), "")
        return first in self.closed.get("back", ())


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(m.group().lower().replace("’", "'"), m.start(), m.end()) for m in found]


def parted(words: Sequence[Word], i: int) -> bool:
    """Whether more than a blank stands before a word: a comma, a quotation mark."""
    return words[i].start - words[i - 1].end > 1


@functools.cache
def cues(language: str | None) -> Cues:
    """The language's own; none where it has no pack."""
    code = (language or "").split("-")[0]
    return _from_pack(load(code)) if code in packs() else Cues()


def _from_pack(pack: Pack) -> Cues:
    forms = dict[str, list[tuple[tuple[str, ...], str]]]()
    for kind, several in pack.table("stance_cues"):
        for form in several.split("|"):
            words = tuple(w.text for w in tokens(form))
            forms.setdefault(words[0], []).append((words, kind))
    for known in forms.values():
        known.sort(key=lambda f: -len(f[0]))
    closed = {kind: frozenset(several.split("|")) for kind, several in pack.table("stance_words")}
    negations = frozenset(r[0] for r in pack.table("negation") if r[1] in ("modifier", "determiner", "subject") and r[2] == "CT-")
    verbs = frozenset(r[0] for r in pack.table("cues") if r[1] == "verb" and r[2] != "stance")
    return Cues(forms, pack.column("told_words"), negations, verbs | closed["quiet"], closed)

"""What of a report's text is compared with another report's, made once a report."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sayso.lang import load, packs
from sayso.records import Report, Span

from .citing import named
from .credit_lines import CreditLines, credit_lines
from .own_words import READ, page_matter, telling, unquoted
from .profile import Profile
from .reuse import Running, running
from .rewriting import content
from .sources import key
from .spelling import sound

_END = re.compile(r"[.!?。؟]|\n")
LEAD = 80  # words of a report in which it says what it is about


@dataclass(frozen=True)
class Text:
    """``whole``: all words that tell of the event; ``own``: without direct quotations; ``page``: what is about the page or the
    outlet; ``stems``: of its own the content words, folded; ``names``: stems of what is named in it, which two reports on one
    event share whatever their origin."""

    profile: Profile

    @cached_property
    def whole(self) -> Running:
        return running(self._report, self._telling)

    @cached_property
    def page(self) -> Running:
        return running(self._report, self._page)

    @cached_property
    def own(self) -> Running:
        return running(self._report, self._unquoted)

    @cached_property
    def stems(self) -> Running:
        return content(self._report, self._unquoted, self.profile.vocabulary)

    @property
    def _report(self) -> Report:
        return self.profile.reading.report

    @cached_property
    def _page(self) -> list[Span]:
        return page_matter(self.profile.reading)

    @cached_property
    def _telling(self) -> list[Span]:
        return telling(self.profile.reading, self._page)

    @cached_property
    def _unquoted(self) -> list[Span]:
        return unquoted(self.profile.reading, self._telling)

    @cached_property
    def names(self) -> frozenset[str]:
        names = (key(n) for e in self.profile.reading.entities for n in (e.name, *e.aliases))
        return frozenset(w for n in names for w in self.profile.vocabulary.content(n))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.whole.words)

    @cached_property
    def running(self) -> str:
        return " ".join(self.whole.words)

    @cached_property
    def sounds(self) -> frozenset[str]:
        return frozenset(map(sound, self.words))

    @cached_property
    def sentences(self) -> list[range]:
        """Numbers of the words of each sentence."""
        text, spans = self.profile.reading.report.text, self.whole.spans
        ends = [i + 1 for i, (x, y) in enumerate(pairwise(spans)) if _END.search(text, x.end, y.start)]
        return [range(i, j) for i, j in pairwise([0, *ends, len(spans)])]

    @cached_property
    def documents(self) -> frozenset[str]:
        """Kinds of things put out for all, of which its first sentences tell: a video, a letter."""
        return documents(self.profile.reading.report.language, self.whole.words[:LEAD])

    @cached_property
    def outlets(self) -> dict[str, int]:
        """Outlets that it names, known by name, other than as whose a picture is; and where first."""
        return named(self._report)

    @cached_property
    def lead(self) -> int:
        """Where its first words end, that say what it is about."""
        return self.whole.spans[:LEAD][-1].end if self.whole.spans else 0

    def prints(self, name: str, until: int | None = None) -> bool:
        """Whether a name stands in it as it is printed, with its capitals."""
        return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self._report.text[: min(READ, until or READ)]))

    @cached_property
    def credit(self) -> CreditLines:
        return credit_lines(self._report)

    def said_too(self, other: Text) -> float:
        """The share of its own content words, names left out, that the other has too, in whatever order."""
        own = set(self.stems.words) - self.names - other.names
        return len(own & set(other.stems.words)) / len(own) if own else 0.0


def documents(language: str | None, words: Sequence[str]) -> frozenset[str]:
    known = _documents(language)
    return frozenset(known[w] for w in words if w in known)


@functools.cache
def _documents(language: str | None) -> dict[str, str]:
    code = (language or "").split("-")[0]
    rows = load(code).table("common_documents") if code in packs() else ()
    return {word: row[0] for row in rows for word in row[1].split("|")}

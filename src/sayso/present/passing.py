"""Who has it from whom, as shown: transfers between the reports of a story, with the passages that they share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.records import Story, Transfer

from .view import Told, View

KIND = {
    "copy": "has it from", "partial": "has passages from", "rewrite": "rewrites", "cites": "cites",
    "agency": "carries the same agency as", "publisher": "has the same publisher as",
    "common source": "has it from the same source as",
}  # fmt: skip
BOTH = {
    "copy": "have one text", "partial": "share passages", "rewrite": "tell the same in the same order",
    "cites": "name one another or one source",
    "agency": "carry one agency", "publisher": "have one publisher", "common source": "have one source",
}  # fmt: skip
LONG = 160  # characters of a passage


@dataclass(frozen=True)
class Passing:
    """One transfer: ``giver`` and ``taker`` in any order where no direction is ``known``. ``passages`` are the taker's words, the
    longest first."""

    giver: Told
    taker: Told
    known: bool
    words: str
    why: str
    share: str
    passages: tuple[str, ...]

    @property
    def line(self) -> str:
        """In one line: "The Courier has it from Harrow Press"."""
        if self.known:
            return f"{self.taker.outlet} {self.words} {self.giver.outlet}"
        return f"{self.giver.outlet} and {self.taker.outlet} {self.words}"


def passings(view: View, story: Story) -> list[Passing]:
    """Of one story, in the order of the reports that took it."""
    inside = set(story.reports)
    return [p for t in view.dossier.relations.transfers if {t.left, t.right} <= inside for p in _passing(view, t)]


def every(view: View) -> list[Passing]:
    """Of all stories."""
    return [p for t in view.dossier.relations.transfers for p in _passing(view, t)]


def _passing(view: View, t: Transfer) -> Iterator[Passing]:
    left, right = view.by_id.get(t.left), view.by_id.get(t.right)
    if not left or not right:
        return
    known = t.direction != "unknown"
    giver, taker = (right, left) if t.direction == "right" else (left, right)
    text = taker.reading.report.text
    own = sorted(t.passages, key=lambda p: -p.words)
    words = tuple(_short((p.left if taker is left else p.right).of(text)) for p in own)
    share = f"{t.share:.0%}" if t.share else ""
    yield Passing(giver, taker, known, (KIND if known else BOTH)[t.kind], t.why, share, words)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONG else words[: LONG - 1].rstrip() + "…"

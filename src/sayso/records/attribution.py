"""On whose word: source, cue and content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from .span import Span

SourceKind = Literal["outlet", "agency", "person", "body", "document", "crowd", "unnamed", "unknown"]
Voice = Literal["outlet", "direct", "indirect", "mixed", "thought", "carried"]


@dataclass(frozen=True, slots=True)
class Source:
    """Whose word it is. ``description`` is how the report puts it: "a source told the Courier" gives "a source".

    ``span`` is None where the text has no words for it: the outlet's own voice, or a passive without agent.
    ``anonymity``: why it is not named, as printed: "because he was not authorised to speak", "on condition of anonymity".
    """

    kind: SourceKind
    span: Span | None
    description: str
    entity: str | None = None
    anonymity: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """PARC's and PolNeAR's triple. ``under`` is the attribution within whose content this one is said;
    following it leads to the outlet's own voice, which has no cue and is under nothing.

    ``voice``: "outlet" for that root; "direct" (the content is quoted), "indirect", "mixed" (part quoted),
    "thought" (beliefs, fears, intentions), "carried" (no cue of its own: an earlier one runs on).

    ``evidence``: what the source is said to have or show ("satellite images", "a letter seen by the Courier"), and
    ``seen_by`` who is said to have seen or verified it ("the Courier"). ``medium``: the way by which it was said, as
    printed: "in a statement", "on Telegram", "told *state television*". ``hand``: how far the outlet stands from the
    words: 0 its own, 1 of a source that it heard itself, 2 second-hand (one source stands between), 3 third-hand.
    """

    id: str
    source: Source
    cue: Span | None
    content: tuple[Span, ...]
    voice: Voice
    under: str | None
    evidence: tuple[Span, ...] = ()
    why: tuple[str, ...] = ()
    medium: tuple[Span, ...] = ()
    hand: int = 0
    seen_by: tuple[Span, ...] = ()


def chains(attributions: Iterable[Attribution]) -> dict[str, tuple[Attribution, ...]]:
    """For each attribution, by its id, the way from the outlet's own voice to it. A circle of ``under`` is cut."""
    known = {a.id: a for a in attributions}
    return {id: tuple(reversed(list(_upwards(a, known)))) for id, a in known.items()}


def _upwards(attribution: Attribution, known: dict[str, Attribution]) -> Iterator[Attribution]:
    seen: set[str] = set()
    one: Attribution | None = attribution
    while one and one.id not in seen:
        seen.add(one.id)
        yield one
        one = known.get(one.under or "")

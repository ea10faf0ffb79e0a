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
    """

    kind: SourceKind
    span: Span | None
    description: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """PARC's and PolNeAR's triple. ``under`` is the attribution within whose content this one is said;
    following it leads to the outlet's own voice, which has no cue and is under nothing.

    ``voice``: "outlet" for that root; "direct" (the content is quoted), "indirect", "mixed" (part quoted),
    "thought" (beliefs, fears, intentions), "carried" (no cue of its own: an earlier one runs on).
    """

    id: str
    source: Source
    cue: Span | None
    content: tuple[Span, ...]
    voice: Voice
    under: str | None
    evidence: tuple[Span, ...] = ()
    why: tuple[str, ...] = ()


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

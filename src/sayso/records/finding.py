"""An open question about one report."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """A code, a sentence for the desk, the words it is about, the claims concerned (by id)."""

    code: str
    message: str
    spans: tuple[Span, ...]
    claims: tuple[str, ...] = ()

"""Desk checks: what an editor would ask of one report before printing it."""

from __future__ import annotations

from collections.abc import Callable

from sayso.lang import Pack
from sayso.records import CheckFinding, Reading

from .headline import headline_on_one_unnamed, headline_surer
from .names import headline_name_unnamed
from .picture import picture_of_another_time
from .sources import only_unnamed, single_source

__all__ = ["CHECKS", "CheckFinding", "check"]

CHECKS: tuple[Callable[[Reading, Pack], list[CheckFinding]], ...] = (
    headline_on_one_unnamed, headline_name_unnamed, headline_surer, single_source, only_unnamed, picture_of_another_time,
)  # fmt: skip


def check(reading: Reading, pack: Pack) -> tuple[CheckFinding, ...]:
    """All that the checks find in a reading, in the order of the text. They ask; they give no verdict on truth."""
    found = [finding for rule in CHECKS for finding in rule(reading, pack)]
    return tuple(sorted(found, key=lambda f: (f.spans, f.code)))

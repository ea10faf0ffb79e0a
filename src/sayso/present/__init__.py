"""A dossier shown: one page that works from disk, and a ledger for the terminal.

Each loads what it is drawn with when it is first asked for: a ledger needs no templates, a page no terminal.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.records import Dossier, Reading, Relations

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["comparison", "ledger", "listed", "page"]


def page(dossier: Dossier) -> str:
    """The whole dossier as one HTML document. Needs the templates of the package: else ``ResourceError``."""
    from . import html

    return html.page(dossier)


def ledger(reading: Reading) -> RenderableType:
    """One reading: who says, how surely, what; then places, dates, numbers, questions, problems."""
    from . import terminal

    return terminal.ledger(reading)


def comparison(readings: Sequence[Reading], relations: Relations) -> RenderableType:
    """Stories with their origins, then what claims are to one another."""
    from . import terminal

    return terminal.comparison(readings, relations)


def listed(reading: Reading) -> RenderableType:
    """Names of one reading that may stand on a sanctions list, with the reasons."""
    from . import terminal

    return terminal.listed(reading)

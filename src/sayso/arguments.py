"""What several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def _named(paths: list[str]) -> list[str]:
    if not all(paths):
        raise typer.BadParameter("a file without a name")  # pathlib takes it for the current folder
    return paths


def _some(context: typer.Context, paths: list[str] | None) -> list[str]:
    """Inputs, which only a case can do without."""
    if not paths and not context.params.get("file"):
        raise typer.BadParameter("name a file, a folder, or a case with --case")
    return _named(paths or [])


Inputs = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Text, HTML, PDF or DOCX files, folders, or - for stdin.", callback=_named)
]
MoreInputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]...", help="As for `sayso read`; files of readings (.jsonl, .jsonl.gz) too.", callback=_some),
]
InCase = Annotated[
    Path | None, typer.Option("--case", metavar="FILE", help="Keep everything in a case; made if need be.", dir_okay=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, as `sayso schema` describes it.")]


def finish(missed: int) -> None:
    """Ends a command, with 1 where an input was missed."""
    if missed:
        raise typer.Exit(1)

"""What several commands take."""

from __future__ import annotations

from typing import Annotated

import typer


def _named(paths: list[str]) -> list[str]:
    if not all(paths):
        raise typer.BadParameter("a file without a name")  # pathlib takes it for the current folder
    return paths


Inputs = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Text, HTML, PDF or DOCX files, folders, or - for stdin.", callback=_named)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, as `sayso schema` describes it.")]


def finish(missed: int) -> None:
    """Ends a command, with 1 where an input was missed."""
    if missed:
        raise typer.Exit(1)

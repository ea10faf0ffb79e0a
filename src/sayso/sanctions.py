"""Commands about sanctions lists: keep them, screen reports against them, mark listed names in a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import case
from .arguments import AsJson, Inputs, finish
from .errors import SaysoError
from .records import Reading
from .settings import load
from .shell import as_object, console, each, put, say

if TYPE_CHECKING:
    from .lists import Version

lists = typer.Typer(help="Sanctions lists that readings are screened against. Without a command: what is kept.")
Day = Annotated[str, typer.Option("--date", metavar="YYYY-MM-DD", help="The day that the list is of.")]


@lists.callback(invoke_without_command=True)
def show(context: typer.Context, json: AsJson = False) -> None:
    """List what is kept, unless a command is given."""
    if context.invoked_subcommand is None:
        lists_list(json)


@lists.command("add")
def lists_add(
    file: Annotated[Path, typer.Argument(help="UN, OFAC, EU, UK or OpenSanctions list, XML, CSV or JSON.", dir_okay=False)],
    name: Annotated[str, typer.Option(help="What to call the list; default: by its format.")] = "",
    date: Day = "",
) -> None:
    """Keep a list; readings made after that are screened against it."""
    added = case.add_list(file, load(), name, date)
    say(_told(added.version) + ("" if added.new else "; kept already, nothing new"))


@lists.command("list")
def lists_list(json: AsJson = False) -> None:
    """List the versions that are kept. With --json one object a line."""
    for v in case.kept_lists(load()):
        put(as_object(list=v.list, date=v.date, format=v.format, entries=v.entries, file=v.file) if json else _told(v))


@lists.command("remove")
def lists_remove(name: Annotated[str, typer.Argument(help="As `sayso lists` prints it.")], date: Day = "") -> None:
    """Remove a list, or its version of one day."""
    gone = case.remove_lists(name, load(), date)
    if not gone:
        raise SaysoError(f"no list {name!r}{f' of {date}' if date else ''}; `sayso lists` prints those that are kept")
    for version in gone:
        say(f"removed {_told(version)}")


def _told(version: Version) -> str:
    entries = f"{version.entries:,} entr{'y' if version.entries == 1 else 'ies'}"
    return f"{version.list} of {version.date}: {entries} from {version.file}"


def screen(files: Inputs, json: AsJson = False) -> None:
    """Names that may stand on your sanctions lists, as of each report's date. With --json one listing a line."""
    _need_lists()
    finish(each(files, _put_listings if json else _show_listings))


def _show_listings(one: Reading) -> None:
    from .present import listed

    console().print(listed(one), "")


def _put_listings(one: Reading) -> None:
    from .codec import plain

    spans = {m.id: m.span for m in one.mentions}
    for listing in one.listings:
        span = spans[listing.mention]
        words = {"report": one.report.id, "path": one.report.path, "span": plain(span), "words": span.of(one.report.text)}
        put(as_object(**words, **plain(listing)))


def mark(
    files: Inputs,
    style: Annotated[str, typer.Option(help="asterisk, plain, russian or numbered.")] = "asterisk",
    every: Annotated[bool, typer.Option("--every", help="Mark every mention, not only the first.")] = False,
    note: Annotated[str, typer.Option(help="Footnote, with {sign} {names} {list} {date} {entries}.")] = "",
    json: AsJson = False,
) -> None:
    """Print a text with marks on names that may be listed, and say which of its own marks are missing or wrong."""
    _need_lists()
    finish(each(files, lambda one: _put_marked(one, style, every, note, json)))


def _put_marked(one: Reading, style: str, every: bool, note: str, json: bool) -> None:
    made = case.mark(one, style, every, note)
    if json:
        from .codec import plain

        put(as_object(report=one.report.id, path=one.report.path, text=made.text, marks=plain(made.judged)))
        return
    put(made.text.rstrip("\n"))
    for j in made.judged:
        say(f"{one.report.path or one.report.id}: {j.verdict}: {' '.join(j.words.split())} at {j.span.start}: {j.why}")


def _need_lists() -> None:
    if not case.kept_lists(load()):
        raise SaysoError("no sanctions list is kept; `sayso lists add FILE` adds one")

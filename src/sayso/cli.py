"""The command line. Results go to standard output, everything else to standard error; see docs/commands.md.

Exit codes: 0 all well; 1 some inputs gave no reading, or something could not be done; 2 bad usage.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from . import __version__, case
from .arguments import AsJson, InCase, Inputs, MoreInputs, finish
from .errors import SaysoError
from .relating import accounts, disputes, explain, origins, outlets, stories
from .sanctions import lists, mark, screen
from .settings import load
from .shell import as_object, counted, print_readings, print_relations, put, reading, relating, say
from .start import main

__all__ = ["app", "main"]

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode=None)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def sayso(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """Who claims what in news reports, on whose word - and whether independent sources agree."""


@app.command()
def read(files: Inputs, json: AsJson = False) -> None:
    """Read reports: who says what, how surely, about whom, where, when, how many. With --json one object a line."""
    finish(print_readings(files, json))


@app.command()
def relate(
    files: MoreInputs = None,
    file: InCase = None,
    changed: Annotated[bool, typer.Option("--changed", help="Of a case: only the stories that changed.")] = False,
    why: Annotated[bool, typer.Option("--explain", help="Each relation with its sentences, its slots and the reason.")] = False,
    only: Annotated[list[str] | None, typer.Option("--relation", metavar="ID", help="Explain these: ids or kinds.")] = None,
    json: AsJson = False,
) -> None:
    """Relate reports: stories, origins, and what becomes of a claim when the next source speaks."""
    with relating(files or [], file) as (kept, missed):
        if why or only:
            explain(kept, changed, only or [], json)
        else:
            print_relations(kept, changed, json)
    finish(missed)


@app.command()
def dossier(
    paths: Inputs,
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder for index.html and dossier.json.", file_okay=False)],
    title: Annotated[str, typer.Option(help="What to call it; default: the first headline.")] = "",
    blur: Annotated[bool, typer.Option("--blur", help="Cover the words for unnamed sources.")] = False,
) -> None:
    """Write a dossier: a page that works from disk, and the same as JSON."""
    from .codec import dossier_to_json
    from .present import page

    with reading(paths) as found:
        made = case.dossier(title, found, blur, load())
    case.keep(out, {"index.html": page(made), "dossier.json": dossier_to_json(made) + "\n"})
    claims = sum(len(r.claims) for r in made.readings)
    say(f"{out / 'index.html'}: {counted(len(made.readings), 'report')}, {counted(claims, 'claim')}")
    finish(len(made.missed))


@app.command()
def schema() -> None:
    """Print the JSON Schema of what `read --json` and `relate --json` print."""
    import json

    from .codec import schema

    put(json.dumps(schema(), indent=1))


for command in (stories, origins, disputes, accounts, outlets):
    app.command()(command)
app.add_typer(lists, name="lists")
app.command()(screen)
app.command()(mark)


gazetteer = typer.Typer(no_args_is_help=True, help="Places of your own beside the shipped ones, and what a name may mean.")
app.add_typer(gazetteer, name="gazetteer")


@gazetteer.command("add")
def gazetteer_add(
    file: Annotated[Path, typer.Argument(help="A GeoNames dump, CSV, TSV, JSON or GeoJSON.", exists=True, dir_okay=False)],
    country: Annotated[str, typer.Option(help="ISO code (AF) of places whose records name no country.")] = "",
) -> None:
    """Add a file of places; readings made after that find them."""
    added = case.add_places(file, load(), country)
    say(f"{added.name}: {counted(added.places, 'place')} from {added.source}")


@gazetteer.command("list")
def gazetteer_list(json: AsJson = False) -> None:
    """List the gazetteers that you added. With --json one object a line."""
    for own in case.own_places(load()):
        line = f"{own.name}  {own.places:,}  {own.source}"
        put(as_object(name=own.name, places=own.places, source=own.source) if json else line)


@gazetteer.command("remove")
def gazetteer_remove(name: Annotated[str, typer.Argument(help="As `sayso gazetteer list` prints it.")]) -> None:
    """Remove a gazetteer that you added."""
    if not case.remove_places(name, load()):
        raise SaysoError(f"no gazetteer {name!r}; `sayso gazetteer list` prints those that are there")


@gazetteer.command("find")
def gazetteer_find(name: str, json: AsJson = False) -> None:
    """What a name may mean, most important first. With --json one object a line."""
    found = case.find_places(name, load())
    for e in found:
        where = f"{e['country'] or ''}  {e['lat']:.3f} {e['lon']:.3f}"
        put(as_object(**e) if json else f"{e['name']}  {e['kind']}  {where}  {e['population']:,}  by {e['matched']}")
    if not found:
        raise SaysoError(f"{name!r} is not in the gazetteer")

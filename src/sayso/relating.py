"""Commands about what reports have to do with one another: stories, origins, disputes, accounts, outlets, reasons.

Each takes reports, files of readings, or a case, and goes story by story.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import case
from .arguments import AsJson, InCase, MoreInputs, finish
from .errors import SaysoError
from .records import Relations
from .shell import console, put, relating

if TYPE_CHECKING:
    from rich.console import RenderableType

    from .case import Case
    from .present.view import View

_STORY = re.compile(r"(?:s-)?[0-9a-f]{3,16}")
OfStory = Annotated[str, typer.Option("--story", metavar="ID", help="One story alone: its id or the beginning of it.")]
Lines = Callable[["View"], Iterable[str]]
Shown = Callable[["View"], "RenderableType | None"]


def stories(files: MoreInputs = None, file: InCase = None, json: AsJson = False) -> None:
    """List stories: headline, days, outlets, and how many origins they are shown to have. With --json one a line."""
    from . import lines
    from .present import relating as shown

    _each(files or [], file, "", shown.story_lines, lines.stories if json else None)


def origins(files: MoreInputs = None, file: InCase = None, json: AsJson = False) -> None:
    """Who has it from whom: `sayso origins [STORY] FILE...`. STORY is an id or its beginning. With --json one story a line."""
    from . import lines
    from .present import relating as shown

    story, rest = _named_story(files or [])
    _each(rest, file, story, shown.origins, lines.origins if json else None)


def disputes(files: MoreInputs = None, file: InCase = None, story: OfStory = "", json: AsJson = False) -> None:
    """Who holds what, side by side, with the sentences. With --json one dispute a line."""
    from . import lines
    from .present import relating as shown

    _each(files or [], file, story, shown.disputes, lines.disputes if json else None)


def accounts(
    files: MoreInputs = None,
    file: InCase = None,
    story: OfStory = "",
    every: Annotated[bool, typer.Option("--all", help="Every slot, also events that nobody disputes.")] = False,
    json: AsJson = False,
) -> None:
    """The range of accounts: for each slot the values, by whom first, by how many origins. With --json one slot a line."""
    from . import lines
    from .present import relating as shown

    _each(files or [], file, story, lambda view: shown.accounts(view, every), lines.accounts if json else None)


def outlets(
    files: MoreInputs = None,
    file: InCase = None,
    weights: Annotated[bool, typer.Option("--weights", help="Add what their contested values weigh. No verdict.")] = False,
    json: AsJson = False,
) -> None:
    """Profiles of outlets: how often first, copying, contradicted, leaning on unnamed sources. With --json one a line."""
    from . import lines
    from .present import relating as shown

    profiles = case.profiles()
    with relating(files or [], file) as (kept, missed):
        for told in kept.told():
            profiles.add(kept.readings([id for s in told.stories for id in s.reports]), told)
    found = profiles.outlets(weights)
    for one in found if json else ():
        put(lines.outlet(one))
    if not json:
        console().print(shown.profiles(found, weights))
    finish(missed)


def explain(kept: Case, changed: bool, wanted: list[str], json: bool) -> None:
    """Relations with the two sentences, the slots under one another, and the reason in one line."""
    from . import lines
    from .present import relating as shown

    some = False
    for view in _views(kept.told(changed), kept):
        for one in shown.explained(view, wanted):
            some = True
            if json:
                put(lines.explained(one))
            else:
                console().print(shown.explanation(one))
    if wanted and not some:
        raise SaysoError(f"no relation {', '.join(wanted)}; `sayso relate --explain` prints all with their ids")


def _each(files: list[str], file: Path | None, story: str, show: Shown, as_json: Lines | None) -> None:
    """Shows every story, or the one asked for, as soon as its turn comes."""
    with relating(files, file) as (kept, missed):
        for view in _views(_only(story, kept), kept):
            if as_json:
                for line in as_json(view):
                    put(line)
            elif (part := show(view)) is not None:
                console().print(part)
    finish(missed)


def _views(told: Iterable[Relations], kept: Case) -> Iterator[View]:
    from .present.view import of_story

    for one in told:
        yield of_story(kept.readings([id for s in one.stories for id in s.reports]), one)


def _only(story: str, kept: Case) -> Iterable[Relations]:
    """The story whose id begins so; all where none is named. Raises where none or several do."""
    if not story:
        return kept.told()
    found = [one for one in kept.told() for s in one.stories if s.id.startswith((story, f"s-{story}"))]
    if len(found) != 1:
        number = f"{len(found)} stories begin with" if found else "no story"
        raise SaysoError(f"{number} {story!r}; `sayso stories` prints all with their ids")
    return found


def _named_story(words: list[str]) -> tuple[str, list[str]]:
    """The story and the files: a first word that is like an id, and no file, is a story."""
    if words and _STORY.fullmatch(words[0]) and not Path(words[0]).exists():
        return words[0], words[1:]
    return "", words

"""What a user can do with reports: read them, relate them, make a dossier. Everything is done by the rooms below."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import SaysoError
from .records import Dossier, Missed, Reading, Relations
from .settings import Settings

if TYPE_CHECKING:
    from .lists import Added, Store, Version
    from .lists.marking import Marked
    from .relate.outlets import Profiles
    from .resources import OwnPlaces
    from .run.cases import Case as Case

Progress = Callable[[int], None]
Known = Callable[[str, str], bool]


def read(
    paths: Sequence[str], settings: Settings, progress: Progress | None = None, known: Known | None = None
) -> Iterator[Reading | Missed]:
    """A reading a report, in the order of the inputs, as soon as there is one; what gave no report passes as ``Missed``.

    ``paths`` are files, folders, or "-" for standard input; files of readings (``.jsonl``) give those. Reports that are
    ``known`` (by id and fingerprint) are not read. Raises ``ResourceError`` where the installation lacks a part.
    """
    from . import run
    from .resources import Resources

    return run.inputs(paths, Resources(settings), progress, known)


def relate(readings: Sequence[Reading], settings: Settings | None = None) -> Relations:
    """Stories, their origins, and what claims are to one another. ``settings``: for the user's own publishing groups."""
    from .relate import relate

    return relate(readings, _groups(settings))


def _groups(settings: Settings | None) -> Path | None:
    from .relate.groups import OWN

    return settings.folder / OWN if settings else None


def opened(file: Path | None = None, settings: Settings | None = None) -> Case:
    """A case in a file, made if need be; without a file one that is gone when it is closed.

    ``with opened() as case: case.add(readings); for one in case.told(): ...`` gives relations a story at a time. Raises
    ``ResourceError`` where the file is something else, or made by another version.
    """
    from .run.cases import Case

    return Case(file, _groups(settings))


def profiles() -> Profiles:
    """Of outlets; ``add(readings, relations)`` takes one story after another, ``outlets()`` gives what they show."""
    from .relate.outlets import Profiles

    return Profiles()


def together(told: Iterable[Relations]) -> Relations:
    """Of several stories, as one value."""
    from .relate import together

    return together(told)


def dossier(title: str, found: Iterable[Reading | Missed], blur: bool = False, settings: Settings | None = None) -> Dossier:
    """Everything that was read, related, and what was missed; ``blur`` covers the words for unnamed sources."""
    from .dossier import blurred, build

    everything = list(found)
    readings = [r for r in everything if isinstance(r, Reading)]
    made = build(title, readings, relate(readings, settings), [m for m in everything if isinstance(m, Missed)])
    return blurred(made) if blur else made


def add_places(file: Path, settings: Settings, country: str = "") -> OwnPlaces:
    """Compiles a file of places into the user's data folder, where readings made after that find them.

    ``country`` is the ISO code of places whose records name none. Raises ``InputError`` where no place can be read.
    """
    from .resources import Resources

    return Resources(settings).add_places(file, country)


def own_places(settings: Settings) -> list[OwnPlaces]:
    """The gazetteers that the user added."""
    from .resources import Resources

    return Resources(settings).added()


def remove_places(name: str, settings: Settings) -> bool:
    """Whether there was one of that name to remove."""
    found = next((p for p in own_places(settings) if p.name == name), None)
    if found is not None:
        found.path.unlink()
    return found is not None


def find_places(name: str, settings: Settings) -> list[dict[str, str | float | None]]:
    """What the gazetteers have under a name, most important first, by field."""
    from .resources import Resources

    return [
        {
            "name": e.name, "kind": e.kind, "country": e.country, "division": e.admin1, "geonames": e.geonames,
            "lat": round(e.lat, 4), "lon": round(e.lon, 4), "radius_km": round(e.radius_km, 1), "population": e.population,
            "matched": e.matched,
        }
        for e in Resources(settings).gazetteer.find(name)
    ]  # fmt: skip


def add_list(file: Path, settings: Settings, name: str = "", date: str = "") -> Added:
    """Keeps a sanctions list in the user's data folder. Raises ``InputError`` where the file is none."""
    with _lists(settings) as store:
        return store.add(file, name, date)


def kept_lists(settings: Settings) -> list[Version]:
    """The versions of lists that the user keeps."""
    from .resources import LISTS

    if not (settings.folder / LISTS).is_file():
        return []
    with _lists(settings) as store:
        return store.versions()


def remove_lists(name: str, settings: Settings, date: str = "") -> list[Version]:
    """Takes out a list, or its version of one day; gives what was there to take out."""
    from .resources import LISTS

    if not (settings.folder / LISTS).is_file():
        return []
    with _lists(settings) as store:
        return store.remove(name, date)


def mark(reading: Reading, style: str, every: bool = False, note: str = "") -> Marked:
    """The text of a reading with marks on the names that may be listed. Raises ``SaysoError`` for an unknown style."""
    from .lists import marking

    return marking.mark(reading, marking.style(style, note), every)


def _lists(settings: Settings) -> closing[Store]:
    from .lists import Store
    from .resources import LISTS

    return closing(Store(settings.folder / LISTS))


def keep(folder: Path, files: dict[str, str]) -> None:
    """Writes files whole or not at all: each beside its place first, then moved there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            passing = folder / f".{name}.{os.getpid()}"
            try:
                passing.write_text(text, encoding="utf-8", errors="backslashreplace")
                passing.replace(folder / name)
            finally:
                with suppress(FileNotFoundError):
                    passing.unlink()
    except OSError as error:
        raise SaysoError(f"{folder}: cannot write: {error.strerror or error}") from error

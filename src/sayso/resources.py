"""What a process loads once, on first need: language packs, parsers, the gazetteer."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import sayso

from .errors import SaysoError
from .lang import Pack, load, packs
from .settings import Settings

if TYPE_CHECKING:
    from .ground import Gazetteer
    from .lists import Watch
    from .parse import Parser

GAZETTEERS = "gazetteers"  # below the user's data folder
LISTS = "lists.sqlite"
ERAS = "eras.tsv"
_PASSING = (".pyc", ".pyo")
_SMALL, _END = 1_000_000, 65_536


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """A gazetteer that the user added: its name, how many places it has, the file it came from and where it lies."""

    name: str
    places: int
    source: str
    path: Path


class Resources:
    """Nothing is loaded before it is asked for, and nothing twice: the first report pays, the others do not."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self._parsers: dict[str, Parser] = {}
        self._lock = threading.Lock()

    def language(self, tag: str | None) -> str | None:
        """The pack that reads a language tag: "en" for "en-GB"; None where there is none."""
        code = (tag or "").replace("_", "-").split("-")[0].lower()
        return code if code in self._packs else None

    def pack(self, code: str) -> Pack:
        """Raises ``ResourceError`` where there is no such pack."""
        return load(code)

    def parser(self, code: str) -> Parser:
        """The parser of a pack, loaded on first call."""
        with self._lock:
            if code not in self._parsers:
                from .parse import Parser

                self._parsers[code] = Parser(self.pack(code).folder, self.settings.threads)
            return self._parsers[code]

    def begin(self, tags: Iterable[str | None]) -> None:
        """Starts to load the parsers for these language tags, so that it is done by the time somebody asks."""
        wanted = sorted({code for tag in tags if (code := self.language(tag)) and code not in self._parsers})
        if wanted:
            import onnxruntime  # noqa: F401 - here, for two threads that import at once wait for one another

            from . import parse  # noqa: F401
        for code in wanted:
            threading.Thread(target=self._begun, args=(code,)).start()

    def _begun(self, code: str) -> None:
        with suppress(SaysoError):  # whoever asks for the parser is told
            self.parser(code)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        from .ground import Gazetteer

        return Gazetteer.open(more=self.own_places)

    @property
    def own_eras(self) -> Path:
        """The user's own table of eras, whether it is there or not."""
        return self.settings.folder / ERAS

    def add_places(self, file: Path, country: str = "") -> OwnPlaces:
        """A file of places compiled into the user's data folder. Raises ``InputError`` where it has none."""
        from .ground.importing import add

        return _own(add(file, self.settings.folder / GAZETTEERS, country))

    def added(self) -> list[OwnPlaces]:
        """What ``own_places`` holds."""
        return [_own(path) for path in self.own_places]

    @cached_property
    def own_places(self) -> tuple[Path, ...]:
        """The user's own gazetteers, in the order of their names."""
        return tuple(sorted((self.settings.folder / GAZETTEERS).glob("*.sqlite")))

    @cached_property
    def lists(self) -> Watch | None:
        """The user's sanctions lists; None where none is kept, which costs no more than to see that there is no file."""
        file = self.settings.folder / LISTS
        if not file.is_file():
            return None
        from .lists import Watch

        return Watch(file)

    @cached_property
    def fingerprint(self) -> str:
        """Digest of all that a reading depends on beside its report: code, packs, models, gazetteers, eras, lists, word limit."""
        digest = hashlib.blake2b(f"{sayso.__version__} {self.settings.max_words}".encode(), digest_size=8)
        for path in _files(Path(sayso.__file__).parent):
            digest.update(b"\0" + path.name.encode() + b"\0" + _content(path))
        for path in (*self.own_places, *([self.own_eras] if self.own_eras.is_file() else [])):
            digest.update(b"\0" + path.name.encode() + b"\0" + path.read_bytes())
        with suppress(SaysoError):  # a reading says what is wrong with the lists
            digest.update(self.lists.fingerprint.encode() if self.lists else b"")
        return digest.hexdigest()

    @cached_property
    def _packs(self) -> tuple[str, ...]:
        return packs()


def _own(path: Path) -> OwnPlaces:
    from .ground import Gazetteer

    with closing(Gazetteer.open(path)) as opened:
        return OwnPlaces(path.stem, opened.size, opened.source, path)


def _files(root: Path, deep: int = 2) -> list[Path]:
    """The package's own files: modules and data, two folders deep."""
    with os.scandir(root) as found:
        inside = sorted(found, key=lambda entry: entry.name)
    files = [Path(e.path) for e in inside if e.is_file() and "." in e.name and not e.name.endswith(_PASSING)]
    below = [Path(e.path) for e in inside if deep and e.is_dir() and e.name != "__pycache__"]
    return files + [path for folder in below for path in _files(folder, deep - 1)]


def _content(path: Path) -> bytes:
    """A file's bytes; of model weights and the gazetteer, too large to read at every start, the size and both ends."""
    size = path.stat().st_size
    if size <= _SMALL:
        return path.read_bytes()
    with path.open("rb") as file:
        head = file.read(_END)
        file.seek(-_END, os.SEEK_END)
        return str(size).encode() + head + file.read()

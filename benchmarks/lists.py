"""Screening against a list, beside reading the same reports: the goal is a tenth."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso import pipeline
from sayso.lists import Store, Version, Watch
from sayso.records import Reading, Report, Structure
from sayso.resources import Resources
from sayso.settings import Settings

GIVEN = ("Omar", "Mira", "Karim", "Orlan", "Sami", "Leyla", "Anton", "Dunya")
FAMILY = ("Velmar", "Haddad", "Teskan", "Sabz", "Orlov")
_ENTRY = """<INDIVIDUAL><FIRST_NAME>{given}</FIRST_NAME><SECOND_NAME>{middle}</SECOND_NAME><THIRD_NAME>{family}{n}</THIRD_NAME>
<REFERENCE_NUMBER>XXi.{n}</REFERENCE_NUMBER><UN_LIST_TYPE>X</UN_LIST_TYPE><LISTED_ON>2001-01-01</LISTED_ON></INDIVIDUAL>"""


def lines(texts: Sequence[Report], threads: int, data: Path, repeat: int) -> Iterator[str]:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        resources = Resources(Settings(threads=threads, home=str(home)))
        pipeline.read(texts[:2], resources)
        began = time.perf_counter()
        readings = pipeline.read(texts, resources)
        reading = time.perf_counter() - began
        version = kept(home / "lists.sqlite", data)
        took = min(screened(readings, home / "lists.sqlite") for _ in range(repeat))
    yield f"screening {len(texts)} reports against {version.entries:,} entries ({version.file}), each time with empty caches"
    yield f"  reading {reading:.2f} s, screening {took:.2f} s"
    yield f"screening / reading: {took / reading:.3f} (goal <= 0.1)"


def kept(file: Path, data: Path) -> Version:
    """The newest UN list of the data folder, or 1,000 invented persons."""
    found = sorted((data / "lists").glob("un-*.xml"))
    store = Store(file)
    version = store.add(found[-1] if found else _invented(file.parent / "invented.xml")).version
    store.close()
    return version


def _invented(path: Path) -> Path:
    people = (
        _ENTRY.format(given=GIVEN[n % 8], middle=GIVEN[n // 8 % 8], family=FAMILY[n % 5], n=f"{n:04d}".translate(_LETTERS))
        for n in range(1000)
    )
    text = f'<CONSOLIDATED_LIST dateGenerated="2001-01-01"><INDIVIDUALS>{"".join(people)}</INDIVIDUALS></CONSOLIDATED_LIST>'
    path.write_text(text, encoding="utf-8")
    return path


_LETTERS = str.maketrans("0123456789", "abdegiklmo")


def screened(readings: Sequence[Reading], file: Path) -> float:
    """Seconds that screening takes from the opening of the file on."""
    began = time.perf_counter()
    watch = Watch(file)
    for one in readings:
        watch.screen(one.report, Structure((), one.mentions, one.entities))
    return time.perf_counter() - began

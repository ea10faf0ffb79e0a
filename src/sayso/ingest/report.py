"""One original to one report."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePath

from sayso.errors import InputError
from sayso.records import Missed, Problem, Report, digest
from sayso.settings import Settings

from .draft import Draft
from .encoding import decode
from .files import Original, find, read, sized
from .language import language
from .plain import read_plain
from .sniff import binary_format, is_html, refuse_markup


def ingest(source: Path | Original, settings: Settings) -> Report:
    """The report in a file, in standard input (``Path("-")``) or in bytes with a name; ``InputError`` where there is none.

    The id is a digest of the bytes and the file's own name, without its folder: the same on every machine, and two
    copies under different names stay two reports.
    """
    original = read(source, settings.max_bytes) if isinstance(source, Path) else sized(source, settings.max_bytes)
    draft = _draft(original, settings)
    if not draft.text.strip():
        raise InputError(original.name, "no text in it")
    sha = hashlib.sha256(original.data).hexdigest()
    return Report(
        id=digest("r", sha, PurePath(original.name).name),
        text=draft.text,
        blocks=draft.blocks,
        publisher=draft.publisher,
        language=language(draft.text, draft.language),
        published=draft.published,
        url=draft.url,
        byline=draft.byline,
        sha256=sha,
        title=draft.title,
        path=original.name,
        offsets=draft.offsets,
    )


def _draft(original: Original, settings: Settings) -> Draft:
    match binary_format(original):
        case "pdf":
            from .pdf import read_pdf

            return read_pdf(original)
        case "docx":
            from .word import read_docx

            return read_docx(original, settings.max_bytes)
    source = decode(original)
    if is_html(source, original.name):
        from .html import read_html

        return read_html(source)
    refuse_markup(source, original.name)
    return read_plain(source)


def reports(paths: Iterable[Path | str], settings: Settings) -> Iterator[Report | Missed]:
    """Every report under the paths in order; a file that gives none comes as ``Missed`` and the others go on.

    Ids are unique within one run: the second file of the same bytes and name (in another folder) gets one of its own.
    """
    times: Counter[str] = Counter()
    for path in find(paths):
        try:
            report = ingest(path, settings)
        except InputError as error:
            yield Missed(error.path, Problem("ingest", error.reason))
            continue
        times[report.id] += 1
        again = times[report.id]
        yield report if again == 1 else replace(report, id=digest("r", report.sha256, PurePath(report.path or "").name, again))

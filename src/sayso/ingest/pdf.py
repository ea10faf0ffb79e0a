"""A PDF to a draft: lines by their places on the page, joined to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sayso.errors import InputError

from .draft import Draft
from .files import Original

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

_MOST_PAGES = 2000
# PDFium's marks for a hyphen at a line's end that is no part of the word.
_SOFT_HYPHEN = re.compile(r"[\ufffe\x02\xad]\s*(?=[a-z])")
_HYPHEN = re.compile(r"[\ufffe\x02\xad]")
_BULLET = re.compile(r"[•●▪■◦‣]\s*\S")


class _Line(NamedTuple):
    text: str
    left: float
    bottom: float
    height: float
    page: int


def read_pdf(original: Original) -> Draft:
    """The text of a PDF. ``InputError`` where it is damaged, locked, or holds pictures of text only."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(original.data)
    except PdfiumError as error:
        raise InputError(original.name, _reason(str(error))) from error
    try:
        lines = _without_furniture(_lines(document))
    except PdfiumError as error:
        raise InputError(original.name, "damaged PDF") from error
    finally:
        document.close()
    if not lines:
        raise InputError(original.name, "a PDF without text; scanned pages need text recognition first")
    return Draft(_paragraphs(lines))


def _reason(message: str) -> str:
    return "locked with a password" if "assword" in message or "ecurity" in message else "damaged PDF"


def _lines(document: PdfDocument) -> list[_Line]:
    found: list[_Line] = []
    for number in range(min(len(document), _MOST_PAGES)):
        page = document[number]
        textpage = page.get_textpage()
        found += _page_lines(textpage, number)
        textpage.close()
        page.close()
    return found


def _page_lines(page: PdfTextPage, number: int) -> list[_Line]:
    found, at = [], 0
    whole: str = page.get_text_range(errors="ignore")
    for raw in re.split(r"(\r?\n)", whole):
        text = raw.strip()
        if text:
            index = min(at + len(raw) - len(raw.lstrip()), page.count_chars() - 1)
            left, bottom, _, _ = page.get_charbox(index, loose=True)
            _, low, _, high = page.get_charbox(min(index + len(text) // 2, page.count_chars() - 1), loose=True)
            found.append(_Line(" ".join(text.split()), left, bottom, high - low, number))
        at += len(raw)
    return found


def _without_furniture(lines: list[_Line]) -> list[_Line]:
    """Without running heads and page numbers: first and last lines that come on most pages, digits apart."""
    pages: dict[int, list[_Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    if len(pages) < 2:
        return lines
    edges = {line for page in pages.values() for line in (page[0], page[-1])}
    common = Counter(_shape(line) for line in edges)
    return [
        line
        for line in lines
        if line not in edges or not (_shape(line) in ("#", "page #") or common[_shape(line)] * 2 > len(pages))
    ]


def _shape(line: _Line) -> str:
    return re.sub(r"[\s\d/|–-]+", "#", line.text).strip("# ").lower() or "#"


def _paragraphs(lines: list[_Line]) -> str:
    """Lines joined where they follow at the usual distance; an empty line where the page leaves a gap."""
    pitches = sorted(_pitches(lines)) or [0.0]
    usual = pitches[len(pitches) // 4]  # in a short text half the steps are between paragraphs
    parts = [lines[0].text]
    for above, line in pairwise(lines):
        if _breaks(above, line, usual):
            parts.append("\n\n" + line.text)
        else:
            parts.append(" " + line.text)
    return _HYPHEN.sub("-", _SOFT_HYPHEN.sub("", "".join(parts)))


def _pitches(lines: list[_Line]) -> list[float]:
    return [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page and a.bottom > b.bottom]


def _breaks(above: _Line, line: _Line, usual: float) -> bool:
    if above.page != line.page:
        return above.text.endswith((".", "?", "!", "”", '"', ":")) and not line.text[:1].islower()
    pitch = above.bottom - line.bottom
    if pitch < 0:  # the next column
        return not line.text[:1].islower()
    indented = line.left - above.left > line.height * 0.8 and above.text.endswith((".", "?", "!", "”", '"'))
    resized = max(above.height, line.height) > 1.25 * min(above.height, line.height)
    return pitch > usual * 1.3 or resized or indented or _BULLET.match(line.text) is not None

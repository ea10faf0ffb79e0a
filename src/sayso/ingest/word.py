"""A DOCX file to a draft: its paragraphs, tables and notes in order."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sayso.errors import InputError
from sayso.records import Block, BlockKind, Span

from .draft import Draft
from .files import Original

if TYPE_CHECKING:
    from docx.document import Document

_STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "headline"), ("subtitle", "headline"), ("heading 1", "headline"), ("caption", "caption"), ("list", "list"),
    ("quote", "quote"), ("intense quote", "quote"), ("footnote", "footnote"),
)  # fmt: skip
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CONTAINERS = {f"{_W}{name}" for name in ("tbl", "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-"}
_UNSEEN = {f"{_W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "delText", "instrText")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}


def read_docx(original: Original, limit: int) -> Draft:
    """The text of a DOCX. ``InputError`` where it is damaged, is another kind of archive, or unpacks beyond ``limit``."""
    _weigh(original, limit)
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = Document(io.BytesIO(original.data))
        styles = {style.style_id: (style.name or "").lower() for style in document.styles}
        passages = [*_body(document.element.body, styles), *_footnotes(document)]
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, RecursionError, zipfile.BadZipFile, OSError) as error:
        raise InputError(original.name, "damaged DOCX") from error
    return _draft(passages)


def _weigh(original: Original, limit: int) -> None:
    """Refuses an archive by what its directory says, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(original.data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise InputError(original.name, "damaged: its archive cannot be opened") from error
    if not any(entry.filename == "word/document.xml" for entry in entries):
        raise InputError(original.name, "an archive, but not a DOCX report")
    if any(entry.flag_bits & 1 for entry in entries):
        raise InputError(original.name, "locked with a password")
    markup = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if markup > limit or sum(entry.file_size for entry in entries) > 4 * limit:
        raise InputError(original.name, f"unpacks to more than {limit:,} bytes (setting max_bytes)")


def _body(element: Any, styles: dict[str, str]) -> Iterator[tuple[BlockKind | None, str]]:
    """(kind by style, text) of each paragraph, and of each row of a table; form fields and insertions included."""
    for child in element:
        if child.tag == f"{_W}p":
            yield _kind(child, styles), "".join(_characters(child))
        elif child.tag == f"{_W}tr":
            cells = (" ".join("".join(_characters(cell)).split()) for cell in child.iterchildren(f"{_W}tc", f"{_W}sdt"))
            yield "table", "\t".join(cells)
        elif child.tag in _CONTAINERS:
            yield from _body(child, styles)


def _characters(element: Any) -> Iterator[str]:
    """The characters that a reader sees: without what was deleted, and text boxes once."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _UNSEEN:
            yield from _characters(child)
            if child.tag == f"{_W}p":  # of a text box or a cell
                yield "\n"


def _kind(paragraph: Any, styles: dict[str, str]) -> BlockKind | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(style.get(f"{_W}val"), "") if style is not None else ""
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    return next((kind for known, kind in _STYLES if name.startswith(known)), "list" if numbered else None)


def _footnotes(document: Document) -> Iterator[tuple[BlockKind | None, str]]:
    from docx.oxml.parser import parse_xml

    for relation in document.part.rels.values():
        if relation.reltype == _NOTES and not relation.is_external:
            for note in parse_xml(relation.target_part.blob).iterfind(f"{_W}footnote"):
                yield "footnote", "".join(_characters(note))


def _draft(passages: list[tuple[BlockKind | None, str]]) -> Draft:
    """Empty lines between passages; one without a telling style is a paragraph, for ``lay_out`` to look at."""
    text, blocks = "", []
    for kind, passage in passages:
        passage = re.sub(r"[^\S\n]+", " ", passage).strip() if kind != "table" else passage.strip()
        if passage:
            start = len(text) + 2 if text else 0
            text += ("\n\n" if text else "") + passage
            blocks.append(Block(kind or "paragraph", Span(start, len(text))))
    return Draft(text, tuple(blocks))

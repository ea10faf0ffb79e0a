"""Telling formats apart, by what stands in the file first and by its name second."""

from __future__ import annotations

import re
from typing import Literal

from sayso.errors import InputError

from .files import Original

Format = Literal["pdf", "docx", "text"]

# Magic numbers of what people have in such folders and sayso does not read.
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Office file, or one locked with a password"),
    (b"{\\rtf", "an RTF file; save it as DOCX or text"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title)\b[^<>]{0,2000}>", re.IGNORECASE)


def binary_format(original: Original) -> Format:
    """ "pdf", "docx", or "text" for everything that has yet to be decoded; ``InputError`` for other binary files."""
    name, data = original
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise InputError(name, f"{what}, not a report")
    suffix = name.lower().rpartition(".")[2]
    if suffix in ("pdf", "docx"):
        raise InputError(name, f"damaged: not a {suffix.upper()} file although it is named so")
    return "text"


def is_html(text: str, name: str) -> bool:
    """Whether decoded characters are a web page: a page's tags near the start, or the name and any tag at all."""
    head = text[:4000].lstrip()
    if re.match(r"<(?:\?xml|!doctype html|html)\b", head, re.IGNORECASE):
        return _TAG.search(head) is not None
    if head.startswith("<") and _TAG.search(head):
        return True
    return name.lower().endswith((".html", ".htm", ".xhtml")) and re.search(r"</?[a-zA-Z][^<>]{0,500}>", text) is not None


def refuse_markup(text: str, name: str) -> None:
    """``InputError`` for feeds and other XML, which hold many reports or none."""
    head = text[:1000].lstrip()
    if re.match(r"<(?:rss|feed|rdf:RDF)\b", re.sub(r"^<\?xml.{0,300}?\?>\s*", "", head, flags=re.DOTALL)):
        raise InputError(name, "a feed, not a report")
    if head.startswith("<?xml"):
        raise InputError(name, "an XML file, not a report")

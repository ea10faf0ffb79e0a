"""Bytes to characters."""

from __future__ import annotations

import codecs
import re

from sayso.errors import InputError

from .files import Original

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta\s[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# Typographic quotes, dashes and the ellipsis of Windows code pages: what Western wire copy has beyond ASCII.
_WINDOWS_MARKS = frozenset(
    b"\x80\x82\x84\x85\x8b\x91\x92\x93\x94\x95\x96\x97\x9b\xa0\xa3\xab\xb0\xb7\xbb\xe9\xe8\xf1\xf3\xe1\xed\xfc\xf6\xe4"
)


def decode(original: Original) -> str:
    """The characters of a text or web page, without byte order mark. ``InputError`` where they are not text."""
    text = _characters(original.data)
    if text is None:
        raise InputError(original.name, "not text in any known encoding")
    sample = text[:100_000]
    if len(_CONTROL.findall(sample)) * 200 > len(sample):
        raise InputError(original.name, "not text: it holds control characters")
    return text


def _characters(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    wide = _wide(data)
    if wide:
        return _strict(data, wide)
    attempts = (_utf8, _declared, _windows, _guessed)
    return next((text for attempt in attempts if (text := attempt(data)) is not None), None)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of mostly Latin text is zero."""
    head = data[:2000]
    if len(head) < 4 or b"\0" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 2.5 < len(head) / 2 or min(even, odd) * 10 > len(head) / 2:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf8(data: bytes) -> str | None:
    """UTF-8, also with a few damaged characters among many good ones."""
    text = _strict(data, "utf-8")
    if text is not None:
        return text
    mended = data.decode("utf-8", errors="replace")
    bad, good = mended.count("\ufffd"), sum(1 for c in mended if c > "\x7f") - mended.count("\ufffd")
    return mended if bad * 10 <= good else None


def _declared(data: bytes) -> str | None:
    """What the page's own ``<meta charset>`` says. Browsers read Latin-1 as Windows-1252, and so do we."""
    match = _META.search(data[:4096])
    if match is None:
        return None
    name = match.group(1).decode("ascii").lower()
    return _strict(data, "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else name)


def _windows(data: bytes) -> str | None:
    """Windows-1252 where nearly all is ASCII and the rest are its quotes, dashes and Western letters."""
    high = [byte for byte in data if byte > 0x7F]
    known = sum(byte in _WINDOWS_MARKS for byte in high)
    if len(high) * 20 > len(data) or known * 10 < len(high) * 8:
        return None
    return _strict(data, "cp1252")


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    return None if best is None else data.decode(best.encoding, errors="replace")

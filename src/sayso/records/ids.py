"""Ids are digests of named fields, so that every machine gives the same ones."""

from __future__ import annotations

import hashlib


def digest(kind: str, *fields: object) -> str:
    """``kind`` and sixteen hexadecimal digits over the fields: ``digest("m", report, 3, 9)``."""
    body = "\x1f".join(str(f) for f in fields)
    return f"{kind}-{hashlib.blake2b(body.encode(), digest_size=8).hexdigest()}"

"""Readings that were printed before: one a line, as ``sayso read --json`` prints them, plain or in a gzip file."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from sayso.codec import reading_from_json
from sayso.records import Missed, Problem, Reading

SUFFIXES = (".jsonl", ".jsonl.gz")
LONGEST = 50  # bytes of a reading for one of its report
_WHAT = "not a reading as `sayso read --json` prints it"


def is_lines(path: str) -> bool:
    return path.lower().endswith(SUFFIXES)


def lines(path: str, max_bytes: int) -> Iterator[Reading | Missed]:
    """In the order of the file; a line that holds no reading is named. Where the first holds none, nor is the rest looked at."""
    try:
        with _opened(path) as file:
            yield from _read(path, file, max_bytes * LONGEST)
    except FileNotFoundError:
        yield _missed(path, "no such file")
    except (OSError, EOFError, zlib.error) as error:
        yield _missed(path, f"cannot be read: {getattr(error, 'strerror', None) or error}")


def _opened(path: str) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path) if path.lower().endswith(".gz") else Path(path).open("rb"))


def _read(path: str, file: BinaryIO, longest: int) -> Iterator[Reading | Missed]:
    number, good = 0, 0
    while line := file.readline(longest + 1):
        number += 1
        if not line.strip():
            continue
        reading = _reading(line) if len(line) <= longest else None
        good += reading is not None
        yield reading or _missed(path, f"line {number:,}: {_WHAT}")
        if not good or len(line) > longest:
            return
    if not number:
        yield _missed(path, "empty")


def _reading(line: bytes) -> Reading | None:
    try:
        reading = reading_from_json(line)
    except ValueError:  # pydantic's own is one
        return None
    return reading if whole(reading) else None


def whole(reading: Reading) -> bool:
    """Whether spans lie in the text and what is referred to is there: what others have written by hand may lack it."""
    end, mentions = len(reading.report.text), {m.id for m in reading.mentions}
    said = {a.id for a in reading.attributions}
    spans = [m.span for m in reading.mentions] + [c.span for c in reading.claims] + [b.span for b in reading.report.blocks]
    spans += [s for a in reading.attributions for s in (*a.content, *([a.cue] if a.cue else []))]
    named = {m for e in reading.entities for m in e.mentions} | {g.mention for g in reading.groundings}
    named |= {r.mention for c in reading.claims for r in c.roles}
    voices = {c.said for c in reading.claims} | {a.under for a in reading.attributions if a.under}
    return named <= mentions and voices <= said and all(0 <= s.start <= s.end <= end for s in spans)


def _missed(path: str, reason: str) -> Missed:
    return Missed(path, Problem("ingest", reason))

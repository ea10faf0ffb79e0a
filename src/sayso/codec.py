"""JSON for every record: the contract that users and their programs depend on."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any

from .records import Account, Dossier, Outlet, Reading, Relations, Report, Story, Transfer

if TYPE_CHECKING:
    from pydantic import TypeAdapter


_SPOOL, _PIECE = 4_000_000, 1_000_000


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """pydantic's adapter over a plain dataclass, built once a process, to read back and for the schema."""
    from pydantic import TypeAdapter  # takes longer to load than a short report takes to write

    return TypeAdapter(kind)


def reading_to_json(reading: Reading) -> str:
    """One reading as one line of JSON."""
    return json.dumps(plain(reading), ensure_ascii=False, separators=(",", ":"))


def reading_from_json(line: str | bytes) -> Reading:
    """The reading of a line that ``reading_to_json`` wrote; raises ``pydantic.ValidationError``."""
    return adapter(Reading).validate_json(line)  # type: ignore[no-any-return]


def relations_to_json(relations: Relations) -> str:
    return json.dumps(plain(relations), ensure_ascii=False)


def relations_in_pieces(told: Iterable[Relations]) -> Iterator[str]:
    """What ``relations_to_json`` gives for the relations of several stories together, with one story's in memory at a time."""
    from tempfile import SpooledTemporaryFile

    with ExitStack() as stack:
        parts = {n: stack.enter_context(SpooledTemporaryFile(_SPOOL, "w+", encoding="utf-8")) for n in _names(Relations)}
        for one in told:
            for name, part in parts.items():
                for value in getattr(one, name):
                    part.write((", " if part.tell() else "") + json.dumps(plain(value), ensure_ascii=False))
        for n, (name, part) in enumerate(parts.items()):
            part.seek(0)
            yield f'{", " if n else "{"}"{name}": ['
            yield from iter(lambda: part.read(_PIECE), "")  # noqa: B023 - read at once
            yield "]"
    yield "}"


def dossier_to_json(dossier: Dossier) -> str:
    return json.dumps(plain(dossier), ensure_ascii=False, indent=1)


def plain(value: Any) -> Any:
    """A record as dictionaries, lists, strings and numbers; spans become ``[start, end]``, a number without end null."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, tuple | list):
        return [plain(v) for v in value]
    return {name: plain(getattr(value, name)) for name in _names(value.__class__)}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind))


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of what ``sayso read --json`` and ``sayso relate --json`` print, and of records of others."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "reading": adapter(Reading).json_schema(mode="serialization"),
        "relations": adapter(Relations).json_schema(mode="serialization"),
        "report": adapter(Report).json_schema(mode="serialization"),
        "account": adapter(Account).json_schema(mode="serialization"),
        "story": adapter(Story).json_schema(mode="serialization"),
        "transfer": adapter(Transfer).json_schema(mode="serialization"),
        "outlet": adapter(Outlet).json_schema(mode="serialization"),
    }

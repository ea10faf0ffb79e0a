"""Lines of points as few bytes: thousandths of a degree, each point by its distance from the one before."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Line = npt.NDArray[np.float64]  # rows of latitude and longitude
_UNIT = 1000  # to the degree, about a hundred metres
_STEP = 32_000  # the most that two bytes hold
_HEAD = struct.Struct("<Iii")


def pack(lines: Iterable[Line]) -> bytes:
    return zlib.compress(b"".join(_packed(np.rint(np.asarray(line) * _UNIT).astype(np.int64)) for line in lines), 9)


def _packed(points: npt.NDArray[np.int64]) -> bytes:
    steps = np.diff(points, axis=0)
    far = np.flatnonzero(np.abs(steps).max(axis=1, initial=0) > _STEP)
    if len(far):  # half-way there is another point
        return _packed(np.insert(points, far + 1, (points[far] + points[far + 1]) // 2, axis=0))
    return _HEAD.pack(len(points), *(int(v) for v in points[0])) + steps.T.astype("<i2").tobytes()


def unpack(data: bytes) -> tuple[Line, ...]:
    raw, at, lines = zlib.decompress(data), 0, []
    while at < len(raw):
        count, lat, lon = _HEAD.unpack_from(raw, at)
        at += _HEAD.size
        steps = np.frombuffer(raw, "<i2", 2 * (count - 1), at).reshape(2, -1).T
        at += 4 * (count - 1)
        points = np.vstack([[(lat, lon)], steps]).cumsum(axis=0, dtype=np.int64)
        lines.append(points / _UNIT)
    return tuple(lines)

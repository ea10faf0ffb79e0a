"""Hulls of countries, divisions and borders: what "northern X" and "the border of X and Y" are parts of."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_HULLS = Path(__file__).parent.parent / "data" / "hulls.tsv"
Point = tuple[float, float]  # latitude, longitude


@lru_cache(maxsize=1)
def _lines() -> dict[str, str]:
    rows = (line.partition("\t") for line in _HULLS.read_text("utf-8").splitlines() if line and line[0] != "#")
    return {key: points for key, _, points in rows}


@lru_cache(maxsize=256)
def hull_of(key: str) -> tuple[Point, ...]:
    """Of "AF", "US.KS" or "AF|TJ"; empty where there is none."""
    numbers = [int(n) / 100 for n in _lines().get(key, "").split()]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def border_of(country: str, other: str) -> tuple[Point, ...]:
    """What lies near the border of two countries, by their codes."""
    return hull_of("|".join(sorted((country, other))))

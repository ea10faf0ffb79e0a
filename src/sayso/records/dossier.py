"""A dossier: readings and their relations, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from .reading import Problem, Reading
from .relation import Relations


@dataclass(frozen=True, slots=True)
class Missed:
    """An input that gave no report, and why."""

    path: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class Dossier:
    title: str
    readings: tuple[Reading, ...]
    relations: Relations
    missed: tuple[Missed, ...]
    fingerprint: str

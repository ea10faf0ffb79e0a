"""What a piece of work costs, counted and not timed: a busy machine changes nothing of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import sayso

HOME = str(Path(sayso.__file__).parent)


def steps(work: Callable[[], object]) -> int:
    """How many lines of sayso's own code ``work`` runs, turns of loops and comprehensions counted each.

    What libraries and built-in functions do inside one line is not seen: ``python -m benchmarks.growth`` measures that.
    """
    count = 0

    def line(_frame: FrameType, _event: str, _arg: Any) -> Callable[..., Any]:
        nonlocal count
        count += 1
        return line

    def call(frame: FrameType, event: str, arg: Any) -> Callable[..., Any] | None:
        return line(frame, event, arg) if frame.f_code.co_filename.startswith(HOME) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def linear(work: Callable[[int], object], small: int, large: int, slack: float = 1.3) -> bool:
    """Whether ``work(large)`` takes no more steps than in proportion to ``work(small)``."""
    least = steps(lambda: work(small))
    assert least, "nothing of sayso's ran"
    return steps(lambda: work(large)) <= slack * large / small * least

"""What the encoder reads at once: whole blocks together, and long blocks in overlapping parts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from .encode import Ints

WORDS = 180
PIECES = 498  # with [CLS] and [SEP], what the encoder was trained on
OVERLAP = 60
# A block of more words than this is divided for good, so that no single block decides how much memory is held.
LONGEST_CHAIN = 4000


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``first:stop`` of a text; ``blocks`` are the first words of the blocks in it."""

    first: int
    stop: int
    blocks: tuple[int, ...]


Chain = tuple[Window, ...]  # one window, or the overlapping windows of one long block


def pack(blocks: list[tuple[int, int]], at: Ints) -> list[Chain]:
    """Chains of windows over all blocks, in the order of the text. ``at`` gives each word's first piece."""
    chains: list[Chain] = []
    run: list[tuple[int, int]] = []
    for block in (part for b in blocks for part in _parts(b)):
        if _fits(block[0], block[1], at):
            run.append(block)
            continue
        chains += [(w,) for w in _together(run, at)]
        chains.append(_overlapping(block, at))
        run = []
    return chains + [(w,) for w in _together(run, at)]


def _fits(first: int, stop: int, at: Ints) -> bool:
    return stop - first <= WORDS and int(at[stop] - at[first]) <= PIECES


def _parts(block: tuple[int, int]) -> list[tuple[int, int]]:
    cuts = [*range(block[0], block[1], LONGEST_CHAIN), block[1]]
    return list(pairwise(cuts))


def _together(run: list[tuple[int, int]], at: Ints) -> list[Window]:
    """Neighbouring blocks in windows of about equal length: two of 100 words rather than 180 and 20."""
    if not run:
        return []
    words, pieces = run[-1][1] - run[0][0], int(at[run[-1][1]] - at[run[0][0]])
    count = max(-(-words // WORDS), -(-pieces // PIECES))
    aim = words / count
    windows, held = [], [run[0]]
    for block in run[1:]:
        first = held[0][0]
        if not _fits(first, block[1], at) or (block[0] + block[1]) / 2 - first > aim:
            windows.append(_window(held))
            held = []
        held.append(block)
    return [*windows, _window(held)]


def _window(held: list[tuple[int, int]]) -> Window:
    return Window(held[0][0], held[-1][1], tuple(a for a, _ in held))


def _overlapping(block: tuple[int, int], at: Ints) -> Chain:
    windows, first = [], block[0]
    while True:
        stop = min(first + WORDS, block[1], int(np.searchsorted(at, at[first] + PIECES, side="right")) - 1)
        windows.append(Window(first, stop, (block[0],) if first == block[0] else ()))
        if stop == block[1]:
            return tuple(windows)
        first = stop - min(OVERLAP, (stop - first) // 3)

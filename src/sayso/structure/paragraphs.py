"""Where the paragraphs of a plain text begin and end: empty lines, single lines, or lines wrapped at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from sayso.records import Span

_LINE = re.compile(r"[^\S\n]*(\S[^\n]*)")
_SENTENCE_END = (".", "!", "?", '."', ".”", '?"', "?”", '!"', "!”", ".'", ".’", ":", ".)", "…", ".*")
_HEAD = 6  # lines in which headline, by-line and dateline stand
_WIDEST = 110  # characters; nobody wraps wider, and few paragraphs of several sentences are shorter


def paragraphs(text: str, within: Span | None = None, opens: Callable[[str], bool] | None = None) -> list[Span]:
    """Paragraphs in order, trimmed, covering all that is not white space.

    Lines of a wrapped text ("...was\\nseen in Kabul") are one paragraph until an empty line, an indented line, or a line
    that ends early after a full stop. In other texts every line is a paragraph. ``opens`` says of a line that it begins a
    paragraph whatever stands before; it is asked of the first lines, where headline, by-line and dateline follow one another.
    """
    groups = list(_groups(text, within or Span(0, len(text))))
    width = _wrapped_width(text, groups)
    found = [
        part
        for i, group in enumerate(groups)
        for part in (_unwrap(text, group, width, opens if i == 0 else None) if width else group)
    ]
    return [Span(line.start, line.end) for line in found]


def _groups(text: str, within: Span) -> Iterator[list[Span]]:
    """Lines without an empty line between them."""
    group: list[Span] = []
    for match in _LINE.finditer(text, within.start, within.end):
        line = Span(match.start(1), match.start(1) + len(match.group(1).rstrip()))
        if group and text.count("\n", group[-1].end, line.start) > 1:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _wrapped_width(text: str, groups: list[list[Span]]) -> int:
    """The width at which the text's lines are wrapped; 0 where they are not."""
    inner = [line for group in groups for line in group[:-1]]
    lengths = sorted(line.end - line.start for line in inner)
    if not inner or lengths[len(lengths) * 19 // 20] > _WIDEST:
        return 0
    if not 40 <= (lengths[(len(lengths) - 1) // 2] + lengths[len(lengths) // 2]) / 2 <= _WIDEST:  # the median
        return 0
    running = sum(not line.of(text).endswith(_SENTENCE_END) for line in inner)
    continued = sum(_continues(text, line, after) for group in groups for line, after in pairwise(group))
    if running * 2 < len(inner) or continued * 4 < len(inner):
        return 0
    return lengths[len(lengths) * 9 // 10]


def _continues(text: str, line: Span, after: Span) -> bool:
    """Whether the next line goes on in the middle of a sentence: upper-case copy has no lower-case letter to show it."""
    first = text[after.start]
    return not line.of(text).endswith(_SENTENCE_END) and (first.islower() or line.of(text).isupper() or first.isdigit())


def _unwrap(text: str, group: list[Span], width: int, opens: Callable[[str], bool] | None) -> Iterator[Span]:
    start = group[0].start
    for i, (line, after) in enumerate(pairwise(group)):
        head = opens is not None and i < _HEAD and opens(after.of(text))
        if head or _ends(text, line, after, width):
            yield Span(start, line.end)
            start = after.start
    yield Span(start, group[-1].end)


def _ends(text: str, line: Span, after: Span, width: int) -> bool:
    """Whether a line of a wrapped text is a paragraph's last."""
    length = line.end - line.start
    first_word = next(iter(text[after.start : after.end].split(None, 1)), "")
    early = length + 1 + len(first_word) < width * 0.9
    indented = _indent(text, after) - _indent(text, line) >= 2
    return indented or length > _WIDEST or (early and (line.of(text).endswith(_SENTENCE_END) or length < width * 0.6))


def _indent(text: str, line: Span) -> int:
    return line.start - text.rfind("\n", 0, line.start) - 1

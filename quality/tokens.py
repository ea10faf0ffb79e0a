"""A text made again from a corpus' tokens, and where each token stands in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.records import Span

# What stands against the word before it, and what the word after it stands against.
_ENDINGS = ("s", "S", "re", "ve", "ll", "d", "m")
TO_THE_LEFT = frozenset((*".,;:!?%)]}'’”", "...", "''", "n't", "n’t", *("'" + e for e in _ENDINGS), *("’" + e for e in _ENDINGS)))
TO_THE_RIGHT = frozenset((*"([{$£€#“", "``"))
QUOTES = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}
END = frozenset((*".!?”\"):", "...", "''"))


@dataclass(frozen=True)
class Written:
    text: str
    tokens: tuple[Span, ...]


def written(tokens: Sequence[str], starts: Collection[int] = ()) -> Written:
    """``starts`` are tokens that begin a sentence: where nothing ends the one before, it was a line of its own."""
    text, spans, quoted, glued = "", list[Span](), False, True
    for i, token in enumerate(tokens):
        shown = QUOTES.get(token, token)
        closing, opening = token in TO_THE_LEFT, token in TO_THE_RIGHT
        if token == '"':
            closing, opening, quoted = quoted, not quoted, not quoted
        line = i in starts and i > 0 and tokens[i - 1] not in END
        text += "\n" if line else "" if glued or closing else " "
        spans.append(Span(len(text), len(text) + len(shown)))
        text, glued = text + shown, opening
    return Written(text, tuple(spans))

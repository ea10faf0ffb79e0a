"""Words into word pieces, as BERT's uncased tokenizer divides them (Wu et al. 2016; Devlin et al. 2019).

The pieces are those of the package ``tokenizers``, with which the encoder was trained. Written out because
that package needs a client of a model hub, and more time to load than all the words of a report take here.
"""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

_LONGEST = 100  # characters; a longer run of letters is unknown
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


class WordPieces:
    """``path`` is a ``tokenizer.json`` with an uncased WordPiece vocabulary."""

    def __init__(self, path: Path) -> None:
        model = json.loads(path.read_text(encoding="utf-8"))["model"]
        self._vocabulary: dict[str, int] = model["vocab"]
        self._unknown = self._vocabulary[model["unk_token"]]

    def __call__(self, word: str) -> list[int]:
        """The pieces' numbers; none for a word of nothing but invisible characters."""
        lower = word.lower()
        if lower in self._vocabulary and lower.isascii() and lower.isalnum():
            return [self._vocabulary[lower]]
        return [piece for run in _runs(word) for piece in self._divided(run)]

    def _divided(self, run: str) -> list[int]:
        """The longest piece that begins the run, then the longest that goes on, and so forth."""
        if len(run) > _LONGEST:
            return [self._unknown]
        pieces, at, vocabulary = [], 0, self._vocabulary
        while at < len(run):
            for stop in range(len(run), at, -1):
                piece = vocabulary.get(run[at:stop] if at == 0 else "##" + run[at:stop])
                if piece is not None:
                    break
            else:
                return [self._unknown]
            pieces.append(piece)
            at = stop
        return pieces


def _runs(word: str) -> list[str]:
    """Runs of letters and digits, and each sign by itself, in lower case and without accents."""
    plain = word if word.isascii() else _unaccented("".join(map(_spaced, word)))
    return "".join(map(_apart, plain.lower())).split()


def _unaccented(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")


def _spaced(c: str) -> str:
    return f" {c} " if any(a <= ord(c) <= b for a, b in _IDEOGRAPHS) else c


def _apart(c: str) -> str:
    if c.isalnum():
        return c
    kind = unicodedata.category(c)
    if kind in ("Cc", "Cf", "Co", "Cs") or c == "\ufffd":
        return ""
    return f" {c} " if kind[0] == "P" or c in "$+<=>^`|~" else c

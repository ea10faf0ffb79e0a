"""Characters that nobody sees and that cut words in two."""

from __future__ import annotations

# Soft hyphen, zero-width space, word joiner, byte order mark inside a text. The joiners of Persian and Hindi are letters' own.
INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_NOTHING = dict.fromkeys(map(ord, INVISIBLE))


def without_invisible(text: str) -> str:
    """ "govern\u00adment" without its soft hyphen."""
    return text.translate(_NOTHING)

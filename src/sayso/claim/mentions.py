"""A report's mentions by the words that head them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sayso.records import Mention, Parse

from .tree import base

_BODIES = frozenset({"organization", "group", "place", "facility"})
_CIRCUMSTANCE = frozenset({"date", "quantity"})


def _top(parse: Parse, one: Mention) -> int:
    """The word of a mention on which its other words hang; a name's head may be its last word, the tree's is its first."""
    return parse.top(parse.words_in(one.span))


class Mentions:
    """Answers which mention a word stands for; the outermost where several share a head."""

    def __init__(self, parse: Parse, mentions: Iterable[Mention]) -> None:
        starts = {span.start: i for i, span in enumerate(parse.words)}
        self._things: dict[int, list[Mention]] = defaultdict(list)
        self._circumstances: dict[int, list[Mention]] = defaultdict(list)
        self._words: dict[str, int] = {}
        mentions = tuple(mentions)
        self._parse, self._names = parse, {m.span.start: m for m in mentions if m.form == "name" and m.kind == "person"}
        for one in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
            i = starts.get(one.head.start)
            if i is None:
                i = next(iter(parse.words_in(one.span)), None)
            if i is None:
                continue
            self._words[one.id] = i
            shelf = self._circumstances if one.kind in _CIRCUMSTANCE else self._things
            for word in {i, _top(parse, one)}:
                shelf[word].append(one)

    def head_word(self, mention: Mention) -> int:
        return self._words[mention.id]

    def thing(self, word: int) -> Mention | None:
        """The person, body, place, thing that a word stands for; a quantity where there is no other."""
        found = self._things.get(word) or self._circumstances.get(word)
        longest = max(found, key=lambda m: (m.span.end - m.span.start, -m.span.start)) if found else None
        return longest and (self._titled(longest, word) or longest)

    def _titled(self, one: Mention, word: int) -> Mention | None:
        """The name behind a title that says who it is: "shop worker *Anil Shah*" is he."""
        name = self._names.get(one.span.end + 1) if one.kind not in _BODIES and one.form == "nominal" else None
        if name is None or not self._parse.text[one.span.end].isspace():
            return None
        heads, of_name = self._parse.heads, _top(self._parse, name)
        joined = word in (heads[of_name], of_name) or heads[word] in (of_name, heads[of_name])
        return name if joined else None

    def circumstance(self, word: int) -> Mention | None:
        """The date or quantity that a word heads."""
        found = self._circumstances.get(word)
        return max(found, key=lambda m: (m.span.end - m.span.start, -m.span.start)) if found else None

    def amount(self, parse: Parse, word: int) -> Mention | None:
        """The quantity on a noun: headed by it or by its numeral."""
        near = [word, *(j for j in parse.children[word] if base(parse.relations[j]) in {"nummod", "amod", "det", "advmod"})]
        found = [m for j in near for m in self._circumstances.get(j, ()) if m.kind == "quantity"]
        return found[0] if found else None

"""What a number counts: "12 soldiers", "dozens of people", "40 percent of voters"."""

from __future__ import annotations

import bisect

from sayso.records import Parse, Span

from .tokens import Token

_NAMING = {"nummod", "flat", "compound", "appos"}  # how a number hangs on a name
_NOUNS = {"NOUN", "PROPN"}


class Counted:
    """Finds the counted noun by the tree, and by the next word where there is no tree."""

    def __init__(self, parse: Parse, words: dict[str, frozenset[str]]) -> None:
        self.parse, self.words = parse, words
        self._starts = [w.start for w in parse.words]
        self._people = [parse.span(n.first, n.stop - 1) for n in parse.names if n.kind == "person"]

    @property
    def has_tree(self) -> bool:
        return any(relation not in {"dep", ""} for relation in self.parse.relations[:20])

    def is_label(self, span: Span) -> bool:
        """Whether a number belongs to a name before it: "Model 360", "Gear 2"."""
        i = self._word(span.start)
        if i is None or i >= len(self.parse.heads):
            return False
        head = self.parse.heads[i]
        return 0 <= head < i and self.parse.upos[head] == "PROPN" and self.parse.relations[i].split(":")[0] in _NAMING

    def is_tally(self, span: Span) -> bool:
        """Whether "one" counts: "one soldier was killed", "one soldier and two guards", not "one official said"."""
        i = self._word(span.start)
        if i is None or i >= len(self.parse.heads):
            return False
        parse, noun = self.parse, self.parse.heads[i]
        if parse.relations[i].split(":")[0] not in {"nummod", "det"} or noun < 0:
            return self._harmed(i)
        return parse.lemmas[noun].lower() in self.words["tallied"] or self._numbered_beside(noun) or self._harmed(noun)

    def _numbered_beside(self, noun: int) -> bool:
        """ "One soldier and two guards": a noun joined to this one is counted too."""
        joined = [j for j in self.parse.children[noun] if self.parse.relations[j] == "conj"]
        joined += [self.parse.heads[noun]] if self.parse.relations[noun] == "conj" else []
        return any(self.parse.child(j, "nummod") is not None for j in joined)

    def _harmed(self, noun: int) -> bool:
        """Whether a noun is what a verb of harm is about: its object, its passive subject, the subject of "die"."""
        parse = self.parse
        while parse.relations[noun] == "conj" and parse.heads[noun] >= 0 and parse.upos[noun] != "VERB":
            noun = parse.heads[noun]
        verb, relation = parse.heads[noun], parse.relations[noun]
        if any(parse.lemmas[j].lower() in self.words["harm"] for j in parse.children[noun] if parse.relations[j] == "acl"):
            return True
        passive = verb >= 0 and parse.xpos[verb] == "VBN" and parse.child(verb, "aux:pass") is not None
        intransitive = verb >= 0 and parse.lemmas[verb].lower() in {"die", "perish", "drown"}
        held = relation in {"obj", "nsubj:pass"} or (relation == "nsubj" and (passive or intransitive))
        return verb >= 0 and held and parse.lemmas[verb].lower() in self.words["harm"]

    def _word(self, offset: int) -> int | None:
        i = bisect.bisect_right(self._starts, offset) - 1
        return i if i >= 0 and self.parse.words[i].end > offset else None

    def is_person(self, span: Span) -> bool:
        """Whether a word ends a person's name; where nothing is known of names, whether it is a capitalised word."""
        if self.parse.names:
            return bisect.bisect_right(self._people, span, key=lambda s: s.start) if False else self._ending(span)
        return span.of(self.parse.text)[:1].isupper()

    def _ending(self, span: Span) -> bool:
        i = bisect.bisect_right(self._people, (span.start, 10**12)) - 1
        return i >= 0 and self._people[i].end == span.end

    def of(self, tokens: list[Token], first: int, stop: int) -> str | None:
        """The lemma of what tokens ``first:stop`` count."""
        word = self._word(tokens[stop - 1].span.start)
        start = self._word(tokens[first].span.start)
        if word is None or start is None or not any(self.parse.relations[j] not in {"dep", ""} for j in range(start, word + 1)):
            return self._next_noun(tokens, stop)
        return self._by_tree(start, word) or self._after_of(tokens, stop)

    def _by_tree(self, start: int, last: int) -> str | None:
        parse, inside = self.parse, range(start, last + 1)
        for j in reversed(inside):
            head = parse.heads[j]
            if (
                head not in inside
                and head >= 0
                and parse.relations[j].split(":")[0] in {"nummod", "det", "compound", "amod"}
                and head > j
            ):
                return self._noun(self._whole(head))
            owned = parse.child(j, "nmod", "obl")
            if owned is not None and owned > last and self._case(owned) == "of":
                return self._noun(owned)
        return None

    def _noun(self, i: int) -> str | None:
        return self.parse.lemmas[i].lower() if self.parse.upos[i] in _NOUNS else None

    def _whole(self, i: int) -> int:
        """ "Four four-storey buildings", where the first "four" was hung on "storey": the noun that the compound modifies."""
        parse = self.parse
        hyphenated = i > 0 and parse.word(i - 1) in {"-", "‑", "–"}
        while hyphenated and parse.heads[i] > i and parse.relations[i].split(":")[0] in {"compound", "amod", "nmod", "obl"}:
            i = parse.heads[i]
        return i

    def _case(self, i: int) -> str:
        case = self.parse.child(i, "case")
        return self.parse.word(case).lower() if case is not None else ""

    def noun_after(self, tokens: list[Token], stop: int) -> str | None:
        """The noun that follows, where the tree hangs the number elsewhere: "one in five voters"."""
        return self._next_noun(tokens, stop)

    def _after_of(self, tokens: list[Token], stop: int) -> str | None:
        return self._next_noun(tokens, stop) if stop < len(tokens) and tokens[stop].lower == "of" else None

    def _next_noun(self, tokens: list[Token], stop: int) -> str | None:
        """The next content word; with tags, the next noun before the phrase ends."""
        at = stop + (stop < len(tokens) and tokens[stop].lower == "of")
        at += at < len(tokens) and at > stop and tokens[at].lower in {"the", "its", "their", "his", "her"}
        for token in tokens[at : at + 4]:
            i = self._word(token.span.start)
            if token.kind != "word" or i is None or token.lower in self.words["function"]:
                return None
            if self.parse.upos[i] in _NOUNS and not self._modifies_next(i):
                return self.parse.lemmas[i].lower()
            if self.parse.upos[i] in {"X", ""}:
                return token.lower
        return None

    def _modifies_next(self, i: int) -> bool:
        return i + 1 < len(self.parse.words) and self.parse.relations[i] == "compound" and self.parse.heads[i] > i

"""From where to where a noun phrase goes: its modifiers, not the clauses, appositions and siblings that hang on it."""

from __future__ import annotations

from sayso.records import Parse

LONGEST = 30  # words; what a desk would still quote as "who"
_INSIDE = {"det", "amod", "compound", "nummod", "nmod", "flat", "fixed", "goeswith", "list:sub"}
_STOPS = {",", ";", ":", "—", "–", "--", "(", ")", "."}


def extents(parse: Parse) -> list[tuple[int, int]]:
    """First and last word of the noun phrase of every word: "a *source* in Kunduz, who asked ..." gives 0, 3.

    One pass from the leaves up, so that the cost is linear in the words.
    """
    own = [(i, i) for i in range(len(parse.words))]
    whole = list(own)
    for i in _leaves_first(parse):
        own[i] = _grow(parse, i, whole)
        whole[i] = _as_modifier(parse, i, own[i], whole)
    return own


def _leaves_first(parse: Parse) -> list[int]:
    order = [i for i, h in enumerate(parse.heads) if h < 0]
    for i in order:
        order += parse.children[i]
    return order[::-1]


def _grow(parse: Parse, i: int, whole: list[tuple[int, int]]) -> tuple[int, int]:
    """The word with the modifiers that touch it, from the nearest outwards on either side."""
    first = last = i
    for c in reversed([c for c in parse.children[i] if c < i]):
        if not _belongs(parse, c, i, whole) or not _touches(parse, whole[c][1] + 1, first, left=True):
            continue
        first = min(first, whole[c][0])
    for c in (c for c in parse.children[i] if c > i):
        if not _belongs(parse, c, i, whole):
            continue
        if whole[c][0] <= last:
            last = max(last, whole[c][1])
        elif not _touches(parse, last + 1, whole[c][0], left=False) or whole[c][1] - first >= LONGEST:
            break
        else:
            last = max(last, whole[c][1])
    return max(first, last - LONGEST, 0) if first < i - LONGEST else first, last


def _belongs(parse: Parse, c: int, i: int, whole: list[tuple[int, int]]) -> bool:
    full = parse.relations[c]
    link = full.split(":")[0]
    if full == "acl" and c > i:
        if parse.child(c, "xcomp") is not None:  # "a man | thought to be the owner"
            return False
        return whole[c][1] - whole[c][0] < 8 and parse.upos[c] in ("VERB", "ADJ") and parse.xpos[c] in ("VBN", "VBG", "JJ")
    if parse.upos[i] == "ADJ" and c < i and link in ("obl", "nummod", "compound", "advmod"):
        return True  # 23-year-old
    if link == "advmod":
        return c < i and parse.child(i, "cop", "nsubj") is None and parse.upos[i] in ("ADJ", "NUM", "ADV")
    return link in _INSIDE


def _as_modifier(parse: Parse, i: int, own: tuple[int, int], whole: list[tuple[int, int]]) -> tuple[int, int]:
    """What a word covers where it modifies another: with its preposition or 's, and its siblings."""
    first, last = own
    for c in parse.children[i]:
        link = parse.relations[c].split(":")[0]
        if link in ("case", "cc", "mark", "conj") or (parse.upos[i] == "VERB" and link in ("obl", "obj", "advmod", "aux")):
            first, last = min(first, whole[c][0]), max(last, whole[c][1])
    return first, last


def _touches(parse: Parse, start: int, stop: int, left: bool) -> bool:
    """Is there nothing but punctuation between? After the head a comma ends the phrase."""
    between = range(start, stop)
    if len(between) > 3:
        return False
    return all(parse.upos[k] == "PUNCT" and (left or parse.word(k) not in _STOPS) for k in between)

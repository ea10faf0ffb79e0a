"""Lines that say who published a report, and when: "The Hill Tribune, 15 March 2024", "Published by Coast Wire on 4 May"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from sayso.lang import Pack
from sayso.lang.outlets import is_outlet, is_site, is_surely_outlet, outlet_words
from sayso.records import Span

from .dateline_words import dateline_words, known_agency

_LONGEST, _WORDS = 140, 18
_BETWEEN, _BEHIND = 4, 8  # words
_CLOCK = re.compile(r"(?:at\s+)?\b\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?", re.IGNORECASE)
_SEAM = re.compile(r"\s*[|·•;()\[\]\n\t]\s*|\s*,\s+|,$|\s+[-–—]+\s+|^[-–—]+\s*|\s*/\s*|[:]\s+|[:]$")
_BARS = frozenset("|·•-–—")
_FIGURES = re.compile(r"[\s.]*\d+")
_INNER = re.compile(r"\s+(?:for|by|in|at)\s+", re.IGNORECASE)


_OWN = frozenset(("outlet", "publisher", "publication", "newspaper", "published by", "published in"))  # labels


@dataclass(frozen=True, slots=True)
class Imprint:
    """What such a line names. ``sure``: the outlet is one by its own words, wherever it stands, and the only one."""

    outlet: str | None = None
    date: Span | None = None
    people: tuple[str, ...] = ()
    places: tuple[Span, ...] = ()
    sure: bool = False
    label: str = ""  # "source", "published by"


@functools.cache
def _labels(pack: Pack, kind: str) -> re.Pattern[str]:
    rows = sorted((row[0] for row in pack.table("outlet_words") if row[1] == kind), key=len, reverse=True)
    words = "|".join(map(re.escape, rows))
    return re.compile(rf"(?:(?:{words})(?!\w)[\s.:]*)+", re.IGNORECASE)


@functools.cache
def _roles(pack: Pack) -> frozenset[str]:
    known = frozenset(row[0] for row in pack.table("byline_words") if row[1] == "role")
    return known | {"special", "chief", "senior", "political", "foreign", "diplomatic", "national", "own", "our", "a", "the"}


def imprint(line: str, pack: Pack) -> Imprint | None:
    """What a line names that is outlet, day, writers or place and nothing else; None for any other, as for headlines.

    Without a day there are no places and no names that could be anything.
    """
    if len(line) > _LONGEST or len(line.split()) > _WORDS or line.endswith(("?", "!", '"', "”", "...", "…")):
        return None
    day = next((m for m in dateline_words(pack).date.finditer(line) if re.search(r"\d", m.group())), None)
    if day is None and line.endswith(".") and len(line.split()) > 5:
        return None
    found = _Found(pack, line, day is not None)
    for start, piece in _pieces(line, pack):
        if not found.take(start, piece):
            return _outlet_first(line, day, pack)
    if found.outlet is None and found.people and len(found.places) > 1 and line[found.places[0].end :].lstrip()[:1] in _BARS:
        found.outlet = found.places.pop(0).of(line)  # "Lamp | By Jane Roe, Port Vale | 4 May": the one of two that stands first
    if found.outlet is None and (day is None or not (found.people or found.label)):
        return None
    places = () if found.label and not found.outlet else tuple(found.places)
    sure = found.sure and (day is not None or not found.places)
    return Imprint(found.outlet, Span(*day.span()) if day else None, tuple(found.people), places, sure, found.label)


def _outlet_first(line: str, day: re.Match[str] | None, pack: Pack) -> Imprint | None:
    """ "The Border Post, late edition, 4 May. Own report": an outlet that begins the line and a day soon after it say enough.

    What stands between and behind is short.
    """
    if day is None or len(line[day.end() :].split()) > _BEHIND:
        return None
    first, *between = re.split(r"\s*,\s+|\s+[-–—|·]\s+", line[: day.start()].rstrip(" ,-–—|·"))
    if sum(len(piece.split()) for piece in between) > _BETWEEN:
        return None
    called = any(word in _last(pack) for piece in between for word in piece.lower().split())  # "Lamp, the news weekly"
    first = _labels(pack, "aside").sub("", first).strip() if first[-1:].islower() else first  # "Radio Vesna online"
    if not (is_outlet(first, pack) or (called and _titled(first) and len(first.split()) <= _BETWEEN)):
        return None
    return Imprint(first.removeprefix("the "), Span(*day.span()), sure=is_surely_outlet(first, pack))


def _last(pack: Pack) -> frozenset[str]:
    return outlet_words(pack).last


def _pieces(line: str, pack: Pack) -> list[tuple[int, str]]:
    """The parts of a line between its separators, without its days and hours."""
    plain = dateline_words(pack).date.sub(lambda m: "|" * len(m.group()), line)
    plain = _CLOCK.sub(lambda m: "|" * len(m.group()), plain)
    ends = [(m.start(), m.end()) for m in _SEAM.finditer(plain)]
    starts = [0, *(end for _, end in ends)]
    return [
        (a, plain[a:b]) for a, b in zip(starts, [*(start for start, _ in ends), len(plain)], strict=True) if plain[a:b].strip()
    ]


@dataclass(slots=True)
class _Found:
    """What the pieces of a line were so far."""

    pack: Pack
    line: str
    dated: bool
    outlet: str | None = None
    sure: bool = False
    label: str = ""  # "Source:", "Published by", "Press release"
    people: list[str] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)

    def take(self, start: int, piece: str, by: bool = False) -> bool:
        """Whether a piece is of a kind that such lines have, which is noted; ``by``: a writer is to be named."""
        bare, shift, signed = self.stripped(piece)
        signed = signed or by
        if not any(c.isalpha() for c in bare) or _labels(self.pack, "aside").fullmatch(_FIGURES.sub("", bare)):
            return True
        if _labels(self.pack, "title").fullmatch(bare):
            self.label = bare.lower()
            return True
        name = self.without_role(bare)
        if not name or (not (signed and self.person(name, False)) and self.as_outlet(name, signed)):
            return True
        inner = _INNER.search(bare)
        if inner:
            at = start + shift
            return self.take(at, bare[: inner.start()], signed) and self.take(at + inner.start(), bare[inner.start() :])
        if self.person(name, signed):
            self.people += re.split(r"\s+(?:and|&)\s+", name)
            return True
        if bare.lower() in outlet_words(self.pack).section:
            return True  # the page's section: "Coast Times | World"
        if not (self.dated or self.outlet) or len(self.places) > 1 or not _titled(bare) or len(bare.split()) > 3:
            return False
        if self.line[: start + shift].rstrip()[-1:] not in _BARS:  # behind a bar it may be a writer as well
            self.places.append(Span(start + shift, start + shift + len(bare)))
        return True

    def stripped(self, piece: str) -> tuple[str, int, bool]:
        """A piece without labels at its edges, how far it moved, and whether "by" stood before."""
        shift = len(piece) - len(piece.lstrip(" -–—*_"))
        label = _labels(self.pack, "label").match(piece, shift)
        signed = False
        if (
            label
            and label.end() > shift
            and (label.end() == len(piece) or piece[label.end() - 1] in " :." or not piece[label.end()].isalnum())
        ):
            self.label = label.group().lower().strip(" .:")
            signed, shift = self.label.split()[-1:] == ["by"], label.end()
        rest = piece[shift:].rstrip(" .-–—*_")
        rest = re.sub(r"\s+(?:on|of|at|in|by)$", "", rest, flags=re.IGNORECASE)
        return rest, shift, signed

    def without_role(self, name: str) -> str:
        """ "Valley Courier Staff Writer" without what only says what one is there; "" where nothing is left."""
        words = name.split()
        while words and words[-1].lower() in _roles(self.pack) | {"staff", "agencies", "report", "&", "and"}:
            if is_surely_outlet(" ".join(words), self.pack):
                break
            words.pop()
        return " ".join(words)

    def as_outlet(self, name: str, signed: bool) -> bool:
        """Whether it is an outlet; after "by" only one that is surely none of its writers."""
        sure = is_surely_outlet(name, self.pack) or (self.label in _OWN and is_outlet(name, self.pack))
        if not sure and (signed or not is_outlet(name, self.pack)):
            return False
        if self.outlet is None or known_agency(self.outlet, self.pack):
            self.outlet, self.sure = " ".join(name.removeprefix("the ").split()), sure
        elif not known_agency(name, self.pack):
            self.sure = False
        return True

    def person(self, name: str, signed: bool) -> bool:
        known = outlet_words(self.pack).people
        each = re.split(r"\s+(?:and|&)\s+", name)
        return all(
            2 <= len(one.split()) <= 4 and _titled(one) and (signed or one.split()[0].lower().strip(".") in known) for one in each
        )


def _titled(name: str) -> bool:
    return all(word[0].isupper() or word.lower() in ("of", "de", "the", "la", "el", "al", "bin") for word in name.split())


def unlabelled(headline: str, pack: Pack) -> str:
    """A headline without the word that says it is one: "Title: Ferry sinks"."""
    label = _labels(pack, "heading").match(headline)
    return headline[label.end() :] if label and label.group().rstrip().endswith(":") and label.end() < len(headline) else headline


def article_alone(line: str, day: Span | None, pack: Pack) -> str | None:
    """An outlet without a telling word, by its article and day, as it stands under a by-line: "The Lamp, 2 May 2023"."""
    match = re.fullmatch(
        r"(The (?:[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+){0,2})(?:\s*[,|·•(-–—].*)?",
        line[: day.start].rstrip(" ,|·•-–—(") if day else line,
    )
    name = match.group(1) if match else None
    if name is None or name.split()[1].lower() in outlet_words(pack).places or is_site(name, pack):
        return None
    return name

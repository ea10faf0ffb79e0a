"""Place, day and agency at the head of a report: "KABUL, March 1 (AFP) -"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.lang import Pack
from sayso.lang.outlets import is_outlet
from sayso.records import Span

from .dateline_words import DatelineWords, dateline_words, known_agency

_DASH = re.compile(r"\s*(?:-{2,3}|[–—―])\s*|(?<=[\s)\]/.])-\s+|\s+-(?=[A-Z“\"])|:\s+|(?<=[/)])\.\s+")
_REACH = 180  # characters in which a dateline must end
_DIGIT = re.compile(r"\d")
_STRONG = re.compile(r"[\d()\[/]")  # a day or an agency has one of these
_SEPARATOR = re.compile(r"\s+[-–—]\s+|\s*[/,;]\s*|\s+(?:and|&)\s+")
_LINKS = frozenset((
    "de", "la", "le", "el", "al", "bin", "of", "upon", "am", "sur", "les", "las", "los", "y", "i", "ad", "an", "the",
    "d", "d'", "da", "do", "dos", "e", "und", "on", "del", "di",
))  # fmt: skip
_OUTLET = re.compile(r"[\"“«„'‘]([^\"”»“'’\n]{2,40})[\"”»“'’]\s*(,|\.)\s*")
_SIGNED = re.compile(r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}|[A-Z]{3,10})\.\s+(?=[A-Z“\"])")
_TAG = re.compile(r"\[([^\[\]]{2,160})\]\s*")
_NAME = r"[^\W\d_][^\W\d_'’.-]*(?:[-'’.][^\W\d_'’.-]*)*(?:\s+[^\W\d_][^\W\d_'’.-]*(?:[-'’.][^\W\d_'’-]+)*){1,3}"
_NAMES = re.compile(rf"{_NAME}(?:(?:,\s+|\s+and\s+){_NAME}){{0,5}}(?=\.\s+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before a paragraph's first sentence. ``end`` is where that begins; ``names`` the reporters' span."""

    span: Span
    places: tuple[Span, ...] = ()
    date: Span | None = None
    agency: Span | None = None
    names: Span | None = None
    tags: Span | None = None
    end: int = 0


def whole_dateline(text: str, pack: Pack) -> Opening | None:
    """A line that is place and day, perhaps agency, and no more: "Port Vale, 4 May 2021 (CNS)"."""
    match = dateline_words(pack).head.fullmatch(text) if len(text) < 100 else None
    date = _span(match, "date") if match else None
    places = _places(text, _span(match, "places")) if match else None
    if match is None or date is None or not places or len(places) > 2 or not _DIGIT.search(date.of(text)):
        return None
    return Opening(Span(0, len(text)), places, date, _span(match, "agency"), end=len(text))


def opening(text: str, pack: Pack, *, first: bool) -> Opening | None:
    """The dateline or agency slug at the start of a paragraph, with bracketed tags and reporters' names that follow.

    ``first`` says that no sentence of the report's own stands before: only there is a place enough by itself
    ("Kabul – The ministry ..."); later a day or a known agency must stand with it.
    """
    found = _dateline(text, pack, first) or _slug(text, pack)
    if found is None:
        return _tagged(text, Opening(Span(0, 0)), pack) if first and text.startswith("[") else None
    return _tagged(text, _outlet(text, found), pack)


def _dateline(text: str, pack: Pack, first: bool) -> Opening | None:
    """The longest head before a dash that reads as a dateline."""
    if not first and not _STRONG.search(text, 0, _REACH):
        return None
    best = None
    for number, dash in enumerate(_DASH.finditer(text, 0, min(len(text), _REACH))):
        if number > 5:
            break
        found = _head(text, dash, pack, first)
        best = found or best
    return best


def _head(text: str, dash: re.Match[str], pack: Pack, first: bool) -> Opening | None:
    words = dateline_words(pack)
    match = words.head.fullmatch(text, 0, dash.start())
    if match is None or (match.group("places") is None and match.group("date") is None and match.group("early") is None):
        return None
    date = _span(match, "date") or _span(match, "early")
    agency = next((span for name in ("agency", "bare", "before", "mid") if (span := _span(match, name))), None)
    places = _places(text, _span(match, "places"))
    known = agency is not None and known_agency(agency.of(text), pack)
    if places is None or not _believable(text, places, words, dash, date is not None or known, agency is not None, first):
        return None
    if agency and not known and date is None and not _printed_as_agency(agency.of(text), text, pack):
        agency = None
    return Opening(Span(0, dash.end()), places, date, agency, end=dash.end())


def _printed_as_agency(name: str, text: str, pack: Pack) -> bool:
    """Whether an unknown name in brackets after a place is an agency ("KCBA", "Coast Wire") rather than its country."""
    return is_outlet(name, pack) or (not text[:200].isupper() and re.search(r"[A-Z][A-Z]|[a-z][A-Z]|\.|\d", name) is not None)


def _span(match: re.Match[str], name: str) -> Span | None:
    return Span(*match.span(name)) if match.group(name) else None


def _places(text: str, span: Span | None) -> tuple[Span, ...] | None:
    """The places of a head, each trimmed; None where one of them is not written as a name."""
    if span is None:
        return ()
    found, at = [], span.start
    for separator in (*_SEPARATOR.finditer(text, span.start, span.end), None):
        end = separator.start() if separator else span.end
        piece = text[at:end]
        if piece.strip(" ."):
            start = at + len(piece) - len(piece.lstrip())
            found.append(Span(start, start + len(_unstopped(piece.strip()))))
        at = separator.end() if separator else end
    return tuple(found) if found and len(found) <= 5 and all(_named(place.of(text)) for place in found) else None


def _unstopped(place: str) -> str:
    """Without the full stop that ends it ("MOSCOW."); an abbreviation ("Fla.", "N.Y.") keeps its own."""
    last = place.split()[-1]
    abbreviated = "." in last[:-1] or (len(last) <= 6 and not last.isupper())
    return place if abbreviated else place.rstrip(".")


def _named(place: str) -> bool:
    tokens = place.replace("'", "’").split()
    return (
        len(tokens) <= 5 and tokens[0][0].isupper() and all(t[0].isupper() or t.lower().split("’")[0] in _LINKS for t in tokens)
    )


def _believable(
    text: str, places: tuple[Span, ...], words: DatelineWords, dash: re.Match[str], strong: bool, agency: bool, first: bool
) -> bool:
    """Whether a head of the right form is a dateline indeed: how much it takes depends on what else is there."""
    rest = text[dash.end() : dash.end() + 40]
    if any(place.of(text).lower() in words.not_places | words.agencies for place in places):
        return False
    if strong:
        return bool(rest) or not first
    if not first or not places or not (rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in "\"“‘'[(") or len(rest) < 30:
        return False
    name = places[0].of(text)
    city = not {name.lower(), name.split()[0].lower()}.isdisjoint(words.city_words)
    if not city and name.split()[0].lower() in words.not_places:
        return False
    shouting = rest.isupper()
    if ":" in dash.group():
        if city and len(name.split()) == 2 and len(places) == 1:
            return True
        return name.isupper() and not shouting and sum(c.isalpha() for c in name) >= 4 and len(places) < 3
    if name.isupper() and not shouting:
        return agency or sum(c.isalpha() for c in name) >= 4
    region = len(places) > 1 and "," in text[places[0].end : places[1].start]
    sure = agency or shouting or region or len(name.split()) == 1 or city
    return sure and (len(places) == 1 or region) and len(name.split()) <= 3


def _slug(text: str, pack: Pack) -> Opening | None:
    """An agency alone: "(Reuters) -", "AFP -", "[AP]"."""
    match = dateline_words(pack).slug.match(text)
    if match is None:
        return None
    name = "bracketed" if match.group("bracketed") else "bare"
    dash = _DASH.match(text, match.end()) or _DASH.match(text, max(0, match.end() - 1))
    agency = Span(*match.span(name))
    if not known_agency(agency.of(text), pack) or (dash is None and match.end() < len(text)):
        return None
    end = dash.end() if dash else match.end()
    return Opening(Span(0, end), agency=agency, end=end)


def _outlet(text: str, found: Opening) -> Opening:
    """With the outlet and its reporters, where a dateline goes on with them: - "Example Post", Jane Roe, John Doe."""
    outlet = _OUTLET.match(text, found.end)
    if found.agency is not None:
        return found
    if outlet is None:
        return _signed(text, found)
    names = _NAMES.match(text, outlet.end()) if outlet.group(2) == "," else None
    if names and all(
        word[0].isupper() for word in re.findall(r"[^\W\d_]+", names.group()) if word.lower() not in ("and", *_LINKS)
    ):
        end = names.end() + 1
        span = Span(*names.span())
    elif outlet.group(2) == ".":
        end, span = outlet.end(), None
    else:
        return found
    agency = Span(*outlet.span(1))
    return Opening(Span(0, outlet.end()), found.places, found.date, agency, names=span, end=end + _blank(text, end))


def _signed(text: str, found: Opening) -> Opening:
    """With an outlet's bare name between day and report: "- Coast Wire. A ferry sank"."""
    name = _SIGNED.match(text, found.end) if found.date else None
    if name is None:
        return found
    return Opening(Span(0, name.end(1) + 1), found.places, found.date, Span(*name.span(1)), end=name.end())


def _blank(text: str, at: int) -> int:
    return len(text[at : at + 10]) - len(text[at : at + 10].lstrip())


def _tagged(text: str, found: Opening, pack: Pack) -> Opening | None:
    """With the tags that follow: "[COMMUNIQUE] [FRONT COMMAND] [TEXT]". Groups before a last tag belong to it."""
    tags, at, groups, end = dateline_words(pack).tags, found.end, 0, found.end
    while groups < 6 and (match := _TAG.match(text, at)):
        at, groups = match.end(), groups + 1
        label = " ".join(match.group(1).lower().split())
        known = tags.get(label) or tags.get(label.split(" with ")[0])
        if label in tags or label.split(" with ")[0] in tags or label.split(",")[0] in tags:
            end = at
        if known and "last" in known:
            break
    if end == found.end:
        return found if found.end else None
    return Opening(found.span, found.places, found.date, found.agency, found.names, Span(found.end, end), end)

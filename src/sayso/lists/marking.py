"""A text re-marked: a sign after each name that may be listed, and a footnote; its own signs judged against the lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sayso.errors import SaysoError
from sayso.records import Listing, Reading, Span

from .marks import SIGNS, marked
from .spans import Spans


@dataclass(frozen=True, slots=True)
class Style:
    """``sign`` gives the sign of the n-th listed name; ``note`` its footnote, or one for all where the sign is one.

    In ``note`` stand {sign}, {names}, {list}, {date} and {entries}.
    """

    sign: Callable[[int], str]
    note: str
    together: bool = True


STYLES = {
    "asterisk": Style(lambda _: "*", "{sign} Possibly on the sanctions list: {names} ({list} list of {date}: {entries})."),
    "plain": Style(lambda _: "*", "{sign} Under {list} sanctions as of {date}: {names}."),
    "russian": Style(lambda _: "*", "{sign} {names}: находится под санкциями ({list}, {date})."),
    "numbered": Style(lambda n: f"[{n}]", "{sign} {names}: {list} list of {date}, {entries}.", together=False),
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A name or a sign of the text: "present", "missing" or "wrong", and why."""

    verdict: str
    words: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The text with its marks, and what is to be said of the marks it came with."""

    text: str
    judged: tuple[Judged, ...]
    footnotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """All names of a report that may be of one entry, such as "ISIS" and "Islamic State"."""

    spans: tuple[Span, ...]
    listings: tuple[Listing, ...]


def style(name: str, note: str = "") -> Style:
    """A style by its name, with another footnote if one is given. Raises ``SaysoError`` that lists the known ones."""
    if name not in STYLES:
        raise SaysoError(f"no style {name!r}; known: {', '.join(STYLES)}")
    chosen = STYLES[name]
    try:
        (note or chosen.note).format(sign="*", names="", list="", date="", entries="")
    except (KeyError, IndexError, ValueError, AttributeError) as error:
        raise SaysoError(f"footnote {note!r}: knows {{sign}}, {{names}}, {{list}}, {{date}}, {{entries}}: {error}") from error
    return Style(chosen.sign, note or chosen.note, chosen.together)


def mark(reading: Reading, chosen: Style, every: bool = False) -> Marked:
    """The text with a sign after the first (or every) mention of each listed name that has none, and the footnotes."""
    text, own = reading.report.text, footnote(reading)
    names = named(reading, own)
    signs: list[tuple[int, str]] = []
    for n, one in enumerate(names, 1):
        bare = [s for s in one.spans if not marked(text, s)]
        if len(bare) == len(one.spans) or every:
            signs += [(s.end, chosen.sign(n)) for s in (bare if every else bare[:1])]
    notes = tuple(_notes(text, names, chosen)) if names and not (own and chosen.together) else ()
    body = _inserted(text, signs)
    whole = "\n".join((body.rstrip("\n"), *notes)) + "\n" if notes else body
    return Marked(whole, judged(reading, names, own, every), notes)


def footnote(reading: Reading) -> Span | None:
    """The text's own footnote: a line that begins with a sign."""
    found = list(re.finditer(rf"(?m)^[ \t]*[{SIGNS}](?![{SIGNS}])[^\n]+", reading.report.text))
    return Span(found[-1].start(), found[-1].end()) if found else None


_SIGN = re.compile(rf"[{SIGNS}](?![{SIGNS}\w])")
_BEFORE_SIGN = re.compile(r"(?P<words>[\w’'.-]+)(?P<close>[”\"’')\]]?)\Z")
_LONGEST = 60  # characters of a marked word
_LISTS = ((r"\bU\.?N\b|United Nations|Security Council|ООН", "un"), (r"\bE\.?U\b|European Union", "eu"),
          (r"\bOFAC\b|\bU\.?S\b|United States|Treasury", "ofac"), (r"\bU\.?K\b|United Kingdom|British|OFSI", "uk"))  # fmt: skip


def _meant(text: str, own: Span | None) -> frozenset[str]:
    """The lists that a footnote speaks of; none where it names none."""
    return frozenset(name for pattern, name in _LISTS if own and re.search(pattern, own.of(text)))


def named(reading: Reading, own: Span | None) -> list[Named]:
    """Listed names in the order of the text; those of the lists that the footnote names, where it names any that is kept."""
    meant = _meant(reading.report.text, own) & {listing.list for listing in reading.listings}
    spans = {m.id: m.span for m in reading.mentions}
    first: dict[str, tuple[str, str]] = {}  # what a mention is likest to
    groups: dict[tuple[str, str], list[Listing]] = {}
    for listing in reading.listings:
        if not meant or listing.list in meant:
            key = first.setdefault(listing.mention, (listing.list, listing.entry))
            groups.setdefault(key, []).append(listing)
    found = [Named(tuple(sorted({spans[x.mention] for x in group})), tuple(group)) for group in groups.values()]
    outside = [Named(tuple(s for s in n.spans if not (own and own.overlaps(s))), n.listings) for n in found]
    return sorted((n for n in outside if n.spans), key=lambda n: n.spans[0])


def judged(reading: Reading, names: Sequence[Named], own: Span | None, every: bool = False) -> tuple[Judged, ...]:
    """The signs that the text has and lacks: every listed name once (or each time), every sign on a name that is not listed."""
    text = reading.report.text
    return tuple(sorted((*_expected(text, names, every), *_wrong(reading, names, own)), key=lambda j: j.span))


def _expected(text: str, names: Sequence[Named], every: bool) -> Iterator[Judged]:
    for one in names:
        why = "; ".join(dict.fromkeys(_entry(x) for x in one.listings))
        bare = [s for s in one.spans if not marked(text, s)]
        yield from (Judged("present", s.of(text), s, why) for s in one.spans if marked(text, s))
        if every or len(bare) == len(one.spans):
            yield from (Judged("missing", s.of(text), s, why) for s in (bare if every else bare[:1]))


def _entry(listing: Listing) -> str:
    told = f"{listing.list} {listing.entry}, {listing.name}"
    return told if listing.score is not None else f"{told} ({'; '.join(listing.why[:2])})"


def _wrong(reading: Reading, names: Sequence[Named], own: Span | None) -> Iterator[Judged]:
    """Signs after a word that belongs to no listed name."""
    text, known = reading.report.text, Spans(s for n in names for s in n.spans)
    ends = {m.span.end: m.span for m in reading.mentions if m.form == "name"}
    for sign in _SIGN.finditer(text):
        word = _BEFORE_SIGN.search(text[max(0, sign.start() - _LONGEST) : sign.start()])
        if word is None:
            continue
        end = sign.start() - len(word["close"])
        at = ends.get(end, Span(end - len(word["words"]), end))
        if (own is None or not own.overlaps(at)) and not known.meet(at):
            yield Judged("wrong", at.of(text), at, "carries a mark, but no list that is kept has a name like it")


def _notes(text: str, names: Sequence[Named], chosen: Style) -> Iterator[str]:
    groups = [list(names)] if chosen.together else [[n] for n in names]
    for n, group in enumerate(groups, 1):
        listings = [x for one in group for x in one.listings]
        values = {
            "names": ", ".join(dict.fromkeys(" ".join(one.spans[0].of(text).split()) for one in group)),
            "list": ", ".join(dict.fromkeys(x.list.upper() for x in listings)),
            "date": ", ".join(dict.fromkeys(x.list_date or "" for x in listings)),
            "entries": ", ".join(dict.fromkeys(x.entry for x in listings)),
        }
        yield chosen.note.format(sign=chosen.sign(n), **values)


def _inserted(text: str, signs: Sequence[tuple[int, str]]) -> str:
    out, at = [], 0
    for end, sign in sorted(dict(signs).items()):
        out += [text[at:end], sign]
        at = end
    return "".join((*out, text[at:]))

"""Eras and events as times: "during the previous government", "after the fall of Kabul", "during the reign of Zahir Shah"."""

from __future__ import annotations

import calendar as _months
import functools
import re
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import InputError
from sayso.lang import Pack
from sayso.records import Interval, Span

from .measures import Phrases
from .tokens import OverTokens, Token, split

_KINDS = ("period", "event", "rule")
_WHEN = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_REACH = 4  # tokens between a government's name and the word "government"


@dataclass(frozen=True, slots=True)
class Era:
    """First and last day, each known to the day, month or year; ``last`` "" while it goes on."""

    kind: str
    first: str
    last: str
    source: str


@dataclass(frozen=True, slots=True)
class EraSighting:
    """Tokens ``first:stop`` name an era; several eras are several readings, or one after another (``joined``)."""

    first: int
    stop: int
    eras: tuple[Era, ...]
    joined: bool = False


@functools.cache
def _load(folder: Path, code: str, own: Path | None, _: int) -> Phrases[tuple[Era, ...]]:
    rows: dict[tuple[str, ...], tuple[Era, ...]] = {}
    pack = Pack(code, folder)
    for row in (*pack.table("eras"), *pack.table("periods"), *(own_eras(own) if own else ())):
        kind, phrases, first, last, source = row
        for phrase in phrases.lower().split("|"):
            rows[split(phrase)] = (*rows.get(split(phrase), ()), Era(kind, first, last, source))
    return Phrases(rows)


def own_eras(file: Path) -> list[tuple[str, ...]]:
    """The lines of a user's own table, in the columns of ``eras.tsv``; the source may be left out, then it is the file's name."""
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        cells += [""] * (4 - len(cells)) + [file.name] * (len(cells) < 5)
        if (
            cells[0] not in _KINDS
            or not split(cells[1])
            or not _WHEN.fullmatch(cells[2])
            or not _WHEN.fullmatch(cells[3] or cells[2])
        ):
            raise InputError(str(file), f"line {number}: wanted kind ({', '.join(_KINDS)}), phrases, first and last day, source")
        found.append(tuple(cells[:5]))
    return found


class EraReader(OverTokens):
    """Finds eras in a report's tokens."""

    def __init__(self, tokens: list[Token], pack: Pack, words: dict[str, frozenset[str]], own: Path | None = None) -> None:
        self.tokens, self.words = tokens, words
        own = own if own and own.is_file() else None
        self._eras = _load(pack.folder, pack.code, own, own.stat().st_mtime_ns if own else 0)

    def all(self) -> list[EraSighting]:
        """Left to right; where eras follow each other with a hyphen ("Yeltsin-Medvedev") they are one."""
        found: list[EraSighting] = []
        i = 0
        while i < len(self.tokens):
            one = self._named(i) or self._generic(i)
            if one:
                found.append(one)
            i = one.stop if one else i + 1
        return found

    def _named(self, i: int) -> EraSighting | None:
        match = self._eras.after(self.tokens, i) if self.tokens[i].kind != "mark" else None
        if not match:
            return None
        stop, eras = match
        first = self._with_words_before(i)
        if eras[0].kind != "rule":
            return EraSighting(first, stop, eras)
        return self._ruled(first, i, stop, eras)

    def _ruled(self, first: int, at: int, stop: int, eras: tuple[Era, ...]) -> EraSighting | None:
        joined = False
        while (
            self._lower(stop) in {"-", "–", "and"}
            and (more := self._eras.after(self.tokens, stop + 1))
            and more[1][0].kind == "rule"
        ):
            stop, eras, joined = more[0], (*eras, *more[1]), True
        after = stop + (self._lower(stop) in {"'s", "’s", "'", "’"})
        if self._lower(after) in self.words["era_nouns"] or (
            self._lower(after + 1) in self.words["era_nouns"] and self._lower(after).isalpha()
        ):
            return EraSighting(first, after + 1 + (self._lower(after) not in self.words["era_nouns"]), eras, joined)
        back = at - 1
        while back > at - _REACH and self._lower(back) in self.words["era_links"]:
            back -= 1
        if back < at - 1 and self._lower(back) in self.words["era_nouns"]:
            return EraSighting(self._with_words_before(back), stop, eras, joined)
        return None

    def _with_words_before(self, i: int) -> int:
        while self._lower(i - 1) in self.words["era_generic"] | {"the"}:
            i -= 1
        return i

    def _generic(self, i: int) -> EraSighting | None:
        """ "The previous government": some time before the report."""
        if self._lower(i) != "the" or self._lower(i + 1) not in self.words["era_generic"]:
            return None
        plain = self._lower(i + 2) in {"government", "governments", "regime", "administration", "republic"}
        return EraSighting(i, i + 3, ()) if plain else None

    def span(self, sighting: EraSighting) -> Span:
        return Span(self.tokens[sighting.first].span.start, self.tokens[sighting.stop - 1].span.end)


def bounds_of(first: str, last: str) -> tuple[str, str | None]:
    """First and last day of a stretch whose ends are a day, a month or a year."""
    begin = first if len(first) == 10 else f"{first}-01" if len(first) == 7 else f"{first}-01-01"
    return begin, (_last_day(last) if last else None)


def _last_day(text: str) -> str:
    if len(text) == 7:
        return f"{text}-{_months.monthrange(int(text[:4]), int(text[5:]))[1]}"
    return text if len(text) == 10 else f"{text}-12-31"


def era_interval(eras: tuple[Era, ...], joined: bool, not_before: str | None) -> tuple[Interval, tuple[str, ...]]:
    """Some time within an era. Of several readings, those are left out that end before the text's story has reached."""
    later = tuple(e for e in eras if not not_before or not e.last or _last_day(e.last) >= not_before)
    kept = later if later and not joined else eras
    firsts, lasts = zip(*(bounds_of(e.first, e.last) for e in kept), strict=True)
    first, last = min(firsts), None if None in lasts else max(x for x in lasts if x)
    edtf = _edtf(kept, joined)
    why = tuple(dict.fromkeys(f"{e.first} to {e.last or 'now'}: {e.source}" for e in kept))
    if len(kept) < len(eras):
        why = (*why, f"one of {len(eras)} readings: the text speaks before of a time from {not_before} on")
    return Interval(edtf, first, last, first, last, "stated"), why


def _edtf(eras: tuple[Era, ...], joined: bool) -> str:
    if joined:
        return f"{min(e.first for e in eras)}/{max(e.last for e in eras) if all(e.last for e in eras) else '..'}"
    written = [e.first if e.first == e.last else f"{e.first}/{e.last or '..'}" for e in eras]
    return written[0] if len(written) == 1 else f"[{','.join(written)}]"

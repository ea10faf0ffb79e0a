"""Who of a report may stand on a list, as of the report's date: possible matches with their reasons, never identities."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from sayso.records import Listing, Mention, Report, Span, Structure

from . import versions
from .calling import called
from .entry import Entry
from .marks import marked
from .programmes import members
from .scan import Scanner
from .search import Found, Search
from .standing import Called, shared, stands
from .versions import Held
from .vital import Vital, another, reasons, vital

BESIDE = 0.12  # how much less like than the best an entry may be that is named too
MOST = 5  # entries of one list for one name
Placed = tuple[Span, Listing]


@dataclass(frozen=True, slots=True)
class Match:
    """A listed entry that somebody may be: the name in the text that met it, and what was found."""

    version: Held
    entry: Entry
    asked: str
    found: Found
    beside: tuple[str, ...] = ()  # what age and nationality say for or against it

    @property
    def score(self) -> float:
        return self.found.likeness.score


class Watch:
    """A user's lists, open for screening. ``fingerprint`` names what they hold."""

    def __init__(self, file: Path) -> None:
        self._search = Search(file)
        self._scanner = Scanner(self._search)
        self._versions = versions.kept(self._search.base)
        self._live = lru_cache(maxsize=64)(self._entries)

    @property
    def fingerprint(self) -> str:
        rows = self._search.base.execute("SELECT list, date, sha256 FROM version ORDER BY list, date").fetchall()
        return hashlib.blake2b(repr(rows).encode(), digest_size=8).hexdigest() if rows else ""

    def screen(self, report: Report, structure: Structure) -> tuple[tuple[Mention, ...], tuple[Listing, ...]]:
        """Listings in the order of the text, and the mentions that they need beside those of the structure."""
        when = versions.day(report.published)
        held = versions.in_force(self._versions, when)
        if not held:
            return (), ()
        who, new = called(report, structure, self._scanner)
        found = [(one, _told_apart(one, self.matches(one, held, when), report.text, when)) for one in who]
        placed = [p for one, matches in _told(found) for p in self._placed(one, matches, report.text, held)]
        placed = _outermost(placed)
        used = {listing.mention for _, listing in placed}
        return tuple(m for m in new if m.id in used), tuple(dict.fromkeys(listing for _, listing in placed))

    def _placed(self, one: Called, matches: Sequence[Match], text: str, held: Sequence[Held]) -> Iterator[Placed]:
        for match in matches:
            for mention, span in one.places:
                yield span, _listing(match, mention, span, text)
        if one.kind == "body" and not matches:
            for version, programme, name, why in members(self._search.base, one.forms, held):
                for mention, span in one.places:
                    yield span, Listing(mention, version.list, version.date, programme, name, None, marked(text, span), why)

    def matches(self, one: Called, held: Sequence[Held], when: str | None) -> list[Match]:
        """The entries somebody may be, of each list the likest first."""
        return [match for version in held for match in self._of(version, one, when)]

    def _of(self, version: Held, one: Called, when: str | None) -> list[Match]:
        best: dict[str, Match] = {}
        live = self._live(version.id)
        for asked in one.forms:
            for found in self._search.find(asked, one.kind):
                if found.entry in live and stands(one, asked, found, self._search.entry(found.entry).kind):
                    match = Match(version, self._search.entry(found.entry), asked, found)
                    kept = best.get(match.entry.reference)
                    if _then(match.entry, when) and (kept is None or match.score > kept.score):
                        best[match.entry.reference] = match
        return _likest(list(best.values()))

    def _entries(self, version: int) -> frozenset[int]:
        return frozenset(row[0] for row in self._search.base.execute("SELECT entry FROM holds WHERE version = ?", (version,)))


def _told_apart(one: Called, matches: list[Match], text: str, when: str | None) -> list[Match]:
    """Without entries of people of another age, and with what the report says beside the name."""
    if not matches or one.kind != "person":
        return matches
    known = vital(text, (span for _, span in one.places), when)
    if known == Vital():
        return matches
    return [replace(m, beside=reasons(known, m.entry)) for m in matches if not another(known, m.entry)]


def _told(found: Sequence[tuple[Called, list[Match]]]) -> Iterator[tuple[Called, list[Match]]]:
    """Without acronyms that others bear too, unless the report also writes the name out."""
    written = {m.entry.reference for one, matches in found if not shared(one.forms) for m in matches}
    for one, matches in found:
        yield one, [m for m in matches if m.entry.reference in written] if shared(one.forms) else matches


def _outermost(placed: Sequence[Placed]) -> list[Placed]:
    """In the order of the text, without names within longer ones: the "ISIS" of "ISIS-Khorasan"."""
    spans = sorted({span for span, _ in placed}, key=lambda s: (s.start, -s.end))
    kept: set[Span] = set()
    end = -1
    for span in spans:
        if span.end > end:
            kept.add(span)
            end = span.end
    return sorted((p for p in placed if p[0] in kept), key=lambda p: p[0])


def _then(entry: Entry, when: str | None) -> bool:
    """Whether an entry was listed on a day: by then, and not taken off before."""
    return when is None or ((entry.listed or "") <= when and (entry.delisted is None or entry.delisted > when))


def _likest(matches: list[Match]) -> list[Match]:
    matches.sort(key=lambda m: (-m.score, m.entry.reference))
    return [m for m in matches[:MOST] if m.score >= matches[0].score - BESIDE]


def _listing(match: Match, mention: str, span: Span, text: str) -> Listing:
    words = " ".join(span.of(text).split())
    why = [*match.found.likeness.why, *match.beside]
    if words.casefold() != match.asked.casefold():
        why.append(f"'{words}' stands for '{match.asked}' in this report")
    if match.found.quality == "weak":
        why.append("the list calls this alias weak")
    if match.found.name != match.entry.names[0].text:
        why.append(f"entered as '{match.entry.names[0].text}'")
    why.append(_standing(match.entry))
    why.append(match.version.why)
    version, entry = match.version, match.entry
    mark = marked(text, span)
    return Listing(mention, version.list, version.date, entry.reference, match.found.name, match.score, mark, tuple(why))


def _standing(entry: Entry) -> str:
    """"listed since 2012-11-05 under Taliban"."""
    since = f"listed since {entry.listed}" if entry.listed else "listed, the list does not say since when"
    return f"{since} under {', '.join(entry.programmes)}" if entry.programmes else since

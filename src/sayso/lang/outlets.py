"""Names of outlets, told by their own words: "The Hill Tribune", "Radio Vesna", "portvale.example"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from .pack import Pack

_LONGEST = 5  # words of a name, without its article
_SMALL = frozenset(("of", "the", "and", "&", "de", "del", "la", "el", "du", "des"))
_SITE = re.compile(
    r"(?:https?://)?(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|news|tv|co|fm|press|media|example|[a-z]{2})/?"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s*[-–]\s*\d{2,4})?\b")
_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)[\s©]*(?:\(c\)\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*\d{2,4})?)?[\s,]*(?:by\s+)?(.{2,80})", re.IGNORECASE
)
_OWNED = re.compile(r"(.{2,60}?)[\s,]*(?:©|\(c\))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OutletWords:
    """A pack's tables of outlets: whole names, and what begins or ends one."""

    known: frozenset[str]
    nobody: frozenset[str]  # "Facebook": anybody speaks there
    last: frozenset[str]
    weak: frozenset[str]
    first: frozenset[str]
    of: frozenset[str]
    section: frozenset[str]
    common: frozenset[str]
    none: frozenset[str]
    places: frozenset[str]
    people: frozenset[str]


@functools.cache
def outlet_words(pack: Pack) -> OutletWords:
    rows, press, forms = pack.table("outlet_words"), pack.table("press"), pack.table("outlet_names")
    kinds = ("last", "weak", "first", "of", "section", "common", "none", "place")
    of_kind = {kind: frozenset(row[0] for row in rows if row[1] == kind) for kind in kinds}
    named = {form for row in forms if row[0] not in "-?" for form in (row[0], *row[1].split("|"))}
    doubtful = {form for row in forms if row[0] in ("-", "?") for form in row[1].split("|")}
    known = {row[0] for row in press if row[1] != "word"} | {name for row in pack.table("agencies") for name in row}
    return OutletWords(
        frozenset(_bare(name) for name in (named | known) - doubtful),
        frozenset(form for row in forms if row[0] == "-" for form in row[1].split("|")),
        of_kind["last"],
        of_kind["weak"] | frozenset(row[0] for row in press if row[1] == "word") - of_kind["last"],
        of_kind["first"] | pack.column("press_first"),
        of_kind["of"] | of_kind["last"],
        of_kind["section"],
        of_kind["common"],
        of_kind["none"],
        of_kind["place"],
        pack.column("given_names"),
    )  # fmt: skip


def _bare(name: str) -> str:
    return " ".join(name.lower().split()).removeprefix("the ")


def is_outlet(name: str, pack: Pack) -> bool:
    """Whether a name that stands where an outlet's would is one: "Valley Courier", "The Border Post", "valley.example"."""
    return is_surely_outlet(name, pack) or _weakly(name, outlet_words(pack))


def is_surely_outlet(name: str, pack: Pack) -> bool:
    """Whether a name is an outlet's wherever it stands: a known one, "The Hill Tribune", "Radio Vesna", "The Border Post"."""
    words = outlet_words(pack)
    bare = _bare(name)
    if bare in words.nobody:
        return False
    if is_site(name, pack):
        return True
    if bare in words.known:
        return _printed(name) and (len(bare) > 4 or name.isupper())
    parts = bare.split()
    if not 1 < len(parts) <= _LONGEST or not _printed(name) or _is_part(parts, words):
        return False
    ended = parts[-1] in words.last or " ".join(parts[-2:]) in words.last
    if parts[0] in words.first and _capitals(parts, name):
        return True
    if parts[0] in words.of and parts[1] in _SMALL and len(parts) > 2:
        return True
    article = name.lower().startswith("the ")
    return _capitals(parts, name) and (ended or (article and _weakly(name, words)))


def _weakly(name: str, words: OutletWords) -> bool:
    """By a last word that other names have too ("Border Post"), if no given name stands first ("Emily Post")."""
    parts = _bare(name).split()
    if not 1 < len(parts) <= _LONGEST or not _printed(name) or not _capitals(parts, name):
        return False
    person = parts[0] in words.people and len(parts) == 2 and not name.lower().startswith("the ")
    ended = parts[-1] in words.weak or " ".join(parts[-2:]) in words.weak
    return ended and not person and not _is_part(parts, words)


def _is_part(parts: list[str], words: OutletWords) -> bool:
    """Of a paper, or nobody: "World News", "State Television", "Police Post"."""
    return " ".join(parts[-2:]) in words.none or (len(parts) == 2 and parts[0] in words.section and parts[1] in words.common)


def is_known(name: str, pack: Pack) -> bool:
    """Whether the pack has an outlet by its name: "the NY Times"."""
    return _bare(name) in outlet_words(pack).known


def is_section(line: str, pack: Pack) -> bool:
    """Whether a line is but the page's section: "World News"."""
    parts = line.lower().split()
    return len(parts) == 2 and len(line) < 40 and line[0].isupper() and _is_part(parts, outlet_words(pack))


def _printed(name: str) -> bool:
    """With a capital or as a site: "the press" is nobody."""
    bare = name.removeprefix("the ").removeprefix("The ")
    return bare[:1].isupper() or bare[:1].isdigit() or "." in bare


def _capitals(parts: list[str], name: str) -> bool:
    """Whether all words but the small ones have capitals."""
    printed = name.split()[-len(parts) :]
    return all(not word[0].isalpha() or word[0].isupper() or word in _SMALL for word in printed)


def is_site(name: str, pack: Pack) -> bool:
    """An address without a path: "valleycourier.example", "www.valley.example"; none where anybody speaks."""
    if _SITE.fullmatch(name.lower()) is None or " " in name:
        return False
    parts = name.lower().removeprefix("https://").removeprefix("http://").strip("/").split(".")
    return len(parts) > 1 and max(parts, key=len) not in outlet_words(pack).nobody and len(max(parts[:-1], key=len)) > 2


def owner(line: str, pack: Pack) -> str | None:
    """The outlet in a line of copyright with its year: "© 2024 Bay Gazette. All rights reserved.", "Bay Gazette © 2024"."""
    match = (_OWNER.match(line) or _OWNED.match(line)) if len(line) < 300 and _YEAR.search(line) else None
    if match is None:
        return None
    name = re.split(r"[.,|;–—]\s|[.,|;]$|\s+[-–—]\s+|\s+all rights", match.group(1), maxsplit=1, flags=re.IGNORECASE)[0]
    name = _YEAR.sub("", name).strip(" .-–,")
    name = re.sub(r"\s+(?:Ltd|Inc|LLC|Limited|plc|Media Group)\.?$", "", name, flags=re.IGNORECASE)
    return name if is_outlet(name, pack) else None

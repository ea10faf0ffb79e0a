"""Who wrote it, where the report says so in a line of its own: "By Jane Roe in Lagos", "Jane Roe, Staff Reporter"."""

from __future__ import annotations

import functools
import re

from sayso.lang import Pack
from sayso.lang.outlets import is_outlet

_LONGEST = 160
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?|[,|/&@·•]")
_PLACED = re.compile(r"\s+(?:in|for|at|of|from)\s+", re.IGNORECASE)
_LEADING = re.compile(r"\w{2,8}:? (?:[A-Z][\w.'’-]*[a-z.][\w.'’-]*,? |and ){2,12}(?=[A-Z]{3,}[A-Z\s,/(.-])")
_PARTED = re.compile(r"\s*[,|/·•]\s*")
_CREDIT = re.compile(r"\(?\s*(?:with\s+|additional\s+)*reporting\s+by\s+([^;()]{3,200})", re.IGNORECASE)


@functools.cache
def _words(pack: Pack) -> dict[str, frozenset[str]]:
    rows = pack.table("byline_words")
    return {kind: frozenset(row[0] for row in rows if row[1] == kind) for kind in ("opens", "role", "joins", "edits")}


def is_byline(line: str, pack: Pack) -> bool:
    """Whether a line names its writers and says no more; a title in capitals ("By Dawn, Police Had Left") does not."""
    if len(line) > _LONGEST or line.endswith(("?", "!", '"', "”")):
        return False
    line = _unedited(line, pack)
    rest = _after_opening(line, pack)
    tokens = _WORD.findall(rest if rest is not None else line)
    if rest is not None:
        return 0 < len(tokens) <= 24 and _starts_with_name(tokens, pack) and _only_names(tokens, pack)
    if "," not in line or len(tokens) > 14:
        return False
    known = _words(pack)["role"]
    roles = [t for t in tokens if t.lower().rstrip("s") in known or t.lower() in known]
    name = line.split(",")[0].split("|")[0].split()
    return bool(roles) and 2 <= len(name) <= 4 and _only_names(tokens, pack)


def _unedited(line: str, pack: Pack) -> str:
    """Without who edited it: "Reported by Jane Roe; edited by John Doe"."""
    at = min((i for words in _words(pack)["edits"] if (i := line.lower().find(words)) > 8), default=len(line))
    return line[:at].rstrip(" ;,.|")


def is_names(line: str, pack: Pack) -> bool:
    """Whether a line is nothing but names, one of them surely a person's: "Anna Sorel and Juan Prado"."""
    people = names(line, pack)
    words = _WORD.findall(line)
    known = pack.column("given_names")
    return bool(people) and len(words) <= 12 and _only_names(words, pack) and any(p.split()[0].lower() in known for p in people)


def _after_opening(line: str, pack: Pack) -> str | None:
    for opener in sorted(_words(pack)["opens"], key=len, reverse=True):
        if line[: len(opener)].lower() == opener and re.match(r"\s*:?\s+\S", line[len(opener) :]):
            return line[len(opener) :].lstrip(" :\t")
    return None


def _starts_with_name(tokens: list[str], pack: Pack) -> bool:
    first = tokens[0].lower().rstrip(".")
    named = tokens[0][0].isupper() and first not in pack.column("months") | pack.column("weekdays") | {"the", "a", "an"}
    return (
        named
        or first in _words(pack)["joins"] - {"the", "in", "at", "of", "for", "to", "with"}
        or (
            len(tokens) > 1
            and first in _words(pack)["role"] | {"a", "the", "our"}
            and any(t.lower() in _words(pack)["role"] for t in tokens)
        )
    )


def _only_names(tokens: list[str], pack: Pack) -> bool:
    known = _words(pack)["role"] | _words(pack)["joins"]
    return all(t[0].isupper() or t[0].isdigit() or not t[0].isalpha() or _joined(t.lower(), known) for t in tokens)


def _joined(word: str, known: frozenset[str]) -> bool:
    """ "the", and "al-Masri" whose first part joins."""
    return word in known or re.split(r"[-'’]", word)[0] in known


def leading_byline(paragraph: str, pack: Pack) -> int:
    """Where a by-line ends that a dateline follows in the same paragraph: "By Jane Roe ABUJA, Nov 1 -"; 0 without one."""
    match = _LEADING.match(paragraph)
    return match.end() if match and is_byline(match.group().strip(), pack) else 0


def inner_byline(line: str, pack: Pack) -> tuple[str, ...]:
    """Writers named in a line that begins with a day: "Posted on March 9, 2023 by Jane Roe"."""
    openers = "|".join(re.escape(opener) for opener in _words(pack)["opens"])
    match = re.search(rf"(?<=\W)(?:{openers})\s+\S.*$", line, re.IGNORECASE)
    return names(match.group(), pack) if match and is_byline(match.group(), pack) else ()


def names(line: str, pack: Pack) -> tuple[str, ...]:
    """The writers of a by-line, without place, role or date: "By Jane Roe and John Doe in Lagos" gives two."""
    line = _unedited(line, pack)
    rest = _after_opening(line, pack) or line.lstrip("-–— ")
    rest = re.split(r"\s*[|/·•]\s*|\s+[-–—]\s+", rest, maxsplit=1)[0]
    listed = re.match(r".*?\s+and\s+[^,;&]*(?=,)", rest, re.IGNORECASE)  # what follows "A and B," is outlet or place
    parts = re.split(r"\s*[,;&]\s*|\s+and\s+", listed.group() if listed else rest, flags=re.IGNORECASE)
    people = [_without_role(_PLACED.split(part, maxsplit=1)[0].strip(" .;:"), pack) for part in parts]
    found = tuple(dict.fromkeys(person for person in people if _is_name(person, pack)))
    return found[:-1] if len(found) > 1 and people[-1] == found[-1] and is_outlet(found[-1], pack) else found


def _without_role(name: str, pack: Pack) -> str:
    """ "Our correspondent Jane Roe" without what she is there."""
    words = name.split()
    known = _words(pack)["role"] | _words(pack)["joins"]
    last = max((i for i, word in enumerate(words) if word.lower() in _words(pack)["role"]), default=-1)
    before = all(word.lower() in known for word in words[: last + 1])
    return " ".join(words[last + 1 :]) if before and len(words) - last > 2 else name


def outlet(line: str, pack: Pack) -> str | None:
    """The outlet that a by-line names last: "By Jane Roe, Border Courier" gives "Border Courier"."""
    parts = _PARTED.split(_after_opening(line, pack) or "")
    last = parts[-1].strip(" .").removeprefix("for ")
    if len(parts) < 2 or not _is_name(parts[0], pack) or not last.removeprefix("the ")[:1].isupper():
        return None
    return last.removeprefix("the ") if is_outlet(last, pack) else None


def _is_name(part: str, pack: Pack) -> bool:
    words = part.split()
    role = any(word.lower() in _words(pack)["role"] for word in words)
    return 1 < len(words) <= 5 and not role and all(w[0].isupper() or _joined(w.lower(), _words(pack)["joins"]) for w in words)


def credited(note: str, pack: Pack) -> tuple[str, ...]:
    """Names in "(Reporting by Jane Roe in Kabul; editing by John Doe)": those who reported, not those who edited."""
    match = _CREDIT.match(note)
    return names(match.group(1), pack) if match else ()

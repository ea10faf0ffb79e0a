"""Names that are taken for one within a story: "Foss" and "Ada Foss", and the names by which a known group goes."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping

from sayso.lang import load, packs
from sayso.records import Reference, Value

from .sources import initials, key
from .words import folded, words

LONGER = 20  # names that hold a name; who is in more is nobody in particular
LESS = frozenset({"the", "a", "an", "of", "militants", "fighters", "group", "forces", "mr", "mrs", "ms", "dr"})


@functools.cache
def group_names() -> dict[str, str]:
    """Other names of armed groups, folded, and the one that stands for each."""
    rows = [row for code in packs() for row in load(code).table("group_names")]
    return {other: row[0] for row in rows for other in (row[0], *row[1].split("|"))}


def parts(name: str) -> frozenset[str]:
    """Words of a name that tell it from others, a group by its usual name."""
    plain = " ".join(w for w in words(key(name)) if w not in LESS)
    known = group_names().get(folded(plain)) or group_names().get(folded(key(name)))
    return frozenset((known or plain or folded(name)).split())


def one_name(values: Iterable[Value]) -> Callable[[Value], Hashable]:
    """Gives the same for names of one; a short name of two longer ones stands for itself."""
    values = list(values)
    known = {parts(v.name) for v in values if isinstance(v, Reference)}
    holders: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    for p in known:
        for word in p:
            holders[word].add(p)
    full = {p: longest(p, holders) for p in known}
    full |= {p: full[whole] for p, whole in acronyms(values, known).items()}
    return lambda v: full.get(parts(v.name)) if isinstance(v, Reference) else v


def acronyms(values: Iterable[Value], known: Iterable[frozenset[str]]) -> dict[frozenset[str], frozenset[str]]:
    """ "VLF" for the one name of which these are the initials."""
    whole: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    for v in values:
        if isinstance(v, Reference):
            for letters in initials(v.name):
                whole[letters].add(parts(v.name))
    single = ((p, whole.get(next(iter(p)), set())) for p in known if len(p) == 1)
    return {p: next(iter(names)) for p, names in single if len(names) == 1 and p not in names}


def longest(name: frozenset[str], holders: Mapping[str, set[frozenset[str]]]) -> frozenset[str]:
    """The one longest name that has all words of this one, if there is but one."""
    longer = sorted(set.intersection(*(holders[w] for w in name)) - {name}, key=lambda p: (-len(p), sorted(p)))[:LONGER]
    most = [p for p in longer if not any(p < q for q in longer)]
    return most[0] if len(most) == 1 else name

"""What a language calls deeds, those who do them, what they do them with, and how they are owned or denied."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.lang import Pack, load, packs
from sayso.records import Bearing

from .words import stem

CUE = 3  # words of a cue
# Kinds of event (event_heads.tsv) that somebody may be blamed for.
HARM = frozenset(
    {"die", "injure", "attack", "bomb", "shoot", "stab", "behead", "explode", "poison", "rape", "beat", "abduct", "hijack", "rob",
     "vandalize", "hack", "crash", "sink", "fall", "derail", "burn", "flood", "collapse", "destroy", "damage", "shoot_down"}
)  # fmt: skip
# Kinds of event besides that a story may be about.
EVENTS = HARM | {"protest", "riot", "fight", "break_out", "spread", "infect", "storm", "quake", "erupt", "flee", "miss"}


@dataclass(frozen=True)
class Owning:
    """How a deed is owned, denied or blamed on somebody: a verb, with one of ``words`` in its claim if there are any."""

    what: str
    verb: str
    words: frozenset[str]
    after: str  # the preposition before whoever is blamed; "" where he is the object

    @property
    def bearing(self) -> Bearing:
        return BEARINGS[self.what]

    @property
    def accuses(self) -> bool:
        return self.what in ("holds", "open")

    def fits_cue(self, said: Sequence[str]) -> bool:
        """Whether these words begin with it, in whatever form, and have one of its words."""
        return stem(self.verb) in [stem(w) for w in said[:CUE]] and self.fits(said)

    def fits(self, said: Iterable[str]) -> bool:
        return not self.words or not self.words.isdisjoint(said)


BEARINGS: dict[str, Bearing] = {"claims": "claims", "denies": "denies", "holds": "holds", "open": "open", "refuses": "denies"}


@dataclass(frozen=True)
class Terms:
    """``deeds``: lemmas whose agent is a perpetrator and whose target was hit; ``indirect`` those whose target is the deed
    ("carried out the attack"), ``named`` those that things do as well ("exploded"), ``wielding``
    those that are done with a weapon ("fired")."""

    deeds: frozenset[str] = frozenset()
    indirect: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    wielding: frozenset[str] = frozenset()
    undone: frozenset[str] = frozenset()  # stems of words before a deed that is only threatened or planned
    culprits: frozenset[str] = frozenset()
    weapons: frozenset[str] = frozenset()
    responsibility: tuple[Owning, ...] = ()
    doing: tuple[tuple[str, str], ...] = ()  # words whose agent did it ("doer", "part"), or did not ("nothing")
    nouns: frozenset[str] = frozenset()  # what a deed may be called
    money: frozenset[str] = frozenset()
    locating: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()  # prepositions of where it did not happen: "from", "to"
    settlements: frozenset[str] = frozenset()  # nouns with which a place is named: "the village of"
    giving: frozenset[str] = frozenset()  # verbs with which somebody gives a number

    @functools.cached_property
    def owning(self) -> dict[str, tuple[Owning, ...]]:
        """``responsibility`` by verb."""
        return {r.verb: tuple(o for o in self.responsibility if o.verb == r.verb) for r in self.responsibility}

    @functools.cached_property
    def done(self) -> re.Pattern[str] | None:
        """Any of the words in ``doing``."""
        return re.compile("|".join(rf"\b{re.escape(p)}\b" for p, _ in self.doing), re.IGNORECASE) if self.doing else None

    @property
    def longest(self) -> int:
        """Of the words for weapons, in words."""
        return max((len(w.split()) for w in self.weapons), default=0)


@functools.cache
def terms(language: str | None) -> Terms:
    """Nothing is known of a language without a pack."""
    code = (language or "").split("-")[0]
    return _terms(load(code)) if code in packs() else Terms()


def _terms(pack: Pack) -> Terms:
    deeds = [(row[0], row[1] if len(row) > 1 else "") for row in pack.table("deeds")]
    rows = [(*row, "", "", "")[:4] for row in pack.table("responsibility")]
    owned = tuple(Owning(what, verb, frozenset(said.split()), after) for what, verb, said, after in rows if verb)
    doing = tuple((said, what) for what, verb, said, _ in rows if not verb)
    money = frozenset(row[1] for row in pack.table("units") if row[2].startswith("money"))
    direct, indirect, named, wielding, undone, nouns = (
        frozenset(w for w, mark in deeds if mark == kind) for kind in ("", "of", "named", "with", "before", "noun")
    )
    culprits, weapons, giving = (pack.column(name) for name in ("culprits", "weapons", "giving_numbers"))
    locating, away = (frozenset(r[0] for r in pack.table("locating") if ("away" in r) == off) for off in (False, True))
    return Terms(
        direct, indirect, named, wielding, frozenset(map(stem, undone)), culprits, weapons, owned, doing, nouns, money,
        locating, away, frozenset(row[0] for row in pack.table("place_words") if row[1] == "head"), giving,
    )  # fmt: skip

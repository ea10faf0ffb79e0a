"""When and where: what stands beside a clause or on a noun in it and yet belongs to its event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sayso.records import Mention, Parse

from .lexicon import Lexicon
from .mentions import Mentions
from .tree import kin, marks

WHERE = frozenset({"place", "facility"})


class Argument(NamedTuple):
    name: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Answers which time and place hang on a noun, for the clause that it stands in."""

    parse: Parse
    mentions: Mentions
    lexicon: Lexicon

    def measures(self, word: int, j: int) -> bool:
        """How long before or after: the "nine days" of "nine days after it fell" is no time of the fall."""
        return any(j < k for k in kin(self.parse, word, "mark")) and not self.cases(j)

    def mention(self, j: int) -> Mention | None:
        return self.mentions.circumstance(j) or self.mentions.thing(j)

    def cases(self, j: int) -> set[str]:
        return {form.split()[0] for _, form in marks(self.parse, j)}

    def strikes(self, word: int) -> bool:
        return self.parse.upos[word] == "NOUN" and self.parse.lemmas[word].lower() in self.lexicon.words["strike"]

    def fought(self, j: int) -> bool:
        """"Killed *in fighting* on the border": a noun by meaning, whatever its tag."""
        led = self.cases(j) & self.lexicon.words["looks_at"]
        return bool(led) and self.parse.xpos[j] == "VBG" and not kin(self.parse, j, "obj")

    def carried(self, j: int, befalls: bool = False) -> list[Argument]:
        """Time and place that hang on an argument but belong to the event: "the blast in Orsa on Monday killed two".

        ``befalls``: it is what an attack or the like befell, and where that was, this happened: "shelled a village near Orsa".
        """
        found: list[Argument] = []
        eventive = self.parse.mention_types[j] == "event" or self.fought(j)
        for k in sorted(kin(self.parse, j, "nmod", "obl")):
            cases, mention = self.cases(k), self.mention(k)
            if mention is None:
                continue
            if mention.kind == "date" and (eventive or not cases or cases & self.lexicon.words["day"]):
                found.append(Argument("time", mention))
            aimed = self.strikes(j) and cases & self.lexicon.words["aimed"] and "at" not in cases
            there = befalls and bool(cases & self.lexicon.words["there"])
            if mention.kind in WHERE and (eventive or there) and not aimed and cases & self.lexicon.words["locative"]:
                found.append(Argument("place", mention))
            elif aimed:  # "an attack on a compound in Orsa"
                found += self.where(j)[:1]
        return found

    def where(self, j: int) -> list[Argument]:
        """The first place on what an event noun is of: "the presence of 40 divers with their boats in Pell"."""
        near = [*kin(self.parse, j, "nmod"), *(k for i in kin(self.parse, j, "nmod") for k in kin(self.parse, i, "nmod"))]
        for k in sorted(near):
            mention = self.mentions.thing(k)
            if mention is not None and mention.kind in WHERE and self.cases(k) & self.lexicon.words["locative"]:
                return [Argument("place", mention)]
        return []

    def near(self, j: int) -> list[Argument]:
        """Where who did it is said to be: "attacked by gunmen near Orsa"."""
        near = ((self.cases(k), self.mentions.thing(k)) for k in kin(self.parse, j, "nmod"))
        there = [m for cases, m in near if m is not None and m.kind in WHERE and cases & self.lexicon.words["there"]]
        return [Argument("place", m) for m in there[:1]]

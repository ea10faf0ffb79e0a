"""Who does what to whom, where and when: the arguments of a clause, shared and controlled ones included."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sayso.records import Mention, Parse

from .circumstances import WHERE, Argument, Circumstances
from .clause import Clause, counted_among
from .control import antecedent, headlined, owned, passive, subjects
from .gaps import trailing
from .lexicon import Lexicon
from .mentions import Mentions
from .sharing import befallen, shared_circumstances, shared_object
from .tree import base, kin

_DOERS = frozenset({"person", "organization", "animal", "place"})
_NAMED = frozenset({"person", "organization", "group"})
_SHARED = frozenset({"time", "place", "agent"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def arguments(
    parse: Parse, clause: Clause, mentions: Mentions, lexicon: Lexicon, lent: Sequence[int] = ()
) -> list[Argument]:  # fmt: skip
    """The roles of a clause, each mention once in a role: agent, target, then as the text has them.

    ``lent``: words that are its subject instead of those it would borrow from the clause above.
    """
    return _Finder(parse, mentions, lexicon, tuple(lent)).of(clause)


@dataclass(frozen=True, slots=True)
class _Finder(Circumstances):
    lent: tuple[int, ...] = ()

    def of(self, clause: Clause) -> list[Argument]:
        word = clause.predicate
        if clause.parts:
            return [Argument(name, m) for name, j in clause.parts if (m := self.mentions.thing(j)) is not None]
        subject = self.subject(clause)
        borrowed = set() if owned(self.parse, word) else {a.mention.id for a in subject}
        found = subject + self.objects(clause)
        shared = shared_circumstances(self.parse, word, self.lexicon)
        for j in sorted([*self.parse.children[word], *shared]):
            found += [a for a in self.beside(word, j) if j not in shared or a.name in _SHARED]
        if word == clause.head and self.parse.upos[word] == "NOUN" and not any(a.name == "agent" for a in found):
            found += self.blamed(word)
        if clause.head != word:
            found += [a for j in sorted(self.parse.children[clause.head]) for a in self.of_noun(j)]
        found += self.predicate(clause)
        found += [a for f in list(found) for a in self.amount(f, borrowed)]
        return list(dict.fromkeys(found))

    def named(self, name: str, words: Iterable[int]) -> list[Argument]:
        """A role for each word's mention; one mention that covers a whole coordination stands for it."""
        found: list[Argument] = []
        for j in (k for w in words for k in self.conjuncts(w)):
            mention = self.mentions.thing(j)
            if mention is not None and not any(a.mention.span.covers(mention.span) for a in found):
                found.append(Argument(name, mention))
        return found

    def conjuncts(self, word: int) -> list[int]:
        """A noun with those beside it. Without an "and" it is an apposition mistaken for a list, and stands alone."""
        more = [j for j in kin(self.parse, word, "conj") if self.parse.upos[j] in _NOMINAL and trailing(self.parse, j) is None]
        joined = any(kin(self.parse, j, "cc") for j in more)
        return [word, *more] if joined else [word]

    def subject(self, clause: Clause) -> list[Argument]:
        """Agent or target by voice. Of "there were clashes" the clashes are the target, of "a raid was staged" nothing is."""
        words = list(self.lent) or subjects(self.parse, clause.predicate, self.lexicon) or kin(self.parse, clause.head, "nsubj")
        words = [j for j in words if not self.parse.xpos[j].startswith("W")]  # "who fired?"
        suffers = passive(self.parse, clause.predicate) or headlined(self.parse, clause.predicate, self.lexicon)
        if clause.head in words:
            return [] if suffers else self.named("target", [clause.head])
        given = suffers and bool(kin(self.parse, clause.predicate, "obj")) and clause.lemma not in self.lexicon.words["calls"]
        given = given and any(self.parse.mention_types[j] in _DOERS for j in words)
        return self.named("recipient" if given else "target" if suffers else "agent", words)

    def objects(self, clause: Clause) -> list[Argument]:
        word = clause.predicate
        own = [j for j in kin(self.parse, word, "obj") if j != clause.head] or shared_object(self.parse, word, self.lexicon)
        objects = [k for j in own for k in antecedent(self.parse, word, j, self.lexicon)]
        return self.named("target", objects) + self.named("recipient", kin(self.parse, clause.predicate, "iobj"))

    def beside(self, word: int, j: int) -> list[Argument]:
        """Obliques and adverbials of the verb, named by preposition and kind."""
        relation = self.parse.relations[j]
        if relation == "nmod:poss":
            return self.owner(word, j)
        if relation == "obl:agent":
            counted = self.mentions.amount(self.parse, j)
            by_how_much = counted is not None and self.parse.mention_types[j] not in _DOERS
            return [Argument("amount", counted)] if counted and by_how_much else self.named("agent", [j]) + self.near(j)
        if base(relation) in {"obj", "nsubj"}:
            return self.carried(j, befallen(self.parse, word, j, self.lexicon))
        whose = self.lexicon.event_nouns.get(self.parse.lemmas[word].lower())
        if whose and base(relation) == "nmod" and self.cases(j) & self.lexicon.words["whose"] and self.parse.upos[word] == "NOUN":
            return self.named(whose, [j]) + self.where(j)
        if base(relation) == "advcl" and self.fought(j):
            return self.carried(j)
        if base(relation) not in {"obl", "nmod", "advmod"} or self.measures(word, j):
            return []
        mention, cases = self.mention(j), self.cases(j)
        if self.parse.mention_types[j] == "event" and relation == "obl" and cases & self.lexicon.words["looks_at"]:
            return self.carried(j)
        noun = self.parse.upos[word] == "NOUN" and not kin(self.parse, word, "cop")
        suffers = passive(self.parse, word) or (noun and bool(cases & self.lexicon.words["agent"]))
        name = self.name(cases, mention, bool(kin(self.parse, word, "obj")), suffers, word)
        if kin(self.parse, word, "cop") and self.parse.upos[word] in _NOMINAL and name not in {"time", "place"}:
            return []
        if name == "time" and "since" in cases and kin(self.parse, word, "cop"):  # "the worst attack since 2009" was not then
            return []
        if name == "place":  # "in Orsa and Pell"
            return [Argument(name, m) for k in self.conjuncts(j) if (m := self.mention(k)) is not None and m.kind in WHERE]
        return [Argument(name, mention)] if name and mention else []

    def blamed(self, word: int) -> list[Argument]:
        """Who is held to have done what a noun names: "blames the front for the attack"."""
        above = self.parse.heads[word]
        blamed = above >= 0 and self.parse.lemmas[above].lower() in self.lexicon.words["blames"]
        what = self.cases(word) & self.lexicon.words["blamed_for"]
        return self.named("agent", kin(self.parse, above, "obj")) if blamed and what else []

    def owner(self, word: int, j: int) -> list[Argument]:
        """Whose event a noun names: "its attack", "its capture", but not "is its leader"; a time in "this year's harvest"."""
        if self.parse.upos[word] != "NOUN" or kin(self.parse, word, "cop", "nsubj"):
            return []
        when = self.mentions.circumstance(j)
        if when and when.kind == "date":
            return [Argument("time", when)]
        suffers = self.lexicon.event_nouns.get(self.parse.lemmas[word].lower()) == "target"
        told = any(self.cases(k) & self.lexicon.words["whose"] for k in kin(self.parse, word, "nmod"))
        return self.named("target" if suffers and not told else "agent", [j])

    def name(
        self, cases: set[str], mention: Mention | None, has_object: bool, suffers: bool, over: int | None = None
    ) -> str | None:  # fmt: skip
        """The role that a preposition and a kind of mention make; ``over``: the word it hangs on."""
        struck, topical = (over is not None and f(over) for f in (self.strikes, self.discusses))
        acting = over is None or self.parse.upos[over] != "ADJ"
        kind, words = mention.kind if mention else "other", self.lexicon.words
        rules = (
            (kind == "date", "time"),
            (kind == "quantity", "amount"),
            (struck and cases & words["aimed"] and not (kind in WHERE and "at" in cases), "target"),
            (kind in WHERE and cases & words["locative"], "place"),
            (suffers and cases & words["agent"], "agent"),
            (kind in _NAMED and cases & words["recipient"], "recipient"),
            (kind == "object" and acting and cases & words["instrument"], "instrument"),
            (kind in _NAMED | WHERE and cases & words["aimed"] and not (has_object or suffers), "target"),
            (cases & words["attribute"], "attribute"),
            (kind not in WHERE and (cases & words["topic"] or (topical and cases & words["topic_after"])), "topic"),
        )
        return next((name for holds, name in rules if holds), None)

    def discusses(self, word: int) -> bool:
        return self.parse.lemmas[word].lower() in self.lexicon.words["topical"]

    def of_noun(self, j: int) -> list[Argument]:
        """What hangs on the event noun that a light verb carries: "an attack on a convoy in the north"."""
        mention = self.mention(j)
        if mention is None or base(self.parse.relations[j]) not in {"nmod", "nummod", "obl"}:
            return []
        cases = self.cases(j)
        name = self.name(cases, mention, False, bool(cases & self.lexicon.words["agent"]), self.parse.heads[j])
        return [Argument(name, mention)] if name else []

    def predicate(self, clause: Clause) -> list[Argument]:
        """What is said of the subject: "is the capital", "is in the north", "became president"."""
        word = clause.predicate
        if clause.head != word:
            amount = self.mentions.amount(self.parse, clause.head)
            return [Argument("amount", amount)] if amount else []
        if not kin(self.parse, word, "cop"):
            harmed = self.parse.lemmas[word].lower() in self.lexicon.words["befalls"] and not kin(self.parse, word, "obj")
            named = (j for j in kin(self.parse, word, "xcomp") if self.parse.upos[j] in {"NOUN", "PROPN"})
            return self.named("target" if harmed else "attribute", named)  # "killed spokesman Omar Din": none is made him
        mention = self.mention(word)
        cases = {self.parse.word(j).lower() for j in kin(self.parse, word, "case")}
        name = self.name(cases, mention, True, False) if cases else "attribute"
        name = "target" if name == "attribute" and counted_among(self.parse, word) is not None else name
        return [Argument(name, mention)] if mention and name else []

    def amount(self, argument: Argument, borrowed: Collection[str]) -> list[Argument]:
        """The number on an argument: "12 people" gives an amount beside the target.

        It counts who does or suffers just this; of "12 guards, led by a sergeant" it is no amount of leading.
        """
        if argument.name not in {"agent", "target", "attribute", "recipient", "place"} or argument.mention.id in borrowed:
            return []
        word = self.mentions.head_word(argument.mention)
        amount = self.mentions.amount(self.parse, word)
        behind = amount is not None and argument.mention.kind == "person" and amount.span.start > self.parse.words[word].start
        if behind and self.parse.upos[word] == "PROPN":
            return []  # "Dorel Hask, 52, fled"
        aged = amount is not None and self.parse.text[slice(*amount.span)].lower().endswith(tuple(self.lexicon.words["aged"]))
        return [Argument("amount", amount)] if amount and not aged else []

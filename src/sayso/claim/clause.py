"""Which words head clauses, and which of these are claims of their own."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records import Nature, Parse

from .cues import local_cues
from .lexicon import Lexicon
from .scale import OPEN
from .tree import announced, base, completes, frame, inverted, kin, lemma, marks, verbal

# How a content hangs on its cue.
_CONTENT = frozenset({"ccomp", "xcomp", "acl", "csubj", "parataxis", "obj", "nmod", "dep"})


@dataclass(frozen=True, slots=True)
class Clause:
    """``top`` heads the clause in the tree; ``head`` is the word that says what happened.

    They differ in "managed to escape" (top "managed", head "escape") and "carried out an attack" (head "attack").
    ``inner``: it stays in the span of the claim around it, too. Where the tree has no clause, as in "Doren, the mayor",
    ``bounds`` are its first and last word and ``parts`` its roles.
    """

    top: int
    head: int
    predicate: int
    lemma: str
    nature: Nature = "stated"
    inner: bool = False
    bounds: tuple[int, int] | None = None
    parts: tuple[tuple[str, int], ...] = ()


def clauses(parse: Parse, sentence: tuple[int, int], cues: frozenset[int], lexicon: Lexicon) -> list[Clause]:
    """The clauses of a sentence that say something on their own, in the order of the text.

    ``cues`` are the words that attribute: "said" is what the attribution says already, and no claim.
    """
    tops = _tops(parse, sentence, cues, lexicon)
    return [_settled(parse, i, cues, lexicon) for i in sorted(tops)]


def _tops(parse: Parse, sentence: tuple[int, int], cues: frozenset[int], lexicon: Lexicon) -> set[int]:
    """Top words of claims. Walked from the root down, since a coordinated verb goes with the first."""
    found: set[int] = set()
    roots = [i for i in range(*sentence) if parse.heads[i] < 0]
    stack = roots
    while stack:
        i = stack.pop()
        if _stands_alone(parse, i, cues, found, lexicon):
            found.add(i)
        stack += parse.children[i]
    told = frozenset(i for i in cues if parse.lemmas[i].lower() in lexicon.words["done_by_saying"] or _done(parse, i))
    kept = {i for i in found if (i not in cues or i in told) and not _carries_cue(parse, i, cues, lexicon)}
    return {i for i in kept if not _only_hedges(parse, i, kept, cues, lexicon)}


def _done(parse: Parse, i: int) -> bool:
    """"The truce *was agreed*": nobody is there to say it, and nothing but what it was done to."""
    undergone = any(parse.relations[j] == "nsubj:pass" for j in parse.children[i])
    doer = any(parse.relations[j] == "obl:agent" for j in parse.children[i])
    return undergone and not doer and parse.upos[i] == "VERB" and not kin(parse, i, "ccomp", "xcomp", "csubj", "expl", "advcl")


def _only_hedges(parse: Parse, i: int, tops: set[int], cues: frozenset[int], lexicon: Lexicon) -> bool:
    """"It is clear that", "I suspect", "(she said) she believed": what counts is the clause that follows."""
    if not any(j in tops for j in kin(parse, i, "ccomp", "csubj")):
        return False
    expletive = any(parse.relations[j].startswith("expl") for j in parse.children[i])
    own = parse.heads[i] in cues and parse.lemmas[i].lower() in lexicon.words["thinks"]
    if own and all(parse.upos[j] == "PRON" for j in kin(parse, i, "nsubj")):
        return True
    return expletive or any(parse.word(j).lower() in lexicon.words["speaker"] for j in kin(parse, i, "nsubj"))


def _stands_alone(parse: Parse, i: int, cues: frozenset[int], found: set[int], lexicon: Lexicon) -> bool:
    if not verbal(parse, i) or base(parse.relations[i]) in {"aux", "cop"}:
        return False
    relation, above = parse.relations[i], parse.heads[i]
    kind = base(relation)
    if above in cues and kind in _CONTENT and (relation != "acl:relcl" or completes(parse, i)):
        return not asked(parse, i, lexicon) or parse.lemmas[above].lower() in lexicon.words["asks_about"]
    if above in cues and kind == "advcl" and any(f in lexicon.words["asked_for"] for _, f in marks(parse, i)):
        return True
    if kind == "advcl" and above < i and (subject := kin(parse, i, "nsubj")) and subject[0] < above and kin(parse, i, "cop"):
        return True  # "the court is due to hear it", where a tree hangs the subject on the infinitive
    if kind == "conj":
        return (above in found or above in cues) and _own_clause(parse, i)
    if kind in {"root", "parataxis"}:
        return frame(parse, i) != "to" or bool(kin(parse, i, "nsubj", "cop", "expl"))
    if kind in {"ccomp", "csubj"}:
        return frame(parse, i) == "that" and not asked(parse, i, lexicon)
    if kind == "advcl":
        return _adverbial(parse, i, lexicon) and (above not in cues or frame(parse, i) == "that")
    if kind == "acl" and frame(parse, i) == "to":
        return announced(parse, i)
    if relation == "acl" and _telegraphic(parse, i):
        return True
    if kind == "acl" and relation != "acl:relcl" and parse.heads[above] in cues and base(parse.relations[above]) == "obj":
        return frame(parse, i) == "that" and bool(marks(parse, i))  # "gave an assurance that it would leave"
    return kind == "acl" and _aside(parse, i, lexicon) and parse.word(i).lower() not in lexicon.conditions


def _telegraphic(parse: Parse, i: int) -> bool:
    """"Giant eel *found* in lake Corin": the participle of a headline, in which no other verb is finite."""
    noun, (first, stop) = parse.heads[i], parse.sentences[parse.sentence_of[i]]
    if parse.xpos[i] != "VBN" or noun > i or parse.heads[noun] >= 0 or parse.word(stop - 1) in {".", "!", ":"}:
        return False
    return not any(parse.xpos[j] in {"VBD", "VBZ", "VBP", "MD"} for j in range(first, stop))


def _own_clause(parse: Parse, i: int) -> bool:
    """A coordinated verb, not one of two adjectives: "fell and killed", but "black and white"."""
    return parse.upos[i] in {"VERB", "AUX"} or bool(kin(parse, i, "nsubj", "cop"))


def asked(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """A question put in a clause: "whether it fell", "how many died", "who did it"."""
    first, _ = parse.subtree(i)
    forms = {parse.word(j).lower() for j in parse.children[i] if j < i and base(parse.relations[j]) in {"mark", "advmod"}}
    forms.add(parse.word(first).lower())
    wondered = base(parse.relations[i]) in {"ccomp", "csubj"} and parse.xpos[first].startswith("W")
    told = first < parse.heads[i] and parse.relations[parse.heads[i]] == "acl:relcl"  # "who the police say fled"
    return (wondered and not told) or bool(forms & lexicon.words["asks"])


def _adverbial(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    if parse.relations[i] == "advcl:relcl" or parse.word(i).lower() in lexicon.conditions:
        return False
    if inverted(parse, i) or asked(parse, i, lexicon):
        return False
    if any(form.split()[0] in lexicon.words["open_mark"] for _, form in marks(parse, i)):
        return False
    how = frame(parse, i)
    own = bool(kin(parse, i, "nsubj", "expl"))
    if how == "that":
        return own
    timed = parse.xpos[i] == "VBG" or bool(kin(parse, i, "aux"))  # "after firing at the bus", "after being fired at"
    bare = all(timed and form in lexicon.words["gerund_mark"] for _, form in marks(parse, i)) and parse.upos[i] == "VERB"
    told = _has_arguments(parse, i) and (not marks(parse, i) or bool(kin(parse, i, "obj", "obl", "ccomp")))
    return bare and parse.xpos[i] in {"VBG", "VBN"} and told


def _has_arguments(parse: Parse, i: int) -> bool:
    return bool(kin(parse, i, "obj", "obl", "ccomp", "xcomp"))


def _aside(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """A non-restrictive clause: set off by a comma or dash."""
    first, _ = parse.subtree(i)
    if first == 0 or parse.heads[i] >= first:
        return False
    before = parse.word(first) if parse.upos[first] == "PUNCT" else parse.word(first - 1)
    if any(parse.word(j).lower() in lexicon.conditions for j in range(first, min(first + 2, len(parse.words)))):
        return False
    return before in {",", "-", "–", "—", "("} and frame(parse, i) in {"that", "ing", "bare"} and parse.upos[i] != "ADJ"


def _carries_cue(parse: Parse, i: int, cues: frozenset[int], lexicon: Lexicon) -> bool:
    """"Made the claim that", "there are reports that", "it is believed": the verb only carries the cue."""
    carrier = parse.lemmas[i].lower() in lexicon.words["carries_cue"]
    return carrier and any(j in cues and parse.upos[j] != "ADP" for j in kin(parse, i, "obj", "xcomp", "nsubj"))


def _settled(parse: Parse, top: int, cues: frozenset[int], lexicon: Lexicon) -> Clause:
    """Down from the top as long as the words settle what happened further down: "failed to stop burning"."""
    word = top
    for _ in range(8):
        below = _completing(parse, word, lexicon)
        if below is None or below in cues:
            break
        word = below
    noun = _event_noun(parse, word, lexicon)
    if noun is not None:
        return Clause(top, noun, word, parse.lemmas[noun].lower())
    bounds = parse.subtree(parse.heads[top]) if parse.relations[top] == "acl" and _telegraphic(parse, top) else None
    return Clause(top, word, word, _lemma(parse, word), bounds=bounds)


def _lemma(parse: Parse, word: int) -> str:
    """The lemma; "be" where the predicate is a place or time: "is in the north"; of "one of the towns" that of "towns"."""
    if kin(parse, word, "cop"):
        if (whose := counted_among(parse, word)) is not None:
            return parse.lemmas[whose].lower()
        cases = {parse.word(j).lower() for j in kin(parse, word, "case")}
        if cases:
            return parse.lemmas[word].lower() if "among" in cases and parse.upos[word] == "ADJ" else "be"
        whole = kin(parse, word, "nmod")
        if parse.upos[word] in {"NUM", "DET", "PRON"} and whole:
            return parse.lemmas[whole[0]].lower()
    return lemma(parse, word)


def counted_among(parse: Parse, word: int) -> int | None:
    """"*Among the dead* were five guards", "among those *killed* was a nurse": what befell the subject."""
    for j in kin(parse, word, "obl", "nmod", "advcl", "advmod"):
        if j < word and any(form == "among" for _, form in marks(parse, j)):
            befallen = [k for k in kin(parse, j, "acl") if parse.xpos[k] in {"VBN", "VBD"}]
            return befallen[0] if befallen else j if parse.upos[j] in {"ADJ", "VERB"} else None
    return None


def _completing(parse: Parse, word: int, lexicon: Lexicon) -> int | None:
    """The infinitive or gerund whose factuality ``word`` settles, with the same subject."""
    if kin(parse, word, "obj", "iobj"):
        return None
    for j in kin(parse, word, "xcomp", "advcl"):
        due = parse.upos[word] == "ADJ" and f"{parse.lemmas[word]} {frame(parse, j)}" in lexicon.modals
        if base(parse.relations[j]) == "advcl" and not due:
            continue
        if parse.upos[j] != "VERB" and not kin(parse, j, "cop"):
            continue
        how = frame(parse, j)
        found = lexicon.signatures.get((lemma(parse, word), how))
        if found and found[1] == OPEN and any(c.effect.polarity == "-" for c in local_cues(parse, word, lexicon)):
            return None  # "was never forced to sign" says nothing of the signing
        if (found and found[0] != OPEN) or f"{parse.lemmas[word]} {how}" in lexicon.modals:
            return j
    return None


def _event_noun(parse: Parse, word: int, lexicon: Lexicon) -> int | None:
    """The noun that a light verb or "there is" only carries: "staged a protest", "there were clashes"."""
    there = any(parse.word(j).lower() in lexicon.words["existential"] for j in kin(parse, word, "expl"))
    if there and (parse.upos[word] == "AUX" or parse.lemmas[word].lower() in lexicon.words["exists"]):
        return next(iter(kin(parse, word, "nsubj")), None)
    if any(name in lexicon.happening for name in (lemma(parse, word), *(_with_object(parse, word)))):
        return next((j for j in kin(parse, word, "nsubj") if _eventive(parse, j)), None)
    carried = kin(parse, word, "obj") or [j for j in parse.children[word] if parse.relations[j] == "nsubj:pass"]
    if carried and lemma(parse, word) in lexicon.light and _eventive(parse, carried[0]):
        return carried[0]
    return None


def _with_object(parse: Parse, word: int) -> list[str]:
    return [f"{parse.lemmas[word]} {parse.lemmas[j]}" for j in kin(parse, word, "obj")]


def _eventive(parse: Parse, noun: int) -> bool:
    return parse.upos[noun] == "NOUN" and parse.mention_types[noun] == "event"

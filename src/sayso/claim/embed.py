"""One step down the tree: what a word makes of the event that hangs on it."""

from __future__ import annotations

from typing import NamedTuple

from sayso.records import Parse

from .lexicon import Lexicon
from .scale import HELD, OPEN, STANDS, Stand, under, weaken
from .tree import announced, base, completes, frame, inverted, kin, lemma, marks, past, verbal


class Step(NamedTuple):
    """``stand`` of the word below before its own cues; ``beside``: the cues of the word above do not reach it."""

    stand: Stand
    cues: tuple[int, ...] = ()
    beside: bool = False


Held = tuple[Stand, Stand]
"""The stand of the word above, without and with the cues on it."""

_BESIDE = frozenset({"parataxis", "appos", "list", "discourse", "vocative", "dislocated", "orphan", "dep", "reparandum"})


def embedded(parse: Parse, above: int, below: int, held: Held, lexicon: Lexicon) -> Step:
    """The stand of ``below`` that its governor ``above`` leaves it."""
    relation = parse.relations[below]
    kind = base(relation)
    if kind == "conj":
        return Step(held[0], (), beside=True)
    if kind in _BESIDE or (relation in {"acl:relcl", "advcl:relcl"} and not completes(parse, below)):
        return _relative(parse, above, below, held, lexicon)
    if kind == "advcl":
        return adverbial(parse, above, below, held, lexicon)
    if kind in {"ccomp", "xcomp", "csubj", "acl"}:
        return complement(parse, above, below, held, lexicon)
    return nominal(parse, above, below, held, lexicon)


def _relative(parse: Parse, above: int, below: int, held: Held, lexicon: Lexicon) -> Step:
    """An aside is the writer's own, whatever the main clause: "the man who fled may return" has him fled.

    "They want a rule that protects them": what is wanted need not be; "they want the rule that protects them to stay" has it.
    """
    if parse.relations[below] == "acl:relcl" and held[1] == OPEN and not past(parse, below) and not _known(parse, above, lexicon):
        return Step(OPEN)
    return Step(HELD, (), beside=True)


def adverbial(parse: Parse, above: int, below: int, held: Held, lexicon: Lexicon) -> Step:
    """A clause of time, cause, condition, purpose: its conjunction decides, unless the verb asks for it ("kept from")."""
    if inverted(parse, below):
        return Step(OPEN)
    asked = {form for _, form in marks(parse, below)} & lexicon.words["asked_for"]
    found = signature(parse, above, "ing", lexicon) if asked else None
    if found is not None:
        return _signed(above, found, held)
    for j, form in marks(parse, below) + _asked(parse, below):
        rule = lexicon.conditions.get(form) or lexicon.conditions.get(form.split()[0])
        if rule is None:
            continue
        found = _purpose(parse, above, lexicon) if form in lexicon.words["infinitive"] else None
        if found is not None:
            return _signed(above, found, held)
        if rule[0] in {"past", "CT+"}:
            return _presupposed(parse, below, held, rule[0] == "CT+")
        if rule[0] != "=":
            stand = STANDS[rule[0]]
            return Step(weaken(stand, held[1]) if held[1].polarity == "+" else stand, (j,), beside=stand == OPEN)
    aside = held[1] == OPEN and _set_off(parse, below)
    return Step(held[1]) if held[1].polarity != "-" and not aside else Step(HELD, (), beside=True)


def _set_off(parse: Parse, below: int) -> bool:
    """A participle behind a comma tells something of its own: "wants to buy the mill, adding to its holdings"."""
    first, _ = parse.subtree(below)
    comma = parse.word(first) == "," or (first > 0 and parse.word(first - 1) == ",")
    return comma and parse.heads[below] < first and parse.xpos[below] in {"VBG", "VBN"} and not marks(parse, below)


def _purpose(parse: Parse, above: int, lexicon: Lexicon) -> Held | None:
    """What a verb of change came to ("fell to reach a low"); what a verb of asking asks for ("called on them to leave")."""
    result = lexicon.signatures.get((lemma(parse, above), "result"))
    wanted = signature(parse, above, "to", lexicon)
    return result or (wanted if wanted and wanted[0] == OPEN else None)


def _asked(parse: Parse, below: int) -> list[tuple[int, str]]:
    """Adverbs that introduce clauses: "when", "once"."""
    return [(j, parse.word(j).lower()) for j in kin(parse, below, "advmod") if parse.xpos[j] == "WRB"]


def _presupposed(parse: Parse, below: int, held: Held, always: bool) -> Step:
    if always or past(parse, below):
        return Step(HELD, (), beside=True)
    return Step(weaken(HELD, held[1]))


def _once_thought(parse: Parse, above: int, lexicon: Lexicon) -> bool:
    """"We thought it was a bomb": whoever says so of himself no longer does."""
    if parse.lemmas[above].lower() not in lexicon.words["mistakes"] or parse.xpos[above] != "VBD":
        return False
    return any(parse.word(j).lower() in lexicon.words["speaker"] for j in kin(parse, above, "nsubj"))


def complement(parse: Parse, above: int, below: int, held: Held, lexicon: Lexicon) -> Step:
    """A clause that completes a verb, noun or adjective: "failed to pay", "the plan to withdraw"."""
    asked = next((j for j, form in marks(parse, below) if form in lexicon.words["interrogative"]), None)
    if asked is not None:
        return Step(OPEN, (asked,), beside=True)
    how = frame(parse, below)
    if how == "that" and _once_thought(parse, above, lexicon):
        return Step(OPEN, (above,), beside=True)
    if base(parse.relations[below]) == "xcomp" and not verbal(parse, below):
        return Step(held[1])
    if how == "to" and base(parse.relations[below]) == "acl" and announced(parse, below):
        return Step(weaken(STANDS["PR+"], held[1]), tuple(j for j, _ in marks(parse, below)))
    if base(parse.relations[below]) == "acl" and not marks(parse, below) and how != "that":
        return Step(weaken(HELD, held[1]))
    if _told(parse, above, how, lexicon) and held[0].polarity == "-":
        return Step(held[0])
    found = _of_object(parse, above, how, lexicon) or _undoubted(parse, above, lexicon) or signature(parse, above, how, lexicon)
    rumour = hearsay(parse, above, lexicon) if found is None or found[0] == HELD else None
    if rumour is not None and base(parse.relations[below]) == "ccomp":
        return _signed(rumour[0], rumour[1], held)
    if found == (HELD, HELD) and how == "to":
        return Step(weaken(HELD, held[1]), (), beside=held[1].certainty == "certain")
    if found is not None:
        return _signed(_deciding(parse, above, how, lexicon), found, held)
    if how == "to":
        return Step(OPEN if base(parse.relations[below]) == "xcomp" else weaken(STANDS["PS+"], held[1]), (above,))
    if base(parse.relations[below]) == "acl" or (past(parse, below) and held[1] == OPEN):
        return Step(HELD if past(parse, below) else weaken(HELD, held[1]))
    return Step(held[1])


def _told(parse: Parse, noun: int, how: str, lexicon: Lexicon) -> bool:
    """Whether what hangs on a noun is what is told: "rejected claims that it fell", "the claim of shooting it down"."""
    gerund = how == "ing" and parse.lemmas[noun].lower() in lexicon.words["report_noun"]
    return parse.upos[noun] in {"NOUN", "PROPN"} and (how == "that" or gerund)


def _of_object(parse: Parse, above: int, how: str, lexicon: Lexicon) -> Held | None:
    """The row of a noun that carries the clause on its verb's behalf: "gave a promise to", "have no doubt that"."""
    if lemma(parse, above) not in lexicon.light:
        return None
    for j in kin(parse, above, "obj"):
        found = lexicon.signatures.get((parse.lemmas[j].lower(), how))
        if found is not None:
            return _undoubted(parse, j, lexicon) or found
    return None


def _undoubted(parse: Parse, noun: int, lexicon: Lexicon) -> Held | None:
    """"No doubt that", "little doubt that"."""
    if parse.lemmas[noun].lower() not in lexicon.words["doubtless"]:
        return None
    forms = [parse.word(k).lower() for k in kin(parse, noun, "det", "amod")]
    if any((form, "determiner") in lexicon.negation for form in forms):
        return HELD, OPEN
    return (STANDS["PR+"], OPEN) if any((form, "degree") in lexicon.negation for form in forms) else None


def hearsay(parse: Parse, above: int, lexicon: Lexicon) -> tuple[int, Held] | None:
    """The subject that leaves in doubt what completes its verb, and its row: "rumours spread that", "the theory holds that"."""
    for j in kin(parse, above, "nsubj"):
        found = lexicon.signatures.get((parse.lemmas[j].lower(), "that"))
        if found is not None and parse.upos[j] == "NOUN" and found[0].certainty in {"possible", "probable"}:
            return j, found
    return None


def _signed(above: int, found: Held, held: Held) -> Step:
    """A governor that passes its own certainty on ("said that") is no cue; a factive leaves its own cues behind."""
    if found == (HELD, HELD):
        return Step(HELD, (), beside=True)
    column = found[1] if held[1].polarity == "-" else found[0]
    return Step(under(held[1], *found), () if column == HELD == found[0] else (above,))


def _deciding(parse: Parse, above: int, how: str, lexicon: Lexicon) -> int:
    """The word whose row it is: "yet" of "has yet to leave", else the governor."""
    near = kin(parse, above, "advmod", "amod") if how == "to" else []
    return next((j for j in near if parse.word(j).lower() in lexicon.words["degree"]), above)


def signature(parse: Parse, above: int, how: str, lexicon: Lexicon) -> Held | None:
    """The table's row for a governor and a frame: of the past first, then degree words ("too late to", "the first to")."""
    near = [parse.word(j).lower() for j in kin(parse, above, "advmod", "amod")] if how == "to" else []
    names = [(d, how) for d in near if d in lexicon.words["degree"]]
    names += [(lemma(parse, above), "to-past")] if how == "to" and _done(parse, above) else []
    names += [(lemma(parse, above), how), (parse.lemmas[above].lower(), how)]
    return next((lexicon.signatures[name] for name in names if name in lexicon.signatures), None)


def _done(parse: Parse, above: int) -> bool:
    """In the past or the perfect: "had to", "have been able to"."""
    perfect = parse.xpos[above] == "VBN" or any(parse.xpos[j] == "VBN" for j in kin(parse, above, "cop"))
    had = perfect and any(parse.lemmas[j] == "have" and parse.xpos[j] != "VB" for j in kin(parse, above, "aux"))
    return (past(parse, above) and parse.xpos[above] != "VBG") or had


def nominal(parse: Parse, above: int, below: int, held: Held, lexicon: Lexicon) -> Step:
    """An event noun or participle inside a clause: "denied the attack", "the threat of war", "after the blast"."""
    relation = parse.relations[below]
    kind = base(relation)
    for j, form in marks(parse, below):
        rule = lexicon.negation.get((form, "mark"))
        if rule is not None:
            return Step(rule, (j,))
    of_what = kind == "nsubj" and bool(kin(parse, above, "cop")) and parse.lemmas[below].lower() in lexicon.words["report_noun"]
    if of_what or kind in {"obj", "obl", "nmod", "compound"} or relation in {"nsubj:pass", "nsubj:outer"}:
        found = _of_noun(parse, above, below, lexicon)
        stands = parse.lemmas[below].lower() in lexicon.words["content_noun"]
        if found is not None and not stands and (_governs(parse, kind, below, lexicon) or _led(parse, above, below, lexicon)):
            return _signed(above, found, held)
    return _inherited(parse, kind, below, held, lexicon)


def _led(parse: Parse, above: int, below: int, lexicon: Lexicon) -> bool:
    """Whether the governor has a row with just this preposition: "no truth in the reports"."""
    return any((f"{parse.lemmas[above].lower()} {form}", "noun") in lexicon.signatures for _, form in marks(parse, below))


def _of_noun(parse: Parse, above: int, below: int, lexicon: Lexicon) -> Held | None:
    """The row for a governor with the noun's preposition ("call for") before that for the governor alone."""
    for _, form in marks(parse, below):
        found = lexicon.signatures.get((f"{parse.lemmas[above].lower()} {form}", "noun"))
        if found is not None:
            return found
    return signature(parse, above, "noun", lexicon)


def _governs(parse: Parse, kind: str, below: int, lexicon: Lexicon) -> bool:
    """Whether a noun is what its governor embeds, and not a time, place or manner beside it."""
    if kind in {"obj", "nsubj", "compound"} or (not marks(parse, below) and parse.mention_types[below] != "time"):
        return True  # of "laughed off reports" a parser may make "off reports"
    return any(form in lexicon.words["governed"] for _, form in marks(parse, below))


def _inherited(parse: Parse, kind: str, below: int, held: Held, lexicon: Lexicon) -> Step:
    """A new thing shares the fate of the clause that brings it in; what "the" marks as known does not."""
    if kind == "compound":
        return Step(held[1])
    if kind in {"obj", "nsubj"} and not _known(parse, below, lexicon) and not verbal(parse, below):
        return Step(held[1] if kind == "obj" else weaken(HELD, held[1]))
    if kind in {"aux", "cop", "fixed", "flat", "goeswith"}:
        return Step(held[1])
    return Step(HELD, (), beside=True)


def _known(parse: Parse, noun: int, lexicon: Lexicon) -> bool:
    """What "the", a possessive or its name marks as there already."""
    told = any(parse.word(j).lower() in lexicon.words["known"] for j in kin(parse, noun, "det"))
    return told or parse.upos[noun] == "PROPN" or any(parse.relations[j] == "nmod:poss" for j in parse.children[noun])

"""Claims without a verb: what a source reports or denies by a noun."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.records import Parse

from .clause import Clause
from .lexicon import Lexicon
from .sayings import Sayings
from .tree import base, kin, lemma, marks


def named_events(
    parse: Parse, sentence: tuple[int, int], sayings: Sayings, group: Iterable[Clause], lexicon: Lexicon
) -> list[Clause]:  # fmt: skip
    """Clauses of contents that are but a noun: "denied involvement in the raid", "reported the death of two guards"."""
    taken = {id(sayings.innermost(c.head)) for c in group}
    found = []
    for i in range(*sentence):
        above = parse.heads[i]
        hangs = above in sayings.cue_words and base(parse.relations[i]) in {"obj", "obl", "nmod"}
        if not hangs or not _names(parse, i, lexicon):
            continue
        said = sayings.innermost(i)
        if sayings.governing_cue(i, said) != above or id(said) in taken:
            continue
        if parse.lemmas[i].lower() in lexicon.words["hand_in"]:
            found.append(_hand_in(parse, i, above))
        elif _tells(parse, i, lexicon) or _denies(parse, above, lexicon):
            found.append(Clause(i, i, i, parse.lemmas[i].lower()))
    return found


def _hand_in(parse: Parse, noun: int, cue: int) -> Clause:
    """"The Front claimed *responsibility for the bombing*": that the Front did it; "denied *involvement*"."""
    doer, deed = kin(parse, cue, "nsubj"), kin(parse, noun, "nmod")
    parts = (*(("agent", j) for j in doer[-1:]), *(("target", j) for j in deed[:1]))
    return Clause(noun, noun, noun, parse.lemmas[noun].lower(), bounds=parse.subtree(noun), parts=parts)


def small_clauses(parse: Parse, cues: Iterable[int], sayings: Sayings, lexicon: Lexicon) -> list[Clause]:
    """"Called | the ban a trick", "described him as a coward", "put | the number at 17": a content without a verb."""
    found = []
    for cue in cues:
        thing = next((j for j in kin(parse, cue, "obj") if j > cue), None)
        if thing is None or sayings.innermost(thing) is sayings.innermost(cue):
            continue
        word = _counted(parse, cue, thing, lexicon) or _called(parse, cue, thing, lexicon)
        if word is not None and word > thing:
            counts = parse.upos[word] == "NUM" or bool(kin(parse, word, "nummod"))
            roles = (("target", thing), ("amount", word)) if counts else (("agent", thing), ("attribute", word))
            head = thing if counts and parse.upos[thing] != "PRON" else word
            bounds = parse.subtree(thing)[0], parse.subtree(word)[1]
            found.append(Clause(head, head, head, parse.lemmas[head].lower(), bounds=bounds, parts=roles))
    return found


def _counted(parse: Parse, cue: int, thing: int, lexicon: Lexicon) -> int | None:
    """The number that a source gives: "put the toll at 17", "raised it to 18"."""
    verb, said = parse.lemmas[cue].lower(), parse.lemmas[thing].lower()
    changed = verb in lexicon.words["recounts"]
    stands_for = changed and said in lexicon.words["deictic"]
    if not (changed or verb in lexicon.words["counts"]) or not (stands_for or said in lexicon.words["count_noun"]):
        return None
    led = {"to"} if changed else {"at", "as"}
    near = [*kin(parse, cue, "obl"), *kin(parse, thing, "nmod")]
    numbered = (j for j in near if any(form in led for _, form in marks(parse, j)))
    return next((j for j in numbered if parse.upos[j] == "NUM" or kin(parse, j, "nummod")), None)


def _called(parse: Parse, cue: int, thing: int, lexicon: Lexicon) -> int | None:
    """What a source calls somebody or something."""
    if parse.lemmas[cue].lower() not in lexicon.words["calls"]:
        return None
    as_what = [j for j in kin(parse, cue, "obl", "advcl", "xcomp") if any(form == "as" for _, form in marks(parse, j))]
    beside = [j for j in kin(parse, thing, "nmod") if any(form == "as" for _, form in marks(parse, j))]
    named = [*kin(parse, cue, "xcomp"), *(j for j in kin(parse, cue, "obj") if j > thing)]
    plain = (j for j in (*named, *as_what, *beside) if parse.upos[j] in {"NOUN", "PROPN", "ADJ"} and not kin(parse, j, "cop"))
    return next(plain, None)


def _names(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """A noun that is more than a name for what was said: not "denied the allegations"."""
    known = lexicon.words["report_noun"] | lexicon.words["content_noun"]
    own_deed = parse.lemmas[i].lower() in lexicon.words["hand_in"] or _blamed_for(parse, i, lexicon)
    return parse.upos[i] == "NOUN" and parse.lemmas[i].lower() not in known and (own_deed or _told_of(parse, i))


def _blamed_for(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """"Blamed the Front for *the killings*": who is blamed for it makes it more than the bare noun."""
    blames = parse.lemmas[parse.heads[i]].lower() in lexicon.words["blames"] and bool(kin(parse, parse.heads[i], "obj"))
    return blames and any(form in lexicon.words["blamed_for"] for _, form in marks(parse, i))


def _told_of(parse: Parse, i: int) -> bool:
    """More than the bare noun: "denied the attack on the depot", not "condemned the attack"."""
    return any(base(parse.relations[j]) not in {"det", "case", "punct", "amod", "cc", "mark"} for j in parse.children[i])


def _tells(parse: Parse, noun: int, lexicon: Lexicon) -> bool:
    return parse.mention_types[noun] == "event" or parse.lemmas[noun].lower() in lexicon.event_nouns


def _denies(parse: Parse, cue: int, lexicon: Lexicon) -> bool:
    signature = lexicon.signatures.get((lemma(parse, cue), "noun"))
    return signature is not None and signature[0].polarity == "-"

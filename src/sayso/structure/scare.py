"""Which quotations are no speech: a word of which the writer keeps a distance, a label, the title of a work."""

from __future__ import annotations

import dataclasses

from sayso.records import Parse, Quotation

from .lexicon import Lexicon

_LONGEST = 6  # words
_LONGEST_TITLE = 15
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def mark_scare(quotations: tuple[Quotation, ...], parse: Parse, lexicon: Lexicon) -> tuple[Quotation, ...]:
    """Quotations with ``scare`` set: people call these strangers “Northerners”; but not: he called it “a disgrace”."""
    return tuple(dataclasses.replace(q, scare=True) if _scare(q, parse, lexicon) else q for q in quotations)


def _scare(quotation: Quotation, parse: Parse, lexicon: Lexicon) -> bool:
    inside = parse.words_in(quotation.inner)
    words = [i for i in inside if parse.upos[i] not in ("PUNCT", "SYM")]
    if not words or not quotation.closed:
        return False
    if _title(words, inside, parse):
        return True
    if len(words) > _LONGEST:
        return False
    if any(parse.xpos[i] in _FINITE for i in words) or parse.word(inside[-1]) in ("!", "?", "."):
        return False
    if (inside[0] > 1 and parse.word(inside[0] - 2) == ":") or _alone(inside, parse):
        return False
    return not _said(inside, parse, lexicon)


def _title(words: list[int], inside: range, parse: Parse) -> bool:
    """“The Fall of Orlan”: all its words in capitals where those around it are not."""
    if not 2 <= len(words) <= _LONGEST_TITLE:
        return False
    first, stop = parse.sentences[parse.sentence_of[words[0]]]
    around = (*range(max(first, words[0] - 30), inside[0]), *range(inside[-1] + 1, min(stop, words[-1] + 30)))
    outside = (parse.word(i) for i in around)
    own = [parse.word(i) for i in words if len(parse.word(i)) > 3 and parse.word(i).isalpha()]
    return len(own) > 1 and all(w[0].isupper() for w in own) and any(len(w) > 3 and w.islower() for w in outside)


def _alone(inside: range, parse: Parse) -> bool:
    """A quotation that fills its sentence is speech."""
    first, stop = parse.sentences[parse.sentence_of[inside[0]]]
    outside = [i for i in (*range(first, inside[0]), *range(inside[-1] + 1, stop)) if parse.upos[i] != "PUNCT"]
    return not outside if stop - first < 40 else False


def _said(inside: range, parse: Parse, lexicon: Lexicon) -> bool:
    """Does a verb of saying stand over the quoted words, nearer than another noun's own clause?"""
    at = next((i for i in inside if parse.heads[i] not in inside), inside[0])
    if len(inside) == 1 and (parse.child(at, "det") is not None or parse.relations[at] in ("amod", "compound")):
        return False
    for _ in range(6):
        below, at = at, parse.heads[at]
        if at < 0:
            return False
        lemma = parse.lemmas[at].lower()
        if lemma in lexicon.uses["dub"]:
            return False
        if lemma in lexicon.uses["label"]:
            return not parse.word(inside[0])[:1].isupper()
        if lemma in lexicon.speech and parse.upos[at] == "VERB" and parse.relations[below] not in ("nsubj", "advcl", "obl"):
            return True
        if parse.upos[at] == "VERB" and (len(inside) == 1 or parse.relations[at] not in ("ccomp", "xcomp", "conj")):
            return False
    return False

"""Cues on the word itself: negation, modals, hedges, questions, commands."""

from __future__ import annotations

from typing import NamedTuple

from sayso.records import Parse

from .lexicon import Lexicon
from .scale import HELD, OPEN, STANDS, Stand
from .tree import base, inverted, kin, marks, past, verbal


class Cue(NamedTuple):
    """The word that says so and what it makes of what it stands with."""

    word: int
    effect: Stand


_QUOTES = frozenset("\"“”„«»'’`")
_DENIED_BY_ARGUMENT = ("nsubj", "obj", "obl", "iobj", "nmod")


def local_cues(parse: Parse, i: int, lexicon: Lexicon) -> list[Cue]:
    """Cues whose scope is the clause of word ``i``: "may", "not", "reportedly"; for a noun "alleged", "no"."""
    own = [c for j in parse.children[i] for c in _of_child(parse, i, j, lexicon)]
    own += _determined(parse, i, lexicon) + commanded(parse, i, lexicon) + asked(parse, i)
    return _unable(parse, own or shared_cues(parse, i, lexicon), lexicon)


def _unable(parse: Parse, cues: list[Cue], lexicon: Lexicon) -> list[Cue]:
    """What cannot be is certainly not: "can" weakens nothing beside "not"."""
    if not any(c.effect == STANDS["CT-"] for c in cues):
        return cues
    able = {form for form, (_, kind) in lexicon.modals.items() if kind == "ability"}
    return [Cue(c.word, HELD) if parse.word(c.word).lower() in able else c for c in cues]


def _of_child(parse: Parse, i: int, j: int, lexicon: Lexicon) -> list[Cue]:
    relation, form = base(parse.relations[j]), parse.word(j).lower()
    if parse.relations[j] == "nsubj:outer" and parse.upos[j] == "NOUN" and any(j < k for k in kin(parse, i, "mark")):
        found = lexicon.signatures.get((parse.lemmas[j].lower(), "that"))
        return [Cue(j, found[0])] if found and found[0].certainty in {"possible", "probable"} else []
    if relation == "aux" and form in lexicon.modals:
        return _modal(parse, i, j, lexicon)
    if relation in {"case", "mark"} and parse.xpos[i] == "VB":
        return [Cue(j, lexicon.modals[f][0]) for k, f in marks(parse, i) if k == j and f in lexicon.modals]
    if relation == "advmod":
        return _adverb(parse, i, j, form, lexicon)
    if relation == "amod" and ((form, "adjective") in lexicon.hedges):
        return [Cue(j, lexicon.hedges[form, "adjective"])]
    if relation == "advcl" and verbal(parse, i):
        settled = past(parse, i) or _unreal(parse, i, lexicon) or (parse.xpos[i] == "VBG" and not kin(parse, i, "aux"))
        return [] if settled else _condition(parse, j, lexicon)
    if relation in {"cc", "cc:preconj"} and form in {"nor", "neither"}:
        return [Cue(j, lexicon.negation[form, "modifier"])]
    if relation in _DENIED_BY_ARGUMENT and verbal(parse, i):
        return _argument(parse, j, form, lexicon)
    return []


def _modal(parse: Parse, i: int, j: int, lexicon: Lexicon) -> list[Cue]:
    effect, kind = lexicon.modals[parse.word(j).lower()]
    if kind == "conditional" and (parse.xpos[j] != "MD" or parse.lemmas[i].lower() in lexicon.words["would_wish"]):
        return []
    if kind != "conditional":
        return [Cue(j, effect)]
    unreal = _unreal(parse, i, lexicon)
    if any(_condition(parse, k, lexicon) or inverted(parse, k) for k in kin(parse, i, "advcl")):
        denied = bool(_denials(parse, kin(parse, i, "advmod"), lexicon))
        return [Cue(j, STANDS["PR-"] if unreal and not denied else OPEN)]
    return [Cue(j, OPEN if unreal else effect)]


def _unreal(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """"Would have sunk"."""
    helpers = kin(parse, i, "aux")
    would = any(lexicon.modals.get(parse.word(k).lower(), ("", ""))[1] == "conditional" for k in helpers)
    return would and any(parse.lemmas[k] == "have" for k in helpers)


def _condition(parse: Parse, j: int, lexicon: Lexicon) -> list[Cue]:
    """What a condition makes of its main clause: "if it rains, the match is off"."""
    rules = [(k, lexicon.conditions.get(form, ("", ""))[1]) for k, form in marks(parse, j)]
    return [Cue(k, STANDS[effect]) for k, effect in rules if effect]


def _adverb(parse: Parse, i: int, j: int, form: str, lexicon: Lexicon) -> list[Cue]:
    if (form, "adverb") in lexicon.hedges:
        return [Cue(j, lexicon.hedges[form, "adverb"])]
    effect = lexicon.negation.get((form, "modifier"))
    if effect is None:
        return _of_degree(parse, j, form, lexicon)
    if _additive(parse, j, lexicon) or (form == "no" and parse.upos[i] not in {"VERB", "AUX", "ADJ"}):
        return []
    return [Cue(j, effect)]


def _of_degree(parse: Parse, j: int, form: str, lexicon: Lexicon) -> list[Cue]:
    """"No longer", "never before", "little changed", but not "a little", nor an afterthought ("80 men, not more")."""
    if any(parse.upos[k] == "PUNCT" and k < j for k in parse.children[j]):
        return []
    if form in lexicon.words["degree_denied"]:
        return _denials(parse, kin(parse, j, "advmod", "det"), lexicon)
    effect = lexicon.negation.get((form, "degree")) if not parse.children[j] else None
    return [] if effect is None else [Cue(j, effect)]


def _denials(parse: Parse, words: list[int], lexicon: Lexicon) -> list[Cue]:
    rules = [(k, lexicon.negation.get((parse.word(k).lower(), "modifier"))) for k in words]
    return [Cue(k, effect) for k, effect in rules if effect is not None]


def _additive(parse: Parse, j: int, lexicon: Lexicon) -> bool:
    """"Not only", "not just": what follows is affirmed."""
    following = parse.word(j + 1).lower() if j + 1 < len(parse.words) else ""
    return following in lexicon.words["additive"]


def _argument(parse: Parse, j: int, form: str, lexicon: Lexicon) -> list[Cue]:
    """Cues in an argument that deny the clause: "nobody came", "no deal was signed", "found no sign"."""
    if (form, "subject") in lexicon.negation:
        idle = any(mark in lexicon.words["idle"] for _, mark in marks(parse, j))  # "died for nothing", "stops at nothing"
        return [] if idle else [Cue(j, lexicon.negation[form, "subject"])]
    if any((mark, "mark") in lexicon.negation for _, mark in marks(parse, j)):
        return []
    return _determined(parse, j, lexicon) + _not_one(parse, j, lexicon)


def _not_one(parse: Parse, j: int, lexicon: Lexicon) -> list[Cue]:
    """"Not a penny arrived", "not one guard was hurt", "not all guards fled", "neither the mayor nor the clerk signed"."""
    near = [k for h in (j, *kin(parse, j, "det")) for k in kin(parse, h, "advmod")]
    beside = [k for k in near if k + 1 <= j and parse.word(k + 1).lower() in lexicon.words["single"]]
    return _denials(parse, beside + kin(parse, j, "cc"), lexicon)


def _determined(parse: Parse, i: int, lexicon: Lexicon) -> list[Cue]:
    found = []
    for j in kin(parse, i, "det", "advmod"):
        effect = lexicon.negation.get((parse.word(j).lower(), "determiner"))
        if effect is not None and parse.upos[j] == "DET" and parse.word(i).lower() not in lexicon.words["doubtless"]:
            found.append(Cue(j, effect))
    return found


def shared_cues(parse: Parse, i: int, lexicon: Lexicon) -> list[Cue]:
    """The cues of the first of coordinated predicates that reach word ``i``: "may attack and kill"."""
    first = parse.heads[i]
    if parse.relations[i] != "conj" or first < 0 or kin(parse, i, "nsubj", "aux", "cop", "mark", "expl"):
        return []
    if verbal(parse, i) != verbal(parse, first) or parse.xpos[i] != parse.xpos[first]:
        return []
    if any(parse.word(j).lower() in lexicon.words["alternates"] for j in kin(parse, first, "cc")):
        return []
    before = [j for j in kin(parse, first, "aux", "advmod", "det") if j < first]
    return [c for j in before for c in _of_child(parse, first, j, lexicon)]


def sentence_cue(parse: Parse, i: int, lexicon: Lexicon) -> list[Cue]:
    """For the root of a sentence: the question mark that leaves it open; the "to" of a headline's future."""
    first, stop = parse.sentences[parse.sentence_of[i]]
    for j in range(stop - 1, max(first, stop - 4), -1):
        if parse.word(j).startswith("?") and not _quoted(parse, i, j):
            return [Cue(j, OPEN)]
    to = next((j for j, form in marks(parse, i) if form in lexicon.words["infinitive"] and j < i), None)
    return [Cue(to, STANDS["PR+"])] if to is not None else []


def _quoted(parse: Parse, root: int, mark: int) -> bool:
    """Whether the question is put in a quotation that the root stands outside of: 'critics were many, one asking "Why?"'."""
    text = parse.text[parse.words[mark].start : parse.words[mark].end + 2]
    if not any(c in _QUOTES for c in text):
        return False
    opened = next((j for j in range(mark - 1, parse.sentences[parse.sentence_of[root]][0] - 1, -1) if _is_quote(parse, j)), None)
    return opened is not None and root < opened


def _is_quote(parse: Parse, j: int) -> bool:
    return parse.upos[j] == "PUNCT" and parse.word(j)[:1] in _QUOTES


def asked(parse: Parse, i: int) -> list[Cue]:
    """The question mark of a clause within a sentence: '"Did it burst?" he asked'."""
    if base(parse.relations[i]) not in {"ccomp", "parataxis"}:
        return []
    above = parse.heads[i]
    stops = kin(parse, i, "punct") + [j for j in kin(parse, above, "punct") if i < j < above]
    return [Cue(j, OPEN) for j in stops if j > i and parse.word(j).startswith("?")][:1]


def commanded(parse: Parse, i: int, lexicon: Lexicon) -> list[Cue]:
    """The bare verb of a command, wherever it stands: "go there and see", "if it rings, run"."""
    may = base(parse.relations[i]) in {"root", "parataxis", "conj", "ccomp"}
    return [Cue(i, OPEN)] if may and _command(parse, i, lexicon) else []


def _command(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    if parse.upos[i] != "VERB" or parse.xpos[i] != "VB" or kin(parse, i, "nsubj", "csubj", "mark", "expl", "cop"):
        return False
    if any(parse.word(j).lower() not in lexicon.words["command_aux"] for j in kin(parse, i, "aux")):
        return False
    return parse.relations[i] != "conj" or _command(parse, parse.heads[i], lexicon)

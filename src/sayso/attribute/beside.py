"""Speech put beside its verb without a link of grammar: "*P*, the ministry said, *P*", "*'Why?'* asked the judge."."""

from __future__ import annotations

from .content import clause, tidy
from .draft import Found, Page, Run
from .lexicon import CueWord
from .passives import passive
from .speaker import host, subject
from .speaker_phrase import RELATIVE

_LONGEST_SPEAKER = 8  # words between "which" and "says"
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "ADP"})
_SCRAP = 6  # words of a quotation, marks included, that is no more than a phrase
_BREAKS = frozenset({":", ";"})
_HEARD = frozenset({"tell", "inform", "advise", "warn", "remind", "assure", "brief"})
_STANDS_FOR = frozenset({"so", "it", "this", "that", "much"})  # "as he *put it*"


def parenthetic(page: Page, verb: int, word: CueWord, source: Run | None) -> Found | None:
    """"*The bridge*, the ministry said, *fell*", and "as the ministry said"."""
    relation, head = page.parse.relations[verb], page.parse.heads[verb]
    if not word.frames & {"that", "quote"} or head < 0:
        return None
    as_mark = any(page.lower(j) == "as" for j in page.parse.children[verb] if j < verb)
    speaker = page.parse.child(verb, "nsubj")
    relative = speaker is not None and page.lower(speaker) in RELATIVE
    if relative and any(page.lower(j) in ("not", "n't", "n’t") for j in page.parse.children[verb]):
        return None  # "P, which has not *commented*"
    if page.lower(verb) in ("lay", "lain"):  # who lay there told no lie
        return None
    as_it_said = relation == "advcl" and "that" in word.frames and as_mark
    own = page.below(verb)
    if (inserted := _set_off(page, verb)) is not None:
        own = inserted
        head = _root(page, verb) if own.stop >= page.sentence(verb).stop - 1 else host(page, head)
    elif _complete(page, verb):
        return None  # "as they *answered questions*", "(he *has proposed a truce*)"
    elif relation == "parataxis":
        head = host(page, head)
    elif not as_it_said:
        below = [j for j in page.parse.children[verb] if page.parse.relations[j] == "parataxis"]
        runs = [page.below(j) for j in below if not page.below(j).holds(verb)]
        return (tidy(page, runs), 2, "parataxis", None) if runs else None
    holes = [own] if source is None or own.covers(source) else [own, source]
    strength = 3 if source is not None and page.parse.child(verb, "nsubj") is not None else 1
    content = clause(page, head, [*holes, *_other_clause(page, verb)])
    return content, strength, "parenthetic", None


def within_relative(page: Page, verb: int, word: CueWord, _source: Run | None) -> Found | None:
    """"The minister, *who* the opposition claims *took bribes*": verb upon verb, of which a parser may make anything."""
    told, sentence = verb + 1, page.sentence(verb)
    if told < sentence.stop and page.parse.upos[told] == "ADV":
        told += 1
    pronoun = _pronoun_before(page, verb, sentence)
    upon = told < sentence.stop and _tensed(page, verb) and _tensed(page, told)
    if "that" not in word.frames or pronoun is None or not upon:
        return None
    main = told
    while page.parse.upos[main] == "AUX" and page.parse.heads[main] > main:
        main = page.parse.heads[main]
    stop = min(page.below(main).stop, sentence.stop)
    return tidy(page, [Run(pronoun, pronoun + 1), Run(verb + 1, max(stop, told + 1))]), 3, "that", None


def _pronoun_before(page: Page, verb: int, sentence: Run) -> int | None:
    """The "who" or "which" before the noun phrase before a verb."""
    i = verb - 1
    while i > max(sentence.first, verb - _LONGEST_SPEAKER) and page.parse.upos[i] in _PHRASE:
        i -= 1
    return i if i < verb - 1 and page.lower(i) in RELATIVE and page.parse.xpos[i] in ("WP", "WDT") else None


def _tensed(page: Page, i: int) -> bool:
    return page.parse.upos[i] in ("VERB", "AUX") and page.parse.xpos[i] in ("VBZ", "VBP", "VBD", "MD")


def _complete(page: Page, verb: int) -> bool:
    """Has the verb a content of its own behind it? Whom something is told to is none, nor is "so"."""
    parse = page.parse
    said = [j for j in parse.children[verb] if j > verb and parse.relations[j].split(":")[0] in ("obj", "xcomp", "ccomp")]
    hearer = len(said) == 1 and parse.lemmas[verb] in _HEARD and parse.relations[said[0]] == "obj"
    return bool(said) and not hearer and not any(page.lower(j) in _STANDS_FOR for j in said)


def _set_off(page: Page, verb: int) -> Run | None:
    """"The bridge, *the ministry said*, fell": subject and verb between commas, or before the full stop, which a parser
    may take for a relative clause without its pronoun."""
    speaker = page.parse.child(verb, "nsubj")
    hangs = page.parse.relations[verb].startswith(("acl", "advcl")) or _ends_list(page, verb)
    if not hangs or speaker is None or speaker > verb:
        return None
    first = page.below(speaker).first
    aside = all(page.parse.relations[j] in ("nsubj", "aux", "advmod") or j > verb or page.parse.upos[j] == "PUNCT"
                for j in page.parse.children[verb])  # fmt: skip
    last, stop = page.sentence(verb).stop - 1, _with_hearer(page, verb)
    closed = stop <= last and (page.parse.word(stop) == "," or stop == last)
    opened = first > 0 and "," in (page.parse.word(first - 1), page.parse.word(first))
    whom = page.parse.upos[speaker] == "PRON" and page.parse.relations[verb].startswith("acl")
    return Run(first, stop) if aside and closed and opened and not whom else None


def _ends_list(page: Page, verb: int) -> bool:
    """"Rebels raided a village and raised a flag, *a resident told the Courier*": a last clause without its "and"."""
    last = _with_hearer(page, verb) == page.sentence(verb).stop - 1
    return last and page.parse.relations[verb] == "conj" and page.parse.child(verb, "cc") is None


def _with_hearer(page: Page, verb: int) -> int:
    """Where "told *the Courier*" ends."""
    whom = [j for j in page.parse.children[verb] if j > verb and page.parse.relations[j] in ("obj", "iobj")]
    run = page.below(whom[0]) if len(whom) == 1 else Run(verb, verb + 1)
    return run.stop if run.first <= verb + 1 and run.stop - verb < 8 else verb + 1


def _root(page: Page, i: int) -> int:
    for _ in range(len(page.parse.words)):
        if page.parse.heads[i] < 0:
            break
        i = page.parse.heads[i]
    return i


def _other_clause(page: Page, verb: int) -> list[Run]:
    """"The source insists that P: *on Thursdays*, he says, *Q*": what stands before the colon has its own cue."""
    sentence = page.sentence(verb)
    for i in range(verb, sentence.first, -1):
        if page.parse.word(i) in _BREAKS and not any(q.holds(i) for q in page.quoted(Run(i, i + 1))):
            told = any(page.parse.lemmas[j] in page.words.verbs and subject(page, j) is not None
                       for j in range(sentence.first, i) if page.parse.upos[j] == "VERB")  # fmt: skip
            return [Run(sentence.first, i + 1)] if told or page.parse.word(i) == ";" else []
    return []


def neighbour(page: Page, verb: int, word: CueWord, source: Run | None) -> Found | None:
    """A quotation that stands before or after the verb without a link of grammar: "*"Why?"* asked the judge."."""
    if "quote" not in word.frames or not _finite(page, verb) or passive(page, verb):
        return None
    sentence = page.sentence(verb)
    around = Run(max(0, sentence.first - 1), sentence.stop + 1)
    near = [q for q in page.quoted(around) if not q.holds(verb) and (sentence.overlaps(q) or _next_door(page, sentence, q))]
    near = [q for q in near if source is None or not source.covers(q)]  # 'Omar "the Fox" Haddad shouted'
    if not near:
        return None
    nearest = min(near, key=lambda q: min(abs(q.first - verb), abs(q.stop - verb)))
    if _cue_between(page, verb, nearest) or _within_other(page, verb, nearest):
        return None
    what = page.parse.child(verb, "obj")
    scrap = nearest.stop - nearest.first <= _SCRAP and nearest.stop < verb
    if what is not None and scrap and verb < what and page.parse.child(verb, "cc") is not None:
        return None  # "said it was 'hurt' but *rejected claims* that P"
    if what is not None and verb < what < nearest.first and not _led_in(page, what, nearest):
        return None  # "praised *the plan* as fit for 'the new age'"
    if what is not None and page.below(what).overlaps(nearest):
        nearest = Run(min(page.below(what).first, nearest.first), max(page.below(what).stop, nearest.stop))
    return tidy(page, [nearest]), 2, "neighbour", None


def _cue_between(page: Page, verb: int, quote: Run) -> bool:
    """"After *stressing* its worth, Din declares: 'Q'": the quotation is the nearer verb's."""
    between = range(verb + 1, quote.first) if quote.first > verb else range(quote.stop, verb)
    words = (page.words.verbs.get(page.parse.lemmas[i].lower()) for i in between if page.parse.upos[i] == "VERB")
    return any(w is not None and "quote" in w.frames and w.kind == "speech" for w in words)


def _led_in(page: Page, what: int, quote: Run) -> bool:
    """Does an object lead up to a quotation: "asked the judge, *'Why?'*", "repeated the claim *that 'P'*"?"""
    return page.below(what).overlaps(quote) or page.parse.word(quote.first - 1) in (",", ":")


def _within_other(page: Page, verb: int, quote: Run) -> bool:
    """"*Asked if the plan was 'fair to all'*, many said yes": a quotation in midst of a clause of which the verb has no part."""
    if quote.stop > verb:
        return False
    beside = [page.below(j) for j in page.parse.children[verb] if page.parse.relations[j] == "advcl"]
    return any(run.first < quote.first and quote.stop <= run.stop + 1 for run in beside)


def _finite(page: Page, verb: int) -> bool:
    """Has the verb a subject of its own, or is it a participle of speech: "..., *adding*: 'Q'"?"""
    if page.parse.child(verb, "nsubj") is not None or page.parse.relations[verb] in ("root", "parataxis"):
        return True
    return page.parse.relations[verb] == "conj" or page.lower(verb).endswith("ing")


def _next_door(page: Page, sentence: Run, quote: Run) -> bool:
    """The quotation ends unfinished where the sentence of the verb starts, or starts after its colon."""
    if quote.stop == sentence.first and page.block(quote.first) == page.block(sentence.first):
        last = page.parse.span(max(quote.first, quote.stop - 4), quote.stop - 1).of(page.parse.text).rstrip("\"'”’»")[-1:]
        return page.parse.word(sentence.first)[:1].islower() or last in (",", "?", "!")
    return quote.first == sentence.stop and page.parse.word(sentence.stop - 1) == ":"

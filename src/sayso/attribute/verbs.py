"""Verbs that say, think, see, deny: "the ministry *denied* that ..."."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .beside import neighbour, parenthetic, within_relative
from .content import tidy
from .draft import Draft, Found, Page, Run, merged, without
from .figures import figure, number
from .hearer import taken_up
from .lexicon import CueWord
from .passives import naming, passive
from .speaker import issued, quoted_speech, relative, shows, subject
from .speaker_phrase import phrase, spoken_by

_OPENING = frozenset({"why", "how", "what", "when", "where", "who", "whom", "which", "whether", "if", "that"})
_TELLS = frozenset({"tell", "inform", "order", "ask", "urge", "instruct", "advise"})  # their passive's subject is told
_CLAUSE = 4  # words that a clause has at least
_AUXILIARY = ("aux", "aux:pass", "cop")


def verb_drafts(page: Page) -> Iterator[Draft]:
    """A draft for each cue verb that has something for a content."""
    for i, tag in enumerate(page.parse.upos):
        word = _word(page, i) if tag == "VERB" else None
        draft = _draft(page, i, word) if word is not None else None
        if draft is not None:
            yield draft


def _word(page: Page, verb: int) -> CueWord | None:
    """The row of a verb, of "*rule out*" with its particle."""
    lemma, particle = page.parse.lemmas[verb].lower(), page.parse.child(verb, "compound:prt")
    phrasal = None if particle is None else page.words.verbs.get(f"{lemma} {page.lower(particle)}")
    return phrasal or page.words.verbs.get(lemma)


def _draft(page: Page, verb: int, word: CueWord) -> Draft | None:
    speaker = subject(page, verb)
    source = spoken_by(page, speaker, verb) if speaker is not None else None
    found = _complement(page, verb, word, source)
    if found is None or naming(page, verb):
        return None
    content, strength, rule, last = found
    if word.kind == "document" and source is not None and not shows(page, source):
        return None
    if rule == "passive" and speaker is None:
        source = None
    cue = group(page, verb, last)
    above = page.parse.heads[verb] if _quoted_by_other(page, verb) else None
    strength = 4 if above is not None else _lowered(page, verb, word, speaker, strength)
    evidence = issued(page, verb)
    return Draft(source, cue, content, verb, word.kind, strength, rule, above, (evidence,) if evidence else ())


def _quoted_by_other(page: Page, verb: int) -> bool:
    """"quoted him as *ordering* the troops to stop": that he did is what the quotation is for."""
    return page.parse.heads[verb] >= 0 and quoted_speech(page, page.parse.heads[verb]) == verb


def _as_saying(page: Page, verb: int, word: CueWord, source: Run | None) -> Found | None:
    """"quoted *the harbor master as saying that P*"; "was quoted as saying" only where it is said by whom."""
    if word.kind != "cite":
        return None
    said = quoted_speech(page, verb)
    whom = page.parse.child(verb, "nsubj" if passive(page, verb) else "obj")
    if said is None or whom is None or (passive(page, verb) and source is None):
        return None
    runs = (page.below(whom), page.below(said))
    holes = [group(page, verb, None)] + ([source] if source else [])
    return tidy(page, [piece for run in merged(runs) for piece in without(run, holes)]), 3, "quoting", None


def _lowered(page: Page, verb: int, word: CueWord, speaker: int | None, strength: int) -> int:
    """Nobody to speak, or a thought: grammar alone vouches for less."""
    if speaker is None and not passive(page, verb) and page.parse.relations[verb] not in ("parataxis",):
        strength -= 1
    return min(strength, 2) if word.kind in ("thought", "perception", "document") else strength


def _complement(page: Page, verb: int, word: CueWord, source: Run | None) -> Found | None:
    """The content, the strength of the frame, its name, and the last word of the cue beyond the verb."""
    for frame in _FRAMES:
        found = frame(page, verb, word, source)
        if found is not None and found[0]:
            return found
    return None


def _that(page: Page, verb: int, word: CueWord, _source: Run | None) -> Found | None:
    """"said *that the bridge fell*"; of a passive also "was said *to be ...*" with its subject."""
    if not word.frames & {"that", "quote", "whether"}:
        return None
    clauses = [j for j in page.parse.children[verb] if page.parse.relations[j] in ("ccomp", "csubj", "csubj:pass")]
    clauses = clauses or _stray(page, verb, word) or _gerund(page, verb, word)
    if clauses:
        runs = tuple(_after_day(page, _with_question_word(page, verb, _told_clause(page, verb, j))) for j in clauses)
        return tidy(page, _clear(page, runs, verb, _source)), 3, "that", None
    if passive(page, verb) and (what := page.parse.child(verb, "xcomp")) is not None:
        spoken_of = None if word.lemma in _TELLS else page.parse.child(verb, "nsubj")
        runs = (page.below(what),) if spoken_of is None else (_spoken_of(page, spoken_of), page.below(what))
        return tidy(page, runs), 2, "passive", None
    return None


def _gerund(page: Page, verb: int, word: CueWord) -> list[int]:
    """"denied *ordering the raid*"."""
    what = page.parse.child(verb, "xcomp") if word.kind == "denial" and not passive(page, verb) else None
    return [what] if what is not None and page.parse.xpos[what] == "VBG" else []


def _told_clause(page: Page, verb: int, clause: int) -> Run:
    """What is told, without whom it is told to."""
    hearer, run = taken_up(page, verb, clause), page.below(clause)
    return run if hearer is None else Run(page.below(hearer).stop, run.stop)


def _spoken_of(page: Page, subject_of_passive: int) -> Run:
    """The subject of a passive; of "*a clerk* who is said to have fled" what "who" stands for."""
    named = relative(page, subject_of_passive)
    if named is None or named > subject_of_passive:
        return page.below(subject_of_passive)
    clause = next((j for j in page.parse.children[named] if page.below(j).holds(subject_of_passive)), subject_of_passive)
    return Run(phrase(page, named).first, max(page.below(clause).first, named + 1))


def _with_question_word(page: Page, verb: int, run: Run) -> Run:
    """"asked *why* the door was open": the word that opens the clause, wherever the parser hung it."""
    first = run.first
    while first - 1 > verb and page.lower(first - 1) in _OPENING:
        first -= 1
    return Run(first, run.stop)


def _after_day(page: Page, run: Run) -> Run:
    """"said *Friday* that P": the day is when it was said."""
    that = next((i for i in range(run.first + 1, min(run.first + 4, run.stop)) if page.lower(i) == "that"), None)
    if that is None or any(page.parse.mention_types[i] != "time" and page.parse.upos[i] != "ADP" for i in range(run.first, that)):
        return run
    return Run(that, run.stop)


def _stray(page: Page, verb: int, word: CueWord) -> list[int]:
    """The that-clause right behind "told her", where the parser hung it on the verb above."""
    above = page.parse.heads[verb]
    whom = page.parse.child(verb, "iobj", "obj")
    if word.lemma not in _TELLS or above < 0 or whom is None:
        return []
    after = page.below(verb).stop
    return [j for j in page.parse.children[above] if page.parse.relations[j] == "ccomp" and page.below(j).first == after]


def _clear(page: Page, runs: tuple[Run, ...], verb: int, source: Run | None) -> list[Run]:
    """Contents without the cue and source that stand inside them."""
    holes = [group(page, verb, None)] + ([source] if source else [])
    return [piece for run in runs for piece in without(run, holes)]


def _small(page: Page, verb: int, word: CueWord, _source: Run | None) -> Found | None:
    """"called *the raid a massacre*", "described *it as ...*"."""
    if not word.frames & {"small"}:
        return None
    objects = [j for j in page.parse.children[verb] if page.parse.relations[j] == "obj" and j > verb]
    what, whom = page.parse.child(verb, "xcomp"), next(iter(objects), None)
    what = objects[1] if what is None and len(objects) > 1 else what
    if what is None or whom is None or whom > what:
        return None
    return tidy(page, [Run(page.below(whom).first, page.below(what).stop)]), 2, "small", None


def _as(page: Page, verb: int, word: CueWord, _source: Run | None) -> Found | None:
    """"identified *the man as a clerk*"; of a passive "*the man* was identified *as a clerk*"."""
    told = passive(page, verb)
    whom = page.parse.child(verb, "nsubj" if told else "obj")
    if "as" not in word.frames or whom is None:
        return None
    parts = [j for j in page.parse.children[verb] if j > verb and page.parse.relations[j].startswith(("obl", "xcomp", "advcl"))]
    what = next((j for j in parts if any(page.lower(k) == "as" for k in page.parse.children[j])), None)
    return None if what is None else (tidy(page, [_spoken_of(page, whom), page.below(what)]), 2, "small", None)


def _to(page: Page, verb: int, word: CueWord, _source: Run | None) -> Found | None:
    """"promised *to leave*"; with somebody told to: "ordered *the police to leave*"."""
    what = page.parse.child(verb, "xcomp", "advcl")
    if "to" not in word.frames or what is None or not _infinitive(page, what):
        return None
    whom = page.parse.child(verb, "obj", "iobj")
    first = page.below(whom).first if whom is not None and verb < whom < what else page.below(what).first
    if first <= verb:
        return None
    return tidy(page, [Run(first, page.below(what).stop)]), 2, "to", None


def _infinitive(page: Page, what: int) -> bool:
    return any(page.lower(j) == "to" and page.parse.upos[j] == "PART" for j in page.parse.children[what])


def _before(page: Page, verb: int, word: CueWord, source: Run | None) -> Found | None:
    """"*Since P, Q*, Din said.": a sentence that ends with speaker and verb, of which a parser makes one clause."""
    if "that" not in word.frames or word.kind != "speech" or source is None or passive(page, verb):
        return None
    sentence, comma = page.sentence(verb), min(source.first, verb) - 1
    ends = max(source.stop, verb + 1)
    if comma - sentence.first < _CLAUSE or page.parse.word(comma) != "," or sentence.stop - ends > _CLAUSE:
        return None
    told = any(page.parse.upos[i] in ("VERB", "AUX") for i in range(sentence.first, comma))
    return (tidy(page, [Run(sentence.first, comma)]), 2, "parenthetic", None) if told else None


def _prepositional(page: Page, verb: int, word: CueWord, _source: Run | None) -> Found | None:
    """"called for *an inquiry*", "accused him of *theft*": the preposition belongs to the cue where it touches it."""
    wanted = page.words.prepositions(word)
    for j in page.parse.children[verb]:
        mark = next((k for k in page.parse.children[j] if page.lower(k) in wanted and k < j), None)
        if mark is None or mark < verb or page.parse.relations[j].split(":")[0] not in ("obl", "advcl", "ccomp", "xcomp"):
            continue
        inside = page.below(j)
        whom = page.parse.child(verb, "obj")
        if whom is not None and verb < whom < mark:
            return tidy(page, [Run(page.below(whom).first, inside.stop)]), 1, "of", None
        return tidy(page, [Run(mark + 1, inside.stop)]), 1, "of", mark
    return None


def _object(page: Page, verb: int, word: CueWord, source: Run | None) -> Found | None:
    """"denied *the accusation*"; of a passive its subject, where an agent speaks."""
    if "obj" not in word.frames or (passive(page, verb) and source is None):
        return None
    what = page.parse.child(verb, "nsubj" if passive(page, verb) else "obj")
    if what is None and " " in word.lemma:  # "laughed off *reports*", of which a parser may make "off reports"
        near = (j for j in page.parse.children[verb] if j > verb and page.parse.relations[j] == "obl")
        what = next((j for j in near if page.parse.child(j, "case") is None and page.parse.mention_types[j] != "time"), None)
    if what is None:
        return None
    if page.parse.upos[what] == "PRON" and page.lower(what) in ("which", "who", "what", "that", "itself", "himself", "herself"):
        return None
    if passive(page, verb) and page.lower(what) in ("he", "she", "they", "we", "i", "you"):
        return None  # "they were questioned by the police" says nothing that the police say
    return tidy(page, [page.below(what)]), 1 if word.kind in ("speech", "denial") else 0, "object", None


_FRAMES: tuple[Callable[[Page, int, CueWord, Run | None], Found | None], ...] = (
    _as_saying, _that, _small, _as, _to, number, figure, within_relative, parenthetic, neighbour, _before, _prepositional,
    _object,
)  # fmt: skip


def group(page: Page, verb: int, last: int | None) -> Run:
    """The verb with auxiliaries, negation and particle: "has not ruled out"."""
    parse = page.parse
    mine = {j for j in parse.children[verb] if parse.relations[j] in (*_AUXILIARY, "advmod", "compound:prt")}
    first = verb
    while first - 1 in mine:
        first -= 1
    while first < verb and parse.relations[first] not in _AUXILIARY and not _negation(page, first):
        first += 1
    first = next((j + 1 for j in range(verb - 1, first - 1, -1) if page.lower(j) in page.words.adverbs), first)
    stop = verb + 1
    while stop in mine and parse.relations[stop] == "compound:prt":
        stop += 1
    return Run(first, last + 1 if last is not None and last == stop else stop)


def _negation(page: Page, i: int) -> bool:
    return page.lower(i) in ("not", "n't", "n’t", "never")

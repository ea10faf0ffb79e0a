"""Names as mentions: without titles and articles, with the kind and gender that their words tell."""

from __future__ import annotations

from sayso.records import NameSpan, Parse, Report

from .determiners import definite
from .lexicon import Lexicon
from .name_kinds import Name, guessed_kind, told_kind
from .phrases import Gender, Phrase, mention

_LOOSE = frozenset(("DET", "ADP", "CCONJ", "SCONJ"))  # words that stand within names, not at their ends


def named(report: Report, parse: Parse, lexicon: Lexicon, name: NameSpan) -> Phrase | None:
    first, stop, titles = _trim(parse, lexicon, name)
    if first >= stop or _adjective(parse, lexicon, first, stop) or _only_titles(parse, lexicon, first, stop):
        return None
    head = next((i for i in range(first, stop) if not first <= parse.heads[i] < stop), first)
    titles = tuple(lexicon.ranks.get(t, t) for t in (*titles, *_titles_on(parse, lexicon, first, head)))
    told = told_kind(report, parse, lexicon, Name(first, stop, head, titles))
    kind = told or guessed_kind(parse, lexicon, name, first, head)
    return Phrase(
        mention(report, parse, parse.span(first, stop - 1), kind, "name", head), head, first, stop - 1,
        parse.sentence_of[head], parse.word(head).lower(), parse.span(first, stop - 1).of(parse.text),
        _name_gender(parse, lexicon, kind, first, stop, titles),
        "plur" if parse.xpos[stop - 1] == "NNPS" and kind == "group" else "sing", definite=definite(parse, lexicon, head, first),
        words=_described(parse, first, head),
        titles=titles, sure=told is not None,
    )  # fmt: skip


def _described(parse: Parse, first: int, head: int) -> frozenset[str]:
    """"Ruritanian" of "the Ruritanian Herald", where the name is Herald."""
    before = (c for c in parse.children[head] if c < first and parse.relations[c] in ("amod", "compound"))
    return frozenset(parse.word(c).lower() for c in before)


def _adjective(parse: Parse, lexicon: Lexicon, first: int, stop: int) -> bool:
    """"Tajik" of "a Tajik citizen" names nobody."""
    people = stop - first == 1 and parse.word(first) in lexicon.peoples
    return people and (parse.upos[first] == "ADJ" or parse.relations[first] in ("amod", "compound"))


def _only_titles(parse: Parse, lexicon: Lexicon, first: int, stop: int) -> bool:
    return all(parse.word(i).lower() in lexicon.titles for i in range(first, stop)) and parse.word(stop - 1).endswith(".")


def is_common(parse: Parse, lexicon: Lexicon, name: NameSpan) -> bool:
    """"the President", "the Court", "Prime Minister": nouns in capitals, not names."""
    words = [parse.word(i).lower() for i in range(name.first, name.stop)]
    if len(words) == 1 and (parse.upos[name.first] == "PRON" or words[0] in lexicon.pronouns):
        return True
    noun = lexicon.nouns.get(words[0])
    if name.kind == "person" and len(words) > 1 and words[1] in ("of", "for") and (words[0] in lexicon.titles or noun):
        return True  # "Director of the Sabz Institute"
    known = all(w in lexicon.titles or w in lexicon.nouns or w == "the" for w in words)
    return known and (len(words) == 1 or name.kind == "person") and not words[-1].endswith(".")


def missed_names(parse: Parse, lexicon: Lexicon, covered: set[int]) -> list[NameSpan]:
    """Proper words after a noun for a person that no name covers: "campaigner *Lea Brandt*"."""
    out = []
    for i in range(len(parse.words) - 1):
        if parse.upos[i] != "NOUN" or parse.upos[i + 1] != "PROPN" or i + 1 in covered:
            continue
        noun = lexicon.nouns.get(parse.lemmas[i].lower())
        if parse.mention_types[i] != "person" and not (noun and noun.kinds[0] == "person"):
            continue
        stop = i + 1
        while stop < len(parse.words) and parse.upos[stop] == "PROPN" and stop not in covered and parse.heads[stop] >= i:
            stop += 1
        hangs = any(parse.heads[k] == i and parse.relations[k] in ("appos", "flat", "nmod:desc") for k in range(i + 1, stop))
        if hangs:
            out.append(NameSpan(i + 1, stop, "person"))
    return out


def with_first(parse: Parse, name: NameSpan, covered: set[int]) -> NameSpan:
    """"*Dawn* Orlan" where a tagger has left out a first name that is a common word: the tree has it as one name."""
    first = name.first
    while first > 0 and parse.upos[first - 1] == "PROPN" and first - 1 not in covered and name.kind == "person":
        head = next((i for i in range(first, name.stop) if not first <= parse.heads[i] < name.stop), first)
        if parse.heads[head] != first - 1 or not parse.relations[head].startswith("flat"):
            break
        first -= 1
    return NameSpan(first, name.stop, name.kind)


def with_compound(parse: Parse, name: NameSpan, covered: set[int]) -> NameSpan:
    """"the *coast* guard" where a tagger has taken a common noun alone for a name."""
    first = name.first
    while first > 0 and parse.word(name.first).islower() and parse.upos[first - 1] == "NOUN" and first - 1 not in covered:
        if parse.heads[first - 1] != name.stop - 1 or parse.relations[first - 1] != "compound":
            break
        first -= 1
    return NameSpan(first, name.stop, name.kind)


def with_branch(parse: Parse, name: NameSpan, covered: set[int]) -> NameSpan:
    """"Orlan-Khorvat" is one name, and not Orlan, where a tagger has cut it at the hyphen."""
    stop = name.stop
    while stop + 1 < len(parse.words) and parse.word(stop) == "-" and stop + 1 not in covered:
        glued = parse.words[stop - 1].end == parse.words[stop].start and parse.words[stop].end == parse.words[stop + 1].start
        if not glued or not parse.word(stop + 1)[0].isupper() or parse.upos[stop + 1] != "PROPN":
            break
        stop += 2
    return NameSpan(name.first, stop, name.kind)


def with_press(parse: Parse, lexicon: Lexicon, name: NameSpan, covered: set[int]) -> NameSpan:
    """"the Orlan *Daily*" where a tagger has seen "Orlan" alone: a word that outlets are called by ends the name."""
    i = name.stop
    if i >= len(parse.words) or i in covered or parse.upos[i] != "PROPN" or not parse.word(i).istitle():
        return name
    ends = lexicon.press.get(parse.word(i).lower()) == "word" and parse.sentence_of[i] == parse.sentence_of[name.first]
    bound = parse.heads[i - 1] == i or parse.heads[i] == i - 1 or parse.heads[i] == parse.heads[i - 1]
    return NameSpan(name.first, i + 1, "organization") if ends and bound else name


def _trim(parse: Parse, lexicon: Lexicon, name: NameSpan) -> tuple[int, int, tuple[str, ...]]:
    """The name without titles, articles, marks and the genitive's 's."""
    first, stop = name.first, name.stop
    titles: list[str] = []
    while stop > first and (_mark(parse, stop - 1) or parse.xpos[stop - 1] == "POS" or parse.upos[stop - 1] in _LOOSE):
        stop -= 1
    if first > 1 and parse.word(first).lower() in lexicon.uses["office"] and parse.word(first - 1).lower() == "of":
        first += int(first < stop - 1 and parse.word(first - 2).lower() in lexicon.titles)  # Secretary of State Din
    if name.kind == "person":
        after = _after_title(parse, lexicon, first, stop)
        titles += [parse.word(i).lower() for i in range(first, after)]
        first = after
    while first < stop - 1:
        word = parse.word(first).lower()
        if name.kind == "person" and word in lexicon.titles and parse.upos[first + 1] != "PUNCT":
            titles.append(word)
        elif parse.upos[first] not in _LOOSE and parse.upos[first] != "PUNCT":
            break
        first += 1
    return first, stop, tuple(titles)


def _mark(parse: Parse, i: int) -> bool:
    return parse.upos[i] == "PUNCT" and parse.word(i) not in (".", ")")


def _after_title(parse: Parse, lexicon: Lexicon, first: int, stop: int) -> int:
    """"US President *Omar Din*": the name begins behind the last title, where only a country stands before it."""
    for k in range(first, min(stop - 1, first + 4)):
        word = parse.word(k)
        if word.lower() in lexicon.titles and parse.word(k + 1).lower() not in lexicon.titles:
            return k + 1
        if not (word.lower() in lexicon.titles or lexicon.is_country(word) or word in lexicon.peoples):
            break
    return first


def _titles_on(parse: Parse, lexicon: Lexicon, first: int, head: int) -> tuple[str, ...]:
    """"interior minister" of "interior minister Omar Din": the words that describe the name from before it."""
    out: list[str] = []
    for c in parse.children[head]:
        if c < first and (parse.relations[c] == "nmod:desc" or parse.word(c).lower() in lexicon.titles):
            out += [parse.lemmas[d].lower() for d in parse.children[c] if d < c and parse.relations[d] in ("amod", "compound")]
            out.append((parse.lemmas[c] or parse.word(c)).lower())
    return tuple(out)


def _name_gender(parse: Parse, lexicon: Lexicon, kind: str, first: int, stop: int, titles: tuple[str, ...]) -> Gender:
    if kind != "person":
        return "-" if kind in ("group", "other") else "n"
    for title in titles:
        noun = lexicon.nouns.get(title)
        gender = lexicon.titles.get(title, noun.gender if noun else "-")
        if gender in ("m", "f"):
            return gender
    return lexicon.given.get(parse.word(first).casefold(), "-") if stop - first > 1 else "-"

"""Names of a report that are forms of one name: full and short, acronym and expansion, two spellings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from .clusters import Clusters, compatible
from .lexicon import Lexicon
from .phrases import Gender, Phrase
from .spelling import BRANCH, LINKS, PARTICLES, initials, same_spelling, skeleton, tokens

_TURNED = "\0"  # marks keys whose words are in the order of the alphabet
_NEAR = 40  # names compared with one name at most, so that a list of ten thousand namesakes costs no more


@dataclass(slots=True)
class Name:
    """One written form of a name with all its mentions."""

    tokens: tuple[str, ...]
    text: str
    phrases: list[int] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)

    @property
    def kind(self) -> str:
        """What most of its mentions were taken for; person is the tagger's guess where it does not know."""
        return max(self.kinds, key=lambda k: (self.kinds[k], k != "person"))


def merge_names(clusters: Clusters, lexicon: Lexicon) -> None:
    """Joins the mentions whose names are one; two persons of one surname stay two."""
    names = _names(clusters.phrases)
    persons = [n for n in names if n.kind == "person"]
    others = [n for n in names if n.kind != "person"]
    full = [n for n in persons if len(n.tokens) > 1]
    for name in [*full, *others]:
        clusters.join_all(name.phrases)
    _merge_full(clusters, full)
    at_home = [n for n in full if any(t in lexicon.countries for t in n.tokens)]
    _merge_bodies(clusters, [*others, *at_home], lexicon)
    _merge_acronyms(clusters, others)
    _merge_spellings(clusters, others)
    _merge_short(clusters, persons)


def _names(phrases: list[Phrase]) -> list[Name]:
    """Forms in the order of their first mention; one that is a person's here and a place's there is two."""
    forms: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, p in enumerate(phrases):
        if p.is_name and (parts := tokens(p.text)):
            forms[parts].append(i)
    return [name for parts, found in forms.items() for name in _split(parts, found, phrases)]


def _split(parts: tuple[str, ...], found: list[int], phrases: list[Phrase]) -> Iterable[Name]:
    persons = [i for i in found if phrases[i].mention.kind == "person"]
    rest = [i for i in found if phrases[i].mention.kind != "person"]
    two = len(parts) == 1 and any(phrases[i].titles for i in persons) and len(rest) > 1
    for group in (persons, rest) if two else (found,):
        yield Name(parts, phrases[group[0]].text, group, _votes(phrases[i] for i in group))


def _votes(phrases: Iterable[Phrase]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for p in phrases:
        votes[p.mention.kind] += 4 if p.sure else 1
    return votes


# ---------------------------------------------------------------- persons


def _merge_full(clusters: Clusters, full: list[Name]) -> None:
    """"J. Smith", "John Smith" and "John A. Smith" are one where no other Smith fits; "Jane Smith" is another."""
    by_surname: dict[str, list[Name]] = defaultdict(list)
    for name in full:
        by_surname[name.tokens[-1]].append(name)
    for group in by_surname.values():
        for name in group[:_NEAR]:
            fits = [g for g in group[:_NEAR] if g is not name and _same_person(name.tokens, g.tokens)]
            spelt_out = [g for g in fits if len(g.tokens[0]) > 1]
            if len(name.tokens[0]) > 1 or len({g.tokens[0] for g in spelt_out}) <= 1:
                for other in fits:
                    if len(other.tokens[0]) > 1 or len(name.tokens[0]) == 1 or _lone_initial(other, group):
                        clusters.join(name.phrases[0], other.phrases[0])
    _merge_prefixes(clusters, full)
    by_sound: dict[tuple[str, str], list[Name]] = defaultdict(list)
    for name in full:
        by_sound[name.tokens[0], skeleton(name.tokens[1:])].append(name)
    for group in by_sound.values():
        for a, b in pairwise(group):
            if same_spelling(a.tokens[1:], b.tokens[1:]):
                clusters.join(a.phrases[0], b.phrases[0])


def _lone_initial(short: Name, group: list[Name]) -> bool:
    """Does "J. Smith" fit one first name only?"""
    return len({g.tokens[0] for g in group[:_NEAR] if len(g.tokens[0]) > 1 and g.tokens[0][0] == short.tokens[0]}) == 1


def _same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    first, other = a[0], b[0]
    if first != other and not (min(len(first), len(other)) == 1 and first[0] == other[0]):
        return False
    middle, second = a[1:-1], b[1:-1]
    if not middle or not second:
        return True
    return all(x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) for x, y in zip(middle, second, strict=False))


def _merge_prefixes(clusters: Clusters, full: list[Name]) -> None:
    """"Abu Sabit" is "Abu Sabit al-Rumi" where no other name begins so."""
    starts: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in full:
        for k in range(2, min(len(name.tokens), 5)):
            starts[name.tokens[:k]].append(name)
    for name in full:
        longer = starts.get(name.tokens, [])[:_NEAR]
        if len({clusters.of[n.phrases[0]] for n in longer}) == 1 and _shortened(name, longer[0]):
            clusters.join(name.phrases[0], longer[0].phrases[0])


def _shortened(short: Name, long: Name) -> bool:
    """A report gives the full name first; a longer name that comes later may be another's, unless it only adds an origin."""
    return long.phrases[0] < short.phrases[0] or long.tokens[len(short.tokens)] in PARTICLES or short.tokens[0] == "abu"


def _merge_short(clusters: Clusters, persons: list[Name]) -> None:
    """A surname or given name alone goes to the one person who bears it. Where several do, it goes to the only one
    named so far, or the only one of its gender; else it stands alone."""
    bearers: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for name in persons:
        for part in _short_forms(name.tokens):
            bearers[part].append(name)
    for name in persons:
        short = _without_particles(name.tokens)
        if len(short) > 1 and short == name.tokens and not _surname_of_two(clusters, name):
            continue
        known = {clusters.of[n.phrases[0]]: n for n in bearers.get(short, [])[:_NEAR] if n is not name}
        if len(known) <= 1:
            _join_agreeing(clusters, name, [n.phrases[0] for n in known.values()])
        else:
            _join_each(clusters, name, [n.phrases[0] for n in known.values()])


def _surname_of_two(clusters: Clusters, name: Name) -> bool:
    """"Mr Brandt-Ravel": a title, and no first name of its own."""
    first = clusters.phrases[name.phrases[0]]
    return len(name.tokens) == 2 and ("-" in name.text or (bool(first.titles) and first.gender in ("m", "f")))


def _short_forms(full: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {(full[0],), (full[-1],), full[-2:]} - {full} if len(full) > 1 else set()


def _without_particles(parts: tuple[str, ...]) -> tuple[str, ...]:
    while len(parts) > 1 and parts[0] in PARTICLES:
        parts = parts[1:]
    return parts


def _join_agreeing(clusters: Clusters, name: Name, known: list[int]) -> None:
    """All mentions of the short form are one person; those whose title speaks of the other gender are another."""
    person = known[0] if known else name.phrases[0]
    other: list[int] = []
    for i in name.phrases:
        if clusters[person].admits_gender(_gender(clusters.phrases[i])):
            clusters.join(person, i)
        else:
            other.append(i)
    clusters.join_all(other)


def _join_each(clusters: Clusters, name: Name, known: list[int]) -> None:
    for i in name.phrases:
        gender = _gender(clusters.phrases[i])
        before = [k for k in known if min(clusters[k].members) < i]
        agreeing = [k for k in before or known if gender == "-" or clusters[k].gender == gender]
        entitled = [k for k in agreeing if clusters.phrases[i].titles and clusters[k].roles & set(clusters.phrases[i].titles)]
        choice = entitled if len(entitled) == 1 else agreeing
        if len(choice) == 1:
            clusters.join(choice[0], i)


def _gender(phrase: Phrase) -> Gender:
    return phrase.gender


# ---------------------------------------------------------------- organizations, places and the rest


def _merge_bodies(clusters: Clusters, others: list[Name], lexicon: Lexicon) -> None:
    """"Herald Ruritania" and "the Ruritanian Herald", "Orlan Group" and "Orlan", "U.S." and "America"."""
    keys: dict[tuple[str, ...], int] = {}
    for name in others:
        for key in _keys(name, clusters.phrases, lexicon):
            at = keys.setdefault(key, name.phrases[0])
            if key[0] == _TURNED or compatible(clusters[at].kind, clusters[name.phrases[0]].kind):
                clusters.join(at, name.phrases[0])


def _keys(name: Name, phrases: list[Phrase], lexicon: Lexicon) -> Iterable[tuple[str, ...]]:
    parts = name.tokens
    country = None if name.text.title() in lexicon.peoples else lexicon.countries.get(" ".join(parts))
    yield tuple(country.split()) if country else parts
    core = parts
    side = "place" if name.kind in ("place", "facility") else "body"
    while len(core) > 1 and lexicon.tails.get(core[-1]) == side:
        core = core[:-1]
    yield (f"\1{side}", *core)  # no token of a name
    abroad = parts
    while len(abroad) > 2 and (abroad[0] in lexicon.countries or " ".join(abroad[:2]) in lexicon.countries.values()):
        abroad = abroad[1 if abroad[0] in lexicon.countries else 2 :]
    if abroad != parts and len(abroad) > 1:
        yield abroad
    at_home = sorted({w for w in phrases[name.phrases[0]].words if w in lexicon.countries})
    for turned in (parts, (*parts, *at_home)):
        if len(turned) > 1:
            yield (_TURNED, *sorted(lexicon.countries.get(t, t) for t in turned if len(turned) < 4 or t not in LINKS))


def _merge_acronyms(clusters: Clusters, others: list[Name]) -> None:
    """"BPC" and "Borduria Petroleum Company": the one name in the report with these initials."""
    long: dict[str, list[Name]] = defaultdict(list)
    for name in others:
        for letters in initials(name.text):
            long[letters].append(name)
    for name in others:
        text = name.text.replace(".", "")
        if len(name.tokens) == 1 and 2 <= len(text) <= 7 and text.isupper():
            found = {clusters.of[n.phrases[0]]: n for n in long.get(text, [])[:_NEAR] if n is not name}
            if len(found) == 1:
                clusters.join(next(iter(found.values())).phrases[0], name.phrases[0])


def _merge_spellings(clusters: Clusters, others: list[Name]) -> None:
    """"Pul-e Sabz" and "Puli Sabz": one sound, nearly one spelling, one kind of thing."""
    sounds: dict[str, list[Name]] = defaultdict(list)
    for name in others:
        if not BRANCH.search(name.text) or name.kind == "place":
            sounds[skeleton(name.tokens)].append(name)
    for group in sounds.values():
        for a, b in pairwise(group[:_NEAR]):
            if compatible(a.kind, b.kind) and same_spelling(a.tokens, b.tokens):
                clusters.join(a.phrases[0], b.phrases[0])

"""Where a report says it has things from: publisher, agencies' slugs, outlets that it cites, informants of its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sayso.records import Report

from .citing import NEAR, citing, credits
from .groups import Owners
from .media import ANYBODY, Media, media
from .profile import Profile
from .sources import MEDIA, Chain, chains, key
from .words import words

FIRM = frozenset({"person", "body", "unnamed"})
UNNAMED = 2  # words that tell of somebody unnamed, and might be said of another


@dataclass(frozen=True)
class Sourcing:
    """Keys of names. ``cited`` are all on whose word it reports, ``media`` the agencies and outlets among them, ``heard``
    the informants it has not from any of these, ``told`` outlets to which its informants spoke: itself or another.

    ``relayed``: outlets that are said to report, and not only to have been told. ``owner``: of the publishing group;
    ``printed``: names as they stand in the report, by key. ``about``: words that tell those who are ``firm`` from others;
    ``first``: the one of them whose word most is.
    """

    name: str
    publisher: str | None
    owner: str | None
    slugs: frozenset[str]
    cited: frozenset[str]
    media: frozenset[str]
    told: frozenset[str]
    heard: frozenset[str]
    firm: dict[str, str]  # of those heard, people and bodies, not crowds and papers, with their kind
    printed: dict[str, str]
    relayed: frozenset[str] = frozenset()
    about: dict[str, frozenset[str]] = field(default_factory=dict)
    first: str = ""

    def show(self, keys: Iterable[str]) -> str:
        return ", ".join(sorted(self.printed.get(k, k) for k in keys))


def sourcing(profile: Profile, owners: Owners) -> Sourcing:
    reading, names = profile.reading, media(profile.reading.report.language)
    report, ways = reading.report, chains(reading, profile.vocabulary)
    said, cues = list(ways.values()), {a.id: a.cue.of(reading.report.text) if a.cue else "" for a in reading.attributions}
    publisher = outlet(report.publisher, names) if report.publisher else None
    printed: dict[str, str] = {}
    slugs = _keys((d.agency.of(report.text) for d in report.datelines if d.agency), names, printed)
    told = _keys((m.of(report.text) for a in reading.attributions for m in a.medium), names, printed, surely=True)
    reports = citing(report.language)
    papers = {id for id, c in ways.items() if reports and reports.paper.fullmatch(cues[id]) and one_word(c)}
    credited = credits(report, names, printed)
    cited = _keys((n for id, c in ways.items() for n in _outlets(c, id in papers)), names, printed) | credited.keys()
    said_so = [n for id, c in ways.items() if not (reports and reports.told(cues[id])) for n in _outlets(c, id in papers)]
    relayed = _keys(said_so, names, {}) | {k for k, told_to in credited.items() if not told_to}
    outlets = shortened(slugs | told | cited) - {publisher or ""}
    vague = profile.vocabulary.vague
    informants = tuple(c for id, c in ways.items() if first_hand(c) and id not in papers and not is_outlet(c.name, names))
    printed |= {key(n): n for c in said for n in c.names}
    everybody = frozenset({k for c in said for k in c.told()}) | outlets
    return Sourcing(
        report.publisher or called(report), publisher, owners.of(publisher), slugs, everybody, outlets, told & outlets,
        frozenset(key(c.name) for c in informants), {key(c.name): c.last.kind for c in informants if firm(c, vague)}, printed,
        relayed & outlets, _about(informants, vague), _first(c for c in informants if firm(c, vague)),
    )  # fmt: skip


def _about(informants: Iterable[Chain], vague: frozenset[str]) -> dict[str, frozenset[str]]:
    found = defaultdict[str, frozenset[str]](frozenset)
    for chain in informants:
        if firm(chain, vague):
            found[key(chain.name)] |= chain.about
    return dict(found)


def _first(informants: Iterable[Chain]) -> str:
    """Of those on whose word most is, the first."""
    return max(Counter(key(c.name) for c in informants).items(), key=lambda n: n[1], default=("", 0))[0]


def outlet(printed: str, names: Media) -> str:
    return names.key(printed) or key(printed)


def is_outlet(printed: str, names: Media) -> bool:
    """Whether a source taken for a person or a body is an outlet by its whole name."""
    return names.known.get(tuple(key(printed).split()), ANYBODY) != ANYBODY


def one_word(chain: Chain) -> bool:
    """Who has one name alone and "reports" is a paper that no table has: "the dam is safe, Anchor reports"."""
    return bool(chain.about) and len(chain.name.split()) == 1 and chain.name[:1].isupper() and not chain.own


def _outlets(chain: Chain, papers: bool) -> list[str]:
    links = zip(chain.links[1:], chain.names[1:], strict=True)
    found = [name for source, printed in links if source.kind in MEDIA for name in {printed, source.description}]
    return [*found, chain.name] if papers else found


def _keys(found: Iterable[str], names: Media, printed: dict[str, str], surely: bool = False) -> frozenset[str]:
    keys = set[str]()
    for text in found:
        for one in names.keys(text, surely):
            keys.add(one)
            printed.setdefault(one, one if len(text) > NEAR else text)
    return frozenset(keys)


def shortened(keys: frozenset[str]) -> frozenset[str]:
    """Without names that are the end of just one other: "the Times" after "the Pell Times"."""
    longer = {k: [m for m in keys if m.endswith(f" {k}")] for k in keys}
    return frozenset(k for k in keys if len(longer[k]) != 1)


def called(report: Report) -> str:
    """A report without publisher, by its first words."""
    printed = report.title or next((b.span.of(report.text) for b in report.blocks if b.kind == "headline"), report.text)
    return f"“{' '.join(printed[:200].split())[:40]}…”"


def first_hand(chain: Chain) -> bool:
    """Whether the outlet has it from an informant it can tell from others, and not from another outlet or a post."""
    told = bool(chain.about) and not chain.own and not chain.medium
    return told and not chain.media() and chain.last.kind not in MEDIA | {"unknown"}


def firm(chain: Chain, vague: frozenset[str]) -> bool:
    """People, bodies by name, and the unnamed of whom it is said what they are and where: "a nurse at the district hospital",
    "an official at the port", but not "a hoaxer", "the company"."""
    if chain.last.kind == "unnamed":
        return len(chain.about) >= UNNAMED and bool(chain.sorts or vague.intersection(words(chain.name)))
    return chain.last.kind in FIRM and (chain.last.kind != "body" or any(c.isupper() for c in chain.name.removeprefix("The ")))


def of_one_story(told: Sequence[Sourcing]) -> list[Sourcing]:
    """Informants that are themselves outlets of the story are none: whom those have it from is another question."""
    outlets = {t.publisher for t in told if t.publisher}
    return [replace(t, heard=t.heard - outlets, media=t.media | (t.cited & outlets)) for t in told]

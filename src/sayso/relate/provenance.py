"""What stands behind a single claim: whom it goes back to, and how many of these origins are independent."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.records import Span, Transfer

from .media import media
from .profile import Profile
from .sources import Chain, apart, chains, key
from .sourcing import outlet

COUNTED = 20  # nobody needs to know of more independent origins than this; bounds the comparing
REACH = 8  # passages that begin before what is said and may reach into it


@dataclass(frozen=True)
class ClaimOrigin:
    """What stands behind what one report says on one source's word.

    ``roots`` are keys of what it goes back to: "informant:ada quill", "medium:harrow press", "words:r1:120" (a passage that
    another report has too); empty where nobody is named or described whose word it is. Two claims with a root in common
    have one origin; two without one in common need not have two (see ``independent``). ``copied`` is the same number for
    reports of one origin by words, publisher or agency. ``shown``: whether it can count as an origin at all; ``why`` in a
    few words.
    """

    report: str
    said: str
    roots: frozenset[str]
    copied: int
    chain: Chain
    shown: bool
    why: str


def claim_origins(
    members: Sequence[Profile], copied: Sequence[int], transfers: Sequence[Transfer] = ()
) -> dict[tuple[str, str], ClaimOrigin]:
    """Of a story's reports: by report id and ``Claim.said`` (the attribution's id).

    ``copied`` and ``transfers``: of ``origins(members)``. What stands in a passage that another report has too has a root
    in common with it, whoever is said to say it.
    """
    found, shared = {}, shared_words(transfers)
    for profile, group in zip(members, copied, strict=True):
        passages = Passages(shared.get(profile.id, ()))
        contents = {a.id: a.content for a in profile.reading.attributions}
        for said, chain in chains(profile.reading, profile.vocabulary).items():
            words = () if chain.own else passages.within(contents[said])
            found[profile.id, said] = claim_origin(profile, said, chain, group, frozenset(words))
    return found


Shared = tuple[Span, str]


def shared_words(transfers: Iterable[Transfer]) -> dict[str, list[Shared]]:
    """By report, the passages it has in common with others; those of two reports that are one have one key."""
    found = defaultdict[str, list[Shared]](list)
    for t in transfers:
        for p in t.passages:
            found[t.left].append((p.left, f"words:{t.left}:{p.left.start}"))
            found[t.right].append((p.right, f"words:{t.left}:{p.left.start}"))
    return found


class Passages:
    """Shared passages of one report, in the order of the text."""

    def __init__(self, shared: Iterable[Shared]) -> None:
        self.shared = sorted(shared)
        self.starts = [span.start for span, _ in self.shared]

    def within(self, contents: Iterable[Span]) -> Iterator[str]:
        """Keys of the passages that lie in what a source says, or begin before it and reach into it."""
        for content in contents:
            first = max(0, bisect_left(self.starts, content.start) - REACH)
            for span, name in self.shared[first : bisect_left(self.starts, content.end)]:
                if span.overlaps(content):
                    yield name


def claim_origin(profile: Profile, said: str, chain: Chain, copied: int, words: frozenset[str] = frozenset()) -> ClaimOrigin:
    """What stands behind a report's claims under the attribution ``said``, of which ``chain`` is the chain; ``words``: keys
    of passages that other reports have too."""
    names = media(profile.reading.report.language)
    cited = {f"medium:{outlet(m, names)}" for m in chain.media()}
    informant = {f"informant:{key(chain.name)}"} if chain.about and not chain.own and not chain.medium else set[str]()
    lack = lacking(profile, chain)
    why = lack or f"on the word of {chain.name}" + (f", through {', '.join(sorted(chain.media()))}" if cited else "")
    return ClaimOrigin(profile.id, said, frozenset(cited | informant) | words, copied, chain, not lack, why)


def lacking(profile: Profile, chain: Chain) -> str:
    """What keeps a claim from counting as an origin; "" where nothing does."""
    if profile.reading.report.publisher is None:
        return "no publisher is known"
    if chain.own or chain.last.kind == "unknown":
        return "nobody is named or described whose word it is"
    if not chain.about:
        return f"“{chain.name}” may be anybody"
    return f"where {chain.name} has it from is not said" if chain.medium else ""


def independent(behind: Iterable[ClaimOrigin]) -> tuple[int, str]:
    """How many independent origins stand behind claims that say the same, and the reason in one line; at least one.

    It fails closed: an origin counts only if it is shown to be another than every one counted before.
    """
    all_of_them = list(behind)
    kept: list[ClaimOrigin] = []
    for one in all_of_them:
        if one.shown and len(kept) < COUNTED and all(two(one, other) for other in kept):
            kept.append(one)
    if len(kept) > 1:
        return len(kept), "on the word of " + ", ".join(o.chain.name for o in kept)
    return 1, next((o.why for o in kept or all_of_them), "nobody says it")


def two(a: ClaimOrigin, b: ClaimOrigin) -> bool:
    """Whether two claims certainly have two origins."""
    if a.roots & b.roots or (a.report != b.report and a.copied == b.copied):
        return False
    return apart(a.chain, b.chain)[0] == "CONFLICT"

"""What stands behind a single claim: whom it goes back to, and how many of these origins are independent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .profile import Profile
from .sources import Chain, apart, chains, key

COUNTED = 20  # nobody needs to know of more independent origins than this; bounds the comparing


@dataclass(frozen=True)
class ClaimOrigin:
    """What stands behind what one report says on one source's word.

    ``roots`` are keys of what it goes back to: "informant:ada quill", "medium:harrow press"; empty where nobody is named
    or described whose word it is. Two claims with a root in common have one origin; two without one in common need not
    have two (see ``independent``). ``copied`` is the same number for reports of one origin by words, publisher or agency.
    ``shown``: whether it can count as an origin at all; ``why`` in a few words.
    """

    report: str
    said: str
    roots: frozenset[str]
    copied: int
    chain: Chain
    shown: bool
    why: str


def claim_origins(members: Sequence[Profile], copied: Sequence[int]) -> dict[tuple[str, str], ClaimOrigin]:
    """Of a story's reports: by report id and ``Claim.said`` (the attribution's id). ``copied``: of ``origins(members)``."""
    found = {}
    for profile, group in zip(members, copied, strict=True):
        for said, chain in chains(profile.reading, profile.vocabulary).items():
            found[profile.id, said] = claim_origin(profile, said, chain, group)
    return found


def claim_origin(profile: Profile, said: str, chain: Chain, copied: int) -> ClaimOrigin:
    """What stands behind a report's claims under the attribution ``said``, of which ``chain`` is the chain."""
    media = {f"medium:{m}" for m in chain.media()}
    informant = {f"informant:{key(chain.name)}"} if chain.about and not chain.own and not chain.medium else set[str]()
    lack = lacking(profile, chain)
    why = lack or f"on the word of {chain.name}" + (f", through {', '.join(sorted(chain.media()))}" if media else "")
    return ClaimOrigin(profile.id, said, frozenset(media | informant), copied, chain, not lack, why)


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

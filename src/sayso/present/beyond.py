"""How the voices beyond a claim's own source stand to it, where they say so."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.records import Attribution, Claim, Commitment, Passed


def beyond(claim: Claim, way: tuple[Attribution, ...], names: Mapping[str, str], text: str) -> str:
    """ "distance kept by Harrow Press: “claims”"; nothing of a voice that only reports. No verb, so that "they" fits too."""
    cues = {a.under: a.cue.of(text) for a in way if a.cue and a.under}
    stands = (_stand(p, claim.commitment, names.get(p.said, "the outlet"), cues.get(p.said, ""), text) for p in claim.along[1:])
    return "; ".join(" ".join(s.split()) for s in stands if s)


def _stand(passed: Passed, own: Commitment, who: str, cue: str, text: str) -> str:
    held = passed.commitment
    if held.polarity == "?":
        return f"distance kept by {who}: “{cue}”" if passed.stance == "distancing" and cue else ""
    words = "”, “".join(s.of(text) for s in held.cues)
    same = held.polarity == own.polarity or own.polarity == "?"
    stand = f"vouched for by {who}" if same else f"the contrary held by {who}"
    stand = f"thought {held.certainty} by {who}" if same and held.certainty != "certain" else stand
    return f"{stand}: “{words}”" if words else stand

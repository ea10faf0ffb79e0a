"""How the voices beyond a claim's own source stand to it, where they say so."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.records import Attribution, Claim, Commitment, Passed


def beyond(claim: Claim, way: tuple[Attribution, ...], names: Mapping[str, str], text: str) -> str:
    """ "Harrow Press keeps its distance: “claims”"; nothing of a voice that only reports."""
    cues = {a.under: a.cue.of(text) for a in way if a.cue and a.under}
    told = (_stand(p, claim.commitment, cues.get(p.said, ""), text) for p in claim.along[1:])
    said = (f"{names.get(p.said, 'the outlet')} {stand}" for p, stand in zip(claim.along[1:], told, strict=True) if stand)
    return "; ".join(" ".join(s.split()) for s in said)


def _stand(passed: Passed, own: Commitment, cue: str, text: str) -> str:
    held = passed.commitment
    if held.polarity == "?":
        return f"keeps its distance: “{cue}”" if passed.stance == "distancing" and cue else ""
    words = "”, “".join(s.of(text) for s in held.cues)
    stand = "vouches for it" if held.polarity == own.polarity or own.polarity == "?" else "holds the contrary"
    stand = stand if held.certainty == "certain" else f"thinks it {held.certainty}" if stand == "vouches for it" else stand
    return f"{stand}: “{words}”" if words else stand

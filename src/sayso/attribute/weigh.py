"""How likely a cue is one: what grammar, lexicon and the head's tags say for and against it, weighed together."""

from __future__ import annotations

import math

from .draft import Draft, Page
from .passives import passive
from .speaker import top
from .tags import CONTENT, CUE, Tags

_SUREST = 0.995  # probabilities beyond it, or below its contrary, tell no more
_ROOM = 3.0  # log-odds as steps of about one
_LONG = 55  # words of a content that tell no more than a longer one


def chance(page: Page, draft: Draft, tags: Tags) -> float:
    """The share of candidates like this one that an annotator marked, between 0 and 1.

    "said that the bridge fell" has nearly all, "hit Kuria" few. Weights stand in ``cue_weights.tsv``.
    """
    weights = page.words.weights
    total = sum(weights.get(name, 0.0) * value for name, value in signs(page, draft, tags).items())
    return 1.0 / (1.0 + math.exp(-total))


def signs(page: Page, draft: Draft, tags: Tags) -> dict[str, float]:
    """What speaks for and against a draft, by name: numbers around -2 to 2, or 1 for what is there."""
    assert draft.cue is not None
    return {
        "always": 1.0,
        f"rule {draft.rule}": 1.0,
        f"kind {draft.kind}": 1.0,
        "strength": draft.strength / 4,
        **_of_cue(page, draft, tags),
        **_of_source(page, draft),
        **_of_content(draft, tags),
    }


def _odds(p: float) -> float:
    p = min(max(p, 1 - _SUREST), _SUREST)
    return math.log(p / (1 - p)) / _ROOM


def _of_cue(page: Page, draft: Draft, tags: Tags) -> dict[str, float]:
    assert draft.cue is not None
    head, parse = draft.head, page.parse
    block = page.block(head)
    return {
        "cue peak": _odds(tags.peak(draft.cue, CUE)),
        "cue mean": _odds(tags.mean(draft.cue, CUE)),
        f"cue is {parse.upos[head]}": 1.0,
        "cue in headline": float(block >= 0 and page.report.blocks[block].kind == "headline"),
        "cue in relative clause": float(parse.relations[head] == "acl:relcl"),
        "cue passive": float(parse.upos[head] == "VERB" and passive(page, head)),
    }


def _of_source(page: Page, draft: Draft) -> dict[str, float]:
    if draft.source is None:
        return {"source none": 1.0}
    return {"source I": float(page.lower(top(page, draft.source)) in ("i", "we", "you"))}


def _of_content(draft: Draft, tags: Tags) -> dict[str, float]:
    assert draft.cue is not None
    words = [i for run in draft.content for i in range(*run)]
    seen = sum(float(tags.classes[run.first : run.stop, CONTENT].sum()) for run in draft.content) / max(1, len(words))
    return {
        "content seen": seen,
        "content peak": max(tags.peak(run, CONTENT) for run in draft.content),
        "content and cue seen": seen * _odds(tags.peak(draft.cue, CUE)),
        "content long": math.log(min(max(len(words), 1), _LONG)) / 4,
    }

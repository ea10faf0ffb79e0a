"""What a source is said to have or to show, and who is said to have seen it: "in *a letter seen by the Courier*"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .draft import Draft, Page, Run, merged
from .speaker import agent, subject
from .speaker_phrase import phrase

_SEEN = frozenset({"see", "view", "verify", "authenticate", "obtain", "review", "examine", "read", "analyse", "analyze", "watch",
                   "geolocate", "corroborate", "hear"})  # fmt: skip
_SHOWS = frozenset({"show", "present", "display", "produce", "publish", "share", "post", "release", "provide", "circulate"})
_UP = 6


def shown(page: Page, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the evidence that their sentences name."""
    out = list(drafts)
    near: dict[int, list[int]] = defaultdict(list)
    for k, d in enumerate(out):
        if d.rule != "heard":
            near[page.parse.sentence_of[d.head]].append(k)
    for noun, run in _evidence(page):
        owner = _whose(page, noun, out, near.get(page.parse.sentence_of[noun], []))
        if owner is not None:
            out[owner] = replace(out[owner], evidence=merged((*out[owner].evidence, run)))
    return [_seen(page, d) for d in out]


def _evidence(page: Page) -> Iterator[tuple[int, Run]]:
    """Phrases for photos, documents and the like that somebody shows, rests on, or has seen."""
    for i, lemma in enumerate(page.parse.lemmas):
        if page.parse.upos[i] == "NOUN" and _rests_on(page, i, lemma.lower()):
            yield i, phrase(page, i)


def _rests_on(page: Page, noun: int, lemma: str) -> bool:
    if lemma in page.words.evidence and _offered(page, noun):
        return True
    return _thing(page, lemma) and _inspected(page, noun) is not None


def _thing(page: Page, lemma: str) -> bool:
    return lemma in page.words.evidence or page.words.speakers.get(lemma) == "document"


def _inspected(page: Page, noun: int) -> int | None:
    """Of "documents *seen* by the Courier" the one who saw them."""
    for j in page.parse.children[noun]:
        if page.parse.relations[j] in ("acl", "acl:relcl") and page.parse.lemmas[j] in _SEEN:
            who = agent(page, j)
            if who is None and page.parse.relations[j] == "acl:relcl":
                who = page.parse.child(j, "nsubj") if page.parse.child(j, "aux:pass") is None else None
            return who
    return None


def _offered(page: Page, noun: int) -> bool:
    """"showed *photographs*", "based on *satellite images*"."""
    verb, kind = page.parse.heads[noun], page.parse.relations[noun]
    if verb < 0:
        return False
    if kind == "obj" and page.parse.lemmas[verb] in _SHOWS:
        return True
    leads = [page.lower(j) for j in page.parse.children[noun] if page.parse.relations[j] == "case"]
    return "according" in leads or (page.parse.lemmas[verb] == "base" and leads[:1] in (["on"], ["upon"]))


def _whose(page: Page, noun: int, drafts: Sequence[Draft], near: Sequence[int]) -> int | None:
    """The draft whose source shows it: it stands in the source, hangs on the cue, or hangs on a verb with the same subject."""
    by_head = {drafts[k].head: k for k in near}
    for k in near:
        whose = drafts[k].source
        if whose is not None and whose.holds(noun):
            return k
    above = noun
    for _ in range(_UP):
        above = page.parse.heads[above]
        if above < 0:
            return None
        owner = next((k for k in near if (s := drafts[k].source) is not None and s.holds(above)), None)
        if owner is not None:
            return owner
        k = by_head.get(above, -1)
        if k >= 0 and not any(run.holds(noun) for run in drafts[k].content):
            return k
        if page.parse.lemmas[above] in _SHOWS and page.parse.upos[above] == "VERB":
            who = subject(page, above)
            same = (k for k in near if (s := drafts[k].source) is not None and who is not None and s.holds(who))
            return next(same, None)
    return None


def _seen(page: Page, draft: Draft) -> Draft:
    """With those who have seen what it rests on."""
    nouns = (i for e in draft.evidence for i in range(*e) if page.parse.upos[i] == "NOUN")
    who = [s for i in nouns if (s := _inspected(page, i)) is not None]
    return replace(draft, seen_by=tuple(sorted({phrase(page, w) for w in who}))) if who else draft

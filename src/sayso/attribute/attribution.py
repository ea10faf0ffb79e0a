"""Who says what in a report, on whose word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.lang import Pack
from sayso.records import Attribution, Parse, Report, Source, Span, Structure, Voice, digest

from .anonymity import reasons, spread, unnamed
from .bare import bare_drafts
from .carry import Carried, carried
from .chain import heard, parents, parted
from .citing import cited
from .draft import Draft, Page, Run, page
from .evidence import shown
from .first_person import first_person, own_mind
from .free_speech import free_speech
from .hand import counted
from .identities import Identities, identities
from .labels import labelled
from .lexicon import lexicon
from .medium import mediated, through
from .nested import sparing
from .phrases import phrase_drafts
from .settle import settle
from .source import source
from .speaker import speakers, top
from .tags import tags
from .verbs import verb_drafts

_FRAME = frozenset({"dateline", "byline", "slug", "credit", "boilerplate"})


def attribute(report: Report, parse: Parse, structure: Structure, pack: Pack) -> tuple[Attribution, ...]:
    """The outlet's own voice first, then every attribution in the order of the text, each under another.

    "The ministry said on Monday that rebels had denied the raid" gives the outlet, under it the ministry, under the
    ministry the rebels. Joint named sources give one attribution each, with the same cue and content.
    """
    root = _root(report)
    if not parse.words:
        return (root,)
    here = page(report, parse, structure, lexicon(pack))
    known = identities(structure, parse.text, parse)
    seen = tags(parse)
    found = through(here, pack, (*verb_drafts(here), *phrase_drafts(here), *bare_drafts(here)))
    nameless = unnamed(here, pack)
    drafts = reasons(here, _in_text(here, own_mind(here, found, settle(here, found, seen))), nameless)
    labels = labelled(here, pack, drafts)
    drafts = [*sparing(here, drafts, labels, seen), *labels]
    standing, over = carried(here, cited(here, parted(here, drafts)), seen)
    over += free_speech(here, standing, over)
    standing = heard(here, known, shown(here, mediated(here, pack, reasons(here, standing, nameless))))
    records = spread(here, known, nameless, _records(here, known, root.id, standing, over))
    return tuple(counted((root, *first_person(report, _still_heard(root.id, _same_agency(report, records))))))


def _still_heard(root: str, found: list[Attribution]) -> list[Attribution]:
    """What an unnamed source says later, whom somebody else was the first to cite, we still have from that one.

    "..., the Courier reported, citing a fisherman. | *The fisherman* said ...": outlet, Courier, fisherman.
    """
    by_id = {a.id: a for a in found}
    first: dict[str, Attribution | None] = {}
    out: list[Attribution] = []
    for a in found:
        whose = a.source.entity
        if a.source.kind != "unnamed" or whose is None:
            out.append(a)
            continue
        above = by_id.get(a.under or "")
        told = above is not None and above.id != root and (a.why[0] == "citing" or above.source.kind in ("outlet", "agency"))
        through = first.setdefault(whose, above if told else None)
        if through is not None and a.under == root:
            a = replace(a, under=through.id, why=(*a.why, f"as before from {through.source.description}"))
        out.append(a)
    return out


def _same_agency(report: Report, found: list[Attribution]) -> list[Attribution]:
    """"The source of *this agency*": where coreference gives it no entity, that of the agency last named."""
    out: list[Attribution] = []
    last: Attribution | None = None
    for a in found:
        words = a.source.description.lower().split()
        if a.why[0] == "heard" and words[:1] in (["this"], ["the"]) and a.source.entity is None and last is not None:
            a = replace(a, source=replace(a.source, entity=last.source.entity, kind=last.source.kind),
                        why=(*a.why, f"taken for {last.source.description}, the one last named"))  # fmt: skip
        elif a.source.kind in ("agency", "outlet") and a.source.span is not None and a.source.span.of(report.text)[-1:].isalnum():
            last = a
        out.append(a)
    return out


def _in_text(here: Page, drafts: Iterable[Draft]) -> list[Draft]:
    """Drafts outside datelines, by-lines, credits and lists of references."""
    blocks = here.report.blocks
    inside = (d for d in drafts if (k := here.block(d.head)) < 0 or blocks[k].kind not in _FRAME)
    return [d for d in inside if not _reference(here, d)]


def _reference(here: Page, draft: Draft) -> bool:
    """"'Ferry sinks' - *Harbor Courier, 3 May 2019*" at the foot of a page says where to read, not who says it."""
    if draft.rule != "dash" or draft.source is None or draft.source.stop - draft.source.first < 3:
        return False
    last = here.parse.word(draft.source.stop - 1)
    return last.isdigit() and len(last) == 4 and "," in (here.parse.word(i) for i in range(*draft.source))


def _root(report: Report) -> Attribution:
    span = _printed(report)
    name = report.publisher or (span.of(report.text).strip('"“”() ') if span else "the outlet")
    body = tuple(b.span for b in report.blocks if b.kind not in _FRAME and b.span.end > b.span.start)
    if not body and report.text:
        body = (Span(0, len(report.text)),)
    return Attribution(digest("a", report.id, "outlet"), Source("outlet", span, name), None, body, "outlet", None)


def _printed(report: Report) -> Span | None:
    """Where the report prints its outlet's name: in the dateline."""
    return next((d.agency for d in report.datelines if d.agency is not None), None)


def _records(here: Page, known: Identities, root: str, drafts: Sequence[Draft], over: Sequence[Carried]) -> list[Attribution]:
    """Records of drafts and of what is carried over from them, in the order of the text."""
    above = parents(drafts)
    ids = [_id(here, d) for d in drafts]
    whose = {i: _carried_id(here, c) for c in over for run in c.content for i in range(*run)}
    under = [ids[up] if (up := above[k]) is not None else whose.get(d.head, root) for k, d in enumerate(drafts)]
    out = [a for k, d in enumerate(drafts) for a in _joint(here, known, d, ids[k], under[k])]
    by_head = {d.head: k for k, d in enumerate(drafts)}
    out += [_carried(here, known, c, under[by_head[c.draft.head]]) for c in over]
    return sorted(out, key=_place)


def _carried_id(here: Page, c: Carried) -> str:
    return digest("a", here.report.id, "carried", _span(here, c.draft.source), *_spans(here, c.content))


def _place(a: Attribution) -> tuple[int, int]:
    """Where an attribution begins, joint sources in their order."""
    start = min(s.start for s in (*a.content, *((a.cue,) if a.cue else ())))
    return start, a.source.span.start if a.source.span is not None else -1


def _id(here: Page, draft: Draft) -> str:
    spans = (_span(here, draft.source), _span(here, draft.cue), *_spans(here, draft.content))
    return digest("a", here.report.id, draft.rule == "heard", *spans)


def _joint(here: Page, known: Identities, draft: Draft, first_id: str, under: str) -> list[Attribution]:
    """One attribution for each of several named sources, but "neither X nor Y"; only the first bears what lies under them."""
    runs: tuple[Run | None, ...] = (draft.source,)
    first = draft.source.first if draft.source is not None else 0
    if draft.source is not None and "neither" in (here.lower(first), here.lower(max(first - 1, 0))):
        runs = (Run(first if here.lower(first) == "neither" else first - 1, draft.source.stop),)
    elif draft.source is not None:
        parts = speakers(here, top(here, draft.source))
        if len(parts) > 1 and all(draft.source.covers(p) for p in parts):
            runs = parts
    out = []
    for n, run in enumerate(runs):
        name = first_id if n == 0 else digest("a", first_id, n)
        out.append(_record(here, known, draft, run, name, under))
    return out


def _record(here: Page, known: Identities, draft: Draft, run: Run | None, name: str, under: str) -> Attribution:
    whose = replace(source(here, known, run), anonymity=_span(here, draft.anonymity))
    if draft.rule == "heard" and whose.kind not in ("outlet", "agency"):
        whose = replace(whose, kind="agency")
    return Attribution(
        name,
        whose,
        _span(here, draft.cue),
        _spans(here, draft.content),
        _voice(here, draft),
        under,
        _spans(here, draft.evidence),
        (draft.rule,),
        _spans(here, draft.medium),
        seen_by=_spans(here, draft.seen_by),
    )


def _carried(here: Page, known: Identities, c: Carried, under: str) -> Attribution:
    spans, name = _spans(here, c.content), _carried_id(here, c)
    return Attribution(name, source(here, known, c.draft.source), None, spans, "carried", under, (), (c.why,))


def _voice(here: Page, draft: Draft) -> Voice:
    if draft.kind in ("thought", "perception"):
        return "thought"
    if draft.rule == "label":
        return "direct"
    words = sum(run.stop - run.first for run in draft.content)
    inside = sum(_shared(run, q) for run in draft.content for q in here.quoted(run))
    if not inside:
        return "indirect"
    return "direct" if inside >= words - 1 else "mixed"


def _shared(a: Run, b: Run) -> int:
    return max(0, min(a.stop, b.stop) - max(a.first, b.first))


def _span(here: Page, run: Run | None) -> Span | None:
    return None if run is None else here.parse.span(run.first, run.stop - 1)


def _spans(here: Page, runs: Sequence[Run]) -> tuple[Span, ...]:
    return tuple(here.parse.span(r.first, r.stop - 1) for r in runs)



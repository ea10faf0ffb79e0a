"""What the commands about relating print as JSON: a line for each thing shown, with the ids that `relate --json` gives."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .codec import plain
from .present.disputed import Camp
from .present.disputed import disputes as disputed
from .present.explained import Explained, Side
from .present.tables import Telling, tellings
from .present.view import View
from .records import Outlet


def stories(view: View) -> Iterator[str]:
    for t in tellings(view):
        days = sorted(r.since for _, several in t.origins for r in several if r.since)
        head = {"id": t.story.id, "headline": t.name, "days": [days[0], days[-1]] if days else []}
        yield line(**head, reports=_reports(t), origins=len(t.origins), shown=t.shown)


def origins(view: View) -> Iterator[str]:
    for t in tellings(view):
        inside = set(t.story.reports)
        passed = [_transfer(x, view) for x in view.dossier.relations.transfers if {x.left, x.right} <= inside]
        yield line(id=t.story.id, headline=t.name, reports=_reports(t), origins=plain(t.story.origins), transfers=passed)


def _transfer(t: object, view: View) -> dict[str, object]:
    """With the words of the passages, so that nobody has to look them up."""
    made: dict[str, object] = plain(t)
    told = view.by_id.get(getattr(t, "left", ""))
    text = told.reading.report.text if told else ""
    return made | {"words": [p.left.of(text) for p in getattr(t, "passages", ())]}


def disputes(view: View) -> Iterator[str]:
    story = view.dossier.relations.stories[0].id if view.dossier.relations.stories else ""
    for d in disputed(view):
        yield line(story=story, **_explained(d.pair), pairs=d.pairs, sides=[_camp(c, view) for c in (d.left, d.right)])


def accounts(view: View) -> Iterator[str]:
    names = {t.story.id: t.name for t in tellings(view)}
    for a in view.dossier.relations.accounts:
        yield line(headline=names.get(a.story, ""), **plain(a))


def outlet(one: Outlet) -> str:
    share = one.unnamed_share
    return line(**plain(one), unnamed_share=None if share is None else round(share, 4))


def explained(one: Explained) -> str:
    return line(**_explained(one))


def _explained(e: Explained) -> dict[str, object]:
    return {
        "relation": e.id, "kind": e.relation.kind, "left": _side(e.left), "right": _side(e.right), "findings": plain(e.findings),
        "reason": e.reason,
    }  # fmt: skip


def _side(side: Side) -> dict[str, object]:
    said, told = side.said, side.told
    return {
        "report": told.reading.report.id, "claim": said.claim.id, "outlet": told.reading.report.publisher, "day": told.since,
        "by": [link.name for link in said.chain], "how": said.how, "before": side.before, "said": said.text, "after": side.after,
    }  # fmt: skip


def _camp(camp: Camp, view: View) -> dict[str, object]:
    refs = [{"report": view.reports[s.report].reading.report.id, "claim": s.claim.id} for s in camp.said]
    return {"claims": refs, "independent": camp.independent, "why": camp.why}


def _reports(t: Telling) -> list[dict[str, object]]:
    told = sorted((r for _, several in t.origins for r in several), key=lambda r: r.number)
    return [{"id": r.reading.report.id, "outlet": r.reading.report.publisher, "day": r.since, "title": r.title,
             "path": r.reading.report.path} for r in told]  # fmt: skip


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)

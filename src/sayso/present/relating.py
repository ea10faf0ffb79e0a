"""Stories, origins, disputes, accounts and outlets for the terminal; nothing of a report is taken for markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from sayso.records import Outlet

from . import wording
from .disputed import Camp, Dispute
from .disputed import disputes as disputed
from .explained import Explained, Side, explained
from .passing import Passing, passings
from .ranges import SLOT, Range, Row, Voice, counted, ranges
from .tables import Telling, tellings
from .terminal import safe
from .view import Said, Told, View

FEW = 4  # of those who give a value, and of passages
__all__ = ["accounts", "disputes", "explained", "explanation", "origins", "profiles", "story_lines"]
LEAST = 3  # as for the weights themselves
NO_VERDICT = (
    "A weight says how often an outlet's values are those that the weighed votes of all origins favour. It is no verdict: "
    "many may be wrong together, and one alone may be right."
)


def story_lines(view: View) -> RenderableType:
    """Each story with its headline, its days, and how many origins its reports are shown to have."""
    table = Table.grid(Column(style="dim", no_wrap=True), Column(), padding=(0, 2, 0, 0))
    for t in tellings(view):
        reports = [report for _, group in t.origins for report in group]
        head = Text(safe(t.name), style="bold").append(f"\n{t.counted}", style="not bold")
        head.append(f"\n{safe(', '.join(dict.fromkeys([days(reports), *(r.outlet for r in reports)])))}", style="dim not bold")
        table.add_row(t.story.id[:10], head)
    return table


def days(reports: Iterable[Told]) -> str:
    """From the first to the last day that is known."""
    known = sorted((r.since, r.day) for r in reports if r.since)
    if not known:
        return "no date"
    return known[0][1] if known[0][1] == known[-1][1] else f"{known[0][1]} to {known[-1][1]}"


def origins(view: View) -> RenderableType:
    """Of each story: its origins with their reasons, then who has it from whom."""
    return Group(*(_origins(t, view) for t in tellings(view)))


def _origins(told: Telling, view: View) -> RenderableType:
    head = Text(safe(told.name), style="bold").append(f"\n{told.story.id[:10]}  {told.counted}", style="dim not bold")
    parts: list[RenderableType] = [head]
    rows = Table.grid(Column(justify="right", no_wrap=True, min_width=3), Column(), padding=(0, 1))
    for n, (origin, reports) in enumerate(told.origins, 1):
        line = Text(safe(", ".join(r.outlet for r in reports)))
        rows.add_row(str(n) if origin.shown else "?", line.append(f"\n{safe(origin.why)}", style="dim"))
    parts.append(rows)
    passed = passings(view, told.story)
    if passed:
        parts += [Text("who has it from whom", style="bold"), *(Padding(_passing(p), (0, 0, 0, 4)) for p in passed)]
    return Group(*parts, "")


def _passing(p: Passing) -> Text:
    text = Text(safe(p.line), style="").append(f"  {p.share}" if p.share else "", style="dim")
    text.append(f"\n{safe(p.why)}", style="dim")
    for passage in p.passages[:FEW]:
        text.append(f"\n  “{safe(passage)}”", style="dim italic")
    more = len(p.passages) - FEW
    return text.append(f"\n  and {more} more", style="dim") if more > 0 else text


def accounts(view: View, every: bool = False) -> RenderableType | None:
    """Of each story: its slots with their values; None where it has none to show."""
    found = ranges(view, every)
    parts = [Group(Text(safe(story), style="bold"), *(p for r in several for p in _range(r)), "") for story, several in found]
    return Group(*parts) if parts else None


def _range(r: Range) -> Iterator[RenderableType]:
    head = Text(f"\n{r.slot}", style="bold").append(f" ({safe(r.of)})" if r.of else "", style="not bold")
    if r.low or r.best:
        head.append(f"  {safe(_envelope(r))}", style="not bold")
    yield head
    if len(r.rows) > 1 and r.slot != SLOT["event"]:
        yield Padding(Text(safe(r.why), style="dim"), (0, 0, 0, 2))
    table = Table.grid(Column(min_width=1), Column(max_width=24), Column(), padding=(0, 1))
    for row in r.rows:
        table.add_row("•" if row.best and len(r.rows) > 1 else "", Text(safe(row.words)), _voices(row))
    yield Padding(table, (0, 0, 0, 1))
    if r.steps:
        steps = ", ".join(f"{day}: {value}" for day, value in r.steps)
        yield Padding(Text(safe(f"over time: {steps}"), style="dim"), (0, 0, 0, 2))


def _envelope(r: Range) -> str:
    """ "7 to 17; best 13": the least and the greatest, and the best attested."""
    span = f"{r.low} to {r.high}" if r.low != r.high else r.low
    best = "" if len(r.rows) == 1 or r.slot == SLOT["event"] else f"best {r.best}" if r.best else "none is best"
    return "; ".join(x for x in (span if len(r.rows) > 1 else "", best) if x)


def _voices(row: Row) -> Text:
    text = Text()
    for n, v in enumerate(row.voices[:FEW]):
        text.append("\n" if n else "").append_text(_voice(v))
    more = len(row.voices) - FEW
    text.append(f"\nand {more} more" if more > 0 else "", style="dim")
    return text.append(f"\n{safe(row.origins)}", style="dim") if len(row.voices) > 1 or row.origins != "1 origin" else text


def _voice(v: Voice) -> Text:
    names = " ← ".join((v.outlet, *v.names))
    text = Text(safe(names)).append(f"  {safe(v.day)}", style="dim")
    return text.append(f"  {v.bearing}" if v.bearing else "", style="red")


def explanation(e: Explained) -> RenderableType:
    """Two sentences beside one another, the slots under them, and the reason in one line."""
    head = Text(f"{e.id[:10]}  ", style="dim").append(wording.KIND.get(e.relation.kind, e.relation.kind), style="bold not dim")
    table = Table.grid(Column(style="dim", no_wrap=True), Column(ratio=1), Column(ratio=1), Column(max_width=14), padding=(0, 1))
    table.expand = True
    table.add_row("", _whose(e.left), _whose(e.right), "")
    table.add_row("", _sentence(e.left), _sentence(e.right), "")
    for f in e.findings:
        words = (wording.ORIGIN if f.slot == "origin" else wording.VERDICT)[f.verdict]
        style = "red" if f.verdict == "CONFLICT" and f.slot != "origin" else ""
        table.add_row(f.slot, *(Text(safe(x)) for x in (f.left, f.right)), Text(words, style=style))
    return Group(head, table, Text(safe(f"why: {e.reason}"), style="italic"), "")


def _whose(side: Side) -> Text:
    return Text(safe(side.by), style="bold").append(f"\n{safe(side.told.day)}: {safe(side.said.how)}", style="dim not bold")


def _sentence(side: Side) -> Text:
    text = Text(safe(f"{side.before} ") if side.before else "", style="dim")
    return text.append(safe(side.said.text), style="not dim bold").append(safe(_joined(side.after)), style="dim not bold")


def _joined(after: str) -> str:
    return after if not after or after[0] in ".,;:!?)”’\"'" else f" {after}"


def profiles(found: Sequence[Outlet], weighed: bool) -> RenderableType:
    """A line of counts for each outlet; with weights, what each rests on below."""
    parts: list[RenderableType] = [part for o in found for part in _profile(o)]
    if weighed and not any(o.weight for o in found):
        parts.append(Text(f"No outlet has a weight: that needs {LEAST} contested values.", style="italic"))
    return Group(*parts, *([Text(NO_VERDICT, style="italic")] if weighed else []))


def _profile(o: Outlet) -> Iterator[RenderableType]:
    yield Text(safe(o.name), style="bold")
    table = Table.grid(Column(), Column(justify="right"), Column(), padding=(0, 1))
    for what, number, note in counts(o):
        table.add_row(Text(what, style="dim"), number, Text(note, style="dim"))
    yield Padding(table, (0, 0, 0, 2))
    if o.weight:
        yield Padding(Text(f"weight {o.weight.value:.2f}, from {len(o.weight.rests_on)} contested values:"), (0, 0, 0, 2))
        for v in o.weight.rests_on:
            about = " ".join(x for x in (v.slot, v.of) if x)
            yield Padding(Text(safe(f"{about}: {v.shown} ({v.share:.0%} likely by all weights)"), style="dim"), (0, 0, 0, 4))
    yield Text("")


def plural(n: int, what: str) -> str:
    return what if n == 1 else f"{what}s"


def counts(o: Outlet) -> list[tuple[str, str, str]]:
    """What is counted, how often, and of how many; what never happened is left out."""
    share = f"of {o.attributed:,} attributions, {o.unnamed_share:.0%}" if o.unnamed_share is not None else ""
    found = [
        ("reports", o.reports, f"on {o.stories:,} stor{'y' if o.stories == 1 else 'ies'}"),
        ("first", o.first, f"of {o.comparable:,} stories that others tell too and where all days are known"),
        ("has it from another", o.copies, f"of {counted(o.reports, 'report')}"),
        ("is copied", o.copied, plural(o.copied, "time")),
        ("contradicts", o.contradicts, f"{plural(o.contradicts, 'claim')} that another made earlier"),
        ("is contradicted", o.contradicted, f"{plural(o.contradicted, 'claim')}, by another later"),
        ("at odds", o.at_odds, f"{plural(o.at_odds, 'claim')}, and who was first is not known"),
        ("corrects itself", o.corrected, f"in {plural(o.corrected, 'claim')}"),
        ("unnamed sources", o.unnamed, share),
        ("takes their word", o.committed, f"of {o.on_unnamed:,} claims on it"),
    ]  # fmt: skip
    return [(what, f"{n:,}", note) for what, n, note in found if n]


def disputes(view: View) -> RenderableType | None:
    """Of each story; None where nobody disputes anything."""
    found = [dispute(d) for d in disputed(view)]
    head = [Text(safe(t.name), style="bold") for t in tellings(view)[:1]]
    return Group(*head, "", *found) if found else None


def dispute(d: Dispute) -> RenderableType:
    """The two sentences beside one another, and who else is on either side."""
    also = [_camp(camp, pair.said) for camp, pair in ((d.left, d.pair.left), (d.right, d.pair.right))]
    if not any(also):
        return explanation(d.pair)
    table = Table.grid(Column(style="dim", no_wrap=True, min_width=6), Column(ratio=1), Column(ratio=1), padding=(0, 1))
    table.expand = True
    table.add_row("also", *(Text(safe(words), style="dim") for words in also))
    return Group(explanation(d.pair), table, "")


def _camp(camp: Camp, shown: Said) -> str:
    others = dict.fromkeys(" ← ".join(link.name for link in s.chain) for s in camp.said if s is not shown)
    names = list(others)[:FEW] + ([f"{len(others) - FEW} more"] if len(others) > FEW else [])
    return "; ".join(names) + (f" ({camp.independent} independent origins)" if camp.independent > 1 else "")

"""A reading for the terminal: who says, how surely, what; then places, dates, numbers, problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Column, Table
from rich.text import Text

from sayso.records import Dossier, Interval, Quantity, Reading, Relations

from . import itineraries, listings, tables, wording
from .groups import Way, speakers
from .view import Link, Said, Told, told, view

STYLE = {"flat": "", "likely": "yellow", "weak": "yellow", "denied": "red", "open": "yellow"}
PARTS: tuple[tuple[str, type], ...] = (("Dates", Interval), ("Numbers", Quantity))


def ledger(reading: Reading) -> RenderableType:
    """Claims grouped by the chain they came by, numbered in the order of the text; nothing of it is taken for markup."""
    shown = told(reading)
    claims = [_way(w) for s in speakers([shown]) for w in s.ways]
    parts = [_list("Places", [_spot(s) for s in tables.spots([shown])]), *(_values(name, shown, kind) for name, kind in PARTS)]
    parts.append(_list("Successive places", [w.line for w in itineraries.ways([shown])]))
    parts.append(_list("Questions to ask", [f.message for f in reading.findings]))
    possible = [f"{r.words}: {r.entry} {r.score}".rstrip() for r in listings.rows(reading)]
    parts.append(_list("Possible matches on sanctions lists", possible))
    problems = [_list("Problems", [wording.problem(p) for p in reading.problems])]
    return Group(_head(shown), *claims, *(p for p in parts + problems if p))


def listed(reading: Reading) -> RenderableType:
    """A table of possible matches: words of the report, entry, likeness, whether marked, reasons."""
    rows = listings.rows(reading)
    if not rows:
        return Group(_head(told(reading)), Text("no name like one on the lists that are kept", style="dim"))
    table = Table("in the report", "possible match", "score", "marked", "why", box=None, pad_edge=False, header_style="dim")
    for row in rows:
        cells = (row.words, row.entry, row.score, f"{row.marked} of {row.times}", row.why)
        table.add_row(*(Text(safe(cell)) for cell in cells))
    return Group(_head(told(reading)), table)


def _head(shown: Told) -> Text:
    head = Text(safe(shown.title), style="bold")
    head.append(f"\n{safe(shown.outlet)}, {shown.day}", style="dim")
    return head


def _way(way: Way) -> RenderableType:
    chain = Text("\n")
    for n, link in enumerate(way.chain):
        chain.append(" ← " if n else "", style="dim").append_text(_link(link))
    if way.hand:
        chain.append(f"  {way.hand}", style="yellow not bold not italic")
    rows = Table.grid(Column(justify="right", style="dim", min_width=3), Column(), padding=(0, 1))
    for said in way.shown:
        rows.add_row(str(said.number + 1), _row(said))
    if way.acts:
        rows.add_row("", Text(f"and that others speak: {len(way.acts)}", style="dim"))
    return Group(chain, rows)


def _link(link: Link) -> Text:
    name = Text(safe(link.name), style="italic" if link.kind in ("unnamed", "unknown") else "bold")
    return name.append(f" ({link.note})", style="dim not bold not italic") if link.note else name


def _row(said: Said) -> Text:
    by = f" ({said.medium})" if said.medium else ""
    row = Text(safe(f"{said.how}{by}: "), style=STYLE[said.strength] or "dim").append(safe(said.text), style="not dim")
    meanings = [*_agents(said), *(f"{r.name} {r.meaning}" for r in said.roles if r.meaning)]
    notes = [f"  ({said.beyond})"] if said.beyond else []
    notes += [f"  [{'; '.join(meanings)}]"] if meanings else []
    return row.append(safe("".join(notes)), style="dim") if notes else row


def _agents(said: Said) -> Iterator[str]:
    """Who did it, where the claim's own words do not say."""
    apart = [f.words for r in said.roles if r.name == "agent" for f in r.fillers if f.apart]
    if apart:
        yield f"agent: {', '.join(apart)}"


def _spot(spot: tables.Spot) -> str:
    return wording.place(spot.place) + (f"  “{'”, “'.join(spot.spelt)}”" if spot.spelt else "")


def _values(name: str, shown: Told, kind: type) -> RenderableType | None:
    return _list(name, list(dict.fromkeys(_lines(shown, kind))))


def _lines(shown: Told, kind: type) -> Iterator[str]:
    text = shown.reading.report.text
    for m in shown.reading.mentions:
        for value, _ in shown.values.get(m.id, ()):
            if isinstance(value, kind):
                words = " ".join(m.span.of(text).split())
                yield ": ".join(x for x in (words, wording.meaning(value, words)) if x)


def _list(name: str, lines: Iterable[str]) -> RenderableType | None:
    rows = [safe(line) for line in lines]
    return Group(Text(f"\n{name}", style="bold"), Padding(Text("\n".join(rows)), (0, 0, 0, 2), expand=False)) if rows else None


def safe(text: str) -> str:
    """Without control characters, which a terminal would obey."""
    return "".join(c if c.isprintable() or c in "\n " else "�" for c in text)


def comparison(readings: Sequence[Reading], relations: Relations) -> RenderableType:
    """Stories with their origins, then what claims are to one another, each with its reasons."""
    shown = view(Dossier("", tuple(readings), relations, (), ""))
    parts: list[RenderableType] = [_story(t) for t in tables.tellings(shown)]
    parts += [_differing(one) for one in tables.differing(shown)]
    for kind, several in tables.pairs(shown):
        parts.append(Text(f"\n{wording.PLURAL[kind]} ({wording.GLOSS[kind]})", style="bold"))
        parts += [Padding(_pair(p), (0, 0, 0, 2), expand=False) for p in several]
    return Group(*parts)


def _story(story: tables.Telling) -> Text:
    head = Text(safe(story.name), style="bold").append(f"  {story.counted}\n", style="not bold")
    for origin, reports in story.origins:
        head.append(f"  {'·' if origin.shown else '?'} {safe(', '.join(t.outlet for t in reports))}")
        head.append(f"  {safe(origin.why)}\n", style="dim not bold")
    return head


def _differing(one: tables.Differing) -> Text:
    text = Text(f"\nNumbers that differ: {safe(one.matter)}\n", style="bold")
    for side in one.sides:
        for n, said in enumerate(side.said):
            text.append(f"  {'' if n else side.number:>12}  ")
            text.append(safe(" ← ".join(link.name for link in said.chain)) + "\n", style="not bold")
    return text


def _pair(pair: tables.Pair) -> Text:
    text = Text()
    for said, outlet in zip((pair.left, pair.right), pair.outlets, strict=True):
        text.append(safe(f"{said.chain[-1].name} ({outlet}) {said.how}: ")).append(safe(said.text) + "\n", style="bold")
    for f in (*pair.findings, *([pair.origin] if pair.origin else [])):
        words = wording.ORIGIN[f.verdict] if f.slot == "origin" else wording.VERDICT[f.verdict]
        text.append(safe(f"  {f.slot}: {f.left} / {f.right}: {words}{' - ' + f.detail if f.detail else ''}\n"), style="dim")
    return text

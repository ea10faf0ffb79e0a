"""A report's page: which part is headline, dateline, by-line, lead, caption, note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sayso.lang import Pack
from sayso.lang.outlets import is_outlet, is_section, owner
from sayso.records import Block, BlockKind, Dateline, Report, Span

from .bylines import credited, inner_byline, is_byline, is_names, leading_byline, names, outlet
from .dateline_words import agency_name, known_agency
from .datelines import Opening, opening, whole_dateline
from .day_lines import date_in, date_line, is_hour, is_stamp
from .headlines import is_headline
from .imprints import Imprint, imprint, unlabelled
from .page_parts import footnote_mark, is_item, is_signature, mark_place, page_part
from .parts import parts_of
from .publishers import Edge, Publishers, heading, titled


def lay_out(report: Report, pack: Pack) -> Report:
    """The report with its blocks, in order, covering all that is not white space, and what its head says of itself.

    Blocks that ingest took from the page's own markup are kept and made finer. Datelines, and by-line, publisher and
    title where the metadata gave none, are read from the text.
    """
    page = _Page(report.text, pack)
    parts = list(parts_of(report, pack))
    for i, (kind, span) in enumerate(parts):
        page.place(kind, span, [after for _, after in parts[i + 1 : i + 13]])
    headline = next((b.span.of(report.text) for b in page.blocks if b.kind == "headline"), None)
    title = report.title or (unlabelled(" ".join(headline.split()), pack) if headline else None)
    return replace(
        report,
        blocks=tuple(page.blocks),
        datelines=tuple(page.datelines),
        byline=report.byline or tuple(dict.fromkeys(page.writers)),
        publisher=report.publisher or page.publishers.name or titled(title, pack),
        title=title,
    )


@dataclass(slots=True)
class _Page:
    """The page so far. ``begun`` once a sentence of the report's own stands."""

    text: str
    pack: Pack
    blocks: list[Block] = field(default_factory=list)
    datelines: list[Dateline] = field(default_factory=list)
    writers: list[str] = field(default_factory=list)
    publishers: Publishers = field(init=False)
    begun: bool = False
    left: int = 0  # paragraphs that follow the one being placed, a dozen at most
    marks: dict[str, int] = field(default_factory=dict)  # where each footnote mark first hangs on a word

    def __post_init__(self) -> None:
        self.publishers = Publishers(self.text, self.pack)

    def place(self, given: BlockKind | None, span: Span, following: list[Span]) -> None:
        """Adds the block or blocks of one paragraph; ``following`` are the next dozen."""
        self.left = len(following)
        kind = self.kind(span, following) if given is None else self.checked(given, span.of(self.text))
        if kind is not None:
            self.add(kind, span)
        else:
            self.prose(span)

    def checked(self, given: BlockKind, line: str) -> BlockKind:
        """The page's own word for a block, but for what stands among days without being one: "3 min read"."""
        if given != "dateline" or date_in(line, self.pack):
            return given
        return "byline" if is_byline(line, self.pack) else "boilerplate"

    def kind(self, span: Span, following: list[Span]) -> BlockKind | None:
        """What a paragraph is as a whole; None for prose, which may open with a dateline."""
        paragraph = span.of(self.text)
        part = page_part(paragraph, self.pack)
        if part is not None and (part != "dateline" or date_in(paragraph, self.pack)):
            return part
        if date_line(paragraph, self.pack) or is_hour(paragraph):
            return "dateline"
        if is_byline(paragraph.strip("*_ "), self.pack) or (not following and is_signature(paragraph)):
            return "byline"
        if (signed := self.imprinted(paragraph, [after.of(self.text) for after in following[:4]])) is not None:
            return signed
        if self.begun and len(paragraph) < 40 and known_agency(paragraph.strip("()[] "), self.pack):
            return "credit"  # under a picture: "AP"
        if self.begun and self.left < 3 and owner(paragraph, self.pack):
            return "boilerplate"
        if self.footnote(paragraph, span.start):
            return "footnote"
        if is_item(paragraph) or self.listed(paragraph, following):
            return "list"
        return None if self.begun else self.above(paragraph, [after.of(self.text) for after in following])

    def imprinted(self, paragraph: str, after: list[str]) -> BlockKind | None:
        """What a line is that names the outlet at the head ("The Hill Tribune, 15 March 2024") or the foot of the report."""
        found = imprint(paragraph, self.pack)
        if found is None or (self.begun and (self.left > 2 or not self.publishers.signs_off(found, paragraph))):
            return None
        if found.date:
            return "dateline"
        if not self.begun and not heading(found, paragraph, self.blocks, after, self.pack):
            return None
        return "byline" if found.people else "slug"

    def footnote(self, paragraph: str, start: int) -> bool:
        """Whether a paragraph begins with a mark that hangs on a word above it."""
        mark = footnote_mark(paragraph)
        if mark is None:
            return False
        if mark not in self.marks:
            self.marks[mark] = mark_place(self.text, mark)
        return self.marks[mark] < start

    def listed(self, paragraph: str, following: list[Span]) -> bool:
        """Whether a paragraph after a long dash is one of several points; alone it may be speech."""
        before = self.blocks[-1].span.of(self.text) if self.blocks else ""
        after = following[0].of(self.text) if following else ""
        return paragraph.startswith("— ") and (before.startswith("— ") or after.startswith("— "))

    def above(self, paragraph: str, after: list[str]) -> BlockKind | None:
        """What a line above the first sentence is: headline, its deck, points under it, or the words under a picture."""
        if after and ((" " not in paragraph and paragraph.isalpha()) or is_section(paragraph, self.pack)):
            return "boilerplate"  # the page's section: "World"
        if is_stamp(paragraph, self.pack) or whole_dateline(paragraph, self.pack):
            return "dateline"
        headlines = sum(block.kind == "headline" for block in self.blocks)
        if not is_headline(paragraph, after, self.pack, second=headlines > 0):
            return None
        if headlines and is_names(paragraph, self.pack):
            return "byline"
        below = headlines > 0 and any(block.kind in ("dateline", "byline") for block in self.blocks)
        if below and headlines == 1 and self.masthead(paragraph):
            return "headline"
        return "caption" if below else "list" if headlines > 1 else "headline"

    def masthead(self, headline: str) -> bool:
        """Makes the line above the day the outlet's name where it is a short one in capitals and a longer headline follows."""
        at = next(i for i, block in enumerate(self.blocks) if block.kind == "headline")
        name = self.blocks[at].span.of(self.text)
        if at > 0 and self.blocks[0].kind == "slug" and len(name.split()) < min(5, len(headline.split())):
            self.blocks[at] = Block("boilerplate", self.blocks[at].span)  # the paper's motto
            return True
        if (
            len(name.split()) > 4
            or len(name.split()) >= len(headline.split())
            or not all(word[0].isupper() for word in name.split())
        ):
            return False
        self.blocks[at] = Block("slug", self.blocks[at].span)
        self.publishers.masthead(name)
        return True

    def prose(self, span: Span) -> None:
        signed = 0 if self.begun else leading_byline(span.of(self.text)[:200], self.pack)
        if signed and opening(self.text[span.start + signed : span.end], self.pack, first=True):
            self.add("byline", Span(span.start, span.start + signed))
            span = Span(span.start + signed, span.end)
        head = opening(span.of(self.text), self.pack, first=not self.begun)
        if head is not None:
            self.open(head, span)
            span = Span(span.start + head.end, span.end)
        if span.start < span.end:
            self.add("paragraph" if self.begun else "lead", span)
            self.begun = True

    def open(self, head: Opening, span: Span) -> None:
        """Adds dateline or slug, by-line and tags that stand before a paragraph's first sentence."""
        shift = span.start
        if head.span.end:
            moved = [_moved(part, shift) if part else None for part in (head.date, head.agency)]
            places = (p for p in head.places if not is_outlet(p.of(span.of(self.text)), self.pack))
            self.datelines.append(Dateline(tuple(_moved(place, shift) for place in places), *moved))
            self.add("dateline" if head.places or head.date else "slug", _moved(head.span, shift))
        if head.agency:
            self.publishers.agency(agency_name(head.agency.of(span.of(self.text)), self.pack))
        if head.date and head.places:
            self.publishers.head(self.outlet_among(head, span.of(self.text)))
        if head.names:
            self.add("byline", Span(shift + head.names.start, shift + (head.tags.start if head.tags else head.end)))
        if head.tags:
            self.add("slug", _moved(head.tags, shift))

    def outlet_among(self, head: Opening, paragraph: str) -> str | None:
        """An outlet that stands where a place would: "The Valley Courier, 5 May 2023 -"."""
        names = (place.of(paragraph) for place in head.places)
        return next((name for name in names if is_outlet(name, self.pack)), None)

    def add(self, kind: BlockKind, span: Span) -> None:
        characters = span.of(self.text)
        span = Span(span.start + len(characters) - len(characters.lstrip()), span.start + len(characters.rstrip()))
        if span.start >= span.end:
            return
        self.blocks.append(Block(kind, span))
        line = span.of(self.text)
        found = self.publishers.note(kind, line, self.edge(), signed=self.signed())
        if kind == "byline" and self.edge():
            self.publishers.head(outlet(line, self.pack))
        self.writers += found.people if found else self.named(kind, line)
        if kind == "dateline" or (kind == "byline" and not self.begun):
            self.day_of(span, line, found)

    def day_of(self, span: Span, line: str, found: Imprint | None) -> None:
        """Notes day, places and agency of a line that gives its day."""
        date = date_in(line, self.pack)
        if date is None or self.datelines_in(span):
            return
        whole = whole_dateline(line, self.pack) if found is None else None
        places = whole.places if whole else found.places if found else ()
        own = (p for p in places if p.of(line) != self.publishers.name and not is_outlet(p.of(line), self.pack))
        agency = whole.agency if whole else None
        if agency:
            self.publishers.agency(agency_name(agency.of(line), self.pack))
        moved = [_moved(part, span.start) if part else None for part in (date, agency)]
        self.datelines.append(Dateline(tuple(_moved(place, span.start) for place in own), *moved))

    def edge(self) -> Edge | None:
        """Whether the page's head or foot is being placed."""
        return "head" if not self.begun else "foot" if self.left < 3 else None

    def signed(self) -> bool:
        """Whether a by-line stands right above the block just added."""
        return len(self.blocks) > 1 and self.blocks[-2].kind == "byline"

    def datelines_in(self, span: Span) -> bool:
        return any(d.date and span.covers(d.date) for d in self.datelines[-1:])

    def named(self, kind: BlockKind, line: str) -> Iterable[str]:
        if kind == "byline":
            return names(line, self.pack)
        if kind == "dateline":
            return inner_byline(line, self.pack)
        found = credited(line, self.pack) if kind == "note" else ()
        return [name for name in found if not known_agency(name.removeprefix("The "), self.pack)]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)

"""Who published a report, by what is printed at its head and foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from sayso.lang import Pack
from sayso.lang.outlets import is_known, is_outlet, is_site, is_surely_outlet, owner
from sayso.records import Block, BlockKind

from .bylines import is_byline
from .dateline_words import agency_name, known_agency
from .day_lines import date_in, date_line
from .imprints import Imprint, article_alone, imprint

Edge = Literal["head", "foot"]
_HEAD, _OWNER, _AGENCY, _FOOT = range(4)
_SEAM = re.compile(r"\s+[-–—|:·»]\s+")


@dataclass(slots=True)
class Publishers:
    """The outlets that a page names as its own, the surest place first: head, copyright, dateline, foot."""

    text: str
    pack: Pack
    found: dict[int, str] = field(default_factory=dict)

    @property
    def name(self) -> str | None:
        return self.found[min(self.found)] if self.found else None

    def head(self, name: str | None) -> None:
        """Notes an outlet of the head; an agency there says only where the report is from."""
        if name and known_agency(name, self.pack):
            self.agency(agency_name(name, self.pack))
        elif name:
            self.found.setdefault(_HEAD, name)

    def agency(self, name: str) -> None:
        if "/" not in name:
            self.found.setdefault(_AGENCY, name)

    def masthead(self, line: str) -> None:
        """Notes the line above day and headline if an article or its words make it an outlet's: it could be a place."""
        name = " ".join(line.split())
        if is_outlet(name, self.pack) or article_alone(name, None, self.pack) or self.told(name):
            self.head(name)

    def told(self, name: str) -> bool:
        """Whether the report itself says that somebody told this outlet something: "told the Lamp"."""
        bare = re.escape(name.removeprefix("The ").removeprefix("the "))
        return re.search(rf"\b(?:told|tells) (?:the )?{bare}\b", self.text, re.IGNORECASE) is not None

    def note(self, kind: BlockKind, line: str, edge: Edge | None, *, signed: bool) -> Imprint | None:
        """What a block at the page's head or foot names of outlet, writers and day. ``signed``: it stands under a by-line."""
        foot = edge == "foot"
        if kind == "boilerplate" and foot and (name := owner(line, self.pack)):
            if known_agency(name.removeprefix("The "), self.pack):
                self.agency(agency_name(name, self.pack))
            else:
                self.found.setdefault(_OWNER, name)
        if edge is None or (kind not in ("byline", "dateline", "slug") and kind != "credit"):
            return None
        found = imprint(line, self.pack)
        if kind == "credit" and not (found and found.sure):
            return None
        if found and found.outlet:
            if not foot:
                self.head(found.outlet)
            elif self.signs_off(found, line):
                self.found.setdefault(_FOOT, found.outlet)
        elif kind == "dateline" and not foot:
            self.head(self.unknown(line, signed))
        return found

    def signs_off(self, found: Imprint, line: str) -> bool:
        """Whether a line at the foot is the outlet's own ("— Lake Tribune", "Source: Lake Tribune") and credits no other:
        an agency, "[Lake Tribune]", "Source:" with an outlet that everybody knows or that the report cites."""
        name = found.outlet or ""
        if not name or not (found.sure or found.people) or line[0] in "[(" or known_agency(name, self.pack):
            return False
        if found.label.startswith("source"):
            bare = re.escape(name.removeprefix("The "))
            return not is_known(name, self.pack) and len(re.findall(rf"\b{bare}\b", self.text, re.IGNORECASE)) < 2
        return found.date is not None or not is_site(name, self.pack)

    def unknown(self, line: str, signed: bool) -> str | None:
        """An outlet that no word tells, before its day under a by-line, or named by the report itself."""
        day = date_in(line, self.pack)
        name = article_alone(line, day, self.pack) if day and signed else None
        before = line[: day.start].strip(" ,|·•-–—(") if day else ""
        return name or (before if 0 < len(before.split()) < 5 and self.told(before) else None)


def titled(title: str | None, pack: Pack) -> str | None:
    """The outlet that a page's title ends with: "Ferry sinks - The Example Tribune"."""
    parts = _SEAM.split(title) if title else []
    last = parts[-1].strip() if len(parts) > 1 else ""
    return last if is_surely_outlet(last, pack) and not known_agency(last, pack) else None


def heading(found: Imprint, line: str, blocks: Sequence[Block], after: Sequence[str], pack: Pack) -> bool:
    """Whether a line with an outlet's name stands where outlets print theirs, and is not the headline itself, or its deck."""
    name = (found.outlet or "").removeprefix("The ")
    strong = found.sure and is_surely_outlet(name, pack)  # without its article too
    below = bool(blocks and blocks[-1].kind in ("byline", "dateline", "slug"))
    if any(block.kind == "headline" for block in blocks):
        return strong or below or bool(found.label or (after and date_line(after[0], pack)))
    if not (found.sure or below or (after and _dated(after[0], pack))):
        return False
    if any(_headline(text, pack) for text in after[:3]):
        return True
    return len(line.split()) <= (3 if line.startswith("The ") else 2) and is_surely_outlet(f"Hill {name.split()[-1]}", pack)


def _dated(line: str, pack: Pack) -> bool:
    return is_byline(line, pack) or date_line(line, pack) is not None


def _headline(line: str, pack: Pack) -> bool:
    """Whether a line may be the headline: no sentence, day or by-line."""
    return len(line) < 260 and line[-1:] not in '.!?:…"”' and not _dated(line, pack) and imprint(line, pack) is None

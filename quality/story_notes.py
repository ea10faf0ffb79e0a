"""Notes on stories become the gold of ``quality/gold/stories`` (GUIDE.md there says how to write them).

    python -m quality.story_notes list                                      the stories and their reports
    python -m quality.story_notes view r1                                   one story's reports, paragraphs numbered
    python -m quality.story_notes check NOTES                               what does not fit, in a file or a folder of notes
    python -m quality.story_notes convert NOTES --to quality/gold/stories/report.jsonl

Notes hold words of the texts and never enter the repository. Texts of others are not in it either; those of
``quality/gold/stories/own`` are invented for this gold and are.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from quality.matters import (
    LABELS,
    OWN,
    SLOTS,
    SOURCES,
    GoldOrigin,
    GoldSource,
    GoldStory,
    Matter,
    Statement,
    ValueFormatError,
    as_json,
    bounds,
)  # fmt: skip
from quality.standoff import DATA, NotesError, paragraphs, placed

STORIES = Path(__file__).parent / "gold" / "stories"
OWN_HALVES = {"o": "own build", "p": "own report"}  # of stories invented for this gold, by the first letter of their names
_LABEL = re.compile(r"[A-Z]\w?(?:/\w+)*(?:\|[A-Z]\w?(?:/\w+)*)*")
_VALUE = re.compile(r"(?P<matter>\w+):\s*(?P<polarity>[!?]?)(?P<value>\S+)")
_STATED = re.compile(
    r"@(?P<paragraph>\d+)\s+(?P<words>.+?) \| (?P<source>\w+) \| (?P<values>[^|].*?)(?: \| (?P<origin>[A-Z]\w?))?"
)


@dataclass
class Notes:
    """What the notes on one story say, as far as they have been read."""

    days: dict[str, str] = field(default_factory=dict)
    origins: list[GoldOrigin] = field(default_factory=list)
    sources: dict[str, GoldSource] = field(default_factory=dict)
    slots: dict[str, str] = field(default_factory=dict)
    stated: defaultdict[str, list[Statement]] = field(default_factory=lambda: defaultdict(list))
    report: str = ""

    def origin(self, report: str) -> str:
        found = [o.id for o in self.origins if report in o.reports]
        if len(found) != 1:
            raise NotesError(f"report {report} is in {len(found)} origins")
        return found[0]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A story as chosen, before anybody reads it."""

    story: str
    half: str
    reports: dict[str, str]  # with the digests of their texts


# ---------------------------------------------------------------- the texts


def chosen(folder: Path = STORIES) -> dict[str, Chosen]:
    rows = [line.split("\t") for line in (folder / "stories.tsv").read_text(encoding="utf-8").splitlines() if line[:1] not in "#"]
    out: dict[str, Chosen] = {}
    for story, half, report, digest in rows:
        out.setdefault(story, Chosen(story, half, {})).reports[report] = digest
    for report, text in own(folder).items():
        story = report.rpartition("-")[0]
        out.setdefault(story, Chosen(story, OWN_HALVES[story[0]], {})).reports[report] = sha256(text)
    return out


def bodies(data: Path) -> dict[str, str]:
    """All texts that stories are of, by report."""
    with (data / "stance" / "fnc-1" / "train_bodies.csv").open(encoding="utf-8", newline="") as f:
        return {row["Body ID"]: row["articleBody"] for row in csv.DictReader(f)} | own(STORIES)


def own(folder: Path) -> dict[str, str]:
    """Invented reports (``own/o1-2.txt``: the second of the story o1), as they are printed."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((folder / "own").glob("?*-*.txt"))}


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def view(story: Chosen, texts: dict[str, str]) -> Iterator[str]:
    for report in story.reports:
        yield f"\nreport {report}"
        yield from (f"@{k} {' '.join(s.of(texts[report]).split())}" for k, s in enumerate(paragraphs(texts[report]), 1))


# ---------------------------------------------------------------- notes


def read_notes(notes: str, story: Chosen, texts: dict[str, str]) -> GoldStory:
    """The gold of one story; raises NotesError with the line that does not fit."""
    read = Notes()
    for number, line in enumerate(notes.split("\n"), 1):
        line = line.partition(" // ")[0].strip()
        if line and not line.startswith("#"):
            try:
                _take(line, read, story, texts)
            except (NotesError, ValueFormatError) as error:
                raise NotesError(f"{story.story}, line {number}: {error}") from None
    for report in story.reports:
        read.origin(report)
    if empty := [m for m in read.slots if not read.stated[m]]:
        raise NotesError(f"{story.story}: nothing is stated on {empty}")
    matters = tuple(Matter(f"m{k}", slot, tuple(read.stated[name])) for k, (name, slot) in enumerate(read.slots.items(), 1))
    return GoldStory(
        story.story, story.half, story.reports, read.days, tuple(read.origins), tuple(read.sources.values()), matters
    )


def _take(line: str, read: Notes, story: Chosen, texts: dict[str, str]) -> None:
    words = line.split()
    if line.startswith("@"):
        _stated(line, read, texts)
    elif words[0] == "origin" and len(words) > 2:
        _known(words[2:], story)
        read.origins.append(GoldOrigin(words[1].rstrip("?"), tuple(words[2:]), not words[1].endswith("?")))
    elif words[0] == "day" and len(words) == 3:
        _known(words[1:2], story)
        bounds(words[2], "date")
        read.days[words[1]] = words[2]
    elif words[0] == "source" and len(words) in (3, 4) and words[2] in SOURCES and words[3:] in ([], ["vague"]):
        read.sources[_new(words[1], read.sources)] = GoldSource(words[1], words[2], len(words) == 4)
    elif words[0] == "matter" and len(words) == 3 and words[2] in SLOTS:
        read.slots[_new(words[1], read.slots)] = words[2]
    elif words[0] == "report" and len(words) == 2:
        _known(words[1:], story)
        read.report = words[1]
    else:
        raise NotesError(f"not understood: {line}")


def _known(reports: list[str], story: Chosen) -> None:
    if unknown := [r for r in reports if r not in story.reports]:
        raise NotesError(f"{unknown} are not reports of {story.story}")


def _new(name: str, known: dict[str, GoldSource] | dict[str, str]) -> str:
    if name in known or name == OWN:
        raise NotesError(f"{name} is there already")
    return name


def _stated(line: str, read: Notes, texts: dict[str, str]) -> None:
    m = _STATED.fullmatch(line)
    if m is None or not read.report:
        raise NotesError(f"not '@P words | source | matter: value', or before any report: {line}")
    if m["source"] != OWN and m["source"] not in read.sources:
        raise NotesError(f"source {m['source']} is not declared")
    if m["origin"] and m["origin"] not in {o.id for o in read.origins}:
        raise NotesError(f"origin {m['origin']} is not declared")
    span = placed(texts[read.report], m["words"], int(m["paragraph"]))
    for part in m["values"].split(";"):
        v = _VALUE.fullmatch(part.strip())
        if v is None or v["matter"] not in read.slots:
            raise NotesError(f"not 'matter: value', or no such matter: {part.strip()}")
        _checked(v["value"], read.slots[v["matter"]])
        polarity = {"!": "-", "?": "?"}.get(v["polarity"], "+")
        origin = m["origin"] or read.origin(read.report)
        read.stated[v["matter"]].append(Statement(read.report, (span.start, span.end), v["value"], polarity, m["source"], origin))


def _checked(value: str, slot: str) -> None:
    if slot == "event" and value != "yes":
        raise NotesError(f"an event is yes or !yes, not {value}")
    if slot in LABELS and not _LABEL.fullmatch(value):
        raise NotesError(f"not a label such as A, A/x or A|B: {value}")
    if slot not in LABELS and slot != "event":
        bounds(value, slot)


# ---------------------------------------------------------------- the command


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("what", choices=("list", "view", "check", "convert"))
    args.add_argument("name", nargs="?", default="")
    args.add_argument("--to", type=Path)
    args.add_argument("--data", type=Path, default=DATA)
    given = args.parse_args()
    stories, texts = chosen(), bodies(given.data)
    if given.what == "list":
        print("\n".join(f"{s.story} {s.half}: {' '.join(s.reports)}" for s in stories.values()))
    elif given.what == "view":
        print("\n".join(view(stories[given.name], texts)))
    else:
        return _convert(Path(given.name), given.to if given.what == "convert" else None, stories, texts)
    return 0


def _convert(notes: Path, to: Path | None, stories: dict[str, Chosen], texts: dict[str, str]) -> int:
    found, failed = [], False
    for path in sorted(notes.glob("*.txt")) if notes.is_dir() else [notes]:
        story = stories[path.stem]
        if changed := [r for r, digest in story.reports.items() if sha256(texts.get(r, "")) != digest]:
            print(f"{changed} are other texts than those chosen", file=sys.stderr)
            failed = True
            continue
        try:
            found.append(read_notes(path.read_text(encoding="utf-8"), story, texts))
        except NotesError as error:
            print(error, file=sys.stderr)
            failed = True
    for s in found:
        print(f"{s.story}: {len(s.matters)} matters, {sum(len(m.statements) for m in s.matters)} statements", file=sys.stderr)
    if to is not None and not failed:
        to.write_text("".join(as_json(s) + "\n" for s in found), encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

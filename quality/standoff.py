"""Stand-off annotation of texts that stay where they are: offsets and labels here, not one sentence.

    python -m quality.standoff list                          the texts of the chains gold
    python -m quality.standoff view GUM_news_crane           one of them, its paragraphs numbered
    python -m quality.standoff convert NOTES --to quality/gold/chains/one.jsonl

Annotators write notes, one file a text (GUIDE.md beside the gold says how); ``convert`` finds the words in the text, refuses
what stands there not at all or twice, and writes one line of JSON a text with its sha256. Notes hold words of the texts and
never enter the repository.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from quality.quantities import _REPORT
from quality.treebank import texts as treebank_texts
from sayso.records import Span

DATA = Path("../shared/data")
KINDS = ("outlet", "agency", "person", "body", "document", "crowd", "unnamed", "unknown")
FLAGS = ("heard", "carried", "doubt")
# Every 32nd MUC-4 dev report from the 6th on, or the next one that is short enough.
EVERY, OFFSET, LONGEST = 32, 5, 4500
_LINE = re.compile(
    r"(?P<id>\d+)\s+(?:@(?P<paragraph>\d+)\s+)?<(?P<under>\d+)\s+(?P<kind>\w+)(?P<flags>(?:\s+\w+)*)\s*\|(?P<rest>.*)"
)
_PLACE = re.compile(r"(?:@(?P<paragraph>\d+)\s+)?(?P<words>.*?)(?:#(?P<nth>\d+))?")


class NotesError(ValueError):
    """A note that does not fit its text; the message names the file, the line and the reason."""


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution of the gold. ``who``: where the text names the one whom source words speak of, if they do not."""

    id: int
    under: int  # 0: the outlet's own voice
    kind: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    flags: tuple[str, ...] = ()
    who: Span | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """One text's gold; ``half`` is "build" or "report"."""

    text: str
    sha256: str
    half: str
    said: tuple[Said, ...]


# ---------------------------------------------------------------- the texts


def corpus(data: Path) -> dict[str, str]:
    """Wikinews (all of GUM's news texts) and forty MUC-4 development reports, by name."""
    parts = [t for part in ("train", "dev", "test") for t in treebank_texts(data / f"ud/en_gum-{part}.conllu")]
    wikinews = {t.id: t.text.strip() for t in parts if t.id.startswith("GUM_news")}
    return dict(sorted(wikinews.items())) | _reports(data / "conflict" / "muc4-dev")


def _reports(folder: Path) -> dict[str, str]:
    every = [m for f in sorted(folder.glob("dev-muc3-*")) for m in _REPORT.finditer(f.read_text(errors="replace"))]
    texts = [(m[1], m[0].split("\n", 1)[1].strip()) for m in every]
    picked = [next(t for t in texts[k:] if len(t[1]) <= LONGEST) for k in range(OFFSET, len(texts), EVERY)]
    return dict(picked[:40])


def half(name: str) -> str:
    """Which half a text is in: by the digest of its name, so that nobody chose."""
    return "build" if hashlib.sha256(name.encode()).digest()[0] % 2 else "report"


def paragraphs(text: str) -> list[Span]:
    """The text between blank lines, in order; notes count them from 1."""
    edges = [0, *(x for m in re.finditer(r"\n\s*\n", text) for x in m.span()), len(text)]
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


# ---------------------------------------------------------------- notes


def read_notes(notes: str, name: str, text: str) -> tuple[Said, ...]:
    """What the notes on a text say, in its offsets."""
    out: list[Said] = []
    before = ""
    for number, line in enumerate(notes.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            try:
                said = _said(line, text)
            except NotesError as error:
                raise NotesError(f"{name}, line {number}: {error}") from None
            out.append(replace(said, flags=(*said.flags, "doubt")) if before.startswith("# doubt") else said)
        before = line
    known = {s.id for s in out} | {0}
    if lost := [s.id for s in out if s.under not in known] + [s.id for s in out if s.under == s.id]:
        raise NotesError(f"{name}: {lost} lie under nothing that is noted")
    if len(known) != len(out) + 1:
        raise NotesError(f"{name}: a number is used twice")
    return tuple(out)


def _said(line: str, text: str) -> Said:
    m = _LINE.fullmatch(line.strip())
    if m is None:
        raise NotesError(f"not 'N @P <U kind | source | cue | content': {line}")
    fields = [f.strip() for f in m["rest"].split(" | ")]
    flags = tuple(m["flags"].split())
    if m["kind"] not in KINDS or set(flags) - set(FLAGS) or len(fields) not in (3, 4):
        raise NotesError(f"unknown kind or flag, or not three fields: {line}")
    here = int(m["paragraph"] or 0)
    content = tuple(placed(text, part, here) for part in fields[2].split(" + "))
    who = placed(text, fields[3].removeprefix("who="), here) if len(fields) == 4 else None
    source, cue = (None if f == "-" else placed(text, f, here) for f in fields[:2])
    return Said(int(m["id"]), int(m["under"]), m["kind"], source, cue, content, flags, who)


def placed(text: str, words: str, paragraph: int) -> Span:
    """Where "first words ... last words" stands in its paragraph; "said#2" is the second "said"."""
    first, _, last = words.strip().partition(" ... ")
    start = _find(text, first, paragraph)
    if not last:
        return start
    rest = _PLACE.fullmatch(last.strip())
    other = int(rest["paragraph"]) if rest and rest["paragraph"] else None
    if other is not None:
        return Span(start.start, _find(text, last, other).end)
    end = _matches(text, last, Span(start.end, len(text)))
    if not end:
        raise NotesError(f"{last!r} does not stand after {first!r}")
    return Span(start.start, end[0].end)


def _find(text: str, words: str, paragraph: int) -> Span:
    m = _PLACE.fullmatch(words.strip())
    number = int(m["paragraph"] or paragraph) if m else paragraph
    spans = paragraphs(text)
    if m is None or not 1 <= number <= len(spans):
        raise NotesError(f"no paragraph {number}: {words}")
    found = _matches(text, m["words"], spans[number - 1])
    if not found:
        raise NotesError(f"{m['words']!r} does not stand in paragraph {number}")
    if len(found) > 1 and not m["nth"]:
        raise NotesError(f"{m['words']!r} stands {len(found)} times in paragraph {number}; say which: {m['words']}#1")
    if m["nth"] and int(m["nth"]) > len(found):
        raise NotesError(f"{m['words']!r} stands {len(found)} times in paragraph {number}, not {m['nth']}")
    return found[int(m["nth"] or 1) - 1]


def _matches(text: str, words: str, within: Span) -> list[Span]:
    """Whole words, any white space between them."""
    body = r"\s+".join(map(re.escape, words.split()))
    left, right = (r"(?<!\w)" if words[:1].isalnum() else ""), (r"(?!\w)" if words[-1:].isalnum() else "")
    return [Span(*m.span()) for m in re.compile(left + body + right).finditer(text, within.start, within.end)]


# ---------------------------------------------------------------- files


def as_json(one: Annotated) -> str:
    said = [
        {
            "id": s.id, "under": s.under, "kind": s.kind, "source": s.source, "cue": s.cue, "content": s.content,
            "flags": s.flags, "who": s.who,
        }
        for s in one.said
    ]  # fmt: skip
    return json.dumps({"text": one.text, "sha256": one.sha256, "half": one.half, "said": said})


def load(path: Path) -> list[Annotated]:
    """The gold of one file."""
    return [_annotated(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _annotated(row: dict) -> Annotated:  # type: ignore[type-arg]
    def span(pair: list[int] | None) -> Span | None:
        return Span(*pair) if pair else None

    said = tuple(
        Said(s["id"], s["under"], s["kind"], span(s["source"]), span(s["cue"]), tuple(Span(*c) for c in s["content"]),
             tuple(s["flags"]), span(s["who"]))
        for s in row["said"]
    )  # fmt: skip
    return Annotated(row["text"], row["sha256"], row["half"], said)


def convert(folder: Path, texts: dict[str, str]) -> tuple[list[Annotated], list[str]]:
    """The gold of a folder of notes (``NAME.txt``), and what is wrong with those that do not fit."""
    found, wrong = [], []
    for path in sorted(folder.glob("*.txt")):
        text = texts.get(path.stem)
        if text is None:
            wrong.append(f"{path.name}: no such text")
            continue
        try:
            said = read_notes(path.read_text(encoding="utf-8"), path.name, text)
        except NotesError as error:
            wrong.append(str(error))
            continue
        found.append(Annotated(path.stem, hashlib.sha256(text.encode()).hexdigest(), half(path.stem), said))
    return found, wrong


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("what", choices=("list", "view", "convert"))
    args.add_argument("name", nargs="?", default="")
    args.add_argument("--to", type=Path)
    args.add_argument("--data", type=Path, default=DATA)
    given = args.parse_args()
    texts = corpus(given.data)
    if given.what == "list":
        print("\n".join(f"{name} {len(text)} {half(name)}" for name, text in texts.items()))
        return 0
    if given.what == "view":
        for k, span in enumerate(paragraphs(texts[given.name]), 1):
            print(f"@{k}", " ".join(span.of(texts[given.name]).split()))
        return 0
    found, wrong = convert(Path(given.name), texts)
    print("\n".join([*wrong, f"{len(found)} texts, {sum(len(f.said) for f in found)} attributions"]), file=sys.stderr)
    if given.to is not None and not wrong:
        given.to.write_text("".join(as_json(f) + "\n" for f in found), encoding="utf-8")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

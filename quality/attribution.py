"""Attribution on PolNeAR's development part: who says what, word by word and span by span.

The texts are political news; one annotator a text is taken, the first by file name, as the teacher's reader does.
Several attributions with one cue ("Ali and Omar said") are one here, as PolNeAR has them. What is carried over without
a cue counts as content for the words and is left out of the attributions, since PolNeAR has none without a cue.
PolNeAR marks no attribution within the content of another: one of ours that lies so deep is compared only where PolNeAR
marks its cue, and is not held against us where it does not.
"""

from __future__ import annotations

import argparse
import dataclasses
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from quality import as_citron
from quality.table import Row, prf
from sayso.attribute import attribute
from sayso.lang import Pack, load
from sayso.parse import Parser
from sayso.records import Attribution, Parse, Report, Span, Structure, digest
from sayso.structure import lay_out, structure

KINDS = ("source", "cue", "content")
CORPUS = "PolNeAR dev"
_WORD = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
_CONJUNCTION = len(", and ")  # characters between two sources of one cue
_MARKS = "\"“”'‘’"


@dataclasses.dataclass(frozen=True, slots=True)
class Triple:
    """Character spans of one attribution; ``source`` is empty where the text names none."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def spans(self, kind: str) -> tuple[Span, ...]:
        return getattr(self, kind)  # type: ignore[no-any-return]


@dataclasses.dataclass(frozen=True, slots=True)
class Text:
    """One article as its annotator marked it; ``classes`` has a kind or "" for each character."""

    id: str
    text: str
    classes: list[str]
    triples: list[Triple]


# ---------------------------------------------------------------- the corpus


def texts(data: Path, part: str = "dev") -> list[Text]:
    """The articles of a part of PolNeAR, in the order of their names."""
    folder = data / "attribution" / f"polnear-{part}"
    out: dict[str, Text] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        source = folder / "text" / f"{name}.txt"
        if name not in out and source.exists():
            out[name] = _annotated(name, source.read_text(encoding="utf-8"), path.read_text(encoding="utf-8"))
    return list(out.values())


def _annotated(name: str, text: str, annotation: str) -> Text:
    spans: dict[str, tuple[str, tuple[Span, ...]]] = {}
    classes = [""] * len(text)
    for line in annotation.split("\n"):
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1 and " " in fields[1]:
            kind, ranges = fields[1].split(" ", 1)
            found = _ranges(ranges)
            spans[fields[0]] = (kind.lower(), found)
            for a, b in found if kind.lower() in KINDS else ():
                classes[a : min(b, len(text))] = [kind.lower()] * (min(b, len(text)) - a)
    triples = [t for line in annotation.split("\n") if line.startswith("E") and (t := _event(line, spans)) is not None]
    return Text(name, text, classes, triples)


def _ranges(text: str) -> tuple[Span, ...]:
    """"3 9;12 20" to spans; broken ones left out."""
    pairs = (part.split() for part in text.split(";"))
    return tuple(Span(int(p[0]), int(p[1])) for p in pairs if len(p) == 2 and p[0].isdigit() and p[1].isdigit())


def _event(line: str, spans: dict[str, tuple[str, tuple[Span, ...]]]) -> Triple | None:
    parts: dict[str, tuple[Span, ...]] = dict.fromkeys(KINDS, ())
    for field in line.split("\t")[1].split():
        kind, found = spans.get(field.split(":")[1], ("", ()))
        if kind in parts:
            parts[kind] += found
    return Triple(**parts) if parts["cue"] and parts["content"] else None


# ---------------------------------------------------------------- the system's side


@dataclasses.dataclass(frozen=True, slots=True)
class Read:
    """What the system makes of one article."""

    gold: Text
    parse: Parse
    attributions: tuple[Attribution, ...]


def readings(gold: Sequence[Text], pack: Pack, parser: Parser) -> Iterator[Read]:
    """Each article laid out, parsed and attributed."""
    reports = [lay_out(Report(digest("r", t.id), t.text, language="en"), pack) for t in gold]
    for text, report, parse in zip(gold, reports, parser.parse(reports), strict=True):
        yield Read(text, parse, attribute(report, parse, _structure(report, parse, pack), pack))


def _structure(report: Report, parse: Parse, pack: Pack) -> Structure:
    return structure(report, parse, pack)


def outermost(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Those whose cue (or whose content, where they have no cue) stands in no other's content."""
    said = [a for a in attributions if a.under is not None]
    return [a for a in said if not any(_within(a, b) for b in said if b.cue != a.cue)]


def _within(a: Attribution, b: Attribution) -> bool:
    at = a.cue or a.content[0]
    return any(s.covers(at) for s in b.content)


def triples(attributions: Sequence[Attribution]) -> list[Triple]:
    """The attributions that have a cue, those with one cue and content made one."""
    found: dict[tuple[Span, tuple[Span, ...]], Triple] = {}
    for a in attributions:
        if a.cue is None or "heard" in a.why:
            continue
        source = (a.source.span,) if a.source.span is not None else ()
        before = found.get((a.cue, a.content))
        joined = Triple(_joint((*(before.source if before else ()), *source)), (a.cue,), a.content)
        found[a.cue, a.content] = joined
    return list(found.values())


def _joint(sources: tuple[Span, ...]) -> tuple[Span, ...]:
    """Sources a conjunction apart made one, as PolNeAR has them: "*Ali and Omar* said"."""
    out: list[Span] = []
    for s in sorted(set(sources)):
        if out and s.start - out[-1].end <= _CONJUNCTION:
            s = Span(out.pop().start, s.end)
        out.append(s)
    return tuple(out)


def comparable(read: Read) -> list[Triple]:
    """The outermost attributions, and the deeper ones whose cue PolNeAR marks too."""
    marked = [s for t in read.gold.triples for s in t.cue]
    return triples([*outermost(read.attributions), *(a for a in _deep(read) if a.cue and overlap([a.cue], marked))])


def _deep(read: Read) -> list[Attribution]:
    top = {a.id for a in outermost(read.attributions)}
    return [a for a in read.attributions if a.id not in top]


def classes_of(attributions: Sequence[Attribution], length: int) -> list[str]:
    """A kind or "" a character: contents first, sources and cues over them."""
    classes = [""] * length
    said = outermost(attributions)
    painted = [(s, "content") for a in said for s in a.content]
    cued = [a for a in said if a.cue is not None and "heard" not in a.why]
    painted += [(a.source.span, "source") for a in cued if a.source.span is not None]
    painted += [(a.cue, "cue") for a in said if a.cue is not None]
    for span, kind in painted:
        classes[span.start : span.end] = [kind] * (span.end - span.start)
    return classes


def head_classes(parse: Parse) -> list[str]:
    """The head's likeliest tag for each character of a word, without any rule."""
    classes = [""] * len(parse.text)
    kinds = ("", "source", "cue", "content")
    p = parse.attribution
    for word, row in zip(parse.words, p, strict=True):
        sums = (row[0], row[1] + row[2], row[3] + row[4], row[5] + row[6])
        best = kinds[max(range(4), key=lambda k: float(sums[k]))]
        classes[word.start : word.end] = [best] * (word.end - word.start)
    return classes


# ---------------------------------------------------------------- counting


def words_counted(gold: Sequence[str], found: Sequence[str], text: str, into: Counter[str]) -> None:
    """Adds hits, said and true words a kind."""
    for m in _WORD.finditer(text):
        g, f = gold[m.start()], found[m.start()]
        into[f"true {g}"] += 1
        into[f"said {f}"] += 1
        into[f"hit {g}"] += g == f


def overlap(a: Sequence[Span], b: Sequence[Span]) -> int:
    """Characters that two lists of spans share."""
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in a for y in b)


def pairs(gold: Sequence[Triple], found: Sequence[Triple]) -> list[tuple[Triple, Triple]]:
    """Gold and found attributions whose cues overlap, one to one, the best content first."""
    scored = [
        (overlap(g.content, f.content), overlap(g.cue, f.cue), -i, -j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if overlap(g.cue, f.cue)
    ]
    out, left, right = [], set(), set()  # type: list[tuple[Triple, Triple]], set[int], set[int]
    for _, _, i, j in sorted(scored, reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((gold[-i], found[-j]))
    return out


def tokens(spans: Sequence[Span], text: str) -> frozenset[int]:
    """Starts of the words in spans: what makes two spans the same."""
    return frozenset(s.start + m.start() for s in spans for m in _WORD.finditer(s.of(text)))


def attributions_counted(gold: Sequence[Triple], found: Sequence[Triple], text: str, into: Counter[str]) -> None:
    """Adds matched cues, all-span overlaps, and exact spans."""
    matched = pairs(gold, found)
    into["gold"] += len(gold)
    into["found"] += len(found)
    into["cue overlap"] += len(matched)
    for g, f in matched:
        into["all overlap"] += bool((overlap(g.source, f.source) or not (g.source or f.source)) and overlap(g.content, f.content))
        into["content overlap"] += bool(overlap(g.content, f.content))
        into["source overlap"] += bool(overlap(g.source, f.source))
        for kind in KINDS:
            into[f"{kind} exact"] += bool(g.spans(kind)) and tokens(g.spans(kind), text) == tokens(f.spans(kind), text)
    into["gold source"] += sum(bool(g.source) for g in gold)
    into["found source"] += sum(bool(f.source) for f in found)


def as_words(triples: Sequence[Triple], text: str) -> list[as_citron.Counted]:
    """Attributions as the words of their source, cue and content."""
    return [(tokens(t.source, text), tokens(t.cue, text), tokens(t.content, text)) for t in triples]


def direct(triple: Triple, text: str) -> bool:
    """Is the whole content speech between quotation marks, of four words or more?"""
    first, last = triple.content[0].start, triple.content[-1].end - 1
    return text[first] in _MARKS and text[last] in _MARKS and len(tokens(triple.content, text)) >= 6


def speakers_counted(gold: Sequence[Triple], attributions: Sequence[Attribution], text: str, into: Counter[str]) -> None:
    """Adds the direct quotations whose named speaker is the one found."""
    for g in gold:
        if not g.source or not direct(g, text):
            continue
        into["quotes"] += 1
        said = [a for a in attributions if a.under is not None and overlap(g.content, a.content)]
        nearest = max(said, key=lambda a: _likeness(g.content, a.content), default=None)
        same = [a for a in said if nearest is not None and a.content == nearest.content and "heard" not in a.why]
        into["speakers"] += any(overlap(g.source, (a.source.span,)) for a in same if a.source.span is not None)


def _likeness(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Shared characters over all characters of two contents."""
    shared = overlap(a, b)
    return shared / max(1, sum(s.end - s.start for s in (*a, *b)) - shared)


# ---------------------------------------------------------------- the table


def rows(read: Sequence[Read]) -> list[Row]:
    """All metrics over some articles."""
    final, head, spans, citron = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for r in read:
        words_counted(r.gold.classes, classes_of(r.attributions, len(r.gold.text)), r.gold.text, final)
        words_counted(r.gold.classes, head_classes(r.parse), r.gold.text, head)
        found = comparable(r)
        attributions_counted(r.gold.triples, found, r.gold.text, spans)
        as_citron.count(as_words(r.gold.triples, r.gold.text), as_words(found, r.gold.text), citron)
        speakers_counted(r.gold.triples, r.attributions, r.gold.text, spans)
    return [*_word_rows("words", final), *_word_rows("head alone, words", head), *_span_rows(spans), *_citron_rows(citron)]


def _citron_rows(counts: Counter[str]) -> list[Row]:
    out: list[Row] = []
    for name, p, r, found, true in as_citron.scores(counts):
        f = 2 * p * r / (p + r) if p + r else 0.0
        out += [_row(f"{name}, P", p, found), _row(f"{name}, R", r, true), _row(f"{name}, F1", f, true)]
    return out


def _word_rows(name: str, counts: Counter[str]) -> list[Row]:
    out: list[Row] = []
    for kind in KINDS:
        out += _three(f"{name}, {kind}", counts[f"hit {kind}"], counts[f"said {kind}"], counts[f"true {kind}"])
    totals = [sum(counts[f"{what} {kind}"] for kind in KINDS) for what in ("hit", "said", "true")]
    return out + _three(f"{name}, micro", *totals)


def _span_rows(c: Counter[str]) -> list[Row]:
    out = _three("cues, overlap", c["cue overlap"], c["found"], c["gold"])
    out += _three("all spans, overlap", c["all overlap"], c["found"], c["gold"])
    out += _three("cue, exact", c["cue exact"], c["found"], c["gold"])
    out += _three("content, exact", c["content exact"], c["found"], c["gold"])
    out += _three("source, exact", c["source exact"], c["found source"], c["gold source"])
    return [*out, _row("speaker of direct quotes, accuracy", c["speakers"] / max(1, c["quotes"]), c["quotes"])]


def _three(name: str, hits: int, said: int, true: int) -> list[Row]:
    p, r, f = prf(hits, said, true)
    return [_row(f"{name}, P", p, said), _row(f"{name}, R", r, true), _row(f"{name}, F1", f, true)]


def _row(metric: str, value: float, n: int) -> Row:
    return Row("attribution", CORPUS, metric, round(value, 4), n=n)


def measure(data: Path) -> list[Row]:
    """Rows for the table of all capabilities."""
    pack = load("en")
    return rows(list(readings(texts(data), pack, Parser(pack.folder, 1))))


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--data", type=Path, default=Path("../shared/data"))
    for row in measure(given.parse_args().data):
        print(f"{row.metric:45} {row.value:.4f}  n={row.n}")


if __name__ == "__main__":
    main()

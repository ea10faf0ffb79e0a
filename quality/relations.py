"""Relations, origins and slot values on the gold of stories (``quality/gold/stories``, GUIDE.md there says what is annotated).

    python -m quality.relations --verbose FOLDER [--half build]       also writes what is wrong, missed and unjudged, to read

FNC-1's bodies are given an invented publisher each, so that independence can be shown where the texts allow it; the invented
stories ("own") are files whose heads say who printed them and when. Each half's reports are read and related together. What two
statements of a matter are to one another is derived (``quality.matters``).

- relations: one of the system is right if its two claims overlap two statements of one matter (by half of the shorter) of which
  that kind follows; wrong if of none of their common matters; "unjudged" if they have no matter in common and nobody has judged
  them (``judged.tsv``). Recall: one for each pair of reports, matter and kind that follows.
- origins: pairs of a story's reports that are of one origin; pairs of which the gold leaves it open do not count. "False
  independence": pairs of one origin that the system shows as two.
- slot values: a telling of the system's accounts is right if it overlaps a statement of that slot with that value. Events, of
  which every claim is one, are counted apart from the other slots.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path

from quality import judged, slot_values
from quality.judged import Judged, Place
from quality.matters import SLOTS, GoldStory, Statement, load
from quality.related import Item, Judgement, follows, judge
from quality.story_notes import STORIES, bodies, sha256
from quality.table import Row, prf
from sayso.ingest import Original, ingest
from sayso.pipeline import read
from sayso.records import Reading, Relation, Relations, Report
from sayso.relate import relate
from sayso.resources import Resources
from sayso.settings import Settings

HALVES = ("report", "build", "own report", "own build")
KINDS = ("CORROBORATES", "ECHOES", "REFINES", "UPDATES", "CONTRADICTS")
AGREEING = frozenset(KINDS[:3])


# ---------------------------------------------------------------- origins


def origin_pairs(story: GoldStory, relations: Relations) -> Counter[str]:
    """Pairs by what is true of them and what is said of them."""
    of = {r: (s.id, o.id, o.shown) for s in relations.stories for o in s.origins for r in o.reports}
    counts: Counter[str] = Counter()
    for a, b in combinations(story.reports, 2):
        true, said = story.origin_of[a] is story.origin_of[b], of[a][:2] == of[b][:2]
        if not true and not (story.origin_of[a].shown and story.origin_of[b].shown):
            continue
        apart = not said and of[a][2] and of[b][2] and of[a][0] == of[b][0]
        counts.update({"pairs": 1, "true": true, "said": said, "both": true and said, "agree": true == said})
        counts.update({"false": true and apart, "independent": not true and apart})
    counts["together"] = sum(of[a][0] == of[b][0] for a, b in combinations(story.reports, 2))
    counts["all"] = len(story.reports) * (len(story.reports) - 1) // 2
    return counts


# ---------------------------------------------------------------- the halves


@dataclass
class Half:
    """What is found on one half of the gold."""

    name: str
    stories: list[GoldStory]
    readings: dict[str, Reading]
    relations: Relations
    judgements: list[Judgement] = field(default_factory=list)
    asked: dict[Item, tuple[Statement, Statement]] = field(default_factory=dict)
    origins: Counter[str] = field(default_factory=Counter)
    values: list[slot_values.Scored] = field(default_factory=list)
    wanted: Counter[str] = field(default_factory=Counter)
    hit: Counter[str] = field(default_factory=Counter)


def half(name: str, stories: list[GoldStory], readings: Sequence[Reading], verdicts: Judged) -> Half:
    out = Half(name, stories, {r.report.id: r for r in readings}, relate(readings))
    claims = {(i, c.id): c for i, r in out.readings.items() for c in r.claims}
    for story in stories:
        here = [r for r in out.relations.relations if {r.left.report, r.right.report} <= set(story.reports)]
        out.judgements += [judge(r, story, claims, verdicts) for r in here]
        out.asked |= follows(story)
        out.origins += origin_pairs(story, out.relations)
        scored = slot_values.score(story, out.relations.accounts, out.readings, verdicts)
        wanted, hits = slot_values.asked_for(story), slot_values.found(scored)
        out.values += scored
        out.wanted.update(wanted.values())
        out.hit.update(slot for key, slot in wanted.items() if key in hits)
    return out


def read_half(stories: Sequence[GoldStory], texts: Mapping[str, str], resources: Resources) -> list[Reading]:
    """Bodies get an outlet each; reports of our own are read as the files they are, whose heads say who printed them and when."""
    ids = [r for s in stories for r in s.reports]
    if stories and stories[0].half.startswith("own"):
        return read([printed(i, texts[i], resources.settings) for i in ids], resources)
    return read([Report(i, texts[i], publisher=f"outlet-{i}", language="en") for i in ids], resources)


def printed(name: str, text: str, settings: Settings) -> Report:
    return replace(ingest(Original(f"{name}.txt", text.encode()), settings), id=name)


def gold(name: str, texts: Mapping[str, str], folder: Path = STORIES) -> list[GoldStory]:
    """The half's stories whose texts are the ones annotated; says on the error stream which are not."""
    out = []
    for story in load(folder / f"{name.replace(' ', '_')}.jsonl"):
        if all(sha256(texts.get(r, "")) == digest for r, digest in story.reports.items()):
            out.append(story)
        else:
            print(f"relations: the texts of {story.story} are not the ones annotated", file=sys.stderr)
    return out


# ---------------------------------------------------------------- the table


def rows(h: Half) -> Iterator[Row]:
    found = {item for j in h.judgements for item in j.items}
    for kind in KINDS:
        yield from _kind(h, kind, [j for j in h.judgements if j.relation.kind == kind], found)
    agreeing = [j for j in h.judgements if j.relation.kind in AGREEING and j.good is not None]
    alike = sum(bool(j.good) or bool(AGREEING & set(j.why.split("/"))) for j in agreeing)
    yield _share(h, "agreements, whichever, P", alike, len(agreeing))
    unjudged = sum(j.good is None for j in h.judgements)
    yield _share(h, "relations unjudged", unjudged, len(h.judgements), lower=True)
    o = h.origins
    three = prf(o["both"], o["said"], o["true"])
    for metric, value in zip(("P", "R", "F1"), three, strict=True):
        n = o["said" if metric == "P" else "true"]
        yield Row("relations", f"{h.name} half", f"one origin, {metric}", round(value, 4), None, n)
    yield _share(h, "origins, pairs accuracy", o["agree"], o["pairs"])
    yield Row("relations", f"{h.name} half", "false independence, pairs", o["false"], None, o["true"], lower_is_better=True)
    yield _share(h, "independent pairs, R", o["independent"], o["pairs"] - o["true"])
    yield _share(h, "pairs in one story", o["together"], o["all"])
    yield from _values(h)


def _kind(h: Half, kind: str, said: Sequence[Judgement], found: set[Item]) -> Iterator[Row]:
    known = [j for j in said if j.good is not None]
    asked = [item for item in h.asked if item[3] == kind]
    if said:
        yield _share(h, f"{kind}, P", sum(bool(j.good) for j in known), len(known))
    if asked:
        yield _share(h, f"{kind}, R", sum(item in found for item in asked), len(asked))


def _values(h: Half) -> Iterator[Row]:
    others = tuple(s for s in SLOTS if s != "event")
    for name, slots in (("values", others), *((f"values of {s}", (s,)) for s in SLOTS)):
        said = [s for s in h.values if s.good is not None and s.told.slot in slots]
        wanted, hit = (sum(c[s] for s in slots) for c in (h.wanted, h.hit))
        if said:
            yield _share(h, f"{name}, P", sum(bool(s.good) for s in said), len(said))
        if wanted:
            yield _share(h, f"{name}, R", hit, wanted)
    of = [s for s in h.values if s.told.slot != "event"]
    yield _share(h, "values unjudged", sum(s.good is None for s in of), len(of), lower=True)


def _share(h: Half, metric: str, hits: int, of: int, lower: bool = False) -> Row:
    return Row("relations", f"{h.name} half", metric, round(hits / of, 4) if of else 0.0, None, of, lower)


def halves(data: Path, names: Iterable[str] = HALVES) -> Iterator[Half]:
    texts, resources, verdicts = bodies(data), Resources(Settings()), judged.load(STORIES / "judged.tsv")
    for name in names:
        if stories := gold(name, texts):
            yield half(name, stories, read_half(stories, texts, resources), verdicts)


def measure(data: Path) -> list[Row]:
    """Rows for the table of all capabilities."""
    return [row for h in halves(data) for row in rows(h)]


# ---------------------------------------------------------------- to read


def to_read(h: Half) -> dict[str, list[str]]:
    """By file name, one entry a line or three: relations and values that are wrong or unjudged, what was missed."""
    out = {f"{what}-{how}": list[str]() for what in ("relations", "values") for how in ("right", "wrong", "unjudged", "missed")}
    out["origins-wrong"] = []
    for j in h.judgements:
        verdict = {True: "right", False: "wrong", None: "unjudged"}[j.good]
        head = f"{judged.line(j.relation.kind, j.left, j.right, '?')}\n  why: {j.why}; findings: {_findings(j.relation)}"
        out[f"relations-{verdict}"].append(f"{head}\n  L {_words(h, j.left)}\n  R {_words(h, j.right)}")
    found = {item for j in h.judgements for item in j.items}
    for item, (a, b) in h.asked.items():
        if item not in found:
            spans = "\n  ".join(f"{s.source} {s.polarity}{s.value} {_words(h, (s.report, s.span))}" for s in (a, b))
            out["relations-missed"].append(f"{item[3]} {item[0]} {item[1]} {a.report} {b.report}\n  {spans}")
    for s in h.values:
        verdict = {True: "right", False: "wrong", None: "unjudged"}[s.good]
        value = getattr(s.told.value, "text", None) or getattr(s.told.value, "edtf", None) or getattr(s.told.value, "name", "")
        words = f"{s.told.polarity} {value!r}: {_words(h, s.told.place, 60)}"
        out[f"values-{verdict}"].append(f"{judged.line(s.told.slot, s.told.place, None, '?')}\n  {words}")
    hits = slot_values.found(h.values)
    for story in h.stories:
        for key in slot_values.asked_for(story):
            if key not in hits:
                said = next(s for m in story.matters if m.id == key[2] for s in m.statements if s.report == key[1])
                out["values-missed"].append(f"{story.story} {' '.join(key)}\n  {_words(h, (said.report, said.span))}")
        out["origins-wrong"] += _origins(story, h.relations)
    return out


def _origins(story: GoldStory, relations: Relations) -> Iterator[str]:
    """Pairs that are of one origin and not said to be, or the other way round, with the reasons given."""
    of = {r: (s.id, o) for s in relations.stories for o in s.origins for r in o.reports}
    for a, b in combinations(story.reports, 2):
        left, right, true = of[a][1], of[b][1], story.origin_of[a] is story.origin_of[b]
        open_ = not true and not (story.origin_of[a].shown and story.origin_of[b].shown)
        if true != (left.id == right.id) and not open_:
            yield f"{story.story} {a} {b} {'are one' if true else 'are two'}\n  {a}: {left.why}\n  {b}: {right.why}"


def _findings(relation: Relation) -> str:
    return "; ".join(f"{f.slot} {f.verdict} {f.left} | {f.right}" for f in relation.why if f.verdict != "UNKNOWN")


def _words(h: Half, place: Place, around: int = 0) -> str:
    text, (start, end) = h.readings[place[0]].report.text, place[1]
    return f"[{place[0]}] {' '.join(text[max(0, start - around) : end + around].split())}"


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--data", type=Path, default=Path("../shared/data"))
    args.add_argument("--half", choices=HALVES, default="build")
    args.add_argument("--verbose", type=Path, metavar="FOLDER")
    given = args.parse_args()
    for h in halves(given.data, [given.half]):
        for row in rows(h):
            print(f"{row.corpus:12} {row.metric:34} {row.value:.4f}  n={row.n}")
        for name, entries in to_read(h).items() if given.verbose else ():
            given.verbose.mkdir(parents=True, exist_ok=True)
            (given.verbose / f"{h.name}-{name}.txt").write_text("".join(e + "\n" for e in entries), encoding="utf-8")


if __name__ == "__main__":
    main()

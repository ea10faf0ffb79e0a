"""What it costs to relate ever more reports, and to add some to a case that holds many.

    python -m benchmarks.relating [--reports 25000,50000,100000,200000] [--more 100] [--joining]

Readings come as a stream from a generator (``invented``), whose time is not counted; each size runs in a process of its own, so
that its peak of memory is its own. Everything is kept in a case on disk. With ``--joining`` reports are brought into stories and
not related: that is the part of the cost that depends on how many there are, since relating goes story by story.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from sayso import case
from sayso.records import Reading
from sayso.run.cases import Case

from . import invented

SEED = 1


class Watch:
    """Processor time that something else took, and seconds by the clock."""

    def __init__(self) -> None:
        self.spent = self.elapsed = 0.0

    def over(self, found: Iterable[Reading]) -> Iterator[Reading]:
        several = iter(found)
        while True:
            began, clock = time.process_time(), time.perf_counter()
            one = next(several, None)
            self.spent += time.process_time() - began
            self.elapsed += time.perf_counter() - clock
            if one is None:
                return
            yield one


def measured(count: int, more: int, joining: bool = False) -> dict[str, Any]:
    """Of one size: what it costs to take the readings in and, unless only ``joining``, to relate them; then to add ``more``."""
    invented.templates()
    watch, corpus = Watch(), invented.readings(count + more, SEED)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "c.sayso"
        began = time.process_time()
        with case.opened(file) as kept:
            kept.add(watch.over(islice(corpus, count)))
            added = time.process_time() - began - watch.spent
            told = grouped(kept, joining)
        result: dict[str, Any] = {"reports": count, "seconds": time.process_time() - began - watch.spent, "taking in": added}
        result["file MB"] = file.stat().st_size / 1e6
        if told:
            result |= {"stories": len(told), "largest": max(map(len, told)), "B-cubed F1": b_cubed(told)}
        if more:
            result |= adding(file, list(corpus), joining)
    result["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return result


def grouped(kept: Case, joining: bool, changed: bool = False) -> list[tuple[str, ...]]:
    """The reports of each story, related; where they are only joined, none."""
    if joining:
        kept.join()
        return []
    return [story.reports for one in kept.told(changed) for story in one.stories]


def adding(file: Path, more: Sequence[Reading], joining: bool) -> dict[str, Any]:
    clock, began = time.perf_counter(), time.process_time()
    with case.opened(file) as kept:
        kept.add(more)
        changed = grouped(kept, joining, changed=True)
    spent = {"adding": time.process_time() - began, "adding by the clock": time.perf_counter() - clock}
    return spent | {"added": len(more), "changed stories of": sum(map(len, changed))}


def b_cubed(told: Sequence[Sequence[str]]) -> float:
    """Do the reports of one invented story come together?"""
    sizes, precision, recall = Counter(id.split("-")[0] for group in told for id in group), 0.0, 0.0
    for group in told:
        for story, n in Counter(id.split("-")[0] for id in group).items():
            precision += n * n / len(group)
            recall += n * n / sizes[story]
    return 2 * precision * recall / (precision + recall) / sizes.total()


def apart(count: int, more: int, joining: bool = False) -> dict[str, Any]:
    """Measured in a process of its own."""
    words = [sys.executable, "-m", "benchmarks.relating", "--one", str(count), "--more", str(more)]
    words += ["--joining"] if joining else []
    done = subprocess.run(words, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def lines(sizes: Sequence[int], more: int) -> Iterator[str]:
    before: dict[int, float] = defaultdict(float)
    yield f"relating invented reports, one process; {more} added to each"
    for count in sizes:
        m = apart(count, more)
        before[count] = m["seconds"]
        yield (
            f"  {count:,} reports in {m['stories']:,} stories (the largest {m['largest']}; B-cubed F1 {m['B-cubed F1']:.3f}):"
            f" {m['seconds']:,.0f} s, {1000 * m['seconds'] / count:.1f} ms a report, {1000 * m['taking in'] / count:.1f} to take"
            f" it in; {m['peak MB']:,.0f} MB; case {m['file MB']:,.0f} MB; {m['added']} more: {m['adding']:.1f} s, with the"
            f" {m['changed stories of']:,} reports of their stories"
        )
        if before.get(count // 2):
            yield f"  twice the reports of {count // 2:,} cost {m['seconds'] / before[count // 2]:.2f} times as much (limit 2.2)"


def joining(sizes: Sequence[int], more: int) -> Iterator[str]:
    before: dict[int, float] = defaultdict(float)
    yield f"bringing invented reports into stories, one process; {more} added to each"
    for count in sizes:
        m = apart(count, more, joining=True)
        before[count] = m["seconds"]
        each = f"{m['seconds']:,.0f} s, {1000 * m['seconds'] / count:.2f} ms a report; {m['peak MB']:,.0f} MB"
        yield f"  {count:,} reports: {each}; case {m['file MB']:,.0f} MB; {m['added']} more: {m['adding']:.1f} s"
        if before.get(count // 2):
            yield f"  twice the reports of {count // 2:,} cost {m['seconds'] / before[count // 2]:.2f} times as much"


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--reports", default="2500,5000")
    args.add_argument("--more", type=int, default=100)
    args.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args.add_argument("--joining", action="store_true", help="bring reports into stories and relate none")
    given = args.parse_args()
    if given.one:
        print(json.dumps(measured(given.one, given.more, given.joining)))
        return
    for line in (joining if given.joining else lines)([int(n) for n in given.reports.split(",")], given.more):
        print(line, flush=True)


if __name__ == "__main__":
    main()

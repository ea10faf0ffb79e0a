"""Speed and memory, as ratios measured in one run on one machine.

    python -m benchmarks [--data ../shared/data] [--reports 60] [--threads 0] [--relate 1000,2000]

The texts are news bodies of the data folder, or the shipped examples over and over where there is none.
"""

from __future__ import annotations

import argparse
import csv
import sys
from itertools import chain, cycle, islice
from pathlib import Path

from sayso.records import Report

from . import cold, growth, lists, relating, throughput

EXAMPLES = Path(__file__).parent.parent / "examples"


def reports(data: Path, count: int) -> list[Report]:
    """English news of some hundred words each."""
    bodies = data / "stance/fnc-1/train_bodies.csv"
    if bodies.is_file():
        csv.field_size_limit(sys.maxsize)
        with bodies.open(encoding="utf-8", newline="") as file:
            texts = [row["articleBody"] for row in islice(csv.DictReader(file), count)]
    else:
        print(f"no {bodies}: measuring on the shipped examples")
        texts = list(islice(cycle(p.read_text(encoding="utf-8") for p in sorted(EXAMPLES.rglob("*.txt"))), count))
    return [Report(str(i), text, language="en") for i, text in enumerate(texts)]


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--data", type=Path, default=Path("../shared/data"))
    args.add_argument("--reports", type=int, default=60)
    args.add_argument("--threads", type=int, default=0)
    args.add_argument("--repeat", type=int, default=5)
    args.add_argument("--relate", default="1000,2000", help="how many reports; see benchmarks.relating")
    given = args.parse_args()
    texts = reports(given.data, given.reports)
    parts = (
        throughput.lines(texts, given.threads, given.repeat),
        lists.lines(texts, given.threads, given.data, given.repeat),
        cold.lines(texts, given.repeat),
        growth.lines(),
        relating.lines([int(n) for n in given.relate.split(",") if n], 100),
    )
    for line in chain.from_iterable(parts):
        print(line, flush=True)


if __name__ == "__main__":
    main()

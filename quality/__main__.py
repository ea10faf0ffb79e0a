"""One command for every number:

    python -m quality [--data ../shared/data] [--only parsing,places] [--pin]

Prints a table with each value beside its floor and ends with 1 where a floor
does not hold. ``floors.json`` pins floors with the hash of the corpus they were
measured on; another corpus is another number, and is said so. ``--pin`` writes
new floors a little under today's values and raises old ones; it refuses to
lower one unless ``--lower`` gives the reason, which is kept beside the floor.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from .table import Row

FLOORS = Path(__file__).parent / "floors.json"
# Each measuring module and the parts of the data folder it reads.
CAPABILITIES: dict[str, tuple[str, ...]] = {
    "layout": ("conflict/muc4-dev", "attribution/polnear-dev/text"),
    "parsing": ("ud", "names/wikigold/wikigold.conll.txt"),
    "coreference": ("ud",),
    "attribution": ("attribution/polnear-dev",),
    "chains": ("ud", "conflict/muc4-dev"),
    "factuality": ("factuality",),
    "places": ("places",),
    "relative_places": ("conflict/muc4-dev",),
    "times": ("times/tbaq", "times/wikiwars", "times/recognizers"),
    "quantities": ("quantities", "conflict/muc4-dev"),
    "names": ("names", "lists"),
    "stories": ("stance/fnc-1",),
    "lookalikes": ("conflict/muc4-dev",),
    "stance": ("stance/fnc-1",),
    "events": ("events/ecb-dev-mentions.json",),
    "relations": ("stance/fnc-1",),
    "origins": ("stance/fnc-1",),
}
SLACK = 0.005


def corpus_hash(data: Path, parts: tuple[str, ...]) -> str:
    """sha256 over names and bytes of the corpus' files, in order; sixteen digits of it."""
    digest = hashlib.sha256()
    for part in parts:
        root = data / part
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.is_file():
                digest.update(path.relative_to(data).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def key(row: Row) -> str:
    return f"{row.capability} / {row.corpus} / {row.metric}"


def with_floors(rows: list[Row], corpus: str, pinned: dict[str, Any]) -> list[Row]:
    """Rows with the pinned floors; a floor of another corpus does not count."""
    out = []
    for row in rows:
        entry = pinned.get(key(row))
        if entry and entry["corpus"] != corpus:
            print(f"corpus of {key(row)!r} is not the one its floor was pinned on", file=sys.stderr)
            entry = None
        out.append(replace(row, floor=entry["floor"] if entry else None))
    return out


def pin(rows: list[Row], corpus: str, pinned: dict[str, Any], reason: str | None) -> list[str]:
    """Raise floors to just under today's values; gives the keys it refused to lower."""
    refused = []
    for row in rows:
        floor = round(row.value + (SLACK if row.lower_is_better else -SLACK), 4)
        old = pinned.get(key(row))
        worse = old and old["corpus"] == corpus and (floor > old["floor"] if row.lower_is_better else floor < old["floor"])
        if worse and not reason:
            refused.append(key(row))
            continue
        entry: dict[str, Any] = {"floor": floor, "corpus": corpus, "n": row.n}
        if worse:
            entry["lowered"] = reason
        if not worse and old and old.get("lowered"):
            entry["lowered"] = old["lowered"]
        pinned[key(row)] = entry
    return refused


def write_floors(measured: list[tuple[list[Row], str]], reason: str | None) -> list[str]:
    """Pins into the file as it stands now, so that measurements may run side by side; gives what was refused."""
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    refused = [name for rows, corpus in measured for name in pin(rows, corpus, pinned, reason)]
    FLOORS.write_text(json.dumps(dict(sorted(pinned.items())), indent=1) + "\n", encoding="utf-8")
    return refused


def show(rows: list[Row]) -> None:
    for row in rows:
        floor = "" if row.floor is None else f"{row.floor:8.4f}"
        mark = "" if row.holds else "  BELOW ITS FLOOR" if not row.lower_is_better else "  ABOVE ITS CEILING"
        name = f"{row.capability:12s} {row.corpus:34s} {row.metric:44s}"
        print(f"{name} {row.value:8.4f} {floor:>8s} {row.n or '':>8}{mark}", flush=True)


def main() -> int:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--data", type=Path, default=Path("../shared/data"))
    args.add_argument("--only", default=",".join(CAPABILITIES))
    args.add_argument("--pin", action="store_true")
    args.add_argument("--lower", metavar="REASON")
    given = args.parse_args()
    if not given.data.is_dir():
        print(f"skipped: {given.data} is not there (see quality/README.md for what it must hold)")
        return 0
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    failed, measured = False, []  # type: bool, list[tuple[list[Row], str]]
    print(f"{'capability':12s} {'corpus':34s} {'metric':44s} {'value':>8s} {'floor':>8s} {'n':>8s}")
    for name in given.only.split(","):
        began = time.time()
        corpus = corpus_hash(given.data, CAPABILITIES[name])
        rows = with_floors(importlib.import_module(f"quality.{name}").measure(given.data), corpus, pinned)
        show(rows)
        failed |= not all(r.holds for r in rows)
        measured.append((rows, corpus))
        print(f"# {name}: corpus {corpus}, {time.time() - began:.0f} s", flush=True)
    refused = write_floors(measured, given.lower) if given.pin else []
    for name in refused:
        print(f"not lowered without --lower REASON: {name}", file=sys.stderr)
    return 1 if failed or refused else 0


if __name__ == "__main__":
    sys.exit(main())

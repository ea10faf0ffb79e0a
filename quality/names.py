"""Names compared and found on a list: pairs of names, the UN's listed persons clean and perturbed, and strangers.

- ``name_bench``: pairs, match or not. The threshold is chosen on one half of the pairs and measured on the other, and the other
  way round; the figures are of both halves together. The last row has the threshold that screening uses.
- ``positives_un``: names of listed persons as printed and with letters, order or commas disturbed. Found: a name of some version
  of the list is met with the threshold of screening; the names are of no one day.
- ``negatives_global_10k``: plausible persons who are on no list; how many of a thousand meet a name all the same.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from quality.table import Row, prf
from sayso.lists import Store
from sayso.lists.compare import compare
from sayso.lists.search import THRESHOLD, Search

Scored = Sequence[tuple[float, bool]]


def measure(data: Path) -> list[Row]:
    return [*_pairs(data / "names" / "name_bench.csv"), *_lists(data)]


def _pairs(path: Path) -> list[Row]:
    scored = [(_score(row), row["is_match"] == "true") for row in _rows(path)]
    halves = scored[::2], scored[1::2]
    counts = [_counts(halves[1 - i], _best(halves[i])) for i in (0, 1)]
    together = prf(*(sum(c) for c in zip(*counts, strict=True)))
    named = zip(("precision", "recall", "F1"), together, strict=True)
    rows = [Row("names", "name_bench, by halves", name, value, n=len(scored)) for name, value in named]
    return [*rows, Row("names", "name_bench", f"F1 at {THRESHOLD}", prf(*_counts(scored, THRESHOLD))[2], n=len(scored))]


def _score(row: dict[str, str]) -> float:
    return compare(row["name1"], row["name2"], "person" if row["schema"] == "Person" else "body").score


def _best(scored: Scored) -> float:
    return max((n / 100 for n in range(50, 100)), key=lambda t: prf(*_counts(scored, t))[2])


def _counts(scored: Scored, threshold: float) -> tuple[int, int, int]:
    """Hits, names said to match, names that match."""
    said = [match for score, match in scored if score >= threshold]
    return sum(said), len(said), sum(match for _, match in scored)


def _lists(data: Path) -> list[Row]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "lists.sqlite"
        store = Store(file)
        for path in sorted((data / "lists").glob("un-*.xml")):
            store.add(path)
        store.close()
        search = Search(file)
        found = {name: [bool(search.find(n, "person")) for n in _names(data / "names" / f"{name}.csv")] for name in _FILES}
        search.close()
    clean, disturbed, strangers = (found[name] for name in _FILES)
    return [
        Row("names", "positives_un_untreated", "recall", sum(clean) / len(clean), n=len(clean)),
        Row("names", "positives_un_treated", "recall", sum(disturbed) / len(disturbed), n=len(disturbed)),
        Row("names", "negatives_global_10k", "hits per 1000", 1000 * sum(strangers) / len(strangers), n=len(strangers),
            lower_is_better=True),
    ]  # fmt: skip


_FILES = ("positives_un_untreated", "positives_un_treated", "negatives_global_10k")


def _names(path: Path) -> list[str]:
    return [row["full_name"] for row in _rows(path)]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

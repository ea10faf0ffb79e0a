"""Periods of history that news names, from PeriodO: ``python -m training.periods PERIODO OUT``.

PERIODO is periodo.json (public domain). Of its thousands of periods, most of them archaeologists', these few occur in news. Where
scholars bound a period differently, by school or by region, its line has the earliest and the latest of the bounds chosen.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SPANS = "{0} era|{0} period|{0} times|{0} age"
RULE = SPANS + "|{0} rule|{0} days"
CHOSEN = {  # phrases: the periods that bound them
    RULE.format("ottoman") + "|ottoman empire|late ottoman empire": "p06v8w4sz8m p06v8w485jk p0m63nj66cc p0m63njdz8f p03wskdfbcg",
    RULE.format("byzantine") + "|byzantine empire": "p0m63njtm6w p0z5nvhw957",
    RULE.format("sasanian") + "|" + RULE.format("sassanid"): "p0vrf7bbb88 p08tf6p8t3f",
    RULE.format("safavid"): "p03wskdbftw",
    RULE.format("timurid"): "p03wskdgpzc",
    RULE.format("mamluk"): "p03wskdp535",
    SPANS.format("viking"): "p0vn2fr8n53 p0ff3dts53k",
    "middle ages|" + SPANS.format("medieval"): "p07h9k6f5tz p0pqptcfq9t",
    SPANS.format("tudor"): "p0kh9ds7jvs",
    SPANS.format("elizabethan"): "p0kh9dstr3n",
    SPANS.format("jacobean"): "p0kh9ds3whd",
    SPANS.format("victorian"): "p0kh9dsxp46",
    SPANS.format("edwardian"): "p0kh9dsw3zv",
    "war of 1812": "p086kj94g2n",
    "antebellum era|antebellum period": "p086kj946k9 p086kj9j8fn",
    "american civil war|us civil war|u.s. civil war": "p086kj9tr4v",
    "reconstruction era": "p086kj98jxm",
    "depression era|depression years": "p086kj96dwk",
}  # fmt: skip
HEAD = """# Periods of history that news names, in the columns of eras.tsv. Compiled by training/periods.py from PeriodO
# (perio.do, public domain); the source column has the periods' names there, and the bounds are the widest of theirs.
# kind	phrases	first and last year	source
"""


def main(periodo: Path, out: Path) -> None:
    known = dict(periods(json.loads(periodo.read_text("utf-8"))))
    lines = (line(phrases, ids.split(), known) for phrases, ids in CHOSEN.items())
    out.write_text(HEAD + "".join(lines), encoding="utf-8")


def periods(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every period by the last part of its address."""
    for collection in data["periodCollections"].values():
        for period in collection["definitions"].values():
            yield period["id"].rsplit("/", 1)[-1], period


def line(phrases: str, ids: list[str], known: dict[str, dict[str, Any]]) -> str:
    bounds = [(_year(known[i]["start"], "earliestYear"), _year(known[i]["stop"], "latestYear")) for i in ids]
    first, last = min(a for a, _ in bounds), max(b for _, b in bounds)
    return f"period\t{phrases}\t{first:04d}\t{last:04d}\tPeriodO {' '.join(ids)}\n"


def _year(end: dict[str, Any], kind: str) -> int:
    given = end["in"]
    return int(given.get("year") or given[kind])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

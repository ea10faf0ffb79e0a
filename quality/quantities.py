"""Quantities: how many of the Recognizers-Text cases of the news kind are resolved right, and victims in MUC-4 dev.

Not of the news kind, and left out by the words of the text alone: formulas, comparison signs and brackets; negative numbers and
powers; spaced groups of figures and decimal commas; spoken fractions over large denominators; letters for thousands and billions
("10 k", "1MM") and abbreviations of chat ("3 dzs"); codes and numbers of versions; dates in figures; digits said one by
one; ranks; cents that are not named ("one dollar and two") and coins by nickname; other scripts. All of them are measured too
("all kinds"). A case is right if each expected result is met by a quantity that overlaps it with the same bounds and unit.
Ends of ranges are inclusive here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quality.table import Row
from quality.times import flat_parse
from sayso.ground.measures import measures_of
from sayso.ground.quantities import Measured, read_quantities
from sayso.ground.times import read_times
from sayso.ground.tokens import Token
from sayso.lang import load
from sayso.records import Report, Span

MODELS = ("NumberModel", "NumberRangeModel", "DimensionModel", "CurrencyModel", "PercentModel", "AgeModel")
_ODD = re.compile(
    r"[\^<>=~|×*\[\]]|\d\s?[eE][+-]?\d|\d \d{3}\b|\b(negative|minus)\b|(^|\s)-\d|\bover \d|\bout of\b|\d\.\d+\.\d|equal"
    r"|trillionth|valid number|hundredth|-?fifths?\b|twenty.?firsts?|one one|\bpercentages?\b|per ?cents? of|phone|format"
    r"|\d ?[kGM]\b|\dMM\b|\b(dzs|dozs)\b|\d,\d{1,2}\b(?!,)|\b[A-Z]{3}-\d|\bversion|\d/\d+/\d|nought|\d ?[\"″]"
    r"|\b(dollars?|\d) and (one|two|fifty)\b|kuai|satoshi|[^\x00-\u024f£€₹°–—‘’“”]|[(){}]|\b(tenth|fifteenth)\b"
    r"|tablespoon|teaspoon|\bturns?\b|per millisecond|\bover (one|two|three|five|twenty)|dozens? of thousand|\bx\b",
    re.IGNORECASE,
)  # fmt: skip
_NAMES = {
    "pound": {"GBP", "lb"}, "dollar": {"USD"}, "united states dollar": {"USD"}, "japanese yen": {"JPY"}, "percentage": {"%"},
    "chinese yuan": {"CNY"}, "indian rupee": {"INR", "rupee"}, "rupee": {"INR"}, "year": {"year"}, "month": {"month"},
    "age": {"year"},
    "british pound": {"GBP"}, "cent": {"USX"}, "pence": {"GBX"}, "ton": {"t", "ton"}, "costa rican colón": {"CRC"},
    "georgian lari": {"GEL"}, "lao kip": {"LAK"}, "mexican peso": {"MXN"}, "new zealand dollar": {"NZD"},
    "australian dollar": {"AUD"}, "kilometer per hour": {"km/h"}, "finnish markka": {"FIM"}, "netherlands guilder": {"NLG"},
}  # fmt: skip


def cases(path: Path, news: bool = True) -> Iterator[dict[str, Any]]:
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        if (
            case["Results"]
            and not (news and _ODD.search(case["Input"]))
            and all(r["Resolution"].get("value") not in {None, "null"} for r in case["Results"])
        ):
            yield case


def right(case: dict[str, Any], model: str) -> bool:
    text = case["Input"]
    found = read_quantities(Report("r", text), flat_parse(text), load("en"))
    return all(any(_meets(m, result, model, text) for m in found) for result in case["Results"])


def _meets(measured: Measured, result: dict[str, Any], model: str, text: str) -> bool:
    start = result.get("Start", text.lower().find(result["Text"].lower()))
    if not measured.span.overlaps(Span(start, start + len(result["Text"]))):
        return False
    q, value = measured.quantity, result["Resolution"]["value"]
    if model == "NumberRangeModel":
        low, high = (float(v) if v else None for v in value.strip("()[]").split(","))
        return (q.low, q.high) == (low, high)
    unit = result["Resolution"].get("unit", "%" if "%" in value else None)
    number = float(value.rstrip("%").replace(",", ""))
    near = any(known is not None and abs(known - number) <= 1e-6 * max(1.0, abs(number)) for known in (q.low, q.high))
    return near and (unit is None or q.unit in _symbols(unit))


def _symbols(name: str) -> set[str]:
    lower = name.lower()
    words = [Token(w, w, "word", Span(0, 0)) for w in lower.split()]
    found = measures_of(load("en")).units.after(words, 0)
    return _NAMES.get(lower, set()) | {name, lower} | ({found[1].symbol} if found and found[0] == len(words) else set())


def measure(data: Path) -> list[Row]:
    rows = []
    for model in MODELS:
        kept = list(cases(data / "quantities" / "recognizers" / f"{model}.json"))
        share = sum(right(case, model) for case in kept) / len(kept)
        rows.append(Row("quantities", f"recognizers {model}", "share right", share, n=len(kept)))
    everything = [(c, m) for m in MODELS for c in cases(data / "quantities" / "recognizers" / f"{m}.json", news=False)]
    share = sum(right(*case) for case in everything) / len(everything)
    rows.append(Row("quantities", "recognizers, all kinds", "share right", share, n=len(everything)))
    found, wanted = victims(data / "conflict" / "muc4-dev")
    return [*rows, Row("quantities", "muc4-dev victims", "recall", found / wanted, n=wanted)]


def victims(folder: Path) -> tuple[int, int]:
    """How many of the numbers of human targets (two and more) in MUC's keys are a bound of some quantity of their report."""
    texts = {m[1]: m[0] for f in folder.glob("dev-muc3-*") for m in _REPORT.finditer(f.read_text(errors="replace"))}
    found = wanted = 0
    for name, numbers in _keys(folder).items():
        text = texts.get(name, "").partition("\n")[2]
        report, parse, pack = Report(name, text), flat_parse(text), load("en")
        busy = [e.span for e in read_times(report, parse, pack)]
        bounds = {b for m in read_quantities(report, parse, pack, busy) for b in (m.quantity.low, m.quantity.high)}
        found, wanted = found + len(numbers & bounds), wanted + len(numbers)
    return found, wanted


def _keys(folder: Path) -> dict[str, set[float | None]]:
    keys: dict[str, set[float | None]] = {}
    name = ""
    lines = [line for f in sorted(folder.glob("key-dev-*")) for line in f.read_text(errors="replace").splitlines()]
    for line in lines:
        if "MESSAGE: ID" in line:
            name = re.findall(r"DEV-MUC3-\d+", line)[0]
        slot = re.match(r"\d+\.\s+HUM TGT: (?:TOTAL )?NUMBER\s+(\d+):?(?=\s|$)", line)
        if slot and int(slot[1]) > 1:
            keys.setdefault(name, set()).add(float(slot[1]))
    return keys


_REPORT = re.compile(r"^(DEV-MUC3-\d+).*?(?=^DEV-MUC3-\d+|\Z)", re.MULTILINE | re.DOTALL)

from __future__ import annotations

from collections.abc import Iterator

from sayso.records import Missed, Problem, Reading, Report
from sayso.resources import Resources
from sayso.run import readings
from sayso.run.batches import batches
from sayso.settings import Settings

TEXT = "Harbour workers in Tessel said on Friday that the port would stay shut.\n"


def reports(n: int) -> Iterator[Report | Missed]:
    for i in range(n):
        yield Missed(f"{i}.bin", Problem("ingest", "not text")) if i % 3 == 1 else Report(str(i), TEXT, language="en")


def test_readings_come_in_order_and_the_missed_pass_through() -> None:
    counted: list[int] = []
    found = list(readings(reports(7), Resources(Settings(threads=1)), counted.append))
    assert [type(f) for f in found] == [Missed if i % 3 == 1 else Reading for i in range(7)]
    assert [f.report.id for f in found if isinstance(f, Reading)] == ["0", "2", "3", "5", "6"]
    assert sum(counted) == 7


def test_a_batch_holds_about_so_many_words() -> None:
    sizes = [len(b) for b in batches(reports(100), words=100)]
    assert sum(sizes) == 100
    assert max(sizes) < 20
    assert len(sizes) > 5


def test_reports_are_taken_only_as_they_are_needed() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Report]:
        while True:
            taken.append(1)
            yield Report(str(len(taken)), TEXT * 2000, language="xx")

    stream = readings(endless(), Resources(Settings(threads=1)))
    next(stream)
    assert len(taken) == 1
    next(stream)
    assert len(taken) == 2


def test_nothing_to_read() -> None:
    assert list(readings([], Resources())) == []


def test_several_processes_give_the_same_readings_in_the_same_order() -> None:
    many = [Report(str(i), TEXT * (900 if i % 2 else 1), language="xx" if i % 2 else "en") for i in range(6)]
    given = [*many, Missed("x.bin", Problem("ingest", "not text"))]
    resources = Resources(Settings(threads=1))
    counted: list[int] = []
    pooled = list(readings(given, resources, counted.append, processes=2))
    assert pooled == list(readings(given, resources))
    assert sum(counted) == len(given)
    assert len(counted) > 1

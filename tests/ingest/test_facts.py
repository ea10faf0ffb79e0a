"""Dates and languages of metadata."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sayso.ingest.dates import published
from sayso.ingest.language import language


@pytest.mark.parametrize(
    ("value", "edtf", "first", "last"),
    [
        ("2021-05-04T09:30:00+02:00", "2021-05-04", "2021-05-04", "2021-05-04"),
        ("2021-05-04T09:30:00.000Z", "2021-05-04", "2021-05-04", "2021-05-04"),
        ("2021-05-04 09:30", "2021-05-04", "2021-05-04", "2021-05-04"),
        (" 20210504 ", "2021-05-04", "2021-05-04", "2021-05-04"),
        ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
        ("1989", "1989", "1989-01-01", "1989-12-31"),
        ("Tue, 04 May 2021 09:30:00 GMT", "2021-05-04", "2021-05-04", "2021-05-04"),
    ],
)
def test_dates(value: str, edtf: str, first: str, last: str) -> None:
    interval = published(value)
    assert interval is not None
    assert (interval.edtf, interval.earliest_start, interval.latest_end) == (edtf, first, last)


@pytest.mark.parametrize(
    "value", [None, "", "today", "2021-13-40", "0000", "9999-01-01", "12345678901", "1620120600", "4.5.21 or so"]
)
def test_what_is_no_date(value: str | None) -> None:
    assert published(value) is None


@pytest.mark.parametrize(
    ("text", "declared", "code"),
    [
        ("The governor said that he had not been told of it by the port authority, which denied this.", None, "en"),
        ("THE GOVERNOR SAID THAT HE HAD NOT BEEN TOLD OF IT BY THE PORT AUTHORITY.", "de", "en"),
        (
            "Der Minister sagte am Montag, die Stadt sei in der Nacht von Rebellen eingenommen worden.",
            None,
            "de",
        ),
        ("De minister zei maandag dat de stad in de nacht was ingenomen en wilde geen aantal noemen van de doden.", "en", "nl"),
        ("Министр заявил в понедельник, что город был занят ночью.", None, "ru"),
        ("وزیر گفت که شهر در شب گرفته شد و شمار کشته‌شدگان را نگفت.", "fa-IR", "fa"),
        ("Міністр заявив у понеділок, що місто було захоплене вночі, і не назвав кількість загиблих.", "en", "uk"),
        ("Ministeren sagde, at byen var indtaget, og at hun ikke have et tal for de dræbte.", None, "da"),
        ("Police arrest 12 in fuel protest", None, "en"),
        ("Police said 12 died.", None, "en"),
        ("12 3 4", None, None),
        ("", None, None),
    ],
)
def test_languages(text: str, declared: str | None, code: str | None) -> None:
    assert language(text, declared) == code


def test_importing_ingest_loads_nothing_heavy() -> None:
    heavy = ("lxml", "trafilatura", "pypdfium2", "docx", "lingua")
    code = f"import sys, sayso.ingest; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""Every format, told from its content, gives the same kind of entries."""

from __future__ import annotations

from pathlib import Path

import pytest
import samples

from sayso.errors import InputError
from sayso.lists.dates import iso
from sayso.lists.entry import Entry, Name
from sayso.lists.sniff import reader


def entries(folder: Path, text: str, name: str = "list.dat") -> dict[str, Entry]:
    return {e.reference: e for e in reader(samples.write(folder, name, text)).entries()}


def test_un(tmp_path: Path) -> None:
    path = samples.un(tmp_path, "2026-02-27")
    found = {e.reference: e for e in reader(path).entries()}
    assert (reader(path).name, reader(path).date) == ("un", "2026-02-27")
    person, group = found["TAi.901"], found["TAe.902"]
    assert person.kind == "person" and group.kind == "group"
    assert person.names[0] == Name("QODRAT VELMARZAI", "primary")
    assert {n.text: n.quality for n in person.names}["Doctor"] == "weak"
    assert {n.text: n.quality for n in person.names}["قدرت ولمرزی"] == "original"
    assert (person.listed, person.amended) == ("2011-03-04", ("2012-01-02", "2013-05-06"))
    assert (person.births, person.countries, person.member_of) == (("1971/1973",), ("Afghanistan",), ("TAe.902",))
    assert [n.text for n in group.names] == ["SABZ NETWORK", "SBN", "Green Circle of Velmar"]


def test_ofac_table_with_the_tables_beside_it(tmp_path: Path) -> None:
    samples.write(tmp_path, "alt.csv", samples.ALT)
    samples.write(tmp_path, "add.csv", samples.ADD)
    found = entries(tmp_path, samples.OFAC, "sdn.csv")
    assert [found[n].kind for n in ("101", "102", "103")] == ["group", "person", "vessel"]
    assert found["101"].programmes == ("IRAN", "IFSR") and found["101"].countries == ("Panama",)
    assert found["101"].member_of == ("SABZ HOLDING",)
    assert [n.quality for n in found["102"].names] == ["primary", "strong", "weak"]
    assert (found["102"].births, found["102"].countries) == (("1965-01-25",), ("Kazakhstan",))


def test_ofac_table_alone(tmp_path: Path) -> None:
    assert len(entries(tmp_path, samples.OFAC, "sdn.csv")["102"].names) == 2


@pytest.mark.parametrize(
    ("text", "name", "date", "number"),
    [
        (samples.OFAC_XML, "ofac", "2026-02-27", "102"),
        (samples.EU_XML, "eu", "2026-02-20", "EU.901.1"),
        (samples.EU_CSV, "eu", "2026-02-20", "EU.901.1"),
        (samples.UK_CSV, "uk", "2026-02-20", "9901"),
        (samples.OFSI_XML, "uk", "2020-12-31", "9901"),
        (samples.UK_XML, "uk", "2026-02-20", "RUS9901"),
        (samples.FTM, "opensanctions", None, "p-1"),
        (samples.NESTED, "opensanctions", None, "p-1"),
        (samples.SIMPLE, "opensanctions", None, "p-1"),
    ],
)
def test_one_person_in_every_format(tmp_path: Path, text: str, name: str, date: str | None, number: str) -> None:
    given = reader(samples.write(tmp_path, "list.dat", text))
    found = {e.reference: e for e in given.entries()}
    assert (given.name, given.date, set(found)) == (name, date, {number})
    assert found[number].kind == "person"
    assert found[number].names[0].text.casefold() == "orlan teskenov"
    assert [n.quality for n in found[number].names].count("primary") == 1


def test_days_of_listing(tmp_path: Path) -> None:
    eu = entries(tmp_path, samples.EU_XML)["EU.901.1"]
    assert (eu.listed, eu.amended, eu.programmes) == ("2014-03-17", ("2015-09-15",), ("UKR",))
    assert entries(tmp_path, samples.UK_CSV)["9901"].listed == "2014-03-18"
    assert entries(tmp_path, samples.FTM)["p-1"].programmes == ("Velmar",)
    assert entries(tmp_path, samples.NESTED)["p-1"].delisted == "2019-01-01"


def test_qualities(tmp_path: Path) -> None:
    for text, number in ((samples.EU_XML, "EU.901.1"), (samples.UK_XML, "RUS9901"), (samples.FTM, "p-1")):
        found = {n.text: n.quality for n in entries(tmp_path, text)[number].names}
        assert found["Orlik"] == "weak"
    assert {n.quality for n in entries(tmp_path, samples.UK_XML)["RUS9901"].names} == {"primary", "weak", "original"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("a,b,c\n1,2,3\n", "not a list"),
        ("<html><body>no</body></html>", "not a list"),
        ('{"a": 1}\n', "not a list"),
        (samples.UN.replace("</CONSOLIDATED_LIST>", ""), "not well-formed"),
        (samples.FTM + "{broken\n", "line 5"),
        (samples.SIMPLE + "p-2,Person," + "x" * 4_100_000, "line of more than"),
        (samples.OFAC + '9,"' + "x\n" * 600_000, "not a table"),
    ],
)
def test_what_is_no_list_is_said_to_be_none(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as error:
        entries(tmp_path, text)
    assert "list.dat" in str(error.value)


def test_entities_of_xml_are_not_resolved(tmp_path: Path) -> None:
    secret = samples.write(tmp_path, "secret.txt", "MIRA HADDAD")
    hostile = samples.UN.replace(
        "<CONSOLIDATED_LIST", f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><CONSOLIDATED_LIST', 1
    ).replace("QODRAT", "&e;")
    assert "HADDAD" not in str(entries(tmp_path, hostile))


@pytest.mark.parametrize(
    ("text", "day"),
    [("31/12/2012", "2012-12-31"), ("2012-12-31T00:00", "2012-12-31"), ("5 Mar 1970", "1970-03-05"), ("circa 1971", "1971"),
     ("00/00/1962", "1962"), ("Dec 1980", "1980-12"), ("unknown", None)],
)  # fmt: skip
def test_days(text: str, day: str | None) -> None:
    assert iso(text) == day
    assert iso("02/27/2026", month_first=True) == "2026-02-27"

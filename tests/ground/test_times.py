"""Time expressions: spans, EDTF, bounds and what they were anchored to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hand_parses import flat, tree

from sayso.ground.times import Expression, read_times
from sayso.ground.times_context import Anchor
from sayso.lang import load
from sayso.records import Block, Dateline, Interval, NameSpan, Report, Span
from steps import linear

WRITTEN = Anchor(date(2021, 3, 10), "metadata")  # a Wednesday


def read(text: str, anchor: Anchor | None = WRITTEN) -> list[Expression]:
    return read_times(Report("r", text), flat(text), load("en"), anchor)


def one(text: str, anchor: Anchor | None = WRITTEN) -> tuple[str, Interval]:
    found = read(text, anchor)
    assert len(found) == 1, [e.span.of(text) for e in found]
    return found[0].span.of(text), found[0].interval


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("The depot burned on 1 March 2021 again.", "1 March 2021", "2021-03-01"),
        ("The depot burned on March 1, 2021.", "March 1, 2021", "2021-03-01"),
        ("The depot burned on 2021-03-01.", "2021-03-01", "2021-03-01"),
        ("LOMA, 24 OCT 89", "24 OCT 89", "1989-10-24"),
        ("LOMA, 24 OCT 17 (COAST RADIO) -- [TEXT] IT RAINED.", "24 OCT 17", "2017-10-24"),
        ("He was born in October 2020.", "October 2020", "2020-10"),
        ("It opened in 2014.", "2014", "2014"),
        ("It opened in late 2019.", "late 2019", "2019"),
        ("It was fashionable in the 1990s.", "the 1990s", "199X"),
        ("It was built in the nineteenth century.", "the nineteenth century", "18XX"),
        ("It opened in spring 2020.", "spring 2020", "2020-21"),
        ("Prices rose in the third quarter of 2020.", "the third quarter of 2020", "2020-35"),
        ("The league plays 2020-21 without crowds.", "2020-21", "2020/2021"),
        ("It fell in 241 BC.", "241 BC", "-0240"),
        ("He spoke yesterday.", "yesterday", "2021-03-09"),
        ("They left last week.", "last week", "2021-03-01/2021-03-07"),
        ("They left two years ago.", "two years ago", "2019~"),
        ("They left three days ago.", "three days ago", "2021-03-07"),
        ("They will meet next month.", "next month", "2021-04"),
        ("It was agreed earlier this month.", "earlier this month", "2021-03"),
        ("They lived there for about two months.", "about two months", "P2M"),
        ("It took several weeks.", "several weeks", "PXW"),
        ("They waited about half an hour.", "about half an hour", "PT30M"),
        ("The gate opens on Fridays.", "Fridays", "XXXX-WXX-5"),
        ("The gate opens every day.", "every day", "R/P1D"),
        ("It struck at 9:34 p.m. on March 3, 2021.", "9:34 p.m. on March 3, 2021", "2021-03-03T21:34:00"),
        ("Shops closed at Christmas.", "Christmas", "2020-12-25"),
    ],
)
def test_expressions(text: str, span: str, edtf: str) -> None:
    found, interval = one(text)
    assert (found, interval.edtf) == (span, edtf)


def test_a_month_without_year_takes_it_from_the_anchor() -> None:
    _, interval = one("Rebels seized the mill in November.")
    assert interval.edtf == "2020-11"
    assert (interval.earliest_start, interval.latest_end) == ("2020-11-01", "2020-11-30")
    assert interval.basis == "metadata"


def test_no_anchor_gives_no_bounds() -> None:
    _, interval = one("Rebels seized the mill on March 1.", Anchor())
    assert interval == Interval("XXXX-03-01", basis="unanchored")
    assert one("Rebels seized the mill last week.", Anchor())[1].earliest_start is None


@pytest.mark.parametrize(("verb", "tag", "extra", "edtf"), [
    ("met", "VBD", None, "2021-03-08"),
    ("meet", "VB", "will", "2021-03-15"),
])  # fmt: skip
def test_weekdays_follow_the_tense(verb: str, tag: str, extra: str | None, edtf: str) -> None:
    rows = [("Envoys", "NOUN", "NNS", "envoy", 1 + bool(extra), "nsubj")]
    if extra:
        rows.append((extra, "AUX", "MD", "will", 2, "aux"))
    at = len(rows)
    rows += [(verb, "VERB", tag, "meet", -1, "root"), ("on", "ADP", "IN", "on", at + 2, "case"),
             ("Monday", "PROPN", "NNP", "Monday", at, "obl"), (".", "PUNCT", ".", ".", at, "punct")]  # fmt: skip
    parse = tree(rows)
    found = read_times(Report("r", parse.text), parse, load("en"), WRITTEN)
    assert [e.interval.edtf for e in found] == [edtf]


def test_slashed_dates_keep_both_readings() -> None:
    _, interval = one("The form is dated 03/04/2021.")
    assert interval.edtf == "[2021-03-04,2021-04-03]"
    assert (interval.earliest_start, interval.latest_end) == ("2021-03-04", "2021-04-03")
    assert one("The form is dated 25/04/2021.")[1].edtf == "2021-04-25"


def test_since_and_after_and_until() -> None:
    since = one("They have camped there since 2019.")[1]
    assert since.edtf == "2019/.."
    assert (since.earliest_start, since.latest_start, since.earliest_end) == ("2019-01-01", "2019-12-31", "2021-03-10")
    assert one("The road is closed until April 5, 2021.")[1].latest_end == "2021-04-05"
    after = one("They moved after May 2020.")[1]
    assert (after.earliest_start, after.latest_start) == ("2020-05-31", "2021-03-10")


def test_a_step_from_another_time() -> None:
    assert one("They met two days after March 3, 2021.")[1].edtf == "2021-03-05"
    span, interval = one("They came a year after the fall of Kabul.")
    assert (span, interval.edtf) == ("a year after the fall of Kabul", "2022~")
    assert (interval.earliest_start, interval.latest_end) == ("2022-02-15", "2023-02-15")


def test_a_range_is_one_more_expression() -> None:
    text = "It ran from May 2019 to July 2020."
    found = [(e.span.of(text), e.interval.edtf, e.interval.earliest_start, e.interval.latest_end) for e in read(text)]
    assert ("May 2019 to July 2020", "2019-05/2020-07", "2019-05-01", "2020-07-31") in found
    assert len(found) == 3


def test_days_later_count_from_the_text() -> None:
    text = "The bridge fell on 3 May 2020. Two days later the army came."
    assert [e.interval.edtf for e in read(text)] == ["2020-05-03", "2020-05-05"]
    assert read(text)[1].interval.basis == "text"


def test_perfect_tense_reaches_back_from_the_anchor() -> None:
    parse = tree([
        ("Families", "NOUN", "NNS", "family", 3, "nsubj"), ("have", "AUX", "VBP", "have", 3, "aux"),
        ("been", "AUX", "VBN", "be", 3, "aux"), ("living", "VERB", "VBG", "live", -1, "root"),
        ("there", "ADV", "RB", "there", 3, "advmod"), ("for", "ADP", "IN", "for", 7, "case"),
        ("two", "NUM", "CD", "two", 7, "nummod"), ("months", "NOUN", "NNS", "month", 3, "obl"),
    ])  # fmt: skip
    (found,) = read_times(Report("r", parse.text), parse, load("en"), WRITTEN)
    assert found.interval.edtf == "P2M"
    assert (found.interval.earliest_start, found.interval.earliest_end) == ("2021-01-10", "2021-03-10")


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("They hid there during the coronavirus crisis.", "the coronavirus crisis", "2020-01-30/2023-05-05"),
        ("They were paid during the reign of Yeltsin-Medvedev.", "the reign of Yeltsin-Medvedev", "1991-07-10/2012-05-07"),
        ("They came after the fall of Kabul.", "the fall of Kabul", "2021-08-15/.."),
        ("It closed before the Second World War.", "the Second World War", "../1939-09-01"),
        ("They had permits under the Mubarak government.", "the Mubarak government", "1981-10-14/2011-02-11"),
    ],
)
def test_eras(text: str, span: str, edtf: str) -> None:
    found, interval = one(text)
    assert (found, interval.edtf) == (span, edtf)


def test_an_era_with_two_readings_keeps_both_unless_the_text_is_past_one() -> None:
    alone = one("They fled after the Taliban's coming to power.")[1]
    assert (alone.earliest_start, alone.edtf) == ("2021-08-15", "2021-08-15/..")
    within = one("They fled during the Taliban's coming to power.")[1]
    assert within.edtf == "[1996-09-27,2021-08-15]"
    told = "During the Ghani government they hid, and they left after the Taliban's coming to power."
    assert [e.interval.edtf for e in read(told)] == ["2014-09-29/2021-08-15", "2021-08-15/.."]


def test_a_government_not_named_is_not_guessed() -> None:
    span, interval = one("They were registered during the previous government.")
    assert span == "the previous government"
    assert (interval.edtf, interval.earliest_start, interval.latest_end) == ("/2021-03-10", None, "2021-03-10")


def test_dateline_without_year_is_bounded_by_what_the_text_looks_back_on() -> None:
    text = "LOMA, March 1 - Lantern Post. The mill was seized in October 2020."
    at = text.index("March 1")
    report = Report("r", text, (Block("dateline", Span(0, at + 7)),), datelines=(Dateline((), Span(at, at + 7)),))
    dateline, event = read_times(report, flat(text), load("en"))
    assert dateline.interval.edtf == "XXXX-03-01"
    assert (dateline.interval.earliest_start, dateline.interval.latest_end) == ("2021-03-01", None)
    assert "year not stated" in dateline.why[0] and "October 2020" in dateline.why[0]
    assert event.interval.edtf == "2020-10"


def test_what_counts_from_a_bounded_day_is_bounded_too() -> None:
    text = "LOMA, March 1 - Lantern Post. The mill was seized in October 2020. It had opened two years ago."
    report = Report("r", text, (Block("dateline", Span(0, 13)),), datelines=(Dateline((), Span(6, 13)),))
    ago = read_times(report, flat(text), load("en"))[-1]
    assert (ago.interval.edtf, ago.interval.earliest_start, ago.interval.latest_end) == ("XXXX", "2018-09-01", None)
    assert "2021-03-01" in ago.why[0]


def test_a_date_on_a_line_of_its_own_heads_the_report() -> None:
    text = "Mill burns in Loma\n\nFriday, May 8, 2009\n\nThe mill burned on Thursday."
    blocks = (Block("headline", Span(0, 18)), Block("paragraph", Span(20, 39)), Block("paragraph", Span(41, len(text))))
    found = read_times(Report("r", text, blocks), flat(text), load("en"))
    assert [(e.interval.edtf, e.interval.basis) for e in found] == [("2009-05-08", "stated"), ("2009-05-07", "dateline")]


def test_dateline_with_year_anchors_the_rest() -> None:
    text = "LOMA, March 1, 2021 - The mill was seized yesterday."
    report = Report("r", text, (Block("dateline", Span(0, 21)),), datelines=(Dateline((), Span(6, 19)),))
    assert [(e.interval.edtf, e.interval.basis) for e in read_times(report, flat(text), load("en"))] == [
        ("2021-03-01", "stated"), ("2021-02-28", "dateline"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "It may rain.", "They march on.", "About 2000 people came.", "Prices fall to the floor.", "One of them sat down.",
        "He is second to none.", "Call 555-1234.", "She is a 42-year-old nurse.", "It cost $1998.", "F-105s took off.",
        "He ate a Quarter Pounder.",
    ],
)  # fmt: skip
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


def test_upper_case() -> None:
    text = "GUNMEN KILLED TWO GUARDS ON TUESDAY, THE MINISTER SAID ON 24 OCTOBER 1989."
    assert [e.span.of(text) for e in read(text)] == ["TUESDAY", "24 OCTOBER 1989"]


def test_a_history_is_told_from_date_to_date() -> None:
    text = "The war began in April 1915. In July the fort fell. In January 1916 it was retaken, and in May 1917 peace came."
    assert [e.interval.edtf for e in read(text)] == ["1915-04", "1915-07", "1916-01", "1917-05"]


@pytest.mark.parametrize("piece", ["the ", "two years ", "March ", "1 ", "- ", "2021-03-01 ", "early ", "«ـ\u202e ", "'", "12/"])
def test_long_odd_texts_are_read_in_linear_time(piece: str) -> None:
    assert linear(lambda n: read(piece * n), 500, 2000)


@pytest.mark.parametrize(
    "text", ["January 9999 and the next year", "in 0001 and the previous century", "10 million years ago", "Feb 30, 2021"]
)
@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_the_calendar(text: str, day: date) -> None:
    for expression in read(text, Anchor(day, "metadata")):
        assert expression.interval.edtf


def test_empty() -> None:
    assert read("") == []


NOBODY = None  # a report whose day nobody knows


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Raids have grown since 2010. They killed 40 people this year.", ["2010/..", "XXXX"]),
        ("It began in 2010. Until May 13 nobody had counted them.", ["2010", "../XXXX-05-13"]),
        ("Posted May 7, 2014. Soldiers were sent in May.", ["2014-05-07", "XXXX-05"]),
        ("In 2013 the ministry offered money. A film made last month showed him on Friday.", ["2013", "XXXX-XX", "XXXX-WXX-5"]),
        ("In 2013 the ministry offered money. He was seen two years ago.", ["2013", "XXXX"]),
    ],
)
def test_without_a_day_of_writing_no_year_is_made_up(text: str, edtf: list[str]) -> None:
    found = read(text, NOBODY)
    assert [e.interval.edtf for e in found] == edtf
    loose = [e.interval for e in found if "XX" in e.interval.edtf]
    assert all((i.earliest_start, i.latest_end, i.basis) == (None, None, "unanchored") for i in loose)


def test_a_dense_history_without_a_day_names_the_words_a_year_comes_from() -> None:
    text = (
        "The fort was begun in 1902 and opened in 1905. It burned in 1911 and in 1913. In 1914 the river rose. "
        "On 3 June 1915 the garrison left. The town was taken on 9 July."
    )
    last = read(text, NOBODY)[-1]
    assert (last.interval.edtf, last.interval.basis) == ("1915-07-09", "text")
    assert last.why == ("counted from '3 June 1915'",)


def test_a_step_from_the_text_names_what_it_counts_from() -> None:
    found = read("He left Loma in June 2010. Two years later he was back.", NOBODY)
    assert (found[1].interval.basis, found[1].why) == ("text", ("counted from 'June 2010'",))


@pytest.mark.parametrize("text", ["The session was to begin at 1600.", "THE BLAST WAS HEARD AT 1600 (LOCAL TIME)."])
def test_figures_after_at_are_an_hour(text: str) -> None:
    words, interval = one(text)
    assert (words, interval.edtf) == ("1600", "2021-03-10T16:00:00")


@pytest.mark.parametrize(
    "text",
    [
        "The index closed at 2010, a record.",
        "The camp lies at 1600 metres.",
        "One day they warned their neighbours.",
    ],
)
def test_prices_heights_and_one_day_are_no_times(text: str) -> None:
    assert read(text) == []


def test_a_day_in_the_name_of_a_paper_is_none() -> None:
    text = "The Sunday Herald reported it ."
    rows = [(w, "PROPN", "NNP", w, 4, "dep") for w in text.split()]
    parse = replace(tree(rows), names=[NameSpan(0, 3, "organization")])
    assert read_times(Report("r", parse.text), parse, load("en"), WRITTEN) == []


def test_a_part_of_the_day_before_another_date_is_not_of_the_day_spoken_of_last() -> None:
    found = read("He spoke on Saturday. Buses came at night in early February.")
    assert [e.interval.edtf for e in found] == ["2021-03-06", "2021-02"]


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("The first week of 2021 was calm.", "The first week of 2021", "2021-01-04/2021-01-10"),
        ("Exports fell in the last four months of 2020.", "the last four months of 2020", "2020-09-01/2020-12-31"),
        ("It rained for the first ten days of last year.", "the first ten days of last year", "2020-01-01/2020-01-10"),
        ("The order is due on the 15th day of next month.", "the 15th day of next month", "2021-04-15"),
        ("The spring offensive began.", "spring", "2021-21"),
        ("The file is dated 20201016.", "20201016", "2020-10-16"),
        ("It was signed on 23/Sep/2020.", "23/Sep/2020", "2020-09-23"),
        ("Prices fell 2 percent in the year to date.", "the year to date", "2021-01-01/2021-03-10"),
        ("They met on Monday of the following week.", "Monday of the following week", "2021-03-15"),
        ("They left two weeks before Christmas.", "two weeks before Christmas", "2020-12-07/2020-12-13"),
        ("Shops opened early on Black Friday 2019.", "Black Friday 2019", "2019-11-29"),
        ("It was a holiday, Memorial Day 2021.", "Memorial Day 2021", "2021-05-31"),
    ],
)
def test_parts_of_periods_and_written_forms(text: str, span: str, edtf: str) -> None:
    found, interval = one(text)
    assert (found, interval.edtf) == (span, edtf)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The depot was shut November-February 2021.", "2020-11/2021-02"),
        ("It ran from November to February.", "2020-11/2021-02"),
        ("It ran 28 February to 2 March.", "2021-02-28/2021-03-02"),
    ],
)
def test_ranges_of_two_dates(text: str, edtf: str) -> None:
    assert edtf in [e.interval.edtf for e in read(text)]


def test_a_quarter_just_over_is_the_one_meant_though_the_verb_looks_ahead() -> None:
    text = "The mill will report its results for the fourth quarter."
    assert one(text, Anchor(date(2021, 1, 20), "metadata"))[1].edtf == "2020-36"


def test_in_a_history_the_next_year_counts_from_the_year_reached() -> None:
    text = "In 1911 the mill opened. In 1912 it burned. It was rebuilt in 1913. The following year it closed for good."
    assert read(text)[-1].interval.edtf == "1914"


def under_dateline(text: str, retrieved: str | None = None) -> list[Interval]:
    """The times of a report whose first words, up to the dash, are its dateline."""
    end = text.index(" -")
    at = text.index(", ") + 2
    report = Report("r", text, (Block("dateline", Span(0, end)),), datelines=(Dateline((), Span(at, end)),), retrieved=retrieved)
    return [e.interval for e in read_times(report, flat(text), load("en"))]


def test_without_a_year_yesterday_has_day_and_month() -> None:
    found = under_dateline("LOMA, May 15 - Lantern Post. It burned yesterday. It had opened three days ago.")
    assert [i.edtf for i in found] == ["XXXX-05-15", "XXXX-05-14", "XXXX-05-12"]
    assert found[1].earliest_start is None and found[1].basis == "unanchored"


def test_without_a_year_a_weekday_is_one_of_seven_days() -> None:
    found = under_dateline("LOMA, May 15 - Lantern Post. The mill burned on Friday, he said.")
    assert found[1].edtf == "[XXXX-05-09..XXXX-05-15]"


def test_a_weekday_given_with_its_date_tells_the_others() -> None:
    found = under_dateline("LOMA, Saturday, May 15 - Lantern Post. The mill burned on Thursday. He left last week.")
    assert [i.edtf for i in found[1:]] == ["XXXX-05-13", "XXXX-05-03/XXXX-05-09"]


def test_bounds_and_weekday_can_leave_one_year() -> None:
    text = "LOMA, Saturday, May 15 - Lantern Post. The mill was seized in October 2020. It burned on Thursday."
    found = under_dateline(text, retrieved="2023-02-01")
    assert [(i.edtf, i.basis) for i in found] == [("2021-05-15", "text"), ("2020-10", "stated"), ("2021-05-13", "text")]


def test_past_tense_is_a_weak_bound() -> None:
    report = Report("r", "They said it burned on May 15.", retrieved="2023-02-01")
    (found,) = read_times(report, flat(report.text), load("en"))
    assert (found.interval.edtf, found.interval.earliest_start, found.interval.latest_end) == ("XXXX-05-15", None, "2023-02-01")
    assert found.interval.basis == "tense" and "past tense" in found.why[-1]


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("He left two weeks and three days ago.", "two weeks and three days ago", "2021-02-21"),
        ("It took two years, three months and five days.", "two years, three months and five days", "P2Y3M5D"),
        ("It took two hours and 20 minutes.", "two hours and 20 minutes", "PT2H20M"),
    ],
)
def test_lengths_in_several_units(text: str, span: str, edtf: str) -> None:
    found, interval = one(text)
    assert (found, interval.edtf) == (span, edtf)


def test_a_programmes_name_is_no_time() -> None:
    assert read('He said so on "This Week" and on "60 Minutes".') == []


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("The device went off shortly after nine, when the lanes were full.", "nine", "2021-03-10"),
        ("The bomb exploded just before midnight.", "midnight", "2021-03-10T24:00:00"),
        ("Residents woke around half past six.", "half past six", "2021-03-10"),
        ("The raid began at about 5.30 in the morning.", "5.30 in the morning", "2021-03-10"),
        ("By 10 the square was full of people.", "10", "2021-03-10"),
        ("The gates opened at seven.", "seven", "2021-03-10"),
        ("He left home at nine o'clock.", "nine o'clock", "2021-03-10T09:00:00"),
        ("It was ten minutes past eleven when it fell.", "ten minutes past eleven", "2021-03-10"),
        ("They arrived at 4.15 p.m. and left.", "4.15 p.m.", "2021-03-10T16:15:00"),
        ("At 9.40 a second bomb went off.", "9.40", "2021-03-10"),
    ],
)
def test_hours_that_are_spoken(text: str, span: str, edtf: str) -> None:
    found, interval = one(text)
    assert (found, interval.edtf) == (span, edtf)
    assert interval.latest_end == "2021-03-10"


@pytest.mark.parametrize(
    "text",
    [
        "Police put the number of victims at nine.",
        "The toll rose by 10, officials said.",
        "The price stood at 5.30 in London.",
        "The rate was at 9.4 percent.",
        "He was orphaned at nine.",
        "After two, three and four games they rested.",
        "At least nine died, about ten were hurt.",
        "The group was attacked by two on a motorcycle.",
    ],
)
def test_numbers_that_are_no_hours(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Irena Vols told The Karsk Daily so.",
        "He wrote for the Daily Mirror and the Weekly Lamp.",
        "He wrote in the Evening Post and the Sunday Times.",
        "Black September took the hostages.",
        "The Mail on Sunday had the story.",
        "The April 6 Movement called for it.",
    ],
)
def test_words_of_time_in_names_are_no_times(text: str) -> None:
    assert read(text) == []


def test_daily_that_opens_a_sentence_is_a_time() -> None:
    assert one("Daily flights were cancelled.")[1].edtf == "R/P1D"


def test_a_day_that_owns_what_a_preposition_governs_is_that_day() -> None:
    for text in ("They left after Monday's bombing.", "It was calm before Monday’s vote."):
        interval = read(text)[0].interval
        assert (interval.earliest_start, interval.latest_end) == ("2021-03-08", "2021-03-08"), text
    assert read("They left after Monday.")[0].interval.edtf == "2021-03-08/.."

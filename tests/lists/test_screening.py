"""Who may stand on a list as of the report's date; marks that a text carries, lacks and has wrongly."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
import samples

from sayso.errors import SaysoError
from sayso.lists import Store, Watch
from sayso.lists.marking import Marked, mark, style
from sayso.records import Entity, Interval, Listing, Mention, MentionKind, Reading, Report, Span, Structure


@dataclass
class Draft:
    """A report and who it names; a name is meant wherever it stands."""

    text: str
    published: str | None = "2022-05-04"
    mentions: list[Mention] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def name(self, kind: MentionKind, *forms: str) -> Draft:
        found = [(self.text.find(form, 0), form) for form in forms]
        ids = []
        for at, form in found:
            span = Span(at, at + len(form))
            self.mentions.append(Mention(f"m{at}", span, kind, "name", span))
            ids.append(f"m{at}")
        self.entities.append(Entity(f"e{len(self.entities)}", kind, forms[0], forms[1:], tuple(ids)))
        return self

    @property
    def report(self) -> Report:
        day = self.published
        return Report("r1", self.text, published=Interval(day, day, day, day, day) if day else None)

    def screened(self, watch: Watch) -> Reading:
        new, listings = watch.screen(self.report, Structure((), tuple(self.mentions), tuple(self.entities)))
        mentions = tuple(sorted((*self.mentions, *new), key=lambda m: m.span))
        return Reading(self.report, mentions, tuple(self.entities), (), (), (), listings, (), "f")


def told(reading: Reading) -> list[tuple[str, str, str | None]]:
    spans = {m.id: m.span for m in reading.mentions}
    return [(spans[x.mention].of(reading.report.text), x.entry, x.list_date) for x in reading.listings]


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    store = Store(tmp_path / "lists.sqlite")
    store.add(samples.un(tmp_path, "2013-01-01"))
    store.add(samples.un(tmp_path, "2021-01-01", samples.LATER))
    store.close()
    return Watch(tmp_path / "lists.sqlite")


def test_a_person_in_another_spelling_and_the_reasons(watch: Watch) -> None:
    text = "Kudrat Velmarzay spoke in Harrow. Velmarzay denied it."
    reading = Draft(text).name("person", "Kudrat Velmarzay", "Velmarzay denied").screened(watch)
    first = reading.listings[0]
    assert (first.list, first.list_date, first.entry, first.marked) == ("un", "2021-01-01", "TAi.901", False)
    assert first.score is not None and 0.8 <= first.score < 1
    assert "listed since 2011-03-04 under Taliban" in first.why
    assert "un list of 2021-01-01, the version in force on 2022-05-04, of those kept" in first.why


def test_a_short_name_inherits_through_its_entity_alone(watch: Watch) -> None:
    text = "Qodrat Velmarzai spoke. Velmarzai left. Another Velmarzai stayed."
    draft = Draft(text).name("person", "Qodrat Velmarzai", "Velmarzai left")
    assert [name for name, _, _ in told(draft.screened(watch))] == ["Qodrat Velmarzai", "Velmarzai left"]
    assert any("stands for 'Qodrat Velmarzai'" in why for why in draft.screened(watch).listings[1].why)
    assert told(Draft("Velmarzai left.").name("person", "Velmarzai").screened(watch)) == []


def test_a_single_name_with_the_title_that_the_list_has(watch: Watch) -> None:
    found = Draft("Officials met Mullah Qodratak in Harrow.").name("person", "Qodratak").screened(watch)
    assert told(found) == [("Qodratak", "TAi.901", "2021-01-01")]
    assert "entered as 'QODRAT VELMARZAI'" in found.listings[0].why
    assert told(Draft("Officials met Mr Qodratak.").name("person", "Qodratak").screened(watch)) == []


def test_a_person_taken_for_a_place_needs_more_likeness(watch: Watch) -> None:
    assert told(Draft("In Kudrat Velmarzay").name("place", "Kudrat Velmarzay").screened(watch)) != []
    assert told(Draft("In Kodrot Velmarey").name("place", "Kodrot Velmarey").screened(watch)) == []
    assert told(Draft("In Velmarzai").name("place", "Velmarzai").screened(watch)) == []


def test_the_version_in_force_on_the_day_of_the_report(watch: Watch) -> None:
    text = "Orlan Teskenov and the Sabz Network met."
    then = told(Draft(text, "2015-01-01").name("person", "Orlan Teskenov").screened(watch))
    now = told(Draft(text, "2022-01-01").name("person", "Orlan Teskenov").screened(watch))
    assert then == [("Sabz Network", "TAe.902", "2013-01-01")]
    assert now == [("Orlan Teskenov", "CDi.903", "2021-01-01"), ("Sabz Network", "TAe.902", "2021-01-01")]


def test_a_report_older_than_every_version_has_those_listed_by_then(watch: Watch) -> None:
    text = "Qodrat Velmarzai and the Sabz Network met."
    reading = Draft(text, "2012-01-01").name("person", "Qodrat Velmarzai").screened(watch)
    assert told(reading) == [("Qodrat Velmarzai", "TAi.901", "2013-01-01")]  # the network was listed that November
    assert any("the first after it" in why for why in reading.listings[0].why)


def test_a_report_without_a_date_has_the_newest(watch: Watch) -> None:
    reading = Draft("The Sabz Network met.", None).screened(watch)
    assert told(reading) == [("Sabz Network", "TAe.902", "2021-01-01")]
    assert any("date is not known" in why for why in reading.listings[0].why)


def test_a_listed_name_is_seen_where_no_mention_has_it_or_has_a_piece_of_it(watch: Watch) -> None:
    draft = Draft("Men of the Sabz Network fled.").name("place", "Sabz")
    reading = draft.screened(watch)
    assert told(reading) == [("Sabz Network", "TAe.902", "2021-01-01")]
    assert {m.span.of(draft.text) for m in reading.mentions} == {"Sabz", "Sabz Network"}


@pytest.mark.parametrize(
    "text", ["The Sabz network fled.", "Green Circle of Velmar", "SABZ NETWORK\nfled", "Kudratullah ‘Welmarzai"]
)
def test_names_in_running_text(watch: Watch, text: str) -> None:
    assert len(Draft(text).screened(watch).listings) == 1


def test_a_group_that_gives_a_programme_its_name_is_said_to_be_no_entry(watch: Watch) -> None:
    listing = Draft("The Taliban refused.").name("organization", "Taliban").screened(watch).listings[0]
    assert (listing.entry, listing.score) == ("Taliban", None)
    assert listing.why[:2] == (
        "2 members and others are listed under the 1988 (Taliban) list of the Security Council",
        "the group itself is no entry of it",
    )


@pytest.mark.parametrize("text", ["Times of Harrow", "The Doctor came.", "Sabz is a town.", "Green tea.", "SBM said so."])
def test_ordinary_names_are_no_matches(watch: Watch, text: str) -> None:
    word = text.split()[0]
    for kind in ("person", "organization", "group"):
        assert told(Draft(text).name(kind, word).screened(watch)) == []  # type: ignore[arg-type]


def test_an_acronym_of_the_list_is_met_as_it_stands(watch: Watch) -> None:
    assert told(Draft("SBN was blamed.").name("organization", "SBN").screened(watch)) == [("SBN", "TAe.902", "2021-01-01")]
    assert told(Draft("Sbn was blamed.").name("organization", "Sbn").screened(watch)) == []


def test_marks_of_the_text(watch: Watch) -> None:
    text = 'The "Sabz Network"* met. The Sabz Network left.'
    assert [x.marked for x in Draft(text).screened(watch).listings] == [True, False]


def test_nothing_kept_nothing_said(tmp_path: Path) -> None:
    store = Store(tmp_path / "lists.sqlite")
    store.close()
    assert Draft("The Sabz Network met.").screened(Watch(tmp_path / "lists.sqlite")).listings == ()


@pytest.mark.parametrize("text", ["", " ", "Al " * 3000, "Sabz " * 500,
    "\u202eSabz Network\u202c", "S\u0301abz-" * 2000, "'" * 4000])
def test_hostile_texts(watch: Watch, text: str) -> None:
    assert isinstance(Draft(text).screened(watch).listings, tuple)


@pytest.mark.parametrize("text", ["A" * 200_000, "*" * 50_000, "a* " * 20_000, "\n* " * 20_000, "Sabz Network* " * 2_000])
def test_hostile_marks(watch: Watch, text: str) -> None:
    assert mark(Draft(text).screened(watch), style("asterisk"), every=True).text


FOOTED = "Qodrat Velmarzai met Mira Haddad* of the Sabz Network*.\nThe Sabz Network left.\n* Under UN sanctions.\n"


def verdicts(made: Marked) -> list[tuple[str, str]]:
    return [(j.verdict, j.words) for j in made.judged]


def test_marks_present_missing_and_wrong(watch: Watch) -> None:
    reading = Draft(FOOTED).name("person", "Qodrat Velmarzai").name("person", "Mira Haddad").screened(watch)
    made = mark(reading, style("asterisk"))
    assert verdicts(made) == [("missing", "Qodrat Velmarzai"), ("wrong", "Mira Haddad"), ("present", "Sabz Network")]
    assert made.text.startswith("Qodrat Velmarzai* met Mira Haddad* of the Sabz Network*.\nThe Sabz Network left.")
    assert made.footnotes == ()  # the text has one


def test_every_mention_and_a_footnote_of_ones_own(watch: Watch) -> None:
    reading = Draft("The Sabz Network met. The Sabz Network left.").screened(watch)
    made = mark(reading, style("plain", "{sign} {names} ({list}, {date})"), every=True)
    assert made.text == "The Sabz Network* met. The Sabz Network* left.\n* Sabz Network (UN, 2021-01-01)\n"


def test_numbered_notes(watch: Watch) -> None:
    reading = Draft("Qodrat Velmarzai left the Sabz Network.").name("person", "Qodrat Velmarzai").screened(watch)
    made = mark(reading, style("numbered"))
    assert made.text.startswith("Qodrat Velmarzai[1] left the Sabz Network[2].\n")
    assert made.footnotes[0] == "[1] Qodrat Velmarzai: UN list of 2021-01-01, TAi.901."


def test_a_text_without_listed_names_stays_as_it_is(watch: Watch) -> None:
    reading = Draft("Mira Haddad left.\n").name("person", "Mira Haddad").screened(watch)
    assert mark(reading, style("asterisk")) == Marked("Mira Haddad left.\n", (), ())


def test_marks_are_judged_by_the_list_that_the_footnote_names(watch: Watch) -> None:
    text = "The Sabz Network met.\n* Under EU sanctions.\n"
    reading = Draft(text).screened(watch)
    other = Listing(reading.listings[0].mention, "eu", "2021-01-01", "EU.1", "Sabz Network", 1.0, False)
    both = Reading(reading.report, reading.mentions, (), (), (), (), (*reading.listings, other), (), "f")
    assert mark(both, style("asterisk")).judged[0].why == "eu EU.1, Sabz Network"


@pytest.mark.parametrize(("name", "note"), [("bold", ""), ("asterisk", "{nobody}"), ("asterisk", "{0}"), ("asterisk", "{")])
def test_styles_that_there_are_not(name: str, note: str) -> None:
    with pytest.raises(SaysoError):
        style(name, note)

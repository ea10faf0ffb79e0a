"""Place names of short invented reports, grounded over hand-made parses."""

from __future__ import annotations

import re

import numpy as np
import pytest

from sayso.ground.gazetteer import Gazetteer
from sayso.ground.places import ground_places
from sayso.lang import load
from sayso.records import Dateline, Grounding, Mention, NameSpan, Parse, Place, Reference, Report, Span, Structure, digest
from sayso.records.globe import distance_km, moved
from sayso.records.region import contains
from steps import linear

PACK, GAZETTEER = load("en"), Gazetteer.open()
WORD = re.compile(r"[A-Z][.][A-Z][.]|Calif[.]|\w+(?:-\w+)*|['’]s|[^\w\s]")
SAID = {"said", "denied"}


def parsed(text: str, names: dict[str, str]) -> Parse:
    """Words of a text with names marked; the word before "said" is its subject, all else hangs on nothing."""
    spans = [Span(m.start(), m.end()) for m in WORD.finditer(text)]
    words = [s.of(text) for s in spans]
    marked = []
    for name, kind in names.items():
        size = len(WORD.findall(name))
        ends = [spans[min(i + size, len(words)) - 1].end for i in range(len(words))]
        marked += [NameSpan(i, i + size, kind) for i, end in enumerate(ends) if text[spans[i].start : end] == name]
    heads, links = [-1] * len(words), ["dep"] * len(words)
    for i, word in enumerate(words[1:], 1):
        if word in SAID:
            heads[i - 1], links[i - 1] = i, "nsubj"
    n = len(words)
    return Parse(
        text, spans, [(0, n)], ["PROPN" if w[0].isupper() else "NOUN" for w in words],
        ["NNP" if w[0].isupper() else "NN" for w in words], [{"said": "say", "denied": "deny"}.get(w, w) for w in words],
        heads, links, sorted(marked, key=lambda m: m.first), ["none"] * n, np.zeros((n, 7), np.float32),
        np.zeros((n, 128), np.float32), [0] * n, [[] for _ in words],
    )  # fmt: skip


def ground(
    text: str, names: dict[str, str] | None = None, url: str | None = None, dateline: Dateline | None = None
) -> dict[str, Grounding]:
    """What each phrase of a text is grounded to; the last mention of a phrase wins."""
    report = Report("r", text, url=url, datelines=(dateline,) if dateline else ())
    parse = parsed(text, names or {})
    kinds = {"place": "place", "organization": "organization", "person": "person", "misc": "other"}
    mentions = tuple(
        Mention(digest("m", "r", *span), span, kinds[n.kind], "name", parse.words[n.first])  # type: ignore[arg-type]
        for n in parse.names
        for span in [parse.span(n.first, n.stop - 1)]
    )
    made, grounded = ground_places(report, parse, Structure((), mentions, ()), mentions, PACK, GAZETTEER)
    assert not {m.id for m in made} & {m.id for m in mentions}
    of = {m.id: m.span.of(text) for m in (*mentions, *made)}
    return {of[g.mention]: g for g in grounded}


def place(found: dict[str, Grounding], phrase: str) -> Place:
    value = found[phrase].value
    assert isinstance(value, Place), value
    return value


def test_the_state_behind_the_comma_decides() -> None:
    found = ground("The fire began in Athens, Georgia, on Monday.", {"Athens": "place", "Georgia": "place"})
    assert (place(found, "Athens").country, place(found, "Georgia").country) == ("US", "US")
    assert place(found, "Georgia").precision == "division" and place(found, "Athens").precision == "city"


def test_two_places_of_one_name_in_one_report() -> None:
    text = "The mayor of Paris, Texas, wrote to the mayor of Paris, France."
    report = Report("r", text)
    parse = parsed(text, {"Paris": "place", "Texas": "place", "France": "place"})
    spans = [parse.span(n.first, n.stop - 1) for n in parse.names]
    mentions = tuple(Mention(digest("m", s), s, "place", "name", s) for s in spans)
    _, grounded = ground_places(report, parse, Structure((), mentions, ()), mentions, PACK, GAZETTEER)
    assert [g.value.country for g in grounded if isinstance(g.value, Place)] == ["US", "US", "FR", "FR"]


def test_company_decides_between_countries() -> None:
    names = {"Georgia": "place", "Tbilisi": "place", "Armenia": "place"}
    assert place(ground("Talks began in Tbilisi. Georgia and Armenia share a border.", names), "Georgia").country == "GE"
    names = {"Georgia": "place", "Atlanta": "place", "Alabama": "place", "Savannah": "place"}
    assert place(ground("Storms hit Atlanta and Savannah. Georgia and Alabama lost power.", names), "Georgia").country == "US"


def test_short_forms_of_states_and_countries() -> None:
    names = {"Fresno": "place", "Calif.": "place", "U.S.": "place"}
    found = ground("Two men from Fresno, Calif., flew to the U.S. embassy.", names)
    assert place(found, "Calif.").name == "California" and place(found, "U.S.").name == "United States"


def test_small_word_us_is_no_country() -> None:
    assert ground("They told us that it was over.") == {}


def test_demonyms_are_kept_apart_from_locations() -> None:
    found = ground("A Tajik officer met Syrians in Kunduz.", {"Kunduz": "place"})
    assert (place(found, "Tajik").country, place(found, "Tajik").sense) == ("TJ", "demonym")
    assert (place(found, "Syrians").country, place(found, "Syrians").sense) == ("SY", "demonym")
    assert place(found, "Kunduz").sense == "location"


def test_a_capital_that_speaks_is_a_metonym() -> None:
    found = ground("Kabul denied the report. Shots were heard in Kabul.", {"Kabul": "place"})
    assert place(found, "Kabul").sense == "location"
    assert place(ground("On Friday Kabul denied it.", {"Kabul": "place"}), "Kabul").sense == "metonym"


def test_names_inside_names_of_bodies_are_no_locations() -> None:
    found = ground("Officers of the Denver Fire Department came.", {"Denver Fire Department": "organization"})
    assert place(found, "Denver").sense == "metonym"


def test_places_inside_names_of_persons_are_left_alone() -> None:
    assert ground("Walter Sydney resigned.", {"Walter Sydney": "person"}) == {}


def test_unknown_names_get_no_place() -> None:
    found = ground("Nobody lives in Zzyqqhaven now.", {"Zzyqqhaven": "place"})
    assert found["Zzyqqhaven"].value == Reference("Zzyqqhaven")
    assert found["Zzyqqhaven"].score is None and "not in the gazetteer" in found["Zzyqqhaven"].why


def test_unknown_street_is_put_into_the_known_town() -> None:
    found = ground("A shop in Quimby Street in Leeds burnt down.", {"Quimby Street": "place", "Leeds": "place"})
    value = place(found, "Quimby Street")
    assert value.precision == "relative" and value.country == "GB" and value.geonames is None


def test_missed_names_are_found_after_in() -> None:
    assert place(ground("A bridge collapsed in Nairobi yesterday."), "Nairobi").country == "KE"


@pytest.mark.parametrize("text", ["He returned in March.", "Reading is fun. Nice of you to ask.", "It began in The Times."])
def test_common_words_are_no_towns(text: str) -> None:
    assert ground(text) == {}


def test_dateline_places_are_found() -> None:
    text = "TERMEZ, March 3 - The crossing is shut."
    found = ground(text, dateline=Dateline((Span(0, 6),), Span(8, 15)))
    assert place(found, "TERMEZ").country == "UZ"


def test_the_address_of_the_publisher_is_a_hint() -> None:
    assert place(ground("A man from Perth was held.", {"Perth": "place"}, "https://news.example.au/1"), "Perth").country == "AU"


# ---------------------------------------------------------------- relative places


def test_distance_and_bearing() -> None:
    found = ground("A convoy stopped about 30 miles north-west of Kunduz.", {"Kunduz": "place"})
    region, city = place(found, "about 30 miles north-west of Kunduz"), place(found, "Kunduz")
    assert region.precision == "relative" and region.lat is not None and region.lon is not None
    assert city.lat is not None and city.lon is not None
    assert region.lat > city.lat and region.lon < city.lon
    assert region.radius_km is not None and region.radius_km < 48
    for km in (27, 48):  # by road, and as the crow flies
        lat, lon = moved(city.lat, city.lon, km, 315.0)
        assert distance_km(lat, lon, region.lat, region.lon) < region.radius_km


def test_distance_without_direction_is_a_circle_around() -> None:
    found = ground("The camp lies 2.5 km from Mazar-i-Sharif.", {"Mazar-i-Sharif": "place"})
    region = place(found, "2.5 km from Mazar-i-Sharif")
    assert region.radius_km is not None and 2.5 <= region.radius_km <= 10


def test_near_between_and_part() -> None:
    assert place(ground("Shots were heard near Herat.", {"Herat": "place"}), "near Herat").precision == "relative"
    found = ground("The bus left the road between Kunduz and Taloqan.", {"Kunduz": "place", "Taloqan": "place"})
    assert place(found, "between Kunduz and Taloqan").country == "AF"
    found = ground("Rain fell in the south of Tajikistan.", {"Tajikistan": "place"})
    part = place(found, "in the south of Tajikistan").geometry
    assert part is not None and contains(part, 37.91, 69.78) and not contains(part, 40.28, 69.63)  # Kulob, Khujand


def test_unknown_village_lies_where_the_text_puts_it() -> None:
    found = ground("Rebels took Zzyqqhaven, 40 km south of Herat.", {"Zzyqqhaven": "place", "Herat": "place"})
    village, city = place(found, "Zzyqqhaven"), place(found, "Herat")
    assert village.precision == "relative" and village.geonames is None
    assert village.lat is not None and city.lat is not None and village.lat < city.lat


def test_the_stated_distance_chooses_between_namesakes() -> None:
    names = {"Springfield": "place", "Chicago": "place", "Boston": "place"}
    illinois = ground("A plant in Springfield, 180 miles southwest of Chicago, shut.", names)
    assert place(illinois, "Springfield").geonames == 4250542
    assert place(ground("A plant in Springfield, 90 miles west of Boston, shut.", names), "Springfield").geonames == 4951788


def test_the_capital_is_the_country_s_own() -> None:
    names = {"Herat": "place", "Afghanistan": "place"}
    assert place(ground("Troops left Herat in Afghanistan. The capital was calm.", names), "The capital").name == "Kabul"
    assert place(ground("Envoys met 30 km north of the Guatemalan capital."), "the Guatemalan capital").country == "GT"
    assert "the capital" not in ground("He raised the capital from Peru and from Japan.", {"Peru": "place", "Japan": "place"})


def test_talks_between_capitals_are_no_place() -> None:
    found = ground("Talks between Moscow and Kabul failed.", {"Moscow": "place", "Kabul": "place"})
    assert set(found) == {"Moscow", "Kabul"}


# ---------------------------------------------------------------- hostile input


@pytest.mark.parametrize("text", [
    "", " ", "\u202eKabul\u202c", "A" * 20_000, "Paris, " * 1500, "in " * 3000, "near 9999999999999 km from Paris",
])  # fmt: skip
def test_odd_texts_pass(text: str) -> None:
    ground(text, {"Paris": "place"})


def test_a_name_that_the_parser_cut_is_one() -> None:
    found = ground("The ship left Dar es Salaam at dawn.", {"Dar": "place", "Salaam": "place"})
    assert place(found, "Dar es Salaam").country == "TZ"
    assert not {"Dar", "Salaam"} & set(found)
    found = ground("A lorry burned in Puerto Asís last night.", {"Puerto": "place", "Asís": "person"})
    assert place(found, "Puerto Asís").country == "CO"


def test_a_dateline_in_capitals_joins_the_name_in_the_text() -> None:
    text = "PUERTO ASÍS, 3 May -- Rain closed Puerto Asís on Monday."
    found = ground(text, dateline=Dateline((Span(0, 11),), Span(13, 18)))
    assert place(found, "Puerto Asís").country == "CO"


@pytest.mark.parametrize("word", ["Puerto", "Sur", "Park", "Commonwealth", "Rio"])
def test_words_that_only_begin_or_end_names_are_no_places(word: str) -> None:
    assert not ground(f"He left for the coast in {word} on Monday.", {word: "place"})


def test_the_article_keeps_towns_out() -> None:
    found = ground("He lived in the Middle East for years, then in Kansas and Nebraska.", {"Middle East": "place"})
    assert place(found, "Middle East").precision == "area"
    found = ground("He lives in The Hague now.", {"The Hague": "place"})
    assert place(found, "Hague").country == "NL"


def test_a_town_in_a_bodys_name_needs_a_word_for_it() -> None:
    text = "The Carson Front attacked a post near Mocoa, in Putumayo, Colombia."
    found = ground(text, {"Carson Front": "organization", "Mocoa": "place", "Putumayo": "place", "Colombia": "place"})
    assert "Carson" not in found
    found = ground("The Mocoa Front attacked a post in Mocoa, Colombia.", {"Mocoa Front": "organization", "Mocoa": "place"})
    assert place(found, "Mocoa").country == "CO"


def test_the_namesake_of_an_unknown_village_is_not_taken_from_another_continent() -> None:
    names = dict.fromkeys(("Tres Arroyos", "Jos", "Kaduna", "Nigeria", "Ghana"), "place")
    found = ground("Men came to Tres Arroyos, left Jos and Kaduna in Nigeria and fled to Ghana.", names)
    assert isinstance(found["Tres Arroyos"].value, Reference)
    assert "Tres Arroyos, AR" in found["Tres Arroyos"].why[0]


def test_an_embassy_stands_in_a_capital() -> None:
    names = dict.fromkeys(("Washington", "Sunderland", "Durham", "Gateshead"), "place")
    text = "The British embassy in Washington wrote to families in Sunderland, Durham and Gateshead."
    assert place(ground(text, names), "Washington").country == "US"


def test_a_state_is_not_a_town_once_called_so() -> None:
    names = dict.fromkeys(("Florida", "Hemet", "California", "Los Angeles"), "place")
    text = "Back from Florida he drove to Hemet, California, and on to Los Angeles."
    assert place(ground(text, names), "Florida").precision == "division"


def test_an_unknown_name_that_is_also_a_bodys_is_no_place() -> None:
    text = "Harbour Watch met. Harbour Watch wrote to Zorvik Mirna."
    parse = parsed(text, {"Zorvik Mirna": "organization"})
    twice = f"{text} They drove to Zorvik Mirna in May, for Zorvik Mirna had asked."
    assert parse.names and not ground(twice, {"Zorvik Mirna": "organization"})


def test_the_agency_of_the_dateline_is_no_place() -> None:
    text = 'KUNDUZ, 3 May - "Salem" A source told Salem that the road is shut.'
    found = ground(text, {"Salem": "place"}, dateline=Dateline((Span(0, 6),), Span(8, 13), Span(17, 22)))
    assert "Salem" not in found and place(found, "KUNDUZ").country == "AF"


def test_a_side_of_a_town_is_no_town_elsewhere() -> None:
    names = dict.fromkeys(("East London", "London", "Birmingham"), "place")
    found = ground("A man was shot in East London. Police in London and Birmingham searched flats.", names)
    assert place(found, "East London").country == "GB" and place(found, "East London").precision == "relative"
    names = dict.fromkeys(("East London", "Durban", "South Africa"), "place")
    found = ground("A ship left East London for Durban, in South Africa.", names)
    assert place(found, "East London").country == "ZA" and place(found, "East London").geonames


def test_an_unknown_name_in_a_list_lies_in_no_other_of_the_list() -> None:
    names = dict.fromkeys(("Bangkok", "Zzyqqhaven", "Jakarta", "Manila"), "place")
    found = ground("The fair goes to Bangkok, Zzyqqhaven, Jakarta and Manila.", names)
    assert found["Zzyqqhaven"].value == Reference("Zzyqqhaven")
    assert place(ground("The fair goes to Zzyqqhaven, Jakarta.", names), "Zzyqqhaven").country == "ID"


def test_a_namesake_far_from_where_the_text_puts_it_is_not_meant() -> None:
    names = {"Soledad": "place", "Tegucigalpa": "place"}
    value = place(ground("A bomb went off in Soledad, 30 km north of Tegucigalpa.", names), "Soledad")
    assert value.country == "HN"


def test_an_unknown_village_between_two_towns() -> None:
    names = dict.fromkeys(("Zzyqqhaven", "Kunduz", "Taloqan"), "place")
    value = place(ground("Men came to Zzyqqhaven, between Kunduz and Taloqan.", names), "Zzyqqhaven")
    assert value.geometry is not None and value.geometry.shape == "corridor"


def test_the_towns_of_a_roads_name() -> None:
    found = ground("A lorry burned on the Kaduna–Abuja highway.")
    assert place(found, "Kaduna–Abuja highway").precision == "relative" and place(found, "Kaduna").precision == "city"


def test_an_unknown_name_is_placed_by_what_follows_and_so_are_its_other_mentions() -> None:
    text = "He fled to Zzyqqhaven. Zzyqqhaven lies about 2.5 km from Qqhaven, the centre of Herat."
    found = ground(text, dict.fromkeys(("Zzyqqhaven", "Qqhaven", "Herat"), "place"))
    value = place(found, "Zzyqqhaven")
    assert value.country == "AF" and value.geometry is not None and value.geometry.shape == "ring"
    report = Report("r", text)
    parse = parsed(text, dict.fromkeys(("Zzyqqhaven", "Qqhaven", "Herat"), "place"))
    spans = [parse.span(n.first, n.stop - 1) for n in parse.names]
    mentions = tuple(Mention(digest("m", s), s, "place", "name", s) for s in spans)
    _, grounded = ground_places(report, parse, Structure((), mentions, ()), mentions, PACK, GAZETTEER)
    first = next(g for g in grounded if g.mention == mentions[0].id)
    assert first.value == value and first.why[-1] == "by another mention of it"


@pytest.mark.parametrize("text", ["Zzyqqhaven, " * 2000, "Zzyqqhaven lies near Herat. " * 500])
def test_many_unknown_names_pass(text: str) -> None:
    ground(text, {"Zzyqqhaven": "place", "Herat": "place"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops stood in Lutran and in Belmonte. The army in the capital gave no reason.", ["Lutran", "Belmonte"]),
        ("There was water in Karsk and in Telnik. Boats came from Velm.", ["Karsk", "Telnik", "Velm"]),
        ("Two men of Qadara were held in Nimr. Their office in Springfield said so.", ["Qadara", "Nimr", "Springfield"]),
    ],
)
def test_one_known_name_among_unknown_ones_is_a_namesake(text: str, names: list[str]) -> None:
    found = ground(text, dict.fromkeys(names, "place"))
    assert {name: type(found[name].value) for name in names} == dict.fromkeys(names, Reference)
    assert "the capital" not in found


def test_a_country_or_a_great_city_vouches_for_the_rest() -> None:
    names = dict.fromkeys(("Belmonte", "Zzyq", "Karsk", "Brazil", "Nairobi"), "place")
    assert place(ground("In Brazil, men of Belmonte fled from Zzyq and Karsk.", names), "Belmonte").country == "BR"
    assert place(ground("They fled from Zzyq and Karsk to Nairobi.", names), "Nairobi").country == "KE"


def test_what_has_a_president_is_no_town() -> None:
    found = ground("The president of Sylvania left for Zzyq.", {"Sylvania": "place", "Zzyq": "place"})
    assert isinstance(found["Sylvania"].value, Reference)


def test_the_capital_of_a_country_that_nothing_names_is_unknown() -> None:
    names = dict.fromkeys(("Osmet", "Lutran", "Nueva Carra"), "place")
    assert "the capital" not in ground("Men from Osmet and Lutran in Nueva Carra were at work in the capital.", names)
    known = ground("In Nairobi they spoke of Thika. The capital was calm.", {"Nairobi": "place"})
    assert place(known, "The capital").name == "Nairobi"


def test_a_distance_between_unknown_names_is_kept_and_places_nothing() -> None:
    found = ground("A house in Zzyq, 12 kilometres north of Karsk, was searched.", {"Zzyq": "place", "Karsk": "place"})
    assert isinstance(found["Zzyq"].value, Reference)
    assert found["Zzyq"].why == ("not in the gazetteer", "said to lie 12 kilometres north of Karsk")


def test_a_list_holds_no_place_in_another() -> None:
    found = ground("It was felt in Zzyq, Vasto and Harrow in Italy.", {"Zzyq": "place", "Vasto": "place", "Italy": "place"})
    assert isinstance(found["Zzyq"].value, Reference)


def test_a_small_namesake_is_taken_back_where_the_report_is_of_another_country() -> None:
    names = dict.fromkeys(("San Salvador", "Pavón", "Zzyq", "El Salvador"), "place")
    found = ground("In El Salvador, men of Pavón fled from Zzyq to San Salvador.", names)
    assert isinstance(found["Pavón"].value, Reference)
    assert place(found, "San Salvador").country == "SV"


def test_another_spelling_vouches_for_nobody() -> None:
    names = dict.fromkeys(("Marn", "Newton", "Zzyq"), "place")
    found = ground("They met in Marn, in Newton and in Zzyq.", names)
    assert isinstance(found["Newton"].value, Reference)


def test_many_names_are_weighed_in_linear_time() -> None:
    def text(n: int) -> str:
        return " ".join(f"They stayed in Zzyq{'abcdefghij'[i % 10] * (1 + i // 10)}." for i in range(n))

    assert linear(lambda n: ground(text(n), {"They": "person"}), 30, 120, 1.6)

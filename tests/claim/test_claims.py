"""Which claims a sentence makes, on whose word, shown by which words, with which roles."""

from __future__ import annotations

from dataclasses import replace

from sayso.claim import claims
from sayso.lang import load
from sayso.records import Attribution, Block, Claim, Mention, Parse, Report, Span

from .trees import mention, outlet, report_of, said, span, structure, tree

KILLING = tree(
    "A|a|DET|DT|2|det blast|blast|NOUN|NN|3|nsubj|event tore|tear|VERB|VBD|0|root through|through|ADP|IN|6|case "
    "a|a|DET|DT|6|det depot|depot|NOUN|NN|3|obl|facility on|on|ADP|IN|8|case "
    "Monday|Monday|PROPN|NNP|3|obl|time ,|,|PUNCT|,|10|punct "
    "killing|kill|VERB|VBG|3|advcl at|at|ADP|IN|13|case least|least|ADJ|JJS|13|nummod 12|12|NUM|CD|14|nummod "
    "guards|guard|NOUN|NNS|10|obj|person ,|,|PUNCT|,|17|punct police|police|NOUN|NNS|17|nsubj "
    "said|say|VERB|VBD|3|parataxis .|.|PUNCT|.|3|punct"
)
DENIED = tree(
    "Velmar|Velmar|PROPN|NNP|2|nsubj denied|deny|VERB|VBD|0|root that|that|SCONJ|IN|6|mark workers|worker|NOUN|NNS|6|nsubj "
    "had|have|AUX|VBD|6|aux removed|remove|VERB|VBN|2|ccomp the|the|DET|DT|8|det pillar|pillar|NOUN|NN|6|obj .|.|PUNCT|.|2|punct"
)
SPLIT = tree(
    "Rebels|rebel|NOUN|NNS|2|nsubj|person entered|enter|VERB|VBD|0|root the|the|DET|DT|4|det town|town|NOUN|NN|2|obj|place "
    "and|and|CCONJ|CC|7|cc were|be|AUX|VBD|7|aux:pass driven|drive|VERB|VBN|2|conj out|out|ADV|RB|7|advmod .|.|PUNCT|.|2|punct"
)
RELATIVE = tree(
    "The|the|DET|DT|2|det mayor|mayor|NOUN|NN|9|nsubj|person ,|,|PUNCT|,|5|punct "
    "who|who|PRON|WP|5|nsubj fled|flee|VERB|VBD|2|acl:relcl "
    "abroad|abroad|ADV|RB|5|advmod ,|,|PUNCT|,|5|punct has|have|AUX|VBZ|9|aux resigned|resign|VERB|VBN|0|root .|.|PUNCT|.|9|punct"
)
LIGHT = tree(
    "Gunmen|gunman|NOUN|NNS|2|nsubj|person carried|carry|VERB|VBD|0|root out|out|ADP|RP|2|compound:prt "
    "an|a|DET|DT|5|det attack|attack|NOUN|NN|2|obj|event on|on|ADP|IN|8|case a|a|DET|DT|8|det "
    "convoy|convoy|NOUN|NN|5|nmod|object "
    "in|in|ADP|IN|10|case Pell|Pell|PROPN|NNP|5|nmod|place .|.|PUNCT|.|2|punct"
)
THERE = tree(
    "There|there|PRON|EX|2|expl were|be|VERB|VBD|0|root no|no|DET|DT|4|det "
    "casualties|casualty|NOUN|NNS|2|nsubj .|.|PUNCT|.|2|punct"
)  # fmt: skip
MANAGED = tree(
    "The|the|DET|DT|2|det crew|crew|NOUN|NN|4|nsubj|person never|never|ADV|RB|4|advmod managed|manage|VERB|VBD|0|root "
    "to|to|PART|TO|6|mark restart|restart|VERB|VB|4|xcomp the|the|DET|DT|8|det engine|engine|NOUN|NN|6|obj|object"
)
NOISE = tree(
    "Photo|photo|NOUN|NN|0|root :|:|PUNCT|:|3|punct Doren|Doren|PROPN|NNP|1|appos",
    "Is|be|AUX|VBZ|3|cop it|it|PRON|PRP|3|nsubj true|true|ADJ|JJ|0|root ?|?|PUNCT|.|3|punct",
    "Read|read|VERB|VB|0|root more|more|ADJ|JJR|1|obj",
    "This|this|PRON|DT|3|nsubj is|be|AUX|VBZ|3|cop terrible|terrible|ADJ|JJ|0|root",
)
ACCUSED = tree(
    "Orsa|Orsa|PROPN|NNP|2|nsubj denied|deny|VERB|VBD|0|root involvement|involvement|NOUN|NN|2|obj|abstract in|in|ADP|IN|6|case "
    "the|the|DET|DT|6|det raid|raid|NOUN|NN|3|nmod|event .|.|PUNCT|.|2|punct"
)


def read(parse: Parse, *attributions: Attribution, mentions: tuple[Mention, ...] = ()) -> tuple[Claim, ...]:
    return claims(report_of(parse), parse, structure(*mentions), (outlet(parse), *attributions), load("en"))


def shown(parse: Parse, found: tuple[Claim, ...]) -> list[tuple[str, str, str]]:
    return [(c.said, c.span.of(parse.text), c.lemma) for c in found]


def roles(parse: Parse, claim: Claim, mentions: tuple[Mention, ...]) -> set[tuple[str, str]]:
    by = {m.id: m.span.of(parse.text) for m in mentions}
    return {(r.name, by[r.mention]) for r in claim.roles}


def test_a_consequence_is_a_claim_of_its_own_with_roles() -> None:
    known = (
        mention(KILLING, "A blast", "event", "blast"), mention(KILLING, "a depot", "facility", "depot"),
        mention(KILLING, "Monday", "date", "Monday", "expression"), mention(KILLING, "at least 12 guards", "person", "guards"),
        mention(KILLING, "at least 12", "quantity", "12", "expression"), mention(KILLING, "police", "organization", "police"),
    )  # fmt: skip
    police = said(KILLING, "police", "said", "A blast tore through a depot on Monday, killing at least 12 guards")
    found = read(KILLING, police, mentions=known)
    assert shown(KILLING, found) == [
        ("police", "A blast tore through a depot on Monday", "tear"), ("police", "killing at least 12 guards", "kill"),
    ]  # fmt: skip
    assert roles(KILLING, found[0], known) == {("agent", "A blast"), ("place", "a depot"), ("time", "Monday")}
    harm = {("agent", "A blast"), ("target", "at least 12 guards"), ("amount", "at least 12")}
    assert roles(KILLING, found[1], known) == harm | {("place", "a depot"), ("time", "Monday")}  # where and when the blast was


def test_what_is_denied_is_claimed_with_negative_polarity() -> None:
    found = read(DENIED, said(DENIED, "Velmar", "denied", "that workers had removed the pillar"))
    assert shown(DENIED, found) == [("Velmar", "workers had removed the pillar", "remove")]
    assert (found[0].commitment.polarity, found[0].commitment.certainty) == ("-", "certain")
    assert found[0].commitment.cues == (span(DENIED, "denied"),)


def test_a_noun_can_be_denied() -> None:
    found = read(ACCUSED, said(ACCUSED, "Orsa", "denied", "involvement in the raid"))
    assert shown(ACCUSED, found) == [("Orsa", "involvement in the raid", "involvement")]
    assert found[0].commitment.polarity == "-"


def test_a_noun_can_be_reported_with_whom_and_how_many() -> None:
    parse = tree(
        "Radio|radio|NOUN|NN|2|nsubj reported|report|VERB|VBD|0|root the|the|DET|DT|4|det "
        "presence|presence|NOUN|NN|2|obj|abstract "
        "of|of|ADP|IN|7|case 40|40|NUM|CD|7|nummod divers|diver|NOUN|NNS|4|nmod|group "
        "at|at|ADP|IN|9|case Pell|Pell|PROPN|NNP|4|nmod"
    )
    known = (
        mention(parse, "40 divers", "group", "divers"), mention(parse, "40", "quantity", "40", "expression"),
        mention(parse, "Pell", "place", "Pell", "name"),
    )  # fmt: skip
    (found,) = read(parse, said(parse, "Radio", "reported", "the presence of 40 divers at Pell"), mentions=known)
    assert (found.said, found.lemma) == ("Radio", "presence")
    assert roles(parse, found, known) == {("agent", "40 divers"), ("amount", "40"), ("place", "Pell")}


def test_what_is_passed_on_and_denied_has_two_sides() -> None:
    parse = tree(
        "Pell|Pell|PROPN|NNP|2|nsubj dismissed|dismiss|VERB|VBD|0|root reports|report|NOUN|NNS|2|obj that|that|SCONJ|IN|7|mark "
        "the|the|DET|DT|6|det mayor|mayor|NOUN|NN|7|nsubj fled|flee|VERB|VBD|3|acl"
    )
    pell = said(parse, "Pell", "dismissed", "reports that the mayor fled")
    reports = said(parse, "reports", "reports", "that the mayor fled", under="Pell")
    sides = {c.said: (c.span.of(parse.text), c.commitment.polarity) for c in read(parse, pell, reports)}
    assert sides == {"reports": ("the mayor fled", "+"), "Pell": ("the mayor fled", "-")}
    assert len({c.id for c in read(parse, pell, reports)}) == 2


def test_who_is_accused_is_the_agent_of_what_they_are_accused_of() -> None:
    parse = tree(
        "Unions|union|NOUN|NNS|2|nsubj accused|accuse|VERB|VBD|0|root Velmar|Velmar|PROPN|NNP|2|obj of|of|SCONJ|IN|5|mark "
        "hiding|hide|VERB|VBG|2|advcl the|the|DET|DT|7|det file|file|NOUN|NN|5|obj"
    )
    known = (mention(parse, "Velmar", "organization", "Velmar", "name"),)
    (found,) = read(parse, said(parse, "Unions", "accused", "Velmar of hiding the file"), mentions=known)
    assert (found.said, found.lemma, [r.name for r in found.roles]) == ("Unions", "hide", ["agent"])


def test_a_cue_without_a_claim_in_its_content_is_read_as_any_verb() -> None:
    parse = tree(
        "Police|police|NOUN|NNS|2|nsubj identified|identify|VERB|VBD|0|root the|the|DET|DT|4|det "
        "driver|driver|NOUN|NN|2|obj|person"
    )
    (found,) = read(parse, said(parse, "Police", "identified", "the driver"))
    assert (found.said, found.span.of(parse.text)) == ("outlet", "Police identified the driver")


def test_a_refusal_to_say_is_a_claim_but_the_question_is_not() -> None:
    parse = tree(
        "Pell|Pell|PROPN|NNP|2|nsubj refused|refuse|VERB|VBD|0|root to|to|PART|TO|4|mark say|say|VERB|VB|2|xcomp "
        "how|how|ADV|WRB|6|advmod many|many|ADJ|JJ|7|amod guards|guard|NOUN|NNS|8|nsubj fell|fall|VERB|VBD|4|ccomp"
    )
    (found,) = read(parse, said(parse, "Pell", "refused to say", "how many guards fell"))
    assert (found.said, found.lemma, found.commitment.polarity) == ("outlet", "say", "-")


def test_an_inverted_condition_is_no_claim() -> None:
    parse = tree(
        "Had|have|AUX|VBD|4|aux the|the|DET|DT|3|det alarm|alarm|NOUN|NN|4|nsubj "
        "sounded|sound|VERB|VBN|9|advcl ,|,|PUNCT|,|4|punct "
        "crews|crew|NOUN|NNS|9|nsubj would|would|AUX|MD|9|aux have|have|AUX|VB|9|aux escaped|escape|VERB|VBN|0|root"
    )
    assert [(c.lemma, c.commitment.polarity) for c in read(parse)] == [("escape", "-")]


def test_what_takes_place_is_the_event_with_its_hedge() -> None:
    parse = tree(
        "The|the|DET|DT|3|det alleged|alleged|ADJ|JJ|3|amod raid|raid|NOUN|NN|4|nsubj|event occurred|occur|VERB|VBD|0|root "
        "in|in|ADP|IN|6|case May|May|PROPN|NNP|4|obl|time"
    )
    (found,) = read(parse, mentions=(mention(parse, "May", "date", "May", "expression"),))
    assert (found.lemma, found.commitment.certainty, [r.name for r in found.roles]) == ("raid", "possible", ["time"])


def test_a_headline_may_announce() -> None:
    parse = tree(
        "Port|port|NOUN|NN|0|root to|to|PART|TO|3|mark close|close|VERB|VB|1|acl old|old|ADJ|JJ|5|amod lock|lock|NOUN|NN|3|obj"
    )
    (found,) = read(parse, mentions=(mention(parse, "Port", "organization", "Port"),))
    assert (found.lemma, found.commitment.certainty) == ("close", "probable")


def test_without_an_attribution_the_verb_of_saying_is_itself_a_claim() -> None:
    assert [c.lemma for c in read(DENIED)] == ["deny", "remove"]


def test_coordinated_verbs_share_their_subject() -> None:
    known = (mention(SPLIT, "Rebels", "person", "Rebels"), mention(SPLIT, "the town", "place", "town"))
    found = read(SPLIT, mentions=known)
    assert shown(SPLIT, found) == [("outlet", "Rebels entered the town", "enter"), ("outlet", "were driven out", "drive")]
    assert roles(SPLIT, found[0], known) == {("agent", "Rebels"), ("target", "the town")}
    assert roles(SPLIT, found[1], known) == {("target", "Rebels")}


def test_an_aside_is_split_off_and_its_pronoun_resolved() -> None:
    known = (mention(RELATIVE, "The mayor, who fled abroad,", "person", "mayor"),)
    found = read(RELATIVE, mentions=known)
    assert [c.lemma for c in found] == ["resign", "flee"]
    assert all(roles(RELATIVE, c, known) == {("agent", known[0].span.of(RELATIVE.text))} for c in found)


def test_a_light_verb_gives_way_to_its_event() -> None:
    known = (
        mention(LIGHT, "Gunmen", "person", "Gunmen"), mention(LIGHT, "a convoy", "group", "convoy"),
        mention(LIGHT, "Pell", "place", "Pell", "name"), mention(LIGHT, "an attack on a convoy", "event", "attack"),
    )  # fmt: skip
    (found,) = read(LIGHT, mentions=known)
    assert (found.lemma, found.head) == ("attack", span(LIGHT, "attack"))
    assert roles(LIGHT, found, known) == {("agent", "Gunmen"), ("target", "a convoy"), ("place", "Pell")}


def test_there_is_points_to_what_there_is() -> None:
    (found,) = read(THERE)
    assert (found.lemma, found.commitment.polarity) == ("casualty", "-")


def test_an_implicative_gives_way_to_what_it_settles() -> None:
    (found,) = read(MANAGED, mentions=(mention(MANAGED, "The crew", "person", "crew"),))
    assert (found.lemma, found.commitment.polarity, found.span.of(MANAGED.text)) == ("restart", "-", MANAGED.text)
    assert [r.name for r in found.roles] == ["agent"]


def test_labels_questions_commands_and_judgements_are_no_claims() -> None:
    assert read(NOISE) == ()


def test_by_lines_and_credits_are_silent() -> None:
    report = Report("r", THERE.text, (Block("credit", Span(0, len(THERE.text))),))
    assert claims(report, THERE, structure(), (outlet(THERE),), load("en")) == ()


def test_an_attribution_in_the_middle_is_taken_in_where_the_subject_stands_before_it() -> None:
    parse = tree(
        "The|the|DET|DT|2|det bridge|bridge|NOUN|NN|7|nsubj|facility ,|,|PUNCT|,|5|punct "
        "he|he|PRON|PRP|5|nsubj said|say|VERB|VBD|7|parataxis "
        ",|,|PUNCT|,|5|punct fell|fall|VERB|VBD|0|root on|on|ADP|IN|9|case Monday|Monday|PROPN|NNP|7|obl"
    )
    found = read(parse, said(parse, "he", "said", "The bridge", "fell on Monday"))
    assert shown(parse, found) == [("he", "The bridge, he said, fell on Monday", "fall")]


def test_an_attribution_in_the_middle_leaves_the_side_with_the_head() -> None:
    parse = tree(
        "Velmar|Velmar|PROPN|NNP|2|nsubj fled|flee|VERB|VBD|0|root ,|,|PUNCT|,|5|punct they|they|PRON|PRP|5|nsubj "
        "said|say|VERB|VBD|2|parataxis ,|,|PUNCT|,|5|punct on|on|ADP|IN|8|case Monday|Monday|PROPN|NNP|2|obl"
    )
    assert shown(parse, read(parse, said(parse, "they", "said", "Velmar fled", "on Monday"))) == [("they", "Velmar fled", "flee")]


def test_an_empty_report_has_no_claims() -> None:
    parse = tree()
    assert claims(Report("r", ""), parse, structure(), (), load("en")) == ()


def test_ids_are_the_same_every_time() -> None:
    assert [c.id for c in read(SPLIT)] == [c.id for c in read(SPLIT)]


def test_a_huge_coordination_is_read_in_time() -> None:
    cells = [f"ran|run|VERB|VBD|{1 if i else 0}|{'conj' if i else 'root'}" for i in range(20_000)]
    assert read(tree(" ".join(cells))) == ()


def test_many_short_sentences_are_read_in_time() -> None:
    parse = tree(*(["Pumps|pump|NOUN|NNS|2|nsubj failed|fail|VERB|VBD|0|root"] * 5_000))
    assert len(read(parse)) == 5_000


def test_a_claim_begins_with_a_subject_that_stands_before_its_cue() -> None:
    parse = tree(
        "Three|three|NUM|CD|2|nummod divers|diver|NOUN|NNS|4|nsubj:pass are|be|AUX|VBP|4|aux:pass "
        "believed|believe|VERB|VBN|0|root "
        "to|to|PART|TO|7|mark be|be|AUX|VB|7|aux hiding|hide|VERB|VBG|4|xcomp in|in|ADP|IN|9|case Pell|Pell|PROPN|NNP|7|obl"
    )
    (found,) = read(parse, said(parse, "somebody", "believed", "to be hiding in Pell"))
    assert found.span.of(parse.text) == "Three divers are believed to be hiding in Pell"


def test_who_refuses_to_say_has_said_nothing() -> None:
    parse = tree(
        "Velmar|Velmar|PROPN|NNP|2|nsubj declined|decline|VERB|VBD|0|root to|to|PART|TO|4|mark "
        "confirm|confirm|VERB|VB|2|xcomp the|the|DET|DT|6|det figure|figure|NOUN|NN|4|obj"
    )
    (found,) = read(parse, said(parse, "Velmar", "declined", "to confirm the figure"))
    assert (found.said, found.span.of(parse.text)) == ("outlet", "Velmar declined to confirm the figure")
    assert found.commitment.polarity == "-"


def test_what_a_noun_of_saying_holds_stays_in_the_span() -> None:
    parse = tree(
        "Photos|photo|NOUN|NNS|2|nsubj challenge|challenge|VERB|VBP|0|root the|the|DET|DT|4|det claims|claim|NOUN|NNS|2|obj "
        "of|of|ADP|IN|7|case the|the|DET|DT|7|det port|port|NOUN|NN|4|nmod"
    )
    found = read(parse, said(parse, "the port", "claims", "of the port"))
    assert [c.span.of(parse.text) for c in found] == ["Photos challenge the claims of the port"]


def test_a_time_counted_from_an_event_keeps_the_event() -> None:
    parse = tree(
        "Fire|fire|NOUN|NN|2|nsubj came|come|VERB|VBD|0|root hours|hour|NOUN|NNS|2|obl|time after|after|SCONJ|IN|6|mark "
        "Pell|Pell|PROPN|NNP|6|nsubj fell|fall|VERB|VBD|2|advcl"
    )
    assert [c.span.of(parse.text) for c in read(parse)] == ["Fire came hours after Pell fell", "Pell fell"]


def test_two_sentences_in_one_tree_are_two_spans() -> None:
    parse = tree(
        "Mills|mill|NOUN|NNS|2|nsubj burn|burn|VERB|VBP|0|root .|.|PUNCT|.|2|punct Ships|ship|NOUN|NNS|5|nsubj "
        "sink|sink|VERB|VBP|2|ccomp .|.|PUNCT|.|2|punct"
    )
    assert [c.span.of(parse.text) for c in read(parse)] == ["Mills burn", "Ships sink"]


def test_which_stands_for_no_person() -> None:
    parse = tree(
        "Tents|tent|NOUN|NNS|0|root|object of|of|ADP|IN|3|case divers|diver|NOUN|NNS|1|nmod|person ,|,|PUNCT|,|6|punct "
        "which|which|PRON|WDT|6|nsubj collapsed|collapse|VERB|VBD|3|acl:relcl in|in|ADP|IN|8|case Pell|Pell|PROPN|NNP|6|obl"
    )
    known = (mention(parse, "Tents of divers", "object", "Tents"), mention(parse, "divers", "person", "divers"))
    (found,) = [c for c in read(parse, mentions=known) if c.lemma == "collapse"]
    assert roles(parse, found, known) == {("agent", "Tents of divers")}


def test_the_number_of_a_noun_counts_its_own_clause_alone() -> None:
    parse = tree(
        "12|12|NUM|CD|2|nummod guards|guard|NOUN|NNS|9|nsubj|person ,|,|PUNCT|,|4|punct led|lead|VERB|VBN|2|acl "
        "by|by|ADP|IN|7|case "
        "a|a|DET|DT|7|det sergeant|sergeant|NOUN|NN|4|obl:agent|person ,|,|PUNCT|,|4|punct fled|flee|VERB|VBD|0|root"
    )
    known = (
        mention(parse, "12 guards", "person", "guards"), mention(parse, "12", "quantity", "12", "expression"),
        mention(parse, "a sergeant", "person", "sergeant"),
    )  # fmt: skip
    fled, led = sorted(read(parse, mentions=known), key=lambda c: c.lemma)
    assert roles(parse, fled, known) == {("agent", "12 guards"), ("amount", "12")}
    assert roles(parse, led, known) == {("target", "12 guards"), ("agent", "a sergeant")}


def test_who_is_blamed_for_an_attack_is_its_agent_and_what_is_attacked_its_target() -> None:
    parse = tree(
        "Pell|Pell|PROPN|NNP|2|nsubj blames|blame|VERB|VBZ|0|root rebels|rebel|NOUN|NNS|2|obj|person for|for|ADP|IN|5|case "
        "attack|attack|NOUN|NN|2|obl|event on|on|ADP|IN|8|case a|a|DET|DT|8|det depot|depot|NOUN|NN|5|nmod|facility"
    )
    known = (mention(parse, "rebels", "person", "rebels"), mention(parse, "a depot", "facility", "depot"))
    (found,) = read(parse, said(parse, "Pell", "blames", "for attack on a depot"), mentions=known)
    assert found.span.of(parse.text) == "attack on a depot"
    assert roles(parse, found, known) == {("agent", "rebels"), ("target", "a depot")}


def test_a_noun_alone_is_no_claim() -> None:
    parse = tree(
        "Pell|Pell|PROPN|NNP|2|nsubj condemned|condemn|VERB|VBD|0|root the|the|DET|DT|4|det raid|raid|NOUN|NN|2|obj|event"
    )
    assert [c.said for c in read(parse, said(parse, "Pell", "condemned", "the raid"))] == ["outlet"]


def test_that_somebody_speaks_is_no_claim_but_a_denial_is() -> None:
    wrote = tree(
        "The|the|DET|DT|2|det paper|paper|NOUN|NN|3|nsubj wrote|write|VERB|VBD|0|root in|in|ADP|IN|5|case "
        "May|May|PROPN|NNP|3|obl|time"
    )
    assert read(wrote, said(wrote, "paper", "wrote", "in May")) == ()
    denied = tree("The|the|DET|DT|2|det port|port|NOUN|NN|3|nsubj denied|deny|VERB|VBD|0|root this|this|PRON|DT|3|obj")
    assert [c.lemma for c in read(denied, said(denied, "port", "denied", "this"))] == ["deny"]


def test_courtesies_credits_and_wishes_to_stay_unnamed_are_silent() -> None:
    parse = tree(
        "Our|our|PRON|PRP$|2|nmod:poss thoughts|thought|NOUN|NNS|5|nsubj are|be|AUX|VBP|5|cop with|with|ADP|IN|5|case "
        "Orsa|Orsa|PROPN|NNP|0|root",
        "Edited|edit|VERB|VBN|0|root by|by|ADP|IN|3|case Doren|Doren|PROPN|NNP|1|obl",
        "He|he|PRON|PRP|2|nsubj asked|ask|VERB|VBD|0|root not|not|PART|RB|6|advmod to|to|PART|TO|6|mark "
        "be|be|AUX|VB|6|aux:pass named|name|VERB|VBN|2|xcomp",
        "This|this|PRON|DT|5|nsubj was|be|AUX|VBD|5|cop a|a|DET|DT|5|det cruel|cruel|ADJ|JJ|5|amod act|act|NOUN|NN|0|root",
    )
    assert read(parse, said(parse, "he", "asked", "not to be named")) == ()


def test_why_a_source_is_not_named_is_no_claim() -> None:
    parse = tree(
        "The|the|DET|DT|2|det clerk|clerk|NOUN|NN|3|nsubj said|say|VERB|VBD|0|root the|the|DET|DT|5|det "
        "dam|dam|NOUN|NN|6|nsubj fell|fall|VERB|VBD|3|ccomp",
        "He|he|PRON|PRP|2|nsubj feared|fear|VERB|VBD|0|root reprisals|reprisal|NOUN|NNS|2|obj",
    )
    one = said(parse, "The clerk", "said", "the dam fell")
    at = parse.text.index("He feared")
    hidden = replace(one, source=replace(one.source, anonymity=Span(at, at + len("He feared reprisals"))))
    assert [c.lemma for c in read(parse, one)] == ["fall", "fear"]
    assert [c.lemma for c in read(parse, hidden)] == ["fall"]


def test_who_is_denied_a_thing_denies_nothing() -> None:
    parse = tree(
        "Divers|diver|NOUN|NNS|3|nsubj:pass were|be|AUX|VBD|3|aux:pass denied|deny|VERB|VBN|0|root "
        "visas|visa|NOUN|NNS|3|obj|object"
    )
    (found,) = read(parse, said(parse, "somebody", "denied", "visas"))
    assert (found.said, found.span.of(parse.text), found.commitment.polarity) == ("outlet", "Divers were denied visas", "+")


def test_of_two_cues_in_one_another_the_inner_is_read_as_a_verb() -> None:
    parse = tree(
        "Pell|Pell|PROPN|NNP|2|nsubj said|say|VERB|VBD|0|root it|it|PRON|PRP|5|nsubj could|could|AUX|MD|5|aux "
        "confirm|confirm|VERB|VB|2|ccomp the|the|DET|DT|7|det figures|figure|NOUN|NNS|5|obj"
    )
    outer = said(parse, "Pell", "said", "it could confirm the figures")
    inner = said(parse, "it", "confirm", "the figures", under="Pell")
    assert [(c.said, c.lemma) for c in read(parse, outer, inner)] == [("Pell", "confirm")]


def test_what_a_source_thinks_is_told_once() -> None:
    parse = tree(
        "Pell|Pell|PROPN|NNP|2|nsubj said|say|VERB|VBD|0|root it|it|PRON|PRP|4|nsubj believed|believe|VERB|VBD|2|ccomp "
        "Orsa|Orsa|PROPN|NNP|6|nsubj won|win|VERB|VBD|4|ccomp the|the|DET|DT|8|det cup|cup|NOUN|NN|6|obj"
    )
    (found,) = read(parse, said(parse, "Pell", "said", "it believed Orsa won the cup"))
    assert (found.span.of(parse.text), found.commitment.certainty) == ("Orsa won the cup", "probable")


def test_a_participle_with_a_subject_and_no_helper_is_passive() -> None:
    parse = tree(
        "Twelve|twelve|NUM|CD|3|nsubj:pass were|be|AUX|VBD|3|aux:pass killed|kill|VERB|VBN|0|root and|and|CCONJ|CC|7|cc "
        "20|20|NUM|CD|6|nummod guards|guard|NOUN|NNS|7|nsubj|person injured|injure|VERB|VBN|3|conj"
    )
    known = (mention(parse, "20 guards", "person", "guards"),)
    (found,) = [c for c in read(parse, mentions=known) if c.lemma == "injure"]
    assert roles(parse, found, known) == {("target", "20 guards")}


def test_how_long_after_is_no_time_of_what_came_before() -> None:
    parse = tree(
        "Orsa|Orsa|PROPN|NNP|2|nsubj closed|close|VERB|VBD|0|root nine|nine|NUM|CD|4|nummod days|day|NOUN|NNS|7|obl|time "
        "after|after|SCONJ|IN|7|mark Pell|Pell|PROPN|NNP|7|nsubj fell|fall|VERB|VBD|2|advcl"
    )
    known = (mention(parse, "nine days", "date", "days", "expression"), mention(parse, "Pell", "place", "Pell", "name"))
    fell = next(c for c in read(parse, mentions=known) if c.lemma == "fall")
    assert fell.span.of(parse.text) == "Pell fell" and roles(parse, fell, known) == {("agent", "Pell")}


def test_neither_confirming_nor_denying_and_speaking_unnamed_say_nothing() -> None:
    parse = tree(
        "She|she|PRON|PRP|3|nsubj never|never|ADV|RB|3|advmod denied|deny|VERB|VBD|0|root it|it|PRON|PRP|3|obj",
        "Both|both|PRON|DT|2|nsubj spoke|speak|VERB|VBD|0|root on|on|ADP|IN|4|case condition|condition|NOUN|NN|2|obl "
        "of|of|ADP|IN|6|case anonymity|anonymity|NOUN|NN|4|nmod",
    )
    assert read(parse) == ()


def test_a_verb_alone_keeps_the_clause_that_completes_it() -> None:
    parse = tree(
        "News|news|NOUN|NN|2|nsubj came|come|VERB|VBD|0|root as|as|SCONJ|IN|5|mark Pell|Pell|PROPN|NNP|5|nsubj "
        "fell|fall|VERB|VBD|2|advcl to|to|ADP|IN|7|case rebels|rebel|NOUN|NNS|5|obl"
    )
    assert [c.span.of(parse.text) for c in read(parse)] == ["News came as Pell fell to rebels", "Pell fell to rebels"]


def test_a_participle_beside_a_quotation_is_about_who_speaks() -> None:
    parse = tree(
        "We|we|PRON|PRP|2|nsubj fled|flee|VERB|VBD|0|root ,|,|PUNCT|,|2|punct Doren|Doren|PROPN|NNP|5|nsubj|person "
        "said|say|VERB|VBD|2|parataxis ,|,|PUNCT|,|7|punct naming|name|VERB|VBG|2|advcl two|two|NUM|CD|9|nummod "
        "guards|guard|NOUN|NNS|7|obj|person .|.|PUNCT|.|2|punct"
    )
    known = (mention(parse, "We", "group", "We", "pronoun"), mention(parse, "Doren", "person", "Doren", "name"))
    found = read(parse, said(parse, "doren", "said", "We fled"), mentions=known)
    (naming,) = (c for c in found if c.lemma == "name")
    assert (naming.said, roles(parse, naming, known)) == ("outlet", {("agent", "Doren")})

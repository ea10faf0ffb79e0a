"""Polarity and certainty, read off trees made by hand."""

from __future__ import annotations

import pytest

from sayso.claim import commitment_at
from sayso.lang import load

from .trees import at, span, tree

DENIED = tree(
    "Velmar|Velmar|PROPN|NNP|2|nsubj denied|deny|VERB|VBD|0|root that|that|SCONJ|IN|6|mark workers|worker|NOUN|NNS|6|nsubj "
    "had|have|AUX|VBD|6|aux removed|remove|VERB|VBN|2|ccomp the|the|DET|DT|8|det pillar|pillar|NOUN|NN|6|obj .|.|PUNCT|.|2|punct"
)
FAILED = tree(
    "Crews|crew|NOUN|NNS|4|nsubj may|may|AUX|MD|4|aux have|have|AUX|VB|4|aux failed|fail|VERB|VBN|0|root "
    "to|to|PART|TO|6|mark close|close|VERB|VB|4|xcomp the|the|DET|DT|8|det lock|lock|NOUN|NN|6|obj"
)
KNEW = tree(
    "Nobody|nobody|PRON|NN|2|nsubj knew|know|VERB|VBD|0|root that|that|SCONJ|IN|6|mark the|the|DET|DT|5|det "
    "gate|gate|NOUN|NN|6|nsubj leaked|leak|VERB|VBD|2|ccomp"
)
PLAN = tree(
    "The|the|DET|DT|2|det port|port|NOUN|NN|3|nsubj plans|plan|VERB|VBZ|0|root to|to|PART|TO|5|mark "
    "dredge|dredge|VERB|VB|3|xcomp "
    "if|if|SCONJ|IN|9|mark the|the|DET|DT|8|det council|council|NOUN|NN|9|nsubj agrees|agree|VERB|VBZ|3|advcl"
)
COORDINATED = tree(
    "Rain|rain|NOUN|NN|4|nsubj did|do|AUX|VBD|4|aux not|not|PART|RB|4|advmod flood|flood|VERB|VB|0|root or|or|CCONJ|CC|6|cc "
    "close|close|VERB|VB|4|conj the|the|DET|DT|8|det yard|yard|NOUN|NN|6|obj"
)
ASKED = tree(
    "Did|do|AUX|VBD|4|aux the|the|DET|DT|3|det dam|dam|NOUN|NN|4|nsubj burst|burst|VERB|VB|0|root ?|?|PUNCT|.|4|punct"
)  # fmt: skip
KEPT = tree(
    "Fog|fog|NOUN|NN|2|nsubj prevented|prevent|VERB|VBD|0|root boats|boat|NOUN|NNS|2|obj from|from|SCONJ|IN|5|mark "
    "landing|land|VERB|VBG|2|advcl"
)
NO_DEAL = tree(
    "No|no|DET|DT|2|det deal|deal|NOUN|NN|5|nsubj:pass was|be|AUX|VBD|5|aux:pass reportedly|reportedly|ADV|RB|5|advmod "
    "signed|sign|VERB|VBN|0|root"
)
NOT_ONLY = tree(
    "They|they|PRON|PRP|4|nsubj not|not|PART|RB|3|advmod only|only|ADV|RB|4|advmod cut|cut|VERB|VBD|0|root "
    "the|the|DET|DT|6|det rope|rope|NOUN|NN|4|obj"
)
ABLE = tree(
    "She|she|PRON|PRP|3|nsubj was|be|AUX|VBD|3|cop able|able|ADJ|JJ|0|root to|to|PART|TO|5|mark swim|swim|VERB|VB|3|xcomp"
)
WITHOUT = tree(
    "He|he|PRON|PRP|2|nsubj left|leave|VERB|VBD|0|root without|without|SCONJ|IN|4|mark paying|pay|VERB|VBG|2|advcl"
)  # fmt: skip
AFTER = tree(
    "It|it|PRON|PRP|4|nsubj may|may|AUX|MD|4|aux have|have|AUX|VB|4|aux sunk|sink|VERB|VBN|0|root after|after|SCONJ|IN|7|mark "
    "it|it|PRON|PRP|7|nsubj struck|strike|VERB|VBD|4|advcl rocks|rock|NOUN|NNS|7|obj"
)
SURE = tree(
    "I|I|PRON|PRP|2|nsubj have|have|VERB|VBP|0|root no|no|DET|DT|4|det doubt|doubt|NOUN|NN|2|obj that|that|SCONJ|IN|7|mark "
    "Pell|Pell|PROPN|NNP|7|nsubj won|win|VERB|VBD|2|ccomp"
)
NOT_ONE = tree(
    "Not|not|PART|RB|3|advmod a|a|DET|DT|3|det penny|penny|NOUN|NN|4|nsubj arrived|arrive|VERB|VBD|0|root"
)  # fmt: skip
RUMOURS = tree(
    "Rumours|rumour|NOUN|NNS|2|nsubj spread|spread|VERB|VBD|0|root that|that|SCONJ|IN|6|mark he|he|PRON|PRP|6|nsubj "
    "was|be|AUX|VBD|6|cop ill|ill|ADJ|JJ|2|ccomp"
)


@pytest.mark.parametrize(
    ("parse", "word", "polarity", "certainty", "cues"),
    [
        (DENIED, "denied", "+", "certain", ()),
        (DENIED, "removed", "-", "certain", ("denied",)),
        (FAILED, "failed", "+", "possible", ("may",)),
        (FAILED, "close", "-", "possible", ("may", "failed")),
        (KNEW, "knew", "-", "certain", ("Nobody",)),
        (KNEW, "leaked", "+", "certain", None),
        (PLAN, "dredge", "+", "possible", ("plans", "if")),
        (PLAN, "agrees", "?", "unstated", None),
        (COORDINATED, "flood", "-", "certain", ("not",)),
        (COORDINATED, "close", "-", "certain", ("not",)),
        (ASKED, "burst", "?", "unstated", ("?",)),
        (KEPT, "landing", "-", "certain", ("prevented",)),
        (NO_DEAL, "signed", "-", "probable", ("No", "reportedly")),
        (NOT_ONLY, "cut", "+", "certain", ()),
        (ABLE, "swim", "+", "certain", None),
        (WITHOUT, "paying", "-", "certain", ("without",)),
        (AFTER, "sunk", "+", "possible", ("may",)),
        (AFTER, "struck", "+", "certain", ()),
        (SURE, "won", "+", "certain", ()),
        (NOT_ONE, "arrived", "-", "certain", ("Not",)),
        (RUMOURS, "ill", "+", "possible", ("Rumours",)),
    ],
)  # fmt: skip
def test_commitment(parse, word, polarity, certainty, cues) -> None:  # type: ignore[no-untyped-def]
    made = commitment_at(parse, at(parse, word), load("en"))
    assert (made.polarity, made.certainty) == (polarity, certainty)
    if cues is not None:
        assert made.cues == tuple(span(parse, c) for c in cues)


def test_of_the_source_leaves_out_what_the_report_makes_of_it() -> None:
    parse = tree(
        "Officials|official|NOUN|NNS|3|nsubj reportedly|reportedly|ADV|RB|3|advmod said|say|VERB|VBD|0|root "
        "the|the|DET|DT|5|det ferry|ferry|NOUN|NN|6|nsubj sank|sink|VERB|VBD|3|ccomp"
    )
    pack = load("en")
    assert commitment_at(parse, at(parse, "sank"), pack).certainty == "probable"
    assert commitment_at(parse, at(parse, "sank"), pack, top=at(parse, "said")).certainty == "certain"


def test_a_tree_of_endless_depth_is_read_in_time() -> None:
    words = " ".join(f"said|say|VERB|VBD|{i}|{'ccomp' if i else 'root'}" for i in range(3000))
    parse = tree(words)
    for i in range(0, 3000, 10):
        commitment_at(parse, i, load("en"))

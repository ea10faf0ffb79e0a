"""The words and turns by which news says that something is so, may be so or is not so, read by the shipped parser."""

from __future__ import annotations

import functools

import pytest

from sayso.claim import commitment_at
from sayso.lang import load
from sayso.parse import Parser
from sayso.records import Block, Parse, Report, Span

CASES = [
    # negation
    ("The council did not *close* the library in March.", "-certain", "not"),
    ("The library wasn't *closed* in March.", "-certain", "n't"),
    ("No library was *closed* in March.", "-certain", "No"),
    ("The guards never *entered* the warehouse.", "-certain", "never"),
    ("Never before has the river *flooded* the valley.", "-certain", "Never"),
    ("The firm no longer *makes* engines.", "-certain", "no"),
    ("Neither Dorel nor Hasket *signed* the contract.", "-certain", "Neither"),
    ("The trucks left Marn without *crossing* the border.", "-certain", "without"),
    ("The company failed to *repair* the bridge.", "-certain", "failed"),
    ("The company refused to *pay* the workers.", "-certain", "refused"),
    ("The mayor denied *closing* the library.", "-certain", "denied"),
    ("The firm was unable to *repair* the bridge.", "-certain", "unable"),
    ("The crew forgot to *close* the valve.", "-certain", "forgot"),
    # double negation
    ("The council did not fail to *close* the library.", "+certain", "not fail"),
    ("It is not impossible that the army *shelled* the village.", "+possible", "not impossible"),
    ("There is no doubt that the army *shelled* the village.", "+certain", ""),
    ("The ministry has little doubt that the army *shelled* the village.", "+probable", None),
    ("The minister has no doubt that the army *shelled* the village.", "+certain", ""),
    ("The army not only *shelled* the village but burned the mill.", "+certain", ""),
    # almost, not yet, no more
    ("The tanker almost *hit* the bridge.", "-probable", "almost"),
    ("The army has yet to *leave* the village.", "-certain", "yet"),
    ("The army is yet to *leave* the village.", "-certain", "yet"),
    ("The factory stopped *making* engines in May.", "-certain", "stopped"),
    ("The army ceased *shelling* the village.", "-certain", "ceased"),
    # modality
    ("The army may have *shelled* the village.", "+possible", "may"),
    ("The strike might *close* the port.", "+possible", "might"),
    ("The strike could *close* the port.", "+possible", "could"),
    ("The mine must *close* by June.", "+probable", "must"),
    ("The owners should *repair* the roof.", "?unstated", "should"),
    ("Trucks cannot *enter* the harbour.", "-certain", "can not"),
    ("Police have been able to *close* the road.", "+certain", ""),
    ("They have had to *close* the road.", "+certain", ""),
    # future
    ("The port will *reopen* on Friday.", "+probable", "will"),
    ("The bridge is about to *collapse*.", "+probable", "about"),
    ("The plane was due to *arrive* on Monday.", "+probable", "due"),
    ("The train was supposed to *arrive* on Monday.", "?unstated", "supposed"),
    # conditions and what did not come about
    ("If the river rises, the bridge will *close*.", "+possible", "If will"),
    ("If the river *rises*, the bridge will close.", "?unstated", "If"),
    ("Unless the rain stops, the dam will *overflow*.", "+probable", "Unless will"),
    ("Had the alarm sounded, the crew would have *left* the ship.", "-probable", "would"),
    ("If the alarm had sounded, the crew would have *left* the ship.", "-probable", "would"),
    ("The storm would have *flooded* the valley.", "?unstated", "would"),
    # questions and commands
    ("Did the army *shell* the village?", "?unstated", "?"),
    ('"Did the army *shell* the village?" the mayor asked.', "?unstated", "? asked"),
    ('Critics *gathered* in Marn, one of them shouting, "How can people stay silent?"', "+certain", ""),
    ("Nobody knows whether the army *shelled* the village.", "?unstated", "whether"),
    ("*Close* the gates before nightfall.", "?unstated", "Close"),
    # raising
    ("The army seems to have *left* the village.", "+probable", "seems"),
    ("The army is likely to *leave* the village.", "+probable", "likely"),
    ("The army is expected to *leave* the village.", "+probable", "expected"),
    ("It is unlikely that the army *shelled* the village.", "-probable", "unlikely"),
    # implicatives and wishes
    ("The crew managed to *close* the valve.", "+certain", ""),
    ("The gunmen forced the driver to *stop* the bus.", "+certain", ""),
    ("The workers threatened to *close* the mine.", "+possible", "threatened"),
    ("The union wants the firm to *raise* wages.", "?unstated", "wants"),
    # hedges
    ("The dam reportedly *collapsed* on Monday.", "+probable", "reportedly"),
    ("The alleged *attack* was filmed by a neighbour.", "+possible", "alleged"),
    # coordination
    ("The court may fine the company and *close* its plant.", "+possible", "may"),
    ("The company did not pay the workers or *repair* the roof.", "-certain", "not"),
    ("The pump was either not running or *running* slowly.", "+certain", ""),
    ("The company did not pay the workers but *repaired* the roof.", "+certain", ""),
    # presupposition and asides
    ("Nobody knew that the gate had *leaked*.", "+certain", None),
    ("The man who *fled* may return.", "+certain", ""),
    ("The tanker may have sunk after it *struck* rocks.", "+certain", ""),
    ("The ministry would welcome the law, which *bans* the nets.", "+certain", ""),
    # saying and judging
    ("The minister falsely claimed that the bridge had *collapsed*.", "-certain", "falsely"),
    ("The minister did not rule out that the bridge had *collapsed*.", "+possible", None),
]  # fmt: skip


@functools.cache
def parses() -> tuple[Parse, ...]:
    texts = [text.replace("*", "") for text, _, _ in CASES]
    reports = [Report(str(i), t, (Block("paragraph", Span(0, len(t))),), language="en") for i, t in enumerate(texts)]
    return tuple(Parser(load("en").folder, 1).parse(reports))


@pytest.mark.parametrize("case", range(len(CASES)), ids=[text for text, _, _ in CASES])
def test_commitment(case: int) -> None:
    text, expected, cues = CASES[case]
    parse = parses()[case]
    word = next(i for i, s in enumerate(parse.words) if s.start == text.index("*"))
    made = commitment_at(parse, word, load("en"))
    assert made.polarity + made.certainty == expected
    if cues is not None:
        assert " ".join(s.of(parse.text) for s in made.cues) == cues

"""Readings made by hand, for tests of what comes after reading: an invented bridge, four invented outlets.

``Draft`` builds a reading by naming phrases of its text; ``bridge()`` gives a story of four reports and a stranger.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.records import (
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Commitment,
    Dateline,
    Entity,
    Form,
    Grounding,
    Interval,
    Mention,
    MentionKind,
    Place,
    Polarity,
    Problem,
    Quantity,
    Reading,
    Report,
    Role,
    Source,
    SourceKind,
    Span,
    Value,
    Voice,
    digest,
)  # fmt: skip


@dataclass
class Draft:
    """A reading in the making. Phrases are found in the text; ``nth`` counts from 0."""

    id: str
    text: str
    publisher: str | None = None
    published: str | None = None
    datelines: tuple[Dateline, ...] = ()
    mentions: dict[str, Mention] = field(default_factory=dict)
    entities: list[Entity] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    groundings: list[Grounding] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        whole = (Span(0, len(self.text)),)
        source = Source("outlet", None, self.publisher or "the outlet")
        self.outlet = digest("a", self.id, "outlet")
        self.attributions.append(Attribution(self.outlet, source, None, whole, "outlet", None))

    def at(self, phrase: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(phrase, start + 1)
        return Span(start, start + len(phrase))

    def mention(self, phrase: str, kind: MentionKind, form: Form = "nominal", nth: int = 0) -> str:
        """The id of a mention, made on first need. Its head is the last word."""
        span = self.at(phrase, nth)
        one = Mention(digest("m", self.id, *span), span, kind, form, Span(span.end - len(phrase.split()[-1]), span.end))
        return self.mentions.setdefault(one.id, one).id

    def entity(self, kind: MentionKind, *phrases: str) -> str:
        """One entity named by the first phrase, the others its aliases."""
        ids = tuple(self.mention(p, kind, "name") for p in phrases)
        one = Entity(digest("e", self.id, phrases[0]), kind, phrases[0], phrases[1:], ids)
        self.entities.append(one)
        return one.id

    def said(
        self, content: str, source: str | None, kind: SourceKind, cue: str | None = None, *, under: str | None = None,
        voice: Voice = "indirect", entity: str | None = None,
    ) -> str:  # fmt: skip
        span = self.at(source) if source else None
        whose = Source(kind, span, source or "", entity)
        id = digest("a", self.id, content, source)
        place = self.at(cue) if cue else None
        self.attributions.append(Attribution(id, whose, place, (self.at(content),), voice, under or self.outlet))
        return id

    def claim(
        self, said: str, text: str, head: str, lemma: str, roles: tuple[tuple[str, str], ...] = (),
        polarity: Polarity = "+", certainty: Certainty = "certain", cues: tuple[str, ...] = (),
    ) -> str:  # fmt: skip
        span = self.at(text)
        start = self.text.index(head, span.start)
        commitment = Commitment(polarity, certainty, tuple(self.at(c) for c in cues))
        id = digest("c", self.id, *span, said)
        made = tuple(Role(name, mention) for name, mention in roles)
        self.claims.append(Claim(id, said, span, Span(start, start + len(head)), lemma, made, commitment))
        return id

    def ground(self, mention: str, value: Value, *why: str) -> str:
        self.groundings.append(Grounding(mention, value, None, why))
        return mention

    def number(self, phrase: str, low: float | None, high: float | None, of: str, *, approximate: bool = False) -> str:
        mention = self.mention(phrase, "quantity", "expression")
        return self.ground(mention, Quantity(low, high, None, of, approximate, phrase), f"{phrase!r} as printed")

    def day(self, phrase: str, iso: str, basis: str = "dateline") -> str:
        mention = self.mention(phrase, "date", "expression")
        return self.ground(mention, Interval(iso, iso, iso, iso, iso, basis), f"{phrase!r} before {self.published}")

    def place(self, phrase: str, value: Place) -> str:
        return self.ground(self.mention(phrase, "place", "name"), value, "the only place of that name in the country")

    def reading(self) -> Reading:
        published = Interval(self.published, *(self.published,) * 4, "metadata") if self.published else None
        report = Report(
            self.id, self.text, tuple(blocks(self.text)), self.publisher, "en", published, sha256="0" * 64,
            title=self.text.split("\n", 1)[0], path=f"{self.id}.txt", datelines=self.datelines,
        )  # fmt: skip
        mentions = tuple(sorted(self.mentions.values(), key=lambda m: (m.span.start, -m.span.end)))
        return Reading(
            report, mentions, tuple(self.entities), tuple(self.attributions), tuple(self.claims), tuple(self.groundings),
            (), tuple(self.problems), "test",
        )  # fmt: skip


def blocks(text: str) -> list[Block]:
    """The first line is the headline, every other line a paragraph."""
    found, start = [], 0
    for line in text.split("\n"):
        kind: BlockKind = "paragraph" if start else "headline"
        if line.strip():
            found.append(Block(kind, Span(start, start + len(line))))
        start += len(line) + 1
    return found


ORSA = Place("Orsa", "XX", None, 42.1, 44.3, 5.0, "point")


def agency() -> Reading:
    """An agency's report on the word of a ministry, with a denial by a company."""
    d = Draft(
        "harrow-1",
        "Bridge at Orsa collapses, at least 12 dead\n"
        "ORSA, March 4 (Harrow Press) - The Orsa bridge collapsed on Saturday, killing at least 12 people, the interior "
        "ministry said.\n"
        "Velmar Construction denied that its workers had removed the southern pillar before the collapse.\n"
        "“We heard a crack and then the whole deck went down,” recalled Ilka Doren, a teacher who saw the collapse.",
        publisher="Harrow Press", published="2023-03-04",
    )  # fmt: skip
    bridge = d.entity("facility", "The Orsa bridge", "Bridge at Orsa")
    velmar = d.entity("organization", "Velmar Construction")
    doren = d.entity("person", "Ilka Doren")
    ministry = d.said(
        "The Orsa bridge collapsed on Saturday, killing at least 12 people", "the interior ministry", "body", "said"
    )
    roles = (("agent", d.entities[0].mentions[0]), ("time", d.day("Saturday", "2023-03-04")))
    d.claim(ministry, "The Orsa bridge collapsed on Saturday", "collapsed", "collapse", roles)
    amount = d.number("at least 12 people", 12, None, "person")
    d.claim(ministry, "killing at least 12 people", "killing", "kill", (("target", amount), ("amount", amount)))
    d.place("Orsa", ORSA)
    company = d.said(
        "its workers had removed the southern pillar before the collapse", "Velmar Construction", "body", "denied", entity=velmar
    )
    workers = (("agent", d.mention("its workers", "person")), ("target", d.mention("the southern pillar", "object")))
    d.claim(company, "its workers had removed the southern pillar before the collapse", "removed", "remove", workers,
            "-", "certain", ("denied",))  # fmt: skip
    witness = d.said(
        "We heard a crack and then the whole deck went down", "Ilka Doren", "person", "recalled", voice="direct", entity=doren
    )
    d.claim(witness, "the whole deck went down", "went", "go", (("agent", d.mention("the whole deck", "object")),))
    assert bridge
    return d.reading()


def copy() -> Reading:
    """Another outlet prints the agency's words."""
    d = Draft(
        "calder-1",
        "Twelve die as bridge falls\n"
        "(Harrow Press) - The Orsa bridge collapsed on Saturday, killing at least 12 people, the interior ministry said.\n"
        "Velmar Construction denied that its workers had removed the southern pillar before the collapse.",
        publisher="Calder Times", published="2023-03-04",
    )  # fmt: skip
    d.datelines = (Dateline((), None, d.at("Harrow Press")),)
    d.entity("facility", "The Orsa bridge")
    velmar = d.entity("organization", "Velmar Construction")
    ministry = d.said(
        "The Orsa bridge collapsed on Saturday, killing at least 12 people", "the interior ministry", "body", "said"
    )
    roles = (("agent", d.entities[0].mentions[0]), ("time", d.day("Saturday", "2023-03-04")))
    d.claim(ministry, "The Orsa bridge collapsed on Saturday", "collapsed", "collapse", roles)
    amount = d.number("at least 12 people", 12, None, "person")
    d.claim(ministry, "killing at least 12 people", "killing", "kill", (("target", amount), ("amount", amount)))
    company = d.said(
        "its workers had removed the southern pillar before the collapse", "Velmar Construction", "body", "denied", entity=velmar
    )
    d.claim(company, "its workers had removed the southern pillar before the collapse", "removed", "remove",
            (("agent", d.mention("its workers", "person")),), "-", "certain", ("denied",))  # fmt: skip
    return d.reading()


def rival() -> Reading:
    """An outlet with sources of its own: a nurse it does not name, and a union that accuses the company."""
    d = Draft(
        "northway-1",
        "Nineteen feared dead at Orsa bridge\n"
        "A nurse at the district hospital, who asked not to be named, told the Northway Daily that 19 people died when the "
        "Orsa bridge collapsed on Saturday.\n"
        "The bridge may have been weakened by floods in 2021, the nurse added.\n"
        "The dockers' union said workers of Velmar Construction had removed the southern pillar.",
        publisher="Northway Daily", published="2023-03-05",
    )  # fmt: skip
    d.entity("facility", "Orsa bridge")
    velmar = d.entity("organization", "Velmar Construction")
    nurse = d.said(
        "19 people died when the Orsa bridge collapsed on Saturday", "A nurse at the district hospital", "unnamed", "told"
    )
    amount = d.number("19 people", 19, 19, "person")
    d.claim(nurse, "19 people died", "died", "die", (("agent", amount), ("amount", amount)))
    roles = (("agent", d.mention("Orsa bridge", "facility", "name", 1)), ("time", d.day("Saturday", "2023-03-04")))
    d.claim(nurse, "the Orsa bridge collapsed on Saturday", "collapsed", "collapse", roles)
    floods = d.said("The bridge may have been weakened by floods in 2021", "the nurse", "unnamed", "added")
    when = d.mention("2021", "date", "expression")
    d.ground(when, Interval("2021", "2021-01-01", "2021-12-31", "2021-01-01", "2021-12-31", "stated"), "a year")
    d.claim(floods, "The bridge may have been weakened by floods in 2021", "weakened", "weaken", (("time", when),),
            "?", "possible", ("may",))  # fmt: skip
    union = d.said("workers of Velmar Construction had removed the southern pillar", "The dockers' union", "body", "said")
    workers = d.mention("workers of Velmar Construction", "person")
    roles = (("agent", workers), ("target", d.mention("the southern pillar", "object")))
    d.claim(union, "workers of Velmar Construction had removed the southern pillar", "removed", "remove", roles)
    d.place("Orsa", ORSA)
    assert velmar
    return d.reading()


def quoting() -> Reading:
    """An outlet that cites the agency by name, and hears another number from officials."""
    d = Draft(
        "lantern-1",
        "Lantern: what we know of the Orsa bridge\n"
        "Harrow Press reported that the interior ministry said at least 12 people were killed when the Orsa bridge collapsed.\n"
        "Two weeks earlier engineers had reportedly closed one lane.",
        publisher="The Lantern", published="2023-03-06",
    )  # fmt: skip
    d.entity("facility", "the Orsa bridge")
    d.entity("organization", "Harrow Press")
    content = "the interior ministry said at least 12 people were killed when the Orsa bridge collapsed"
    outer = d.said(content, "Harrow Press", "agency", "reported")
    inner = "at least 12 people were killed when the Orsa bridge collapsed"
    said = d.said(inner, "the interior ministry", "body", "said", under=outer)
    amount = d.number("at least 12 people", 12, None, "person")
    d.claim(said, "at least 12 people were killed", "killed", "kill", (("target", amount), ("amount", amount)))
    earlier = d.mention("Two weeks earlier", "date", "expression")
    d.ground(earlier, Interval("", basis="unanchored"), "earlier than what is not said")
    engineers = (("agent", d.mention("engineers", "person")), ("target", d.mention("one lane", "object")), ("time", earlier))
    d.claim(d.outlet, "engineers had reportedly closed one lane", "closed", "close", engineers, "+", "probable", ("reportedly",))
    d.problems.append(Problem("ground", "“Two weeks earlier” could not be anchored", d.at("Two weeks earlier")))
    return d.reading()


def stranger() -> Reading:
    """A report on something else."""
    d = Draft(
        "calder-2",
        "Council of Pell raises water fees\nThe council of Pell will raise water fees by 3% in June, mayor Ada Quill said.",
        publisher="Calder Times", published="2023-03-05",
    )  # fmt: skip
    quill = d.entity("person", "Ada Quill")
    fees = d.said("The council of Pell will raise water fees by 3% in June", "mayor Ada Quill", "person", "said", entity=quill)
    d.claim(fees, "The council of Pell will raise water fees by 3% in June", "raise", "raise", (), "+", "probable", ("will",))
    return d.reading()


def bridge() -> tuple[Reading, ...]:
    """The story: agency, its copy, a rival with sources of its own, one that cites the agency; and a stranger."""
    return agency(), copy(), rival(), quoting(), stranger()

"""An invented town with two bombs, an ambush between them, a funeral and a trial; seven reports."""

from __future__ import annotations

from readings import Draft
from sayso.records import Reading

SAID = "The police chief in the Varn valley, Anton Veil, told reporters at the scene that no group has claimed responsibility."
MAYOR = "The mayor of Orsa, Lena Dorn, condemned the attack. The wounded were taken to the hospital in Orsa."
# Id, day, text; the words of the deed, its main word and lemma, the words that tell its day, and that day.
Row = tuple[str, str, str, str, str, str, str, str]
ROWS: tuple[Row, ...] = (
    ("market-1", "2023-03-03",
     "Bomb kills 12 at Orsa market\nA bomb exploded at the fish market in Orsa on Friday, killing at least 12 people. It"
     f" had been hidden in a handcart. {SAID} {MAYOR}",
     "A bomb exploded at the fish market in Orsa on Friday", "exploded", "explode", "Friday", "2023-03-03"),
    ("market-2", "2023-03-04",
     "Orsa mourns after market blast\nOrsa on Saturday mourned the dead of the blast at its fish market. Police chief Anton"
     " Veil put the number of dead at 14. Mayor Lena Dorn said the handcart with the bomb had been left beside the ice house."
     " Doctors at the hospital in Orsa were still operating on the wounded.",
     "", "", "", "", ""),
    ("market-3", "2023-03-10",
     "Victims of fish market bomb buried\nHundreds followed the coffins of the victims of the fish market bombing through Orsa"
     " on Friday. Mayor Lena Dorn said that the town would rebuild the ice house. Police are looking for the man who left the"
     " handcart there, Anton Veil said.",
     "", "", "", "", ""),
    ("trial-1", "2023-04-02",
     "Two charged over Orsa market bombing\nProsecutors charged two men with the bombing of the fish market in Orsa on 3 March,"
     " in which 14 people were killed. They are accused of leaving a bomb in a handcart beside the ice house, police chief Anton"
     " Veil said. Mayor Lena Dorn welcomed the charges.",
     "the bombing of the fish market in Orsa on 3 March", "bombing", "bombing", "3 March", "2023-03-03"),
    ("ambush-1", "2023-03-09",
     "Five soldiers killed in ambush near Orsa\nGunmen attacked an army convoy near Orsa on Thursday, killing five soldiers. They"
     f" opened fire from both sides of the road to Pell bridge. {SAID} {MAYOR}",
     "Gunmen attacked an army convoy near Orsa on Thursday", "attacked", "attack", "Thursday", "2023-03-09"),
    ("ambush-2", "2023-03-10",
     "Army hunts gunmen after convoy attack\nHelicopters searched the hills above Pell bridge for the gunmen who killed five"
     " soldiers on Thursday in an ambush on an army convoy. Roads around Orsa were closed, police chief Anton Veil said.",
     "who killed five soldiers on Thursday", "killed", "kill", "Thursday", "2023-03-09"),
    ("station-1", "2023-03-12",
     "Bomb kills three at Orsa bus station\nA bomb exploded at the bus station in Orsa on Sunday, killing three people. It"
     f" had been left in a litter bin. {SAID} {MAYOR}",
     "A bomb exploded at the bus station in Orsa on Sunday", "exploded", "explode", "Sunday", "2023-03-12"),
)  # fmt: skip
MARKET, AMBUSH = frozenset({"market-1", "market-2", "market-3", "trial-1"}), frozenset({"ambush-1", "ambush-2"})
STORIES = {MARKET, AMBUSH, frozenset({"station-1"})}


def attacks() -> list[Reading]:
    return [report(*row) for row in ROWS]


def report(id: str, published: str, text: str, deed: str, head: str, lemma: str, when: str, day: str) -> Reading:
    d = Draft(id, text, "The Varn Post", published)
    if deed:
        d.claim(d.outlet, deed, head, lemma, (("time", d.day(when, day)),))
    return d.reading()

"""Dictionary forms: a table for what is irregular, rules of inflection for the rest.

"was" gives "be", "stopped" gives "stop", "Kabul's" gives "Kabul" and "'s".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sayso.lang import Pack

_LIMIT = 300_000
_AS_PRINTED = frozenset({"NNP", "FW", "ADD", "GW", "LS", "SYM"})
_VOWELS = "aeiou"
_VOWEL = re.compile(r"(?<!q)[aeiou]")
_SYLLABLES = re.compile(r"[aeiouy]+")
# Endings of what is left before -ed and -ing that have lost an e: "provid", "assum", "contribut", "handl".
_LOST_E = re.compile(
    r"(?:[cvu]|[^z]z|dg|[rl]g|[aeiou]g|[bcdgkpt]l|[^aeiou][fsz]l|[^aeiouw]l[uv]|[aeioulnr]s|[^aeo]at|ut|[iuao]d"
    r"|[iua]r|[^aeo]in|um|[^aeiou]am|[aio]k|ap|[aeu]l|[^o]os|ir|yp|yl)$"
)
_ADJECTIVE_LOST_E = re.compile(r"(?:[cvsu]|[rd]g|[^aeiou][aeiou][rtd]|[^aeioul]l|[aeiou]d|[iu]r)$")
# "travelled", "patrolled" and "signalled" double an l in British print; these have two of themselves.
_TWO_L = re.compile(
    r"^(?:re|un|out|over|under|fore|mis|be|in|ap|en|bank|steam|stone|snow|black)?"
    r"(?:sell|tell|spell|smell|well|quell|stall|call|fall|pall|wall|roll|thrall|ball|toll|troll|stroll|scroll|poll)$"
)
_KEPT = re.compile(r"(?:[aeo][aeiou][bcdfgklmnprt]|[io]u[bdklnprt]|ain|ss|er|en|[wxy])$")


def irregular(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """Rows (form in lower case, Penn tag, lemma) of a pack's irregular verbs and nouns."""
    for plural, noun in pack.table("irregular_nouns"):
        yield plural, "NNS", noun
    for verb, past, participle in pack.table("irregular_verbs"):
        yield from ((form, "VBD", verb) for form in past.split("/"))
        yield from ((form, "VBN", verb) for form in participle.split("/"))


def swapped(pack: Pack) -> Iterator[tuple[str, str, str]]:
    """The same with the tags of past and participle taken for one another: "flown" tagged as a past is still "fly"."""
    other = {"VBD": "VBN", "VBN": "VBD"}
    return ((form, other[tag], verb) for form, tag, verb in irregular(pack) if tag in other)


class Lemmas:
    """``table`` has rows (form in lower case, tag, lemma); of two rows for one form and tag the later counts."""

    def __init__(self, table: Iterable[Sequence[str]]) -> None:
        self._table = {(row[0], row[1]): row[2] for row in table}
        self._known: dict[tuple[str, str], str] = {}

    def __call__(self, words: Sequence[str], tags: Sequence[str]) -> list[str]:
        """A lemma a word; ``tags`` are Penn tags."""
        known = self._known
        if len(known) > _LIMIT:
            known.clear()
        pairs = list(zip(words, tags, strict=True))
        for pair in set(pairs).difference(known):
            known[pair] = self._lemma(*pair)
        return [known[p] for p in pairs]

    def _lemma(self, word: str, tag: str) -> str:
        form = word.lower().replace("’", "'").replace("‘", "'")
        return self._table.get((form, tag)) or rule(word, form, tag)


def rule(word: str, form: str, tag: str) -> str:
    """What regular inflection makes of a word that no table has; ``form`` is it in lower case."""
    if tag in _AS_PRINTED:
        return word
    if not form[:1].isalpha():
        return _sign(form, tag)
    if tag == "NNPS":
        return word if len(word) < 4 else word[:1] + singular(word[1:])
    if tag in ("NNS", "VBZ"):
        return singular(form)
    if tag == "VBG" and form.endswith("ing") and len(form) > 4:
        return base(form[:-3])
    if tag in ("VBD", "VBN") and form.endswith("eed"):  # "freed", "decreed": what ends in -eed itself has another past
        return form[:-1]
    if tag in ("VBD", "VBN") and form.endswith("ed") and len(form) > 3:
        return form[:-3] + "y" if form.endswith("ied") and len(form) > 4 else base(form[:-2])
    if tag in ("JJR", "RBR") and form.endswith("er") and len(form) > 3:
        return positive(form[:-2])
    if tag in ("JJS", "RBS") and form.endswith("est") and len(form) > 4:
        return positive(form[:-3])
    return form


def _sign(form: str, tag: str) -> str:
    if tag == "CD":
        return form.replace(",", "")
    return form.rstrip("s") if tag == "NNS" and form[:1].isdigit() else form


def singular(form: str) -> str:
    """The noun or verb without its -s: "bodies", "attacks", "crashes"."""
    if form.endswith("series"):
        return form
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes", "oes", "uses")) and not form.endswith(("auses", "ouses", "ches'")):
        return form[:-2]
    return form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) else form


def base(stem: str) -> str:
    """The verb whose -ed or -ing left this: "stopp" stop, "mak" make, "attack" attack."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsfzeo":
        return stem[:-1]
    if stem.endswith(("ell", "oll", "all")) and len(_VOWEL.findall(stem)) > 1 and not _TWO_L.search(stem):
        return stem[:-1]
    if len(_SYLLABLES.findall(stem)) == 1 and re.search(r"(?:^|[^aeiou]|qu)[aeiouy][^aeiouwxy]$", stem):
        return stem + "e"
    if _KEPT.search(stem):
        return stem
    return stem + "e" if _LOST_E.search(stem) else stem


def positive(stem: str) -> str:
    """The adjective whose -er or -est left this: "bigg" big, "heavi" heavy, "larg" large."""
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    return stem + "e" if len(stem) > 2 and _ADJECTIVE_LOST_E.search(stem) else stem

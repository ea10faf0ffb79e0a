"""Attributions by the words they cover."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sayso.records import Attribution, Parse, Span

from .control import passive
from .lexicon import Lexicon
from .tree import kin

# More links than any chain of sources in print.
_DEEPEST = 20
_MARKS = frozenset("\"“„«'‘")


class Sayings:
    """Answers on whose word a word of the text stands."""

    def __init__(self, parse: Parse, attributions: Sequence[Attribution], lexicon: Lexicon) -> None:
        self._all = {a.id: a for a in attributions}
        attributions = [a for a in attributions if a.cue is None or not _refuses(parse, a.cue, lexicon)]
        self._parse = parse
        unnamed = {a.source.anonymity for a in attributions if a.source.anonymity is not None}
        self.nameless = frozenset(i for span in unnamed for i in parse.words_in(span))
        self._root = next((a for a in attributions if a.cue is None and a.under is None), None)
        self._innermost: dict[int, Attribution] = {}
        self._known = {a.id: a for a in attributions}
        self._cues: list[tuple[Attribution, range]] = []
        for one in sorted(attributions, key=lambda a: (-_size(a), len(self.way(a)))):
            if one is self._root:
                continue
            for span in one.content:
                self._innermost.update(dict.fromkeys(parse.words_in(span), one))
            if one.cue is not None:
                self._cues.append((one, parse.words_in(one.cue)))
        self.cue_words = frozenset(i for _, words in self._cues for i in words)
        quoting = (words for one, words in self._cues if one.voice == "direct" and one.content and _marked(parse, one))
        self._quoting = frozenset(i for words in quoting for i in words)

    def innermost(self, word: int) -> Attribution | None:
        """The attribution with the smallest content over a word, else the outlet's own voice."""
        return self._innermost.get(word, self._root)

    def way(self, said: Attribution) -> list[Attribution]:
        """From an attribution outwards to the outlet's own voice; a longer way, or a circle, is cut short of it."""
        found = [said]
        for _ in range(_DEEPEST):
            above = self._all.get(found[-1].under or "")
            if above is None or above in found:
                break
            found.append(above)
        if self._root is not None and found[-1] is not self._root:
            found.append(self._root)
        return found

    def idle(self, told: Collection[int], freed: frozenset[int] = frozenset()) -> frozenset[int]:
        """Cues whose content holds no claim ("the police identified a suspect"): their clause is what there is to tell.

        ``told``: the ``id()`` of attributions with a claim in their content, or in that of one said under them;
        ``freed``: cues that are read as verbs already. Of two idle ones the inner comes first.
        """
        told = self._with_outer(told)
        waiting = [(one, words) for one, words in self._cues if id(one) not in told and not freed.issuperset(words)]
        idle = [(one, words) for one, words in waiting if any(map(self._completed, words))]
        busy = {i for one, words in self._cues if id(one) in told for i in words}
        free = {i for _, words in idle for i in words} - busy
        outer = {i for one, words in idle for i in words if self._holds(one, free)}
        return frozenset(free - outer)

    def _holds(self, one: Attribution, words: Collection[int]) -> bool:
        """Whether one of the words stands in the content, so that it is told there once it is read as a verb."""
        return any(i in words for s in one.content for i in self._parse.words_in(s))

    def _with_outer(self, told: Collection[int]) -> set[int]:
        found = set(told)
        for one in self._known.values():
            for _ in range(_DEEPEST if id(one) in told else 0):
                if one.under is None or one.under not in self._known:
                    break
                one = self._known[one.under]
                found.add(id(one))
        return found

    def _completed(self, cue: int) -> bool:
        """Whether a verb has its content in its own clause; a quotation beside "he said" is none of it."""
        said = kin(self._parse, cue, "obj", "obl", "nsubj", "csubj", "ccomp", "xcomp", "advcl")
        said += [k for j in said for k in kin(self._parse, j, "nmod")]
        own = self.innermost(cue)
        return self._parse.upos[cue] == "VERB" and any(self.innermost(j) is not own for j in said)

    def quotes(self, cue: int) -> bool:
        """Whether all that a cue brings is a quotation."""
        return cue in self._quoting

    def speaker(self, clause: int, above: int) -> list[int]:
        """Who speaks, where a participle hangs on what they say but is none of it: "“We saw it,” he said, pointing north"."""
        inner = self.innermost(above)
        if inner is None or inner.cue is None or self.innermost(clause) not in self.way(inner)[1:]:
            return []
        cues = self._parse.words_in(inner.cue)
        if above in cues or any(passive(self._parse, i) for i in cues):
            return []
        return [j for i in cues for j in kin(self._parse, i, "nsubj")]

    def governing_cue(self, word: int, said: Attribution | None) -> int | None:
        """The topmost word of the attribution's cue on which ``word`` hangs: of "denied claims that" it is "denied"."""
        if said is None or said.cue is None:
            return None
        own, found = set(self._parse.words_in(said.cue)), None
        for _ in range(80):
            word = self._parse.heads[word]
            if word < 0:
                break
            found = word if word in own else found
        return found

    def around(self, said: Attribution | None) -> Attribution | None:
        """The attribution under which another is said, if it has a cue of its own."""
        found = self._known.get(said.under) if said and said.under else None
        return found if found and found.cue else None


def _marked(parse: Parse, one: Attribution) -> bool:
    return parse.text[one.content[0].start : one.content[0].start + 1] in _MARKS


def _refuses(parse: Parse, cue: Span, lexicon: Lexicon) -> bool:
    """Whoever "declined to confirm" or "refused to leave" has said nothing: the report tells what they did not do.

    So it does of who was "denied visas".
    """
    for i in parse.words_in(cue):
        withheld = parse.lemmas[i].lower() in lexicon.words["withholds"]
        if withheld and (kin(parse, i, "iobj") or (passive(parse, i) and kin(parse, i, "obj"))):
            return True
    return any(parse.lemmas[i].lower() in lexicon.words["refuses"] for i in parse.words_in(cue))


def _size(one: Attribution) -> int:
    return sum(s.end - s.start for s in one.content)

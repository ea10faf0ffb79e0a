"""Reports to words, sentences, tags, trees, names: the embedded parser."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path

import numpy as np

from sayso.lang import Pack
from sayso.records import Parse, Report, Span

from . import model as encoder
from .decode import Annotation, Marks, annotate, joined
from .divide import Divided, divide
from .encode import Encoded, Ints, Vocabulary
from .lemmas import Lemmas, irregular, swapped
from .mended import Tree, known, mend
from .names import names
from .sentences import barred, signs
from .windows import Chain, pack


class Parser:
    """The parser of one language pack; safe to share between threads.

    ``folder`` holds the model files and ``lemmas.tsv``; ``threads`` windows are read at once (0: one a core).
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        self.folder, self.threads = folder, threads or encoder.cores()
        self._model = encoder.Model(folder)
        self._vocabulary = Vocabulary(folder / "tokenizer.json")
        pack = Pack(folder.name, folder)
        self._known = known(pack)
        self.lemmas = Lemmas((*swapped(pack), *pack.table("lemmas"), *irregular(pack)))

    @cached_property
    def fingerprint(self) -> str:
        """Digest of the model files."""
        return encoder.fingerprint(self.folder)

    def parse(self, reports: Sequence[Report], limit: int | None = None) -> list[Parse]:
        """One parse a report, in order, each of at most ``limit`` words. What stands beside a report changes nothing."""
        return self.annotate([divide(r, limit) for r in reports])

    def annotate(self, texts: Sequence[Divided]) -> list[Parse]:
        """The same for texts whose words, and sentences perhaps, are given."""
        words = [t.words() for t in texts]
        encoded = [self._vocabulary.encode(w, t.breaks) for w, t in zip(words, texts, strict=True)]
        chains = [pack(t.blocks, e.at) for t, e in zip(texts, encoded, strict=True)]
        marks = [_marks(t, w) for t, w in zip(texts, words, strict=True)]
        work = [(chain, e, m) for m, e, cs in zip(marks, encoded, chains, strict=True) for chain in cs]
        done = iter(self._run(work))
        return [self._parse(t, w, [next(done) for _ in cs]) for t, w, cs in zip(texts, words, chains, strict=True)]

    def _run(self, work: list[tuple[Chain, Encoded, Marks]]) -> list[Annotation]:
        def one(item: tuple[Chain, Encoded, Marks]) -> Annotation:
            chain, encoded, marks = item
            return annotate(chain, encoded, self._model, marks)

        if self.threads == 1 or len(work) < 2:
            return [one(item) for item in work]
        with ThreadPoolExecutor(self.threads) as pool:
            return list(pool.map(one, work))

    def _parse(self, text: Divided, words: list[str], parts: list[Annotation]) -> Parse:
        if not parts:
            return unparsed(text.text)
        found, labels = joined(parts), self._model.labels
        stops = np.append(found.starts[1:], len(words))
        sentences = list(zip(found.starts.tolist(), stops.tolist(), strict=True))
        upos, tags = _named(labels.upos, found.upos), _named(labels.xpos, found.xpos)
        heads, relations = found.heads.tolist(), _named(labels.relations, found.relations)
        mend(Tree(words, upos, tags, self.lemmas(words, tags), heads, relations), sentences, self._known)
        return Parse(
            text=text.text,
            words=list(map(Span, text.starts.tolist(), text.stops.tolist())),
            sentences=sentences,
            upos=upos,
            xpos=tags,
            lemmas=self.lemmas(words, tags),
            heads=heads,
            relations=relations,
            names=names(found.names, found.starts, labels.names),
            mention_types=_named(labels.mentions, found.mentions),
            attribution=found.attribution,
            vectors=found.vectors,
            sentence_of=np.repeat(np.arange(len(stops)), stops - found.starts).tolist(),
            children=_children(heads),
        )


def _marks(text: Divided, words: list[str]) -> Marks:
    sign = signs(words)
    return Marks(sign, barred(words, sign, text.breaks), text.sentences)


def _named(labels: Sequence[str], numbers: Ints) -> list[str]:
    return [labels[k] for k in numbers.tolist()]


def _children(heads: list[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head >= 0:
            children[head].append(i)
    return children


def unparsed(text: str) -> Parse:
    """The parse of a text that has no words, or that could not be parsed."""
    nothing = np.zeros((0, 7), np.float32), np.zeros((0, 128), np.float32)
    return Parse(text, [], [], [], [], [], [], [], [], [], *nothing)

"""Parses written by hand: one word a line with tag, relation, head (counted from 1 in its sentence) and type."""

from __future__ import annotations

import numpy as np

from sayso.records import NameSpan, Parse, Report, Span

_GLUED = set(".,:;!?)]”’") | {"'s", "’s"}
_FINE = {"NOUN": "NN", "PROPN": "NNP", "VERB": "VBD", "AUX": "VBZ", "PRON": "PRP", "DET": "DT", "ADJ": "JJ"}


def parsed(rows: str, names: dict[str, str]) -> tuple[Report, Parse]:
    """``rows``: "ministers NOUN:NNS nsubj 3 person"; a lemma may follow the word as "ministers/minister", and "+"
    before it leaves out the space.

    Empty lines part sentences. ``names`` are phrases of the text with their kind.
    """
    text = ""
    words: list[Span] = []
    tags: list[tuple[str, str, str, str, int, str]] = []
    sentences: list[tuple[int, int]] = []
    for block in rows.strip().split("\n\n"):
        base = len(words)
        for line in block.strip().split("\n"):
            form, tag, relation, head, *kind = line.split()
            glued, form = form.startswith("+"), form.removeprefix("+")
            word, _, lemma = form.partition("/")
            space = "" if not text or glued or word in _GLUED or text[-1] in "(“‘" else " "
            text += space + word
            words.append(Span(len(text) - len(word), len(text)))
            upos, _, xpos = tag.partition(":")
            top = base + int(head) - 1 if head != "0" else -1
            tags.append((upos, xpos or _FINE.get(upos, upos), lemma or word.lower(), relation, top, kind[0] if kind else "none"))
        sentences.append((base, len(words)))
    children: list[list[int]] = [[] for _ in words]
    for i, tag in enumerate(tags):
        if tag[4] >= 0:
            children[tag[4]].append(i)
    parse = Parse(
        text, words, sentences, [t[0] for t in tags], [t[1] for t in tags], [t[2] for t in tags], [t[4] for t in tags],
        [t[3] for t in tags], [], [t[5] for t in tags], np.zeros((len(words), 7), np.float32),
        np.zeros((len(words), 128), np.float32), [k for k, (a, b) in enumerate(sentences) for _ in range(a, b)], children,
    )  # fmt: skip
    for name, kind in sorted(names.items(), key=lambda n: -len(n[0])):
        _add_names(parse, name, kind)
    parse.names.sort(key=lambda n: n.first)
    return Report("r", text, language="en"), parse


def _add_names(parse: Parse, name: str, kind: str) -> None:
    at = parse.text.find(name)
    assert at >= 0, name
    while at >= 0:
        inside = parse.words_in(Span(at, at + len(name)))
        if inside and not any(n.first <= inside[0] < n.stop for n in parse.names):
            parse.names.append(NameSpan(inside[0], inside[-1] + 1, kind))
        at = parse.text.find(name, at + 1)

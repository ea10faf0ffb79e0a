"""Parses made by hand: 'The/DET/det/2 ministry/NOUN/nsubj/3 said/VERB/root/0', heads counted from 1 within the sentence."""

from __future__ import annotations

import numpy as np

from sayso.records import Block, Mention, NameSpan, Parse, Quotation, Report, Span, Structure, digest

_GLUED = frozenset({",", ".", ":", "”", "?", "!", "'s", "n't", "’"})
_LEMMAS = {
    "said": "say", "told": "tell", "denied": "deny", "reported": "report", "citing": "cite", "believed": "believe",
    "promised": "promise", "sources": "source", "claims": "claim", "photos": "photo", "videos": "video", "asked": "ask",
    "called": "call", "quoted": "quote", "saying": "say", "declined": "decline", "officials": "official",
    "confirmed": "confirm", "accused": "accuse", "rejected": "reject",
}  # fmt: skip


def parse(*sentences: str, names: dict[str, str] | None = None) -> tuple[Report, Parse, Structure]:
    """A report of one paragraph with the given trees; ``names`` gives the kind of a name by its words."""
    words: list[str] = []
    upos: list[str] = []
    relations: list[str] = []
    heads: list[int] = []
    bounds: list[tuple[int, int]] = []
    for sentence in sentences:
        base = len(words)
        for cell in sentence.split():
            word, tag, relation, head = cell.rsplit("/", 3)
            words.append(word)
            upos.append(tag)
            relations.append(relation)
            heads.append(base + int(head) - 1 if int(head) else -1)
        bounds.append((base, len(words)))
    text, spans = _laid_out(words)
    children: list[list[int]] = [[] for _ in words]
    for i, h in enumerate(heads):
        if h >= 0:
            children[h].append(i)
    block = Block("paragraph", Span(0, len(text)))
    report = Report(digest("r", text), text, (block,), publisher="the Valley Post", language="en")
    found = _names(words, names or {})
    tree = Parse(
        text, spans, bounds, upos, list(upos), [_LEMMAS.get(w.lower(), w.lower()) for w in words], heads, relations, found,
        ["none"] * len(words), np.zeros((len(words), 7), np.float32), np.zeros((len(words), 128), np.float32),
        [k for k, (a, b) in enumerate(bounds) for _ in range(a, b)], children,
    )  # fmt: skip
    return report, tree, Structure(_quotations(text), _mentions(tree), ())


def _laid_out(words: list[str]) -> tuple[str, list[Span]]:
    text, spans, glue = "", [], True  # type: str, list[Span], bool
    for w in words:
        text += "" if glue or w in _GLUED else " "
        spans.append(Span(len(text), len(text) + len(w)))
        text += w
        glue = w == "“"
    return text, spans


def _names(words: list[str], names: dict[str, str]) -> list[NameSpan]:
    out = []
    for name, kind in names.items():
        parts = name.split()
        out += [NameSpan(i, i + len(parts), kind) for i in range(len(words)) if words[i : i + len(parts)] == parts]
    return sorted(out, key=lambda n: n.first)


def _mentions(tree: Parse) -> tuple[Mention, ...]:
    spans = [(tree.span(n.first, n.stop - 1), tree.words[n.stop - 1], n.kind) for n in tree.names]
    return tuple(Mention(digest("m", s), s, kind, "name", head) for s, head, kind in spans)  # type: ignore[arg-type]


def _quotations(text: str) -> tuple[Quotation, ...]:
    out, start = [], -1
    for i, c in enumerate(text):
        if c == "“":
            start = i
        elif c == "”" and start >= 0:
            out.append(Quotation(Span(start, i + 1), Span(start + 1, i)))
            start = -1
    return tuple(out)

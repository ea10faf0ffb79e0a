"""Trees made by hand, so that these tests ask nothing of a parser.

One word a cell, ``form|lemma|UPOS|XPOS|head|relation`` with an optional mention type; heads count from 1, 0 is the root.
"""

from __future__ import annotations

import numpy as np

from sayso.records import (
    ATTRIBUTION_TAGS,
    Attribution,
    Block,
    Form,
    Mention,
    MentionKind,
    NameSpan,
    Parse,
    Report,
    Source,
    Span,
    Structure,
    digest,
)  # fmt: skip


def tree(*sentences: str) -> Parse:
    """The parse of sentences given one string each; words are joined by blanks, save before punctuation and clitics."""
    text, spans, rows, bounds = "", [], [], []
    for sentence in sentences:
        cells = [c.split("|") for c in sentence.split()]
        offset = len(rows)
        bounds.append((offset, offset + len(cells)))
        for cell in cells:
            glue = not text or cell[2] == "PUNCT" or cell[0] in {"n't", "'s"}
            text += "" if glue else " "
            spans.append(Span(len(text), len(text) + len(cell[0])))
            text += cell[0]
            head = int(cell[4])
            rows.append((cell, -1 if head == 0 else offset + head - 1))
    heads = [h for _, h in rows]
    children: list[list[int]] = [[] for _ in rows]
    for i, h in enumerate(heads):
        if h >= 0:
            children[h].append(i)
    names: list[NameSpan] = []
    return Parse(
        text, spans, bounds, [c[2] for c, _ in rows], [c[3] for c, _ in rows], [c[1] for c, _ in rows], heads,
        [c[5] for c, _ in rows], names, [c[6] if len(c) > 6 else "none" for c, _ in rows],
        np.zeros((len(rows), len(ATTRIBUTION_TAGS)), np.float32), np.zeros((len(rows), 128), np.float32),
        [k for k, (a, b) in enumerate(bounds) for _ in range(a, b)], children,
    )  # fmt: skip


def report_of(parse: Parse) -> Report:
    return Report("r", parse.text, (Block("paragraph", Span(0, len(parse.text))),), language="en")


def at(parse: Parse, form: str) -> int:
    return next(i for i in range(len(parse.words)) if parse.word(i) == form)


def span(parse: Parse, phrase: str) -> Span:
    start = parse.text.index(phrase)
    return Span(start, start + len(phrase))


def mention(parse: Parse, phrase: str, kind: MentionKind, head: str, form: Form = "nominal") -> Mention:
    whole = span(parse, phrase)
    start = parse.text.index(head, whole.start)
    return Mention(digest("m", phrase, kind), whole, kind, form, Span(start, start + len(head)))


def structure(*mentions: Mention) -> Structure:
    return Structure((), mentions, ())


def outlet(parse: Parse) -> Attribution:
    return Attribution("outlet", Source("outlet", None, "the outlet"), None, (Span(0, len(parse.text)),), "outlet", None)


def said(parse: Parse, id: str, cue: str, *contents: str, under: str = "outlet") -> Attribution:
    source = Source("person", None, id)
    return Attribution(id, source, span(parse, cue), tuple(span(parse, c) for c in contents), "indirect", under)

"""Words under a label: "[BEGIN RECORDING] [ORTIZ] *We saw nothing.*", "[STATEMENT] [THE UNION] [TEXT] ...", and a quotation set
apart in a box with nothing but its speaker's name below."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sayso.lang import Pack
from sayso.records import Span

from .content import tidy
from .draft import Draft, Page, Run
from .posts import posted

_TAG = re.compile(r"\[([^\[\]]{2,60})\]")
_BETWEEN = re.compile(r"[\s-]*")
_BY = re.compile(r"(?P<form>[a-z ]+?) (?:by|from|of) (?P<who>.+)")
_HEADER = 400  # characters within which the tags of a whole text stand
_FEW = 5  # words of a label
_MOST = 50  # boxes in one report
_BOX = 12  # words of the line below a quotation set apart
_FIRST = frozenset({"i", "we", "my", "our", "me", "us"})


@dataclass(frozen=True, slots=True)
class _Tag:
    """A bracket: where it stands, where its words stand, what kind of tag it is, "" for none that is known."""

    span: Span
    inner: Span
    kind: str


@functools.cache
def _kinds(pack: Pack) -> dict[str, str]:
    return {row[0]: row[1] for row in pack.table("speech_tags")}


def labelled(page: Page, pack: Pack, drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts without a cue for what stands under a label."""
    tags = list(_tags(page, pack))
    found = [*_whole(page, tags), *_spoken(page, tags), *_boxes(page), *posted(page)]
    there = {d.head for d in drafts}
    return [d for d in found if d.head not in there]


def _tags(page: Page, pack: Pack) -> Iterator[_Tag]:
    kinds = _kinds(pack)
    for m in _TAG.finditer(page.parse.text):
        words = " ".join(m[1].lower().split())
        by = _BY.fullmatch(words)
        inner = Span(*m.span(1))
        if by is not None and kinds.get(by["form"]) == "form":
            yield _Tag(Span(m.start(), m.start()), inner, "form")
            inner, words = Span(m.end(1) - len(by["who"]), m.end(1)), by["who"]
        yield _Tag(Span(*m.span()), inner, kinds.get(words, ""))


def _whole(page: Page, tags: Sequence[_Tag]) -> Iterator[Draft]:
    """A text that is all somebody's statement; whose, if a tag says so."""
    head = [t for t in tags if t.span.start < _HEADER]
    for k, tag in enumerate(head):
        if tag.kind == "form":
            row = _row(page, head[k:])
            who = next((t.inner for t in row if not t.kind), None)
            yield from _draft(page, who, Span(row[-1].span.end, len(page.parse.text)))
            return


def _row(page: Page, tags: Sequence[_Tag]) -> list[_Tag]:
    """Tags with nothing but blanks between them."""
    row = [tags[0]]
    for tag in tags[1:]:
        if _BETWEEN.fullmatch(page.parse.text, row[-1].span.end, tag.span.start) is None and row[-1].span.end < tag.span.start:
            break
        row.append(tag)
    return row


def _spoken(page: Page, tags: Sequence[_Tag]) -> Iterator[Draft]:
    """Who speaks on a recording, and again after each label."""
    open_, stops = False, _stops(page, tags)
    for tag, stop in zip(tags, stops, strict=True):
        open_ = tag.kind == "open" or (open_ and tag.kind != "close")
        if open_ and not tag.kind and _begins(page, tag) and len(tag.inner.of(page.parse.text).split()) <= _FEW:
            yield from _draft(page, tag.inner, Span(tag.span.end, stop))


def _stops(page: Page, tags: Sequence[_Tag]) -> list[int]:
    """For each tag where the next one begins that ends what somebody says."""
    stop, out = len(page.parse.text), list[int]()
    for tag in reversed(tags):
        out.append(stop)
        if tag.kind in ("open", "close") or (not tag.kind and _begins(page, tag)):
            stop = tag.span.start
    return out[::-1]


def _begins(page: Page, tag: _Tag) -> bool:
    """At the beginning of a paragraph, or behind another tag."""
    before = page.parse.text[max(0, tag.span.start - 3) : tag.span.start]
    return not before.strip(" ") or before.rstrip(" ").endswith(("\n", "]"))


def _draft(page: Page, who: Span | None, said: Span) -> Iterator[Draft]:
    words = page.parse.words_in(said)
    source = page.parse.words_in(who) if who is not None else range(0)
    content = tidy(page, [Run(words.start, words.stop)]) if words else ()
    if content:
        run = Run(source.start, source.stop) if source else None
        yield Draft(run, None, content, source.start if source else content[0].first, "speech", 4, "label")


def _boxes(page: Page) -> Iterator[Draft]:
    """"*I never saw the sea before.* Omar Haddad", a paragraph of its own: words in the first person, or printed elsewhere too,
    with a name behind them."""
    names = {n.first for n in page.parse.names if n.kind == "person"}
    lines = (Run(*s) for s in page.parse.sentences[1:] if s[0] in names and s[1] - s[0] <= _BOX)
    for line in islice((x for x in lines if _closes(page, x)), _MOST):
        words = _above(page, line)
        if words is not None and not page.quoted(words) and _set_apart(page, words):
            yield Draft(line, None, tidy(page, [words]), line.first, "speech", 4, "label")


def _closes(page: Page, line: Run) -> bool:
    """Without a verb, at the end of a paragraph that has more than this line."""
    n = len(page.parse.words)
    last = line.stop >= n or page.block(line.stop) != page.block(line.first)
    more = page.block(line.first - 1) == page.block(line.first)
    return last and more and not any(page.parse.upos[i] in ("VERB", "AUX") for i in range(*line))


def _above(page: Page, line: Run) -> Run | None:
    """What stands in the paragraph above its last line, a few sentences at most."""
    k = page.parse.sentence_of[line.first]
    for j in range(k, max(k - _BOX, 0), -1):
        if j == 0 or page.block(page.parse.sentences[j - 1][0]) != page.block(line.first):
            return Run(page.parse.sentences[j][0], line.first)
    return None


def _set_apart(page: Page, words: Run) -> bool:
    """In the first person, or a passage printed a second time."""
    if any(page.lower(i) in _FIRST for i in range(*words)):
        return True
    passage = page.parse.span(words.first, min(words.stop, words.first + _BOX) - 1).of(page.parse.text)
    return page.parse.text.find(passage) < page.parse.words[words.first].start or page.parse.text.count(passage) > 1

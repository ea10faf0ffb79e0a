"""The corpora of the data folder as training documents.

Each reader takes the data folder and gives documents; what may be trained on
is said in the folder's README and repeated in the model card.
"""

from __future__ import annotations

import collections
import csv
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from sayso.parse.words import words as divide

from .documents import BLOCK, GLUED, LINE, SPACE, Document, bio

GUM_TYPES = {"person": "person", "organization": "organization", "place": "place", "event": "event"}
_NAME_LINKS = {"flat", "compound", "goeswith", "fixed", "nummod", "flat:foreign"}


# ---------------------------------------------------------------- Universal Dependencies


def read_conllu(path: Path) -> Iterator[Document]:
    """Documents of a CoNLL-U file, with GUM's mentions and attribution where it has them."""
    for name, lines in _documents(path):
        yield _conllu_document(name, lines)


def _documents(path: Path) -> Iterator[tuple[str, list[str]]]:
    name, lines = "", []  # type: str, list[str]
    with path.open(encoding="utf-8") as handle:
        for line in handle:
            if line.startswith("# newdoc"):
                if lines:
                    yield name, lines
                name, lines = line.split("=")[-1].strip(), []
            lines.append(line.rstrip("\n"))
    if lines:
        yield name, lines


def _conllu_document(name: str, lines: list[str]) -> Document:
    doc = Document(name, [], [], [], [], [], [], [])
    misc: list[str] = []
    base, gap, first = 0, BLOCK, True
    joined, after = 0, SPACE  # the last word of a multiword token, and what stands behind it
    for line in lines:
        if line.startswith("# newpar"):
            gap = BLOCK
        if not line:
            base, first = len(doc.words), True
            continue
        if line[0] == "#":
            continue
        p = line.split("\t")
        if "-" in p[0]:  # "didn't": its parts stand without a space, and the range says what follows the last
            joined, after = int(p[0].split("-")[1]), GLUED if "SpaceAfter=No" in p[9] else SPACE
        if not p[0].isdigit():
            continue
        doc.words.append(p[1])
        doc.breaks.append(gap)
        doc.starts.append(first)  # type: ignore[union-attr]
        doc.upos.append(p[3])  # type: ignore[union-attr]
        doc.xpos.append(p[4])  # type: ignore[union-attr]
        doc.heads.append(base + int(p[6]) - 1 if p[6] != "0" else -1)  # type: ignore[union-attr]
        doc.relations.append(p[7])  # type: ignore[union-attr]
        misc.append(p[9])
        gap = GLUED if "SpaceAfter=No" in p[9] or int(p[0]) < joined else SPACE
        if int(p[0]) == joined:
            gap, joined = after, 0
        first = False
    if any("Entity=" in m for m in misc):
        _add_gum_mentions(doc, misc)
    if any("Discourse=" in m for m in misc):
        doc.attribution = gum_attribution(doc, misc)
    return doc


def gum_mentions(misc: list[str]) -> list[tuple[int, int, str]]:
    """GUM's bracket notation as (first word, last word, type), nested ones included."""
    found, open_ = [], []  # type: list[tuple[int, int, str]], list[tuple[str, int, str]]
    for i, m in enumerate(misc):
        entity = re.search(r"Entity=([^|]*)", m)
        if not entity:
            continue
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", entity.group(1)):
            if part[0] == "(":
                fields = part[1:].rstrip(")").split("-")
                kind = fields[1] if len(fields) > 1 else ""
                if part[-1] == ")":
                    found.append((i, i, kind))
                else:
                    open_.append((fields[0], i, kind))
                continue
            key = part.rstrip(")").split("-")[0]
            for j in range(len(open_) - 1, -1, -1):
                if open_[j][0] == key:
                    _, start, kind = open_.pop(j)
                    found.append((start, i, kind))
                    break
    return found


def _add_gum_mentions(doc: Document, misc: list[str]) -> None:
    n = len(doc.words)
    doc.mentions = ["none"] * n
    classes = [""] * n
    for start, stop, kind in sorted(gum_mentions(misc), key=lambda m: m[0] - m[1]):
        head = span_head(doc, start, stop)
        doc.mentions[head] = kind
        if doc.upos is None or doc.upos[head] != "PROPN" or kind == "time":
            continue
        a, b = name_extent(doc, start, stop, head, kind == "person")
        if not any(classes[a : b + 1]):
            classes[a : b + 1] = [f"{GUM_TYPES.get(kind, 'misc')}#{a}"] * (b + 1 - a)
    doc.names = _tags(classes)


def _tags(classes: list[str]) -> list[str]:
    """``type#start`` a word to B-/I- tags, so that neighbours of one type stay two."""
    out, before = [], ""  # type: list[str], str
    for c in classes:
        out.append(f"{'I' if c == before else 'B'}-{c.split('#')[0]}" if c else "O")
        before = c
    return out


def span_head(doc: Document, start: int, stop: int) -> int:
    """The word of the span whose head lies outside it (the first, where there are several)."""
    heads = doc.heads or []
    for i in range(start, stop + 1):
        if not start <= heads[i] <= stop and (doc.upos or [])[i] != "PUNCT":
            return i
    return start


def name_extent(doc: Document, start: int, stop: int, head: int, person: bool = False) -> tuple[int, int]:
    """The name inside a mention: its head's proper words with what binds them.

    Titles, determiners, appositions and clauses stay outside: "former
    President *Barack Obama*, who ..." ; "the *University of Portsmouth*".
    """
    heads, rels, upos, xpos = doc.heads or [], doc.relations or [], doc.upos or [], doc.xpos or []
    inside = {head}
    grew = True
    while grew:
        grew = False
        for i in range(start, stop + 1):
            if i in inside or heads[i] not in inside:
                continue
            proper = upos[i] == "PROPN" or xpos[i].startswith("NNP")
            link = rels[i].split(":")[0]
            if (
                (link in _NAME_LINKS and (proper or upos[i] in ("NUM", "X")))
                or (link in ("amod", "nmod") and proper and not (person and link == "nmod") and _bound(doc, i, heads[i], link))
                or (link == "conj" and proper and heads[i] != head)  # "Health and Human Services", not "Iraq and Syria"
                or (link in ("case", "cc") and heads[i] != head and doc.words[i].lower() in ("of", "and", "&", "for", "de", "al"))
            ):
                inside.add(i)
                grew = True
    a = b = head
    glue = {"-", "'", "’s", "'s", "&", "of", ".", "the", "for", "and", "de", "/"}
    while a > start and (a - 1 in inside or (doc.words[a - 1] in glue and a - 2 in inside and a - 2 >= start)):
        a -= 1
    while b < stop and (b + 1 in inside or (doc.words[b + 1] in glue and b + 2 in inside and b + 2 <= stop)):
        b += 1
    while a < b and (doc.words[a].lower() in ("the", "of", "-", "and") or upos[a] == "PUNCT"):
        a += 1
    while b > a and doc.words[b] in glue:
        b -= 1
    return a, b


def _bound(doc: Document, i: int, head: int, link: str) -> bool:
    """Does a modifier belong to the name (United *States*, University *of Portsmouth*)?"""
    if link == "amod":
        return True
    between = doc.words[min(i, head) + 1 : max(i, head)]
    return all(w[0].isupper() or w in ("of", "the", "for", "de") for w in between) and "of" in between


def gum_attribution(doc: Document, misc: list[str]) -> list[str]:
    """GUM's RST attribution relations as source, cue and content tags."""
    units, relations, current = [], {}, 0  # type: list[int], dict[int, list[tuple[str, int, str]]], int
    for m in misc:
        found = re.search(r"Discourse=([^|]*)", m)
        for k, relation in enumerate(found.group(1).split(";") if found else []):
            q = relation.split(":")
            edge = q[1] if len(q) > 1 else ""
            ends = edge.split("->")
            if not ends[0].isdigit():
                continue
            if k == 0:
                current = int(ends[0])
            if len(ends) == 2:
                relations.setdefault(int(ends[0]), []).append((q[0], int(ends[1]), q[3] if len(q) > 3 else ""))
        units.append(current)
    return _tag_attributions(doc, units, relations)


def _tag_attributions(doc: Document, units: list[int], relations: dict[int, list[tuple[str, int, str]]]) -> list[str]:
    n = len(doc.words)
    sentence, s = [], -1  # type: list[int], int
    for start in doc.starts or []:
        s += start
        sentence.append(s)
    members: dict[int, list[int]] = collections.defaultdict(list)
    for i, unit in enumerate(units):
        members[unit].append(i)
    children: dict[int, list[int]] = collections.defaultdict(list)
    for child, links in relations.items():
        children[links[0][1]].append(child)
    label = [""] * n
    for unit, links in relations.items():
        for kind, target, signals in links:
            if kind.startswith("attribution"):
                for i in _content(unit, target, members, children, sentence):
                    label[i] = label[i] or "content"
                for pattern, tag in ((r"lex-ind(?:wd|ph)-([\d,\-]+)", "cue"), (r"sem-atsrc-([\d,\-]+)", "source")):
                    for signal in re.findall(pattern, signals):
                        for i in _numbers(signal):
                            if 0 < i <= n:
                                label[i - 1] = tag
    return bio(label)


def _content(
    unit: int, target: int, members: dict[int, list[int]], children: dict[int, list[int]], sentence: list[int]
) -> Iterator[int]:
    within = {sentence[i] for i in members[target]}
    stack, seen = [target], {unit}
    while stack:
        u = stack.pop()
        if u in seen:
            continue
        seen.add(u)
        if members[u] and sentence[members[u][0]] in within:
            yield from members[u]
            stack += children[u]


def _numbers(text: str) -> list[int]:
    out: list[int] = []
    for part in text.split(","):
        ends = part.split("-")
        if len(ends) == 2 and all(ends):
            out += range(int(ends[0]), int(ends[1]) + 1)
        elif part.isdigit():
            out.append(int(part))
    return out


# ---------------------------------------------------------------- plain texts with stand-off spans


def from_text(name: str, text: str) -> Document:
    """A raw text divided into words as the reader divides it, without labels."""
    spans = divide(text)
    breaks = []
    at = 0
    for k, (a, b) in enumerate(spans):
        gap = text[at:a]
        breaks.append(BLOCK if k == 0 or "\n\n" in gap else LINE if "\n" in gap else SPACE if gap else GLUED)
        at = b
    return Document(name, [text[a:b] for a, b in spans], breaks, spans=spans)


def polnear(folder: Path, split: str) -> list[Document]:
    """PolNeAR, one annotator a text; teacher's material and measure only, never shipped."""
    texts = folder / "attribution" / f"polnear-{split}"
    out, seen = [], set()  # type: list[Document], set[str]
    for path in sorted((texts / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        source = texts / "text" / f"{name}.txt"
        if name in seen or not source.exists():
            continue
        seen.add(name)
        raw = source.read_text(encoding="utf-8")
        doc = from_text(name, raw)
        doc.breaks = [BLOCK if b == LINE else b for b in doc.breaks]
        classes = polnear_characters(path.read_text(encoding="utf-8"), len(raw))
        doc.attribution = bio([classes[a] for a, _ in doc.spans])
        out.append(doc)
    return out


def polnear_characters(annotation: str, length: int) -> list[str]:
    """source / cue / content or "" for every character."""
    classes = [""] * length
    for line in annotation.split("\n"):
        fields = line.split("\t")
        if not line.startswith("T") or len(fields) < 2 or " " not in fields[1]:
            continue
        kind, ranges = fields[1].split(" ", 1)
        if kind not in ("Source", "Cue", "Content"):
            continue
        for part in ranges.split(";"):
            try:
                a, b = map(int, part.split())
            except ValueError:
                continue
            for i in range(a, min(b, length)):
                classes[i] = kind.lower()
    return classes


# ---------------------------------------------------------------- names


def wikigold(folder: Path) -> tuple[list[Document], list[Document]]:
    """WikiGold as (two thirds to train on, one third held out): every third sentence is held out."""
    train: list[Document] = []
    held: list[Document] = []
    text = (folder / "names/wikigold/wikigold.conll.txt").read_text(encoding="utf-8")
    kinds = {"PER": "person", "LOC": "place", "ORG": "organization", "MISC": "misc"}
    for k, block in enumerate(b for b in text.split("\n\n") if b.strip()):
        rows = [line.split(" ") for line in block.split("\n") if " " in line]
        if not rows or rows[0][0] == "-DOCSTART-":
            continue
        words = [r[0] for r in rows]
        doc = Document(f"wikigold-{k}", words, join_breaks(words))
        doc.starts = [i == 0 for i in range(len(words))]
        doc.names = bio([kinds.get(r[1].split("-")[-1], "") for r in rows])
        (held if k % 3 == 2 else train).append(doc)
    return train, held


def join_breaks(words: list[str]) -> list[int]:
    """Spaces for texts that are stored as words only: punctuation is glued as print does it."""
    out: list[int] = []
    open_quote = False
    glue_next = False
    for i, w in enumerate(words):
        glued = glue_next or (w[0] in ".,;:!?)]}%’'" and w not in ("'", "’")) or w in ("n't", "n’t", "''")
        glue_next = w in ("(", "[", "$", "“", "``")
        if w in ('"',):
            glued = glued or open_quote
            glue_next = not open_quote
            open_quote = not open_quote
        out.append(BLOCK if i == 0 else GLUED if glued else SPACE)
    return out


def re3d(folder: Path) -> list[Document]:
    """re3d's official reports with the capitalized parts of its entities as names."""
    kinds = {"Person": "person", "Organisation": "organization", "Location": "place", "Nationality": "misc"}
    out = []
    for source in sorted((folder / "conflict/re3d").iterdir()):
        entities: dict[str, list[dict[str, object]]] = collections.defaultdict(list)
        for line in (source / "entities.json").read_text(encoding="utf-8").splitlines():
            if line.strip():
                entity = json.loads(line)
                entities[entity["documentId"]].append(entity)
        for line in (source / "documents.json").read_text(encoding="utf-8").splitlines():
            if line.strip():
                record = json.loads(line)
                out.append(_re3d_document(source.name, record, entities[record["_id"]], kinds))
    return out


def _re3d_document(source: str, record: dict[str, str], entities: list[dict[str, object]], kinds: dict[str, str]) -> Document:
    doc = from_text(f"re3d-{source}-{record['_id']}", record["text"])
    classes = [""] * len(doc.words)
    found = [(int(str(e["begin"])), int(str(e["end"])), kinds[str(e["type"])]) for e in entities if e["type"] in kinds]
    for begin, end, kind in sorted(found, key=lambda e: e[0] - e[1]):
        inside = [i for i, (a, b) in enumerate(doc.spans) if a >= begin and b <= end]
        while inside and not doc.words[inside[0]][0].isupper():
            inside.pop(0)
        while inside and not (doc.words[inside[-1]][0].isupper() or doc.words[inside[-1]][0].isdigit()):
            inside.pop()
        if inside and inside[-1] - inside[0] < 8 and not any(classes[i] for i in inside):
            for i in inside:
                classes[i] = f"{kind}#{inside[0]}"
    doc.names = _tags(classes)
    return doc


def meantime(folder: Path) -> list[Document]:
    """MEANTIME's Wikinews articles; names are its mentions with a proper head, trimmed to capitals."""
    docs: dict[str, Document] = {}
    sentence = ""
    where: dict[tuple[str, int], int] = {}
    order: dict[str, str] = {}
    with (folder / "events/meantime-en/conll.csv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            name = row["topic/subtopic_name"]
            doc = docs.setdefault(name, Document(f"meantime-{name}", [], [], []))
            key = f"{name}/{row['sent_id']}"
            doc.starts.append(key != sentence)  # type: ignore[union-attr]
            sentence = key
            where[name, int(row["token_id"])] = len(doc.words)
            doc.words.append(row["token"])
            order[name] = name
    for doc in docs.values():
        doc.breaks = join_breaks(doc.words)
    return _meantime_names(folder, docs, where)


def meantime_texts(folder: Path) -> list[Document]:
    """MEANTIME without names: only the first sentences of its articles are annotated."""
    docs = meantime(folder)
    for doc in docs:
        doc.names = None
    return docs


def _meantime_names(folder: Path, docs: dict[str, Document], where: dict[tuple[str, int], int]) -> list[Document]:
    kinds = {"PER": "person", "ORG": "organization", "LOC": "place"}
    classes: dict[str, list[str]] = {k: [""] * len(d.words) for k, d in docs.items()}
    mentions = json.loads((folder / "events/meantime-en/entities_mentions.json").read_text(encoding="utf-8"))
    for m in sorted(mentions, key=lambda m: -len(m["tokens_number"])):
        name = m["topic/subtopic_name"]
        if m["mention_type"] not in kinds or m["mention_head_pos"] != "PROPN" or name not in docs:
            continue
        inside = [where[name, t] for t in m["tokens_number"] if (name, t) in where]
        inside = _capital_run(docs[name].words, inside, m["mention_head"])
        if inside and not any(classes[name][i] for i in inside):
            for i in inside:
                classes[name][i] = f"{kinds[m['mention_type']]}#{inside[0]}"
    for key, doc in docs.items():
        doc.names = _tags(classes[key])
    return [d for d in docs.values() if len(d.words) > 20]


def _capital_run(words: list[str], inside: list[int], head: str) -> list[int]:
    """The longest run of capitalized words (with "of" between) that holds the head."""
    at = next((i for i in inside if words[i] == head), None)
    if at is None or not words[at][0].isupper():
        return []
    first = last = at
    while first - 1 in inside and words[first - 1][0].isupper():
        first -= 1
    while last + 1 in inside and (words[last + 1][0].isupper() or _continues(words, inside, last + 1)):
        last += 1
    return list(range(first, last + 1))


def _continues(words: list[str], inside: list[int], at: int) -> bool:
    return words[at] == "of" and at + 1 in inside and words[at + 1][0].isupper()


# ---------------------------------------------------------------- noise


def wrapped(doc: Document, rng: random.Random, width: int = 70) -> list[int]:
    """The breaks of the document as if it had been printed in lines of about ``width`` characters."""
    out, column = [], 0  # type: list[int], int
    width += rng.randrange(-10, 20)
    for word, gap in zip(doc.words, doc.breaks, strict=True):
        if gap == SPACE and column + len(word) > width:
            gap, column = LINE, 0
        column = len(word) if gap == BLOCK else column + len(word) + 1
        out.append(gap)
    return out

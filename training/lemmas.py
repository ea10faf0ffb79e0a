"""Writes the table of irregular lemmas of a pack.

    python -m training.lemmas --data ../shared/data --out src/sayso/lang/en/lemmas.tsv

Reads the training parts of EWT and GUM, keeps the forms whose lemma the rules
of ``sayso.parse.lemmas`` miss, and prints the accuracy on the development parts.
"""

from __future__ import annotations

import argparse
import collections
from collections.abc import Iterator
from pathlib import Path

from sayso.lang import load
from sayso.parse.lemmas import Lemmas, irregular

# Names, foreign words, addresses and misspelt words teach nothing that holds elsewhere.
_LEFT_OUT = {"NNP", "NNPS", "FW", "ADD", "GW", "AFX", "LS", "SYM", "UH", "HYPH", "NFP"}
_INFLECTED = {"VBD", "VBN", "VBG", "VBZ", "JJR", "JJS", "NNS"}
_CASED = {"JJ", "NN", "NNS"}
HEADER = """\
# Forms whose lemma the rules of inflection miss: form in lower case, Penn tag, lemma.
# Written by training/lemmas.py from the training parts of UD English EWT and GUM; see SOURCES.md.
"""


def words(path: Path) -> Iterator[tuple[str, str, str]]:
    """(form, Penn tag, lemma) of every word without a typing error."""
    for line in path.open(encoding="utf-8"):
        p = line.split("\t")
        if len(p) == 10 and p[0].isdigit() and "Typo=Yes" not in p[5] and p[2] != "_":
            yield p[1], p[4], p[2]


def table(data: Path) -> list[tuple[str, str, str]]:
    """Rows for the pack: what at least two places agree on, or one of an inflected verb, noun or adjective."""
    seen: dict[tuple[str, str], collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for corpus in ("gum", "ewt"):
        for form, tag, lemma in words(data / f"ud/en_{corpus}-train.conllu"):
            if tag not in _LEFT_OUT:
                seen[form.lower().replace("’", "'").replace("‘", "'"), tag][lemma] += 1
    known = Lemmas(irregular(load("en")))
    used = collections.Counter(lemma for lemmas in seen.values() for lemma in lemmas)
    rows = []
    for (form, tag), lemmas in sorted(seen.items()):
        lemma, count = lemmas.most_common(1)[0]
        sure = count > 1 or (tag in _INFLECTED and used[lemma] > 1)
        if sure and [lemma] != known([form], [tag]) and (tag in _CASED or lemma in (lemma.lower(), "I")):
            rows.append((form, tag, lemma))
    return rows


def accuracy(lemmas: Lemmas, path: Path) -> float:
    found = list(words(path))
    given = lemmas([w for w, _, _ in found], [t for _, t, _ in found])
    return sum(g == lemma for g, (_, _, lemma) in zip(given, found, strict=True)) / len(found)


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--data", type=Path, default=Path("../shared/data"))
    args.add_argument("--out", type=Path, default=Path("src/sayso/lang/en/lemmas.tsv"))
    given = args.parse_args()
    rows = table(given.data)
    given.out.write_text(HEADER + "".join("\t".join(r) + "\n" for r in rows), encoding="utf-8")
    print(f"{len(rows)} rows")
    hand = tuple(irregular(load("en")))
    for corpus in ("gum", "ewt"):
        path = given.data / f"ud/en_{corpus}-dev.conllu"
        print(f"{corpus} dev: {accuracy(Lemmas((*rows, *hand)), path):.4f}, without the table {accuracy(Lemmas(hand), path):.4f}")


if __name__ == "__main__":
    main()

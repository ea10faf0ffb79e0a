"""Counts for ``lang/en/word_counts.tsv``: in how many ordinary texts a common word occurs.

    python -m training.word_counts --data ../shared/data > src/sayso/lang/en/word_counts.tsv
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

FILES = ("en_ewt-train.conllu", "en_gum-train.conllu")
COMMON = {"NOUN", "VERB", "ADJ", "ADV", "AUX"}
LEAST_WORDS, LEAST_TEXTS = 40, 5
_LOWER = re.compile(r"[a-z]{3,}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    texts = [t for name in FILES for t in documents(parser.parse_args().data / "ud" / name) if len(t) >= LEAST_WORDS]
    counts = Counter(word for text in texts for word in text)
    print("# In how many texts a common word in lower case occurs, out of (texts). See SOURCES.md.")
    print(f"(texts)\t{len(texts)}")
    for word, number in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        if number >= LEAST_TEXTS:
            print(f"{word}\t{number}")


def documents(path: Path) -> Iterator[set[str]]:
    """The common words of each document of a CoNLL-U file."""
    words: set[str] = set()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                yield words
                words = set()
            cells = line.split("\t")
            if cells[0].isdigit() and cells[3] in COMMON and _LOWER.fullmatch(cells[1]):
                words.add(cells[1])
    yield words


if __name__ == "__main__":
    main()

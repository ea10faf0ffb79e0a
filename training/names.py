"""Step 2b: the names head once more, on the frozen encoder.

    python -m training.names --data ../shared/data --out build/training

Trees and attribution stay what they are; the classifier over name tags is
fitted to all texts with names (GUM, WikiGold's two thirds, re3d), each read
as printed, in capitals and in lower case. Minutes, where a training of the
whole takes hours: the place to mend how names are marked.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import asdict
from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from . import corpora
from .documents import NAME_TAGS, Document, fixed_windows
from .export import load
from .model import Batcher, Heads
from .schedule import batches, seed

# How often each casing is read: as it is, in capitals, in lower case.
CASINGS: tuple[tuple[int | None, int], ...] = ((None, 3), (3, 1), (1, 1))
TAG = {t: i for i, t in enumerate(NAME_TAGS)}


def material(data: Path) -> list[Document]:
    trees = [d for part in ("train", "dev") for d in corpora.read_conllu(data / f"ud/en_gum-{part}.conllu")]
    return trees + corpora.wikigold(data)[0] + corpora.re3d(data)


@torch.no_grad()
def features(model: Heads, docs: list[Document], casing: int | None) -> tuple[Tensor, Tensor]:
    """(words, width) and (words,): what the frozen encoder makes of each word, and its tag."""
    batcher, vectors, tags = Batcher(), [], []  # type: Batcher, list[Tensor], list[Tensor]
    model.eval()
    for group in batches([w for d in docs for w in fixed_windows(d, 180, 180)], 3000):
        batch = batcher(group, None if casing is None else dict.fromkeys(range(len(group)), casing))
        with torch.autocast("cpu", dtype=torch.bfloat16):
            words = model.words(*batch.inputs)[:, 1:]
        for k, w in enumerate(group):
            vectors.append(words[k, : len(w)].float())
            tags.append(torch.tensor([TAG[t] for t in (w.document.names or [])[w.start : w.stop]]))
    return torch.cat(vectors), torch.cat(tags)


def fit(model: Heads, parts: list[tuple[Tensor, Tensor, int]], epochs: int) -> None:
    """AdamW with linear decay over shuffled words; the head starts from what it has learned."""
    x = torch.cat([p[0] for p in parts for _ in range(p[2])])
    y = torch.cat([p[1] for p in parts for _ in range(p[2])])
    opt = torch.optim.AdamW(model.names.parameters(), lr=1e-3, weight_decay=0.02)
    size = 1024
    total = epochs * (len(x) // size)
    plan = torch.optim.lr_scheduler.LambdaLR(opt, lambda t: max(0.02, 1 - t / total))
    model.names.train()
    for epoch in range(epochs):
        for rows in torch.randperm(len(x)).split(size)[: len(x) // size]:
            noise = F.dropout(x[rows], 0.2)
            loss = F.cross_entropy(model.names(noise), y[rows], label_smoothing=0.02)
            opt.zero_grad()
            loss.backward()
            opt.step()
            plan.step()
        print(f"epoch {epoch}: loss {loss.item():.4f}", flush=True)


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--data", type=Path, default=Path("../shared/data"))
    args.add_argument("--out", type=Path, default=Path("build/training"))
    args.add_argument("--epochs", type=int, default=4)
    args.add_argument("--threads", type=int, default=2)
    given = args.parse_args()
    torch.set_num_threads(given.threads)
    seed(11)
    random.seed(11)
    model, labels = load(given.out / "student.pt")
    docs = material(given.data)
    fit(model, [(*features(model, docs, casing), times) for casing, times in CASINGS], given.epochs)
    torch.save({"weights": model.state_dict(), "labels": asdict(labels)}, given.out / "student.pt")


if __name__ == "__main__":
    main()

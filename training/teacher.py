"""Step 1: the attribution teacher.

    python -m training.teacher --data ../shared/data --out build/training [--start student.pt] [--seed 2]

Trains the encoder with the attribution head alone on PolNeAR's train part,
prints its score on the dev part after each epoch, labels the free texts and
writes the probabilities, one file a seed. With ``--start`` the encoder is an
earlier student's, which knows syntax already. Neither the teacher nor its
texts ever ship.
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812

from . import corpora
from .documents import ATTRIBUTION_TAGS, MENTION_TYPES, NAME_TAGS, Document, Window, fixed_windows
from .model import Batch, Batcher, Heads, Labels
from .schedule import Average, advance, batches, optimizer, seed, warmup_then_linear

LABELS = Labels(("X",), ("X",), ("dep",), NAME_TAGS, MENTION_TYPES, ATTRIBUTION_TAGS)
TAG = {t: i for i, t in enumerate(ATTRIBUTION_TAGS)}


def free_texts(data: Path) -> list[Document]:
    """The texts whose licence lets weights trained on them ship, and that carry parses or names."""
    docs = list(corpora.read_conllu(data / "ud/en_gum-train.conllu")) + list(corpora.read_conllu(data / "ud/en_ewt-train.conllu"))
    return docs + corpora.meantime(data) + corpora.re3d(data) + corpora.wikigold(data)[0]


def targets(batch: Batch) -> torch.Tensor:
    """(batch, words) tag numbers, -100 where there is none."""
    out = torch.full(batch.first[:, 1:].shape, -100)
    for k, w in enumerate(batch.windows):
        tags = (w.document.attribution or [])[w.start : w.stop]
        out[k, : len(tags)] = torch.tensor([TAG[t] for t in tags])
    return out


def started(student: Path | None) -> Heads:
    """A model to train: the starting weights, or an earlier student's encoder and attribution head."""
    model = Heads(LABELS)
    if student is not None:
        known = torch.load(student, weights_only=False)["weights"]
        model.load_state_dict({k: v for k, v in known.items() if k.startswith(("encoder.", "attribution."))}, strict=False)
    return model


def train(docs: list[Document], dev: list[Document], epochs: int, number: int, student: Path | None) -> Heads:
    seed(number)
    model, batcher = started(student), Batcher()
    windows = [w for d in docs for w in fixed_windows(d)]
    rng = random.Random(number)
    per_epoch = len(list(batches(windows, 1600, rng)))
    total, step = per_epoch * epochs, 0
    opt = optimizer(model, 2e-4, 1e-3)
    plan = torch.optim.lr_scheduler.LambdaLR(opt, lambda t: warmup_then_linear(t, total, 80))
    average = Average(model, 0.995)
    began = time.time()
    model.train()
    for epoch in range(epochs):
        for group in batches(windows, 1600, rng):
            batch = batcher(group)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                x = model.words(*batch.inputs)
            loss = F.cross_entropy(model.attribution(x[:, 1:]).flatten(0, 1), targets(batch).flatten(), ignore_index=-100)
            advance(model, loss, opt, plan, average, step)
            step += 1
            if step % 50 == 0:
                print(f"{step}/{total} loss {loss.item():.3f} {time.time() - began:.0f}s", flush=True)
        print(f"epoch {epoch}:", report(probabilities(model, batcher, dev), dev), flush=True)
    model.load_state_dict(average.shadow)
    print("averaged:", report(probabilities(model, batcher, dev), dev), flush=True)
    return model


@torch.no_grad()
def probabilities(model: Heads, batcher: Batcher, docs: list[Document]) -> list[np.ndarray]:
    """(words, tags) a document; where windows overlap, the one whose middle is nearer speaks."""
    model.eval()
    out = [np.zeros((len(d.words), len(ATTRIBUTION_TAGS)), np.float32) for d in docs]
    centre = [np.full(len(d.words), 10**6) for d in docs]
    index = {id(d): k for k, d in enumerate(docs)}
    for group in batches([w for d in docs for w in fixed_windows(d)], 3000):
        batch = batcher(group)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = model.words(*batch.inputs)
        p = F.softmax(model.attribution(x[:, 1:]), -1).numpy()
        for k, w in enumerate(group):
            _place(w, p[k, : len(w)], out[index[id(w.document)]], centre[index[id(w.document)]])
    model.train()
    return out


def _place(w: Window, p: np.ndarray, out: np.ndarray, centre: np.ndarray) -> None:
    where = np.arange(w.start, w.stop)
    distance = np.abs(where - (w.start + w.stop) / 2)
    better = distance < centre[where]
    out[where[better]] = p[better]
    centre[where[better]] = distance[better]


def report(probs: list[np.ndarray], docs: list[Document]) -> str:
    """Precision and recall a tag, and micro-F1 over the three, word by word."""
    kinds = [t.split("-")[-1] for t in ATTRIBUTION_TAGS]
    gold = np.array([t.split("-")[-1] for d in docs for t in d.attribution or []])
    found = np.array([kinds[i] for p in probs for i in p.argmax(-1)])
    parts, hits, said, true = [], 0, 0, 0
    for kind in ("source", "cue", "content"):
        tp, n, m = int(((gold == kind) & (found == kind)).sum()), int((found == kind).sum()), int((gold == kind).sum())
        parts.append(f"{kind} P {tp / max(1, n):.3f} R {tp / max(1, m):.3f}")
        hits, said, true = hits + tp, said + n, true + m
    return "  ".join([*parts, f"micro-F1 {2 * hits / max(1, said + true):.4f}"])


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--data", type=Path, default=Path("../shared/data"))
    args.add_argument("--out", type=Path, default=Path("build/training"))
    args.add_argument("--epochs", type=int, default=2)
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--start", type=Path, help="an earlier student.pt, whose encoder the teacher starts from")
    given = args.parse_args()
    torch.set_num_threads(given.threads)
    given.out.mkdir(parents=True, exist_ok=True)
    texts = [corpora.polnear(given.data, part) for part in ("train", "dev")]
    model = train(texts[0], texts[1], given.epochs, given.seed, given.start)
    docs = free_texts(given.data)
    labelled = {d.id: p.astype(np.float16) for d, p in zip(docs, probabilities(model, Batcher(), docs), strict=True)}
    (given.out / f"teacher-labels-{given.seed}.pickle").write_bytes(pickle.dumps(labelled))
    print(f"labelled {len(labelled)} texts, {sum(len(d.words) for d in docs)} words")


if __name__ == "__main__":
    main()

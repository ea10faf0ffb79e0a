"""Step 2: the encoder that ships, all heads together.

    python -m training.student --data ../shared/data --out build/training

Trains on the free texts alone: trees and tags of EWT and GUM, names of GUM,
WikiGold (two thirds) and re3d, mention types of GUM, the teacher's
probabilities for attribution on all of them, and the starting encoder's own
sentence similarities, so that they survive. Writes ``student.pt`` after each
epoch.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor

from . import corpora
from .documents import ATTRIBUTION_TAGS, BLOCK, MENTION_TYPES, NAME_TAGS, SPACE, Document, Window, random_windows
from .model import Batch, Batcher, Heads, Labels
from .schedule import Average, advance, batches, optimizer, seed, warmup_then_linear
from .targets import Targets, targets

LOSS_WEIGHTS = {
    "upos": 0.5, "xpos": 0.5, "start": 0.5, "arcs": 1.0, "relations": 1.0,
    "names": 0.7, "mentions": 0.4, "attribution": 1.2, "vectors": 2.0,
}  # fmt: skip
# Shares of windows whose casing is lost: wire copy in capitals, lower case, Headline Case.
CASE_NOISE = ((3, 0.08), (1, 0.06), (2, 0.03))
MASK = 103


@dataclass
class Material:
    train: list[Document]
    monitor: list[Document]
    labels: Labels
    sentences: dict[tuple[int, int], np.ndarray]  # (id of document, first word) -> the starting encoder's vector


def material(data: Path, out: Path) -> Material:
    parts = [data / f"ud/en_{corpus}-{part}.conllu" for part in ("train", "dev") for corpus in ("gum", "ewt")]
    trees = [d for path in parts for d in corpora.read_conllu(path)]
    monitor = [d for d in trees if d.id.startswith(("GUM_news_iodine", "GUM_interview_cyclone", "GUM_bio_byron"))]
    monitor += [d for d in trees if not d.id.startswith("GUM")][-60:]
    kept = {id(d) for d in monitor}
    trees = [d for d in trees if id(d) not in kept]
    docs = trees + corpora.meantime_texts(data) + corpora.re3d(data) + corpora.wikigold(data)[0]
    for d, soft in zip(docs, _taught(docs, out), strict=True):
        d.soft = soft
    seen = [_inventory(trees, field) for field in ("upos", "xpos", "relations")]
    labels = Labels(*seen, NAME_TAGS, MENTION_TYPES, ATTRIBUTION_TAGS)
    return Material(docs, monitor, labels, sentence_vectors(docs, out / "sentence-vectors.pickle"))


def _taught(docs: list[Document], out: Path) -> list[np.ndarray | None]:
    """(words, tags) probabilities a document: the mean of all teachers that divide it into the same words."""
    teachers = [pickle.loads(path.read_bytes()) for path in sorted(out.glob("teacher-labels-*.pickle"))]
    if not teachers:
        raise SystemExit(f"{out}: no teacher-labels-*.pickle here; run training.teacher first")
    found = [[t[d.id].astype(np.float32) for t in teachers if d.id in t and len(t[d.id]) == len(d.words)] for d in docs]
    return [np.mean(f, axis=0) if f else None for f in found]


def _inventory(docs: list[Document], field: str) -> tuple[str, ...]:
    return tuple(sorted({x for d in docs for x in getattr(d, field)}))


@torch.no_grad()
def sentence_vectors(docs: list[Document], cache: Path) -> dict[tuple[int, int], np.ndarray]:
    """What the starting encoder makes of each sentence by itself: (384,) unit vectors, mean over pieces."""
    windows = [Window(d, a, b) for d in docs for a, b in _sentences(d) if 4 <= b - a <= 60]
    if cache.exists():
        vectors = pickle.loads(cache.read_bytes())
    else:
        vectors = _embed(windows)
        cache.write_bytes(pickle.dumps(vectors))
    return {(id(w.document), w.start): v for w, v in zip(windows, vectors, strict=True)}


def _sentences(doc: Document) -> list[tuple[int, int]]:
    starts = [i for i, s in enumerate(doc.starts or []) if s]
    return list(zip(starts, [*starts[1:], len(doc.words)], strict=True)) if starts else []


def _embed(windows: list[Window]) -> np.ndarray:
    from transformers import AutoModel

    from .model import weights_folder

    encoder = AutoModel.from_pretrained(weights_folder()).eval()
    batcher, out = Batcher(), np.zeros((len(windows), 384), np.float16)
    index = {(id(w.document), w.start): k for k, w in enumerate(windows)}
    for group in batches(windows, 3000):
        batch = batcher(group)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = encoder(input_ids=batch.ids, attention_mask=batch.mask).last_hidden_state.float()
        mask = batch.mask.unsqueeze(-1)
        pooled = F.normalize((hidden * mask).sum(1) / mask.sum(1), dim=-1).numpy()
        for k, w in enumerate(group):
            out[index[id(w.document), w.start]] = pooled[k]
    return out


# ---------------------------------------------------------------- losses


def losses(model: Heads, gold: Targets, words: Tensor) -> dict[str, Tensor]:
    """One loss a head; a head for which the batch has no labels costs nothing."""
    x = words[:, 1:]
    out = {
        "upos": _ce(model.upos(x), gold.upos),
        "xpos": _ce(model.xpos(x), gold.xpos),
        "names": _ce(model.names(x), gold.names),
        "mentions": _ce(model.mentions(x), gold.mentions),
        "start": _bce(model.start(x).squeeze(-1), gold.start),
        "attribution": _soft(model.attribution(x), gold.soft),
    }
    if (gold.heads >= 0).any():
        scores = model.arcs(words).masked_fill(~gold.allowed, -1e4)
        out["arcs"] = _ce(scores[:, 1:], gold.heads)
        logits = model.relation_logits(words, F.pad(gold.heads.clamp(min=0), (1, 0)))
        out["relations"] = _ce(logits[:, 1:], gold.relations)
    if len(gold.sentences) > 1:
        out["vectors"] = _similarities(model.vector(words), gold)
    return out


def _ce(logits: Tensor, gold: Tensor) -> Tensor:
    if not (gold >= 0).any():
        return logits.sum() * 0.0
    return F.cross_entropy(logits.flatten(0, 1), gold.flatten(), ignore_index=-100)


def _bce(logits: Tensor, gold: Tensor) -> Tensor:
    known = gold >= 0
    return F.binary_cross_entropy_with_logits(logits[known], gold[known].float()) if known.any() else logits.sum() * 0.0


def _soft(logits: Tensor, gold: Tensor) -> Tensor:
    known = gold.sum(-1) > 0.5
    if not known.any():
        return logits.sum() * 0.0
    return -(gold[known] * F.log_softmax(logits[known], -1)).sum(-1).mean()


def _similarities(vectors: Tensor, gold: Targets) -> Tensor:
    """Mean squared difference of all cosine similarities between the batch's sentences, before and now."""
    now = torch.stack([vectors[k, a + 1 : b + 1].mean(0) for k, a, b in gold.sentences])
    now = F.normalize(now, dim=-1)
    return ((now @ now.T - gold.vectors @ gold.vectors.T) ** 2).mean()


# ---------------------------------------------------------------- training


def noisy(group: list[Window], batcher: Batcher, rng: random.Random) -> Batch:
    """A batch with the noise of real pages: lost casing, hard line breaks, lost paragraphs, masked words."""
    shape: dict[int, int] = {}
    breaks: dict[int, list[int]] = {}
    for k, w in enumerate(group):
        r = rng.random()
        for value, share in CASE_NOISE:
            if r < share:
                shape[k] = value
                break
            r -= share
        r = rng.random()
        if r < 0.12:
            breaks[k] = corpora.wrapped(w.document, rng)
        elif r < 0.22:
            breaks[k] = [SPACE if b == BLOCK else b for b in w.document.breaks]
    batch = batcher(group, shape, breaks)
    hidden = (torch.rand(batch.ids.shape) < 0.05) & (batch.ids > 102)
    batch.ids[hidden] = MASK
    return batch


def started(labels: Labels, earlier: Path | None) -> Heads:
    """A model to train: the starting weights, or an earlier student's, whose labels must be the same."""
    model = Heads(labels)
    if earlier is not None:
        known = torch.load(earlier, weights_only=False)
        if {k: tuple(v) for k, v in known["labels"].items()} != asdict(labels):
            raise SystemExit(f"{earlier}: its labels are not those of the data; train from the start")
        model.load_state_dict(known["weights"])
    return model


def train(material: Material, epochs: int, out: Path, rate: float, earlier: Path | None) -> Heads:
    seed(7)
    model, batcher, rng = started(material.labels, earlier), Batcher(), random.Random(7)
    steps = len(list(batches([w for d in material.train for w in random_windows(d, rng)], 1600, rng)))
    total, step, began = steps * epochs, 0, time.time()
    opt = optimizer(model, rate, 5 * rate)
    plan = torch.optim.lr_scheduler.LambdaLR(opt, lambda t: warmup_then_linear(t, total, 150))
    average = Average(model)
    for epoch in range(epochs):
        model.train()
        for group in batches([w for d in material.train for w in random_windows(d, rng)], 1600, rng):
            batch = noisy(group, batcher, rng)
            gold = targets(batch, material.labels, material.sentences)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                words = model.words(*batch.inputs)
            parts = losses(model, gold, words.float())
            loss = sum((LOSS_WEIGHTS[k] * v for k, v in parts.items()), torch.zeros(()))
            advance(model, loss, opt, plan, average, step)
            step += 1
            if step % 50 == 0:
                shown = " ".join(f"{k} {v.item():.3f}" for k, v in parts.items())
                print(f"{step}/{total} {time.time() - began:.0f}s {shown}", flush=True)
        save(average, material.labels, out)
        print(f"epoch {epoch}: {score(model, average, batcher, material)}", flush=True)
    return model


def save(average: Average, labels: Labels, out: Path) -> None:
    torch.save({"weights": average.shadow, "labels": asdict(labels)}, out / "student.tmp")
    (out / "student.tmp").replace(out / "student.pt")


@torch.no_grad()
def score(model: Heads, average: Average, batcher: Batcher, material: Material) -> str:
    """UPOS, UAS, LAS and name tags on the monitoring texts, with the averaged weights."""
    kept = {k: v.clone() for k, v in model.state_dict().items()}
    model.load_state_dict(average.shadow)
    model.eval()
    right: dict[str, int] = dict.fromkeys(("upos", "uas", "las", "start", "words"), 0)
    rng = random.Random(0)
    for group in batches([w for d in material.monitor for w in random_windows(d, rng)], 3000):
        batch = batcher(group)
        gold = targets(batch, material.labels, {})
        words = model.words(*batch.inputs)
        heads = model.arcs(words).masked_fill(~gold.allowed, -1e4).argmax(-1)
        rel = model.relation_logits(words, heads).argmax(-1)[:, 1:]
        known = gold.heads >= 0
        hit = (heads[:, 1:] == gold.heads) & known
        right["words"] += int(known.sum())
        right["uas"] += int(hit.sum())
        right["las"] += int((hit & (rel == gold.relations)).sum())
        right["upos"] += int(((model.upos(words[:, 1:]).argmax(-1) == gold.upos) & known).sum())
        right["start"] += int((((model.start(words[:, 1:]).squeeze(-1) > 0).long() == gold.start) & known).sum())
    model.load_state_dict(kept)
    return " ".join(f"{k} {v / max(1, right['words']):.4f}" for k, v in right.items() if k != "words")


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--data", type=Path, default=Path("../shared/data"))
    args.add_argument("--out", type=Path, default=Path("build/training"))
    args.add_argument("--epochs", type=int, default=12)
    args.add_argument("--rate", type=float, default=2.5e-4)
    args.add_argument("--threads", type=int, default=2)
    args.add_argument("--start", type=Path, help="an earlier student.pt to go on from")
    given = args.parse_args()
    torch.set_num_threads(given.threads)
    prepared = material(given.data, given.out)
    print(json.dumps({"documents": len(prepared.train), "words": sum(len(d.words) for d in prepared.train)}), flush=True)
    train(prepared, given.epochs, given.out, given.rate, given.start)


if __name__ == "__main__":
    main()

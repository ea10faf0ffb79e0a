"""The encoder with its heads: one ONNX file, its label lists, and the weights that name relations."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.errors import ResourceError

from .encode import Ints

Floats = npt.NDArray[np.float32]
OUTPUTS = ("upos", "xpos", "mentions", "start", "names", "attribution", "vectors", "arcs", "rel_dep", "rel_head")
FILES = ("encoder.onnx", "relations.npz", "labels.json", "tokenizer.json")
# Products this small stay below OpenBLAS's threshold for threads (65,536 x 4 multiplications), which
# would wait for one another here, where every core already reads a window of its own.
_ROWS = 16


@dataclass(frozen=True, slots=True)
class Labels:
    """The label inventories in the order of the model's outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    mentions: tuple[str, ...]
    attribution: tuple[str, ...]
    version: str


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model says of one window. Row 0 of every array but ``arcs`` is the root; word ``i`` is row ``i + 1``."""

    upos: Ints
    xpos: Ints
    mentions: Ints
    start: Floats
    names: Floats
    attribution: Floats
    vectors: Floats
    arcs: Floats
    rel_dep: Floats
    rel_head: Floats


class Model:
    """``score`` may be called from several threads at once: every call runs on one core, whatever the machine has.

    One window a call: quantized layers take their scale from all that is in a call, so windows that shared one
    would change each other's scores with the company they keep; and nothing is padded.
    """

    def __init__(self, folder: Path) -> None:
        self.labels = _labels(_present(folder / "labels.json"))
        self._session = _session(_present(folder / "encoder.onnx"))
        self._relations = _relation_weights(_present(folder / "relations.npz"))
        self._root = self.labels.relations.index("root")

    def score(self, ids: Ints, types: Ints, first: Ints) -> Scores:
        feeds = {"input_ids": ids[None], "token_type_ids": types[None], "first": first[None]}
        feeds["attention_mask"] = np.ones_like(feeds["input_ids"])
        return Scores(*(x[0] for x in self._session.run(OUTPUTS, feeds)))

    def relations(self, dependents: Floats, heads: Floats, roots: npt.NDArray[np.bool_]) -> Ints:
        """The relation of each dependent to its head; "root" where, and only where, ``roots`` says so."""
        x, y = _in_rows(_biased(dependents)), _in_rows(_biased(heads))
        # (blocks, 1, rows, k) @ (relations, k, k), then each row against its head.
        scored = np.einsum("brij,bij->bir", x[:, None] @ self._relations, y)
        logits = scored.reshape(-1, len(self._relations))[: len(dependents)]
        logits[:, self._root] = -np.inf
        return np.where(roots, self._root, logits.argmax(1))


def fingerprint(folder: Path) -> str:
    """A digest of the model's files."""
    digest = hashlib.blake2b(digest_size=8)
    for name in FILES:
        digest.update(_present(folder / name).read_bytes())
    return digest.hexdigest()


def _in_rows(x: Floats) -> Floats:
    """``x`` in blocks of ``_ROWS`` rows, the last one filled up with zeros."""
    blocks = -(-len(x) // _ROWS)
    out = np.zeros((blocks * _ROWS, x.shape[1]), dtype=np.float32)
    out[: len(x)] = x
    return out.reshape(blocks, _ROWS, -1)


def _biased(x: Floats) -> Floats:
    return np.concatenate([x, np.ones_like(x[:, :1])], 1)


def _present(path: Path) -> Path:
    if not path.is_file():
        raise ResourceError(f"the parser's {path.name} is missing in {path.parent}")
    return path


def _labels(path: Path) -> Labels:
    given = json.loads(path.read_text(encoding="utf-8"))
    lists = {k: tuple(v) for k, v in given.items() if isinstance(v, list)}
    return Labels(**{k: v for k, v in lists.items() if k in Labels.__slots__}, version=str(given.get("version", "")))


def _relation_weights(path: Path) -> Floats:
    with np.load(path) as arrays:
        return np.ascontiguousarray(arrays["weight"], dtype=np.float32)


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # Rewriting the graph at every start takes as long again as loading it, and made no window faster; what it
    # rewrites differs between versions of onnxruntime, and with it the last digits.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises classes of its own that share no other base
        raise ResourceError(f"the parser's {path.name} cannot be loaded: {error}") from error


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

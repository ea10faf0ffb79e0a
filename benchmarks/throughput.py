"""Words a second: the bare encoder, the whole parse, the whole reading."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from sayso import pipeline
from sayso.parse import divide
from sayso.parse.encode import Vocabulary
from sayso.parse.model import OUTPUTS, cores
from sayso.parse.windows import pack
from sayso.records import Report
from sayso.resources import Resources
from sayso.settings import Settings

Feeds = list[dict[str, np.ndarray[Any, Any]]]


def lines(texts: Sequence[Report], threads: int, repeat: int) -> Iterator[str]:
    resources = Resources(Settings(threads=threads))
    parser = resources.parser("en")
    words = sum(len(divide(t)) for t in texts)
    feeds = windows(parser.folder, texts)
    with TemporaryDirectory() as folder:
        bare, what = bare_encoder(parser.folder / "encoder.onnx", Path(folder))
        tasks: dict[str, Callable[[], object]] = {
            what: lambda: run(bare, feeds, threads or cores()),
            "parse": lambda: parser.parse(texts),
            "read": lambda: pipeline.read(texts, resources),
        }
        best = interleaved(tasks, repeat)
    yield f"{len(texts)} reports, {words:,} words, {len(feeds)} windows, {threads or cores()} threads, best of {repeat}"
    yield from (f"  {name}: {words / seconds:,.0f} words/s" for name, seconds in best.items())
    yield f"parse / bare encoder throughput: {best[what] / best['parse']:.2f} (goal >= 0.60)"
    yield f"read / parse time: {best['read'] / best['parse']:.2f}"


def interleaved(tasks: dict[str, Callable[[], object]], repeat: int) -> dict[str, float]:
    """The shortest time of each task in seconds; they take turns, so that a busy moment hits all of them."""
    best = dict.fromkeys(tasks, float("inf"))
    for _ in range(repeat):
        for name, task in tasks.items():
            began = time.perf_counter()
            task()
            best[name] = min(best[name], time.perf_counter() - began)
    return best


def windows(folder: Path, texts: Sequence[Report]) -> Feeds:
    """The same windows that the parser makes of the texts, ready for the encoder."""
    vocabulary, feeds = Vocabulary(folder / "tokenizer.json"), []
    for text in map(divide, texts):
        encoded = vocabulary.encode(text.words(), text.breaks)
        for window in (w for chain in pack(text.blocks, encoded.at) for w in chain):
            ids, types, first = encoded.window(window.first, window.stop)
            arrays = {"input_ids": ids, "token_type_ids": types, "attention_mask": np.ones_like(ids), "first": first}
            feeds.append({name: array[None] for name, array in arrays.items()})
    return feeds


def bare_encoder(path: Path, folder: Path) -> tuple[Any, str]:
    """A session that ends at one small head; where the package onnx is missing, the whole model."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL  # as the parser runs it
    what = "encoder with all heads"
    try:
        from onnx.utils import extract_model
    except ImportError:
        pass
    else:
        inputs = [i.name for i in onnxruntime.InferenceSession(str(path), options).get_inputs()]
        extract_model(str(path), str(folder / "bare.onnx"), inputs, OUTPUTS[:1])
        path, what = folder / "bare.onnx", "bare encoder (with the UPOS head, 18 columns)"
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"]), what


def run(session: Any, feeds: Feeds, threads: int) -> None:
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda feed: session.run(OUTPUTS[:1], feed), feeds))

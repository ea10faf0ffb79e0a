"""From a cold process to a printed reading, beside what importing onnxruntime and loading the model takes alone."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso.lang import load
from sayso.records import Report

from .throughput import interleaved

WORDS = 800
_LOAD = """
import onnxruntime
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 1
onnxruntime.InferenceSession({model!r}, options, providers=["CPUExecutionProvider"])
"""
_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def lines(texts: Sequence[Report], repeat: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder) / "one.txt", Path(folder) / "many"
        one.write_text(of_words(texts, WORDS), encoding="utf-8")
        many.mkdir()
        for text in texts:
            (many / f"{text.id}.txt").write_text(text.text, encoding="utf-8")
        # Modules are compiled once, as installing a package does, whatever this environment says.
        python = [*("env", "-u", "PYTHONDONTWRITEBYTECODE", f"PYTHONPYCACHEPREFIX={folder}/compiled"), sys.executable]
        load_only = [*python, "-c", _LOAD.format(model=str(load("en").folder / "encoder.onnx"))]
        read = [*python, "-m", "sayso", "read", "--json"]
        commands = {
            "python -c pass": [*python, "-c", "pass"],
            "sayso --version": [*python, "-m", "sayso", "--version"],
            "import onnxruntime, load the model": load_only,
            f"sayso read, one report of {WORDS} words": [*read, str(one)],
        }
        for command in commands.values():
            start(command)
        best = interleaved({name: lambda c=c: start(c) for name, c in commands.items()}, max(repeat, 2))  # type: ignore[misc]
        yield f"cold processes, wall time, best of {repeat}"
        yield from (f"  {name}: {seconds * 1000:.0f} ms" for name, seconds in best.items())
        names = list(commands)
        yield f"cold read / (import onnxruntime + load the model): {best[names[3]] / best[names[2]]:.2f} (goal <= 2.5)"
        sizes = {name: peak(c) for name, c in (("load", load_only), ("one", [*read, str(one)]), ("many", [*read, str(many)]))}
    yield f"peak memory: model loaded {sizes['load']} MB, one report {sizes['one']} MB, {len(texts)} reports {sizes['many']} MB"
    yield f"memory for {len(texts)} reports / for the loaded model: {sizes['many'] / sizes['load']:.2f}"


def of_words(texts: Sequence[Report], words: int) -> str:
    """A report of about so many words, from the first that is long enough."""
    paragraphs = [p for t in texts for p in t.text.split("\n\n")]
    taken: list[str] = []
    while paragraphs and sum(len(p.split()) for p in taken) < words:
        taken.append(paragraphs.pop(0))
    return "\n\n".join(taken)


def start(command: list[str]) -> None:
    """Runs a process to its end."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def peak(command: list[str]) -> int:
    """The most memory a process ever held, in megabytes; asked of a small parent, since a child begins as its copy."""
    asked = subprocess.run([sys.executable, "-c", _PEAK, *command], check=True, capture_output=True, text=True)
    return int(asked.stdout) // (1024 if sys.platform != "darwin" else 1024 * 1024)

"""Step 3: the trained weights as the files that ship.

    python -m training.export --out build/training --pack src/sayso/lang/en

Writes ``encoder.onnx`` (int8 weights), ``relations.npz``, ``labels.json`` and
``tokenizer.json`` into the pack, and ``encoder-fp32.onnx`` and
``encoder-bare.onnx`` (the encoder without heads, int8) beside the weights for
measuring what quantization and the heads cost.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from .graph import Encoder
from .model import Heads, Labels, weights_folder

INPUTS = ("input_ids", "token_type_ids", "attention_mask", "first")
OUTPUTS = ("upos", "xpos", "mentions", "start", "names", "attribution", "vectors", "arcs", "rel_dep", "rel_head")
# Weights of these matrices stay in 32 bits: the first are small and trees hang on them; the inputs of the
# others (what leaves the first two layers' activation) span too wide a range for one scale, and cost half of
# what eight bits cost in all (LAS on EWT test: fp32 .898, all in int8 .895, without these two .897).
KEPT = ("arc_", "rel_", "layers.0/dense_2", "layers.1/dense_2")


class Shipped(nn.Module):
    """The heads as one graph: decisions where one is enough, scores where a decoder needs them."""

    def __init__(self, model: Heads) -> None:
        super().__init__()
        self.model, self.encoder = model, Encoder(model.encoder)

    def forward(self, input_ids: Tensor, token_type_ids: Tensor, attention_mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        m = self.model
        hidden = self.encoder(input_ids, token_type_ids, attention_mask)
        x = torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, hidden.size(-1)))
        dep = torch.cat([m.arc_dep(x), torch.ones_like(x[..., :1])], -1)
        arcs = torch.matmul(torch.matmul(dep, m.arc_weight), m.arc_head(x).transpose(1, 2))
        return (
            m.upos(x).argmax(-1), m.xpos(x).argmax(-1), m.mentions(x).argmax(-1), m.start(x).squeeze(-1), m.names(x),
            torch.softmax(m.attribution(x), -1), m.vector(x), arcs, m.rel_dep(x), m.rel_head(x),
        )  # fmt: skip


def load(path: Path) -> tuple[Heads, Labels]:
    saved = torch.load(path, weights_only=True)
    labels = Labels(**{k: tuple(v) for k, v in saved["labels"].items()})
    model = Heads(labels)
    model.load_state_dict(saved["weights"])
    return model.eval(), labels


def export(model: nn.Module, inputs: tuple[str, ...], outputs: tuple[str, ...], path: Path) -> None:
    ids = torch.randint(1000, 2000, (2, 12))
    first = torch.tensor([[0, 1, 2, 5, 7], [0, 1, 3, 4, 9]])
    example = (ids, torch.zeros_like(ids), torch.ones_like(ids), first)[: len(inputs)]
    axes = {n: {0: "batch", 1: "words" if n == "first" else "pieces"} for n in inputs}
    axes |= {n: {0: "batch", 1: "words"} for n in outputs}
    if "arcs" in outputs:
        axes["arcs"][2] = "words"
    torch.onnx.export(
        model, example, str(path), input_names=list(inputs), output_names=list(outputs), dynamic_axes=axes,
        opset_version=17, dynamo=False,
    )  # fmt: skip


def quantize(source: Path, target: Path, reduce_range: bool) -> None:
    """int8 weights a channel, activations quantized on the fly; embeddings too."""
    graph = onnx.load(source)
    arrays = {i.name for i in graph.graph.initializer}
    products = [n for n in graph.graph.node if n.op_type == "MatMul"]
    kept = [n.name for n in products if n.name == "/MatMul" or any(k in n.name for k in KEPT) or not set(n.input) & arrays]
    quantize_dynamic(
        source, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=reduce_range,
        op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=kept, extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--out", type=Path, default=Path("build/training"))
    args.add_argument("--pack", type=Path, default=Path("src/sayso/lang/en"))
    args.add_argument("--whole-range", action="store_true", help="8-bit weights; 7 are the rule: without VNNI products overflow")
    given = args.parse_args()
    model, labels = load(given.out / "student.pt")
    with torch.no_grad():
        export(Shipped(model), INPUTS, OUTPUTS, given.out / "encoder-fp32.onnx")
        export(Encoder(model.encoder), INPUTS[:3], ("hidden",), given.out / "bare-fp32.onnx")
    quantize(given.out / "encoder-fp32.onnx", given.pack / "encoder.onnx", not given.whole_range)
    quantize(given.out / "bare-fp32.onnx", given.out / "encoder-bare.onnx", not given.whole_range)
    np.savez(given.pack / "relations.npz", weight=model.rel_weight.detach().numpy().astype(np.float32))
    version = hashlib.sha256((given.pack / "encoder.onnx").read_bytes()).hexdigest()[:16]
    fields = {f: list(getattr(labels, f)) for f in ("upos", "xpos", "relations", "names", "mentions", "attribution")}
    (given.pack / "labels.json").write_text(json.dumps({**fields, "version": version}, indent=0) + "\n", encoding="utf-8")
    shutil.copy(weights_folder() / "tokenizer.json", given.pack / "tokenizer.json")
    for path in sorted(given.pack.iterdir()):
        if path.suffix in (".onnx", ".npz", ".json"):
            print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

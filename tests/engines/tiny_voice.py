"""Makes a VITS model of a few hundred bytes with random weights: it loads, and it hums, each token its own way."""

import random
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SAMPLES = 4000
"""Samples that a token lasts; 0.25 s at 16 kHz."""
RATE = 16000

LEXICON = """中 zh ong1
众 zh ong4
重 zh ong4
崇 ch ong2
国 g uo2
庆 q ing4
花 h ua1
儿 er2
长 ch ang2
掌 zh ang3
重庆 zh ong4 q ing4
news n iu3 s i4
"""


def make(folder: Path, seed: int = 0, speakers: int = 1) -> Path:
    """Write the model's files below a folder; returns it. Of several speakers each hums other tones."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lexicon.txt").write_text(LEXICON, encoding="utf-8")
    symbols = ["_", "，", "。", *sorted({token for line in LEXICON.splitlines() for token in line.split()[1:]})]
    (folder / "tokens.txt").write_text("".join(f"{token} {index}\n" for index, token in enumerate(symbols)), encoding="utf-8")
    onnx.save(_model(len(symbols), seed, speakers), str(folder / "model.onnx"))
    return folder


def _model(tokens: int, seed: int, speakers: int) -> onnx.ModelProto:
    drawn = random.Random(seed)
    time = np.arange(SAMPLES) / RATE
    waves = [0.3 * np.sin(2 * np.pi * drawn.uniform(120, 800) * time) for _ in range(tokens)]
    weights = numpy_helper.from_array(np.array(waves, dtype=np.float32), "weights")
    flat = numpy_helper.from_array(np.array([1, 1, -1], dtype=np.int64), "flat")
    count = numpy_helper.from_array(np.array([tokens], dtype=np.int64), "count")
    several = speakers > 1
    nodes = [
        *([helper.make_node("Add", ["x", "sid"], ["moved"])] if several else []),
        helper.make_node("Mod", ["moved" if several else "x", "count"], ["tone"]),
        helper.make_node("Gather", ["weights", "tone"], ["spoken"]),
        helper.make_node("Reshape", ["spoken", "flat"], ["y"]),
    ]
    inputs = [
        helper.make_tensor_value_info("x", TensorProto.INT64, [1, "length"]),
        helper.make_tensor_value_info("x_length", TensorProto.INT64, [1]),
        *(helper.make_tensor_value_info(n, TensorProto.FLOAT, [1]) for n in ("noise_scale", "length_scale", "noise_scale_w")),
        *([helper.make_tensor_value_info("sid", TensorProto.INT64, [1])] if several else []),
    ]
    output = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 1, "samples"])
    graph = helper.make_graph(nodes, "tiny", inputs, [output], [weights, flat, count])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    about = {
        "model_type": "vits",
        "comment": "tiny",
        "language": "Chinese",
        "add_blank": 0,
        "n_speakers": speakers,
        "sample_rate": RATE,
        "punctuation": "， 。",
        "voice": "",
        "has_espeak": 0,
    }
    helper.set_model_props(model, {key: str(value) for key, value in about.items()})
    return model

"""Trains the model, `data/model.gz`. Reproducible: fixed order, fixed seed, no dependencies.

The format of the file is told in `audio_edition/pronunciation/model.py`.
"""

import gzip
import random
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from audio_edition.pronunciation.model import SCALE, odds
from benchmarks.training import corpus
from benchmarks.training.corpus import Instance

_EPOCHS = 6
_RATE = 0.1
"""Step of AdaGrad (Duchi, Hazan, Singer 2011)."""
_COPIES = {"examples": 2, "g2pL": 1, "cpp": 1, "anchors": 1, "sentences": 2}
_FOLDS = 5
_LEVELS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.94, 0.96, 0.98, 0.99, 0.995, 0.998)
"""Confidences that are told apart."""

Weights = dict[str, list[float]]


class Learned:
    """Weights of one character while they are learned: for each feature one per reading."""

    def __init__(self, instances: Sequence[Instance]) -> None:
        """Learn from the instances of one character."""
        self.readings = sorted({instance.pinyin for instance in instances})
        features = dict.fromkeys(feature for instance in instances for feature in instance.features)
        size = len(self.readings)
        self.biases = [0.0] * size
        self.weights: Weights = {feature: [0.0] * size for feature in features}
        if size > 1:
            self._learn(instances)

    def _learn(self, instances: Sequence[Instance]) -> None:
        steps: Weights = {feature: [1e-3] * len(self.readings) for feature in self.weights}
        bias_steps = [1e-3] * len(self.readings)
        encoded = [
            ([(self.weights[name], steps[name]) for name in instance.features if name in steps],
             self.readings.index(instance.pinyin))
            for instance in instances
        ]  # fmt: skip
        order = random.Random(1)
        for _ in range(_EPOCHS):
            order.shuffle(encoded)
            for rows, right in encoded:
                _step([*rows, (self.biases, bias_steps)], right)

    def scores(self, features: Iterable[str]) -> list[float]:
        """The score of each reading."""
        rows = [self.weights[feature] for feature in features if feature in self.weights]
        return [bias + sum(row[number] for row in rows) for number, bias in enumerate(self.biases)]


def _step(rows: Sequence[tuple[list[float], list[float]]], right: int) -> None:
    scores = [sum(column) for column in zip(*(row for row, _ in rows), strict=True)]
    for number, share in enumerate(odds(scores)):
        slope = share - (number == right)
        if abs(slope) > 1e-3:
            for row, steps in rows:
                steps[number] += slope * slope
                row[number] -= _RATE * slope / steps[number] ** 0.5


def build(shared: str) -> bytes:
    """The model, from the shared data at a path and our own examples; prints how well it does on what it has not seen."""
    instances = list(_instances(Path(shared) / "pronunciation"))
    margins, confidences = _calibrate(list(_held_out(instances)))
    parts = [" ".join(map(str, margins)) + "\n" + " ".join(map(str, confidences))]
    for char, group in sorted(_by_char(instances).items()):
        parts.append(_serialize(char, Learned(group)))
    return gzip.compress("\f".join(parts).encode(), 9, mtime=0)


def _instances(folder: Path) -> Iterator[Instance]:
    for source, sentences in (("g2pL", folder / "g2pL" / "train.sent"), ("cpp", folder / "cpp" / "dev.sent")):
        for labelled in corpus.marked(sentences):
            yield from corpus.instances(labelled, source)
    for labelled in corpus.anchors(folder / "g2pL" / "train.sent"):
        yield from corpus.instances(labelled, "anchors")
    for labelled in corpus.examples():
        yield from corpus.instances(labelled, "examples")
    for labelled in corpus.sentences():
        yield from corpus.instances(labelled, "sentences")


def _by_char(instances: Iterable[Instance]) -> dict[str, list[Instance]]:
    """What to learn from, by character: where the dictionary decides there is nothing to learn."""
    grouped: dict[str, list[Instance]] = defaultdict(list)
    for instance in instances:
        if not instance.dictionary:
            grouped[instance.char] += [instance] * _COPIES[instance.source]
    return grouped


def _held_out(instances: Sequence[Instance]) -> Iterator[tuple[float, bool]]:
    """Margin and success on sentences that were kept from the model, each fold in turn; says how often each source is right."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for fold in range(_FOLDS):
        learned = {char: Learned(group) for char, group in _by_char(_fold(instances, fold, False)).items()}
        for instance in _fold(instances, fold, True):
            known = learned.get(instance.char)
            margin, guess = _guess(known, instance) if known and not instance.dictionary else (0.0, instance.dictionary)
            total[instance.source] += 1
            right[instance.source] += guess == instance.pinyin
            if known and not instance.dictionary and instance.source in ("g2pL", "cpp"):
                yield margin, guess == instance.pinyin
    for source, count in total.items():
        print(f"{source}: {100 * right[source] / count:.2f} % of {count} in {_FOLDS} folds")


def _fold(instances: Sequence[Instance], fold: int, held_out: bool) -> list[Instance]:
    return [instance for number, instance in enumerate(instances) if (number % _FOLDS == fold) == held_out]


def _guess(learned: Learned, instance: Instance) -> tuple[float, str]:
    ranked = sorted(zip(learned.scores(instance.features), learned.readings, strict=True), reverse=True)
    return (ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 9.0), ranked[0][1]


def _calibrate(outcomes: list[tuple[float, bool]]) -> tuple[list[float], list[float]]:
    """Margins and, between them, how often the model is right: isotonic regression (pool adjacent violators), in few levels."""
    pools: list[list[float]] = []
    for margin, right in sorted(outcomes):
        pools.append([float(right), 1.0, margin])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] >= pools[-1][0] / pools[-1][1]:
            hits, count, _ = pools.pop()
            pools[-1][0] += hits
            pools[-1][1] += count
    levels: dict[int, list[float]] = {}
    for hits, count, margin in pools:
        level = levels.setdefault(bisect_left(_LEVELS, hits / count), [0.0, 0.0, margin])
        level[0] += hits
        level[1] += count
    ordered = [levels[number] for number in sorted(levels)]
    return [round(level[2], 3) for level in ordered[1:]], [round(min(level[0] / level[1], 0.999), 3) for level in ordered]


def _serialize(char: str, learned: Learned) -> str:
    rest = range(1, len(learned.readings))
    biases = [round(SCALE * (learned.biases[number] - learned.biases[0])) for number in rest]
    lines = [f"{char}\t{' '.join(learned.readings)}\t{' '.join(map(str, biases))}"]
    for number in rest:
        for weight, features in sorted(_by_weight(learned.weights, number).items()):
            lines.append(f"{number - 1}\t{weight}\t{' '.join(sorted(features))}")
    return "\n".join(lines)


def _by_weight(weights: Mapping[str, Sequence[float]], number: int) -> dict[int, list[str]]:
    grouped = defaultdict(list)
    for feature, row in weights.items():
        weight = round(SCALE * (row[number] - row[0]))
        if weight and feature.isprintable() | ("\x02" in feature) and not set(feature) & set(" \n\t\f"):
            grouped[weight].append(feature)
    return grouped

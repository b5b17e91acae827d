"""Accuracy, speed and calibration of the readings, beside pypinyin and, where it is installed, g2pM:
`python -m benchmarks.pronunciation SHARED`.

SHARED is the folder of the shared development data. Measured are newspaper-dev and g2pL dev, on which nothing was trained; CPP
dev, on which the shipped model was trained too (training prints the figure of its five folds: that one is to be believed); our
own sentences: the first set guided the work, the later ones were
written before the model was tried on them, and then guided it too.
"""

import argparse
import json
import re
import resource
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import NamedTuple

_OWN = Path(__file__).parents[1] / "tests" / "pronunciation" / "cases"
_EVERY = 3
"""Of the large sets every third sentence is read: g2pM is slow."""
_BINS = (0.0, 0.6, 0.75, 0.85, 0.92, 0.96, 0.985, 0.995, 1.01)

Reader = Callable[[str], list[str]]
"""Text in, one syllable per code point out."""


class Case(NamedTuple):
    text: str
    readings: dict[int, str]


def main(shared: str) -> None:
    """Print the tables."""
    folder = Path(shared) / "pronunciation"
    start = time.process_time()
    ours = _ours()
    ours("我")
    loaded = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sets = {
        "newspaper-dev": list(_newspaper(folder / "newspaper-dev.jsonl")),
        "own sentences": list(_own("sentences.tsv")),
        "own, later": list(_own("later.tsv")),
        "own, last": list(_own("last.tsv")),
        "g2pL dev": list(islice(_marked(folder / "g2pL" / "dev.sent"), 0, None, _EVERY)),
        "CPP dev": list(islice(_marked(folder / "cpp" / "dev.sent"), 0, None, _EVERY)),
    }
    print(f"loaded in {1000 * loaded:.0f} ms of one core, {memory:.0f} MB resident")
    print(f"{'':12}" + "".join(f"{name:>16}" for name in sets) + f"{'chars/s':>12}{'ratio':>8}")
    base = 0.0
    readers = {"pypinyin": _pypinyin(), "audio_edition": ours} | ({"g2pM": _g2pm()} if find_spec("g2pM") else {})
    for name, reader in readers.items():
        shares = [_right(reader, cases) for cases in sets.values()]
        speed = _speed(reader, [case.text for case in sets["g2pL dev"]][::8])
        base = base or speed
        print(f"{name:13}" + "".join(f"{share:>16.2f}" for share in shares) + f"{speed:>12,.0f}{speed / base:>8.2f}")
    _calibration(sets)


def _right(reader: Reader, cases: list[Case]) -> float:
    outcomes = []
    for case in cases:
        said = reader(case.text)
        outcomes += [said[at] == pinyin for at, pinyin in case.readings.items()]
    return 100 * sum(outcomes) / len(outcomes)


def _speed(reader: Reader, texts: list[str]) -> float:
    """Code points per second of one core."""
    start = time.process_time()
    for text in texts:
        reader(text)
    return sum(map(len, texts)) / (time.process_time() - start)


def _calibration(sets: dict[str, list[Case]]) -> None:
    """How often readings are right that claim to be so often right, and how many findings there are."""
    from audio_edition.pronunciation import pronounce

    for names in (("g2pL dev",), ("newspaper-dev", "own sentences", "own, later", "own, last")):
        found: dict[int, list[tuple[float, bool]]] = defaultdict(list)
        characters = findings = 0
        for case in (case for name in names for case in sets[name]):
            said = pronounce(case.text)
            characters, findings = characters + len(said.readings), findings + len(said.findings)
            for reading in said.readings:
                if reading.index in case.readings:
                    place = next(number for number, edge in enumerate(_BINS) if reading.confidence < edge) - 1
                    found[place].append((reading.confidence, reading.pinyin == case.readings[reading.index]))
        print(f"\n{', '.join(names)}: one finding per {characters / max(findings, 1):.0f} characters")
        print("  claimed   right    count")
        for _, outcomes in sorted(found.items()):
            claimed = sum(confidence for confidence, _ in outcomes) / len(outcomes)
            right = sum(right for _, right in outcomes) / len(outcomes)
            print(f"  {claimed:7.3f} {right:7.3f} {len(outcomes):8}")


def _newspaper(path: Path) -> Iterator[Case]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Case(row["text"], {row["index"]: row["pinyin"]})


def _marked(path: Path) -> Iterator[Case]:
    labels = path.with_suffix(".lb").read_text("utf-8").splitlines()
    for text, label in zip(path.read_text("utf-8").splitlines(), labels, strict=True):
        yield Case(text.replace("▁", ""), {text.index("▁"): label.strip().replace("u:", "v")})


def _own(name: str) -> Iterator[Case]:
    for line in (_OWN / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, readings = "", {}
            for plain, char, pinyin in re.findall(r"([^{]+)|\{(.)\|(\w+)\}", line.split("\t")[0]):
                if char:
                    readings[len(text)] = pinyin
                text += plain or char
            yield Case(text, readings)


def _ours() -> Reader:
    from audio_edition.pronunciation import pronounce

    def read(text: str) -> list[str]:
        said = [""] * len(text)
        for reading in pronounce(text).readings:
            said[reading.index] = reading.pinyin
        return said

    return read


def _pypinyin() -> Reader:
    from pypinyin import Style, lazy_pinyin

    def read(text: str) -> list[str]:
        return list(lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True, errors=_nothing))  # type: ignore[arg-type]

    return read


def _nothing(part: str) -> list[str]:
    return [""] * len(part)


def _g2pm() -> Reader:
    from g2pM import G2pM

    model = G2pM()

    def read(text: str) -> list[str]:
        found = model(text, char_split=True, tone=True)
        return [syllable.replace("u:", "v") for syllable in found]

    return read


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared")
    main(parser.parse_args().shared)

"""Sentences in which the reading of some characters is known."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from audio_edition.pronunciation import pronounce

CASES = Path(__file__).parent / "cases"


class Labelled(NamedTuple):
    text: str
    readings: dict[int, str]
    kind: str = ""


def own(name: str) -> Iterator[Labelled]:
    """`{character|pinyin}` in running text, a tab, the kind."""
    for line in (CASES / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            marked, kind = line.split("\t")
            text, readings = "", {}
            for plain, char, pinyin in re.findall(r"([^{]+)|\{(.)\|(\w+)\}", marked):
                if char:
                    readings[len(text)] = pinyin
                text += plain or char
            yield Labelled(text, readings, kind)


def newspaper(shared: Path) -> Iterator[Labelled]:
    for line in (shared / "pronunciation" / "newspaper-dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Labelled(row["text"], {row["index"]: row["pinyin"]}, row["kind"])


def marked(sentences: Path) -> Iterator[Labelled]:
    """`▁X▁` in the `.sent` file, its pinyin in the `.lb` file."""
    labels = sentences.with_suffix(".lb").read_text("utf-8").splitlines()
    for text, label in zip(sentences.read_text("utf-8").splitlines(), labels, strict=True):
        yield Labelled(text.replace("▁", ""), {text.index("▁"): label.strip().replace("u:", "v")})


def shares(sentences: Iterable[Labelled]) -> dict[str, float]:
    """Of each kind, and of `all`, the share that is read right."""
    right: dict[str, list[bool]] = defaultdict(list)
    for text, readings, kind in sentences:
        said = {reading.index: reading.pinyin for reading in pronounce(text).readings}
        for at, pinyin in readings.items():
            right[kind].append(said[at] == pinyin)
            right["all"].append(said[at] == pinyin)
    return {kind: sum(outcomes) / len(outcomes) for kind, outcomes in right.items()}

"""Sentences of every class are read as a newsreader would.

A case is a line `全县有{2|两}个村`: within braces what is written, then each reading that is right. `# name` begins a class.
"""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from audio_edition.normalization import normalize

_STRETCH = re.compile(r"\{([^{}|]*(?:\|[^{}|]*)+)\}")


class Case(NamedTuple):
    """A sentence, its class, and every reading that is right."""

    semiotic_class: str
    written: str
    accepted: tuple[str, ...]


def cases() -> Iterator[Case]:
    """All sentences of the folder `cases`; a line `# name` begins a class."""
    for file in sorted((Path(__file__).parent / "cases").glob("*.txt")):
        name = ""
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                name = line[2:]
            elif line:
                yield case(name, line)


def case(name: str, line: str) -> Case:
    """The case of a line.

    >>> case("cardinal", "有{2|两|二}个村")
    Case(semiotic_class='cardinal', written='有2个村', accepted=('有两个村', '有二个村'))
    """
    parts = _STRETCH.split(line)
    written = "".join(part.split("|")[0] for part in parts)
    readings = [[part] if index % 2 == 0 else part.split("|")[1:] for index, part in enumerate(parts)]
    return Case(name, written, tuple("".join(choice) for choice in itertools.product(*readings)))


def words(spoken: str) -> str:
    """What is left of a verbalization without its pauses."""
    return "".join(char for char in spoken if char.isalnum()).lower()


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.written[:20])
def test_reads(case: Case) -> None:
    assert words(normalize(case.written).spoken) in {words(spoken) for spoken in case.accepted}

"""One conformance test for the family of semiotic classes: each reads the examples in its docstring."""

from collections.abc import Iterator

import pytest

from audio_edition import plugins
from audio_edition.normalization import Context, normalize

FAMILY = "audio_edition.normalization.classes"


def examples() -> Iterator[tuple[str, str, str]]:
    for module in plugins.members(FAMILY):
        for line in (module.__doc__ or "").splitlines():
            written, arrow, spoken = line.strip().partition(" => ")
            if arrow:
                yield module.__name__.rpartition(".")[2], written, spoken


@pytest.mark.parametrize(("name", "written", "spoken"), list(examples()))
def test_reads_its_examples(name: str, written: str, spoken: str) -> None:
    lang = "en" if name.startswith("en_") else "zh-CN"
    assert normalize(written, Context(lang=lang)).spoken == spoken


@pytest.mark.parametrize("name", plugins.names(FAMILY))
def test_every_class_shows_examples(name: str) -> None:
    assert any(example[0] == name for example in examples())

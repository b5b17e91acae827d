"""The folding knows the Traditional form of every sign that the room's patterns hold."""

import re
from pathlib import Path

import pytest

from audio_edition import recovery
from audio_edition.recovery.folding import fold


def test_every_sign_of_the_patterns_is_folded() -> None:
    opencc = pytest.importorskip("opencc")
    converter = opencc.OpenCC("s2t")
    files = (path for path in Path(recovery.__path__[0]).glob("*.py") if path.name not in ("folding.py", "languages.py"))
    signs = set("".join(re.findall("[\u4e00-\u9fff]", "".join(path.read_text("utf-8") for path in files))))
    assert {sign for sign in signs if fold(converter.convert(sign)) != fold(sign)} == set()


def test_signs_stay_at_their_place() -> None:
    text = "「轉Ａ４版」（記者　陳大文）—―──"
    assert len(fold(text)) == len(text)

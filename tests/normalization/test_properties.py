"""What holds of every text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from audio_edition.normalization import Context, normalize

_SIGNS = "72-—~:：/.·%‰℃°′+×=<>≥年月日时分个元号第亿万比至每、，。“”（）()《》￥$①Ⅱ½〇８％電萬#@&★😀AgWh \t\n\u200b\u0308"
_WORDS = (
    "10",
    "2022",
    "110",
    "0",
    "3.5",
    "12,800",
    "……",
    "——",
    "kg",
    "km/h",
    "m²",
    "G20",
    "歼",
    "www.a.cn",
    "x@y.com",
    "電話：",
    "Dr.",
)
_PARTS = st.sampled_from([*_SIGNS, *_WORDS, "the report said "])
texts = st.one_of(st.text(max_size=40), st.lists(_PARTS, max_size=14).map("".join))
languages = st.sampled_from(["zh-CN", "zh-HK", "en", "en-GB"])


@given(texts, languages)
def test_tokens_tile_the_written_text(written: str, lang: str) -> None:
    said = normalize(written, Context(lang=lang))
    assert "".join(written[token.start : token.end] for token in said.tokens) == written
    assert all(token.start < token.end for token in said.tokens)


@given(texts)
def test_every_spoken_character_knows_its_written_span(written: str) -> None:
    said = normalize(written)
    for token in said.tokens:
        assert not token.spans or len(token.spans) == len(token.spoken)
        assert all(token.start <= start <= end <= token.end for start, end in token.spans)


@given(texts, languages)
def test_nothing_countable_stays_unread(written: str, lang: str) -> None:
    assert not re.search(r"[0-9０-９%‰℃°$￥¥€²³@]|km/h|://", normalize(written, Context(lang=lang)).spoken)


@given(texts)
def test_a_verbalization_is_its_own_verbalization(written: str) -> None:
    spoken = normalize(written).spoken
    assert normalize(spoken).spoken == spoken


@given(st.text(alphabet=st.characters(), max_size=30))
def test_reads_any_unicode(written: str) -> None:
    normalize(written)

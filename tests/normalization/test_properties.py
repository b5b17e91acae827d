"""What holds of every text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from audio_edition.normalization import Context, normalize

_STUFF = [
    "7",
    "2",
    "10",
    "2022",
    "110",
    "0",
    "3.5",
    "12,800",
    "-",
    "—",
    "~",
    ":",
    "：",
    "/",
    ".",
    "·",
    "%",
    "‰",
    "℃",
    "°",
    "′",
    "+",
    "×",
    "=",
    "<",
    ">",
    "≥",
    "年",
    "月",
    "日",
    "时",
    "分",
    "个",
    "元",
    "号",
    "第",
    "亿",
    "万",
    "比",
    "至",
    "每",
    "、",
    "，",
    "。",
    "“",
    "”",
    "（",
    "）",
    "(",
    ")",
    "《",
    "》",
    "……",
    "——",
    "￥",
    "$",
    "kg",
    "km/h",
    "m²",
    "G20",
    "歼",
    "A",
    "www.a.cn",
    "x@y.com",
    "①",
    "Ⅱ",
    "½",
    "〇",
    "８",
    "％",
    "電話",
    "電",
    "萬",
    "#",
    "@",
    "&",
    "★",
    "😀",
    "̈",
    "電話：",
    "the",
    "of",
    "and",
    "Dr.",
    "g",
    "W",
    "h",
]
_PARTS = st.sampled_from([*_STUFF, " ", "\t", "\n", "\u200b", "the report said "])
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


@settings(max_examples=300)
@given(texts)
def test_a_verbalization_is_its_own_verbalization(written: str) -> None:
    spoken = normalize(written).spoken
    assert normalize(spoken).spoken == spoken


@given(st.text(alphabet=st.characters(), max_size=30))
def test_reads_any_unicode(written: str) -> None:
    normalize(written)

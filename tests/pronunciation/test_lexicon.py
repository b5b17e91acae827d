"""Lexicons are checked when they are read, obeyed, changed safely, and exchanged with other programs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.model.errors import ConfigError
from audio_edition.pronunciation import Context, lexicon, pls, pronounce
from audio_edition.pronunciation.lexicon import Entry, Lexicon

_SYLLABLES = st.sampled_from(["ying4", "lv4", "de5", "xian4", "er2"])
_NOTES = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn")), max_size=12)


@st.composite
def _entries(draw: st.DrawFn) -> Entry:
    word = draw(st.text("应县单解长重乐", min_size=1, max_size=4))
    pinyin = tuple(draw(_SYLLABLES) for _ in word)
    return Entry(word, pinyin, draw(st.sampled_from(["", "word", "name", "place"])), " ".join(draw(_NOTES).split()))


_LEXICONS = st.lists(_entries(), max_size=6, unique_by=lambda entry: (entry.word, entry.scope)).map(
    lambda entries: Lexicon("own", tuple(entries))
)


def _without_lines(known: Lexicon) -> list[tuple[str, tuple[str, ...], str, str]]:
    return [(entry.word, entry.pinyin, entry.scope, entry.note) for entry in known.entries]


def test_a_contradiction_names_both_lines() -> None:
    with pytest.raises(ConfigError, match=r"paper.tsv:3: `应县` contradicts line 1: ying4 xian4 there, ying1 xian4 here"):
        lexicon.parse("应县\tying4 xian4\n# 注\n应县\tying1 xian4\n".encode(), "paper.tsv")


def test_the_first_lexicon_is_the_strongest() -> None:
    strong, weak = lexicon.parse("中的\tzhong4 di4\n".encode(), "a"), lexicon.parse("中的\tzhong1 de5\n".encode(), "b")
    assert [reading.pinyin for reading in pronounce("中的", Context((strong, weak))).readings] == ["zhong4", "di4"]
    assert list(lexicon.contradictions((strong, weak))) == ["a:1: `中的` is read zhong4 di4, not zhong1 de5 as b:1 says"]


def test_a_scope_keeps_entries_apart() -> None:
    known = lexicon.parse("单\tshan4\tname\n单\tdan1\n".encode(), "a.tsv")
    assert [entry.scope for entry in known.entries] == ["name", ""]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("应县\tying9 xian4", "`ying9` is not a pinyin syllable"),
        ("应县\tying4", "`应县` has 2 characters, `ying4` has 1 syllable"),
        ("应县 ying4 xian4", "expected word, pinyin, scope, note with tabs between them, found 1 fields"),
        ("应县\tying4 xian4\ttown", "unknown scope `town`; there are word, name, place, or none"),
        ("A股\tei1 gu3", "`A股` is not all Hanzi"),
        ("\tying4", "`` is not all Hanzi"),
    ],
)
def test_what_is_no_entry_is_named(line: str, reason: str) -> None:
    assert lexicon.problems(f"# 一\n{line}\n".encode(), "a.tsv") == (f"a.tsv:2: {reason}",)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"a.tsv: not UTF-8 \(byte 2\)"):
        lexicon.parse(b"ab\xff", "a.tsv")


@given(_LEXICONS)
def test_tsv_reads_back(known: Lexicon) -> None:
    assert _without_lines(lexicon.parse(lexicon.serialize(known), "own")) == _without_lines(known)


@given(_LEXICONS)
def test_pls_reads_back(known: Lexicon) -> None:
    back = pls.parse(pls.serialize(known), "own.pls")
    assert [row[:3] for row in _without_lines(back)] == [row[:3] for row in _without_lines(known)]


@given(_LEXICONS, _entries())
def test_an_amended_lexicon_holds_the_entry_once(known: Lexicon, entry: Entry) -> None:
    amended = lexicon.parse(lexicon.amended(b"# own\n" + lexicon.serialize(known), entry, "own"), "own")
    same = [other for other in amended.entries if (other.word, other.scope) == (entry.word, entry.scope)]
    assert [(other.pinyin, other.note) for other in same] == [(entry.pinyin, entry.note)]


def test_another_program_s_pls_is_read() -> None:
    content = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="sapi" xml:lang="zh-CN">
  <lexeme role="pos:noun" xmlns:pos="http://example.com/pos">
    <grapheme>应县</grapheme><grapheme>應縣</grapheme>
    <phoneme>ying 1 xian 4</phoneme><phoneme prefer="true">ying 4 xian 4</phoneme>
  </lexeme>
</lexicon>"""
    entries = pls.parse(content.encode(), "a.pls").entries
    assert [(entry.word, entry.pinyin, entry.scope, entry.line) for entry in entries] == [
        ("应县", ("ying4", "xian4"), "", 3),
        ("應縣", ("ying4", "xian4"), "", 3),
    ]


_HEAD = '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="{}" xml:lang="zh-CN">'


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<!DOCTYPE lexicon [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><lexicon>&b;</lexicon>", "has no DOCTYPE"),
        ("<!DOCTYPE lexicon SYSTEM 'file:///etc/passwd'><lexicon/>", "has no DOCTYPE"),
        ("<lexicon/>", "not a PLS lexicon"),
        ("<lexicon", "not XML"),
        ("", "not XML"),
        (_HEAD.format("ipa") + "<lexeme><grapheme>应</grapheme><phoneme>iŋ</phoneme></lexeme></lexicon>", ":1: alphabet `ipa`"),
        (_HEAD.format("x-pinyin") + "<lexeme><grapheme>应</grapheme><alias>英</alias></lexeme></lexicon>", "has no phoneme"),
        (_HEAD.format("x-pinyin") + "<lexeme><grapheme>应</grapheme><phoneme>q9</phoneme></lexeme></lexicon>", "not a pinyin"),
    ],
)
def test_hostile_and_foreign_xml_is_refused_in_one_line(content: str, reason: str) -> None:
    with pytest.raises(ConfigError, match=reason) as refused:
        pls.parse(content.encode(), "a.pls")
    assert str(refused.value).startswith("a.pls")

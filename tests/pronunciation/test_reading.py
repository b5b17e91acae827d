"""Who decides a reading, and what holds for every text."""

import itertools
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.model.issue import Note
from audio_edition.model.speech import Pronunciation, Reading
from audio_edition.pronunciation import Context, doubts, lexicon, pronounce, syllable
from audio_edition.pronunciation.context import NOTHING_KNOWN

PACKAGE = Path(__file__).parents[2] / "audio_edition"
ALPHABET = "的一不了在是行长重中为地得着还都乐单解曾王，。“”！？ \n2025aZ儿女花应县朔州在行动镕〇𠮷éА"
TEXTS = st.text(st.sampled_from(ALPHABET), max_size=40) | st.text(max_size=20)


def said(text: str, context: Context = NOTHING_KNOWN, *notes: Note) -> str:
    return " ".join(reading.pinyin for reading in pronounce(text, context, notes).readings)


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("朔州在行动", "shuo4 zhou1 zai4 xing2 dong4"),
        ("重庆市长寿区", "chong2 qing4 shi4 chang2 shou4 qu1"),
        ("该行行长", "gai1 hang2 hang2 zhang3"),
        ("在工作中的重点", "zai4 gong1 zuo4 zhong1 de5 zhong4 dian3"),
        ("第一名", "di4 yi1 ming2"),
        ("場部要求更換設備", "chang3 bu4 yao1 qiu2 geng1 huan4 she4 bei4"),
        ("他二十年如一日为老人理发", "ta1 er4 shi2 nian2 ru2 yi1 ri4 wei4 lao3 ren2 li3 fa4"),
        ("这台设备重十二吨、长八米", "zhe4 tai2 she4 bei4 zhong4 shi2 er4 dun1 chang2 ba1 mi3"),
    ],
)
def test_words_are_found_by_the_best_tiling(text: str, pinyin: str) -> None:
    assert said(text) == pinyin


def test_the_note_outranks_the_lexicon_and_the_lexicon_the_place() -> None:
    context = Context((lexicon.parse("应县\tying1 xian4\n".encode(), "a"),))
    assert said("应县") == "ying4 xian4"
    assert said("应县", context) == "ying1 xian4"
    assert said("应县", context, Note("p", 0, 1, "ying2")) == "ying2 xian4"
    origins = [reading.origin for reading in pronounce("应县木塔", context, [Note("p", 0, 1, "ying2")]).readings]
    assert origins[:2] == ["note", "lexicon"]


def test_an_entry_for_a_word_holds_only_where_it_is_a_word() -> None:
    context = Context((lexicon.parse("行动\thang2 dong4\tword\n".encode(), "a"),))
    assert said("在行动", context) == "zai4 hang2 dong4"
    assert said("银行动工", context) == "yin2 hang2 dong4 gong1"


@pytest.mark.parametrize("note", ["ying4 xian4", "nonsense", ""])
def test_a_note_that_fits_nothing_changes_nothing(note: str) -> None:
    assert said("应县", NOTHING_KNOWN, Note("p", 0, 1, note)) == "ying4 xian4"


def test_every_way_of_deciding_is_named() -> None:
    origins = {reading.char: reading.origin for reading in pronounce("记者单志强在应县银行长住，还说不").readings}
    assert origins["单"] == "name"
    assert origins["应"] == "place"
    assert origins["还"] == "model"


def test_a_doubtful_reading_is_a_finding_with_what_else_it_may_be() -> None:
    readings = (Reading("众", 0, "zhong4", "zhong4"), Reading("和", 1, "he2", "he2", "model", 0.5, ("he4", "huo2")))
    (finding,) = doubts.find("众和", readings, ())
    assert (finding.code, finding.where, finding.severity) == ("P101", "[1:2]", "note")
    assert finding.suggestion == "{和|hè / huó}"


def test_a_character_that_no_source_knows_is_a_finding() -> None:
    pronunciation = pronounce("开𠮷店")
    assert [reading.char for reading in pronunciation.readings] == ["开", "店"]
    assert [(finding.code, finding.where) for finding in pronunciation.findings] == [("P102", "[1:2]")]


def test_pypinyin_is_not_needed_and_left_as_it_is() -> None:
    sources = [path.read_text("utf-8") for path in PACKAGE.rglob("*.py")]
    assert not [text for text in sources if "load_phrases_dict" in text]
    room = [path.read_text("utf-8") for path in (PACKAGE / "pronunciation").rglob("*.py")]
    assert not [text for text in room if "import pypinyin" in text or "from pypinyin" in text]


@given(TEXTS)
def test_there_is_one_good_reading_for_each_hanzi(text: str) -> None:
    pronunciation = pronounce(text)
    read = {reading.index for reading in pronunciation.readings}
    assert read >= {at for at, char in enumerate(text) if "一" <= char <= "鿿"}
    for reading in pronunciation.readings:
        assert text[reading.index] == reading.char
        assert syllable.canonical(reading.pinyin) == reading.pinyin
        assert 0 < reading.confidence <= 1
        assert reading.pinyin not in reading.alternatives
    assert [reading.index for reading in pronunciation.readings] == sorted(read)


@given(TEXTS)
def test_words_are_disjoint_and_hold_all_readings(text: str) -> None:
    pronunciation = pronounce(text)
    assert all(start < end for start, end in pronunciation.words)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(pronunciation.words))
    assert _covered(pronunciation) >= {reading.index for reading in pronunciation.readings}


def _covered(pronunciation: Pronunciation) -> set[int]:
    return {at for start, end in pronunciation.words for at in range(start, end)}


def test_each_of_our_own_words_is_read_as_its_line_says() -> None:
    lines = (files("audio_edition.pronunciation") / "data" / "words.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t")[:2] for line in lines if not line.startswith("#")]
    said = {word: [reading.pinyin for reading in pronounce(word).readings] for word, _ in rows}
    wrong = {word: said[word] for word, pinyin in rows if not all(map(_agree, pinyin.split(), said[word]))}
    assert not wrong


def _agree(line: str, said: str) -> bool:
    """A syllable that the model decides may be any; a 儿 merges by its own rule."""
    return line in (said, "?") or line == "er5"


def test_each_word_with_a_merging_suffix_is_found() -> None:
    lines = (files("audio_edition.pronunciation") / "data" / "erhua.tsv").read_text("utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert [word for word in words if pronounce(f"这是{word}。").readings[-1].surface] == []

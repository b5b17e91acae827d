"""Names and places in newspaper sentences, and ordinary words that look like them."""

from collections import defaultdict
from pathlib import Path

import pytest

from audio_edition.model.errors import ConfigError
from audio_edition.pronunciation import Context, _naming, doubts, gazetteer, lexicon, names, places, pronounce, study, syllable
from audio_edition.pronunciation._words import cut
from audio_edition.pronunciation.context import NOTHING_KNOWN
from audio_edition.pronunciation.traditional import simplified

CASES = Path(__file__).parent / "cases"
LEAST = 0.95


def _sentences(name: str) -> list[tuple[str, int, str, str]]:
    rows = [line.split("\t") for line in (CASES / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(row[0].replace("[", "").replace("]", ""), row[0].index("["), row[1], row[2]) for row in rows]


def _persons(text: str, context: Context = NOTHING_KNOWN) -> list[str]:
    return [text[found.start : found.end] for found in names.find(text, context, cut(text))]


@pytest.mark.parametrize("name", sorted(file.name for file in CASES.glob("*names.tsv")))
def test_sentences_are_read_right(name: str) -> None:
    right = defaultdict(list)
    for text, at, pinyin, kind in _sentences(name):
        said = next(reading for reading in pronounce(text).readings if reading.index == at)
        innocent = kind == "trap" and said.origin not in ("name", "place")  # the model's own mistakes are counted elsewhere
        right[kind].append(innocent or said.pinyin == pinyin)
    assert {kind: sum(found) / len(found) for kind, found in right.items() if sum(found) < LEAST * len(found)} == {}


@pytest.mark.parametrize("name", ["places.tsv", "persons.tsv"])
def test_every_entry_is_one_syllable_per_character(name: str) -> None:
    for known in (known for group in gazetteer.load(name).values() for known in group):
        assert [syllable.canonical(part) for part in known.pinyin] == list(known.pinyin)
        assert len(known.pinyin) == len(known.word), known.word


def test_what_names_are_made_of_is_pinyin() -> None:
    naming = _naming.load()
    readings = [*((name, surname.pinyin) for name, surname in naming.surnames.items()), *naming.readings.items()]
    for characters, pinyin in [*readings, *((char, (said,)) for char, said in naming.sounds.items())]:
        assert [syllable.canonical(part) for part in pinyin] == list(pinyin)
        assert len(pinyin) == len(characters), characters


def test_a_name_keeps_its_reading_through_an_article() -> None:
    later = "昨晚回家的单强想起了乐文城"
    known = study(["本报讯（记者单强 通讯员乐文城）", later])
    assert _persons(later) == []
    assert _persons(later, known) == ["单强", "乐文城"]


def test_a_name_that_nothing_makes_sure_is_kept_where_it_stands_again() -> None:
    article = ["骑手曾强听到呼救声", "重症监护室外，曾强的右手还缠着纱布", "平台将给予曾强2万元奖励"]
    known = study(article)
    assert [_persons(text, known) for text in article] == [["曾强"]] * 3
    assert dict(study(["播种机抢播夏玉米", "夏玉米长势喜人"]).names) == {}


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("檢警將單男送辦。單男酒測值為0", "单 单"),
        ("解女向警方報案，仇嫌供稱缺錢", "解 仇"),
        ("曾女與區男有債務糾紛", "曾 区"),
        ("任翁跌倒，任婦報警，華男遭訴", "任 任 华"),
        ("该区女职工和区女干部，校长都嫌贵", ""),
        ("志愿者教老人使用手机，工人教同学做木工", ""),
        ("在华女留学生解男女之惑，小区男住户调查男方家属", ""),
        ("曾经有女队员缺席，任女主角的是新人", ""),
    ],
)
def test_who_is_in_a_report_is_called_by_surname_and_sex(text: str, persons: str) -> None:
    assert " ".join(_persons(simplified(text))) == persons


def test_a_surname_that_a_report_has_introduced_is_known_again() -> None:
    later = "警方說明曾女傷勢"
    assert _persons(simplified(later)) == []
    assert _persons(simplified(later), study(["57歲曾姓女子受傷", later])) == ["曾"]
    assert _persons("解母送医", study(["解姓男子開車", "解母送醫"])) == ["解"]
    assert _persons("解母送医") == []


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("市场负责人都兴旺说，前两天只有一元", "du1"),
        ("居委会主任都海英说，大家高兴", "du1"),
        ("村支书都建国介绍，村里种了梨", "du1"),
        ("副镇长都立新表示，将加大投入", "du1"),
        ("老师都建议说，孩子要多读书", "dou1"),
        ("村民都高兴地说，路修好了", "dou1"),
        ("专家都认为可行", "dou1"),
        ("代表们都明确表示，学生都要叫家长来", "dou1"),
        ("专家来看过三回，都摇头", "dou1"),
    ],
)
def test_the_adverb_that_is_a_surname_is_one_between_an_office_and_a_given_name(text: str, pinyin: str) -> None:
    assert next(reading.pinyin for reading in pronounce(text).readings if reading.char == "都") == pinyin


def test_the_surname_is_doubtful_where_the_given_name_may_be_what_they_all_do() -> None:
    said = [pronounce(text).readings[5] for text in ("市场负责人都兴旺说", "市场负责人都海英说")]
    assert [(reading.pinyin, reading.confidence < doubts.DOUBTFUL) for reading in said] == [("du1", True), ("du1", False)]


def test_a_known_name_is_not_found_in_an_ordinary_word() -> None:
    known = study(["记者单强说"])
    assert dict(known.names) == {"单强": ("shan4", "qiang2")}
    assert _persons("他简单强调了几句。", known) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("本报记者 解 飞", "解 飞"),
        ("（通讯员单强　任丽）", "任丽"),
        ("热比古丽·扎克尔说", "热比古丽·扎克尔"),
        ("万俟长林到会", "万俟长林"),
    ],
)
def test_names_come_in_many_shapes(text: str, person: str) -> None:
    assert person in _persons(text)


@pytest.mark.parametrize(
    ("text", "at", "pinyin"),
    [
        ("村支书曾广明挨家挨户做工作。", 3, "zeng1"),
        ("任命曲平为局长。", 2, "qu1"),
        ("市长乐平致辞。", 2, "yue4"),
        ("店长乐晓东说。", 2, "yue4"),
        ("店长乐晓东说。", 1, "zhang3"),
        ("厨师长乐师傅尝了尝。", 2, "zhang3"),
        ("村支书曾任村会计。", 3, "ceng2"),
        ("董事长单位介绍经验。", 3, "dan1"),
        ("推选单位为理事单位。", 2, "dan1"),
        ("理事长安排工作。", 2, "zhang3"),
    ],
)
def test_an_office_before_a_surname_tells_it_from_the_word(text: str, at: int, pinyin: str) -> None:
    assert {reading.index: reading.pinyin for reading in pronounce(text).readings}[at] == pinyin


def test_an_editor_has_his_way_with_a_surname() -> None:
    own = lexicon.parse("乐\tle4\tname\t\n乐安\tyue4 an1\tname\t\n".encode(), "own.tsv")
    found = {text: list(names.find(text, Context((own,)), cut(text))) for text in ("记者乐明说", "乐安到会")}
    assert [name.pinyin[0] for found_here in found.values() for name in found_here] == ["le4", "yue4"]


def test_a_place_begins_and_ends_where_words_do() -> None:
    assert [place.pinyin for place in places.find("反应县里的事，应县县委")] == [("ying4", "xian4")]
    assert not list(places.find("快乐清单"))
    assert not list(places.find("主持人撒贝宁"))
    assert [place.start for place in places.find("他的长子在山西长子")] == [7]


@pytest.mark.parametrize("text", ["单" * 20000, "、单强" * 8000, "·" * 20000, "阿·" * 10000, " " * 20000 + "单", "应县" * 10000])
def test_hostile_texts_take_linear_time(text: str) -> None:
    assert len(list(names.find(text, NOTHING_KNOWN, cut(text)))) <= len(text)
    assert len(list(places.find(text))) <= len(text)


def test_no_sentence_of_the_measure_is_in_the_data(shared: Path) -> None:
    measured = (shared / "pronunciation" / "newspaper-dev.jsonl").read_text("utf-8")
    for text, *_ in (row for file in CASES.glob("*names.tsv") for row in _sentences(file.name)):
        assert text not in measured


def test_a_broken_lexicon_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"a.tsv:1: `A股` is not all Hanzi"):
        lexicon.parse("A股\tei1 gu3\n".encode(), "a.tsv")


def test_a_place_that_nothing_knows_is_read_in_one_way_through_an_article() -> None:
    texts = ["柏岭村民说，柏岭的水好喝。", "记者来到柏岭镇，柏岭的路修通了。", "遊客參觀柏嶺。"]
    assert len({reading.pinyin for text in texts for reading in pronounce(text).readings if reading.char == "柏"}) == 2
    known = study(texts)
    said = [pronounce(text, known) for text in texts]
    assert {reading.pinyin for one in said for reading in one.readings if reading.char == "柏"} == {"bai3"}
    assert all(one.findings for one in said)


def test_a_place_that_a_lexicon_or_the_gazetteer_reads_is_left_to_them() -> None:
    texts = ["柏岭镇和柏林市", "柏岭的路，柏林的桥"]
    told = Context((lexicon.parse("柏岭\tbo4 ling3\n".encode(), "a.tsv"),))
    assert study(texts, told).places == ()


@pytest.mark.parametrize(
    ("text", "pinyin", "doubtful"),
    [
        ("演员任重说", "zhong4", True),
        ("記者任重報道", "zhong4", True),
        ("书记王朝说", "chao2", True),
        ("书记王朝晖说", "zhao1", False),
        ("记者周重华报道", "chong2", False),
        ("任重道远", "zhong4", False),
        ("任重而道远", "zhong4", False),
    ],
)
def test_what_only_a_person_knows_of_the_name_is_asked(text: str, pinyin: str, doubtful: bool) -> None:
    said = pronounce(text)
    assert next(reading.pinyin for reading in said.readings if reading.char in "重朝") == pinyin
    assert bool(said.findings) == doubtful

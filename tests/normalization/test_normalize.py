"""Notes, the paper's own table, context, alignment and findings."""

import pytest

from audio_edition.model.errors import ConfigError
from audio_edition.model.issue import Note
from audio_edition.normalization import Context, SayAs, normalize, say_as
from tests.growth import growth


def test_a_note_is_obeyed() -> None:
    said = normalize("大比分2-3，太原", notes=[Note("body-0", 3, 6, "二比三"), Note("body-0", 7, 9, "tai4 yuan2")])
    assert said.spoken == "大比分二比三，太原"
    assert [token.semiotic_class for token in said.tokens] == ["plain", "note", "plain"]


def test_a_note_may_end_within_digits() -> None:
    assert normalize("20221", notes=[Note("body-0", 1, 3, "好")]).spoken == "二好二一"


def test_a_note_outside_the_text_is_left_out() -> None:
    assert normalize("好", notes=[Note("body-0", 5, 9, "坏")]).spoken == "好"


def test_say_as_prefers_the_longest() -> None:
    table = say_as("7\t七星\n7·20\t七月二十\tn\n# 注\n/(\\d)号楼/\t\\1座\n".encode(), "say-as.tsv")
    assert [entry.pattern for entry in table] == ["/(\\d)号楼/", "7·20", "7"]
    assert normalize("7·20和7号楼", Context(say_as=table)).spoken == "七星二十和7座"
    assert normalize("7·20", Context(say_as=table, section="n")).spoken == "七月二十"


def test_a_word_that_begins_with_a_slash_is_a_word() -> None:
    table = say_as("/路\t\\1\n".encode(), "say-as.tsv")
    assert normalize("去/路口", Context(say_as=table)).spoken == r"去\1口"


@pytest.mark.parametrize(
    "line", ["只有一栏", "a\tb\tc\td", "/(/\tx", "\tx", r"/(\d)楼/" "\t\\2座", r"/(\d)楼/" "\t\\g<n>座", "/楼/\t座\\"]
)
def test_say_as_names_the_line_that_is_wrong(line: str) -> None:
    with pytest.raises(ConfigError, match=r"say-as\.tsv:2"):
        say_as(f"好\t坏\n{line}\n".encode(), "say-as.tsv")


def test_say_as_that_is_no_text_is_an_error() -> None:
    with pytest.raises(ConfigError, match=r"say-as\.tsv"):
        say_as(b"\xff\xfe\x00", "say-as.tsv")


def test_the_table_yields_to_a_note() -> None:
    context = Context(say_as=(SayAs("2-3", "二到三"),))
    assert normalize("2-3", context, [Note("body-0", 0, 3, "二比三")]).spoken == "二比三"


def test_reordered_words_know_what_they_say() -> None:
    said = normalize("增长12.5%。")
    assert said.spoken == "增长百分之十二点五。"
    assert said.written_span(2, 5) == (6, 7)
    assert said.written_span(5, 9) == (2, 6)
    assert said.spoken_span(6, 7) == (2, 5)


def test_the_date_of_the_issue_makes_a_day_of_a_decimal() -> None:
    assert normalize("7.26新闻发布会实录", Context(date="2022-07-28")).spoken == "七月二十六日新闻发布会实录"
    assert normalize("7.26新闻发布会实录", Context(date="2022-01-28")).spoken == "七点二六新闻发布会实录"
    assert normalize("涨了7.26元", Context(date="2022-07-28")).spoken == "涨了七点二六元"


def test_in_the_sports_section_a_pair_is_a_score() -> None:
    assert normalize("山西 1-3 河北", Context(section="体育")).spoken == "山西一比三河北"
    assert normalize("山西 1-3 河北").spoken == "山西一到三河北"


def test_traditional_text_is_read_in_traditional_hanzi() -> None:
    assert normalize("約2萬人，氣溫-2℃").spoken == "約兩萬人，氣溫零下二攝氏度"


def test_cells_of_a_table_are_pauses() -> None:
    assert normalize("太原\t3:1\t12℃").spoken == "太原，三比一，十二摄氏度"


def test_a_close_runner_up_is_a_finding() -> None:
    findings = normalize("集合时间定在11:15").findings
    assert not findings
    close = normalize("33-90").findings
    assert [finding.code for finding in close] == ["N101"] or not close


def test_what_lost_is_told() -> None:
    losers = {rival.spoken for token in normalize("7.20—7.31").tokens for rival in token.alternatives}
    assert "七点二零到七点三一" in losers


@pytest.mark.parametrize(
    ("lang", "spoken"),
    [
        ("zh-CN", "七十点五五美元，一亿美元，五十到六十美元，二十美元"),
        ("zh-Hant-HK", "七十點五五港元，一億港元，五十到六十港元，二十美元"),
        ("zh-MO", "七十點五五澳門元，一億澳門元，五十到六十澳門元，二十美元"),
        ("zh-TW", "七十點五五元，一億元，五十到六十元，二十美元"),
    ],
)
def test_a_bare_dollar_is_that_of_the_region(lang: str, spoken: str) -> None:
    assert normalize("$70.55，$1亿，$50-60，US $20", Context(lang=lang)).spoken == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("致電2733 7619或9123-4567舉報", "致電二七三三，七六一九或九一二三，四五六七舉報"),
        ("查詢熱線（2733-7619），撥打1823,或", "查詢熱線，二七三三，七六一九，撥打一八二三，或"),
        ("請致電9XX1 2288，歐陽先生", "請致電九XX一，二二八八，歐陽先生"),
        ("地鐵2733 7619，2019 2020", "地鐵二七三三，七六一九，兩千零一十九兩千零二十"),
        ("諮詢2019-2020學年，約2000-3000元", "諮詢二零一九至二零二零學年，約兩千到三千元"),
    ],
)
def test_eight_digits_in_two_groups_are_a_telephone_of_hong_kong(written: str, spoken: str) -> None:
    assert normalize(written, Context(lang="zh-HK")).spoken == spoken


@pytest.mark.parametrize(("lang", "one"), [("zh-CN", "幺"), ("zh-TW", "一"), ("zh-HK", "一")])
def test_a_one_is_called_as_in_the_region_of_the_paper(lang: str, one: str) -> None:
    assert normalize("電話110，他說幺兒", Context(lang=lang)).spoken == f"電話{one}{one}零，他說幺兒"


def test_a_comma_of_any_width_ends_a_number_with_thousands() -> None:
    assert normalize("收入12,500,同比增長", Context(lang="zh-HK")).spoken == "收入一萬二千五百，同比增長"
    assert normalize("£31,400, and 12,500,000, up", Context(lang="en")).spoken == (
        "thirty-one thousand four hundred pounds, and twelve million five hundred thousand, up"
    )


def test_zeros_of_money_are_no_question_for_the_editor() -> None:
    said = normalize("85,600.00元，2.00万元，12.00-15.50元，1.50亿元")
    assert said.spoken == "八万五千六百元，两万元，十二到十五点五元，一点五零亿元"
    assert not said.findings


@pytest.mark.parametrize("text", ["$", "$1", "$ ", "A$"])
def test_a_hostile_text_is_read_in_even_time(text: str) -> None:
    assert growth(lambda times: normalize(text * times), 5000) < 8

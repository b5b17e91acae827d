"""Where a source says where each text stands, the size of the letters tells a kicker, a title and a cross-head apart."""

import json
import math

from audio_edition.model.issue import Article, SourceFile
from audio_edition.model.page import Line
from audio_edition.recovery import recover
from audio_edition.recovery.geometry import rank_by_size
from audio_edition.recovery.sheet import Sheet

FIRST = "本报讯（记者 何佳）早上七点，二十六路公交车行至人民路站时，车厢里忽然传来一声惊呼。"
TEXTS = (
    "司机周建设马上靠边停车，走到后车厢查看，只见一位老人脸色苍白，额头上全是汗珠，已说不出话来。",
    "乘客刘女士拨通了急救电话，医护人员提前推着平车等在门口，八分钟后老人被送进抢救室。",
    "急诊科的方医生说，再晚十分钟，后果不堪设想，老人现在已经转到普通病房，一周后可以出院。",
)
SECOND = "本报讯（记者 唐果）受冷空气影响，明天起我市有一次降水过程，最高气温将跌至十一度。"


def articles(*blocks: tuple[str, str, int]) -> list[Article]:
    """Of blocks of a parser that calls all headings alike, in one column, each with the side of its letters."""
    made, top = [], 0
    for kind, text, side in blocks:
        rows = math.ceil(len(text) * side / 440)
        edges = [0, top, min(440, len(text) * side), top + int(rows * side * 1.4)]
        made.append({"category": kind, "text": text, "bbox": edges})
        top += int(rows * side * 1.4) + 10
    issue = recover([SourceFile("page03.json", json.dumps(made).encode())])
    return [article for article in issue.articles if article.type != "furniture"]


def test_headings_of_one_kind_are_told_apart_by_their_size() -> None:
    first, second = articles(
        ("title", "突发疾病，司机改道送医", 36),
        ("title", "八分钟，闯出生命通道", 52),
        ("text", FIRST, 20),
        ("text", TEXTS[0], 20),
        ("title", "一个电话，门口有人等", 28),
        ("text", TEXTS[1], 20),
        ("text", TEXTS[2], 20),
        ("title", "春雨明起上线", 44),
        ("text", SECOND, 20),
    )
    assert (first.kicker, first.title) == (("突发疾病，司机改道送医",), "八分钟，闯出生命通道")
    assert [block.type for block in first.blocks] == ["paragraph", "paragraph", "heading", "paragraph", "paragraph"]
    assert second.title == "春雨明起上线"


def test_a_short_title_is_larger_than_a_cross_head() -> None:
    for side, types in ((48, ["paragraph"] * 3), (28, ["paragraph", "paragraph", "paragraph", "heading", "paragraph"])):
        found = articles(
            ("title", "八分钟，闯出生命通道", 52),
            *(("text", text, 20) for text in TEXTS),
            ("title", "老街社区食堂开张", side),
            ("text", "社区食堂周一开张，老人凭证打八折，午饭十元管饱，晚饭另备稀饭和馒头。", 20),
        )
        assert [block.type for block in found[0].blocks] == types, side


def test_a_text_whose_second_line_is_nearly_empty_is_no_heading() -> None:
    [article] = articles(
        ("title", "八分钟，闯出生命通道", 52),
        ("text", FIRST, 20),
        *(("text", text, 20) for text in TEXTS),
        ("text", "司机周建设回忆当时的情形，只见一位老人脸色发白", 20),
        ("text", "，额头上全是汗珠。", 20),
    )
    assert [block.type for block in article.blocks] == ["paragraph"] * len(article.blocks)


def test_who_signs_a_letter_stands_at_once_above_a_place() -> None:
    text = "Your story on the evening buses left out those of us who work nights. A last bus at 9:40 is no bus at all."
    letter = ("text", text, 12), ("text", "CARLA MENDES", 12), ("text", "Sand River", 12)
    found = articles(("title", "LETTERS", 20), ("title", "Buses that come", 24), *letter, ("title", "A thank-you", 24), *letter)
    assert [(article.title, article.credit) for article in found] == [
        ("Buses that come", "CARLA MENDES Sand River"),
        ("A thank-you", "CARLA MENDES Sand River"),
    ]


def test_a_sentence_in_latin_letters_is_no_heading() -> None:
    text = "Six branch libraries will close on Sundays from April, the library board said on Monday, citing a shortfall of funds."
    [article] = articles(
        ("title", "Library hours cut", 40), *(("text", text, 12) for _ in range(3)), ("text", "The rest will stay.", 20)
    )
    assert article.blocks[-1].text == "The rest will stay."


def test_the_lines_of_one_block_share_its_size() -> None:
    """MinerU sets an entry's lines in one block: each has the box of all, and letters no larger for it."""
    entry = "时间：10月29日、30日19:30\n地点：天目大剧院\n票价：80元至580元"
    rows: list[tuple[str, str, int, list[int]]] = [
        ("公交司机一路护送老人", FIRST, 30, [0, 60, 440, 100]),
        ("话剧《茶馆》周末上演", entry, 30, [0, 240, 320, 300]),
        ("明起降温有雨", SECOND, 30, [0, 400, 440, 440]),
    ]
    made: list[dict[str, object]] = []
    for title, text, side, box in rows:
        made += [
            {
                "type": "text",
                "text": title,
                "text_level": 1,
                "bbox": [0, box[1] - 50, len(title) * side, box[1] - 10],
                "page_idx": 0,
            },
            {"type": "text", "text": text, "bbox": box, "page_idx": 0},
        ]
    made += [
        {"type": "text", "text": text, "bbox": [500, 60 + 120 * at, 940, 100 + 120 * at], "page_idx": 0}
        for at, text in enumerate(TEXTS)
    ]
    found = recover([SourceFile("x_content_list.json", json.dumps(made).encode())]).articles
    assert [article.kicker for article in found if article.title == "明起降温有雨"] == [()]
    assert "天目大剧院" in str(next(article for article in found if article.title == "话剧《茶馆》周末上演").blocks)


def test_a_heading_on_two_lines_is_no_larger_than_one_on_one() -> None:
    texts = [Line(text, box=(0, 100 * at, 440, 100 * at + 84)) for at, text in enumerate(TEXTS, 1)]
    one = Line("渡口今起停航", level=2, box=(0, 500, 240, 550))
    two = Line("老街社区食堂周一开张老人八折", level=2, box=(0, 600, 440, 704))
    *_, first, second = rank_by_size(Sheet((*texts, one, two))).lines
    assert (first.level, first.large) == (second.level, second.large)


def test_a_heading_as_high_on_the_page_as_the_title_is_no_part_of_its_article() -> None:
    blocks = [
        ("title", "八分钟，闯出生命通道", [0, 0, 440, 60]),
        *(("text", text, [0, 80 + 100 * at, 440, 170 + 100 * at]) for at, text in enumerate(TEXTS)),
        ("title", "社区食堂开张", [480, 0, 800, 40]),
        ("text", "食堂周一开张，老人凭证打八折，午饭十元管饱，晚饭另备稀饭和馒头。", [480, 80, 920, 140]),
    ]
    page = [{"category": kind, "text": text, "bbox": box} for kind, text, box in blocks]
    issue = recover([SourceFile("page03.json", json.dumps(page).encode())])
    assert [article.title for article in issue.articles] == ["八分钟，闯出生命通道", "社区食堂开张"]


def test_a_nearly_full_title_on_one_line_is_as_large_as_one_on_two() -> None:
    two = ("title", "情人节花价升了一成档主靠预订撑住", [506, 256, 1000, 358])
    one = ("title", "骗案去年升一成二涉款七十亿", [506, 620, 1000, 662])
    texts = [
        ("text", FIRST, [506, 370, 1000, 430]),
        *(("text", text, [506, 440 + 60 * at, 1000, 495 + 60 * at]) for at, text in enumerate(TEXTS)),
    ]
    last = ("text", "警方公布，去年共录得四万四千宗骗案，损失七十亿元，其中网上投资骗案占最多。", [506, 680, 1000, 740])
    page = [{"category": kind, "text": text, "bbox": box} for kind, text, box in (two, *texts, one, last)]
    first, second = recover([SourceFile("page04.json", json.dumps(page).encode())]).articles
    assert (first.title, second.title) == (two[1], one[1])

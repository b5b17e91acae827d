"""Hard-wrapped texts are put together, whatever sets their paragraphs apart; what is not prose is left as it is."""

import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.recovery import recover

ROWS = (
    "今年以来，县供电公司把老旧小区改造列为",
    "第一件事，先后更换低压线路62公里、变压",
    "器41台。家住三组的尚师傅说，往年一开空",
    "调就跳闸，今夏一次也没有停过电，孩子写",
    "作业也踏实了。",
)
MORE = (
    "这个公司还抽调28名技术骨干，分成七个小",
    "组，逐户检查进户线和电表箱。截至6月底，",
    "共消除隐患313处，受益居民达到4900户。",
    "下一步，他们将用两年时间把全县的台区改",
    "造完，让用电报修的等候时间再短一些。",
)


def texts(page: str) -> list[str]:
    issue = recover([SourceFile("page01.md", page.encode())])
    return [block.text or "|".join(block.lines) for article in issue.articles for block in article.blocks]


@pytest.mark.parametrize(
    ("line", "paragraph", "indent"),
    [("\n", "\n\n", ""), ("\n", "\n", ""), ("\n", "\n", "　　"), ("\n\n", "\n\n", ""), ("  \n", "\n\n", "")],
    ids=["empty lines", "nothing", "indents", "an empty line behind each line", "hard breaks"],
)
def test_paragraphs_are_put_together(line: str, paragraph: str, indent: str) -> None:
    written = paragraph.join(indent + line.join(rows) for rows in (ROWS, MORE))
    page = f"改造一条线路 方便一片居民{paragraph}本报记者 尚青 通讯员 吴白{paragraph}{written}"
    assert texts(page) == ["".join(ROWS), "".join(MORE)]


def test_lines_are_measured_among_their_neighbours() -> None:
    narrow = "\n".join(("".join(MORE))[at : at + 11] for at in range(0, len("".join(MORE)), 11))
    page = "\n\n".join(("# 改造一条线路", "\n".join(ROWS), "# 抽调技术骨干检查电表箱", f"本报讯\n\n{narrow}"))
    assert texts(page) == ["".join(ROWS), "".join(MORE)]


def test_verse_is_left_as_it_is() -> None:
    verse = "我把麦子种在院墙外\n母亲把种子数了又数\n风从河的对岸走过来\n老榆树替我收下黄昏"
    page = "\n\n".join(("# 改造一条线路", "\n".join(ROWS), "# 麦子", "尚 青", verse))
    assert texts(page)[1] == verse.replace("\n", "|")


def test_a_line_of_mostly_latin_letters_is_one_of_them() -> None:
    rows = (*ROWS[:2], "器41台。负责人江浩（Jason Jiang Junior）", *ROWS[3:])
    page = "\n\n".join(("# 改造一条线路", "\n".join(rows), "\n".join(MORE)))
    assert texts(page) == ["".join(rows), "".join(MORE)]


def test_a_first_line_that_is_set_in_is_as_wide_as_the_others_with_its_white() -> None:
    paragraphs = (
        ("清晨五点的云雾镇还浸在夜色里菜农", "谭德兵已经打开手机，开始当天的第一场", "直播。"),
        ("从前镇里的高山蔬菜全靠菜贩子上门", "收购，一斤萝卜只卖一毛钱。前年，镇里", "建起了服务站，教村民做直播。"),
        ("镇里今年又引进了一家净菜加工厂每", "天处理六十吨，产品直供两个城市的学校", "和超市，附加值提高了两倍。"),
    )
    heads = "高山菜农的云上生意", "从等客来到找上门", "从卖原菜到卖净菜"
    page = "\n".join(f"{head}\n\n　　{chr(10).join(rows)}\n" for head, rows in zip(heads, paragraphs, strict=True))
    assert [text for text in texts(page) if text.endswith("。")] == ["".join(rows) for rows in paragraphs]

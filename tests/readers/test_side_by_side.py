"""Plain text as pdftotext leaves it: pages behind form feeds, and columns side by side."""

from audio_edition.model.issue import SourceFile
from audio_edition.readers import markdown
from audio_edition.readers._abreast import side_by_side
from audio_edition.recovery import recover
from tests.growth import growth

LEFT = [
    "渡口昨天早上重新开航",
    "本报讯（记者 何佳）昨天早上六点，停",
    "了半年的渡口重新开航，首班船上坐着七",
    "十二位乘客，比预计的多出一倍还不止。",
    "  船长周建设说，往后每天开十四班，末",
    "班改到晚上九点，票价仍旧是一块五角。",
]
RIGHT = [
    "老街的社区食堂开张",
    "本报讯（记者 唐果）老街社区食堂本周",
    "一开张，六十岁以上的老人凭证打八折，",
    "午饭十元管饱，晚饭另备稀饭和馒头。",
    "  食堂有座位九十个，每天十一点开门，",
    "送餐上门的电话贴在各个楼道的门口。",
]


def layout(left: list[str], right: list[str]) -> str:
    return "\n".join(f"{one}{' ' * (24 - len(one))}{other}" for one, other in zip(left, right, strict=True))


def test_columns_side_by_side_are_read_one_after_the_other() -> None:
    text = f"东江日报              2024年3月5日 星期二             第3版\n{layout(LEFT, RIGHT)}\n"
    found = [article for article in recover([SourceFile("page03.txt", text.encode())]).articles if article.type != "furniture"]
    assert [article.title for article in found] == [LEFT[0], RIGHT[0]]
    assert [len(article.blocks) for article in found] == [2, 2]
    assert found[0].blocks[0].text.endswith("比预计的多出一倍还不止。")


def test_every_sign_of_a_column_is_read_once_and_has_its_place() -> None:
    text = layout(LEFT, RIGHT)
    [page] = markdown.read([SourceFile("page03.txt", text.encode())]).pages
    assert sorted("".join(line.text for line in page.lines).replace(" ", "")) == sorted("".join(text.split()))
    assert all("".join(text[span.start : span.end] for span in line.spans) == line.text for line in page.lines)


def test_a_table_set_with_white_keeps_its_rows() -> None:
    rows = [
        "品种      本周      上周      涨跌",
        *(f"{name}    1.{at}0      1.{at}5      -0.05" for at, name in enumerate("菜肉蛋鱼米面油盐")),
    ]
    assert side_by_side(rows) == []


def test_a_page_begins_at_a_form_feed_before_its_first_line() -> None:
    text = "第一页的文章说了一些事。\n第一页就到这里了。\n这是第三行。\n\f第二页从这里开始。\n\f"
    pages = markdown.read([SourceFile("issue.txt", text.encode())]).pages
    assert [page.lines[0].text for page in pages] == ["第一页的文章说了一些事。", "第二页从这里开始。"]


def test_white_takes_even_time() -> None:
    assert growth(lambda count: side_by_side(["甲乙丙丁戊己庚辛壬癸子丑  " * 40] * count), 500) < 8

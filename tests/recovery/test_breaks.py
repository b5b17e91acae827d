"""A paragraph that a column cut is put together; what only stands above a text is not."""

import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.recovery import recover

TEXT = "昨日上午，全市秋粮收购工作现场会在青河县召开，来自各县区的六十多名代表实地察看了三个粮库。"

OTHER = "公园里跳舞的音响每晚开到十点以后，附近的老人和孩子睡不好觉，希望有人来管一管音量。"


def blocks(page: str) -> list[tuple[str, str]]:
    """What the articles of a page hold, title first."""
    articles = recover([SourceFile("page02.md", page.encode())]).articles
    read = [article for article in articles if article.type != "furniture"]
    return [
        part
        for article in read
        for part in (
            ("title", article.title),
            *((block.type, block.text) for block in article.blocks),
            *captions(article.captions),
        )
        if part[1]
    ]


def captions(texts: tuple[str, ...]) -> list[tuple[str, str]]:
    return [("caption", text) for text in texts]


@pytest.mark.parametrize("at", [at for at in range(20, 40) if TEXT[at - 1] not in "，。"])
def test_a_paragraph_is_whole_wherever_it_is_cut(at: int) -> None:
    page = f"# 秋粮收购开秤\n\n{TEXT}\n\n## 粮库已经备好\n\n{TEXT[:at]}\n\n{TEXT[at:]}\n"
    assert blocks(page) == [("title", "秋粮收购开秤"), ("paragraph", TEXT), ("heading", "粮库已经备好"), ("paragraph", TEXT)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("这台收割机一天能收一百二十亩地，师傅们都说省下了不少力气，今年再也不用", "为雇人的事发愁了。"),
        ("据县农业农村局统计，今年全县秋粮面积达到36.5", "万亩，比上年增加0.8万亩。"),
        ("縣農業農村局負責人說，今年的收購價格比去年同期高出一成，農戶賣糧的積", "極性也更高了。"),
    ],
)
def test_pieces_go_on_without_any_mark_on_the_page(left: str, right: str) -> None:
    assert ("paragraph", left + right) in blocks(f"秋粮收购开秤\n\n本报讯（记者 林野）{TEXT}\n\n{left}\n\n{right}\n")


@pytest.mark.parametrize(
    "header",
    [
        "全市秋粮收购工作现场会召开",
        "守住粮仓，端牢饭碗",
        "市领导检查秋粮收购工作 要求确保颗粒归仓",
        "关于做好今年秋季粮食收购资金供应工作的通告",
        "更正",
    ],
)
@pytest.mark.parametrize(
    "behind", ["开秤当天，来卖粮的车排出一里多地。", "本月起，各粮库延长收购时间。", "本报讯（记者 林野）" + TEXT]
)
def test_a_header_is_no_piece_of_the_text_below_it(header: str, behind: str) -> None:
    assert ("title", header) in blocks(f"{header}\n\n{behind}\n\n{TEXT}\n")


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n\n"])
@pytest.mark.parametrize("mark", ["# ", ""])
def test_what_interrupts_a_sentence_is_a_caption(gap: str, mark: str) -> None:
    cut = len(TEXT) + TEXT.index("代表") + 1
    page = gap.join((f"{mark}秋粮收购开秤", f"本报讯（记者 林野）{TEXT}", (2 * TEXT)[:cut], "青河县中心粮库", (2 * TEXT)[cut:]))
    assert blocks(page)[1:] == [("paragraph", TEXT), ("paragraph", 2 * TEXT), ("caption", "青河县中心粮库")]


@pytest.mark.parametrize("signature", ["一名读者", "清泉路 一位市民"])
def test_a_nameless_reader_signs_a_letter(signature: str) -> None:
    letters = (
        f"## {title}\n\n编辑同志：\n\n{text}\n\n{signature}" for title, text in (("路灯该修了", TEXT), ("公园夜里太吵", OTHER))
    )
    page = "\n\n".join(("# 读者来信", *letters))
    assert [text for kind, text in blocks(page) if kind == "title"] == ["路灯该修了", "公园夜里太吵"]


def test_a_list_of_contents_does_not_go_on_with_the_address_of_the_paper() -> None:
    address = "本报地址：青河市人民南路1号　邮编：610000　总编室：028—86968000　零售：每份1.50元"
    page = f"# 秋粮收购开始\n\n{TEXT}\n\n{OTHER}\n\n导读\n\n音响关小了 ……2版\n\n“村超”再燃，城乡同乐 ……5版\n\n{address}"
    said = [text for kind, text in blocks(page) if kind == "title"]
    assert said == ["秋粮收购开始", "音响关小了", "“村超”再燃，城乡同乐"]


def test_an_unmarked_cross_head_of_two_clauses_below_a_paragraph_is_no_piece_of_the_next() -> None:
    page = f"# 秋粮收购开秤\n\n{TEXT}\n\n{TEXT}\n\n路通了，“流量”变“留量”\n\n{OTHER}\n\n## 粮库已经备好\n\n{TEXT}\n"
    assert ("heading", "路通了，“流量”变“留量”") in blocks(page)

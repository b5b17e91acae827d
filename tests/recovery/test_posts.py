"""Writers who are no journalists: as what they are known stands before their name."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover
from audio_edition.recovery.names import signature

TEXT = "不少人在体检时被告知缺少维生素，其实每天晒一刻钟太阳，再吃些鱼和蛋，多半就够了，不必急着吃药。"


def article(line: str, mark: str = "# ") -> Article:
    text = "\n\n".join((f"{mark}维生素，缺了补多少", line, TEXT, TEXT[::-1][1:] + "。", f"{mark}渡口开航", f"本报讯 {TEXT}"))
    return recover([SourceFile("page01.md", text.encode())]).articles[0]


@pytest.mark.parametrize("mark", ["# ", ""])
@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("北岭医院临床营养科主任医师 查蕾", "查蕾"),
        ("东江天平律师事务所律师 盖思齐", "盖思齐"),
        ("省农业科学院研究员 杨 帆", "杨帆"),
        ("□ 河西大学经济学院教授 单学文", "单学文"),
        ("河西大学附属中学校长 任重远", "任重远"),
        ("东江市市长 何佳", "何佳"),
        ("校长 唐建新", "唐建新"),
    ],
)
def test_a_post_and_a_name_below_a_title_are_the_byline(line: str, name: str, mark: str) -> None:
    found = article(line, mark)
    assert (found.title, found.subtitle) == ("维生素，缺了补多少", "")
    assert [byline.names for byline in found.bylines] == [(name,)]


@pytest.mark.parametrize(
    "line", ["北岭医院专家 解读", "市一院资深医师 谈健康", "河西大学教授 走进乡村", "律师 支招", "校长 王荣"]
)
def test_what_somebody_does_is_no_name(line: str) -> None:
    assert signature(line) is None


def test_a_stated_byline_may_stand_without_a_space() -> None:
    text = f"---\ntitle: 维生素\nauthor: 北岭医院临床营养科主任医师查蕾\n---\n\n{TEXT}\n"
    [found] = recover([SourceFile("01.md", text.encode())]).articles
    assert found.bylines[0].names == ("查蕾",)

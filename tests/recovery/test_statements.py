"""Titles that name their topic before a colon, and say figures and clauses behind it, where nothing marks titles."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TEXT = "渡口的船清晨六点开航，票价不变，雨天停航，过河的人比去年多了一倍，船工又添了两名，还备了四十件救生衣。"
MORE = "查建国，56岁，县出租车公司驾驶员，开车27年，把乘客落在车上的东西一件一件还了回去，去年获评“好人”。"


def read(*rows: str) -> list[Article]:
    page = "\n".join(("渡口的船六点开航", "本报记者 白楠", TEXT, TEXT[::-1][1:] + "。", *rows))
    return list(recover([SourceFile("page02.txt", page.encode())]).articles)


@pytest.mark.parametrize(
    "title",
    [
        "对话“的哥”查师傅：开了27年车，捡到过1136件失物",
        "查师傅：开了27年车，捡到1136件失物",
        "一个人的27年：行车一百万公里，还出1136件失物",
    ],
)
@pytest.mark.parametrize("header", [("本报记者 苗青", MORE), (f"本报讯（记者 苗青）{MORE}",)])
def test_above_who_wrote_the_text_it_is_a_title(title: str, header: tuple[str, ...]) -> None:
    _, second = read(title, *header)
    assert (second.title, [block.text for block in second.blocks]) == (title, [MORE])
    assert second.bylines[0].names == ("苗青",)


@pytest.mark.parametrize(
    "line", ["咨询电话：0578-2136600，周一至周五，上午9时至11时30分", "乘船须知：票价2元，儿童免费，雨天停航30分钟"]
)
def test_below_a_text_it_is_a_field_of_that_text(line: str) -> None:
    [first] = read(line, "（记者 苗青）")
    assert first.title == "渡口的船六点开航"
    assert first.blocks[-1].text == line or line in first.blocks[-1].lines

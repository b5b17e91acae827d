"""Questions and answers: by labels that ask and answer, and by speakers that take turns."""

import pytest

from audio_edition.model.issue import Block, SourceFile
from audio_edition.recovery import recover

ASKED = "我母亲今年七十二岁，护士上门给她扎针后手臂红肿，请问医药费该由谁来承担？"
SAID = "首先要看护士是否具备资质，如果由医疗机构派出，由用人单位承担责任。"


def blocks(*parts: str) -> list[Block]:
    pages = "\n\n".join(
        ("# 护士上门扎针出意外，责任谁来担", "本报记者 郝秋", *parts, "# 渡口开航", "本报讯（记者 白楠）渡口六点开航。")
    )
    return list(recover([SourceFile("page01.md", pages.encode())]).articles[0].blocks)


@pytest.mark.parametrize("mark", ["", "**"])
@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("读者提问", "律师解答"),
        ("问", "答"),
        ("市民咨询", "医保局答复"),
        ("网友提问", "专家回答"),
        ("居民提问", "法官答疑"),
        ("读者 崔女士", "律师 解严"),
    ],
)
def test_one_question_and_its_answer(asks: str, answers: str, mark: str) -> None:
    found = blocks(f"{mark}{asks}：{mark}{ASKED}", f"{mark}{answers}：{mark}{SAID}")
    assert [(block.type, block.who, block.text) for block in found] == [("question", asks, ASKED), ("answer", answers, SAID)]


@pytest.mark.parametrize(("one", "other"), [("地点", "时间"), ("律师解答", "读者提问"), ("县水利局", "县自来水公司")])
def test_two_labels_that_do_not_ask_and_answer_are_text(one: str, other: str) -> None:
    assert {block.type for block in blocks(SAID, f"{one}：{SAID}", f"{other}：{SAID}")} == {"paragraph"}

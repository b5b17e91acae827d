"""What a paper says of what others have it print, and of its lawyers, is furniture; news that speaks of it is not."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TEXT = "渡口的船清晨六点开航，票价不变，雨天停航，过河的人比去年多了一倍，船工又添了两名，还备了四十件救生衣。"


def read(*rows: str) -> list[Article]:
    page = "\n\n".join(("# 河西晚报", "2024年5月8日 星期三", "## 渡口的船六点开航", "本报记者 白楠", TEXT, *rows))
    found = recover([SourceFile("page02.md", page.encode())]).articles
    return [article for article in found if article.type != "furniture"]


@pytest.mark.parametrize(
    "line",
    [
        "声明：本报刊登的分类信息由广告主提供，读者在交易前请核实，本报不承担由此产生的责任。",
        "本版文章仅代表作者观点，不代表本报立场。",
        "本版图片来自网络，请作者与本报联系，以奉稿酬。",
        "特别提示：本版信息不作为法律依据，与本报无关",
        "本版内容仅供参考，不能替代医生诊疗",
        "以上信息仅供参考，据此操作，风险自担。",
        "文中观点不构成投资建议",
        "【免責聲明】本版文章純屬作者個人意見，不構成投資建議。",
        "★本栏信息真实性由发布者负责，请自行核实，本报概不负责。",
        "本报法律顾问：河西正达律师事务所 王律师",
    ],
)
def test_what_a_paper_does_not_answer_for_is_not_read(line: str) -> None:
    [ferry] = read(line)
    assert [block.text for block in ferry.blocks] == [TEXT]


@pytest.mark.parametrize(
    "line",
    [
        "本报刊登的《长河》一文引起反响，三位老船工没有辜负读者，把旧船修好了。",
        "船方声明：船票当日有效，过期不退，雨天停航不承担赔偿责任。",
    ],
)
def test_news_of_papers_and_of_answering_is_read(line: str) -> None:
    [ferry] = read(line)
    assert [block.text for block in ferry.blocks] == [TEXT, line]

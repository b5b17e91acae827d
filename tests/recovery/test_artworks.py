"""Works of art and their labels, and who made the pictures or the page."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TEXT = "庙埕的榕树下，修伞的阿添伯一年只出来两个月，梅雨来他就来，台风走他就走，他不挂招牌，撑开一把破黑伞倒放在地上。"


def essay(item: str) -> Article:
    """The first of two essays, an item behind it."""
    page = f"# 修伞的人\n\n贺蓉\n\n{TEXT}\n\n{item}\n\n# 父亲的收音机\n\n凌初\n\n{TEXT}"
    first, second = recover([SourceFile("page01.md", page.encode())]).articles
    assert (second.title, second.kicker, second.bylines[0].names) == ("父亲的收音机", (), ("凌初",))
    return first


@pytest.mark.parametrize(
    "label",
    [
        "国画《春山烟雨》 作者 李墨",
        "春山烟雨（国画）\n\n李墨 作",
        "《春山烟雨》（国画） 李墨",
        "摄影作品《晨曦》 王海 摄",
        "版画：渔港之春 陈大力",
        "秋水长天（摄影） 王海",
        "篆刻：宁静致远\n\n作者：方石",
    ],
)
def test_the_label_of_a_work_of_art_is_a_caption(label: str) -> None:
    found = essay(label)
    assert [caption.replace(" ", "") for caption in found.captions] == ["".join(label.split())]
    assert [block.text for block in found.blocks] == [TEXT]


@pytest.mark.parametrize(
    "line",
    ["图：刘洋", "摄影 王海", "摄影：王海 李墨", "本版撰文 记者 王荣 通讯员 李墨", "本版撰文 记者王荣 图片由受访者提供"],
)
def test_who_made_pictures_or_the_page_is_a_credit(line: str) -> None:
    found = essay(line)
    assert (found.type, found.credit, found.captions) == ("article", line, ())
    assert [byline.names for byline in found.bylines] == [("贺蓉",)]

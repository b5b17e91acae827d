"""A table in the midst of an article, and what names it."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

OPENS = "本报讯（记者 郝秋）10月22日，为期五天的运动会在县体育中心闭幕，十二个乡镇的一千八百名运动员参加了角逐。"
TABLE = "| 名次 | 代表团 | 金牌 |\n|---|---|---|\n| 1 | 柳河镇 | 21 |\n| 2 | 石门镇 | 18 |"
CLOSES = "闭幕式上，副县长种东方宣布，下一届运动会将于后年九月在石门镇举行。"
OTHER = ("# 粮站五点开门", "本报记者 杜青", "入秋以来，县里的粮站每天清晨五点开门，农户把新谷送来，过磅、验水分、开票。")


def read(*parts: str) -> list[Article]:
    found = recover([SourceFile("page02.md", "\n\n".join(parts).encode())]).articles
    return [article for article in found if article.type != "furniture"]


@pytest.mark.parametrize(
    "name", ["附：金牌榜前三名", "附表一 金牌榜前三名", "金牌榜前三名", "金牌榜前三名（单位：枚）", "**附：金牌榜**"]
)
def test_an_article_goes_on_behind_its_table(name: str) -> None:
    first, second = read("# 县运会闭幕", OPENS, name, TABLE, CLOSES, *OTHER)
    assert [block.type for block in first.blocks] == ["paragraph", "paragraph", "table", "paragraph"]
    assert (first.title, second.title) == ("县运会闭幕", "粮站五点开门")


def test_a_text_leads_on_to_its_table() -> None:
    first = read("# 县运会闭幕", OPENS, "各代表团的名次如下表：", "表1 金牌榜", TABLE, CLOSES, *OTHER)[0]
    assert [block.type for block in first.blocks] == ["paragraph", "paragraph", "paragraph", "table", "paragraph"]


def test_an_added_table_ends_its_article() -> None:
    first, second = read("# 县运会闭幕", OPENS, CLOSES, "附：金牌榜前三名", TABLE, *OTHER)
    assert ([block.type for block in first.blocks][-1], second.title) == ("table", "粮站五点开门")


@pytest.mark.parametrize("title", ["# 昨日外汇牌价", "本周天气预报", "停水通知"])
def test_a_table_with_a_title_of_its_own_is_an_item(title: str) -> None:
    titles = [article.title for article in read("# 县运会闭幕", OPENS, CLOSES, title, TABLE, *OTHER)]
    assert titles == ["县运会闭幕", title.strip("# "), "粮站五点开门"]


def test_what_is_centred_below_a_table_is_its_caption() -> None:
    caption = '<div style="text-align: center;">金牌榜(截至第二日)</div>'
    first, second = read("# 县运会闭幕", OPENS, CLOSES, TABLE, caption, *OTHER)
    assert [block.type for block in first.blocks] == ["paragraph", "paragraph", "table", "paragraph"]
    assert (first.blocks[-1].text, second.title) == ("金牌榜(截至第二日)", "粮站五点开门")

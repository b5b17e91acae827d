"""Who wrote and who took the pictures: both are named in the header, whatever is named first."""

import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.recovery import recover

TEXT = "堤上的灯一盏一盏亮起来，守闸的老人把收音机拧到最小。他说水位每小时记一次，记了三十年，一次也没有落下。"


@pytest.mark.parametrize(
    ("lines", "writers"),
    [
        ("本报记者 林知远 摄影 孟小舟", ("林知远", "孟小舟")),
        ("文/本报记者 林知远\n图/本报记者 孟小舟", ("林知远", "孟小舟")),
        ("口述/林知远 整理/本报记者 孟小舟", ("林知远", "孟小舟")),
        ("市委党校 林知远", ("林知远",)),
    ],
)
def test_a_header_names_all_who_made_an_article(lines: str, writers: tuple[str, ...]) -> None:
    page = f"**守闸人的夜**\n\n{lines}\n\n[图片]\n\n{TEXT}\n\n{TEXT[::-1][1:]}。\n\n**渡口**\n\n本报讯 {TEXT}\n"
    articles = recover([SourceFile("page02.md", page.encode())]).articles
    article = next(article for article in articles if article.title == "守闸人的夜")
    assert tuple(name for byline in article.bylines for name in byline.names) == writers

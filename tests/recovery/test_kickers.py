"""Kicker and title at one level, or without marks at all: which is which, by what they say."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TEXT = "昨晚的体育馆里坐满了人，最后一节双方打成平手，终场前一分钟客队连投三球，看台上的鼓声停了下来。"
FORMS = {"headings": ("# {}", "\n\n"), "bold": ("**{}**", "\n\n"), "plain": ("{}", "\n")}


def article(first: str, second: str, form: str, byline: str = "本报记者 郝秋") -> Article:
    mark, between = FORMS[form]
    other = (mark.format("渡口的船六点开航"), "本报记者 白楠", TEXT[::-1][1:] + "。")
    parts = (mark.format(first), mark.format(second), byline, TEXT, *other)
    return recover([SourceFile("page03.md" if form != "plain" else "page03.txt", between.join(parts).encode())]).articles[0]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("byline", ["本报记者 郝秋", "本报讯（记者 郝秋）"])
@pytest.mark.parametrize(
    ("kicker", "title"),
    [
        ("CBA常规赛第11轮", "北岭男篮108比97逆转对手 豪取三连胜"),
        ("世预赛亚洲区18强赛第6轮", "客队主场1比3不敌对手"),
        ("全国羽毛球公开赛半决赛", "北岭姑娘苦战三局过关"),
        ("第十五届全国运动会", "北岭代表团首日摘得三金"),
        ("第七届国际进口博览会", "六国客商签下大单"),
        ("今天12时前后起风 明晨最低温跌破0℃", "冷空气“发货” 北岭人准备接招"),
        ("5年修路1200公里 通车村庄超过300个", "山里人出门 不再看天色"),
    ],
)
def test_an_occasion_and_details_stand_above_the_title(kicker: str, title: str, byline: str, form: str) -> None:
    found = article(kicker, title, form, byline)
    assert (found.kicker, found.title, found.subtitle) == ((kicker,), title, "")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("title", "subtitle"),
    [
        ("老旧小区加装电梯 补贴再提2万元", "全市已累计加装1867部 今年目标完成九成"),
        ("北岭队夺得全国联赛冠军", "两名小将入选国家集训队名单"),
        ("我市将办第三届艺术节", "七台大戏轮番登台 票价最低十元"),
        ("新开3条公交线路 方便12个小区", "首末班时间详见站牌"),
    ],
)
def test_what_tells_what_happened_is_the_title(title: str, subtitle: str, form: str) -> None:
    found = article(title, subtitle, form)
    assert (found.kicker, found.title, found.subtitle) == ((), title, subtitle)

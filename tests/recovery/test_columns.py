"""A label that is printed once heads every piece under it; printed lines of Latin pages become texts."""

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

LETTERS = """## 巷口议论

### 菜场的秤该换了

五家摊位给出五个数，公平秤却锁在管理处，上面堆着三箱橙子。

读者 穆清

### 车站缺一盏灯

末班车到站时站台上漆黑一片，老人下车只能摸着栏杆走。

读者 乔英

## 夜市摊主联名要求公开测算

十七位摊主联名要求公开测算依据，管理公司答复下周召开协商会。
"""
SERVICE = """## 高考提醒

### 证件

准考证和身份证要放在一起，前一晚再看一遍。

### 交通

考点周围三条路限行，最好提前半小时出门。
"""
ANSWERS = """# 专家坐诊

# 番茄裂果不全是缺钙

解答人：市农科院蔬菜研究所 霍明川

问：第二穗果往下裂口子，是不是缺钙？

答：裂口呈放射状，多半是水的毛病，先查浇水。

羊羔拉稀先别忙着喂药

解答人：市畜牧站 费连海

问：羊羔七八天就拉稀，喂啥药好？

答：十有八九是受凉，先把湿草全换掉。
"""
DAILY = """Council Votes to Rebuild Bridge,
Ending Nine Years of Argument

By RUTH ADEYEMI
Continental Press

SPRINGFIELD, Nov. 7 (CP) — After four engineering
studies and one lawsuit the council agreed to tear
down the bridge, built in 1938, and to set aside

$3.2 million for a ferry, a sum that mer-
chants call small.

LETTERS

Leave the Leaves

To the Editor:

Every autumn my neighbors blow their leaves into
the street. I rake mine.

JOAN TILLERY
Kessler Bay, Nov. 4

A Word for the Night Bus

To the Editor:

Your report overlooked who is on the buses. Five of
us are not empty seats.

ROSA M. IBARRA
North Harbor, Nov. 5

METRO BRIEFS

Clinic Extends Flu Shot Hours

The clinic will give free vaccinations until 8 p.m.
on weekdays.
"""


def articles(text: str) -> list[Article]:
    return [article for article in recover([SourceFile("page1.md", text.encode())]).articles if article.type != "furniture"]


def test_letters_under_one_label_are_pieces_of_their_own() -> None:
    assert [(article.kicker, article.title) for article in articles(LETTERS)] == [
        (("巷口议论",), "菜场的秤该换了"),
        (("巷口议论",), "车站缺一盏灯"),
        ((), "夜市摊主联名要求公开测算"),
    ]


def test_lower_titles_without_a_name_or_a_question_stay_cross_heads() -> None:
    assert [article.title for article in articles(SERVICE)] == ["高考提醒"]


def test_answers_share_the_label_of_their_column() -> None:
    assert [(article.kicker, article.bylines[0].names) for article in articles(ANSWERS)] == [
        (("专家坐诊",), ("霍明川",)),
        (("专家坐诊",), ("费连海",)),
    ]


def test_printed_lines_of_a_latin_page_become_texts() -> None:
    bridge, leaves, bus, clinic = articles(DAILY)
    assert bridge.title == "Council Votes to Rebuild Bridge, Ending Nine Years of Argument"
    assert [byline.names for byline in bridge.bylines] == [("RUTH ADEYEMI",)]
    assert bridge.blocks[0].text.endswith("and to set aside $3.2 million for a ferry, a sum that merchants call small.")
    assert [article.kicker for article in (bridge, leaves, bus, clinic)] == [(), ("LETTERS",), ("LETTERS",), ("METRO BRIEFS",)]
    assert bus.credit == "ROSA M. IBARRA North Harbor, Nov. 5"


UNNAMED = """# 读者来信

## 图书馆能否晚些关门

编辑同志：暑假里图书馆五点半就关门，能不能晚两个钟头？

{0}

## 路口的线该重新画了

路口的斑马线已经看不清，早高峰过马路像闯关，盼着早些重画。

市民 何佳
"""
ANSWERED = """# 回音壁

## 公园添了饮水点

关于公园里喝水难的来信收悉，东门和南门已各添饮水点两处，并贴了指示牌。

东江公园管理服务中心

## 破损井盖已经换好

关于北园大街井盖破损的来信收悉，我公司已于八月十二日换好。

东江水务集团排水公司
"""


def test_who_signs_a_letter_without_a_name_ends_it() -> None:
    for who in ("一位上班族", "历下区 靳大爷", "（一名老年读者）", "东江县 乔女士"):
        found = articles(UNNAMED.format(who))
        assert [(article.title, article.credit) for article in found][:1] == [("图书馆能否晚些关门", who)], who
        assert len(found) == 2, who


def test_an_office_that_answers_ends_its_answer() -> None:
    assert [(article.kicker, article.title) for article in articles(ANSWERED)] == [
        (("回音壁",), "公园添了饮水点"),
        (("回音壁",), "破损井盖已经换好"),
    ]

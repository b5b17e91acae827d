"""Lines of names and figures: they are text in the order of print, no cross-heads, no signatures, no titles."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

HEAD = "A3 社会 江州晚报 2024年6月5日 星期三"
STORY = (
    "## 旧仓库里办起了木偶戏",
    "本报讯（记者 陆一舟）仓库在铁路边上，空了十几年。去年秋天，三个唱木偶戏的老人租下它，自己刷墙。",
)
LAST = "## 渡船停了以后", "本报讯（记者 孟知秋）桥通车那天，摆渡的老龙把缆绳收进屋里。他说水还是那条水，人都从天上走了。"
SERVICE = {
    "draws": (
        "天气 今天多云转雷阵雨，局部暴雨，气温23℃~31℃。",
        "限行 今日机动车限行尾号：3和8。",
        "彩票 福彩双色球第2024063期 红球：02 06 11 18 25 30 蓝球：09",
        "体彩排列3第24147期：5 0 8",
        "股市 昨日，上证指数报收3091.20点，涨0.41%。",
        "汇率 1美元兑7.1083元人民币。",
    ),
    "lists": (
        "彩票 双色球 02 06 11 18 25 30+09",
        "七星彩 第24065期 1 5 0 8 3 2 7",
        "油价 92号 7.85元/升 95号 8.38元/升",
        "空气质量 优 AQI 45",
        "汇率 1美元兑7.1083元人民币。",
    ),
    "alone": (
        "天气 今天多云转雷阵雨，局部暴雨，气温23℃~31℃。",
        "彩票 双色球第2024063期 红球 02 06 11 18 25 30 蓝球 09",
        "股市 昨日，上证指数报收3091.20点，涨0.41%。",
    ),
    "timetable": (
        "市教育考试院昨日公布中考日程，设考点86个。",
        "6月17日 上午 9:00—11:30 语文 下午 2:30—4:00 道德与法治",
        "6月18日 上午 9:00—11:00 数学 下午 2:30—4:30 英语（含听力）",
        "6月19日 上午 9:00—11:00 物理、化学",
        "考试期间，考生须带齐黑色签字笔等，开考15分钟后不得入场。",
    ),
    "places": (
        "首演安排如下，市民可凭身份证入场，每场限八十人。",
        "第一场 6月8日 上午9:30",
        "第二场 6月9日 下午2:30",
        "成人票 30元 儿童票 15元",
        "老人说，唱到哪天算哪天，孩子们来了就开锣。",
    ),
}


def read(*parts: str) -> list[Article]:
    found = recover([SourceFile("page03.md", "\n\n".join(parts).encode())]).articles
    return [article for article in found if article.type != "furniture"]


@pytest.mark.parametrize("name", SERVICE)
def test_names_and_figures_are_text_in_the_order_of_print(name: str) -> None:
    _, service, last = read(HEAD, *STORY, "## 便民信息", *SERVICE[name], *LAST)
    assert [(block.type, block.text) for block in service.blocks] == [("paragraph", text) for text in SERVICE[name]]
    assert (service.title, service.credit, service.bylines) == ("便民信息", "", ())
    assert last.title == "渡船停了以后"


def test_a_note_below_figures_belongs_to_them() -> None:
    _, draws, last = read(HEAD, *STORY, "## 彩票开奖", "福彩3D第63期 开奖号码：3 8 5", "以上开奖信息以官方公布为准", *LAST)
    assert [block.text for block in draws.blocks] == ["福彩3D第63期 开奖号码：3 8 5", "以上开奖信息以官方公布为准"]
    assert (last.kicker, last.title) == ((), "渡船停了以后")


def test_lines_that_begin_with_a_time_of_day_are_a_list() -> None:
    times = "19：35 CCTV5 篮球联赛 江州—东岭", "21：00 江州体育 足球集锦"
    text = "\n\n".join((HEAD, *STORY, "## 今日荧屏", *times, *LAST))
    articles = [one for one in recover([SourceFile("page03.md", text.encode())]).articles if one.type != "furniture"]
    assert [block.text for block in articles[1].blocks] == list(times)

"""Chinese sentences as Taiwan's and Hong Kong's papers print them, and what the mainland's do otherwise."""

import pytest

from audio_edition.normalization import Context, normalize


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("台積電昨（11）日宣布，明（13）日起鋒面接近", "台積電昨十一日宣布，明十三日起鋒面接近"),
        ("今(12)日上午，本（6）月12日，上（5）月", "今十二日上午，本六月十二日，上五月"),
        ("昨（11）晚，今（12）天，昨日（11）表示，翌（12）日", "昨十一日晚，今天十二日，昨日十一日表示，翌十二日"),
        ("今、明（12、13）兩日，昨（十一）日", "今、明十二、十三兩日，昨十一日"),
        ("今（2025）年，去（113）年，本（114）年度", "今二零二五年，去一百一十三年，本一百一十四年度"),
        ("王昨（Wang）日，共（3）日，本（第7）屆，昨（約30）日", "王昨，Wang，日，共，三，日，本，第七，屆，昨，約三十，日"),
    ],
)
def test_a_day_with_its_number_in_brackets_is_one_breath(written: str, spoken: str) -> None:
    assert normalize(written, Context(lang="zh-TW")).spoken == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("8/15前報名，9/1開學，（12/25）聖誕節", "八月十五日前報名，九月一日開學，十二月二十五日，聖誕節"),
        ("自3/5起，1/3的民眾，3/4以上", "自三月五日起，三分之一的民眾，四分之三以上"),
    ],
)
def test_a_day_with_a_stroke_is_no_fraction(written: str, spoken: str) -> None:
    assert normalize(written, Context(lang="zh-TW")).spoken == spoken


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("電洽（02）2720-8889轉6857。", "電洽零二，二七二零，八八八九轉六八五七。"),
        ("02-2720-8889轉123，02-27208889轉12", "零二，二七二零，八八八九轉一二三，零二，二七二零八八八九轉一二"),
        ("02-2720-8889#12，2720-8889轉分機6857", "零二，二七二零，八八八九轉一二，二七二零，八八八九轉分機六八五七"),
        ("2720-8889#12，電話2720-8889轉6857、6858", "二七二零，八八八九轉一二，電話二七二零，八八八九轉六八五七、六八五八"),
        ("由3轉2，轉4號線", "由三轉二，轉四號線"),
        ("洽詢1999轉6789", "洽詢一九九九轉六七八九"),
    ],
)
def test_an_extension_is_turned_to(written: str, spoken: str) -> None:
    assert normalize(written, Context(lang="zh-TW")).spoken == spoken


@pytest.mark.parametrize("lang", ["zh-TW", "zh-HK"])
@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("高溫上看36℃，36.5°C", "高溫上看攝氏三十六度，攝氏三十六點五度"),
        ("降到-2℃，25-30℃", "降到攝氏零下二度，攝氏二十五到三十度"),
        ("25℃至30℃，104°F，36度", "攝氏二十五至三十度，華氏一百零四度，三十六度"),
    ],
)
def test_the_scale_stands_first_outside_the_mainland(lang: str, written: str, spoken: str) -> None:
    said = normalize(written, Context(lang=lang))
    assert said.spoken == spoken
    assert not said.findings


def test_the_scale_stands_last_on_the_mainland() -> None:
    assert normalize("高温36℃，25-30℃").spoken == "高温三十六摄氏度，二十五到三十摄氏度"

"""Pages of Hong Kong: the weather at the head, columns and their pieces, recipes, advertisements between news."""

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

HEAD = ("# 港城日報", "2024年5月18日 星期六 第12345號 港幣10元")
FIRE = "元朗錦田一間村屋昨晨7時許起火，一名63歲姓黃男子昏迷送院，延至上午9時12分不治。消防正調查起火原因。"
FARES = "票價加不加，從來不只是數字問題。市民要看到的，是服務有沒有改善，車站有沒有人答話，列車有沒有準時。"


def read(*rows: str) -> list[Article]:
    found = recover([SourceFile("A1.md", "\n\n".join((*HEAD, *rows)).encode())]).articles
    return [article for article in found if article.type != "furniture"]


def texts(article: Article) -> list[str]:
    return [text for block in article.blocks for text in (block.lines or (block.text,))]


def test_the_weather_at_the_head_of_a_page_is_an_item_of_its_own() -> None:
    [weather, fire] = read("天氣：大致多雲，有驟雨，氣溫25至29度。", "## 元朗村屋火警 六旬翁不治", f"【本報訊】{FIRE}")
    assert (weather.type, weather.title, texts(weather)) == ("weather", "天氣", ["大致多雲，有驟雨，氣溫25至29度。"])
    assert texts(fire) == [FIRE]


def test_a_marked_title_ends_an_advertisement_without_marks() -> None:
    offer = ("廣告", "名店時裝大減價", "低至3折！尖沙咀彌敦道100號", "查詢電話：2345 6789")
    found = read("## 元朗村屋火警 六旬翁不治", f"【本報訊】{FIRE}", *offer, "## 恒指收市升177點 成交1389億元", "詳見B1版")
    assert [(article.type, article.title) for article in found] == [
        ("article", "元朗村屋火警 六旬翁不治"),
        ("ad", "名店時裝大減價"),
        ("teaser", "恒指收市升177點 成交1389億元"),
    ]


def test_a_column_stands_above_its_piece() -> None:
    [piece] = read("## 街談巷議", "### 加價與信任", "何秀蘭", FARES, FARES[::-1][1:] + "。")
    assert (piece.kicker, piece.title, piece.bylines[0].names) == (("街談巷議",), "加價與信任", ("何秀蘭",))


def test_a_recipe_under_the_name_of_its_page_is_signed_by_who_wrote_it() -> None:
    recipe = ("材料：", "紅豆300克", "陳皮1角", "做法：", "1. 紅豆浸4小時。", "2. 放入陳皮，慢火煲90分鐘，加冰糖即成。")
    [sago, jobs] = read(
        "## 副刊 飲食男女", "## 陳皮紅豆沙", *recipe, "文：阿May 圖：受訪者提供", "招聘", "誠聘保安員，月薪$16,800。"
    )
    assert (sago.kicker, sago.title) == (("副刊 飲食男女",), "陳皮紅豆沙")
    assert (sago.bylines[0].names, texts(sago)) == (("阿May",), [*recipe])
    assert (jobs.type, jobs.title) == ("notice", "招聘")


def test_what_says_that_it_is_a_caption_is_one_however_it_is_marked() -> None:
    caption = "圖說：屏東佳冬養殖漁民清理死亡魚體。記者林俊良／攝影"
    damage, fire = read(
        "## 凱米災損逾20億", f"記者王怡婷／屏東報導\n\n{FARES}", f"### {caption}", "## 元朗村屋火警 六旬翁不治", FIRE
    )
    assert (damage.captions, fire.kicker, fire.title) == ((caption,), (), "元朗村屋火警 六旬翁不治")


def test_a_call_for_contributions_is_an_item_of_its_own() -> None:
    call = "本刊徵求散文、新詩，散文1200字以內，來稿請寄literature@donghai.example，附真實姓名、地址、電話。"
    piece, notice = read("# 在雨裡等一班車", "◎ 林芳年", FARES, "徵稿", call)
    assert (piece.title, notice.type, notice.title, texts(notice)) == ("在雨裡等一班車", "notice", "徵稿", [call])


def test_two_marked_lines_of_two_clauses_are_one_title() -> None:
    text = "【本報訊】北部公路昨日動工，預計二○三○年底通車，屆時由粉嶺往元朗的車程可由四十五分鐘縮短至廿五分鐘。"
    page = f"# 北都公路動工 料縮短車程廿分鐘\n\n# 村民憂影響農地 促妥善安置\n\n{text}\n\n# 花價升一成\n\n{text}\n"
    first = recover([SourceFile("a04.md", page.encode())]).articles[0]
    assert (first.title, first.subtitle) == ("北都公路動工 料縮短車程廿分鐘 村民憂影響農地 促妥善安置", "")

"""Texts below pictures: an item of its own, the caption within an article, or the end of one."""

import pytest

from audio_edition.model.issue import Article, SourceFile
from audio_edition.recovery import recover

TEXTS = (
    "本报讯（记者 郝秋）3月17日，全县水利工作会议召开，会议总结去年工作，部署今年水库加固和河道清淤任务。",
    "会议强调，要坚持项目为王，确保一季度开工率不低于85%，力争上半年完成全年投资任务的一半以上。",
    "会上，各单位签订了责任书。东关镇负责人作了发言。",
)
CAPTION = "3月16日，在北岭村后山，游客在桃花林里拍照留念。近年来，该村依托千亩桃林发展乡村旅游，带动周边百余户村民增收。"
NEXT = ("# 渡口的船六点开航", "本报记者 白楠", "渡口的船清晨六点开航，票价不变，雨天停航，过河的人比去年多了一倍。")
TITLE, PICTURE, CREDIT = "# 全县水利工作会议召开", "![](images/a.jpg)", "本报记者 苗青 摄"
SIGNED = f"{CAPTION} {CREDIT}"


def read(*parts: str, behind: tuple[str, ...] = ()) -> list[Article]:
    pages = [parts, behind] if behind else [parts]
    files = [SourceFile(f"page0{number}.md", "\n\n".join(page).encode()) for number, page in enumerate(pages, 1)]
    return [article for article in recover(files).articles if article.type != "furniture"]


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


@pytest.mark.parametrize("story", [(PICTURE, SIGNED), (PICTURE, CAPTION, CREDIT), (SIGNED,)])
def test_a_text_on_another_matter_is_an_item_of_its_own(story: tuple[str, ...]) -> None:
    first, picture, second = read(TITLE, *TEXTS, *story, *NEXT)
    assert (len(first.blocks), first.credit) == (3, "")
    assert (picture.type, texts(picture), picture.credit) == ("photo", [CAPTION], CREDIT)
    assert second.title == NEXT[0][2:]


@pytest.mark.parametrize("story", [(PICTURE, SIGNED), (PICTURE, CAPTION, CREDIT), (SIGNED,)])
def test_behind_a_jump_too(story: tuple[str, ...]) -> None:
    cut = (*TEXTS[:2], "会上，对先进单位进行了表彰。西关街道、东关镇", "（下转第二版）")
    resumed = ("# 综合新闻", "（上接第一版）等单位负责人作了发言。会议以视频形式召开，各乡镇设分会场。", *NEXT)
    first, picture, *_ = read(TITLE, *cut, *story, *NEXT, behind=resumed)
    assert texts(first)[-1].startswith("会上，对先进单位进行了表彰。西关街道、东关镇等单位负责人作了发言。")
    assert (picture.type, texts(picture)) == ("photo", [CAPTION])


def test_within_an_article_it_is_a_caption() -> None:
    first, _ = read(TITLE, *TEXTS[:2], PICTURE, SIGNED, TEXTS[2], *NEXT)
    assert (len(first.blocks), first.captions) == (3, (SIGNED,))


def test_on_the_matter_of_the_article_it_is_its_caption() -> None:
    caption = "3月17日，全县水利工作会议召开。会议总结去年工作，部署今年水库加固和河道清淤任务。 本报记者 苗青 摄"
    first, _ = read(TITLE, *TEXTS, PICTURE, caption, *NEXT)
    assert (len(first.blocks), first.captions) == (3, (caption,))


def test_below_its_title_it_is_the_text() -> None:
    _, story, _ = read(TITLE, *TEXTS, "# 桃花开了", PICTURE, SIGNED, *NEXT)
    assert (story.title, texts(story), story.credit) == ("桃花开了", [CAPTION], CREDIT)


@pytest.mark.parametrize("credit", [CREDIT, "本报记者 苗青 摄影报道"])
def test_who_signs_below_the_last_paragraph_signs_the_article(credit: str) -> None:
    first, _ = read(TITLE, *TEXTS, CAPTION, credit, *NEXT)
    assert (len(first.blocks), first.credit) == (4, credit)


LOST = ("遗失声明", "▲ 李明遗失居民身份证，号码410611199003127012，声明作废。", "▲ 好邻居便利店遗失营业执照副本，声明作废。")


@pytest.mark.parametrize(("writer", "caption"), [("□ 本报记者 白楠 文/图", True), ("□ 本报记者 白楠", False)])
def test_a_triangle_points_at_a_picture_where_the_writer_made_it(writer: str, caption: bool) -> None:
    pointed = "▲ 船工在擦洗甲板，船要开了。"
    ferry, lost = read(NEXT[0], writer, NEXT[2], pointed, *LOST)
    assert (ferry.captions == (pointed,), pointed in texts(ferry)) == (caption, not caption)
    assert (lost.title, texts(lost), lost.captions) == (LOST[0], [*LOST[1:]], ())


def test_a_picture_story_below_the_captions_of_another_is_an_item_of_its_own() -> None:
    rice = "金秋十月,走进万亩稻田公园,金黄的稻浪随风起伏,农户们驾驶收割机穿梭田间,游客坐着小火车看稻田画。"
    health = "10月28日,在宁溪县中医院康复科,医生正在指导患者练习八段锦。该院把传统功法纳入康复治疗,受到欢迎。"
    page = ("# 稻田画卷", "本报记者 梅林 摄影报道", "![](a.jpg)", rice, "图① 游客乘坐小火车。\n图② 农户收割水稻。", "![](c.jpg)")
    issue = recover([SourceFile("page04.md", "\n\n".join((*page, f"{health}\n本报记者 高飞 摄", "![](d.jpg)")).encode())])
    assert [[block.text for block in article.blocks] for article in issue.articles] == [[rice], [health]]
    assert [len(article.captions) for article in issue.articles] == [2, 0]


def test_who_wrote_and_took_the_picture_wrote_an_article() -> None:
    [article] = read(TITLE, PICTURE, *TEXTS[1:], "（刘畅 文/摄）")
    assert (article.type, article.credit) == ("article", "（刘畅 文/摄）")


def test_a_short_caption_on_the_matter_of_the_article_above_is_no_item_of_its_own() -> None:
    text = "本报讯（记者 郝秋）旺角花墟昨晚人头涌涌，九十九枝红玫瑰花束要价一千八百元，比去年升了一成。"
    found = read("# 花价升了一成", text, PICTURE, "花墟昨晚挤满选购鲜花的市民。（黄俊摄）", *NEXT)
    assert [article.title for article in found] == ["花价升了一成", NEXT[0][2:]]


def test_a_picture_without_a_title_or_a_text_is_named_by_its_caption() -> None:
    captions = (
        "3月15日，城西夜市开张，摊主老周忙着招呼客人，热气腾腾。",
        "3月15日，城东茶园开采，采茶工忙着摘头茬春茶，茶香扑鼻。",
    )
    pages = [read(*NEXT, PICTURE, SIGNED, TITLE, TEXTS[0], PICTURE, f"{caption}本报记者 白楠 摄") for caption in captions]
    ids = [[article.id for article in page if article.captions and not article.blocks] for page in pages]
    assert [len(found) for found in ids] == [1, 1]
    assert ids[0] != ids[1]

"""What is sent to a voice, from the article to the words."""

from audio_edition.model.issue import Article, Block, Byline, Issue
from audio_edition.settings import Cast
from audio_edition.utterances import Reading, utter


def test_words_of_the_edition_stand_apart_from_the_english_ones_that_follow() -> None:
    article = Article("a", bylines=(Byline("JANE ROE"),), captions=("Boats at sea.",))
    scripts = utter(Issue(lang="en-US", articles=(article,)), Reading(Cast("Aria", "edge", "en-US-AriaNeural")))
    (script,) = (script for script in scripts if script.kind == "article")
    assert [one.spoken.spoken for one in script.utterances] == ["By JANE ROE", "Caption: Boats at sea."]


def test_an_article_without_a_title_is_called_by_its_first_words() -> None:
    story = Article("a", "photo", captions=("昨天，孩子们在河边放生鱼苗，盼着来年再见到它们。",))
    letter = Article("b", blocks=(Block(text="编辑同志："), Block(text="老街的路灯坏了。")))
    scripts = utter(Issue(articles=(story, letter)), Reading(Cast("晓晓", "edge", "zh-CN-XiaoxiaoNeural")))
    titles = [script.title for script in scripts if script.kind == "article"]
    assert titles == ["昨天，孩子们在河边放生鱼苗…", "老街的路灯坏了"]

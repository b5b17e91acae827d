"""What is sent to a voice, from the article to the words."""

import pytest

from audio_edition.model.issue import Article, Block, Byline, Issue, Jump
from audio_edition.settings import Cast
from audio_edition.utterances import Reading, utter

CAST = Cast("晓晓", "edge", "zh-CN-XiaoxiaoNeural")


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


@pytest.mark.parametrize(
    ("lang", "jump", "said"),
    [
        ("zh-CN", Jump(1, label="B1"), ""),
        ("zh-CN", Jump(1, label="C1"), "本文转第C一版，未收入本期。"),
        ("en-US", Jump(1, label="C1"), "This article continues on page C one, which is not part of this edition."),
    ],
)
def test_a_jump_leads_out_of_the_input_where_no_page_has_both_its_letter_and_its_number(lang: str, jump: Jump, said: str) -> None:
    first = Article("a", title="T", blocks=(Block(text="B."),), jump=jump, page=1, label="A1")
    scripts = utter(Issue(lang=lang, articles=(first, Article("b", title="U", page=2, label="B1"))), Reading(CAST))
    script = next(script for script in scripts if script.kind == "article")
    heard = [one.spoken.spoken for one in script.utterances if one.passage.startswith("jump")]
    assert heard == ([said] if said else [])

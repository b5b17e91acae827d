"""Who speaks in an interview: a listener always knows, by the voice or by the name."""

from pathlib import Path

import pytest

from audio_edition.model.issue import Article, Block, Issue
from audio_edition.model.passage import Role
from audio_edition.settings import Cast, RoleVoice, parse
from audio_edition.utterances import Reading, utter

ONE_VOICE = Cast("一", "edge", "zh-CN-XiaoxiaoNeural")
TWO_VOICES = Cast("二", "edge", "zh-CN-XiaoxiaoNeural", roles={"answer": RoleVoice(voice="zh-CN-YunxiNeural")})


def said(cast: Cast, *blocks: Block, lang: str = "zh-CN") -> list[str]:
    """What is spoken of an article, utterance by utterance."""
    issue = Issue(lang=lang, articles=(Article("a", blocks=blocks),))
    (script,) = (script for script in utter(issue, Reading(cast)) if script.kind == "article")
    return [utterance.spoken.spoken for utterance in script.utterances]


def asks(who: str, text: str = "好吗？") -> Block:
    return Block("question", text, who=who)


def answers(who: str, text: str = "好。") -> Block:
    return Block("answer", text, who=who)


@pytest.mark.parametrize(("asker", "other"), [("问", "答"), ("记者", "费文琪")])
def test_one_voice_says_each_time_who_speaks(asker: str, other: str) -> None:
    talk = (asks(asker), answers(other), asks(asker), answers(other))
    assert said(ONE_VOICE, *talk) == [f"{asker}：好吗？", f"{other}：好。"] * 2


def test_two_voices_say_it_once() -> None:
    talk = (asks("问"), answers("答"), asks("问"), answers("答"))
    assert said(TWO_VOICES, *talk) == ["问：好吗？", "答：好。", "好吗？", "好。"]


def test_two_who_answer_in_one_voice_are_told_apart() -> None:
    talk = (asks("晚报"), answers("费文琪"), asks("晚报"), answers("赵立新"), answers("费文琪"))
    assert said(TWO_VOICES, *talk) == ["晚报：好吗？", "费文琪：好。", "好吗？", "赵立新：好。", "费文琪：好。"]


def test_a_higher_or_slower_voice_is_no_other_one() -> None:
    cast = Cast("一", "openai", "alloy", roles={"answer": RoleVoice(pitch=8, rate=-5)})
    assert said(cast, asks("问"), answers("答"), asks("问"))[-1] == "问：好吗？"


def test_who_goes_on_is_not_named_again() -> None:
    assert said(ONE_VOICE, asks("问"), answers("答"), answers("答", "再说。")) == ["问：好吗？", "答：好。", "再说。"]


def test_who_speaks_after_the_narrator_in_the_same_voice_is_named() -> None:
    talk = (asks("问"), answers("答"), Block(text="他笑了。"), asks("问"))
    assert said(TWO_VOICES, *talk)[-2:] == ["他笑了。", "问：好吗？"]
    assert said(TWO_VOICES, *talk, Block(text="他笑了。"), answers("答"))[-1] == "好。"


def test_who_asks_first_and_answers_later_is_named_in_the_other_voice() -> None:
    assert said(TWO_VOICES, asks("甲"), answers("乙"), answers("甲"))[-1] == "甲：好。"


def test_the_name_is_said_once_where_the_text_begins_with_it() -> None:
    assert said(ONE_VOICE, asks("问", "问：好吗？"), answers("答", "答案是好。")) == ["问：好吗？", "答：答案是好。"]


@pytest.mark.parametrize("who", ["", "——", " "])
def test_where_no_name_is_printed_none_is_said(who: str) -> None:
    assert said(ONE_VOICE, asks(who), answers(who)) == ["好吗？", "好。"]


def test_short_labels_are_said_in_full() -> None:
    assert said(ONE_VOICE, asks("记"), answers("陈")) == ["记者：好吗？", "陈：好。"]
    talk = (asks("Q", "Is it safe?"), answers("A", "It is."))
    assert said(ONE_VOICE, *talk) == ["问：Is it safe？", "答：It is。"]
    assert said(ONE_VOICE, *talk, lang="en-US") == ["Question: Is it safe?", "Answer: It is."]


def test_a_speaker_is_named_with_the_reading_of_a_name() -> None:
    issue = Issue(articles=(Article("a", blocks=(asks("问"), answers("单立新", "单立新就是我。"))),))
    script = next(script for script in utter(issue, Reading(ONE_VOICE)) if script.kind == "article")
    answer = script.utterances[1].pronunciation
    surnames = [(reading.index, reading.pinyin) for reading in answer.readings if reading.char == "单"]
    assert surnames == [(0, "shan4"), (4, "shan4")]


def test_what_is_printed_is_cued_from_its_beginning() -> None:
    issue = Issue(articles=(Article("a", blocks=(asks("问"), answers("答", "好。行。"))),))
    script = next(script for script in utter(issue, Reading(ONE_VOICE)) if script.kind == "article")
    spans = [(one.passage, one.start, one.end, one.spoken.written) for one in script.utterances]
    assert spans == [("body-0", 0, 3, "好吗？"), ("body-1", 0, 2, "好。"), ("body-1", 2, 4, "行。")]


def test_who_speaks_in_an_interview_quotes_in_their_own_voice() -> None:
    roles: dict[Role, RoleVoice] = {"answer": RoleVoice(voice="y"), "quotation": RoleVoice(voice="y", before=900)}
    talk = (asks("问", "有人说：“这样做是不行的。”您看呢？"), answers("答"))
    issue = Issue(articles=(Article("a", blocks=talk),))
    script = next(script for script in utter(issue, Reading(Cast("二", "edge", "x", roles=roles))) if script.kind == "article")
    assert [(one.voice.name, one.role) for one in script.utterances if one.passage == "body-0"] == [("x", "question")] * 2


@pytest.mark.parametrize("name", ["embedded", "newsroom", "cantonese", "english"])
def test_a_cast_with_several_voices_has_one_who_asks_and_one_who_answers(name: str) -> None:
    file = Path(__file__).parents[2] / "voices" / f"{name}.toml"
    cast = parse(file.read_bytes(), Cast, file.name)
    assert said(cast, asks("问"), answers("答"), asks("问"))[-1] == "好吗？"

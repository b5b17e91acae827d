"""Direct speech is told from quoted words, in Chinese and in English."""

import pytest

from audio_edition.model.issue import Article, Block, Issue
from audio_edition.settings import Cast, RoleVoice
from audio_edition.utterances import Reading, utter
from audio_edition.utterances.quotations import quotations
from tests.growth import growth


def quoted(text: str, lang: str = "en-US") -> list[str]:
    return [text[start:end].strip() for start, end in quotations(text, lang)]


def test_a_quoted_word_is_no_quotation() -> None:
    assert quoted("曾经的“广告墙”变成“文化墙”。", "zh-CN") == []


@pytest.mark.parametrize(
    "text",
    [
        'Voss called the vote "a disgrace," and left.',
        'It was "the worst fire in 40 years," the chief of the "Fire Dept." holds.',
        'Her novel, "The Old Man and the Sea," won. “Gone With the Wind and All That,” too.',
        "The boys' toys and the '90s, the girls' hats.",
        "He is 6'2\" and she is 5'10\" tall.",
        "It is what they call, as ever, ‘a rum do,’ there.",
    ],
)
def test_an_english_word_title_or_fragment_is_none(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize("marks", ['""', "“”"])
def test_english_speech_is_known_by_its_length_or_by_a_word_of_saying(marks: str) -> None:
    open_, close = marks[0], marks[1]
    said = {
        f"{open_}It rolled when we got there,{close} Wm. O'Dell said. {open_}A wire.{close}": 2,
        f"{open_}Yes,{close} Ann Cho said, {open_}but not now.{close}": 2,
        f"Ann asked, {open_}Why?{close} He left. {open_}No sentence can bring back my girl.{close}": 2,
        f"The mayor said: {open_}We are broke{close}.": 1,
        f"{open_}We were lucky{close}, he said.": 1,
        f"{open_}We were very lucky to be out.": 1,
    }
    assert {text: len(quoted(text)) for text in said} == said


def test_british_speech_in_single_marks_needs_a_word_of_saying() -> None:
    assert quoted("‘We don’t know yet,’ she said. 'It's a rum do,' he added.") == ["‘We don’t know yet,’", "'It's a rum do,'"]


def test_an_english_quotation_is_read_by_the_voice_for_quotations() -> None:
    cast = Cast("x", "edge", "x", roles={"quotation": RoleVoice(voice="y")})
    text = '"It rolled when we got there," Wm. O\'Dell said. "You could read a paper by it." It was "a shame," he held.'
    issue = Issue(lang="en-US", articles=(Article("a", blocks=(Block(text=text),)),))
    (script,) = (script for script in utter(issue, Reading(cast)) if script.kind == "article")
    assert [(one.voice.name, text[one.start : one.end].strip()) for one in script.utterances] == [
        ("y", '"It rolled when we got there,"'),
        ("x", "Wm. O'Dell said."),
        ("y", '"You could read a paper by it."'),
        ("x", 'It was "a shame," he held.'),
    ]


@pytest.mark.parametrize("text", ['"a" ', "“a” ", '"Go," he said. '])
def test_many_quotations_are_told_in_even_time(text: str) -> None:
    assert growth(lambda times: quotations(text * times, "en"), 2000) < 8

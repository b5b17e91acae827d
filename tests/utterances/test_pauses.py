"""Silence as a cast asks for it, around quotations too."""

import pytest

from audio_edition.model.issue import Article, Block, Issue
from audio_edition.settings import Cast, RoleVoice
from audio_edition.utterances import Reading, utter

TEXT = "老陈说，“船都还在岸边。”大家笑了。“那就好得很。”"


def heard(text: str = TEXT, **quotation: object) -> list[tuple[int, int]]:
    """Pauses before and after each utterance of a paragraph."""
    cast = Cast("x", "edge", "x", roles={"quotation": RoleVoice(**quotation)})  # type: ignore[arg-type]
    issue = Issue(articles=(Article("a", blocks=(Block(text=text),)),))
    (script,) = (script for script in utter(issue, Reading(cast)) if script.kind == "article")
    return [(one.pause_before, one.pause_after) for one in script.utterances]


@pytest.mark.parametrize("voice", ["x", "y"])
def test_a_quotation_has_the_pauses_that_its_cast_asks_for(voice: str) -> None:
    assert heard(voice=voice, before=900, after=950) == [(0, 900), (0, 950), (0, 900), (0, 950)]


def test_they_may_be_shorter_than_between_sentences_but_a_paragraph_ends_as_it_does() -> None:
    assert heard(before=100, after=150) == [(0, 100), (0, 150), (0, 100), (0, 700)]


def test_a_paragraph_may_begin_with_a_quotation() -> None:
    assert heard("“船都还在岸边。”他说。", before=900) == [(900, 350), (0, 700)]


def test_what_a_cast_leaves_out_is_as_between_sentences() -> None:
    assert heard(voice="y") == [(0, 350), (0, 350), (0, 350), (0, 700)]
    assert heard(voice="y", before=900) == [(0, 900), (0, 350), (0, 900), (0, 700)]


def test_sentences_of_one_quotation_are_not_driven_apart() -> None:
    assert heard("他说：“船都还在岸边。人也在。”", before=900, after=950) == [(0, 900), (0, 350), (0, 950)]

"""Sentences tile a passage, never cut a token, and fit every engine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio_edition.utterances.quotations import quotations
from audio_edition.utterances.sentences import LONGEST, sentences, split_at_quotations

TEXTS = st.text(alphabet="甲乙丙，。！？；“”…—a.1 \n", max_size=600)


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, range(1, len(text) + 1))]


def test_a_closing_quote_stays_with_its_sentence() -> None:
    assert parts("“好。”他说。真的？！走……吧。") == ["“好。”", "他说。", "真的？！", "走……", "吧。"]


def test_decimals_and_initials_are_no_ends() -> None:
    assert parts("增长1.5%。J.K. Rowling came. She left.") == ["增长1.5%。", "J.K. Rowling came. ", "She left."]
    assert parts("It is 312 ft. 6 in. long. It fell 6 ft. 2 men saw it.") == [
        "It is 312 ft. 6 in. long. ",
        "It fell 6 ft. ",
        "2 men saw it.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Cllr. Ann Poole of St. Mary's met Lt. Col. J. K. Ross at 9 a.m. on Jan. 5, i.e. too early.",
        "The U.S. Senate, Acme Inc. of Leeds and No. 10 paid approx. 5 million at 27 St. John's St., 0.5 mi. away.",
        "Read vol. 2, pp. 4-5, or e.g. Smith v. Jones, by Prof. Hill Jr. of Elm Rd. in Leeds.",
        '"Who?" she asked Ch. Insp. Hill, of Vol. II fame. ',
        "Ald. Roe met Wm. O'Dell of Troy, Ill. Gov. Hall, and Rep. Poe, R-Wis. Rep. Ray was at 15 S. 5th Ave. in Peoria, Ill.",
        "It opens at 7 p.m. Friday and 8 p.m. GMT.",
    ],
)
def test_an_abbreviation_is_no_end(text: str) -> None:
    assert parts(text) == [text]


def test_a_sentence_may_end_with_a_number_a_name_or_an_abbreviation() -> None:
    ends = [
        "Born in 1947. ",
        "She met George VI. ",
        "He left the U.K. ",
        "It shut at 9 a.m. ",
        "Police left Main St. ",
        "It is 3 mi. ",
        "So did I. ",
        "He is from Troy, Ill. ",
        "So is Rep. Poe, R-Wis. ",
        "They went to Mass. ",
        "It grew 5% p.a. ",
    ]
    text = "".join(f"{end}The end. " for end in ends)
    assert parts(text)[::2] == ends


def test_numbers_of_a_list_are_no_sentences() -> None:
    assert parts("1. The first of all\n2. The second") == ["1. The first of all\n", "2. The second"]


def test_a_token_is_never_cut() -> None:
    text = "甲。乙。"
    assert sentences(text, [1, 4]) == ((0, 4),)


@given(TEXTS)
def test_sentences_tile_the_text_and_fit(text: str) -> None:
    found = parts(text)
    assert "".join(found) == text
    assert all(len(part) <= LONGEST for part in found)


@given(st.text(alphabet="甲乙，。“”\"'’ Aa.,said\n", max_size=300), st.sampled_from(["zh-CN", "en-US"]))
def test_cutting_at_quotations_still_tiles(text: str, lang: str) -> None:
    everywhere = range(1, len(text) + 1)
    spans = split_at_quotations(sentences(text, everywhere), quotations(text, lang), everywhere)
    assert "".join(text[start:end] for start, end in spans) == text

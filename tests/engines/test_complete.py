"""Which answers are the whole text: reported words against it, whatever a service does to them."""

import pytest

from audio_edition.engines._complete import Word, missing, only_unknown

TEXT = "记者从市气象局获悉，今天白天晴转多云，最高气温二十三度。"
OTHER = "与原文毫无关系的另外几句话，谁也没有要过，读者更不想听。"


def said(*words: str) -> tuple[Word, ...]:
    """Words one after the other, 0.2 s for a character."""
    timed, now = [], 0.1
    for word in words:
        timed.append(Word(now, now + 0.2 * len(word), word))
        now += 0.2 * len(word)
    return tuple(timed)


def pairs(text: str) -> tuple[Word, ...]:
    return said(*(part[at : at + 2] for part in text.strip("。").split("，") for at in range(0, len(part), 2)))


@pytest.mark.parametrize(
    "words",
    [
        pairs(TEXT),
        said(TEXT),
        said("记者从市气象局获悉，", "今天白天晴转多云，", "最高气温二十三度。"),
        said("記者", "從市", "氣象局", "獲悉", "今天", "白天", "晴轉多雲", "最高", "氣溫", "二十三度"),
        said("记者从市气象局获悉", "今天白天晴转多云", "最高气温", "23", "度"),
        said("记者从市气象局获悉", "，", "今天白天晴转多云", "，", "最高气温", "23", "℃", "。"),
        (*pairs(TEXT), *pairs(TEXT)[-1:]),
    ],
)
def test_a_service_may_name_its_words_as_it_likes(words: tuple[Word, ...]) -> None:
    assert missing(TEXT, words, words[-1].end + 0.5) == ""


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (pairs(OTHER), "reported as others"),
        (pairs(OTHER)[:-1] + pairs(TEXT)[-1:], "reported as others"),
        (pairs(TEXT)[:-1], "end before “三度。”"),
        (pairs(TEXT)[:8] + said("某某"), "end before"),
        (pairs(TEXT)[:10] + said("某某"), "end before"),
        (pairs(TEXT)[:4] + pairs(TEXT)[8:], "were not reported"),
        (pairs(TEXT)[::-1], "were not reported"),
        ((), "no word"),
    ],
)
def test_words_of_another_text_or_of_a_part_are_told(words: tuple[Word, ...], reason: str) -> None:
    assert reason in missing(TEXT, words, 6.0)
    assert not only_unknown(TEXT, words, 6.0)


def test_the_words_of_another_text_in_letters_are_told_too() -> None:
    text, other = (
        "The council met on Monday to vote on a new bridge.",
        "Nobody asked for these few sentences at all, reader.",
    )
    assert missing(text, said(*text.rstrip(".").split()), 9.0) == ""
    assert "others" in missing(text, said(*other.rstrip(".").split()), 9.0)

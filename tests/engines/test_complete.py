"""Which answers are the whole text: reported words against it, whatever a service does to them."""

import pytest

from audio_edition.engines._complete import Word, in_order, missing, only_unknown

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
        (pairs(TEXT) + pairs(OTHER), "that the text does not have"),
        (pairs(TEXT)[:6] + pairs(OTHER)[:6] + pairs(TEXT)[6:], "that the text does not have"),
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


@pytest.mark.parametrize(("rate", "follows"), [(-90, 0.5), (-90, 1.0), (300, 2.0), (300, 1.0)])
def test_a_service_may_follow_a_pace_only_as_far_as_it_can(rate: int, follows: float) -> None:
    """Microsoft's voices speak at half to twice their own pace, others know one."""
    words = tuple(Word(word.start / follows, word.end / follows, word.text) for word in pairs(TEXT))
    assert missing(TEXT, words, words[-1].end + 0.5, rate) == ""


def test_words_without_times_are_not_taken_for_one_another() -> None:
    text = "的确是的，是的确是的。"
    words = tuple(Word(0, 0, word) for word in ("的确", "是的", "是", "的确", "是的"))
    assert in_order(words, text) == words
    assert missing(text, words, 2.0) == ""


def test_words_whose_messages_overtook_each_other_are_put_in_order() -> None:
    words = pairs(TEXT)
    shuffled = words[3:] + words[:3]
    assert in_order(shuffled, TEXT) == words
    all_at_the_beginning = tuple(Word(0.0, 0.0, word.text) for word in words)
    assert in_order(all_at_the_beginning, TEXT) == all_at_the_beginning
    started_anew = pairs(TEXT)[:8] + tuple(Word(word.start - 2, word.end - 2, word.text) for word in words[8:])
    assert in_order(started_anew, TEXT) == started_anew


@pytest.mark.parametrize("lost", ["度。", "。度", "三度。", "㙍三度。"])
def test_an_end_that_lacks_is_lost_unless_no_voice_knows_it(lost: str) -> None:
    long = TEXT.strip("。三度") + "，" + TEXT.strip("。") + "，" + TEXT.strip("。三度") + "，最高气温是"
    words = pairs(long)
    assert "end before" in missing(long + lost, words, words[-1].end + 0.3)
    assert not only_unknown(long + lost, words, words[-1].end + 0.3)
    assert only_unknown(long + "㙍。", words, words[-1].end + 0.3)

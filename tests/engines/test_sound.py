"""Whether the sound of an answer, and the times of its words, are believed at once."""

import pytest

from audio_edition.audio import clip, mp3
from audio_edition.audio.clip import Heard
from audio_edition.audio.whole import is_repeated
from audio_edition.engines._complete import Word
from audio_edition.engines._sound import Ways, are_displaced, ends_early, is_broken, is_cut
from tests.audio.conftest import Voice

TEXT = "甲乙丙丁戊己庚辛"
WORDS = tuple(Word(0.4 * place, 0.4 * place + 0.35, char) for place, char in enumerate(TEXT))
"""As `voice` says them: a word in 0.4 s."""


@pytest.fixture(scope="module")
def whole(voice: Voice) -> bytes:
    return clip.encode(voice(3.13), 48, 24000)


def heard(data: bytes) -> Heard:
    return clip.hear(data, mp3.scan(data))


def broken(data: bytes) -> bool:
    return is_broken(data, mp3.scan(data), 48, 24000)


def repeated(data: bytes) -> bool:
    return is_repeated(data, mp3.scan(data), heard(data).loud)


def test_a_whole_answer_is_believed(whole: bytes) -> None:
    assert not broken(whole)
    assert not repeated(whole)
    assert not are_displaced(WORDS, heard(whole), TEXT)


def test_silence_may_repeat_itself(whole: bytes) -> None:
    assert not repeated(mp3.silence(40) + whole + mp3.silence(40))


@pytest.mark.parametrize(("frames", "inside"), [(1, 0), (5, 0), (30, 0), (2, 61), (5, 20), (30, 119)])
def test_a_message_that_comes_twice_is_told(whole: bytes, frames: int, inside: int) -> None:
    at, size = 144 * 60 + inside, 144 * frames
    assert repeated(whole[:at] + whole[at - size :])


def test_messages_in_another_order_are_told(whole: bytes) -> None:
    parts = [whole[start : start + 720] for start in range(0, len(whole), 720)]
    swapped = b"".join(part for at in range(0, len(parts), 2) for part in parts[at : at + 2][::-1])
    assert broken(swapped)


@pytest.mark.parametrize(("bitrate", "rate"), [(48, 24000), (64, 44100), (96, 24000)])
def test_of_frames_lost_from_a_sound_without_end_most_are_told(voice: Voice, bitrate: int, rate: int) -> None:
    """Where they are lost from a silence, or where as much is kept for later frames as these can reach, nothing shows it."""
    sound = clip.encode(voice(3.13, rate), bitrate, rate)
    frames = mp3.scan(sound)
    lost = [sound[: frames[at].start] + sound[frames[at + 1].start :] for at in range(3, len(frames) - 1)]
    told = sum(is_broken(data, mp3.scan(data), bitrate, rate) for data in lost)
    assert not is_broken(sound, frames, bitrate, rate)
    assert told > 0.55 * len(lost)


def test_sounds_that_are_put_together_are_whole(voice: Voice, whole: bytes) -> None:
    assert not broken(whole + mp3.silence(10) + clip.encode(voice(1.3), 48, 24000))


def test_a_last_word_that_is_cut_is_told_and_a_pause_before_it_is_not(whole: bytes) -> None:
    cut = {is_cut(WORDS, heard(whole[: 144 * frames])) for frames in range(112, 124)}
    assert cut == {True, False}


def test_a_service_may_end_with_its_last_word(voice: Voice) -> None:
    sound = heard(clip.encode(voice(3.05), 48, 24000))
    assert not is_cut((*WORDS[:-1], Word(2.8, 3.05, "辛")), sound)


def test_another_format_is_told(voice: Voice) -> None:
    assert broken(clip.encode(voice(2.0, 44100), 64, 44100))


@pytest.mark.parametrize(
    "words",
    [
        tuple(Word(0, 0, char) for char in TEXT),
        tuple(Word(word.start / 4, word.end / 4, word.text) for word in WORDS),
        tuple(Word(word.start + 3, word.end + 3, word.text) for word in WORDS),
    ],
    ids=["at the beginning", "too soon", "too late"],
)
def test_words_that_are_not_where_the_sound_is_are_told(whole: bytes, words: tuple[Word, ...]) -> None:
    assert are_displaced(words, heard(whole + mp3.silence(130)), TEXT)


def test_words_without_a_sound_are_told(voice: Voice) -> None:
    samples = voice(3.2)
    samples[12000:60000] = 0
    assert are_displaced(WORDS, heard(clip.encode(samples, 48, 24000)), TEXT)


@pytest.mark.parametrize(("lost", "early"), [(0, False), (8, False), (30, True), (50, True)])
def test_a_piece_that_is_lost_lets_the_sound_end_before_the_last_word(whole: bytes, lost: int, early: bool) -> None:
    assert ends_early(WORDS, heard(whole[: 144 * 50] + whole[144 * (50 + lost) :] + mp3.silence(60))) == early


@pytest.mark.parametrize(("lost", "early"), [(0, False), (5, False), (15, True)])
def test_a_short_last_word_that_would_begin_after_all_sound_is_told(whole: bytes, lost: int, early: bool) -> None:
    words = (*WORDS[:-1], Word(2.95, 3.1, "辛"))
    assert ends_early(words, heard(whole[: 144 * 50] + whole[144 * (50 + lost) :] + mp3.silence(60))) == early


def test_a_service_may_leave_out_how_long_a_word_takes(whole: bytes) -> None:
    assert not are_displaced(tuple(Word(word.start, word.start, word.text) for word in WORDS), heard(whole), TEXT)


def test_faults_by_chance_are_never_a_way() -> None:
    ways = Ways()
    for odd in (True, True, False, True, False, True, False, False) * 20:
        ways.came_again(odd=odd)
        assert not ways.odd

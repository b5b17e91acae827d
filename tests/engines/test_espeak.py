"""The embedded voice, spoken for real: what is asked for is heard, the same on every run, and nothing is left behind."""

import asyncio
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audio_edition.audio.decode import decode
from audio_edition.engines._espeak_payload import BREATH, mandarin
from audio_edition.engines.espeak import Espeak
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.speech import Clip, Request, Voice
from tests.speech import NEWS, utterance

PINYIN = "cmn-latn-pinyin"


Speak = Callable[..., list[Clip]]


@pytest.fixture(scope="module")
def speak() -> Iterator[Speak]:
    """Speaks requests, several at once, with an engine that lives as long as the module's tests."""
    engine = Espeak(2)

    async def clips(requests: Sequence[Request]) -> list[Clip]:
        return await asyncio.gather(*map(engine.speak, requests))

    with asyncio.Runner() as runner:
        yield lambda *requests: runner.run(clips(requests))
        runner.run(engine.aclose())


def request(payload: str, name: str = PINYIN, **prosody: int) -> Request:
    return Request("espeak", Espeak.version, Voice("espeak", name, **prosody), payload)


def said(words: str) -> str:
    return mandarin(utterance(words)).text


@pytest.fixture(scope="module")
def news(speak: Speak) -> list[Clip]:
    return speak(*(Espeak().request(utterance(words)).request for words in NEWS))


def test_pinyin_is_joined_by_words_and_marks_are_full_width() -> None:
    assert said("人民:ren2min2 银行:yin2hang2 , 好:hao3 !") == "ren2min2 yin2hang2 ，hao3 ！"


@pytest.mark.parametrize(
    ("words", "payload"),
    [
        ("花儿:hua1- 好:hao3", "hua1 hao3"),
        ("花儿:huar1- 好:hao3", "hua1er5 hao3"),
        ("熊:xiong2 穷:qiong2 窘:jiong3", "xong2 qong2 jong3"),
        ("女:nv3 略:lve4 而:er2", "nv3 lve4 er2"),
        ("嗯:n2 呒:m2", "en2 mu2"),
        ("涨:zhang3 3 倍:bei4", "zhang3 san1 bei4"),
        ("AT&T 说:shuo1", '<voice name="en">AT&amp;T</voice> shuo1'),
        ("用:yong4 WHO 标准:biao1zhun3", 'yong4 <voice name="en">W H O</voice> biao1zhun3'),
    ],
)
def test_what_the_library_would_misread_is_respelt(words: str, payload: str) -> None:
    assert said(words) == payload


def test_spans_lead_from_the_payload_to_the_spoken_text() -> None:
    spoken = utterance(NEWS[1])
    prompt = Espeak().request(spoken)
    pairs = [(prompt.request.payload[a:b], spoken.spoken.spoken[c:d]) for a, b, c, d in prompt.spans]
    assert pairs[:4] == [("World", "World"), ("Health", "Health"), ("zu3zhi1", "组织"), ("shuo1", "说")]
    assert pairs[-2:] == [("bei4", "倍"), ("！", "！")]


def test_a_hanzi_without_a_reading_is_a_finding_not_english() -> None:
    payload = mandarin(utterance("今:jin1 股 天:tian1"))
    assert payload.text == "jin1 tian1"
    assert [(finding.code, "股" in finding.message) for finding in payload.findings] == [("V110", True)]


words = st.lists(
    st.sampled_from(["人民:ren2min2", "熊:xiong2", "，", "。", "Health", "WHO", "&", "<", "7", "、", "・", "股", "儿:-"]),
    max_size=40,
)


@given(words)
def test_spans_are_ordered_and_lie_in_both_texts(parts: list[str]) -> None:
    spoken = utterance(" ".join(parts))
    payload = mandarin(spoken)
    ends = [0, 0]
    for start, end, spoken_start, spoken_end in payload.spans:
        assert ends[0] <= start < end <= len(payload.text)
        assert ends[1] <= spoken_start < spoken_end <= len(spoken.spoken.spoken)
        ends = [end, spoken_end]


def test_an_english_utterance_is_read_by_the_english_voice(speak: Speak) -> None:
    prompt = Espeak().request(utterance("Fish & chips", lang="en-GB", voice=f"{PINYIN}+f2"))
    assert prompt.request.voice.name == "en+f2"
    assert prompt.request.payload == "Fish &amp; chips"
    (clip,) = speak(prompt.request)
    assert len(clip.boundaries) >= 2
    assert speak(request("the well-known mp3 of a b2b3 shop", "en"))


def test_every_word_has_its_time(news: list[Clip]) -> None:
    for words, clip in zip(NEWS, news, strict=True):
        prompt = Espeak().request(utterance(words))
        payload = prompt.request.payload
        heard = [payload[boundary.payload_start : boundary.payload_end] for boundary in clip.boundaries]
        assert heard == [payload[a:b] for a, b, _, _ in prompt.spans if payload[a:b] not in "，。！："]
        times = [time for boundary in clip.boundaries for time in (boundary.start, boundary.end)]
        assert times == sorted(times)
        assert abs(times[0] - clip.speech_start) < 24000 * 0.03


def test_a_word_is_heard_where_its_boundary_says(speak: Speak) -> None:
    """`sha1` is noise then voice; after a pause its start is plain in the sound."""
    (clip,) = speak(request("ma1 ma1 ，，sha1 ma1。"))
    samples, _ = decode(clip.audio)
    start = clip.boundaries[2].start
    quiet, loud = samples[start - 1200 : start - 240], samples[start : start + 720]
    assert np.abs(quiet).max() < 0.01 < np.abs(loud).max()


def test_each_clip_is_as_loud_as_the_others_and_has_room(news: list[Clip]) -> None:
    assert max(clip.peak for clip in news) <= -1.0
    assert [clip.loudness for clip in news] == pytest.approx([-16.0] * len(news), abs=1.2)


def test_the_same_request_gives_the_same_bytes_from_any_worker_in_any_order(speak: Speak, news: list[Clip]) -> None:
    requests = [Espeak().request(utterance(words)).request for words in NEWS]
    assert speak(*requests[::-1] * 2) == news[::-1] * 2


@pytest.mark.parametrize("name", ["cmn-latn-pinyin+f2", "cmn-latn-pinyin+whisper"])
def test_a_voice_that_hisses_hisses_the_same_every_time(speak: Speak, name: str) -> None:
    assert len(set(speak(*[request(said(NEWS[3]), name)] * 8))) == 1


@pytest.mark.parametrize(("rate", "factor"), [(-30, 0.7), (20, 1.2), (100, 2.0)])
def test_the_rate_is_what_was_asked_for(speak: Speak, rate: int, factor: float) -> None:
    text = said(NEWS[3])
    plain, changed = speak(request(text), request(text, rate=rate))
    assert (plain.speech_end - plain.speech_start) / (changed.speech_end - changed.speech_start) == pytest.approx(
        factor, rel=0.07
    )


def test_the_volume_is_what_was_asked_for(speak: Speak) -> None:
    plain, softer = speak(request(said(NEWS[3])), request(said(NEWS[3]), volume=-50))
    assert plain.loudness - softer.loudness == pytest.approx(6.0, abs=1.5)  # the limiter gives back a little of it


def test_pitch_rises(speak: Speak) -> None:
    def pitch(clip: Clip) -> float:
        samples, _ = decode(clip.audio)
        middle = samples[len(samples) // 2 - 1500 : len(samples) // 2 + 1500]
        echo = np.correlate(middle, middle, "full")[len(middle) - 1 :]
        return float(24000 / (100 + np.argmax(echo[100:400])))

    plain, higher = speak(request("a1"), request("a1", pitch=30))
    assert pitch(higher) / pitch(plain) == pytest.approx(1.3, abs=0.08)


def test_a_sentence_without_a_mark_is_spoken_to_its_end(speak: Speak) -> None:
    endless = utterance(" ".join(["人民:ren2min2"] * 200))
    prompt = Espeak().request(endless)
    assert prompt.request.payload.count("，") == 400 // BREATH - 1
    (clip,) = speak(prompt.request)
    assert len(clip.boundaries) == 200


def test_a_word_without_end_is_spoken_in_parts(speak: Speak) -> None:
    prompt = Espeak().request(utterance("装" * 90 + ":" + "zhuang1" * 90))
    (clip,) = speak(prompt.request)
    assert clip.samples / 24000 > 90 * 0.2


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (request(""), "silence"),
        (request("，。"), "silence"),
        (request("ma1", "tlh-klingon"), "no voice"),
        (request("ma1", f"{PINYIN}+nobody"), "no variant"),
        (request("ma1", "../../etc/passwd"), "no voice"),
        (request("ma1 " * 300), "left out"),
    ],
)
def test_what_comes_back_is_checked(speak: Speak, asked: Request, reason: str) -> None:
    with pytest.raises(SpeechRefused, match=reason):
        speak(asked)


hostile = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hostile)
def test_hostile_text_is_spoken(speak: Speak, text: str) -> None:
    (clip,) = speak(Espeak().request(utterance(f"人:ren2 {text.replace(':', '')} 民:min2")).request)
    assert len(clip.boundaries) >= 2


def test_a_worker_that_dies_is_an_error_and_is_replaced(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    async def main() -> Clip:
        engine = Espeak(1)
        try:
            await engine.speak(request("ma1"))
            engine._idle[0]._process.kill()
            with pytest.raises(SpeechError):
                await engine.speak(request("ma2"))
            return await engine.speak(request("ma2"))
        finally:
            await engine.aclose()

    assert asyncio.run(main()).frames
    assert list(tmp_path.iterdir()) == []


def test_a_cancelled_request_leaves_no_process_and_no_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    started: list[int] = []

    async def main() -> None:
        engine = Espeak(2)
        tasks = [asyncio.create_task(engine.speak(request("ma1 " * 100))) for _ in range(6)]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        started.extend(worker._process.pid for worker in [*engine._idle, *engine._busy])
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await engine.aclose()

    asyncio.run(main())
    assert started
    assert not [pid for pid in started if Path(f"/proc/{pid}").exists()]
    assert list(tmp_path.iterdir()) == []


def test_a_closed_engine_can_speak_again() -> None:
    async def main() -> bool:
        engine = Espeak(1)
        first = await engine.speak(request("ma1"))
        await engine.aclose()
        second = await engine.speak(request("ma1"))
        await engine.aclose()
        return first == second

    assert asyncio.run(main())


def test_it_is_ready_where_its_wheels_are() -> None:
    assert Espeak().ready() == ""

"""The edge engine against a service on the loopback that speaks the real protocol: every fault that is known of it."""

import asyncio
import json
import re
import ssl
import subprocess
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import AsyncMock

import edge_tts.communicate
import pytest
from edge_tts import drm

from audio_edition.engines import _edge_wire
from audio_edition.engines._edge_wire import Patience
from audio_edition.engines.edge import UNFIT, EdgeEngine
from audio_edition.engines.openai import OpenAIEngine
from audio_edition.model.errors import SpeechError, SpeechRefused, SpeechThrottled
from audio_edition.model.speech import Clip, Prompt, Request, Voice
from audio_edition.synthesis import Spoken, Store, speak
from tests import edge_service
from tests.edge_service import FAULTS, EdgeService, Faults
from tests.synthesis.fakes import AT_ONCE

TEXT = "记者从市气象局获悉，今天白天晴转多云。"
ODD = ("lost-any", "no-times", "other-format", "repeated", "swapped")
"""Faults that may be the ways of a service."""
HASTY, PATIENT = Patience(first=1.5, next=0.7), Patience(first=60.0, next=60.0)
"""For a service that falls silent, which is waited for in vain, and for any other, as slow as a busy machine makes it."""
PROXIES = [case(f"{kind}_proxy") for kind in ("wss", "https", "all", "no") for case in (str.lower, str.upper)]


@pytest.fixture(autouse=True)
def _clock_as_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drm.DRM, "clock_skew_seconds", 0.0)


def request(text: str, **prosody: int) -> Request:
    return Request("edge", "1", Voice("edge", "zh-CN-XiaoxiaoNeural", **prosody), text)


def against(service: EdgeService, monkeypatch: pytest.MonkeyPatch, do: Callable[[EdgeEngine], Awaitable[object]]) -> object:
    async def main() -> object:
        async with service:
            monkeypatch.setenv("AUDIO_EDITION_EDGE_URL", service.url)
            return await do(EdgeEngine(_patience(service)))

    return asyncio.run(main())


def _patience(service: EdgeService) -> Patience:
    faults = (*service.faults.script, *service.faults.rates)
    return HASTY if any(fault.startswith("stall") for fault in faults) else PATIENT


def clip_of(service: EdgeService, monkeypatch: pytest.MonkeyPatch, text: str = TEXT, **prosody: int) -> Clip:
    clip = against(service, monkeypatch, lambda engine: engine.speak(request(text, **prosody)))
    assert isinstance(clip, Clip)
    return clip


def test_a_text_becomes_a_clip_with_a_boundary_for_each_word(monkeypatch: pytest.MonkeyPatch) -> None:
    service = EdgeService()
    clip = clip_of(service, monkeypatch, "A&B公司说：“1<2”，好。", rate=10, pitch=-5, volume=7)
    said = ["A", "B", "公司", "说", "1", "2", "好"]
    text = "A&B公司说：“1<2”，好。"
    assert [text[boundary.payload_start : boundary.payload_end] for boundary in clip.boundaries] == said
    assert [boundary.start for boundary in clip.boundaries] == sorted(boundary.start for boundary in clip.boundaries)
    assert clip.boundaries[-1].end <= clip.samples == clip.frames * 576
    assert len(clip.audio) == clip.frames * 144
    assert service.asked[0].text == text
    assert service.asked[0].prosody == {"rate": "+10%", "pitch": "-10Hz", "volume": "+7%"}


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("abort", "hung up before the end"),
        ("close", "hung up before the end"),
        ("early-end", "only a part: the words reported end before"),
        ("endless", "does not end: 1[5-9]"),
        ("garbage", "Unknown path"),
        ("half-audio", "only a part: the audio ends at"),
        ("lost-end", "only a part: the words reported end before"),
        ("lost-words", "only a part: the words reported end before"),
        ("other-text", "only a part: "),
        ("server-error", "500"),
        ("stall", "fell silent"),
        ("stall-first", "fell silent"),
    ],
)
def test_half_an_answer_is_never_taken_for_the_whole(monkeypatch: pytest.MonkeyPatch, fault: str, reason: str) -> None:
    with pytest.raises(SpeechError, match=reason) as raised:
        clip_of(EdgeService(Faults(script=[fault])), monkeypatch)
    assert not isinstance(raised.value, SpeechRefused | SpeechThrottled)


def test_the_decoder_has_nothing_to_complain_of_in_trimmed_frames(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Frames before the first that is kept must announce the data that they carry for it, or mpg123 loses them."""
    clip_of(EdgeService(), monkeypatch)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("fault", ["packed", "overtaken", "told-twice"])
def test_every_word_is_read_however_it_is_announced(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    text = "增强责任意识、攻坚意识、争先意识，A&B公司说：“1<2”。"
    assert clip_of(EdgeService(Faults(script=[fault])), monkeypatch, text) == clip_of(EdgeService(), monkeypatch, text)


def test_the_end_of_a_long_text_that_is_always_lost_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """One word of forty is fewer than a voice may not know, but this one is no rare one."""
    with pytest.raises(SpeechError, match="only a part: the words reported end before"):
        clip_of(EdgeService(Faults({"lost-end": 1.0})), monkeypatch, "今天的最低气温是三度，" * 8 + "最高气温是十二度。")


@pytest.mark.skipif(
    not hasattr(edge_tts.Communicate, "_Communicate__compensate_offset"), reason="edge-tts 7.2 does not tell when the turn ends"
)
def test_when_the_turn_has_ended_nothing_more_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async def timed(_: EdgeEngine) -> float:
        begun = asyncio.get_running_loop().time()
        await EdgeEngine().speak(request(TEXT))
        return asyncio.get_running_loop().time() - begun

    took = against(EdgeService(Faults(script=["no-farewell"])), monkeypatch, timed)
    assert isinstance(took, float)
    assert took < _edge_wire.NEXT / 2  # which would be waited for otherwise
    assert clip_of(EdgeService(Faults(script=["no-farewell"])), monkeypatch) == clip_of(EdgeService(), monkeypatch)


def test_a_long_text_is_cut_at_sentence_ends_into_requests_that_the_service_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    text = ("&" * 30 + "甲方。") * 40
    service = EdgeService()
    clip = against(service, monkeypatch, lambda _: EdgeEngine().speak(request(text)))
    assert isinstance(clip, Clip)
    assert len(service.asked) == 2
    assert "".join(asked.text for asked in service.asked) == text
    assert all(asked.text.endswith("。") for asked in service.asked)
    assert clip.boundaries[-1].payload_end == len(text) - 1
    ends = [boundary.end for boundary in clip.boundaries]
    assert ends == sorted(ends)
    assert clip.samples - ends[-1] < 24000


@pytest.mark.parametrize(("fault", "asked"), [("throttle", 3.0), ("unavailable", 0.0)])
def test_a_service_that_asks_for_patience_says_how_long(monkeypatch: pytest.MonkeyPatch, fault: str, asked: float) -> None:
    with pytest.raises(SpeechThrottled) as raised:
        clip_of(EdgeService(Faults(script=[fault]), retry_after="3"), monkeypatch)
    assert raised.value.retry_after == asked


@pytest.mark.parametrize("skew", [-7200, 7200])
def test_a_clock_that_is_wrong_is_set_by_the_services(monkeypatch: pytest.MonkeyPatch, skew: float) -> None:
    service = EdgeService(skew=skew)
    clip_of(service, monkeypatch)
    assert service.connections == 2


def test_a_service_that_lets_nobody_in_is_left_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    async def until_refused(engine: EdgeEngine) -> None:
        for _ in range(2):
            with pytest.raises(SpeechError, match="403") as raised:
                await engine.speak(request(TEXT))
            assert not isinstance(raised.value, SpeechRefused)
        with pytest.raises(SpeechRefused, match=r"clock.*proxy.*upgrade edge-tts"):
            await engine.speak(request(TEXT))

    service = EdgeService(Faults({"forbidden": 1.0}))
    against(service, monkeypatch, until_refused)
    assert service.connections == 6


def test_answers_that_turn_away_come_first_where_many_ask_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    async def six_at_once(engine: EdgeEngine) -> None:
        texts = [f"第{number}条消息。" for number in "一二三四五六"]
        answers = await asyncio.gather(*(engine.speak(request(text)) for text in texts), return_exceptions=True)
        assert {type(answer) for answer in answers} == {SpeechError}
        assert isinstance(await engine.speak(request(TEXT)), Clip)

    against(EdgeService(Faults(script=["forbidden"] * 12)), monkeypatch, six_at_once)


def test_a_service_that_has_let_us_in_is_given_the_benefit_of_the_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    async def let_in_then_not(engine: EdgeEngine) -> None:
        await engine.speak(request(TEXT))
        for _ in range(4):
            with pytest.raises(SpeechError, match="403") as raised:
                await engine.speak(request(TEXT))
            assert not isinstance(raised.value, SpeechRefused)

    against(EdgeService(Faults(script=["", *["forbidden"] * 8])), monkeypatch, let_in_then_not)


def test_a_text_without_sound_is_asked_for_again_then_in_halves(monkeypatch: pytest.MonkeyPatch) -> None:
    assert clip_of(EdgeService(Faults(script=["mute"] * 5)), monkeypatch) == clip_of(EdgeService(), monkeypatch)
    service = EdgeService(Faults(script=["mute"] * 6))
    clip = clip_of(service, monkeypatch)
    assert [asked.text for asked in service.asked[6:]] == ["记者从市气象局获悉，", "今天白天晴转多云。"]
    assert clip.boundaries[-1].payload_end == len(TEXT) - 1


def test_the_words_that_stay_without_sound_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    service = EdgeService()
    service.mute = {"云"}
    with pytest.raises(SpeechRefused, match="no sound for “云。”"):
        clip_of(service, monkeypatch)


def test_a_last_character_that_the_voice_does_not_know_is_told_from_a_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    service = EdgeService()
    service.unknown = {"㙍"}
    text = "记者从市气象局获悉，今天的最低气温是三度，来自㙍。"
    clip = clip_of(service, monkeypatch, text)
    assert len(service.asked) == 6
    assert clip.boundaries[-1].payload_end == text.index("㙍")


@pytest.mark.parametrize("fault", ODD)
def test_what_is_odd_is_asked_for_again(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    service = EdgeService(Faults(script=[fault] * 3))
    assert clip_of(service, monkeypatch) == clip_of(EdgeService(), monkeypatch)


def test_a_service_whose_way_is_odd_is_soon_asked_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    service = EdgeService(Faults({"other-format": 1.0}))
    _speak_all(service, Store(tmp_path), monkeypatch)
    assert len(service.asked) <= len(set(SENTENCES)) + 2 * 6


def test_a_voice_that_never_announces_a_word_is_soon_asked_once_and_no_editor_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    service = EdgeService(Faults({"lost-any": 1.0}))
    said = _speak_all(service, Store(tmp_path), monkeypatch)
    assert len(service.asked) <= len(set(SENTENCES)) + 2 * 6
    assert not any(one.findings for one in said)


def test_of_sound_that_is_odd_each_time_an_editor_is_told_also_later(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for service in (EdgeService(Faults({"swapped": 1.0})), EdgeService()):
        said = _speak_all(service, Store(tmp_path), monkeypatch)
        assert {finding.code for one in said for finding in one.findings} == {"V104"}
        assert f"edge (zh-CN-XiaoxiaoNeural) may have {UNFIT}" in said[0].findings[0].message


def test_a_service_that_is_always_odd_is_believed_but_for_times_that_cannot_be(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = clip_of(EdgeService(), monkeypatch)
    no_times = clip_of(EdgeService(Faults({"no-times": 1.0})), monkeypatch)
    assert (no_times.audio, no_times.boundaries) == (ours.audio, ())
    assert (ours.doubt, no_times.doubt) == ("", UNFIT)
    other_format = clip_of(EdgeService(Faults({"other-format": 1.0})), monkeypatch)
    assert other_format.samples == pytest.approx(ours.samples, abs=2 * 576)


def test_nobody_there_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIO_EDITION_EDGE_URL", "ws://127.0.0.1:9/edge")
    with pytest.raises(SpeechError, match=r"no connection to 127\.0\.0\.1:9: connection refused; .*AUDIO_EDITION_EDGE_URL"):
        asyncio.run(EdgeEngine().speak(request(TEXT)))


@pytest.mark.parametrize(("status", "hint"), [(200, "asks for a login in the browser"), (404, "upgrade edge-tts")])
def test_a_page_where_a_conversation_was_asked_for_is_a_networks(monkeypatch: pytest.MonkeyPatch, status: int, hint: str) -> None:
    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 %d Page\r\nContent-Length: 5\r\n\r\nlogin" % status)
        writer.close()

    async def main() -> None:
        server = await asyncio.start_server(say, "127.0.0.1")
        host, port = server.sockets[0].getsockname()
        monkeypatch.setenv("AUDIO_EDITION_EDGE_URL", f"ws://{host}:{port}/x")
        async with server:
            with pytest.raises(SpeechError, match=f"the service refused: {status} .*{hint}"):
                await EdgeEngine().speak(request(TEXT))

    asyncio.run(main())


@pytest.mark.parametrize("answer", [b"SSH-2.0-OpenSSH\r\n\r\n", b"HTTP/1.1 200 " + b"x" * 20000 + b"\r\n\r\n"])
@pytest.mark.parametrize("engine", [EdgeEngine, OpenAIEngine])
def test_what_is_no_answer_is_told_on_a_short_line(
    monkeypatch: pytest.MonkeyPatch, engine: Callable[[], EdgeEngine | OpenAIEngine], answer: bytes
) -> None:
    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        writer.close()

    async def main() -> str:
        server = await asyncio.start_server(say, "127.0.0.1")
        host, port = server.sockets[0].getsockname()
        monkeypatch.setenv("AUDIO_EDITION_EDGE_URL", f"ws://{host}:{port}/x")
        monkeypatch.setenv("AUDIO_EDITION_OPENAI_URL", f"http://{host}:{port}/v1")
        async with server, aclosing(engine()) as speaking:
            with pytest.raises(SpeechError) as raised:
                await speaking.speak(request(TEXT))
        return str(raised.value)

    said = asyncio.run(main())
    assert said.splitlines() == [said]
    assert len(said) < 400


NO_ADDRESSES = [
    "http://127.0.0.1:8765/x",
    "127.0.0.1:8765",
    "garbage",
    "ws://",
    "ws:///x",
    "ws://127.0.0.1:99999/x",
    "ws://[::1/x",
]


@pytest.mark.parametrize("address", [*NO_ADDRESSES, "ws://a b/x"])
def test_an_address_that_is_none_is_refused_with_its_variable(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("AUDIO_EDITION_EDGE_URL", address)
    with pytest.raises(SpeechRefused, match=rf"AUDIO_EDITION_EDGE_URL={re.escape(address)} is no address: write ws://HOST"):
        asyncio.run(EdgeEngine().speak(request(TEXT)))


@pytest.mark.parametrize(
    ("variable", "proxy", "shown"),
    [
        ("HTTPS_PROXY", "foo", "foo"),
        ("https_proxy", "127.0.0.1:3128", "127.0.0.1:3128"),
        ("ALL_PROXY", "socks5://me:secret@127.0.0.1:1080", "socks5://…@127.0.0.1:1080"),
        ("WSS_PROXY", "http://", "http://"),
    ],
)
def test_a_proxy_that_is_none_is_refused_with_its_variable(
    monkeypatch: pytest.MonkeyPatch, variable: str, proxy: str, shown: str
) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, proxy)
    monkeypatch.setenv("AUDIO_EDITION_EDGE_URL", "wss://speech.example/edge/v1")
    with pytest.raises(SpeechRefused, match=rf"{variable}={re.escape(shown)} is no proxy for it: write http://HOST:PORT"):
        asyncio.run(EdgeEngine().speak(request(TEXT)))


def test_a_voice_that_cannot_be_is_refused_before_anything_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    service = EdgeService()
    with pytest.raises(SpeechRefused, match="no voice 'Xiaoxiao'"):
        against(service, monkeypatch, lambda engine: engine.speak(Request("edge", "1", Voice("edge", "Xiaoxiao"), TEXT)))
    assert service.connections == 0


def test_the_proxy_of_the_environment_is_used_for_the_real_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """HTTPS_PROXY must serve wss:// too, which aiohttp alone does not do: here it is the service itself that answers."""
    seen: list[str] = []

    async def main() -> None:
        async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            seen.append((await reader.readline()).decode())
            writer.close()

        server = await asyncio.start_server(proxy, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        monkeypatch.delenv("AUDIO_EDITION_EDGE_URL", raising=False)
        for name in ("no_proxy", "NO_PROXY", "https_proxy"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
        monkeypatch.setattr("edge_tts.communicate.WSS_URL", "wss://speech.example/edge/v1?TrustedClientToken=x")
        with pytest.raises(SpeechError):
            await EdgeEngine().speak(request(TEXT))
        server.close()

    asyncio.run(main())
    assert set(seen) == {"CONNECT speech.example:443 HTTP/1.1\r\n"}


def test_what_runs_on_this_computer_is_not_asked_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert clip_of(EdgeService(), monkeypatch).frames


def test_an_address_set_in_edge_tts_itself_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> None:
        async with EdgeService() as service:
            monkeypatch.delenv("AUDIO_EDITION_EDGE_URL", raising=False)
            monkeypatch.setattr("edge_tts.constants.WSS_URL", f"{service.url}?TrustedClientToken=x")
            await EdgeEngine().speak(request(TEXT))
            assert service.connections == 1

    asyncio.run(main())


def test_certificates_that_are_not_there_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/certificates.pem")
    with pytest.raises(SpeechRefused, match=r"SSL_CERT_FILE=/nowhere/certificates\.pem cannot be used"):
        clip_of(EdgeService(), monkeypatch)


@pytest.mark.skipif(not hasattr(edge_tts.communicate, "_SSL_CTX"), reason="edge-tts 7.2 cannot be told other certificates")
def test_it_speaks_tls_to_a_certificate_that_the_environment_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", str(key), "-out", str(certificate), *subject]
    subprocess.run(made, check=True, capture_output=True)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    with pytest.raises(SpeechRefused, match=r"^127\.0\.0\.1:\d+: \[SSL: .*self.signed certificate.*; .* set SSL_CERT_FILE to"):
        clip_of(EdgeService(tls=context), monkeypatch)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert clip_of(EdgeService(tls=context), monkeypatch) == clip_of(EdgeService(), monkeypatch)


SENTENCES = [f"第{number}条消息来自本报记者。" for number in "一二三四五六七八九十甲乙丙丁"] * 2


@pytest.mark.parametrize(
    "faults", [*(Faults({name: 0.2}, seed=5) for name in FAULTS), Faults.mixed(0.2, seed=5)], ids=[*FAULTS, "mixed"]
)
def test_under_every_fault_the_clips_are_those_of_a_service_without(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, faults: Faults
) -> None:
    flawless = Store(tmp_path / "flawless")
    _speak_all(EdgeService(), flawless, monkeypatch)
    store = Store(tmp_path / "store")
    service = EdgeService(faults)
    _speak_all(service, store, monkeypatch)
    assert service.connections > len(set(SENTENCES))
    assert all(store.get(request(text)) == flawless.get(request(text)) is not None for text in SENTENCES)


def test_a_service_that_bears_two_at_once_is_not_asked_for_six_again_and_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    service = EdgeService(first_byte=0.02)
    service.capacity = 2
    _speak_all(service, Store(tmp_path), monkeypatch)
    assert service.most_in_flight == 2
    assert service.refused <= len(set(SENTENCES))


def _speak_all(service: EdgeService, store: Store, monkeypatch: pytest.MonkeyPatch) -> list[Spoken]:
    async def main() -> list[Spoken]:
        async with service:
            monkeypatch.setenv("AUDIO_EDITION_EDGE_URL", service.url)
            given = [Prompt(request(text)) for text in SENTENCES]
            stream = speak(given, {"edge": EdgeEngine(_patience(service))}, store, policy=AT_ONCE)
            said = [one async for one in stream if isinstance(one, Spoken)]
            assert [one.index for one in said] == list(range(len(SENTENCES)))
            assert service.most_in_flight <= 6
            assert len(asyncio.all_tasks()) < 30
            return said

    return asyncio.run(main())


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if fault not in ODD])
def test_no_exception_of_aiohttp_or_edge_tts_is_ever_seen(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    with pytest.raises(SpeechError):
        clip_of(EdgeService(Faults({fault: 1.0})), monkeypatch)


@pytest.mark.parametrize(("offset", "duration"), [("NaN", "1"), ("-50000000", "1"), ("1", "Infinity")])
def test_a_time_that_no_word_has_is_a_failure(offset: str, duration: str) -> None:
    talk = _edge_wire._Talk("好", "zh-CN-XiaoxiaoNeural", 9999, boundary="WordBoundary")
    said = f'{{"Offset": {offset}, "Duration": {duration}, "text": {{"Text": "好"}}}}'
    with pytest.raises(ValueError, match="a word at"):
        talk._Communicate__parse_metadata(f'{{"Metadata": [{{"Type": "WordBoundary", "Data": {said}}}]}}'.encode())


@pytest.mark.parametrize(
    ("sent", "said"), [("A&amp;B", "A&B"), ("it&apos;s", "it's"), ("it&#39;s", "it's"), ("&quot;&#x4E2D;&quot;", '"中"')]
)
def test_what_is_escaped_in_a_word_is_read(sent: str, said: str) -> None:
    talk = _edge_wire._Talk(said, "zh-CN-XiaoxiaoNeural", 9999, boundary="WordBoundary")
    entry = {"Type": "WordBoundary", "Data": {"Offset": 0, "Duration": 1, "text": {"Text": sent}}}
    talk._Communicate__parse_metadata(json.dumps({"Metadata": [entry]}).encode())
    assert [word.text for word in talk.words] == [said]


def test_the_service_keeps_its_pace_however_late_its_timer_is(monkeypatch: pytest.MonkeyPatch) -> None:
    now, late, message = 0.0, 0.002, bytes(edge_service.MESSAGE)

    async def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds + late if seconds else 0.0

    clock = SimpleNamespace(time=lambda: now)
    monkeypatch.setattr(edge_service, "asyncio", SimpleNamespace(sleep=sleep, get_running_loop=lambda: clock))

    async def main() -> None:
        due = 0.0
        for _ in range(100):
            due = await EdgeService(speed=98)._send(AsyncMock(), message, due)

    asyncio.run(main())
    wanted = 100 * len(message) / edge_service.BYTES_PER_SECOND / 98
    assert wanted <= now <= wanted + 2 * late

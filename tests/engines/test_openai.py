"""OpenAI-compatible servers: every format that they answer, every way in which they fail."""

import asyncio
import io
import socket
import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from audio_edition.audio import mp3
from audio_edition.engines import _http
from audio_edition.engines._http import ACCIDENTS, Server
from audio_edition.engines._sound import PART
from audio_edition.engines.openai import TRIES, OpenAIEngine
from audio_edition.model.errors import SpeechError, SpeechRefused, SpeechThrottled
from audio_edition.model.speech import Clip, Request, Voice
from tests.engines.servers import SpeechServer, encoded

TEXT = "记者从市气象局获悉。"


def speak(server: SpeechServer, monkeypatch: pytest.MonkeyPatch, voice: str = "zf_xiaoxiao", **prosody: int) -> Clip:
    async def main() -> Clip:
        async with server:
            monkeypatch.setenv("AUDIO_EDITION_OPENAI_URL", f"{server.url}/v1/")
            engine = OpenAIEngine()
            try:
                return await engine.speak(Request("openai", engine.version, Voice("openai", voice, **prosody), TEXT))
            finally:
                await engine.aclose()

    return asyncio.run(main())


@pytest.mark.parametrize("form", ["wav", "streamed-wav", "pcm", "mp3", "flac", "opus"])
def test_whatever_it_sends_becomes_a_clip(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    clip = speak(SpeechServer(form), monkeypatch)
    assert 1.3 < clip.samples / 24000 < 4
    assert len(clip.audio) == clip.frames * 144


def test_the_server_is_asked_as_its_documentation_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")
    monkeypatch.setenv("AUDIO_EDITION_OPENAI_MODEL", "kokoro")
    server = SpeechServer()
    speak(server, monkeypatch, rate=-10)
    wanted = {"model": "kokoro", "input": TEXT, "voice": "zf_xiaoxiao", "speed": 0.9, "response_format": "wav"}
    assert server.asked == [wanted]
    assert server.headers[0]["Authorization"] == "Bearer sk-x"


def test_a_server_of_ones_own_has_voices_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDIO_EDITION_OPENAI_VOICES", "zf_xiaoxiao, zm_yunxi")
    offered = [(info.name, info.lang) for info in OpenAIEngine().voices()]
    assert offered[:2] == [("zf_xiaoxiao", "zh-CN"), ("zm_yunxi", "zh-CN")]
    assert ("zf_xiaoxiao", "en-US") in offered


def test_volume_is_gain(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, soft = speak(SpeechServer(), monkeypatch), speak(SpeechServer(), monkeypatch, volume=-50)
    assert plain.loudness - soft.loudness == pytest.approx(6, abs=0.3)


@pytest.mark.parametrize(
    ("fault", "error", "message"),
    [
        ("429", SpeechThrottled, "patience"),
        ("503", SpeechThrottled, "patience"),
        ("500", SpeechError, "failed \\(500\\): as you wish"),
        ("409", SpeechError, "failed \\(409\\): as you wish"),
        ("401", SpeechRefused, "check the key"),
        ("reason no such phone", SpeechRefused, r"refused \(400\): no such phone$"),
        ("body 206", SpeechRefused, r"refused \(206\): it does not say why$"),
        ("body 418", SpeechRefused, r"refused \(418\): it does not say why$"),
        ("404", SpeechRefused, r"404.*http://127\.0\.0\.1:\d+/v1/audio/speech: .*usually ends in /v1"),
        ("no credit", SpeechRefused, "no credit"),
        ("to 302 ", SpeechRefused, "sends on, without saying where"),
        ("to 302 http://[x/", SpeechRefused, r"sends on to http://\[x/ \(302\)"),
        ("text", SpeechError, "model is loading"),
        ("cut", SpeechError, "connection failed"),
        ("short", SpeechError, "only a part"),
    ],
)
def test_what_fails_is_told_apart(monkeypatch: pytest.MonkeyPatch, fault: str, error: type[SpeechError], message: str) -> None:
    with pytest.raises(error, match=message) as raised:
        speak(SpeechServer(faults=(fault,) * 12), monkeypatch)
    assert type(raised.value) is error
    if isinstance(raised.value, SpeechThrottled):
        assert raised.value.retry_after == 2


@pytest.mark.parametrize("fault", ["no chunk", "drip"])
def test_a_chunk_that_is_none_and_a_drip_cost_no_more_than_a_silence(monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    monkeypatch.setattr(_http, "SILENCE", 1.0)
    with pytest.raises(SpeechError, match=r"^openai fell silent, or took too long, after [1-9]\d* bytes$"):
        speak(SpeechServer(faults=(fault,)), monkeypatch)


def test_an_answer_without_end_is_not_read_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_http, "MOST", 1000)
    with pytest.raises(SpeechError, match=r"^openai does not end: \d+ bytes$"):
        speak(SpeechServer(), monkeypatch)


@pytest.mark.parametrize("status", ["401", "403", "404", "405", "to 302 http://login.example/"])
def test_a_door_that_was_open_may_be_shut_by_accident_but_not_for_ever(monkeypatch: pytest.MonkeyPatch, status: str) -> None:
    shut = (*(status,) * ACCIDENTS, "", *(status,) * (ACCIDENTS + 1))

    async def main() -> list[str]:
        async with SpeechServer(faults=("", *shut)) as server:
            monkeypatch.setenv("AUDIO_EDITION_OPENAI_URL", f"{server.url}/v1")
            engine = OpenAIEngine()
            request = Request("openai", engine.version, Voice("openai", "alloy"), TEXT)
            said = []
            for _ in range(len(shut) + 1):
                try:
                    said.append(type(await engine.speak(request)).__name__)
                except SpeechError as error:
                    said.append(type(error).__name__)
            await engine.aclose()
            return said

    accidents = ["SpeechError"] * ACCIDENTS
    assert asyncio.run(main()) == ["Clip", *accidents, "Clip", *accidents, "SpeechRefused"]


def test_accidents_between_answers_to_others_are_borne_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> int:
        async with SpeechServer(faults=("", *("401", "") * (2 * ACCIDENTS))) as server:
            monkeypatch.setenv("AUDIO_EDITION_OPENAI_URL", f"{server.url}/v1")
            engine = OpenAIEngine()
            one, other = (Request("openai", engine.version, Voice("openai", "alloy"), text) for text in (TEXT, TEXT[1:]))
            await engine.speak(other)
            for _ in range(2 * ACCIDENTS):
                with pytest.raises(SpeechError, match="has answered before"):
                    await engine.speak(one)
                await engine.speak(other)
            await engine.aclose()
            return len(server.asked)

    assert asyncio.run(main()) == 1 + 4 * ACCIDENTS


def test_a_sound_is_one_whatever_its_server_calls_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Flask calls bytes text/html where nothing else is said."""
    plain = speak(SpeechServer(), monkeypatch)
    assert speak(SpeechServer(named="text/html"), monkeypatch) == plain


def test_an_answer_is_one_whatever_kind_of_success_it_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    assert speak(SpeechServer(faults=("body 201",)), monkeypatch) == speak(SpeechServer(), monkeypatch)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("path", ["/v2/audio/speech", "http://{other}/v1/audio/speech"])
def test_no_key_and_no_text_follow_a_redirect_and_it_says_what_to_set(
    monkeypatch: pytest.MonkeyPatch, status: int, path: str
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x")

    async def main() -> None:
        async with SpeechServer() as other:
            address = path.format(other=other.url.removeprefix("http://"))
            server = SpeechServer(faults=(f"to {status} {address}",))
            with pytest.raises(SpeechRefused) as raised:
                await asyncio.to_thread(speak, server, monkeypatch)
            there = address if address.startswith("http") else server.url + address
            assert f"/v1/audio/speech sends on to {there} ({status}), which is not followed; if" in str(raised.value)
            assert "set AUDIO_EDITION_OPENAI_URL to its address (it usually ends in /v1" in str(raised.value)
            assert (len(server.asked), other.asked, other.headers) == (1, [], [])

    asyncio.run(main())


def test_without_a_server_and_a_key_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AUDIO_EDITION_OPENAI_URL", "OPENAI_BASE_URL", "OPENAI_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    assert "AUDIO_EDITION_OPENAI_URL" in OpenAIEngine().ready()
    with pytest.raises(SpeechRefused, match="not set up"):
        asyncio.run(OpenAIEngine().speak(Request("openai", "1", Voice("openai", "alloy"), TEXT)))


def pcm(rate: int = 24000, order: str = "<", channels: int = 1) -> bytes:
    """The hum of the server as raw samples of another kind."""
    samples = np.frombuffer(encoded(TEXT, "pcm"), "<i2")
    places = np.arange(len(samples) * rate // 24000) * 24000 // rate
    return np.repeat(samples[places], channels).astype(f"{order}i2").tobytes()


def chunked(chunk: bytes, claimed: int | None = None) -> bytes:
    """The hum as a WAV with a chunk before its samples, which are so many as it claims."""
    wave = encoded(TEXT, "wav")
    data = wave[36:] if claimed is None else wave[36:40] + claimed.to_bytes(4, "little") + wave[44:]
    return wave[:4] + (len(wave) + len(chunk) - 8).to_bytes(4, "little") + wave[8:36] + chunk + data


NOISE = np.random.default_rng(1).integers(0, 255, 60_000, dtype=np.uint8).tobytes()
COMMENT = b"LIST\x1a\0\0\0INFOICMT\x0e\0\0\0training data "
LONG_COMMENT = b"LIST\x2c\x01\0\0INFOICMT\x20\x01\0\0" + b"data" * 72


@pytest.mark.parametrize(
    ("body", "named"),
    [
        (pcm(), "audio/pcm"),
        (pcm(), "application/octet-stream"),
        (pcm(16000), "audio/pcm;rate=16000"),
        (pcm(16000, ">"), "audio/L16; rate=16000; channels=1"),
        (pcm(16000, "<"), "audio/L16; rate=16000; channels=1"),
        (pcm(48000, "<", 2), 'audio/pcm; Rate="48000"; channels=2'),
        (b"\xff\xff" * 8 + pcm(), "audio/pcm"),
        (pcm() + b"\1", "audio/pcm"),
    ],
)
def test_raw_samples_are_played_as_their_name_says(monkeypatch: pytest.MonkeyPatch, body: bytes, named: str) -> None:
    clip, wanted = speak(SpeechServer(body=body, named=named), monkeypatch), speak(SpeechServer(), monkeypatch)
    assert clip.samples == pytest.approx(wanted.samples, abs=2 * 576)
    assert clip.loudness == pytest.approx(wanted.loudness, abs=0.5)


@pytest.mark.parametrize("asked", ["wav", "pcm"])
@pytest.mark.parametrize(
    ("body", "named", "message"),
    [
        (b"\x1aE\xdf\xa3" + NOISE, "audio/webm", "sent WebM"),
        (b"\x1aE\xdf\xa3" + NOISE, "application/octet-stream", "sent WebM"),
        (b"\0\0\0 ftypM4A " + NOISE, "audio/mp4", "sent MP4"),
        (b"\xff\xf1\x50\x80\x01\x3f\xfc" + NOISE[:2] + b"\xff\xf1" + NOISE, "audio/aac", "sent AAC"),
        (NOISE, "application/octet-stream", "heard as noise"),
        (NOISE, "audio/pcm", "heard as noise"),
        (b'{"error": "model is loading"}' * 4000, "application/octet-stream", "text .*model is loading"),
        (b"<html>\n<title>502</title>" * 4000, "audio/wav", "text .*<html> <title>502"),
    ],
)
def test_what_is_no_sound_is_never_heard_as_noise(
    monkeypatch: pytest.MonkeyPatch, asked: str, body: bytes, named: str, message: str
) -> None:
    monkeypatch.setenv("AUDIO_EDITION_OPENAI_FORMAT", asked)
    with pytest.raises(SpeechError, match=message):
        speak(SpeechServer(body=body, named=named), monkeypatch)


@pytest.mark.parametrize("named", ["audio/wav", "audio/mpeg", "audio/webm"])
def test_raw_samples_under_another_name_are_taken_only_when_asked_for(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    with pytest.raises(SpeechRefused, match=f"asked for wav and sent .*{named}.*AUDIO_EDITION_OPENAI_FORMAT"):
        speak(SpeechServer(body=pcm(), named=named), monkeypatch)
    monkeypatch.setenv("AUDIO_EDITION_OPENAI_FORMAT", "pcm")
    assert speak(SpeechServer(body=pcm(), named=named), monkeypatch).samples > 24000


@pytest.mark.parametrize("named", ["audio/pcm; rate=fast", "audio/pcm; channels=0", "audio/pcm; rate=1"])
def test_raw_samples_of_an_impossible_kind_are_refused(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    with pytest.raises(
        SpeechRefused, match=f"^openai sent {named.replace(' ', '')} that cannot be read: .*AUDIO_EDITION_OPENAI_FORMAT"
    ):
        speak(SpeechServer(body=pcm(), named=named), monkeypatch)


@pytest.mark.parametrize("chunk", [COMMENT, LONG_COMMENT])
@pytest.mark.parametrize("claimed", [None, 0, 0xFFFFFFFF])
def test_the_samples_of_a_wav_are_found_behind_any_comment(
    monkeypatch: pytest.MonkeyPatch, chunk: bytes, claimed: int | None
) -> None:
    clip, plain = speak(SpeechServer(body=chunked(chunk, claimed)), monkeypatch), speak(SpeechServer(), monkeypatch)
    assert clip == plain


def test_a_wav_that_lacks_its_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SpeechError, match=r"sent \d+ of \d+ bytes"):
        speak(SpeechServer(body=chunked(COMMENT)[:-1000]), monkeypatch)


@pytest.mark.parametrize("itself", [0, 1])
def test_an_mp3_that_has_fewer_frames_than_it_tells_of_is_told(monkeypatch: pytest.MonkeyPatch, itself: int) -> None:
    frames = encoded(TEXT, "mp3")
    count = len(frames) // 144
    whole = mp3.info_frame(count + itself, len(frames)) + frames
    assert speak(SpeechServer(body=whole, named="audio/mpeg"), monkeypatch).frames > 20
    with pytest.raises(SpeechError, match=f"sent {count - 10} of {count + itself} frames"):
        speak(SpeechServer(body=whole[: -10 * 144], named="audio/mpeg"), monkeypatch)


def test_an_mp3_that_lacks_a_piece_from_the_middle_is_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    server = SpeechServer("mp3", faults=("torn",))
    assert speak(server, monkeypatch) == speak(SpeechServer("mp3"), monkeypatch)
    assert len(server.asked) == 2


def test_of_a_text_that_lacks_a_piece_each_time_an_editor_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> list[str]:
        async with SpeechServer("mp3", faults=(*("torn", "") * 2, *("torn",) * TRIES)) as server:
            monkeypatch.setenv("AUDIO_EDITION_OPENAI_URL", f"{server.url}/v1")
            engine = OpenAIEngine()
            doubts = [(await engine.speak(Request("openai", "", Voice("openai", "alloy"), TEXT))).doubt for _ in range(3)]
            await engine.aclose()
            return doubts

    assert asyncio.run(main()) == ["", "", PART]


def test_an_ogg_file_whose_last_page_is_not_whole_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SpeechError, match="its last page lacks 100 bytes"):
        speak(SpeechServer(body=encoded(TEXT, "opus")[:-100], named="audio/ogg"), monkeypatch)


@pytest.mark.parametrize("rate", [1, 1000, 1_000_000])
def test_a_rate_that_no_sound_has_is_refused_before_anything_is_made_of_it(monkeypatch: pytest.MonkeyPatch, rate: int) -> None:
    wave = encoded(TEXT, "wav")
    with pytest.raises(SpeechRefused, match=rf"claims {rate} Hz.*ask for another format"):
        speak(SpeechServer(body=wave[:24] + rate.to_bytes(4, "little") + wave[28:]), monkeypatch)


def test_minutes_for_a_sentence_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.BytesIO()
    soundfile.write(file, np.tile(np.frombuffer(encoded("好", "pcm"), "<i2"), 1000), 24000, format="WAV")
    with pytest.raises(SpeechError, match=r"another text: .* s cannot be right"):
        speak(SpeechServer(body=file.getvalue()), monkeypatch)


def refused(url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Why an engine with this address refuses to speak."""

    async def main() -> str:
        monkeypatch.setenv("AUDIO_EDITION_OPENAI_URL", url)
        engine = OpenAIEngine()
        try:
            with pytest.raises(SpeechRefused) as raised:
                await engine.speak(Request("openai", engine.version, Voice("openai", "alloy"), TEXT))
            return str(raised.value)
        finally:
            await engine.aclose()

    return asyncio.run(main())


@pytest.mark.parametrize(
    "url",
    ["localhost:8880/v1", "127.0.0.1:8880/v1", "ftp://127.0.0.1/v1", "http://127.0.0.1:99999/v1", "http:///v1", "http://[::1/v1"],
)
def test_what_is_no_address_is_told_at_once(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    said = refused(url, monkeypatch)
    assert "AUDIO_EDITION_OPENAI_URL" in said
    assert "\n" not in said


def test_an_address_without_v1_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> None:
        async with SpeechServer() as server:
            said = await asyncio.to_thread(refused, server.url, monkeypatch)
            assert f"(404) {server.url}/audio/speech: 404: Not Found; is AUDIO_EDITION_OPENAI_URL right" in said

    asyncio.run(main())


def test_a_line_break_in_the_key_is_told_without_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-geheim\nsk-x")
    with pytest.raises(SpeechRefused, match="look at the key") as raised:
        speak(SpeechServer(), monkeypatch)
    assert "geheim" not in str(raised.value)


def test_a_key_from_a_file_may_end_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-x\n")
    server = SpeechServer()
    speak(server, monkeypatch)
    assert server.headers[0]["Authorization"] == "Bearer sk-x"


def test_a_closed_port_may_open_but_is_not_waited_for_long() -> None:
    async def main(patience: float) -> SpeechError:
        with socket.socket() as closed:
            closed.bind(("127.0.0.1", 0))
            server = Server("openai", "THE_URL", "http://localhost:8880/v1", patience)
            try:
                with pytest.raises(
                    SpeechError, match=r"no connection to 127\.0\.0\.1:\d+: connection refused.*THE_URL"
                ) as raised:
                    await server.post(f"http://127.0.0.1:{closed.getsockname()[1]}/v1", {}, b"")
                return raised.value
            finally:
                await server.aclose()

    assert type(asyncio.run(main(10.0))) is SpeechError
    assert type(asyncio.run(main(0.0))) is SpeechRefused


def test_a_server_that_has_answered_may_start_anew() -> None:
    async def main() -> SpeechError:
        server = Server("openai", "THE_URL", "http://localhost:8880/v1", patience=0.0)
        try:
            async with SpeechServer(faults=("500",)) as speaking:
                url = f"{speaking.url}/v1/audio/speech"
                with pytest.raises(SpeechError, match="500"):
                    await server.post(url, {}, b'{"voice": "alloy", "input": "\xe7\x94\xb2"}')
            with pytest.raises(SpeechError):  # the connection that was kept
                await server.post(url, {}, b"")
            with pytest.raises(SpeechError, match="no connection to") as raised:
                await server.post(url, {}, b"")
            return raised.value
        finally:
            await server.aclose()

    assert type(asyncio.run(main())) is SpeechError


def test_a_certificate_that_is_not_trusted_is_told_at_once(
    monkeypatch: pytest.MonkeyPatch, tool: Callable[[str], str], tmp_path: Path
) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [tool("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command, *names], check=True, capture_output=True)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    with pytest.raises(SpeechRefused, match=r"certificate verify failed.*SSL_CERT_FILE"):
        speak(SpeechServer(tls=tls), monkeypatch)

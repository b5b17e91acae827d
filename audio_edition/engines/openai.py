"""Any server with the OpenAI-compatible `/v1/audio/speech`: Kokoro, CosyVoice, GPT-SoVITS, LocalAI at home, or OpenAI's.

AUDIO_EDITION_OPENAI_URL (or OPENAI_BASE_URL) names the server (`http://localhost:8880/v1`), OPENAI_API_KEY the key where it
wants one, AUDIO_EDITION_OPENAI_MODEL the model (`tts-1`), AUDIO_EDITION_OPENAI_VOICES its voices (`zf_xiaoxiao, zm_yunxi`),
AUDIO_EDITION_OPENAI_FORMAT what it is asked for (`wav`, `mp3`, `pcm`, `flac`, `opus`); what it sends is recognized by its
first bytes.
"""

import asyncio
import math
import os
import re

import msgspec
import numpy as np

from audio_edition.audio.clip import from_mp3, from_pcm, from_wav
from audio_edition.audio.loudness import STEP
from audio_edition.engines import VoiceInfo
from audio_edition.engines._complete import implausible
from audio_edition.engines._text import clean, runs
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.speech import Capabilities, Clip, Prompt, Request, Utterance
from audio_edition.pronunciation.respelling import respell

PCM_RATE = 24000
"""Hz of `pcm` answers: 16-bit signed little-endian mono, as OpenAI documents."""
SLOWEST, FASTEST = 0.25, 4.0
"""The range of the API's `speed`."""
OPENAI_VOICES = ("alloy", "ash", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer")
"""They speak many languages, Chinese among them."""
HELP = "set AUDIO_EDITION_OPENAI_URL to the server's address (http://localhost:8880/v1), or OPENAI_API_KEY for OpenAI's own"


class OpenAIEngine:
    """A speech server."""

    name = "openai"
    capabilities = Capabilities(max_bytes=4096, at_once=4, network=True, prosody=("rate", "volume"), level="samples")

    def __init__(self) -> None:
        from audio_edition.engines._http import Server

        named = os.environ.get("AUDIO_EDITION_OPENAI_URL") or os.environ.get("OPENAI_BASE_URL")
        self._url = (named or "https://api.openai.com/v1").rstrip("/")
        self._key = os.environ.get("OPENAI_API_KEY", "")
        self._model = os.environ.get("AUDIO_EDITION_OPENAI_MODEL", "tts-1")
        self._format = os.environ.get("AUDIO_EDITION_OPENAI_FORMAT", "wav")
        named_voices = os.environ.get("AUDIO_EDITION_OPENAI_VOICES", "").replace(",", " ").split()
        self._voices = tuple(named_voices) or OPENAI_VOICES
        self._known = bool(named or self._key)
        self._server = Server(self.name)
        self.version = f"1 {self._model} {self._url}"

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Those that AUDIO_EDITION_OPENAI_VOICES names, else OpenAI's own; any other name may be given in a cast."""
        return tuple(VoiceInfo(name, lang) for lang in ("zh-CN", "en-US") for name in self._voices)

    def ready(self) -> str:
        """Empty when a server or a key is named."""
        return "" if self._known else HELP

    def request(self, utterance: Utterance, bitrate: int, sample_rate: int) -> Prompt:
        """Plain text, in which homophones force the readings of Mandarin."""
        if utterance.lang in ("zh", "zh-CN", "zh-TW", "zh-SG"):
            respelled = respell(utterance.pronunciation)
            payload, places = clean(respelled.text, respelled.places)
            findings = respelled.findings
        else:
            payload, places = clean(utterance.spoken.spoken)
            findings = ()
        return Prompt(Request(self.name, self.version, utterance.voice, payload, bitrate, sample_rate), runs(places), findings)

    async def speak(self, request: Request) -> Clip:
        """The complete clip of a request. Raises SpeechError, SpeechThrottled, SpeechRefused."""
        return await self.speak_louder(request, 0.0)

    async def speak_louder(self, request: Request, gain: float) -> Clip:
        """The complete clip of a request, louder by `gain` dB. Raises SpeechError, SpeechThrottled, SpeechRefused."""
        if not self._known:
            raise SpeechRefused(f"openai is not set up: {HELP}")
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self._key}"} if self._key else {})
        answer = await self._server.post(f"{self._url}/audio/speech", headers, self._body(request))
        clip = await asyncio.to_thread(_clip, answer.body, answer.media_type, request, gain)
        reason = implausible(request.payload, clip.samples / request.sample_rate, request.voice.rate)
        if reason:
            raise SpeechError(f"openai sent only a part: {reason}")
        return clip

    async def aclose(self) -> None:
        """Close the connections."""
        await self._server.aclose()

    def _body(self, request: Request) -> bytes:
        speed = min(FASTEST, max(SLOWEST, 1 + request.voice.rate / 100))
        asked = {"model": self._model, "input": request.payload, "voice": request.voice.name, "speed": speed}
        return msgspec.json.encode(asked | {"response_format": self._format})


def engine() -> OpenAIEngine:
    """The engine, as the environment says."""
    return OpenAIEngine()


def _clip(body: bytes, media_type: str, request: Request, gain: float) -> Clip:
    gain += 20 * math.log10(max(0.01, 1 + request.voice.volume / 100))
    form = {"bitrate": request.bitrate, "sample_rate": request.sample_rate}
    if body[:3] == b"ID3" or (body[:1] == b"\xff" and body[1:2] >= b"\xe0"):
        return from_mp3(body, (), **form, steps=round(gain / STEP))
    if body[:4] in (b"RIFF", b"fLaC", b"OggS"):
        return from_wav(_with_sizes(body), (), **form, gain=gain)
    if media_type.startswith("text/") or "json" in media_type or not body:
        raise SpeechError(f"openai sent no sound but {media_type}: {body[:80].decode('utf-8', 'replace')}")
    samples = np.frombuffer(body[: len(body) // 2 * 2], "<i2").astype(np.float32) / np.float32(32768)
    return from_pcm(samples, PCM_RATE, (), **form, gain=gain)


def _with_sizes(wave: bytes) -> bytes:
    """A WAV whose header tells its length: a server that streams writes the largest number, or none.

    >>> _with_sizes(b"RIFF\\xff\\xff\\xff\\xffWAVEdata\\xff\\xff\\xff\\xffabcd")
    b'RIFF\\x10\\x00\\x00\\x00WAVEdata\\x04\\x00\\x00\\x00abcd'
    """
    found = re.search(rb"data(....)", wave[:200], re.DOTALL)
    if wave[:4] != b"RIFF" or found is None:
        return wave
    said, there = int.from_bytes(found[1], "little"), len(wave) - found.end()
    if 0 < said <= there:
        return wave
    if said and said < 0x7FFF0000:
        raise SpeechError(f"openai sent {there} of {said} bytes")
    whole, rest = (len(wave) - 8).to_bytes(4, "little"), there.to_bytes(4, "little")
    return b"RIFF" + whole + wave[8 : found.start(1)] + rest + wave[found.end() :]

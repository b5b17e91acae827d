"""Any server with the OpenAI-compatible `/v1/audio/speech`: Kokoro, CosyVoice, GPT-SoVITS, LocalAI at home, or OpenAI's.

AUDIO_EDITION_OPENAI_URL (or OPENAI_BASE_URL) names the server (`http://localhost:8880/v1`), OPENAI_API_KEY the key where it
wants one, AUDIO_EDITION_OPENAI_MODEL the model (`tts-1`), AUDIO_EDITION_OPENAI_VOICES its voices (`zf_xiaoxiao, zm_yunxi`),
AUDIO_EDITION_OPENAI_FORMAT what it is asked for (`wav`, `mp3`, `pcm`, `flac`, `opus`); what it sends is recognized by its
first bytes.
"""

import asyncio
import math
import os

import msgspec
from msgspec import structs

from audio_edition.audio import mp3
from audio_edition.audio.clip import from_heard, from_pcm, hear
from audio_edition.audio.hearing import audible, ends_in_sound
from audio_edition.audio.loudness import STEP
from audio_edition.engines import VoiceInfo
from audio_edition.engines._answer import Answer
from audio_edition.engines._complete import implausible
from audio_edition.engines._openai_sound import check_frames, sound
from audio_edition.engines._sound import PART, Ways, is_partial
from audio_edition.engines._text import clean, halves, runs
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.speech import Capabilities, Clip, Prompt, Request, Utterance
from audio_edition.pronunciation.respelling import respell

SLOWEST, FASTEST = 0.25, 4.0
"""The range of the API's `speed`."""
TRIES = 6
"""Answers that end in a sound, or are torn, after which the last of them is believed."""
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
        self._key = os.environ.get("OPENAI_API_KEY", "").strip()
        self._model = os.environ.get("AUDIO_EDITION_OPENAI_MODEL", "tts-1")
        self._format = os.environ.get("AUDIO_EDITION_OPENAI_FORMAT", "wav")
        named_voices = os.environ.get("AUDIO_EDITION_OPENAI_VOICES", "").replace(",", " ").split()
        self._voices = tuple(named_voices) or OPENAI_VOICES
        self._known = bool(named or self._key)
        self._server = Server(self.name, "AUDIO_EDITION_OPENAI_URL", "it usually ends in /v1: http://localhost:8880/v1")
        self._ways = Ways()
        self.version = f"2 {self._model} {self._url}"

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

    def parts(self, request: Request) -> tuple[Request, Request] | None:
        """The text cut at its best place near the middle."""
        halved = halves(request.payload)
        return halved and (structs.replace(request, payload=halved[0]), structs.replace(request, payload=halved[1]))

    async def speak(self, request: Request) -> Clip:
        """The complete clip of a request. Raises SpeechError, SpeechThrottled, SpeechRefused."""
        return await self.speak_louder(request, 0.0)

    async def speak_louder(self, request: Request, gain: float) -> Clip:
        """The complete clip of a request, louder by `gain` dB. Raises SpeechError, SpeechThrottled, SpeechRefused."""
        if not self._known:
            raise SpeechRefused(f"openai is not set up: {HELP}")
        clip, is_part = await self._answer(request, gain)
        for _ in range(TRIES - 1):
            if not is_part or self._ways.odd:
                break
            clip, is_part = await self._answer(request, gain)
            self._ways.came_again(odd=is_part)
        return structs.replace(clip, doubt=PART) if is_part and not self._ways.odd else clip

    async def aclose(self) -> None:
        """Close the connections."""
        await self._server.aclose()

    async def _answer(self, request: Request, gain: float) -> tuple[Clip, bool]:
        """What the server says, and whether it seems a part: it ends in a sound, as some models' always do, or is torn."""
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {self._key}"} if self._key else {})
        answer = await self._server.post(f"{self._url}/audio/speech", headers, self._body(request))
        return await asyncio.to_thread(_clip, answer, self._format, request, gain)

    def _body(self, request: Request) -> bytes:
        speed = min(FASTEST, max(SLOWEST, 1 + request.voice.rate / 100))
        asked = {"model": self._model, "input": request.payload, "voice": request.voice.name, "speed": speed}
        return msgspec.json.encode(asked | {"response_format": self._format})


def engine() -> OpenAIEngine:
    """The engine, as the environment says."""
    return OpenAIEngine()


def _clip(answer: Answer, asked: str, request: Request, gain: float) -> tuple[Clip, bool]:
    gain += 20 * math.log10(max(0.01, 1 + request.voice.volume / 100))
    form = {"bitrate": request.bitrate, "sample_rate": request.sample_rate}
    if mp3.begins(answer.body):
        frames = mp3.scan(answer.body)
        check_frames(answer.body, len(frames))
        heard = hear(answer.body, frames)
        clip = from_heard(heard, (), **form, steps=round(gain / STEP))
        _check(request, clip.samples / request.sample_rate)
        return clip, is_partial(heard)
    samples, rate = sound(answer, asked)
    first, last = audible(samples)
    _check(request, (last - first) / rate)  # first of all: to encode an hour that nobody asked for takes minutes
    return from_pcm(samples, rate, (), **form, gain=gain), ends_in_sound(samples, rate)


def _check(request: Request, seconds: float) -> None:
    reason = implausible(request.payload, seconds, request.voice.rate)
    if reason:
        raise SpeechError(f"openai sent only a part, or another text: {reason}")

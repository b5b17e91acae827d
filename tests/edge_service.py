"""Microsoft's read-aloud service on the loopback, speaking its real protocol, with faults by a seeded schedule.

`async with EdgeService(Faults({"close": 0.2}, seed=1)) as service: … service.url`, or alone:

    python tests/edge_service.py --port 8765 --fault close=0.1 --fault throttle=0.1 --seed 7 --first-byte 0.3 --speed 98

It checks what the real one checks: the token in the query (against its own clock), well-formed SSML, texts of at most 4096
bytes after escaping, something to say. Its voice is espeak-ng; equal texts sound equal.
"""

import argparse
import asyncio
import dataclasses
import hashlib
import json
import random
import re
import ssl
import threading
import time
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from email.utils import formatdate
from functools import lru_cache
from pathlib import Path
from typing import Any

import espeakng_loader
import lameenc
import numpy as np
from aiohttp import WSMsgType, web
from edge_tts import constants, drm

from audio_edition.engines._espeak_worker import synthesize
from audio_edition.model.speech import Voice

PATH = "/consumer/speech/synthesize/readaloud/edge/v1"
RATE = 24000
BYTES_PER_SECOND = 6000
FRAME = 144
MESSAGE = 720
TICKS = 10_000_000

FAULTS = (
    "abort",  # the connection is reset in the middle
    "close",  # the service closes politely in the middle
    "early-end",  # the turn ends in the middle, as if that were all
    "endless",  # the sound never ends
    "forbidden",  # 403
    "garbage",  # a message of a kind that nobody knows
    "half-audio",  # all words are announced, half of the sound comes
    "lost-any",  # all of the sound comes, one word in the middle is not announced
    "lost-end",  # the last word comes neither as sound nor announced
    "lost-words",  # all of the sound comes, the words of the second half are not announced
    "mute",  # the turn ends without sound
    "no-times",  # every word is announced for the very beginning
    "other-format",  # the sound is of another bitrate than was asked for
    "other-text",  # the words and the sound of another request come
    "repeated",  # every message of sound comes twice
    "server-error",  # 500
    "stall",  # nothing comes any more, in the middle
    "stall-first",  # nothing comes at all
    "swapped",  # every second message of sound comes before the one that it follows
    "throttle",  # 429 with Retry-After
    "unavailable",  # 503 without
)
OTHER_TEXT = "与原文毫无关系的另外几句话，谁也没有要过。"
HARMLESS = (
    "overtaken",  # words are announced in another order than they are said
    "packed",  # several objects in one metadata message: odd, not wrong
    "told-twice",  # every word is announced twice
    "no-farewell",  # the turn ends, the connection does not: pings come, no answer to a close
)

_one_at_a_time = threading.Lock()


@dataclass
class Faults:
    """Which connection fails how: each fault with its own probability, drawn by seed and number of the connection."""

    rates: Mapping[str, float] = field(default_factory=dict)
    seed: int = 0
    script: Sequence[str] = ()
    """Faults of the first connections, one each; "" for none."""

    @classmethod
    def mixed(cls, rate: float, seed: int) -> "Faults":
        """Every fault, together at a rate."""
        return cls({name: rate / len(FAULTS) for name in FAULTS}, seed)

    def of(self, number: int) -> str:
        """The fault of a connection; empty for none."""
        if number < len(self.script):
            return self.script[number]
        drawn = random.Random(f"{self.seed}:{number}").random()
        for name, rate in self.rates.items():
            drawn -= rate
            if drawn < 0:
                return name
        return ""


@dataclass
class Asked:
    """One request as it came in."""

    text: str
    voice: str
    prosody: dict[str, str]
    fault: str


class EdgeService:
    """The service; an async context manager."""

    def __init__(
        self,
        faults: Faults | None = None,
        *,
        first_byte: float = 0.0,
        speed: float = 0.0,
        skew: float = 0.0,
        retry_after: str = "0.01",
        tls: ssl.SSLContext | None = None,
        port: int = 0,
        sounds: Path | None = None,
    ) -> None:
        self.faults = faults or Faults()
        self.first_byte = first_byte
        """Seconds before the first message of an answer."""
        self.speed = speed
        """How many times faster than real time the sound comes; 0: at once."""
        self.skew = skew
        """Seconds by which its clock is ahead of this computer's."""
        self.retry_after = retry_after
        self.mute: set[str] = set()
        """Texts that contain one of these are never given sound."""
        self.unknown: set[str] = set()
        """Characters that the voice does not know: it neither says nor announces them."""
        self.capacity = 1000
        """Requests that it serves at once; one more is told to wait."""
        self.refused = 0
        self.asked: list[Asked] = []
        self.connections = 0
        self.in_flight = 0
        self.most_in_flight = 0
        self._sounds = sounds
        self._tls = tls
        self._port = port

    @property
    def url(self) -> str:
        """What AUDIO_EDITION_EDGE_URL is set to."""
        return f"{'wss' if self._tls else 'ws'}://127.0.0.1:{self._port}{PATH}"

    async def __aenter__(self) -> "EdgeService":
        app = web.Application()
        app.router.add_get(PATH, self._answer)
        self._runner = web.AppRunner(app, shutdown_timeout=0.05)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port, ssl_context=self._tls)
        await site.start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        fault = self.faults.of(self.connections)
        self.connections += 1
        if fault == "throttle" or self.in_flight >= self.capacity:
            self.refused += 1
            return web.Response(status=429, headers={"Retry-After": self.retry_after})
        if fault in ("unavailable", "server-error"):
            return web.Response(status=503 if fault == "unavailable" else 500)
        now = time.time() + self.skew
        if fault == "forbidden" or not self._admits(request, now):
            return web.Response(status=403, headers={"Date": formatdate(now, usegmt=True)})
        socket = web.WebSocketResponse(compress=True)
        await socket.prepare(request)
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            await self._talk(socket, request, fault)
        finally:
            self.in_flight -= 1
        return socket

    def _admits(self, request: web.Request, now: float) -> bool:
        token = request.query.get("Sec-MS-GEC", "")
        valid = {_token(now + shift) for shift in (-300, 0, 300)}
        return token in valid and bool(request.query.get("TrustedClientToken")) and "ConnectionId" in request.query

    async def _talk(self, socket: web.WebSocketResponse, request: web.Request, fault: str) -> None:
        config, said = await socket.receive(), await socket.receive()
        if config.type is not WSMsgType.TEXT or said.type is not WSMsgType.TEXT:
            return
        asked = _parse(config.data, said.data, fault)
        if asked is None:
            await socket.close(code=1007, message=b"the request is not understood")
            return
        self.asked.append(asked)
        if fault == "stall-first":
            await _hang(socket)
            return
        silent = fault == "mute" or any(text in asked.text for text in self.mute) or not _words(asked.text)
        known = OTHER_TEXT if fault == "other-text" else asked.text.translate(dict.fromkeys(map(ord, self.unknown)))
        answered = dataclasses.replace(asked, text=known)
        audio = b"" if silent else await asyncio.to_thread(self._sound, answered)
        await asyncio.sleep(self.first_byte)
        due = asyncio.get_running_loop().time()
        async for message in _messages(answered, fault, audio):
            if message in ("stall", "close", "abort", "endless", "no-farewell"):
                await _break_off(str(message), socket, request)
                return
            due = await self._send(socket, message, due)
        await socket.close()

    def _sound(self, asked: Asked) -> bytes:
        """The sound of a text; kept in a folder where one is given, so that a benchmark does not measure espeak."""
        if self._sounds is None or asked.fault == "other-format":
            return sound(asked.text, asked.voice, 64 if asked.fault == "other-format" else 48)
        path = self._sounds / hashlib.sha256(f"{asked.voice}\n{asked.text}".encode()).hexdigest()
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(sound(asked.text, asked.voice))
        return path.read_bytes()

    async def _send(self, socket: web.WebSocketResponse, message: str | bytes, due: float) -> float:
        """Send a message: sound at its pace, which the lateness of a timer does not slow down; when the next one is due."""
        if isinstance(message, str):
            await socket.send_str(message)
            return due
        if self.speed:
            due += len(message) / BYTES_PER_SECOND / self.speed
            await asyncio.sleep(max(0.0, due - asyncio.get_running_loop().time()))
        await socket.send_bytes(message)
        return due


def _token(now: float) -> str:
    """The token of that time, as the edge-tts that is installed makes it: since 7.3 in a form of its own, before by SHA-256."""
    if hasattr(drm, "generate_sec_ms_gec_v2"):
        return drm.generate_sec_ms_gec_v2(now)
    ticks = (int(now) + 11_644_473_600) // 300 * 300 * 10_000_000
    return hashlib.sha256(f"{ticks}{constants.TRUSTED_CLIENT_TOKEN}".encode()).hexdigest().upper()


async def _break_off(how: str, socket: web.WebSocketResponse, request: web.Request) -> None:
    if how == "stall":
        await _hang(socket)
    elif how == "close":
        await socket.close()
    elif how == "endless":
        await _hang(socket, lambda: socket.send_bytes(_sound(bytes(MESSAGE))), pause=0.0)
    elif how == "no-farewell":
        await _hang(socket, socket.ping)
    else:
        assert request.transport is not None
        request.transport.abort()


async def _hang(
    socket: web.WebSocketResponse, do: Callable[[], Awaitable[None]] = lambda: asyncio.sleep(0), pause: float = 0.05
) -> None:
    """Say nothing more but this, and do not answer a close either, until the other side is gone."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if socket._req is None or socket._req.transport is None or socket._req.transport.is_closing():
            return
        with suppress(ConnectionError):
            await do()
        await asyncio.sleep(pause)


def _parse(config: str, said: str, fault: str) -> Asked | None:
    """A request; None when the real service would hang up."""
    head, _, body = said.partition("\r\n\r\n")
    if "Path:speech.config" not in config or "Path:ssml" not in head:
        return None
    if "audio-24khz-48kbitrate-mono-mp3" not in config or '"wordBoundaryEnabled":"true"' not in config:
        return None
    try:
        speak = ElementTree.fromstring(body)
    except ElementTree.ParseError:
        return None
    voice, prosody = next(iter(speak)), next(iter(next(iter(speak))))
    inner = body[body.index(">", body.index("<prosody")) + 1 : body.rindex("</prosody>")]
    if len(inner.encode()) > 4096:
        return None
    return Asked(prosody.text or "", voice.get("name", ""), dict(prosody.attrib), fault)


async def _messages(asked: Asked, fault: str, audio: bytes) -> AsyncIterator[str | bytes]:
    """What is sent for a request; a bare fault's name where the sending breaks off."""
    yield _text("turn.start", {"context": {"serviceTag": "loopback"}})
    yield _text("response", {"context": {"serviceTag": "loopback"}, "audio": {"type": "inline", "streamId": "1"}})
    if not audio:
        yield _text("turn.end", {})
        return
    words = timed_words(asked.text, len(audio) / BYTES_PER_SECOND)
    half = len(audio) // 2 // FRAME * FRAME
    cut = half if fault in ("early-end", "half-audio", "close", "abort", "stall") else len(audio)
    announced = [word for word in words if word[1] <= half / BYTES_PER_SECOND]
    if fault == "lost-end":
        cut, words = int(words[-1][1] * BYTES_PER_SECOND) // FRAME * FRAME, words[:-1]
    if fault not in ("early-end", "close", "abort", "stall", "lost-words"):
        announced = [(word, 0.0, 0.0) for word, _, _ in words] if fault == "no-times" else words
    if fault == "lost-any":
        announced = [*words[: len(words) // 2], *words[len(words) // 2 + 1 :]]
    if fault == "overtaken":
        announced = words[::2] + words[1::2]
    for entry in _announcements(announced, fault):
        yield entry
    for part in _sent(audio[:cut], fault):
        yield _sound(part)
        if fault == "garbage":
            yield _text("weather", {})
    if fault in ("close", "abort", "stall", "endless"):
        yield fault
        return
    yield _sound(b"")
    yield _text("turn.end", {})
    if fault == "no-farewell":
        yield fault


def _sent(audio: bytes, fault: str) -> list[bytes]:
    """The sound of each message."""
    parts = [audio[start : start + MESSAGE] for start in range(0, len(audio), MESSAGE)]
    if fault == "repeated":
        return [part for part in parts for _ in range(2)]
    if fault == "swapped":
        return [part for first in range(0, len(parts), 2) for part in reversed(parts[first : first + 2])]
    return parts


def _announcements(words: Sequence[tuple[str, float, float]], fault: str) -> list[str]:
    entries = [
        {
            "Type": "WordBoundary",
            "Data": {
                "Offset": round(start * TICKS),
                "Duration": round((end - start) * TICKS),
                "text": {"Text": _escaped(word), "Length": len(word), "BoundaryType": "WordBoundary"},
            },
        }
        for word, start, end in words
        for _ in range(2 if fault == "told-twice" else 1)
    ]
    size = 3 if fault == "packed" else 1
    groups = [entries[index : index + size] for index in range(0, len(entries), size)]
    if fault == "packed":
        groups.append([{"Type": "SessionEnd", "Data": {"Offset": 0}}])
    return [_text("audio.metadata", {"Metadata": group}) for group in groups]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _text(path: str, body: dict[str, Any]) -> str:
    return f"X-RequestId:0\r\nContent-Type:application/json; charset=utf-8\r\nPath:{path}\r\n\r\n{json.dumps(body)}"


def _sound(data: bytes) -> bytes:
    kind = "Content-Type:audio/mpeg\r\n" if data else ""
    head = f"X-RequestId:0\r\n{kind}X-StreamId:1\r\nPath:audio\r\n".encode()
    return len(head).to_bytes(2, "big") + head + data


def _words(text: str) -> list[str]:
    """Words as the service announces them: up to two Hanzi, or a run of letters and digits; no punctuation."""
    return re.findall(r"[\u2e80-\U0003ffff]{1,2}|[^\W\u2e80-\U0003ffff]+", "".join(map(_said_or_space, text)))


def _said_or_space(char: str) -> str:
    return char if unicodedata.category(char)[0] in "LN" else " "


def timed_words(text: str, seconds: float) -> list[tuple[str, float, float]]:
    """The words of a text with start and end, spread over its sound."""
    words = _words(text)
    begin, pace = 0.1, (seconds - 0.3) / max(1, sum(map(len, words)))
    timed = []
    for word in words:
        timed.append((word, begin, begin + 0.9 * pace * len(word)))
        begin += pace * len(word)
    return timed


@lru_cache(maxsize=4096)
def sound(text: str, voice: str, bitrate: int = 48) -> bytes:
    """MP3 frames of a text: 24 kHz, 48 kbit/s, mono, without any header. Equal texts sound equal."""
    samples = _espeak(text, voice)
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(bitrate)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(7)
    audio = bytes(encoder.encode(samples.astype("<i2").tobytes())) + bytes(encoder.flush())
    return audio[: len(audio) // (3 * bitrate) * 3 * bitrate]


def _espeak(text: str, voice: str) -> "np.ndarray[Any, Any]":
    with _one_at_a_time:  # espeak-ng's state is global to a process
        spoken, _ = synthesize(text, Voice("espeak", "cmn" if "zh-" in voice else "en"), espeakng_loader.get_data_path())
    there = np.arange(0, len(spoken) * RATE // 22050) * (22050 / RATE)
    padded = np.concatenate([np.zeros(RATE // 10), np.interp(there, np.arange(len(spoken)), spoken), np.zeros(RATE // 2)])
    return np.asarray(padded * 16384)


async def _serve(options: argparse.Namespace) -> None:
    rates = {name: float(rate) for name, _, rate in (fault.partition("=") for fault in options.fault)}
    faults = Faults(rates, options.seed)
    pace = {"first_byte": options.first_byte, "speed": options.speed}
    async with EdgeService(faults, **pace, port=options.port, sounds=options.sounds) as service:
        print(f"AUDIO_EDITION_EDGE_URL={service.url}", flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--fault", action="append", default=[], metavar="NAME=RATE", help=", ".join(FAULTS + HARMLESS))
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first-byte", type=float, default=0.0)
    parser.add_argument("--speed", type=float, default=0.0)
    parser.add_argument("--sounds", type=Path, help="Folder in which made sounds are kept.")
    asyncio.run(_serve(parser.parse_args()))

"""One request to Microsoft's read-aloud service. Exceptions of edge-tts and aiohttp end here.

Only `Communicate.stream()` is used: `stream_sync` and `save_sync` hang when the service fails, `save` keeps the half, and a
connector of one's own is closed after the first text. Two of its private methods are extended, because what they know is
lost otherwise: that the turn ended, and every object but the first of a metadata message. Where a version of edge-tts lacks
them the request is refused with the reason, never accepted unchecked.
"""

import asyncio
import json
import os
from collections.abc import Callable
from contextlib import aclosing
from html import unescape
from time import monotonic
from typing import Any

import aiohttp
import edge_tts
from edge_tts import communicate, constants, exceptions
from msgspec import Struct

from audio_edition.engines._complete import Word
from audio_edition.engines._edge_address import SETTING, proxy, server
from audio_edition.engines._http import no_connection, retry_after, told, untrusted
from audio_edition.model.errors import SpeechError, SpeechRefused, SpeechThrottled

TICKS = 10_000_000
"""Units of the service's times in a second."""
EARLIEST, LATEST = -TICKS // 10, 3600 * TICKS
"""Between these a word begins and ends: a little before the sound, at most; `NaN` is JSON to Python."""
MOST_WORDS = 10
"""Per code point of the text: a service announces about one for two, and some announce each twice."""
FIRST = 12.0
NEXT = 8.0
"""Seconds that are waited for the first message, connecting included, and for each one after it."""
FAREWELL = 0.5
"""Seconds that a service is given to close the connection when it has ended its turn, or no longer answers."""

UPGRADE = "upgrade edge-tts (pip install -U edge-tts)"

_edge: Any = communicate
"""Its module, of which the address and the certificates are set."""
_trusted: set[str] = set()
_from_environment: set[str] = set()
"""What was set here before: files of certificates, addresses."""


class Take(Struct, frozen=True):
    """What the service sent for one text: MP3 frames, and the words in them."""

    audio: bytes
    words: tuple[Word, ...]


class Patience(Struct, frozen=True):
    """Limits in seconds."""

    first: float = FIRST
    next: float = NEXT
    whole: float = 60.0
    """For a request, on top of 0.2 s per character."""


def patience() -> Patience:
    """The limits that AUDIO_EDITION_EDGE_PATIENCE asks for. Raises SpeechRefused when it is no number of seconds."""
    asked = os.environ.get("AUDIO_EDITION_EDGE_PATIENCE", "")
    try:
        seconds = float(asked or NEXT)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 3600:
        raise SpeechRefused(f"AUDIO_EDITION_EDGE_PATIENCE={asked}: give a number of seconds")
    return Patience(first=1.5 * seconds, next=seconds)


class Forbidden(Exception):
    """The service does not let us in (403), not even after the clock was set by its own."""


async def say(text: str, voice: str, prosody: dict[str, str], patience: Patience, most: int) -> Take:
    """What the service sends for a text until it ends its turn; no audio when it ends it without any.

    It is not listened to beyond `most` bytes of audio: more cannot be the text.

    Raises SpeechError, SpeechThrottled, SpeechRefused, Forbidden.
    """
    _edge.WSS_URL = _url()
    through = proxy(_edge.WSS_URL)
    _trust()
    try:
        talk = _Talk(text, voice, most, boundary="WordBoundary", proxy=through, **prosody)
        await _listen(talk, patience, len(text))
    except TimeoutError as error:
        raise SpeechError("the service fell silent in the middle") from error
    except aiohttp.ClientResponseError as error:
        raise _refusal(error) from error
    except exceptions.SkewAdjustmentError as error:
        raise Forbidden(f"403, and its answer does not tell the time: {told(error)}") from error
    except aiohttp.ClientConnectorCertificateError as error:
        raise SpeechRefused(untrusted(error)) from error
    except aiohttp.ClientConnectorError as error:
        hint = f"does it run, and is {SETTING} right?" if server() else "check the network and the proxy"
        raise SpeechError(f"{no_connection(error)}; {hint}") from error
    except Exception as error:
        raise SpeechError(f"the connection failed: {type(error).__name__}: {told(error)}") from error
    if talk.endless:
        raise SpeechError(f"the service does not end: {len(talk.audio)} bytes and {len(talk.words)} words for “{text[:20]}”")
    return _take(talk)


class _Talk(edge_tts.Communicate):
    """A Communicate that remembers what edge-tts forgets."""

    def __init__(self, text: str, voice: str, most: int, **options: Any) -> None:
        super().__init__(text, voice, **options)
        self.audio = bytearray()
        self.words: list[Word] = []
        self.most = most
        self.stop: Callable[[float], None] = lambda seconds: None
        """Called with how many seconds more it is listened to, when the turn ends or has too many words. edge-tts 7.2 does not
        tell that it ends: a service that does not hang up then costs the next limit."""
        self._ended = False
        self._most_words = MOST_WORDS * len(text)

    @property
    def ended(self) -> bool:
        """Whether the service ended its turn; 7.2.7 shows it by the offset that it adds for the next one."""
        return self._ended or self.state["offset_compensation"] > 0

    @property
    def endless(self) -> bool:
        """Whether more has come than the text can be."""
        return len(self.audio) > self.most or len(self.words) > self._most_words

    def _Communicate__parse_metadata(self, data: bytes) -> dict[str, Any]:
        for entry in json.loads(data)["Metadata"]:
            if entry["Type"] == "WordBoundary":
                said, start = entry["Data"], entry["Data"]["Offset"]
                if not EARLIEST <= start <= start + said["Duration"] < LATEST:
                    raise ValueError(f"a word at {start} for {said['Duration']}")
                text = unescape(said["text"]["Text"])
                self.words.append(Word(start / TICKS, (start + said["Duration"]) / TICKS, text))
        if self.endless:
            self.stop(0)
        return {"type": "WordBoundary", "offset": 0, "duration": 0, "text": ""}

    def _Communicate__compensate_offset(self) -> None:
        self._ended = True
        self.stop(FAREWELL)


def _take(talk: _Talk) -> Take:
    if not talk.ended:
        raise SpeechError(f"the service hung up before the end, after {len(talk.audio)} bytes")
    return Take(bytes(talk.audio), tuple(talk.words))


async def _listen(talk: _Talk, patience: Patience, length: int) -> None:
    """Listen until the turn ends, or it is clear that it will not; whether the service then hangs up is all one.

    Raises TimeoutError, and whatever edge-tts raises but NoAudioReceived.
    """
    now = asyncio.get_running_loop().time
    end = now() + patience.whole + 0.2 * length
    heard = monotonic()
    try:
        async with asyncio.timeout(None) as farewell, asyncio.timeout(None) as silence:
            talk.stop = lambda seconds: _until(now() + seconds, silence, farewell)
            talk.stop(min(end - now(), patience.first))
            async with aclosing(talk.stream()) as messages:
                async for message in messages:
                    if message["type"] == "audio":
                        talk.audio += message["data"]
                    if len(talk.audio) > talk.most:
                        talk.stop(0)
                    elif monotonic() - heard > patience.next / 8:  # to set the clocks at every message would be half the work
                        heard = monotonic()
                        talk.stop(min(end - now(), patience.next))
    except TimeoutError:
        if not talk.ended and not talk.endless:
            raise
    except exceptions.NoAudioReceived:
        pass


def _until(deadline: float, silence: asyncio.Timeout, farewell: asyncio.Timeout) -> None:
    """Set both limits: aiohttp waits ten seconds for a close frame unless it is interrupted twice."""
    silence.reschedule(deadline)
    farewell.reschedule(deadline + FAREWELL)


def _refusal(error: aiohttp.ClientResponseError) -> Exception:
    if error.status in (429, 503):
        return SpeechThrottled(f"the service asks for patience ({error.status})", retry_after(error.headers))
    if error.status == 403:
        return Forbidden(f"403 {told(error.message)}")
    if error.status >= 500 or error.status == 408:
        return SpeechError(f"the service failed: {error.status} {told(error.message)}")
    login = 200 <= error.status < 400  # a page where a conversation was asked for
    hint = "check the proxy, and " + ("whether this network asks for a login in the browser" if login else UPGRADE)
    return SpeechError(f"the service refused: {error.status} {told(error.message)}; {hint}")


def _url() -> str:
    """Where to connect: what the environment says, else what another has set in edge-tts, else the service."""
    chosen = server()
    if chosen:
        chosen = chosen if "?" in chosen else f"{chosen}?TrustedClientToken={constants.TRUSTED_CLIENT_TOKEN}"
        _from_environment.add(chosen)
        return chosen
    official = f"wss://{constants.BASE_URL}/"
    named: list[str] = [url for url in (_edge.WSS_URL, constants.WSS_URL) if url not in _from_environment]
    return next((url for url in named if not url.startswith(official)), constants.WSS_URL)


def _trust() -> None:
    extra, context = os.environ.get("SSL_CERT_FILE"), getattr(_edge, "_SSL_CTX", None)
    if not extra or context is None or extra in _trusted:  # edge-tts 7.2 makes a context for each request: it cannot be told
        return
    try:
        context.load_verify_locations(extra)
    except OSError as error:
        raise SpeechRefused(f"SSL_CERT_FILE={extra} cannot be used: {error.strerror or error}") from error
    _trusted.add(extra)

"""How loud a voice is made: measured once, on a passage that it has read, and the same for all that it says.

So one changed sentence changes one clip, and no sentence is louder than the next. The passage's clip is in the store like any
other. Frames are made louder without decoding, in steps of 1.505 dB, as far as the voice's peaks allow; samples before they
are encoded, through a limiter.
"""

import asyncio
import re
from collections.abc import Iterable, Mapping

from msgspec import structs

from audio_edition.audio import loudness, mp3
from audio_edition.engines import Engine
from audio_edition.model.errors import SpeechGivenUp, SpeechRefused
from audio_edition.model.hanzi import HANZI
from audio_edition.model.speech import Clip, Request, Voice
from audio_edition.synthesis.passage import passage
from audio_edition.synthesis.retry import Line
from audio_edition.synthesis.store import Store

Measured = tuple[str, str, int, int, str]
"""A voice, as what and in which language it is measured."""
_HANZI = re.compile(HANZI)


class Levels:
    """The voices of one run, each measured once in each language that it reads."""

    def __init__(self, store: Store, *, force: bool = False) -> None:
        self._store = store
        self._force = force
        self._measured: dict[Measured, asyncio.Task[Clip]] = {}

    @property
    def tasks(self) -> "list[asyncio.Task[Clip]]":
        """Those that measure; whoever stops the run stops them."""
        return list(self._measured.values())

    async def speak(self, line: Line, request: Request) -> Clip:
        """The clip of a request, as loud as the edition. Raises what `line.speak` does.

        A voice that cannot read its passage is measured on the first sentence that it is asked for.
        """
        if not is_measured(line.engine):
            return await line.speak(request)
        measuring = self._measuring(line, request)
        await asyncio.sleep(0)  # the passage goes first: all clips of the voice wait for it
        if line.engine.capabilities.level == "samples":
            read = await asyncio.shield(measuring)
            return await line.speak(request, loudness.TARGET - read.loudness)
        clip = await line.speak(request)
        return louder(clip, steps(await asyncio.shield(measuring)))

    def _measuring(self, line: Line, request: Request) -> "asyncio.Task[Clip]":
        voice = measured_as(line.engine, request)
        if voice not in self._measured:
            self._measured[voice] = asyncio.create_task(self._measure(line, reading(line.engine, request), request))
        return self._measured[voice]

    async def _measure(self, line: Line, read: Request, instead: Request) -> Clip:
        clip = None if self._force else self._store.get(read)
        if clip is None:
            try:
                clip = await line.speak(read)
            except SpeechGivenUp:  # the service is down, not the passage wrong
                raise
            except SpeechRefused:
                return await line.speak(instead)
            self._store.put(read, clip)
        return clip


def language(engine: Engine, request: Request) -> str:
    """The language of a voice (`zh`, `en`, …); of one that has several, or is not known, that of the request."""
    known = {info.lang.partition("-")[0] for info in engine.voices() if info.name == request.voice.name}
    return known.pop() if len(known) == 1 else ("zh" if _HANZI.search(request.payload) else "en")


def is_measured(engine: Engine) -> bool:
    """Whether the voices of an engine read a passage before all else."""
    return engine.capabilities.level != "edition"


def measured_as(engine: Engine, request: Request) -> Measured:
    """The voice of a request, as it is measured."""
    return request.engine, request.voice.name, request.bitrate, request.sample_rate, language(engine, request)


def reading(engine: Engine, request: Request) -> Request:
    """What the voice of a request reads to be measured, at its own pace, pitch and volume."""
    voice = Voice(request.voice.engine, request.voice.name)
    return engine.request(passage(voice, language(engine, request)), request.bitrate, request.sample_rate).request


def passages(requests: Iterable[Request], engines: Mapping[str, Engine]) -> tuple[Request, ...]:
    """What the voices of these requests read to be measured, each once."""
    measured = ((request, engines[request.engine]) for request in requests if is_measured(engines[request.engine]))
    voices = {measured_as(engine, request): request for request, engine in measured}
    return tuple(reading(engines[request.engine], request) for request in voices.values())


def steps(clip: Clip) -> int:
    """By how many steps of 1.505 dB a voice that has read its passage like this is made louder (or softer)."""
    return min(loudness.steps(clip.loudness), max(0, _room(clip)))


def louder(clip: Clip, by: int) -> Clip:
    """A clip louder by so many steps, or by as many as its own peak allows."""
    by = min(by, max(0, _room(clip)))
    if not by or not clip.frames:
        return clip
    gain = by * loudness.STEP
    audio = mp3.amplify(clip.audio, by)
    return structs.replace(clip, audio=audio, loudness=round(clip.loudness + gain, 2), peak=round(clip.peak + gain, 2))


def _room(clip: Clip) -> int:
    return int((loudness.CEILING - clip.peak) // loudness.STEP)

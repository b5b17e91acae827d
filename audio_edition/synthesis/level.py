"""How loud a voice is made: measured once, on a passage that it has read, and the same for all that it says.

So one changed sentence changes one clip, and no sentence is louder than the next. The passage's clip is in the store like any
other. Frames are made louder without decoding, in steps of 1.505 dB, as far as the voice's peaks allow; samples before they
are encoded, through a limiter.
"""

import asyncio

from msgspec import structs

from audio_edition.audio import loudness, mp3
from audio_edition.engines import Engine
from audio_edition.model.speech import Clip, Prompt, Request, Voice
from audio_edition.synthesis import passages
from audio_edition.synthesis.retry import Line
from audio_edition.synthesis.store import Store


class Levels:
    """The voices of one run, each measured once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._measured: dict[tuple[str, str, int, int], asyncio.Task[Clip]] = {}

    @property
    def tasks(self) -> "list[asyncio.Task[Clip]]":
        """Those that measure; whoever stops the run stops them."""
        return list(self._measured.values())

    async def speak(self, line: Line, request: Request) -> Clip:
        """The clip of a request, as loud as the edition. Raises what `line.speak` does."""
        level = line.engine.capabilities.level
        if level == "edition":
            return await line.speak(request)
        voice = (request.engine, request.voice.name, request.bitrate, request.sample_rate)
        if voice not in self._measured:
            self._measured[voice] = asyncio.create_task(self._measure(line, request))
        await asyncio.sleep(0)  # the passage goes first: all clips of the voice wait for it
        if level == "samples":
            read = await asyncio.shield(self._measured[voice])
            return await line.speak(request, loudness.TARGET - read.loudness)
        clip = await line.speak(request)
        return louder(clip, steps(await asyncio.shield(self._measured[voice])))

    async def _measure(self, line: Line, request: Request) -> Clip:
        read = passage(line.engine, request).request
        clip = self._store.get(read)
        if clip is None:
            clip = await line.speak(read)
            self._store.put(read, clip)
        return clip


def passage(engine: Engine, request: Request) -> Prompt:
    """What the voice of a request reads to be measured, at its own pace, pitch and volume."""
    voice = Voice(request.voice.engine, request.voice.name)
    lang = next((info.lang for info in engine.voices() if info.name == voice.name), "")
    return engine.request(passages.passage(voice, lang), request.bitrate, request.sample_rate)


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

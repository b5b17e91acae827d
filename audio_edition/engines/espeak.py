"""The embedded voice: espeak-ng (from the wheel espeakng-loader), fed our pinyin; no network, no system package.

Speaks in worker processes, one fresh state of the library per request: its state is global to a process, and only the first
synthesis of a fresh one is the same on every run. Payloads are SSML: pinyin with tone numbers, the syllables of a word joined,
full-width marks (the ASCII ones make no pause between Hanzi), and `<voice name="en">` around what is not Chinese.
"""

import asyncio
import os
import sys
from collections.abc import Iterator
from html import escape
from importlib.util import find_spec

import msgspec
from msgspec import structs

from audio_edition.engines import VoiceInfo
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.speech import Capabilities, Clip, Prompt, Request, Utterance

PATIENCE = 60.0
"""Seconds after which a worker that does not answer is given up; it speaks about a thousand times faster than real time."""

_MARKS = {
    **dict.fromkeys("。．.｡", "。"),
    **dict.fromkeys("，,、（）()—–…⋯·・/|~～〜\t", "，"),
    **dict.fromkeys("；;", "；"),
    **dict.fromkeys("：:", "："),
    **dict.fromkeys("？?", "？"),
    **dict.fromkeys("！!", "！"),
    **dict.fromkeys("“”‘’「」『』《》〈〉【】〔〕[]\"'　 \n\r\u200b\ufeff", ""),
}
_RESPELT = {
    "jiong": "jong",
    "qiong": "qong",
    "xiong": "xong",
    "m": "mu",
    "n": "en",
    "hm": "hen",
    "hng": "heng",
    "ê": "ei",
    "wong": "weng",
}
"""Syllables that espeak-ng 1.52 reads as English, as ones that it knows and that sound the same or nearest."""
_DIGITS = dict(zip("0123456789", ["ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3"], strict=True))


def engine() -> "Espeak":
    """The engine, with its processes not yet started."""
    return Espeak()


class Espeak:
    """The embedded voice as an engine."""

    name = "espeak"
    version = "1.52.0-1"
    capabilities = Capabilities(max_bytes=6000, boundaries="word", alphabet="pinyin", at_once=os.cpu_count() or 1)

    def __init__(self, workers: int = 0) -> None:
        self._room = asyncio.Semaphore(workers or self.capabilities.at_once)
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Mandarin and English, and the variants of each: `+m1`…`+m8`, `+f1`…`+f5` after the name."""
        return (
            VoiceInfo("cmn-latn-pinyin", "zh-CN", "male"),
            VoiceInfo("cmn-latn-pinyin+f2", "zh-CN", "female"),
            VoiceInfo("en", "en-GB", "male"),
            VoiceInfo("en+f2", "en-GB", "female"),
        )

    def ready(self) -> str:
        """Empty when the wheels are installed."""
        missing = [name for name in ("espeakng_loader", "lameenc", "soundfile") if find_spec(name) is None]
        return f"install {', '.join(missing)}: pip install audio-edition" if missing else ""

    def request(self, utterance: Utterance, bitrate: int = 48, sample_rate: int = 24000) -> Prompt:
        """The pinyin of an utterance as SSML, with its way back to the spoken text."""
        english = utterance.lang.lower().startswith("en")
        voice = utterance.voice
        if english:
            voice = structs.replace(voice, name="en" + "".join(voice.name.partition("+")[1:]))
        payload, spans = _payload(_english(utterance.spoken.spoken, 0) if english else _parts(utterance))
        return Prompt(Request(self.name, self.version, voice, payload, bitrate, sample_rate), spans)

    async def speak(self, request: Request) -> Clip:
        """The clip of a request, made by the next worker that is free."""
        async with self._room:
            worker = self._idle.pop() if self._idle else await _Worker.start()
            self._busy.add(worker)
            try:
                clip = await asyncio.wait_for(worker.ask(request), PATIENCE)
            except SpeechRefused:
                self._idle.append(worker)
                raise
            except BaseException as error:
                await worker.kill()
                if isinstance(error, (OSError, EOFError, TimeoutError)):
                    raise SpeechError(f"espeak-ng gave up on: {request.payload[:60]}") from error
                raise
            finally:
                self._busy.discard(worker)
            self._idle.append(worker)
            return clip

    async def aclose(self) -> None:
        """Stop all workers."""
        workers, self._idle = [*self._idle, *self._busy], []
        await asyncio.gather(*(worker.kill() for worker in workers))


class _Worker:
    """A process that runs `_espeak_worker`; requests and answers are MessagePack after a length of four bytes."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls) -> "_Worker":
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "audio_edition.engines._espeak_worker",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OPENBLAS_NUM_THREADS": "1"},
        )
        return cls(process)

    async def ask(self, request: Request) -> Clip:
        """Raises SpeechRefused, with the worker's reason; EOFError or OSError when it died."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        message = msgspec.msgpack.encode(request)
        self._process.stdin.write(len(message).to_bytes(4, "big") + message)
        await self._process.stdin.drain()
        size = int.from_bytes(await self._process.stdout.readexactly(4), "big")
        answer = msgspec.msgpack.decode(await self._process.stdout.readexactly(size), type=Clip | str)
        if isinstance(answer, str):
            raise SpeechRefused(answer)
        return answer

    async def kill(self) -> None:
        """Close its input, which ends it and lets it clean up; kill it if it does not end."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), 0.5)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()


def _payload(parts: Iterator[tuple[str, str, str, int, int]]) -> tuple[str, tuple[tuple[int, int, int, int], ...]]:
    """Joins (before, text, after, spoken start, spoken end); only the text is what is spoken there."""
    payload, spans = "", []
    for before, text, after, start, end in parts:
        payload += before
        spans.append((len(payload), len(payload) + len(text), start, end))
        payload += text + after
    return payload.strip(), tuple(spans)


def _parts(utterance: Utterance) -> Iterator[tuple[str, str, str, int, int]]:
    text = utterance.pronunciation.text
    readings = {reading.index: reading.surface for reading in utterance.pronunciation.readings}
    ends = {at: end for start, end in utterance.pronunciation.words for at in range(start, end)}
    at = 0
    while at < len(text):
        start = at
        if at in readings:
            end, at = ends.get(at, at + 1), at + 1
            while at in readings and (at < end or not readings[at]):
                at += 1
            yield "", "".join(_syllable(readings[index]) for index in range(start, at)), " ", start, at
        elif text[at] in _MARKS:
            at += 1
            if _MARKS[text[start]]:
                yield "", _MARKS[text[start]], "", start, at
        elif text[at] in _DIGITS:
            at += 1
            yield "", _DIGITS[text[start]], " ", start, at
        else:
            while at < len(text) and at not in readings and (text[at] in " .-'&" or text[at] not in _MARKS):
                at += 1
            yield from _foreign(text[start:at], start)


def _foreign(text: str, start: int) -> Iterator[tuple[str, str, str, int, int]]:
    for before, word, after, first, last in _english(text, start):
        yield f'{before}<voice name="en">', word, f"</voice>{after}", first, last


def _english(text: str, start: int) -> Iterator[tuple[str, str, str, int, int]]:
    at = 0
    for word in text.split():
        at = text.index(word, at)
        yield "", escape(word, quote=False), " ", start + at, start + at + len(word)
        at += len(word)


def _syllable(surface: str) -> str:
    """A syllable as espeak-ng wants it.

    >>> _syllable("huar1"), _syllable("xiong2"), _syllable("er2"), _syllable("")
    ('hua1er5', 'xong2', 'er2', '')
    """
    base, tone = surface.rstrip("12345"), surface[len(surface.rstrip("12345")) :]
    if base.endswith("r") and base != "er":
        return f"{_RESPELT.get(base[:-1], base[:-1])}{tone}er5"
    return _RESPELT.get(base, base) + tone

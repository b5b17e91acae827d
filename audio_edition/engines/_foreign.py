"""Keeps the contract of `Engine` for an engine of another package: what it raises becomes ours, what it gives is checked.

So a broken one is one line that names its package, the cast's fallback speaks instead, and no clip is kept that is none.
"""

import asyncio
import math
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from itertools import pairwise
from types import ModuleType
from typing import Any, TypeVar, cast

import msgspec
from msgspec import structs

from audio_edition.audio import mp3
from audio_edition.engines import Engine, LouderEngine, PartingEngine, VoiceInfo, has_voice
from audio_edition.model.errors import AudioEditionError, ConfigError, SpeechError, SpeechRefused
from audio_edition.model.speech import Capabilities, Clip, Prompt, Request, Utterance

CLOSING = 5.0
"""Seconds that one may take to give back what it holds: the edition is made."""

LONGEST = 600.0
"""Seconds after which one that has not spoken a request never will: a slow computer's neural voice takes about a minute."""

_T = TypeVar("_T")


class Foreign:
    """An engine of another package, by the name of its entry point."""

    def __init__(self, name: str, package: str, module: ModuleType) -> None:
        """Open the engine of a module. Raises ConfigError."""
        self.name = name
        self._who = f"the engine {name} (package {package})"
        with self._trouble(ConfigError, "engine"):
            self._engine: Engine = module.engine()
            self.version = _checked(self._engine.version, str)
            self.capabilities = _checked(self._engine.capabilities, Capabilities)
            for method in _methods(self.capabilities):
                if not callable(getattr(self._engine, method, None)):
                    raise TypeError(f"it has no {method}()")

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices it offers. Raises ConfigError."""
        with self._trouble(ConfigError, "voices"):
            return _checked(self._engine.voices(), tuple[VoiceInfo, ...])

    def has_voice(self, name: str) -> bool:
        """Whether it has a voice, or does not say. Raises ConfigError."""
        with self._trouble(ConfigError, "has_voice"):
            return _checked(has_voice(self._engine, name), bool)

    def ready(self) -> str:
        """Empty when it can speak here; what it fails with is what there is to do about."""
        try:
            with self._trouble(ConfigError, "ready"):
                return _line(_checked(self._engine.ready(), str))
        except ConfigError as error:
            return str(error)

    def request(self, utterance: Utterance, bitrate: int, sample_rate: int) -> Prompt:
        """What to send for an utterance. Raises ConfigError."""
        with self._trouble(ConfigError, "request"):
            prompt = _checked(self._engine.request(utterance, bitrate, sample_rate), Prompt)
            _check_spans(prompt, len(utterance.spoken.spoken))
            return structs.replace(prompt, request=structs.replace(prompt.request, engine=self.name))

    def parts(self, request: Request) -> tuple[Request, Request] | None:
        """Requests of both halves; None where it has none, or cannot ask for parts. Raises ConfigError."""
        if not isinstance(self._engine, PartingEngine):
            return None
        with self._trouble(ConfigError, "parts"):
            parts = self._engine.parts(request)
            return parts and _checked(parts, tuple[Request, Request])

    async def speak(self, request: Request) -> Clip:
        """The complete clip of a request. Raises SpeechError, SpeechRefused, SpeechThrottled."""
        return await self._clip("speak", self._engine.speak, request)

    async def speak_louder(self, request: Request, gain: float) -> Clip:
        """As `speak`, louder by `gain` dB. Raises SpeechError, SpeechRefused, SpeechThrottled."""
        return await self._clip("speak_louder", cast(LouderEngine, self._engine).speak_louder, request, gain)

    async def aclose(self) -> None:
        """Give back what it holds; one that fails at it has spoken all the same."""
        with suppress(ConfigError), self._trouble(ConfigError, "aclose"):
            async with asyncio.timeout(CLOSING):
                await self._engine.aclose()

    async def _clip(self, what: str, ask: Callable[..., Awaitable[Clip]], request: Request, *louder: float) -> Clip:
        with self._trouble(SpeechRefused, what):
            async with _within(LONGEST):
                clip = _checked(await ask(request, *louder), Clip)
            _check_audio(clip, request)
            _check_places(clip, len(request.payload))
            return clip

    @contextmanager
    def _trouble(self, kind: type[AudioEditionError], what: str) -> Iterator[None]:
        """Let out errors of that kind only: those that this method may raise by contract, each one line."""
        try:
            yield
        except SpeechError as error:
            error.args = (_line(str(error)), *error.args[1:])
            if not issubclass(kind, SpeechError):
                raise kind(f"{self._who} failed in {what}: {error}") from error
            raise
        except OSError as error:
            again = SpeechError if kind is SpeechRefused else kind  # a connection, a device: it may be there the next time
            raise again(f"{self._who} failed in {what}: {_reason(error)}") from error
        except BaseException as error:
            if _is_asked_for(error):
                raise
            raise kind(f"{self._who} failed in {what}: {_reason(error)}") from error


@asynccontextmanager
async def _within(seconds: float) -> AsyncIterator[None]:
    """Raises SpeechRefused when it takes longer; a TimeoutError of what is done inside stays one."""
    try:
        async with asyncio.timeout(seconds) as limit:
            yield
    except TimeoutError as error:
        if not limit.expired():
            raise
        raise SpeechRefused(f"no answer in {seconds:g} s") from error


def _is_asked_for(error: BaseException) -> bool:
    """Whether somebody else wants the end of it: the user (Ctrl+C), or whoever has cancelled the task that runs it."""
    if not isinstance(error, asyncio.CancelledError):
        return isinstance(error, KeyboardInterrupt)
    try:
        task = asyncio.current_task()
    except RuntimeError:  # outside a loop nothing is cancelled
        return False
    return task is not None and task.cancelling() > 0


def _methods(able: Capabilities) -> tuple[str, ...]:
    louder = ("speak_louder",) if able.level == "samples" else ()
    return ("voices", "ready", "request", "speak", "aclose", *louder)


def _checked(given: Any, wanted: type[_T]) -> _T:
    """A value if it is, through and through, of that type: values do not look at what they are made of.

    >>> _checked("1", str)
    '1'
    >>> _checked(1, str)
    Traceback (most recent call last):
    TypeError: it gave int, not str
    """
    shape = getattr(wanted, "__origin__", wanted)
    if not isinstance(given, shape):
        raise TypeError(f"it gave {type(given).__name__}, not {shape.__name__}")
    plain = msgspec.to_builtins(given, builtin_types=(bytes,))
    msgspec.json.encode(plain)  # no half of a character, which no file can hold
    return msgspec.convert(plain, wanted)


def _check_spans(prompt: Prompt, spoken: int) -> None:
    """Raises ValueError for spans that do not lie, in order, within the payload and the spoken text."""
    spans = [(0, 0, 0, 0), *prompt.spans]
    ordered = all(a[1] <= b[0] < b[1] and a[2] <= b[2] < b[3] for a, b in pairwise(spans))
    if not ordered or any(span[1] > len(prompt.request.payload) or span[3] > spoken for span in spans):
        raise ValueError("its spans do not lie in order within the payload and the spoken text")


def _check_audio(clip: Clip, request: Request) -> None:
    """Raises ValueError for audio that is not whole frames as asked for, as many as the clip says."""
    try:
        frames = mp3.scan(clip.audio)
    except SpeechError as error:
        raise ValueError(f"its audio is none: {error}") from error
    asked = (request.bitrate, request.sample_rate, 1)
    if mp3.formats(frames) != {asked}:
        raise ValueError(f"its frames are not mono of {request.bitrate} kbit/s and {request.sample_rate} Hz")
    if sum(frame.size for frame in frames) != len(clip.audio):
        raise ValueError("its audio has a header or a tag")
    if len(frames) != clip.frames or len(frames) * frames[0].samples != clip.samples:
        raise ValueError(f"it says {clip.frames} frames and {clip.samples} samples; its audio has {len(frames)} frames")


def _check_places(clip: Clip, payload: int) -> None:
    """Raises ValueError for times and measures that the clip, or the payload, cannot have."""
    if not 0 <= clip.speech_start < clip.speech_end <= clip.samples or not math.isfinite(clip.loudness + clip.peak):
        raise ValueError("its speech does not lie within the clip, or has no loudness")
    before = 0
    for one in clip.boundaries:
        if not before <= one.start <= one.end <= clip.samples or not 0 <= one.payload_start <= one.payload_end <= payload:
            raise ValueError("its boundaries do not lie in order within the clip and the payload")
        before = one.start


def _reason(error: BaseException) -> str:
    kind = "" if isinstance(error, AudioEditionError) else type(error).__name__
    return _line(": ".join(filter(None, (kind, str(error)))))


def _line(text: str) -> str:
    return " ".join(text.split())

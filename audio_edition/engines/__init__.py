"""One file per voice engine. Adding one is adding a file here, or an entry point in the group `audio_edition.engines`.

A member is a module with `engine() -> Engine`. `request` is pure; `speak` is the only part that needs the world.
A request whose payload is empty has nothing to say: it is never spoken, and its clip has no frames.
"""

from typing import Protocol, runtime_checkable

from msgspec import Struct

from audio_edition import plugins
from audio_edition.model.errors import ConfigError
from audio_edition.model.speech import Capabilities, Clip, Prompt, Request, Utterance


class VoiceInfo(Struct, frozen=True):
    """A voice that an engine offers."""

    name: str
    lang: str
    gender: str = ""
    note: str = ""


class Engine(Protocol):
    """A voice engine."""

    name: str
    version: str
    """Part of every request: another version sounds different."""
    capabilities: Capabilities

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices it offers, known without a network."""

    def ready(self) -> str:
        """Empty when it can speak here; else what to do about it, in one line."""

    def request(self, utterance: Utterance, bitrate: int, sample_rate: int) -> Prompt:
        """What to send for an utterance: markup, escaping, limits. Pure."""

    async def speak(self, request: Request) -> Clip:
        """The complete clip of a request.

        Raises SpeechError (trying again may help), SpeechRefused (it will not) or SpeechThrottled (later).
        """

    async def aclose(self) -> None:
        """Give back processes and connections."""


class LouderEngine(Engine, Protocol):
    """An engine whose `capabilities.level` is `samples`."""

    async def speak_louder(self, request: Request, gain: float) -> Clip:
        """As `speak`, louder by `gain` dB, and limited, before the one encoding."""


@runtime_checkable
class PartingEngine(Engine, Protocol):
    """An engine that can ask for a text in two parts, for a service that leaves out the end of what is long."""

    def parts(self, request: Request) -> tuple[Request, Request] | None:
        """Requests of both halves of a request's payload; None when it has no two that say something. Pure."""


@runtime_checkable
class KnowingEngine(Engine, Protocol):
    """An engine that knows all its voices without a network; one without this method takes any name, as a server may have it."""

    def has_voice(self, name: str) -> bool:
        """Whether a name is a voice's: one of `voices()`, or made of one (another speaker, a variant)."""


def has_voice(engine: Engine, name: str) -> bool:
    """Whether an engine has a voice, as far as it can be known before it speaks."""
    return engine.has_voice(name) if isinstance(engine, KnowingEngine) else True


def load(name: str) -> Engine:
    """The engine of that name, fresh; another package's in a guard that keeps this contract for it.

    Raises ConfigError when there is none, or it cannot be used.

    >>> load("gramophone")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    audio_edition.model.errors.ConfigError: no engine is named 'gramophone'; there are ...
    """
    try:
        module = plugins.member(__name__, name)
    except LookupError as error:
        raise ConfigError(str(error)) from error
    package = plugins.package(__name__, name)
    if not package:
        own: Engine = module.engine()
        return own
    from audio_edition.engines._foreign import Foreign

    return Foreign(name, package, module)

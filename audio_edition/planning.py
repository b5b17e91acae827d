"""What is going to be said: each utterance with what its engine is sent, and nothing that only this was made of.

A long issue has many readings, so each script is let go when its prompts are made.
"""

from collections.abc import Iterable, Iterator
from typing import get_args

from msgspec import Struct, structs

from audio_edition import engines, orders, pronunciation
from audio_edition.engines import Engine
from audio_edition.model.edition import DoubtfulReading, Verbalization
from audio_edition.model.finding import Finding
from audio_edition.model.passage import Role
from audio_edition.model.script import Script
from audio_edition.model.speech import Prompt, Pronunciation, Prosody, Utterance, Voice
from audio_edition.orders import Order, Work
from audio_edition.settings import Cast
from audio_edition.utterances import utter
from audio_edition.utterances.readings import doubts, pinyin, verbalizations


class Line(Struct, frozen=True):
    """An utterance on its way."""

    utterance: Utterance
    """Without its pronunciation."""
    prompt: Prompt
    instead: Prompt | None
    """What the cast's fallback engine is sent where the prompt cannot be spoken."""
    pinyin: str
    doubts: tuple[DoubtfulReading, ...]
    verbalizations: tuple[Verbalization, ...]


class Part(Struct, frozen=True):
    """A track on its way."""

    script: Script
    """Its utterances are those of the lines."""
    lines: tuple[Line, ...]


class Voices:
    """The engines of a cast, each loaded when the first utterance asks for it."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self.engines: dict[str, Engine] = {}

    def prompt(self, said: Utterance) -> Prompt:
        """What an utterance's engine is sent. Raises ConfigError for an engine that cannot be had."""
        return self._engine(said.voice.engine).request(said, self._cast.bitrate, self._cast.sample_rate)

    def instead(self, said: Utterance) -> Prompt | None:
        """What the cast's fallback engine is sent for an utterance that its own engine cannot speak; None without one."""
        name = self._cast.fallback
        if not name:
            return None
        return self.prompt(structs.replace(said, voice=Voice(name, orders.first_voice(self._engine(name), self._cast))))

    async def aclose(self) -> None:
        """Close the engines."""
        for engine in self.engines.values():
            await engine.aclose()

    def _engine(self, name: str) -> Engine:
        if name not in self.engines:
            self.engines[name] = engines.load(name)
        return self.engines[name]


def parts(work: Work, order: Order, voices: Voices) -> Iterator[Part]:
    """The tracks that an order asks for. Raises IssueError for an article that there is not, ConfigError."""
    for script in orders.chosen(utter(work.issue, work.reading), order.only):
        lines = tuple(_line(said, voices) for said in script.utterances)
        yield Part(structs.replace(script, utterances=tuple(line.utterance for line in lines)), lines)
    pronunciation.forget()


def unheard(parts: Iterable[Part], voices: Voices) -> Iterator[Finding]:
    """What the cast asks of voices that their engines cannot do: once for each, with the roles that ask for it."""
    roles: dict[tuple[str, Prosody], dict[Role, None]] = {}
    for said in (line.utterance for part in parts for line in part.lines):
        for key in _beyond(said.voice, voices.engines[said.voice.engine]):
            roles.setdefault((said.voice.engine, key), {})[said.role] = None
    for (engine, key), asking in roles.items():
        message = f"{engine} cannot change the {key} of a voice: the cast's `{key}` is not heard ({', '.join(asking)})"
        yield Finding("V103", message, suggestion="other voices, or another engine for these roles")


def _beyond(voice: Voice, engine: Engine) -> Iterator[Prosody]:
    return (key for key in get_args(Prosody) if getattr(voice, key) and key not in engine.capabilities.prosody)


def _line(said: Utterance, voices: Voices) -> Line:
    return Line(
        utterance=structs.replace(said, pronunciation=Pronunciation("", ())),
        prompt=voices.prompt(said),
        instead=voices.instead(said),
        pinyin=pinyin(said),
        doubts=doubts(said),
        verbalizations=verbalizations(said),
    )

"""What is going to be said: each utterance with what its engine is sent, and nothing that only this was made of.

A long issue has many readings, so each script is let go when its prompts are made, and what is needed again when its clips are
there is packed meanwhile, to a sixth.
"""

import zlib
from collections.abc import Iterable, Iterator
from typing import get_args

from msgspec import Struct, msgpack, structs

from audio_edition import casting, engines, orders, pronunciation
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
    pinyin: str
    doubts: tuple[DoubtfulReading, ...]
    verbalizations: tuple[Verbalization, ...]


class Part(Struct, frozen=True):
    """A track on its way."""

    script: Script
    """Without its utterances: the lines have them."""
    prompts: tuple[Prompt, ...]
    """Of each line."""
    instead: tuple[Prompt, ...]
    """What the cast's fallback engine is sent for each line that cannot be spoken; empty without one."""
    packed: bytes

    def lines(self) -> tuple[Line, ...]:
        """Its utterances: unpacked, so they are to be asked for once and let go."""
        return msgpack.decode(zlib.decompress(self.packed), type=tuple[Line, ...])


class Voices:
    """The engines of a cast, each loaded when the first utterance asks for it."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self.engines: dict[str, Engine] = {}

    def prompt(self, said: Utterance) -> Prompt:
        """What an utterance's engine is sent. Raises ConfigError for an engine that cannot be had."""
        return self._engine(said.voice.engine).request(said, self._cast.bitrate, self._cast.sample_rate)

    def instead(self, said: Utterance) -> Prompt | None:
        """What the cast's fallback engine is sent for an utterance that its own engine cannot speak: its own voice, at the same
        pace, pitch and volume; None without such an engine."""
        name = self._cast.fallback
        if not name:
            return None
        other = casting.first_voice(self._engine(name), self._cast)
        return self.prompt(structs.replace(said, voice=structs.replace(said.voice, engine=name, name=other)))

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
        yield _part(script, voices)
    pronunciation.forget()


def unheard(parts: Iterable[Part], voices: Voices) -> Iterator[Finding]:
    """What the cast asks of voices that their engines cannot do: once for each, with the roles that ask for it."""
    roles: dict[tuple[str, Prosody], dict[Role, None]] = {}
    for said in (line.utterance for part in parts for line in part.lines()):
        for key in _beyond(said.voice, voices.engines[said.voice.engine]):
            roles.setdefault((said.voice.engine, key), {})[said.role] = None
    for (engine, key), asking in roles.items():
        message = f"{engine} cannot change the {key} of a voice: the cast's `{key}` is not heard ({', '.join(asking)})"
        yield Finding("V103", message, suggestion="other voices, or another engine for these roles")


def _beyond(voice: Voice, engine: Engine) -> Iterator[Prosody]:
    return (key for key in get_args(Prosody) if getattr(voice, key) and key not in engine.capabilities.prosody)


def _part(script: Script, voices: Voices) -> Part:
    instead = [voices.instead(said) for said in script.utterances]
    return Part(
        script=structs.replace(script, utterances=()),
        prompts=tuple(map(voices.prompt, script.utterances)),
        instead=tuple(prompt for prompt in instead if prompt),
        packed=zlib.compress(msgpack.encode(tuple(map(_line, script.utterances))), 1),
    )


def _line(said: Utterance) -> Line:
    return Line(
        utterance=structs.replace(said, pronunciation=Pronunciation("", ())),
        pinyin=pinyin(said),
        doubts=doubts(said),
        verbalizations=verbalizations(said),
    )

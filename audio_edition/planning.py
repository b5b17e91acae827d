"""What is going to be said: each utterance with what its engine is sent, and nothing that only this was made of.

A long issue has many readings, so each script is let go when its prompts are made, and what is needed again when its clips are
there is packed meanwhile, to a sixth.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from msgspec import Struct, msgpack, structs

from audio_edition import casting, engines, orders, pronunciation
from audio_edition.engines import Engine
from audio_edition.model.edition import DoubtfulReading, Verbalization
from audio_edition.model.event import Planned
from audio_edition.model.finding import Finding
from audio_edition.model.passage import Role
from audio_edition.model.script import Script
from audio_edition.model.speech import Prompt, Pronunciation, Prosody, Request, Utterance, Voice
from audio_edition.orders import Order, Work
from audio_edition.settings import Cast
from audio_edition.synthesis import Store, passages
from audio_edition.utterances import utter
from audio_edition.utterances.readings import doubts, pinyin, verbalizations

PACE, ENGLISH_PACE = 260, 1000
"""Spoken code points a minute, for the estimate: a newsreader says 240 to 300 Hanzi, or 160 to 180 English words of six letters,
the space among them."""


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


class Plan:
    """What an order takes, reckoned part by part, each before it is spoken: what is stored later is not yet there."""

    def __init__(self, order: Order, voices: Voices, store: Store) -> None:
        self._order = order
        self._voices = voices
        self._store = store
        self._articles = 0
        self._minutes = 0.0
        self._characters = 0
        self._requests: set[Request] = set()
        self._lacking: set[Request] = set()
        self._passages: set[Request] = set()
        """What voices read to be measured."""

    def add(self, part: Part) -> None:
        """Reckon with a part. Raises ConfigError when an engine that is to speak, or to stand in, is not ready here."""
        self._articles += part.script.kind == "article"
        lacking: list[Request] = []
        for prompt, line in zip(part.prompts, part.lines(), strict=True):
            if prompt.request.payload:
                self._minutes += _minutes(line.utterance)
                if self._lacks(prompt.request, self._requests):
                    self._characters += len(line.utterance.spoken.spoken)
                    lacking.append(prompt.request)
        _make_sure(lacking, self._order.cast)
        for read in passages(lacking, self._voices.engines):
            if self._lacks(read, self._passages):
                self._characters += len(read.payload)

    def event(self) -> Planned:
        """What all parts together take."""
        return Planned(
            articles=self._articles,
            requests=len(self._requests),
            cached=len(self._requests - self._lacking),
            passages=len(self._passages & self._lacking),
            characters=self._characters,
            minutes=self._minutes,
        )

    def _lacks(self, request: Request, known: set[Request]) -> bool:
        """Whether a request was not known, and is to be spoken."""
        lacks = request not in known and (self._order.force or self._store.get(request) is None)
        known.add(request)
        if lacks:
            self._lacking.add(request)
        return lacks


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


def _make_sure(lacking: Sequence[Request], cast: Cast) -> None:
    for name in dict.fromkeys(request.engine for request in lacking):
        casting.usable(name)
    if lacking and cast.fallback:
        casting.usable(cast.fallback)


def _minutes(said: Utterance) -> float:
    """How long an utterance will be, more or less, and the pause after it."""
    pace = ENGLISH_PACE if said.lang.lower().startswith("en") else PACE
    return len(said.spoken.spoken) / pace + said.pause_after / 60_000


def _line(said: Utterance) -> Line:
    return Line(
        utterance=structs.replace(said, pronunciation=Pronunciation("", ())),
        pinyin=pinyin(said),
        doubts=doubts(said),
        verbalizations=verbalizations(said),
    )

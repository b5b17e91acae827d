"""Whether what a cast asks for is to be had here: its engines, their voices, the sound files that it plays."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path

from audio_edition import engines
from audio_edition.engines import Engine
from audio_edition.jingles import USES
from audio_edition.model.errors import ConfigError
from audio_edition.model.language import READ, is_chinese, is_read
from audio_edition.settings import Cast
from audio_edition.toml import Source

Keys = tuple[str, ...]
NEAR = 3
"""Names that are told where one is not known."""


def check(cast: Cast, source: Source) -> None:
    """Raises ConfigError, naming file, line and key, for the first thing that a cast asks for and cannot have here."""
    wrong = next(_wrong(cast), None)
    if wrong:
        keys, reason = wrong
        raise ConfigError(f"{source.at(*keys)}: {reason}")


def check_language(cast: Cast, source: Source) -> None:
    """Raises ConfigError, naming file, line and key, for a cast of a language of which no text is read here."""
    if not is_read(cast.language):
        raise ConfigError(
            f"{source.at('language')}: {cast.language} is not read here; write one of {', '.join(READ)}, as in zh-CN"
        )


def check_issue(cast: Cast, lang: str) -> None:
    """Raises ConfigError for an issue of which no text is read here, or a Chinese one and a cast whose voices know no Hanzi.

    The other way round is as good as the voice: what reads a Chinese newspaper meets English words every day.
    """
    if not is_read(lang):
        raise ConfigError(f"this issue is in {lang}, which is not read here; `language` in paper.toml may be {', '.join(READ)}")
    if is_chinese(lang) and not is_chinese(cast.language):
        does = f"this issue is in {lang}, and the cast {cast.title!r} reads {cast.language}"
        raise ConfigError(f"{does}; name another with --cast, or the right language in paper.toml")


def check_forms(cast: Cast, forms: Collection[str]) -> None:
    """Raises PublishError for a further sound file of the issue (`m4b`, `opus`) that cannot be made here, or not at its rate."""
    if forms:
        from audio_edition.audio import recoded

        recoded.check(forms, cast.sample_rate)


def first_voice(engine: Engine, cast: Cast) -> str:
    """Name of an engine's first voice for the language of a cast.

    Raises ConfigError when it has none, or none before it is made ready.
    """
    language = cast.language.partition("-")[0].lower()
    for voice in engine.voices():
        if voice.lang.partition("-")[0] == language:
            return voice.name
    to_do = engine.ready()
    if to_do:
        raise ConfigError(_not_ready(engine, to_do))
    raise ConfigError(f"the engine {engine.name} has no voice for {cast.language}; `audio-edition voices` lists what there is")


def usable(name: str) -> Engine:
    """The engine of that name.

    Raises ConfigError when there is none, or it is not ready here.
    """
    engine = engines.load(name)
    to_do = engine.ready()
    if to_do:
        raise ConfigError(_not_ready(engine, to_do))
    return engine


def _not_ready(engine: Engine, to_do: str) -> str:
    return f"the engine {engine.name} is not ready here: {to_do}"


def _wrong(cast: Cast) -> Iterator[tuple[Keys, str]]:
    """What cannot be had, with the key that asks for it; only an engine that is ready can tell its voices.

    That one is not ready is nothing wrong as long as all that it shall say is stored.
    """
    opened: dict[str, Engine] = {}
    for keys, name in _engines(cast):
        try:
            opened[name] = engines.load(name)
        except ConfigError as error:
            yield keys, str(error)
    ready = {name for name, engine in opened.items() if not engine.ready()}
    for keys, name, voice in _voices(cast):
        if name in ready and not engines.has_voice(opened[name], voice):
            yield keys, _unknown(opened[name], voice)
    yield from _silent_fallback(cast, opened)
    for use in USES:
        path: str = getattr(cast, use)
        if path and not Path(path).is_file():
            yield (use,), f"there is no sound file {path}"


def _engines(cast: Cast) -> Iterator[tuple[Keys, str]]:
    yield ("engine",), cast.engine
    for role, own in cast.roles.items():
        if own.engine:
            yield ("roles", role, "engine"), own.engine
    if cast.fallback:
        yield ("fallback",), cast.fallback


def _voices(cast: Cast) -> Iterator[tuple[Keys, str, str]]:
    """Each voice with its engine; a role with another engine must have a voice of that one."""
    yield ("voice",), cast.engine, cast.voice
    for role, own in cast.roles.items():
        if own.voice or own.engine:
            voice = cast.voice_for(role)
            yield ("roles", role, "voice" if own.voice else "engine"), voice.engine, voice.name


def _unknown(engine: Engine, voice: str) -> str:
    near = get_close_matches(voice, dict.fromkeys(info.name for info in engine.voices()), NEAR)
    rest = f"near it: {', '.join(near)}" if near else "`audio-edition voices` lists them"
    return f"{engine.name} has no voice {voice!r}; {rest}"


def _silent_fallback(cast: Cast, opened: dict[str, Engine]) -> Iterator[tuple[Keys, str]]:
    if cast.fallback in opened:
        try:
            first_voice(opened[cast.fallback], cast)
        except ConfigError as error:
            yield ("fallback",), str(error)

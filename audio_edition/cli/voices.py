"""`audio-edition voices`: who can read, who is ready here, how they sound, and how to get more of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from audio_edition.engines import VoiceInfo
    from audio_edition.engines._voice_offers import Offer
    from audio_edition.model.script import Script
    from audio_edition.settings import Cast

app = typer.Typer(help="List the engines and their voices; try one; install one.")

SAMPLE = "本报讯，昨天上午，二〇二二年重庆马拉松赛在南滨路鸣枪开跑，三万名选手参加了比赛。"


def _percent(value: int | None) -> int | None:
    """What a cast may say as a percentage.

    Raises typer.BadParameter.
    """
    import msgspec

    from audio_edition.settings import Percent

    try:
        return None if value is None else msgspec.convert(value, Percent)
    except msgspec.ValidationError as error:
        raise typer.BadParameter(f"{value}: {error}") from error


@app.callback(invoke_without_command=True)
def voices(
    context: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="One engine per line, for machines.")] = False
) -> None:
    """List engines and voices, what each can do, and whether it is ready here."""
    if context.invoked_subcommand:
        return
    from audio_edition import plugins
    from audio_edition.cli import _listing

    listed = _listing.as_json if as_json else _listing.as_text
    for name in plugins.names("audio_edition.engines"):
        typer.echo(listed(name))


@app.command("try")
def try_voice(
    name: Annotated[str, typer.Argument(help="A voice, `engine:voice`, or a cast.")],
    text: Annotated[str, typer.Argument(help="What it says.")] = SAMPLE,
    output: Annotated[Path, typer.Option(help="The MP3 file to write.")] = Path("voice.mp3"),
    rate: Annotated[int | None, typer.Option(callback=_percent, help="Percent faster or slower.")] = None,
) -> None:
    """Speak a text to a file."""
    import asyncio

    from audio_edition.cli import _whole

    cast = _alone(_cast(name), rate)
    sound, seconds = asyncio.run(_speak(text, cast))
    _whole.replace(output, sound)
    typer.echo(f"{output}: {seconds:.1f} s, {cast.engine}:{cast.voice}")


@app.command()
def install(
    name: Annotated[str, typer.Argument(help="Name of the voice; left out: what there is.")] = "",
    mirror: Annotated[str, typer.Option("--from", help="Folder address to fetch from; the file must be the same.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Fetch a neural voice for the engine `sherpa`; a broken download goes on where it broke off."""
    from audio_edition.engines._voice_offers import OFFERS
    from audio_edition.engines.sherpa import voices_folder
    from audio_edition.model.errors import ConfigError

    if not name:
        for one in OFFERS:
            typer.echo(f"{one.name}: {one.note}; {one.size / 1e6:.0f} MB, {one.license}")
        return
    offer = next((offer for offer in OFFERS if name in (offer.name, offer.folder)), None)
    if offer is None:
        known = ", ".join(offer.name for offer in OFFERS)
        raise ConfigError(f"no voice is named {name!r}; there are {known}; `audio-edition voices install` tells about them")
    folder = voices_folder()
    typer.echo(f"{offer.folder}: {offer.size / 1e6:.0f} MB, {offer.license}, into {folder}")
    if not yes:
        typer.confirm("Fetch it?", abort=True)
    _fetch(offer, mirror, folder)
    typer.echo(f'Installed. In a cast: engine = "sherpa", voice = "{offer.folder}"')


def _fetch(offer: "Offer", mirror: str, folder: Path) -> None:
    import asyncio

    from rich.progress import DownloadColumn, Progress, TransferSpeedColumn

    from audio_edition.engines import _voice_download
    from audio_edition.engines._voice_offers import RELEASE

    with Progress(*Progress.get_default_columns(), DownloadColumn(), TransferSpeedColumn()) as bar:
        task = bar.add_task(offer.name, total=offer.size)
        fetched = _voice_download.install(offer, mirror or RELEASE, folder, lambda size: bar.update(task, completed=size))
        asyncio.run(fetched)


def _cast(name: str) -> "Cast":
    """A cast that reads everything with the voice of that name, or the cast of that name."""
    from audio_edition import plugins
    from audio_edition.model.errors import ConfigError
    from audio_edition.orders import cast_file, find_cast
    from audio_edition.settings import Cast

    engine, _, voice = name.partition(":")
    if voice:
        return Cast(title=voice, engine=engine, voice=voice, language=_lang(engine, voice))
    having = [engine for engine in plugins.names("audio_edition.engines") if any(info.name == name for info in _offered(engine))]
    if having:
        engine = _ready(name, having)
        return Cast(title=name, engine=engine, voice=name, language=_lang(engine, name))
    if cast_file(name) is None:
        raise ConfigError(f"no voice and no cast is named {name!r}; `audio-edition voices` lists the voices")
    return find_cast(name)


def _offered(engine: str) -> "tuple[VoiceInfo, ...]":
    """An engine's voices; none when it cannot be used: another may have the one that is sought."""
    from audio_edition import engines
    from audio_edition.model.errors import ConfigError

    try:
        return engines.load(engine).voices()
    except ConfigError:
        return ()


def _ready(voice: str, having: Sequence[str]) -> str:
    """The first engine, of those that have a voice, that can speak here. Raises ConfigError: what each needs, when none can."""
    from audio_edition import engines
    from audio_edition.model.errors import ConfigError

    needs = {engine: engines.load(engine).ready() for engine in having}
    for engine, to_do in needs.items():
        if not to_do:
            return engine
    said = "; ".join(f"{engine} needs: {to_do}" for engine, to_do in needs.items())
    raise ConfigError(f"no engine that has the voice {voice} is ready here: {said}")


def _lang(engine: str, voice: str) -> str:
    from audio_edition import engines

    return next((info.lang for info in engines.load(engine).voices() if info.name == voice and info.lang), "zh-CN")


def _alone(cast: "Cast", rate: int | None) -> "Cast":
    """The cast in which the voice of the body reads everything, at that pace where one is named.

    Raises ConfigError when it cannot speak here.
    """
    from msgspec import structs

    from audio_edition import casting
    from audio_edition.toml import Source

    body = cast.voice_for("body")
    pace = {"rate": body.rate if rate is None else rate, "pitch": body.pitch, "volume": body.volume}
    alone = structs.replace(cast, engine=body.engine, voice=body.name, roles={}, **pace)
    casting.usable(alone.engine)
    casting.check(alone, Source("voices try"))
    return alone


async def _speak(text: str, cast: "Cast") -> tuple[bytes, float]:
    """A text as an MP3 file, spoken sentence by sentence as in an edition, and its seconds."""
    from tempfile import TemporaryDirectory

    from audio_edition.audio import mp3, timeline
    from audio_edition.model.errors import SpeechRefused
    from audio_edition.planning import Voices
    from audio_edition.synthesis import Spoken, Store, speak

    script, voices = _script(text, cast), Voices(cast)
    if script is None:
        raise SpeechRefused("there is nothing to say in this text")
    prompts = [voices.prompt(utterance) for utterance in script.utterances]
    try:
        with TemporaryDirectory() as folder:
            store = Store.at(folder)
            stream = speak(prompts, voices.engines, store)
            clips = [(spoken.key, spoken.clip) async for spoken in stream if isinstance(spoken, Spoken)]
            track = timeline.lay(script, clips, prompts, cast.sample_rate, target=cast.loudness)
            sound = b"".join(mp3.frames(track.pieces, store.audio, cast.bitrate, cast.sample_rate))
    finally:
        await voices.aclose()
    count = track.samples // mp3.samples_per_frame(cast.sample_rate)
    head = mp3.info_frame(count, len(sound), cast.bitrate, cast.sample_rate)
    return head + sound, track.samples / cast.sample_rate


def _script(text: str, cast: "Cast") -> "Script | None":
    """A text as an article without a head; None when there is nothing to say in it."""
    from audio_edition.model.issue import Article, Block, Issue
    from audio_edition.settings import Paper
    from audio_edition.utterances import Reading, utter

    issue = Issue(lang=cast.language, articles=(Article("try", blocks=(Block(text=text),)),))
    scripts = utter(issue, Reading(cast, Paper(announce_synthetic=False)))
    return next((script for script in scripts if script.kind == "article"), None)

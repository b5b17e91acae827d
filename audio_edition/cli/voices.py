"""`audio-edition voices`: who can read, who is ready here, how they sound, and how to get more of them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

if TYPE_CHECKING:
    from audio_edition.engines import Engine
    from audio_edition.model.speech import Utterance, Voice
    from audio_edition.settings import Cast

app = typer.Typer(help="List the engines and their voices; try one; install one.")

SAMPLE = "本报讯，昨天上午，二〇二二年重庆马拉松赛在南滨路鸣枪开跑，三万名选手参加了比赛。"


@app.callback(invoke_without_command=True)
def voices(
    context: typer.Context, as_json: Annotated[bool, typer.Option("--json", help="One engine per line, for machines.")] = False
) -> None:
    """List engines and voices, what each can do, and whether it is ready here."""
    if context.invoked_subcommand:
        return
    from audio_edition import engines, plugins

    for name in plugins.names("audio_edition.engines"):
        engine = engines.load(name)
        typer.echo(_as_json(engine) if as_json else _as_text(engine))


@app.command("try")
def try_voice(
    name: Annotated[str, typer.Argument(help="A voice, `engine:voice`, or a cast.")],
    text: Annotated[str, typer.Argument(help="What it says.")] = SAMPLE,
    output: Annotated[Path, typer.Option(help="The MP3 file to write.")] = Path("voice.mp3"),
    rate: Annotated[int, typer.Option(help="Percent faster or slower.")] = 0,
) -> None:
    """Speak a text to a file."""
    import asyncio

    from msgspec import structs

    from audio_edition.model.errors import PublishError

    cast = _cast(name)
    voice = cast.voice_for("body")
    voice = structs.replace(voice, rate=rate or voice.rate)
    sound, seconds = asyncio.run(_speak(_utterance(text, voice, cast.language), cast))
    try:
        output.write_bytes(sound)
    except OSError as error:
        raise PublishError(f"{output}: {error.strerror}") from error
    typer.echo(f"{output}: {seconds:.1f} s, {voice.engine}:{voice.name}")


@app.command()
def install(
    name: Annotated[str, typer.Argument(help="Name of the voice; left out: what there is.")] = "",
    mirror: Annotated[str, typer.Option("--from", help="Folder address to fetch from; the file must be the same.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Fetch a neural voice for the engine `sherpa`; a broken download goes on where it broke off."""
    import asyncio

    from rich.progress import DownloadColumn, Progress, TransferSpeedColumn

    from audio_edition.engines import _voice_download
    from audio_edition.engines._voice_offers import OFFERS, RELEASE
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
    with Progress(*Progress.get_default_columns(), DownloadColumn(), TransferSpeedColumn()) as bar:
        task = bar.add_task(offer.name, total=offer.size)
        fetched = _voice_download.install(offer, mirror or RELEASE, folder, lambda size: bar.update(task, completed=size))
        asyncio.run(fetched)
    typer.echo(f'Installed. In a cast: engine = "sherpa", voice = "{offer.folder}"')


def _as_json(engine: "Engine") -> str:
    import msgspec

    about = {
        "engine": engine.name,
        "version": engine.version,
        "ready": not engine.ready(),
        "to_do": engine.ready(),
        "capabilities": engine.capabilities,
        "voices": engine.voices(),
    }
    return msgspec.json.encode(about).decode()


def _as_text(engine: "Engine") -> str:
    from audio_edition.model.speech import Prosody

    able, to_do = engine.capabilities, engine.ready()
    where = "on the network" if able.network else "on this computer"
    times = {"none": "no times", "sentence": "times of sentences", "word": "times of words"}[able.boundaries]
    forced = "readings by homophones" if able.alphabet == "none" else f"readings by {able.alphabet}"
    lacking = "".join(f", no {key}" for key in get_args(Prosody) if key not in able.prosody)
    ready = "needs: " + to_do if to_do else "ready"
    head = f"{engine.name}  {ready}  ({where}, {times}, {forced}{lacking}, {able.at_once} at once)"
    rows = [f"  {voice.name:34} {voice.lang:7} {voice.gender:7} {voice.note}".rstrip() for voice in engine.voices()]
    return "\n".join([head, *rows, ""])


def _cast(name: str) -> "Cast":
    """A cast that reads everything with the voice of that name, or the cast of that name."""
    from audio_edition import engines, plugins
    from audio_edition.model.errors import ConfigError
    from audio_edition.orders import find_cast
    from audio_edition.settings import Cast

    engine, _, voice = name.partition(":")
    if voice:
        return Cast(title=voice, engine=engine, voice=voice, language=_lang(engine, voice))
    for engine in plugins.names("audio_edition.engines"):
        if any(info.name == name for info in engines.load(engine).voices()):
            return Cast(title=name, engine=engine, voice=name, language=_lang(engine, name))
    try:
        return find_cast(name)
    except ConfigError as error:
        raise ConfigError(f"no voice and no cast is named {name!r}; `audio-edition voices` lists the voices") from error


def _lang(engine: str, voice: str) -> str:
    from audio_edition import engines

    return next((info.lang for info in engines.load(engine).voices() if info.name == voice and info.lang), "zh-CN")


def _utterance(text: str, voice: "Voice", lang: str) -> "Utterance":
    from audio_edition.model.speech import Utterance
    from audio_edition.normalization import Context, normalize
    from audio_edition.pronunciation import pronounce

    spoken = normalize(text, Context(lang=lang))
    return Utterance("try", "text", 0, len(text), "body", spoken, pronounce(spoken.spoken), voice, lang=lang)


async def _speak(utterance: "Utterance", cast: "Cast") -> tuple[bytes, float]:
    """An utterance as an MP3 file, and its seconds."""
    from tempfile import TemporaryDirectory

    from audio_edition import engines
    from audio_edition.audio import mp3
    from audio_edition.model.errors import SpeechRefused
    from audio_edition.synthesis import Spoken, Store, speak

    engine = engines.load(utterance.voice.engine)
    prompt = engine.request(utterance, cast.bitrate, cast.sample_rate)
    try:
        with TemporaryDirectory() as folder:
            store = Store.at(folder)
            stream = speak([prompt], {engine.name: engine}, store)
            (spoken,) = [spoken async for spoken in stream if isinstance(spoken, Spoken)]
            if not spoken.key:
                raise SpeechRefused("there is nothing to say in this text")
            frames = store.audio(spoken.key)
    finally:
        await engine.aclose()
    head = mp3.info_frame(spoken.clip.frames, len(frames), cast.bitrate, cast.sample_rate)
    return head + frames, spoken.clip.samples / cast.sample_rate

"""An engine as it is listed, for people and for machines; one that cannot be used is not ready, and says why."""

from typing import get_args

import msgspec

from audio_edition import engines
from audio_edition.engines import Engine
from audio_edition.model.errors import ConfigError
from audio_edition.model.speech import Prosody


def as_json(name: str) -> bytes:
    """One JSON object, on one line."""
    try:
        about = _about(engines.load(name))
    except ConfigError as error:
        about = {"engine": name, "version": "", "ready": False, "to_do": str(error), "capabilities": None, "voices": ()}
    return msgspec.json.encode(about)


def as_text(name: str) -> str:
    """What it can do and needs, and a line for each of its voices."""
    try:
        return _told(engines.load(name))
    except ConfigError as error:
        return f"{name}  cannot be used: {error}\n"


def _about(engine: Engine) -> dict[str, object]:
    return {
        "engine": engine.name,
        "version": engine.version,
        "ready": not engine.ready(),
        "to_do": engine.ready(),
        "capabilities": engine.capabilities,
        "voices": engine.voices(),
    }


def _told(engine: Engine) -> str:
    able, to_do = engine.capabilities, engine.ready()
    where = "on the network" if able.network else "on this computer"
    times = {"none": "no times", "sentence": "times of sentences", "word": "times of words"}[able.boundaries]
    forced = "readings by homophones" if able.alphabet == "none" else f"readings by {able.alphabet}"
    lacking = "".join(f", no {key}" for key in get_args(Prosody) if key not in able.prosody)
    ready = "needs: " + to_do if to_do else "ready"
    head = f"{engine.name}  {ready}  ({where}, {times}, {forced}{lacking}, {able.at_once} at once)"
    rows = [f"  {voice.name:34} {voice.lang:7} {voice.gender:7} {voice.note}".rstrip() for voice in engine.voices()]
    return "\n".join([head, *rows, ""])

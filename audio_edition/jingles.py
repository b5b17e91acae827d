"""The sound files that a cast plays: read, made clips, and kept in the store like anything that is heard."""

from pathlib import Path
from typing import Literal, get_args

from audio_edition.audio import music
from audio_edition.model.errors import ConfigError, SpeechError
from audio_edition.model.speech import Clip
from audio_edition.settings import Cast
from audio_edition.synthesis import Store

Use = Literal["intro", "outro", "chime"]
USES: tuple[Use, ...] = get_args(Use)


def jingle(cast: Cast, use: Use, store: Store) -> tuple[str, Clip] | None:
    """Key and clip of a cast's intro, outro or chime; None when it has none.

    Raises ConfigError when the file cannot be read or is no sound.
    """
    name: str = getattr(cast, use)
    if not name:
        return None
    try:
        content = Path(name).read_bytes()
        request = music.request(content, use, cast.bitrate, cast.sample_rate)
        clip = store.get(request)
        key = store.key(request) if clip else ""
        if clip is None:
            clip = music.jingle(content, cast.bitrate, cast.sample_rate)
            key = store.put(request, clip)
    except OSError as error:
        raise ConfigError(f"{name}: the cast's {use} cannot be read: {error.strerror}") from error
    except SpeechError as error:
        raise ConfigError(f"{name}: the cast's {use} is no sound: {error}") from error
    return key, clip

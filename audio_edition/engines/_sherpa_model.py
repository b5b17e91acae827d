"""A neural voice in a folder: which family of models it is, and loading it with the lexicon that obeys us."""

import os
import re
from pathlib import Path
from typing import Any

from msgspec import Struct

from audio_edition.engines._sherpa_lexicon import AGAIN, Lexicon, whole_text
from audio_edition.model.errors import SpeechRefused

OWN_LEXICON = "audio-edition-lexicon.txt"


class Voice(Struct, frozen=True):
    """A model, loaded, and what it looks up."""

    tts: Any
    lexicon: Lexicon

    @property
    def speakers(self) -> int:
        """How many speakers it has; they count from 0."""
        return max(1, int(self.tts.num_speakers))


def load(folder: Path, lexicon: Lexicon, threads: int) -> Voice:
    """The voice in a folder of files as sherpa-onnx publishes them. Raises SpeechRefused."""
    import sherpa_onnx as sherpa

    try:
        family = _family(folder, _own_lexicon(folder, lexicon))
        config = sherpa.OfflineTtsConfig(model=sherpa.OfflineTtsModelConfig(**family, num_threads=threads), max_num_sentences=1)
        if not config.validate():
            raise SpeechRefused(f"{folder}: the voice is not complete; {AGAIN}")
        return Voice(sherpa.OfflineTts(config), lexicon)
    except OSError as error:
        raise SpeechRefused(f"{error.filename or folder}: {error.strerror or error}") from error
    except (RuntimeError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise SpeechRefused(f"{folder}: the voice is damaged: {reason}; {AGAIN}") from error


def _own_lexicon(folder: Path, lexicon: Lexicon) -> str:
    """Path of the lexicon that is written for the model; empty if the voice has none."""
    if not lexicon.entries:
        return ""
    content = "".join(f"{word} {tokens}\n" for word, tokens in lexicon.entries.items()).encode()
    path = folder / OWN_LEXICON
    if not path.exists() or path.read_bytes() != content:
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_bytes(content)
        os.replace(part, path)
    return str(path)


def _family(folder: Path, lexicon: str) -> dict[str, Any]:
    """The model's part of the configuration, by the files that are there: Kokoro, Matcha or VITS."""
    import sherpa_onnx as sherpa

    onnx = sorted(folder.glob("*.onnx"))
    if not onnx or not (folder / "tokens.txt").is_file():
        raise SpeechRefused(f"{folder}: no voice of sherpa-onnx is here (a .onnx file and tokens.txt); {AGAIN}")
    whole_text(folder / "tokens.txt")
    data = folder / "espeak-ng-data"
    common = {"lexicon": lexicon, "tokens": str(folder / "tokens.txt"), "data_dir": str(data) if data.is_dir() else ""}
    if (folder / "voices.bin").is_file():
        return {"kokoro": sherpa.OfflineTtsKokoroModelConfig(model=str(onnx[0]), voices=str(folder / "voices.bin"), **common)}
    vocoders = [path for path in onnx if re.match(r"vocos|hifigan", path.name)]
    if vocoders:
        acoustic = str(next(path for path in onnx if path not in vocoders))
        matcha = sherpa.OfflineTtsMatchaModelConfig(acoustic_model=acoustic, vocoder=str(vocoders[0]), **common)
        return {"matcha": matcha}
    return {"vits": sherpa.OfflineTtsVitsModelConfig(model=str(onnx[0]), **common)}

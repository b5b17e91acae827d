"""A process that speaks with sherpa-onnx; its argument is the folder of voices. It keeps every model that it has loaded."""

import math
import os
import sys
from pathlib import Path

import numpy as np

from audio_edition.audio.clip import from_pcm
from audio_edition.engines._complete import implausible
from audio_edition.engines._serving import serve
from audio_edition.engines._sherpa_lexicon import installed
from audio_edition.engines._sherpa_model import Voice, load
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.speech import Clip, Request


class Speaker:
    """The voices of a folder, each loaded when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: dict[str, Voice] = {}

    def speak(self, request: Request, gain: float) -> Clip:
        """The complete clip of a request, louder by `gain` dB. Raises SpeechError, SpeechRefused."""
        name, _, speaker = request.voice.name.partition("#")
        voice = self._voice(name)
        text = voice.lexicon.text(request.payload)
        try:
            made = voice.tts.generate(text, sid=_speaker(voice, name, speaker), speed=1 + request.voice.rate / 100)
        except (RuntimeError, ValueError) as error:
            raise SpeechRefused(f"sherpa: {' '.join(str(error).split())}") from error
        samples = np.asarray(made.samples, dtype=np.float32)
        reason = implausible(text, len(samples) / made.sample_rate, request.voice.rate) if len(samples) else "no sound"
        if reason:
            raise SpeechError(f"sherpa made only a part: {reason}")
        gain += 20 * math.log10(max(0.01, 1 + request.voice.volume / 100))
        return from_pcm(samples, made.sample_rate, (), request.bitrate, request.sample_rate, gain)

    def _voice(self, name: str) -> Voice:
        if name not in self._loaded:
            lexicon = installed(self._folder, name)
            self._loaded[name] = load(self._folder / name, lexicon, os.cpu_count() or 1)
        return self._loaded[name]


def main() -> None:
    """Answer requests until the input ends."""
    serve(Speaker(Path(sys.argv[1])).speak)


def _speaker(voice: Voice, name: str, written: str) -> int:
    """The number of a speaker as it is written behind the voice's name. Raises SpeechRefused when there is none such."""
    number = int(written or 0) if written.isdecimal() or not written else -1
    if not 0 <= number < voice.speakers:
        there = f"{voice.speakers} speakers, #0 to #{voice.speakers - 1}" if voice.speakers > 1 else "one speaker, #0"
        raise SpeechRefused(f"sherpa: {name} has no speaker #{written}: it has {there}")
    return number


if __name__ == "__main__":
    main()

"""A process that speaks with espeak-ng: requests on standard input, clips (or, as text, why not) on standard output.

Each request loads the library anew (0.5 ms): only then is its sound the same on every run and in every worker. It ends when its
input ends.
"""

import _ctypes
import ctypes
import re
import sys
from collections.abc import Callable
from functools import cache
from itertools import count as count_up
from itertools import takewhile
from math import log2, log10
from pathlib import Path

import espeakng_loader
import numpy as np

from audio_edition.audio import clip
from audio_edition.audio.loudness import Samples
from audio_edition.engines._serving import serve
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.speech import Boundary, Clip, Request, Voice

RATE = 22050
"""Hz of espeak-ng's sound."""
PASSAGES = {
    "cmn-latn-pinyin": (
        "jin1tian1 shang4wu3，quan2shi4 nong2ye4 sheng1chan3 gong1zuo4 hui4yi4 zai4 xian4cheng2 zhao4kai1，hui4yi4 zong3jie2 le5 "
        "qu4nian2 de5 cheng2ji4，bu4shu3 le5 xia4 yi4 jie1duan4 de5 ren4wu4。jin4nian2lai2，ge4di4 jian1chi2 yin1di4zhi4yi2，"
        "da4li4 fa1zhan3 te4se4 chan3ye4，nong2min2 shou1ru4 wen3bu4 zeng1zhang3，cun1rong2cun1mao4 ming2xian3 gai3shan4。"
    ),
    "en": (
        "This morning the city held its annual meeting on farming. It reviewed the results of last year, and set the goals of "
        "the next one. In many villages incomes have risen steadily, and the roads, schools and houses look better than before."
    ),
}
"""What each voice says once, to learn how loud it is: payloads of about fifteen seconds."""

_unload: Callable[[int], object] = getattr(_ctypes, "FreeLibrary" if sys.platform == "win32" else "dlclose")
_WORD, _SENTENCE_END, _LIST_END = 1, 5, 0
_UTF8, _SSML = 1, 0x10
_RATE, _PITCH = 1, 3
_SYNCHRONOUS = 2


class _Event(ctypes.Structure):
    """`espeak_EVENT` of speak_lib.h."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_int64),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


def main() -> None:
    """Answer requests until the input ends; the argument is a folder of espeak-ng's data."""
    serve(lambda request, _: _said(request, sys.argv[1]))


def speak(request: Request, data: str) -> Clip:
    """The clip of a request; `data` is a folder of espeak-ng's data.

    Raises SpeechError when what came back is not what was asked for.
    """
    samples, boundaries = synthesize(request.payload, request.voice, data)
    if request.voice.name.startswith("cmn"):
        _check(request.payload, {boundary.payload_start for boundary in boundaries})
    gain = _gain(Voice(request.engine, request.voice.name), request.bitrate, request.sample_rate, data)
    gain += 20 * log10(max(1 + request.voice.volume / 100, 0.05))
    return clip.from_pcm(samples, RATE, boundaries, request.bitrate, request.sample_rate, gain)


def _said(request: Request, data: str) -> Clip:
    """As `speak`; what fails once fails again, since equal requests sound equal. Raises SpeechRefused."""
    try:
        return speak(request, data)
    except SpeechError as error:
        raise SpeechRefused(str(error)) from error


def synthesize(payload: str, voice: Voice, data: str) -> tuple[Samples, tuple[Boundary, ...]]:
    """Samples at RATE and the words in them, of SSML or plain text; `data` is a folder of espeak-ng's data.

    Raises SpeechError.
    """
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    pcm, marks = bytearray(), []

    def collect(sound: "ctypes._Pointer[ctypes.c_short]", count: int, events: "ctypes._Pointer[_Event]") -> int:
        if sound and count > 0:
            pcm.extend(ctypes.string_at(sound, 2 * count))
        for event in takewhile(lambda event: event.type != _LIST_END, map(events.__getitem__, count_up())):
            marks.append((event.type, event.text_position, event.length, event.sample))
        return 0

    callback = _Callback(collect)
    try:
        _set_up(library, voice, data, callback)
        text = payload.encode() + b"\0"
        status = library.espeak_Synth(text, ctypes.c_size_t(len(text)), 0, 1, 0, _UTF8 | _SSML, None, None)
        if status or library.espeak_Synchronize():
            raise SpeechError(f"espeak-ng answered {status} to: {payload[:60]}")
    finally:
        library.espeak_Terminate()
        _unload(library._handle)
    samples = np.frombuffer(pcm, dtype="<i2").astype(np.float32)
    samples /= 32768
    return samples, tuple(_boundaries(marks, len(samples)))


@cache
def _gain(voice: Voice, bitrate: int, sample_rate: int, data: str) -> float:
    """dB that bring a voice to the target: a property of the voice, never of what it says."""
    samples, _ = synthesize(PASSAGES[voice.name.partition("+")[0]], voice, data)
    return clip.calibrated(samples, RATE, bitrate, sample_rate)


def _check(payload: str, spoken: set[int]) -> None:
    """Every pinyin word has been spoken; espeak-ng itself reports success whatever it leaves out."""
    ours = re.sub(r"<voice.*?</voice>|<[^>]*>", lambda match: " " * len(match[0]), payload)
    silent = [match[0] for match in re.finditer(r"(?:[a-z]+[1-5])+", ours) if match.start() not in spoken]
    if silent:
        raise SpeechError(f"espeak-ng left out {silent[0]} and {len(silent) - 1} more of: {payload[:60]}")


def _set_up(library: ctypes.CDLL, voice: Voice, data: str, callback: object) -> None:
    """Voice and prosody; the two curves are fitted to what it does: 20 % are 20 %, within two percent from -30 to +100."""
    if library.espeak_Initialize(_SYNCHRONOUS, 0, data.encode(), 0) != RATE:
        raise SpeechError("espeak-ng does not start")
    library.espeak_ng_SetRandSeed(ctypes.c_long(1))  # else the time of day: breathy variants (+f2) hiss by chance
    library.espeak_SetSynthCallback(callback)
    variant = voice.name.partition("+")[2]
    if variant and not (Path(data) / "voices" / "!v" / variant).is_file():
        raise SpeechError(f"espeak-ng has no variant {variant!r} of its voices")
    if library.espeak_SetVoiceByName(voice.name.encode()):
        raise SpeechError(f"espeak-ng has no voice {voice.name!r}")
    pace, pitch = (max(1 + percent / 100, 0.25) for percent in (voice.rate, voice.pitch))
    library.espeak_SetParameter(_RATE, max(80, round(175 * pace**0.885)), 0)
    library.espeak_SetParameter(_PITCH, min(99, max(0, round(50 + 70 * log2(pitch)))), 0)


def _boundaries(marks: list[tuple[int, int, int, int]], samples: int) -> list[Boundary]:
    found = []
    for number, (kind, position, length, sample) in enumerate(marks):
        if kind == _WORD:
            following = (mark[3] for mark in marks[number + 1 :] if mark[0] in (_WORD, _SENTENCE_END))
            found.append(Boundary(sample, min(next(following, samples), samples), position - 1, position - 1 + length))
    return found


if __name__ == "__main__":
    main()

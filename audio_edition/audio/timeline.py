"""When everything is heard: clips and pauses laid out as a track, tracks bound into an edition. Counted in frames and samples."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from msgspec import structs

from audio_edition.audio import loudness
from audio_edition.audio.mp3 import samples_per_frame
from audio_edition.model.edition import Chapter, ClipPiece, Cue, Piece, SilencePiece, Track, Word
from audio_edition.model.script import Script
from audio_edition.model.speech import Clip, Prompt, Utterance


def lay(script: Script, clips: Sequence[tuple[str, Clip]], prompts: Sequence[Prompt], sample_rate: int = 24000) -> Track:
    """The track of a script: `clips` (store key, clip; its audio is not looked at) and `prompts` are those of its utterances.

    Between two utterances the longer of the pauses that they ask for is kept, in whole frames. A cue lasts from where its
    utterance is first heard to where it is last heard.
    """
    size = samples_per_frame(sample_rate)
    pieces: list[Piece] = []
    starts: list[int] = []
    at, quiet, pause = 0, 0, 0
    for utterance, (key, clip) in zip(script.utterances, clips, strict=True):
        wanted = max(pause, utterance.pause_before) * sample_rate // 1000
        silence = _frames(wanted - quiet - clip.speech_start, size)
        pieces += [SilencePiece(silence)] * bool(silence) + [ClipPiece(key, 0, clip.frames)]
        starts.append((at + silence) * size)
        at += silence + clip.frames
        quiet, pause = clip.samples - clip.speech_end, utterance.pause_after
    silence = _frames(pause * sample_rate // 1000 - quiet, size)
    pieces += [SilencePiece(silence)] * bool(silence)
    samples = (at + silence) * size
    heard = [clip for _, clip in clips]
    return Track(
        id=script.id,
        kind=script.kind,
        title=script.title,
        passages=script.passages,
        cues=tuple(_cues(script, heard, prompts, starts)),
        chapters=tuple(_chapters(script, starts, samples)),
        pieces=tuple(pieces),
        samples=samples,
        slug=script.slug,
        article=script.article,
        loudness=together((clip.loudness, clip.speech_end - clip.speech_start) for clip in heard),
        peak=max((clip.peak for clip in heard), default=loudness.SILENT),
    )


def bind(
    tracks: Sequence[Track], sample_rate: int = 24000
) -> tuple[tuple[Track, ...], tuple[Chapter, ...], tuple[Piece, ...], int]:
    """The edition: tracks with their offsets, its chapters, its pieces and how many samples it has.

    Every track begins on a whole second: the pause before it is filled up. Frames fall on whole seconds only every third time;
    between, a track's first frame is the nearest one, never more than a third of a frame away.
    """
    size = samples_per_frame(sample_rate)
    placed: list[Track] = []
    pieces: list[Piece] = []
    at = 0
    for track in tracks:
        second = max(0, (at * size - size // 2) // sample_rate)
        while round(second * sample_rate / size) < at:
            second += 1
        silence = round(second * sample_rate / size) - at
        pieces += [SilencePiece(silence)] * bool(silence) + list(track.pieces)
        placed.append(structs.replace(track, offset=second * sample_rate))
        at += silence + track.samples // size
    edges = [track.offset for track in placed] + [at * size]
    chapters = (Chapter(start, end, track.title, track.id) for track, (start, end) in zip(placed, pairwise(edges), strict=True))
    return tuple(placed), tuple(chapters), tuple(pieces), at * size


def together(parts: "Iterator[tuple[float, int]]") -> float:
    """Loudness, in LUFS, of parts (loudness, samples) that follow each other: the mean of their energies, gated as one."""
    energies = [np.full(max(1, samples // 2400), 10 ** ((level + 0.691) / 10)) for level, samples in parts]
    return round(loudness.gated(np.concatenate(energies)), 2) if energies else loudness.SILENT


def _frames(samples: int, size: int) -> int:
    return max(0, round(samples / size))


def _cues(script: Script, clips: Sequence[Clip], prompts: Sequence[Prompt], starts: Sequence[int]) -> Iterator[Cue]:
    texts = {passage.id: passage.text for passage in script.passages}
    for utterance, clip, prompt, start in zip(script.utterances, clips, prompts, starts, strict=True):
        yield Cue(
            start=start + clip.speech_start,
            end=start + clip.speech_end,
            passage=utterance.passage,
            text_start=utterance.start,
            text_end=utterance.end,
            text=texts[utterance.passage][utterance.start : utterance.end],
            role=utterance.role,
            words=tuple(_words(utterance, clip, prompt, start)),
            spoken=utterance.spoken.spoken,
            voice=utterance.voice.name,
        )


def _words(utterance: Utterance, clip: Clip, prompt: Prompt, start: int) -> Iterator[Word]:
    """Boundaries as words of the passage: payload → spoken → written. What is written as one is one word (2022, 年 said each)."""
    written = list(utterance.spoken.spans())
    last: Word | None = None
    for boundary in clip.boundaries:
        said = [
            written[index]
            for first, end, spoken_start, spoken_end in prompt.spans
            if first < boundary.payload_end and end > boundary.payload_start
            for index in range(spoken_start, min(spoken_end, len(written)))
        ]
        text_start = utterance.start + min((span[0] for span in said), default=0)
        text_end = utterance.start + max((span[1] for span in said), default=0)
        if text_start >= text_end:
            continue
        word = Word(start + boundary.start, start + boundary.end, text_start, text_end)
        if last and text_start < last.text_end:
            last = Word(last.start, word.end, last.text_start, max(last.text_end, text_end))
            continue
        if last:
            yield last
        last = word
    if last:
        yield last


def _chapters(script: Script, starts: Sequence[int], samples: int) -> Iterator[Chapter]:
    """A chapter begins with the first frame of its utterance: in the pause, a twentieth of a second before it is heard."""
    named = [(start, utterance.chapter) for start, utterance in zip(starts, script.utterances, strict=True) if utterance.chapter]
    if not named:
        return
    if script.utterances[0].chapter:
        named[0] = (0, named[0][1])
    else:
        named.insert(0, (0, script.title))
    for (start, title), (end, _) in pairwise([*named, (samples, "")]):
        yield Chapter(start, end, title, script.id)

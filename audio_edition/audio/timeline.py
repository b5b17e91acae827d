"""When everything is heard: clips and pauses laid out as a track, tracks bound into an edition. Counted in frames and samples."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import floor
from typing import NamedTuple

from msgspec import structs

from audio_edition.audio import loudness
from audio_edition.audio.mp3 import samples_per_frame
from audio_edition.model.edition import Chapter, ClipPiece, Cue, Piece, SilencePiece, Track, Word, Words
from audio_edition.model.script import Script
from audio_edition.model.speech import Boundary, Clip, Prompt, Utterance

CHIME_PAUSE = 400
"""Silence between a chime and what it announces, ms."""


def lay(
    script: Script,
    clips: Sequence[tuple[str, Clip]],
    prompts: Sequence[Prompt],
    sample_rate: int = 24000,
    *,
    chime: tuple[str, Clip] | None = None,
    target: float = loudness.TARGET,
) -> Track:
    """The track of a script: `clips` (store key, clip; its audio is not looked at) and `prompts` are those of its utterances.

    Between two utterances the longer of the pauses that they ask for is kept, in whole frames. A cue lasts from where its
    utterance is first heard to where it is last heard; an utterance with nothing to say gets a silent frame. The chime, if
    any, is played first. A chapter begins on a whole second in the pause before its utterance; a pause without one is made
    longer. Clips are at -16 LUFS; for another `target` their frames are made softer or, as far as their peaks
    allow, louder, in steps of 1.5 dB.
    """
    heard = [_hear(key, clip, target, sample_rate) for key, clip in clips]
    before = [_hear(*chime, target, sample_rate)] if chime else []
    pauses = [_Pauses(0, CHIME_PAUSE, False)] * len(before) + _pauses(script)
    pieces, starts, samples = _row(before + heard, pauses, sample_rate)
    spoken, starts = [one.clip for one in heard], starts[len(before) :]
    return Track(
        id=script.id,
        kind=script.kind,
        title=script.title,
        passages=script.passages,
        cues=tuple(_cues(script, spoken, prompts, starts)),
        chapters=tuple(_chapters(script, starts, samples, sample_rate)),
        pieces=pieces,
        samples=samples,
        slug=script.slug,
        article=script.article,
        loudness=together((clip.loudness, clip.speech_end - clip.speech_start) for clip in spoken),
        peak=max((clip.peak for clip in spoken), default=loudness.SILENT),
    )


def bind(
    tracks: Sequence[Track],
    sample_rate: int = 24000,
    *,
    intro: tuple[str, Clip] | None = None,
    outro: tuple[str, Clip] | None = None,
    pause: int = 0,
    target: float = loudness.TARGET,
) -> tuple[tuple[Track, ...], tuple[Chapter, ...], tuple[Piece, ...], int]:
    """The edition: tracks with their offsets, its chapters, its pieces and how many samples it has.

    Between what is last heard of a track and the next one there are at least `pause` ms. Every track begins on a whole second:
    the pause before it is filled up. Frames fall on whole seconds only every third time;
    between, a track's first frame is the nearest one, never more than a third of a frame (at 44.1 kHz half a one) away.
    The first chapter begins with the intro, if any, and the last one ends with the outro.
    """
    size = samples_per_frame(sample_rate)
    before, after = _alone(intro, target), _alone(outro, target)
    placed, pieces, at = _placed(tracks, sum(piece.last for piece in before), pause * sample_rate // 1000, sample_rate)
    at += sum(piece.last for piece in after)
    edges = [0, *(track.offset for track in placed[1:]), at * size]
    chapters = (Chapter(start, end, track.title, track.id) for track, (start, end) in zip(placed, pairwise(edges), strict=True))
    return placed, tuple(chapters) if placed else (), (*before, *pieces, *after), at * size


def together(parts: Iterable[tuple[float, int]]) -> float:
    """Loudness, in LUFS, of parts (LUFS, samples) that follow each other."""
    return loudness.together((level, samples / 24000) for level, samples in parts)


class _Heard(NamedTuple):
    """A clip as it is heard, so much louder than it is stored."""

    key: str
    clip: Clip
    steps: int = 0


class _Pauses(NamedTuple):
    """Silence around a clip, in ms, and whether there must be a whole second in the one before it."""

    before: int
    after: int
    second: bool


def _hear(key: str, clip: Clip, target: float, sample_rate: int) -> "_Heard":
    size = samples_per_frame(sample_rate)
    return _Heard(key, *_levelled(clip, target)) if clip.frames else _Heard("", Clip(b"", 1, size, 0, size))


def _levelled(clip: Clip, target: float) -> tuple[Clip, int]:
    """A clip at -16 LUFS as loud as asked for, as far as its peak allows, and by how many steps that is louder."""
    room = max(0, floor((loudness.CEILING - clip.peak) / loudness.STEP))
    steps = min(loudness.steps(loudness.TARGET, target), room)
    gain = steps * loudness.STEP
    return structs.replace(clip, loudness=round(clip.loudness + gain, 2), peak=round(clip.peak + gain, 2)), steps


def _pauses(script: Script) -> list[_Pauses]:
    said = enumerate(script.utterances)
    return [_Pauses(one.pause_before, one.pause_after, bool(one.chapter) and at > 0) for at, one in said]


def _row(heard: Sequence[_Heard], pauses: Sequence[_Pauses], sample_rate: int) -> tuple[tuple[Piece, ...], list[int], int]:
    """Clips with the pauses around each, in a row: pieces, where each clip starts, and all samples."""
    size = samples_per_frame(sample_rate)
    pieces: list[Piece] = []
    starts: list[int] = []
    at, quiet, pause = 0, 0, 0
    for (key, clip, steps), (before, after, second) in zip(heard, pauses, strict=True):
        silence = _frames(max(pause, before) * sample_rate // 1000 - quiet - clip.speech_start, size)
        if second and (at + silence) * size // sample_rate * sample_rate < at * size - quiet + sample_rate // 10:
            silence = -(-((at + silence) * size // sample_rate + 1) * sample_rate // size) - at
        said = ClipPiece(key, 0, clip.frames, steps) if key else SilencePiece(clip.frames)
        pieces += [*[SilencePiece(silence)] * bool(silence), said]
        starts.append((at + silence) * size)
        at += silence + clip.frames
        quiet, pause = clip.samples - clip.speech_end, after
    silence = _frames(pause * sample_rate // 1000 - quiet, size)
    return (*pieces, *[SilencePiece(silence)] * bool(silence)), starts, (at + silence) * size


def _alone(jingle: tuple[str, Clip] | None, target: float) -> tuple[ClipPiece, ...]:
    """The piece of an intro or outro, if any: a whole clip."""
    return (ClipPiece(jingle[0], 0, jingle[1].frames, loudness.steps(loudness.TARGET, target)),) if jingle else ()


def _placed(tracks: Iterable[Track], at: int, pause: int, sample_rate: int) -> tuple[tuple[Track, ...], list[Piece], int]:
    """Tracks one after the other from the frame `at` on, each on a whole second: their pieces, and the frame after them.

    `pause` is in samples.
    """
    size = samples_per_frame(sample_rate)
    placed: list[Track] = []
    pieces: list[Piece] = []
    for track in tracks:
        earliest = at + (_frames(pause - _quiet_end(placed[-1]), size) if placed else 0)
        second = max(0, (earliest - 1) * size // sample_rate)
        while round(second * sample_rate / size) < earliest:
            second += 1
        silence = round(second * sample_rate / size) - at
        pieces += [SilencePiece(silence)] * bool(silence) + list(track.pieces)
        placed.append(structs.replace(track, offset=second * sample_rate))
        at += silence + track.samples // size
    return tuple(placed), pieces, at


def _quiet_end(track: Track) -> int:
    """Samples after what is last heard of a track."""
    return track.samples - track.cues[-1].end if track.cues else 0


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
            words=Words(_words(utterance, clip, prompt, start)),
            spoken=utterance.spoken.spoken,
            voice=prompt.request.voice.name,
        )


def _words(utterance: Utterance, clip: Clip, prompt: Prompt, start: int) -> Iterator[Word]:
    """Boundaries as words of the passage: payload → spoken → written. What is written as one, such as 15%, is one word."""
    written = list(utterance.spoken.spans())
    last: Word | None = None
    for boundary in clip.boundaries:
        said = [written[index] for index in _spoken(boundary, prompt) if index < len(written)]
        text_start = utterance.start + min((span[0] for span in said), default=0)
        text_end = utterance.start + max((span[1] for span in said), default=0)
        if text_start >= text_end:
            continue
        begin, end = (min(max(time, clip.speech_start), clip.speech_end) for time in (boundary.start, boundary.end))
        word = Word(start + begin, start + end, text_start, text_end)
        if last and text_start < last.text_end:
            last = Word(last.start, word.end, last.text_start, max(last.text_end, text_end))
            continue
        if last:
            yield last
        last = word
    if last:
        yield last


def _spoken(boundary: Boundary, prompt: Prompt) -> Iterator[int]:
    """The spoken code points that a boundary of the payload says."""
    for first, end, spoken_first, spoken_end in prompt.spans:
        from_, to = max(first, boundary.payload_start), min(end, boundary.payload_end)
        if from_ < to and end - first == spoken_end - spoken_first:
            yield from range(spoken_first + from_ - first, spoken_first + to - first)
        elif from_ < to:
            yield from range(spoken_first, spoken_end)


def _chapters(script: Script, starts: Sequence[int], samples: int, sample_rate: int) -> Iterator[Chapter]:
    said = zip(starts, script.utterances, strict=True)
    named = [(start // sample_rate * sample_rate, utterance.chapter) for start, utterance in said if utterance.chapter]
    if not named:
        return
    if script.utterances[0].chapter:
        named[0] = (0, named[0][1])
    else:
        named.insert(0, (0, script.title))
    for (start, title), (end, _) in pairwise([*named, (samples, "")]):
        yield Chapter(start, end, title, script.id)

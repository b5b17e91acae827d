"""The timeline by its promises: exact to the frame, ordered, disjoint, on whole seconds."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from audio_edition.audio import mp3, timeline
from audio_edition.model.edition import ClipPiece, SilencePiece, Track
from audio_edition.model.passage import Passage
from audio_edition.model.script import Script
from audio_edition.model.speech import Boundary, Clip, Prompt, Pronunciation, Request, Utterance, Voice
from audio_edition.model.text import SpokenText, Token

VOICE = Voice("espeak", "cmn-latn-pinyin")


def a_clip(frames: int = 50, head: int = 1200, tail: int = 300, size: int = 576, boundaries: tuple[Boundary, ...] = ()) -> Clip:
    return Clip(b"", frames, frames * size, head, frames * size - tail, boundaries, -16.0, -2.0)


def an_utterance(text: str = "今天晴。", start: int = 0, before: int = 0, after: int = 350, chapter: str = "") -> Utterance:
    spoken = SpokenText(text, tuple(Token(at, at + 1, char) for at, char in enumerate(text)))
    said = Pronunciation(text, ())
    return Utterance("a", "body-0", start, start + len(text), "body", spoken, said, VOICE, before, after, chapter=chapter)


def a_prompt() -> Prompt:
    return Prompt(Request("espeak", "1", VOICE, ""))


def a_track(
    utterances: Sequence[Utterance], clips: Sequence[Clip], rate: int = 24000, chime: tuple[str, Clip] | None = None
) -> Track:
    text = "".join(utterance.spoken.written for utterance in utterances)
    script = Script("a", "article", "题", (Passage("body-0", "body", text),), tuple(utterances))
    keyed = [(f"{number}", clip) for number, clip in enumerate(clips)]
    return timeline.lay(script, keyed, [a_prompt()] * len(clips), rate, chime=chime)


lengths = st.integers(5, 400)
pauses = st.integers(0, 3000)


@given(
    st.lists(st.tuples(lengths, st.integers(0, 2000), st.integers(0, 600), pauses, pauses), max_size=6),
    st.sampled_from([24000, 44100]),
)
def test_pauses_are_kept_to_half_a_frame_and_cues_are_where_the_speech_is(
    rows: list[tuple[int, int, int, int, int]], rate: int
) -> None:
    size = mp3.samples_per_frame(rate)
    clips = [a_clip(frames, head, tail, size) for frames, head, tail, _, _ in rows]
    utterances: list[Utterance] = []
    at = 0
    for _, _, _, before, after in rows:
        utterances.append(an_utterance(start=at, before=before, after=after))
        at += 4
    track = a_track(utterances, clips, rate)
    counts = [piece.frames if isinstance(piece, SilencePiece) else piece.last - piece.first for piece in track.pieces]
    assert sum(counts) * size == track.samples
    assert all(counts)
    starts = [sum(counts[:number]) * size for number, piece in enumerate(track.pieces) if isinstance(piece, ClipPiece)]
    assert [(cue.start, cue.end) for cue in track.cues] == [
        (start + clip.speech_start, start + clip.speech_end) for start, clip in zip(starts, clips, strict=True)
    ]
    ends = [0, *(cue.end for cue in track.cues)]
    wanted = [max(a, b) for a, b in zip([0, *(row[4] for row in rows)], (row[3] for row in rows), strict=False)]
    for end, cue, pause, least in zip(ends, track.cues, wanted, [0, *(row[2] for row in rows)], strict=False):
        built_in = least + clips[track.cues.index(cue)].speech_start if cue in track.cues else 0
        assert abs(cue.start - end - max(pause * rate // 1000, built_in)) <= size // 2 or cue.start - end == built_in


def test_cues_show_what_is_printed_and_know_what_is_said() -> None:
    utterances = [an_utterance("今天晴。"), an_utterance("明天雨。", 4)]
    track = a_track(utterances, [a_clip(), a_clip()])
    assert [(cue.text, cue.spoken, cue.text_start, cue.text_end) for cue in track.cues] == [
        ("今天晴。", "今天晴。", 0, 4),
        ("明天雨。", "明天雨。", 4, 8),
    ]


def test_a_cue_names_the_voice_that_was_heard_not_the_one_the_cast_asked_for() -> None:
    """An engine reads English with a voice for English; the fallback engine has voices of its own."""
    utterance = an_utterance()
    script = Script("a", "article", "题", (Passage("body-0", "body", utterance.spoken.written),), (utterance,))
    prompt = Prompt(Request("espeak", "1", structs.replace(VOICE, name="en"), "", 48))
    assert timeline.lay(script, [("k", a_clip())], [prompt]).cues[0].voice == "en"


def test_words_lead_from_the_payload_to_the_printed_text() -> None:
    """`涨15%。` is said 涨百分之十五: each spoken word is shown where it is printed, a number as a whole."""
    spoken = SpokenText("涨15%。", (Token(0, 1, "涨"), Token(1, 4, "百分之十五"), Token(4, 5, "。")))
    utterance = structs.replace(an_utterance(), spoken=spoken, start=10, end=15)
    payload = "zhang3 bai3fen1zhi1 shi2wu3 。"
    spans = ((0, 6, 0, 1), (7, 18, 1, 4), (19, 26, 4, 6), (27, 28, 6, 7))
    boundaries = tuple(Boundary(1000 + 500 * number, 1500 + 500 * number, *span[:2]) for number, span in enumerate(spans[:3]))
    script = Script("a", "article", "题", (Passage("body-0", "body", "x" * 10 + spoken.written),), (utterance,))
    prompt = Prompt(Request("espeak", "1", VOICE, payload), spans)
    track = timeline.lay(script, [("k", a_clip(boundaries=boundaries))], [prompt])
    words = track.cues[0].words
    assert [(word.text_start, word.text_end) for word in words] == [(10, 11), (11, 14)]
    assert [(word.start, word.end) for word in words] == [(1200, 1500), (1500, 2500)]  # none before the cue
    assert (track.cues[0].start, track.cues[0].text) == (1200, spoken.written)


@given(st.lists(st.tuples(lengths, pauses, st.booleans()), min_size=2, max_size=8), st.sampled_from([24000, 44100]))
def test_chapters_begin_on_whole_seconds_in_the_pause_before_their_utterance(
    rows: list[tuple[int, int, bool]], rate: int
) -> None:
    size = mp3.samples_per_frame(rate)
    utterances = [an_utterance(start=4 * at, before=before, chapter="章" * named) for at, (_, before, named) in enumerate(rows)]
    track = a_track(utterances, [a_clip(frames, size=size) for frames, _, _ in rows], rate)
    named = [number for number, (_, _, chapter) in enumerate(rows) if chapter]
    assert len(track.chapters) == (len(named) + (0 not in named)) * bool(named)
    for chapter, number in zip(track.chapters[0 not in named :], named, strict=False):
        assert chapter.start % rate == 0
        assert chapter.start >= (track.cues[number - 1].end if number else 0)
        assert 0 < track.cues[number].start - chapter.start < rate * (1 + rows[number][1] / 1000) + 2 * size
    ends = [*(chapter.start for chapter in track.chapters[1:]), track.samples]
    assert [chapter.end for chapter in track.chapters] == ends * bool(named)


def test_the_first_chapter_begins_with_the_track() -> None:
    named = a_track([an_utterance(), an_utterance(start=4, chapter="小标题")], [a_clip()] * 2)
    assert [(chapter.title, chapter.start == 0) for chapter in named.chapters] == [("题", True), ("小标题", False)]
    assert [(one.title, one.start) for one in a_track([an_utterance(before=3000, chapter="甲")], [a_clip()]).chapters] == [
        ("甲", 0)
    ]
    assert a_track([an_utterance()], [a_clip()]).chapters == ()


def test_a_chime_is_heard_before_the_first_word() -> None:
    plain = a_track([an_utterance()], [a_clip()])
    chimed = a_track([an_utterance()], [a_clip()], chime=("chime", a_clip(40)))
    assert chimed.pieces[0] == ClipPiece("chime", 0, 40)
    silence = chimed.cues[0].start - (40 * 576 - 300)
    assert abs(silence - timeline.CHIME_PAUSE * 24) <= 288
    assert len(plain.cues) == len(chimed.cues) == 1


@settings(max_examples=50)
@given(st.lists(st.lists(lengths, min_size=1, max_size=4), max_size=8), st.sampled_from([24000, 44100]), st.booleans())
def test_an_edition_is_the_join_of_its_tracks_each_from_a_whole_second(rows: list[list[int]], rate: int, music: bool) -> None:
    size = mp3.samples_per_frame(rate)
    tracks = [a_track([an_utterance(after=500)] * len(row), [a_clip(frames, size=size) for frames in row], rate) for row in rows]
    sound = ("music", a_clip(77, size=size)) if music else None
    placed, chapters, pieces, samples = timeline.bind(tracks, rate, intro=sound, outro=sound)
    begins: dict[int, int] = {}
    at = 0
    queue = [*placed]
    for piece in pieces:
        if queue and piece == queue[0].pieces[0] and at * size >= queue[0].offset - size // 2 - 1:
            begins[len(placed) - len(queue)] = at * size
            queue.pop(0)
        at += piece.frames if isinstance(piece, SilencePiece) else piece.last - piece.first
    assert at * size == samples
    assert len(begins) == len(tracks)
    for number, track in enumerate(placed):
        assert track.offset % rate == 0
        assert abs(begins[number] - track.offset) <= (size // 3 if rate == 24000 else size // 2)
    assert [chapter.start for chapter in chapters] == [0, *(track.offset for track in placed[1:])][: len(placed)]
    assert [chapter.end for chapter in chapters] == [*(track.offset for track in placed[1:]), samples][: len(placed)] * bool(
        placed
    )


@given(st.lists(lengths, min_size=1, max_size=5), st.sampled_from([24000, 44100]), st.integers(0, 5000))
def test_between_two_articles_it_is_silent_for_as_long_as_the_cast_asks(frames: list[int], rate: int, pause: int) -> None:
    size = mp3.samples_per_frame(rate)
    tracks = [a_track([an_utterance(after=500)], [a_clip(length, size=size)], rate) for length in frames]
    placed, _, _, _ = timeline.bind(tracks, rate, pause=pause)
    for track, following in pairwise(placed):
        silence = following.offset - track.offset - track.cues[-1].end
        assert max(pause, 500) * rate / 1000 - size <= silence <= (max(pause, 500) / 1000 + 1) * rate + size


@pytest.mark.parametrize("rate", [24000, 44100])
def test_after_ten_hours_a_track_is_still_where_its_offset_says(rate: int) -> None:
    size = mp3.samples_per_frame(rate)
    day = [a_track([an_utterance(after=1600)], [a_clip(2503, size=size)], rate)] * (36000 * rate // (2500 * size))
    placed, _, pieces, samples = timeline.bind(day, rate)
    assert samples / rate > 36000
    starts: list[int] = []
    at = 0
    for piece in pieces:
        if isinstance(piece, ClipPiece):
            starts.append(at * size)
        at += piece.frames if isinstance(piece, SilencePiece) else piece.last - piece.first
    assert max(abs(start - track.offset) for start, track in zip(starts, placed, strict=True)) <= size // 2


def test_an_utterance_with_nothing_to_say_has_a_cue_of_one_silent_frame() -> None:
    track = a_track([an_utterance(after=0), an_utterance("——", 4)], [a_clip(), Clip(b"", 0, 0, 0, 0)])
    assert [cue.end - cue.start for cue in track.cues] == [50 * 576 - 1500, 576]
    assert all(isinstance(piece, SilencePiece) for piece in track.pieces[1:])


@pytest.mark.parametrize(
    ("peak", "target", "steps", "heard"),
    [(-2.0, -16.0, 0, -16.0), (-2.0, -19.0, -2, -19.01), (-2.0, -13.0, 0, -16.0), (-3.0, -13.0, 1, -14.49)],
)
def test_another_loudness_is_steps_away_as_far_as_peaks_allow(peak: float, target: float, steps: int, heard: float) -> None:
    clip = structs.replace(a_clip(), peak=peak)
    script = Script("a", "article", "题", (Passage("body-0", "body", "今天晴。"),), (an_utterance(),))
    track = timeline.lay(script, [("k", clip)], [a_prompt()], target=target)
    piece = next(piece for piece in track.pieces if isinstance(piece, ClipPiece))
    assert (piece.steps, track.loudness) == (steps, heard)
    assert track.peak == pytest.approx(peak + steps * 1.505, abs=0.01)

"""The edition in other codecs, for who asks for them: Ogg Opus, and M4B. The only sound that is encoded a second time.

Chapters and tags go into the file. The bytes are the same on every run.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from io import BytesIO
from typing import Any

import numpy as np

from audio_edition.audio import clip, mp3
from audio_edition.audio.loudness import Samples
from audio_edition.model.edition import Chapter
from audio_edition.model.errors import PublishError

AAC_BITRATE = 64
"""kbit/s."""
AAC_GAIN = -3.0
"""dB: AAC overshoots by more than MP3, and a mono file of -19 LUFS is what audiobook players expect."""
OPUS_RATE = 24000
"""Hz, of those that MP3 files may have here, that Opus knows."""
OPUS_QUALITY = 0.92
"""libsndfile's `compression_level`: about 26 kbit/s, at which Opus is as good as MP3 at 48."""

_SERIAL = 1


def check(forms: Collection[str], sample_rate: int) -> None:
    """Raises PublishError for a form (`m4b`, `opus`) that cannot be made here, or not of such sound: before it is spoken."""
    if "m4b" in forms:
        _av()
    if "opus" in forms and sample_rate != OPUS_RATE:
        raise PublishError(f"Opus knows no {sample_rate} Hz: set sample_rate = {OPUS_RATE} in the cast")


def opus(
    frames: Iterable[bytes], chapters: Sequence[Chapter], tags: Mapping[str, str], bitrate: int = 48, sample_rate: int = 24000
) -> bytes:
    """Ogg Opus of MP3 frames; `tags` by their Vorbis names (TITLE, ARTIST…), chapters as VorbisComment's CHAPTERxxx.

    Raises PublishError for 44.1 kHz, which Opus does not know.
    """
    import soundfile
    from mutagen.oggopus import OggOpus

    check(("opus",), sample_rate)
    sound = BytesIO()
    with soundfile.SoundFile(sound, "w", sample_rate, 1, format="OGG", subtype="OPUS", compression_level=OPUS_QUALITY) as file:
        for block in _blocks(frames, bitrate, sample_rate):
            file.write(block)
    sound.seek(0)
    tagged: Any = OggOpus(sound)
    tagged.clear()
    tagged.update(dict(tags))
    for number, chapter in enumerate(chapters):
        tagged[f"CHAPTER{number:03}"] = _clock(chapter.start * 1000 // sample_rate)
        tagged[f"CHAPTER{number:03}NAME"] = chapter.title
    sound.seek(0)
    tagged.save(sound)
    return _renumbered(sound)


def m4b(
    frames: Iterable[bytes],
    chapters: Sequence[Chapter],
    tags: Mapping[str, str],
    cover: bytes = b"",
    bitrate: int = 48,
    sample_rate: int = 24000,
) -> bytes:
    """An audiobook (MPEG-4, AAC) of MP3 frames, ready to be streamed; `tags` by ffmpeg's names, or freeform in capitals (AIGC).

    Raises PublishError when the package `av`, which has the encoder, is not installed.
    """
    file = bytearray()
    with _av().open(_View(file), "w", format="ipod", options=_MUXER, io_open=lambda *_: _View(file)) as container:
        stream = container.add_stream("aac", rate=sample_rate, layout="mono")
        stream.bit_rate = AAC_BITRATE * 1000
        container.metadata.update({name: value for name, value in tags.items() if not name.isupper()})
        container.set_chapters(list(_chapters(chapters, sample_rate)))
        for frame in _frames(_blocks(frames, bitrate, sample_rate), sample_rate):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return _covered(bytes(file), cover, {name: value for name, value in tags.items() if name.isupper()})


_MUXER = {"movflags": "+faststart", "fflags": "+bitexact"}


def _av() -> Any:
    try:
        import av
    except ImportError as error:
        raise PublishError("an M4B needs an AAC encoder: pip install 'audio-edition[m4b]'") from error
    return av


def _blocks(frames: Iterable[bytes], bitrate: int, sample_rate: int) -> Iterator[Samples]:
    """The samples of frames, from pause to pause: after some silent frames a decoder remembers nothing."""
    held = bytearray()
    for piece in frames:
        held += piece
        count = mp3.count(piece)
        if count >= 4 and piece == mp3.silence(count, bitrate, sample_rate):
            yield clip.decoded(bytes(held), bitrate, sample_rate)
            held.clear()
    if held:
        yield clip.decoded(bytes(held), bitrate, sample_rate)


def _frames(blocks: Iterable[Samples], sample_rate: int) -> Iterator[Any]:
    at = 0
    for block in blocks:
        frame = _av().AudioFrame.from_ndarray((block * np.float32(10 ** (AAC_GAIN / 20)))[None, :], format="fltp", layout="mono")
        frame.sample_rate, frame.time_base, frame.pts = sample_rate, Fraction(1, sample_rate), at
        at += len(block)
        yield frame


def _chapters(chapters: Sequence[Chapter], sample_rate: int) -> Iterator[dict[str, object]]:
    for number, chapter in enumerate(chapters):
        yield {
            "id": number,
            "start": chapter.start * 1000 // sample_rate,
            "end": chapter.end * 1000 // sample_rate,
            "time_base": Fraction(1, 1000),
            "metadata": {"title": chapter.title},
        }


def _covered(file: bytes, cover: bytes, labels: Mapping[str, str]) -> bytes:
    from mutagen.mp4 import MP4, MP4Cover

    sound = BytesIO(file)
    tagged: Any = MP4(sound)
    if cover:
        kind = MP4Cover.FORMAT_PNG if cover.startswith(b"\x89PNG") else MP4Cover.FORMAT_JPEG
        tagged["covr"] = [MP4Cover(cover, kind)]
    for name, value in labels.items():
        tagged[f"----:com.apple.iTunes:{name}"] = value.encode()
    sound.seek(0)
    tagged.save(sound)
    return sound.getvalue()


def _renumbered(sound: BytesIO) -> bytes:
    """The Ogg pages with a serial number of their own: libsndfile draws one by lot."""
    from mutagen.ogg import OggPage

    sound.seek(0)
    pages, end = [], len(sound.getbuffer())
    while sound.tell() < end:
        page = OggPage(sound)
        page.serial = _SERIAL
        pages.append(page.write())
    return b"".join(pages)


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


class _View:
    """One of several files on the same bytes: the muxer reads again what it writes, to put the index first."""

    name = "edition.m4b"

    def __init__(self, content: bytearray) -> None:
        self._content = content
        self._at = 0

    def read(self, size: int) -> bytes:
        found = bytes(self._content[self._at : self._at + size])
        self._at += len(found)
        return found

    def write(self, data: bytes) -> int:
        end = self._at + len(data)
        self._content.extend(bytes(max(0, end - len(self._content))))
        self._content[self._at : end] = data
        self._at = end
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset + (0, self._at, len(self._content))[whence]
        return self._at

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        """Nothing to close."""

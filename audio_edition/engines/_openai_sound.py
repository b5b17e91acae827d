"""The sound that an OpenAI-compatible server sent: told by its first bytes, where they tell nothing by its name. Pure."""

from collections.abc import Callable

from audio_edition.audio.decode import decode, decode_raw
from audio_edition.audio.loudness import Samples
from audio_edition.engines._answer import Answer, check_sound
from audio_edition.model.errors import SpeechError, SpeechRefused

PCM_RATE = 24000
"""Hz of raw samples whose name does not say: 16-bit signed little-endian mono, as OpenAI documents."""
CHANNELS = range(1, 9)
BIG_ENDIAN = ("audio/l16", "audio/x-l16")
"""RFC 2586: network byte order; Gemini and others send little-endian under this name, which is heard."""
RAW = ("", "application/octet-stream", "binary/octet-stream", "audio/pcm", "audio/x-pcm", "audio/raw", "audio/x-raw", *BIG_ENDIAN)
"""Names of raw samples, and those that say nothing."""
INFO, FLAGS, ENDLESS = 4096, 16, 1 << 31
"""Bytes within which an MP3 tells how many frames it has; numbers that its flags, and that of its frames, do not reach."""
READABLE = (b"RIFF", b"RF64", b"fLaC", b"OggS", b"FORM", b"caff", b".snd")
"""First bytes of what libsndfile reads."""
UNREADABLE = (
    ("WebM or Matroska", 0, (b"\x1aE\xdf\xa3",)),
    ("MP4 or M4A", 4, (b"ftyp", b"moov", b"styp", b"moof")),
    ("WMA", 0, (b"0&\xb2u",)),
    ("AMR", 0, (b"#!AMR",)),
    ("SILK", 0, (b"#!SILK", b"\x02#!SILK")),
    ("FLV", 0, (b"FLV\x01",)),
    ("a compressed file", 0, (b"\x1f\x8b", b"PK\x03\x04", b"(\xb5/\xfd")),
)
"""What other answers begin with, and at which byte."""
HELP = "ask for another format with AUDIO_EDITION_OPENAI_FORMAT (wav, mp3, flac, opus, pcm)"


def sound(answer: Answer, asked: str) -> tuple[Samples, int]:
    """The samples of an answer that is no MP3, mixed to mono, and their rate in Hz; `asked` is the format that was asked for.

    Raises SpeechError for what is no sound, SpeechRefused for sound that cannot be read.
    """
    body, media_type = answer.body, answer.media_type
    if body.startswith(READABLE):
        return _read(answer, _decoded)
    check_sound("openai", answer)
    likely = asked == "pcm" or media_type in RAW
    what = _unreadable(body) or ("" if likely else "what it is not, or raw samples")
    if what:
        raise SpeechRefused(f"openai was asked for {asked} and sent {what} ({media_type or 'no type'}): {HELP}")
    return _read(answer, _raw)


def with_sizes(wave: bytes) -> bytes:
    """A WAV whose header tells its length: a server that streams writes the largest number, or none.

    Raises SpeechError when less is there than the header says.

    >>> with_sizes(b"RIFF\\xff\\xff\\xff\\xffWAVEdata\\xff\\xff\\xff\\xffabcd")
    b'RIFF\\x10\\x00\\x00\\x00WAVEdata\\x04\\x00\\x00\\x00abcd'
    """
    start = _data(wave) if wave[:4] == b"RIFF" else 0
    if not start:
        return wave
    said, there = int.from_bytes(wave[start - 4 : start], "little"), len(wave) - start
    if 0 < said <= there:
        return wave
    if said and said < 0x7FFF0000:
        raise SpeechError(f"openai sent {there} of {said} bytes")
    whole, rest = (len(wave) - 8).to_bytes(4, "little"), there.to_bytes(4, "little")
    return b"RIFF" + whole + wave[8 : start - 4] + rest + wave[start:]


def check_frames(body: bytes, frames: int) -> None:
    """Raises SpeechError when the Info (or Xing) frame of an MP3 tells of more frames than there are: it may count itself, and
    often tells of none."""
    at = max(body.find(b"Info", 0, INFO), body.find(b"Xing", 0, INFO))
    flags = int.from_bytes(body[at + 4 : at + 8], "big") if at >= 0 else 0
    told = int.from_bytes(body[at + 8 : at + 12], "big") if flags < FLAGS and flags & 1 else 0
    if frames + 1 < told < ENDLESS:
        raise SpeechError(f"openai sent {frames} of {told} frames")


def check_pages(body: bytes) -> None:
    """Raises SpeechError when the last page of an Ogg file is not whole (RFC 3533: its header ends with the sizes of its parts).

    >>> check_pages(b"OggS" + bytes(22) + b"\2\5\5" + bytes(7))
    Traceback (most recent call last):
    audio_edition.model.errors.SpeechError: openai sent only a part: its last page lacks 3 bytes
    """
    at = body.rfind(b"OggS")
    sizes = body[at + 27 : at + 27 + body[at + 26]] if at + 26 < len(body) else b""
    lacking = at + 27 + len(sizes) + sum(sizes) - len(body)
    if lacking > 0:
        raise SpeechError(f"openai sent only a part: its last page lacks {lacking} bytes")


def _data(wave: bytes) -> int:
    """The byte at which the samples of a WAV begin; 0 when no chunk holds any."""
    at = 12
    while at + 8 <= len(wave):
        if wave[at : at + 4] == b"data":
            return at + 8
        size = int.from_bytes(wave[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
    return 0


def _read(answer: Answer, read: Callable[[Answer], tuple[Samples, int]]) -> tuple[Samples, int]:
    try:
        return read(answer)
    except SpeechRefused as error:
        raise SpeechRefused(f"openai sent {_named(answer)} that cannot be read: {error}: {HELP}") from error


def _named(answer: Answer) -> str:
    parameters = "".join(f";{key}={value}" for key, value in answer.parameters)
    return f"{answer.media_type or 'sound'}{parameters}"


def _decoded(answer: Answer) -> tuple[Samples, int]:
    if answer.body.startswith(b"OggS"):
        check_pages(answer.body)
    return decode(with_sizes(answer.body))


def _unreadable(body: bytes) -> str:
    """Name of the format of these bytes, where it is a known one."""
    found = (name for name, at, heads in UNREADABLE if body[at : at + 8].startswith(heads))
    return "AAC" if _is_aac(body) else next(found, "")


def _is_aac(body: bytes) -> bool:
    """Whether a frame of AAC (ISO/IEC 13818-7, ADTS) stands first and another after it: raw samples may begin like one."""
    if len(body) < 7 or body[0] != 0xFF or body[1] & 0xF6 != 0xF0:
        return False
    size = (body[3] & 3) << 11 | body[4] << 3 | body[5] >> 5
    return len(body) <= size or body[size : size + 2] == body[:2]


def _raw(answer: Answer) -> tuple[Samples, int]:
    said = dict(answer.parameters)
    try:
        rate, channels = int(said.get("rate", PCM_RATE)), int(said.get("channels", 1))
    except ValueError:
        rate = channels = 0
    if channels not in CHANNELS:
        raise SpeechRefused("raw samples of an unknown kind")
    return decode_raw(answer.body, rate, channels, answer.media_type in BIG_ENDIAN)

"""What is said and by whom: readings, utterances, voices, requests, clips."""

from typing import Literal

from msgspec import Struct

from audio_edition.model.finding import Finding
from audio_edition.model.passage import Role
from audio_edition.model.text import Span, SpokenText

Origin = Literal["note", "lexicon", "place", "name", "phrase", "model", "rule", "default"]

Prosody = Literal["rate", "pitch", "volume"]


class Reading(Struct, frozen=True, omit_defaults=True, gc=False):
    """The pinyin of one Hanzi."""

    char: str
    index: int
    """Code point of the text that was pronounced."""
    pinyin: str
    """Lexical: tone number, `v` for ü, 5 for neutral; 一 yi1, 不 bu4 before sandhi."""
    surface: str
    """After sandhi. Empty when the syllable has merged into the one before (花儿 huar1)."""
    origin: Origin = "default"
    confidence: float = 1.0
    """How often such a reading is right: calibrated, 0 to 1."""
    alternatives: tuple[str, ...] = ()


class Pronunciation(Struct, frozen=True, omit_defaults=True):
    """The readings of a text, one per Hanzi, and its words."""

    text: str
    readings: tuple[Reading, ...]
    words: tuple[Span, ...] = ()
    """Half-open, code points of `text`; ordered, disjoint."""
    findings: tuple[Finding, ...] = ()


class Voice(Struct, frozen=True, omit_defaults=True):
    """Who speaks, and how."""

    engine: str
    name: str
    rate: int = 0
    """Percent faster (or, negative, slower) than the voice's own pace."""
    pitch: int = 0
    """Percent above (or below) the voice's own pitch."""
    volume: int = 0
    """Percent louder (or softer)."""


class Utterance(Struct, frozen=True, omit_defaults=True):
    """What one engine request says: a sentence, or part of one, of one passage by one voice."""

    article: str
    passage: str
    start: int
    end: int
    """Half-open, code points of the passage's text."""
    role: Role
    spoken: SpokenText
    """Its `written` is the passage's text[start:end]."""
    pronunciation: Pronunciation
    """Of `spoken.spoken`."""
    voice: Voice
    pause_before: int = 0
    pause_after: int = 0
    """Silence around it, in ms."""
    lang: str = "zh-CN"
    chapter: str = ""
    """Title of the chapter that begins with it, if one does."""


class Capabilities(Struct, frozen=True):
    """What an engine can do; asked for instead of its name."""

    max_bytes: int
    """Most bytes (UTF-8, markup included) of one request's payload."""
    boundaries: Literal["none", "sentence", "word"] = "none"
    alphabet: Literal["none", "pinyin", "ipa", "sapi"] = "none"
    """How a reading can be forced; `none`: respell with homophones."""
    at_once: int = 1
    """Requests that may be in flight together."""
    network: bool = False
    level: Literal["edition", "frames", "samples"] = "edition"
    """How loud its clips come: as the edition; or as the voice happens to be, and then they are made louder in their MP3
    frames, or before they are encoded by `speak_louder`."""
    prosody: tuple[Prosody, ...] = ("rate", "pitch", "volume")
    """What a cast may change of its voices."""


class Request(Struct, frozen=True):
    """Everything that decides how a clip sounds: its hash is the clip's key."""

    engine: str
    version: str
    voice: Voice
    payload: str
    """What the engine is sent."""
    bitrate: int = 48
    """kbit/s of the clip."""
    sample_rate: int = 24000
    """Hz of the clip."""


class Prompt(Struct, frozen=True):
    """A request, and what each part of its payload says."""

    request: Request
    spans: tuple[tuple[int, int, int, int], ...] = ()
    """(payload start, payload end, spoken start, spoken end), code points, ordered: the way back from a boundary. Where both
    lengths are equal each code point says the one at its place, else the whole says the whole."""
    findings: tuple[Finding, ...] = ()


class Boundary(Struct, frozen=True, gc=False):
    """A time that the engine reports for a place in the payload."""

    start: int
    end: int
    """Samples of the clip."""
    payload_start: int
    payload_end: int
    """Half-open, code points of the payload."""


class Clip(Struct, frozen=True, omit_defaults=True):
    """Audio of one request: headerless CBR MP3 frames, made once, joined by bytes."""

    audio: bytes
    frames: int
    samples: int
    """frames × samples per frame (576 at 24 kHz)."""
    speech_start: int
    speech_end: int
    """Samples between which something is heard."""
    boundaries: tuple[Boundary, ...] = ()
    loudness: float = -70.0
    """Integrated, LUFS (ITU-R BS.1770)."""
    peak: float = -70.0
    """True peak, dBTP."""
    doubt: str = ""
    """What its engine may have done instead of saying the text ("sent …"), where no better answer came; empty: nothing."""

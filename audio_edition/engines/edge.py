"""Microsoft's read-aloud voices, through edge-tts: the best free Chinese voices; needs the network, no key.

What edge-tts does not do is done here: texts are cut to what the service takes whole, every message and every request has a
time limit, and what came back is accepted only when it is complete. From the environment: AUDIO_EDITION_EDGE_URL (`ws://…`
or `wss://…`) names another server; AUDIO_EDITION_EDGE_PATIENCE says how many seconds without a message are too many (8);
SSL_CERT_FILE adds certificates (of a company's proxy, say) to those of certifi; HTTPS_PROXY names a proxy.
"""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from audio_edition.audio.clip import Heard, from_heard, hear
from audio_edition.audio.mp3 import scan
from audio_edition.audio.whole import is_repeated
from audio_edition.engines import VoiceInfo
from audio_edition.engines._complete import Word, in_order, locate, longest, missing, only_unknown, unreported
from audio_edition.engines._edge_voices import VOICES
from audio_edition.engines._sound import Ways, are_displaced, ends_early, is_broken, is_cut
from audio_edition.engines._text import clean, escaped_size, halves, pieces, runs, speakable
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.speech import Boundary, Capabilities, Clip, Prompt, Request, Utterance, Voice
from audio_edition.pronunciation.respelling import respell

if TYPE_CHECKING:
    from audio_edition.engines._edge_wire import Patience, Take

MAX_BYTES = 4096
"""Of a text after XML escaping; the service refuses more. At a slower pace it takes fewer: it cuts at ten minutes of sound."""
BITRATE, SAMPLE_RATE = 48, 24000
"""Of the only format that edge-tts asks for: MP3 of so many kbit/s, constant, at so many Hz."""
BYTES_PER_SECOND = BITRATE * 125
TRIES = 6
TRIES_OF_HALF = 2
"""Answers without sound after which a text (a half of one) is cut in two; odd ones after which it is believed."""
FORBIDDEN_AT_FIRST = 3
FORBIDDEN_IN_A_ROW = 12
"""Answers 403 after which it is no accident: to one text, when the service has let nobody in yet; to all, when it has."""
MISSPELT = 0.93
"""Likeness (difflib) to a listed name from which another one is taken for its misspelling: of one letter. The service's own that
are not listed are less alike: en-US-AnaNeural beside AriaNeural 0.90."""
UNFIT = "sent sound that does not fit its words"
"""What is said of an answer that is odd each time."""
HERTZ = {"female": 2.0, "male": 1.2}
"""Hz that one percent of pitch is: speaking voices lie near 200 and 120 Hz."""


class EdgeEngine:
    """The read-aloud service."""

    name = "edge"
    version = "1"
    capabilities = Capabilities(MAX_BYTES, boundaries="word", at_once=6, network=True, level="frames")

    def __init__(self, patience: "Patience | None" = None) -> None:
        self._patience = patience
        self._forbidden: Counter[str] = Counter()
        self._admitted = False
        self._ways, self._early, self._spotty = Ways(), Ways(), Ways()

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices it offers, known without a network."""
        return VOICES

    def has_voice(self, name: str) -> bool:
        """Whether a name is listed, or may be one of the hundreds that are not: of their form, and no listed one misspelt."""
        if any(name == voice.name for voice in VOICES):
            return True
        listed = [voice.name.casefold() for voice in VOICES]
        return _is_name(name) and not get_close_matches(name.casefold(), listed, 1, MISSPELT)

    def ready(self) -> str:
        """Empty: whether the network is there is seen when it speaks."""
        return ""

    def request(self, utterance: Utterance, bitrate: int, sample_rate: int) -> Prompt:
        """Plain text: edge-tts escapes it; readings are forced by homophones where the voice speaks Mandarin."""
        if not re.match(r"zh-(CN|TW)|.*Multilingual", utterance.voice.name):
            payload, places = clean(utterance.spoken.spoken)
            return Prompt(Request(self.name, self.version, utterance.voice, payload, bitrate, sample_rate), runs(places))
        respelled = respell(utterance.pronunciation)
        payload, places = clean(respelled.text, respelled.places)
        request = Request(self.name, self.version, utterance.voice, payload, bitrate, sample_rate)
        return Prompt(request, runs(places), respelled.findings)

    async def speak(self, request: Request) -> Clip:
        """The complete clip of a request, as one text or, if it is too long, as several.

        Raises SpeechError, SpeechThrottled, SpeechRefused.
        """
        text = request.payload
        slowed = min(1.0, max(0.1, 1 + request.voice.rate / 100))
        parts = [text[start:end] for start, end in pieces(text, int(MAX_BYTES * slowed), escaped_size)]
        answer = _joined([await self._answer(part, request.voice) for part in parts if speakable(part)])
        boundaries = _boundaries(answer, text, request.sample_rate)
        # Not in a thread: it would fight the streams for the interpreter, message by message, and slow all of them down.
        heard = answer.heard or hear(answer.audio, scan(answer.audio))
        clip = from_heard(heard, boundaries, request.bitrate, request.sample_rate)
        return structs.replace(clip, doubt=UNFIT) if answer.is_odd or answer.ends_early else clip

    async def aclose(self) -> None:
        """Nothing to give back: each request has its own connection."""

    async def _answer(self, text: str, voice: Voice, tries: int = TRIES) -> "_Answer":
        """A text as the service says it, asked again while it sends no sound or an odd one; what is odd each time it means."""
        answer = None
        for _ in range(tries):
            take = await self._say(text, voice)
            if take.audio:
                before, answer = answer, _heard(text, take, voice.rate)
                self._learn(before, answer)
                if self._believes(answer):
                    return answer
        if answer:
            return answer
        halved = halves(text)
        if halved is None:
            raise SpeechRefused(f"the service sends no sound for “{text}” in the voice {voice.name}")
        return _joined([await self._answer(half, voice, TRIES_OF_HALF) for half in halved])

    def _learn(self, before: "_Answer | None", again: "_Answer") -> None:
        if before and before.is_odd:
            self._ways.came_again(odd=again.is_odd)
        if before and before.ends_early:
            self._early.came_again(odd=again.ends_early)
        if before and before.is_spotty:
            self._spotty.came_again(odd=again.is_spotty)

    def _believes(self, answer: "_Answer") -> bool:
        is_its_way = (self._ways.odd or not answer.is_odd) and (self._early.odd or not answer.ends_early)
        return answer.is_whole and is_its_way and (self._spotty.odd or not answer.is_spotty)

    async def _say(self, text: str, voice: Voice) -> "Take":
        """What the service sends for a text."""
        from audio_edition.engines import _edge_wire

        most = int(BYTES_PER_SECOND * longest(text, voice.rate))
        try:
            take = await _edge_wire.say(text, _known(voice.name), _prosody(voice), self._patience or _edge_wire.patience(), most)
        except _edge_wire.Forbidden as error:
            self._forbidden[text] += 1
            raise self._forbidding(text, error) from error
        self._forbidden.clear()
        self._admitted = True
        return take

    def _forbidding(self, text: str, error: Exception) -> SpeechError:
        """What a 403 means. It comes at once: of several texts that are asked for together it is the first answer."""
        shut = self._forbidden.total() >= FORBIDDEN_IN_A_ROW if self._admitted else self._forbidden[text] >= FORBIDDEN_AT_FIRST
        if not shut:
            return SpeechError(str(error))
        return SpeechRefused(
            f"the service lets nobody in ({error}): check this computer's clock and its proxy, and upgrade edge-tts "
            "(pip install -U edge-tts): Microsoft changes the token now and then"
        )


def engine() -> EdgeEngine:
    """The engine."""
    return EdgeEngine()


def _is_name(name: str) -> bool:
    return re.fullmatch(r"[a-z]{2,3}-[A-Za-z]+(-[A-Za-z]+)?-\w+Neural", name) is not None


def _known(name: str) -> str:
    if not _is_name(name):
        raise SpeechRefused(f"edge has no voice {name!r}; `audio-edition voices` lists them")
    return name


def _prosody(voice: Voice) -> dict[str, str]:
    gender = next((info.gender for info in VOICES if info.name == voice.name), "female")
    hertz = round(voice.pitch * HERTZ[gender])
    return {"rate": f"{voice.rate:+d}%", "volume": f"{voice.volume:+d}%", "pitch": f"{hertz:+d}Hz"}


class _Answer(Struct, frozen=True):
    """A text as the service has said it."""

    audio: bytes
    words: tuple[Word, ...]
    """None where their times cannot be."""
    heard: Heard | None = None
    """Its sound, where it came in one piece and its frames in order."""
    is_odd: bool = False
    ends_early: bool = False
    """Whether its last word would end after all sound: by itself no reason to doubt the times of the others."""
    is_whole: bool = True
    """Whether nothing lacks, not even a character that the voice may not know."""
    is_spotty: bool = False
    """Whether a few of its characters have no time, as where a message was lost: its sound may be whole all the same."""


def _heard(text: str, take: "Take", rate: int) -> _Answer:
    """An answer to a text, and what is to be thought of it; one character in twenty may be one that no voice knows.

    Raises SpeechError when it is only a part.
    """
    words, seconds, frames = in_order(take.words, text), _seconds(take.audio), scan(take.audio)
    lacking = missing(text, words, seconds, rate)
    if lacking and not only_unknown(text, words, seconds, rate):
        raise SpeechError(f"the service sent only a part: {lacking}")
    if is_broken(take.audio, frames, BITRATE, SAMPLE_RATE):  # not decoded: the decoder would complain of it on the terminal
        return _Answer(take.audio, words, is_odd=True, is_whole=not lacking)
    is_spotty = not lacking and unreported(text, words) > 0
    heard = hear(take.audio, frames)
    displaced = are_displaced(words, heard, text, rate)
    is_odd = displaced or is_cut(words, heard) or is_repeated(take.audio, frames, heard.loud)
    return _Answer(take.audio, () if displaced else words, heard, is_odd, ends_early(words, heard), not lacking, is_spotty)


def _joined(answers: Sequence[_Answer]) -> _Answer:
    """Answers to texts that follow each other, as one."""
    if len(answers) == 1:
        return answers[0]
    words: list[Word] = []
    audio = b""
    for answer in answers:
        shift = _seconds(audio)
        words += [Word(word.start + shift, word.end + shift, word.text) for word in answer.words]
        audio += answer.audio
    is_odd, early = any(answer.is_odd for answer in answers), any(answer.ends_early for answer in answers)
    return _Answer(audio, tuple(words), is_odd=is_odd, ends_early=early)


def _seconds(audio: bytes) -> float:
    return len(audio) / BYTES_PER_SECOND


def _boundaries(answer: _Answer, text: str, rate: int) -> tuple[Boundary, ...]:
    places = zip(answer.words, locate(answer.words, text), strict=True)
    return tuple(Boundary(round(word.start * rate), round(word.end * rate), *place) for word, place in places if place)

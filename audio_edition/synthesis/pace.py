"""Whether a clip is far too short or too long for its text: held against the passage that its voice has read to be measured.

For services that report no words: an answer that lacks its second half, and ends as it should, is like a whole one; a neural
voice may say a thing twice, or go on with what nobody wrote. What is always so is the voice's way, or the service's limit: the
text is then asked for in two parts. Where these take far more, or less, time together, and rather what is foretold, they are the
clip; else the answer is kept, and an editor is told to listen.
"""

import re
from collections.abc import Awaitable, Callable
from html import unescape

from audio_edition.audio.joining import joined
from audio_edition.engines import Engine, PartingEngine
from audio_edition.model.errors import SpeechGivenUp
from audio_edition.model.finding import Finding
from audio_edition.model.hanzi import HANZI
from audio_edition.model.speech import Clip, Request
from audio_edition.synthesis.level import Measured, is_measured, measured_as, reading
from audio_edition.synthesis.retry import sentence
from audio_edition.synthesis.store import Store

SHORTEST = 0.7
"""Part of the time foretold that whole answers take, but for single words: 2,829 newspaper sentences by espeak-ng take 0.69 and
more (from six syllables on 0.71), 329 by a neural voice (Piper's joe) 0.77 and more."""
LEEWAY = 0.2
"""Seconds by which an answer may be shorter still: a word or two are irregular."""
LONGEST = 1.6
EXTRA = 1.0
"""Part of the time foretold, and seconds more, that whole answers do not exceed: 114 sentences by espeak-ng take 1.08 at most,
single words in letters 1.7."""
LETTER, SPELT = 0.25, 1.0
"""Syllables that a letter or a digit stands for: at least, and where it is spelt; a Hanzi is one."""
ALIKE = 0.05
"""Part by which whole answers to one request differ in length, where a voice never says a thing twice the same (joe: 0.047)."""
TIMES = 3
"""Answers alike after which they are the voice's way."""
APART = 1.25
"""Times as long as one of the whole and its two parts the other takes, when the whole is not what was asked for: a pace differs
less (see ALIKE), and what was SHORTEST of what is foretold lacks a third."""
TRIES = 10
"""Answers too short or too long, no three of them alike, after which no whole one is expected."""

_HANZI = re.compile(HANZI)
_LETTER = re.compile(rf"(?!{HANZI})[^\W_]")
_MARK = re.compile("[，。、；：！？,.;:!?]")


class Paces:
    """The voices of a run at their own pace, as far as the store has the passages that they have read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: dict[Measured, tuple[str, float]] = {}

    async def whole(self, engine: Engine, request: Request, ask: Callable[[Request], Awaitable[Clip]]) -> Clip:
        """The clip that `ask` gives for a request, asked for again, and in parts, while it is far too short or too long.

        Raises SpeechGivenUp, and what `ask` does.
        """
        came: list[int] = []
        for _ in range(TRIES):
            clip = await ask(request)
            doubt = self._doubt(engine, request, clip)
            came.append(clip.samples)
            if not doubt:
                return clip
            if _are_alike(came):
                return await self._in_parts(engine, request, ask, clip)
        raise SpeechGivenUp(f"{sentence(request)}: {engine.name} {doubt}; tried {TRIES} times")

    def findings(self, engine: Engine, request: Request, clip: Clip) -> tuple[Finding, ...]:
        """What an editor should hear of a clip that is kept."""
        doubt = clip.doubt or self._doubt(engine, request, clip)
        if not doubt:
            return ()
        message = f"{engine.name} ({request.voice.name}) may have {doubt}, and again when asked again"
        return (Finding("V104", message, suggestion="listen to it; where it is not what is written, let another voice say it"),)

    async def _in_parts(self, engine: Engine, request: Request, ask: Callable[[Request], Awaitable[Clip]], clip: Clip) -> Clip:
        """The parts of a request, joined, where they are far nearer to what is foretold than the clip of the whole; else that."""
        parts = engine.parts(request) if isinstance(engine, PartingEngine) else None
        if parts is None:
            return clip
        first, second = [await self.whole(engine, part, ask) for part in parts]
        whole, parted = _seconds(clip, request), _seconds(first, request) + _seconds(second, request)
        wanted, _ = self._foretold(engine, request)
        is_nearer = abs(parted - wanted) < abs(whole - wanted) and max(parted, whole) > APART * min(parted, whole)
        return joined(first, second, request.sample_rate) if is_nearer else clip

    def _doubt(self, engine: Engine, request: Request, clip: Clip) -> str:
        """What speaks against a clip saying its text, and no more; empty: nothing, or nothing is known of its voice."""
        if engine.capabilities.boundaries != "none" or not is_measured(engine):
            return ""
        least, most = self._foretold(engine, request)
        seconds = _seconds(clip, request)
        if seconds + LEEWAY < SHORTEST * least:
            return f"sent only a part: it takes {seconds:.2f} s, at the voice's pace {least:.2f}"
        if most and seconds > LONGEST * most + EXTRA:
            return f"sent more than the text: it takes {seconds:.2f} s, at the voice's pace {most:.2f}"
        return ""

    def _foretold(self, engine: Engine, request: Request) -> tuple[float, float]:
        """Seconds that a request takes its voice, at least and at most: some can speak neither slower nor faster."""
        least, most = foretold(said(request), *self._passage(engine, request))
        pace = 1 + request.voice.rate / 100
        return least / max(1.0, pace), most / max(0.1, min(1.0, pace))

    def _passage(self, engine: Engine, request: Request) -> tuple[str, float]:
        """What the voice of a request has read, and in how many seconds; nothing in no time where the store does not have it."""
        voice = measured_as(engine, request)
        if voice not in self._read:
            read = reading(engine, request)
            clip = self._store.get(read)
            if clip is None:
                return "", 0.0
            self._read[voice] = said(read), _seconds(clip, read)
        return self._read[voice]


def foretold(text: str, passage: str, seconds: float) -> tuple[float, float]:
    """Seconds that a text takes a voice that has read a passage in so many, at least and at most: with and without pauses,
    its letters read as words or spelt.

    >>> foretold("今天晴，明天雨。", "昨天阴，前天雪，后天晴。", 11.0)
    (7.0, 7.333333333333333)
    """
    sizes = _sizes(passage, LETTER)
    least, most = (
        [seconds * size / of if of else 0.0 for size, of in zip(_sizes(text, letter), sizes, strict=True)]
        for letter in (LETTER, SPELT)
    )
    return min(least), max(most)


def said(request: Request) -> str:
    """The text of a payload, without markup.

    >>> from audio_edition.model.speech import Voice
    >>> said(Request("azure", "1", Voice("azure", "a"), "<speak>A &amp; B</speak>"))
    'A & B'
    """
    return unescape(re.sub(r"<[^>]*>", "", request.payload))


def _sizes(text: str, letter: float) -> tuple[float, float]:
    """Syllables of a text, of which a letter is so many; and with each pause inside it taken as another one."""
    syllables = len(_HANZI.findall(text)) + letter * len(_LETTER.findall(text))
    clauses = sum(any(map(str.isalnum, part)) for part in _MARK.split(text))
    return syllables, syllables + max(0, clauses - 1)


def _seconds(clip: Clip, request: Request) -> float:
    return (clip.speech_end - clip.speech_start) / request.sample_rate


def _are_alike(lengths: list[int]) -> bool:
    """Whether the last of these is one of several about as long."""
    last = lengths[-1]
    return sum(abs(length - last) <= ALIKE * last for length in lengths) >= TIMES

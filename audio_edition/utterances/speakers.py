"""Who speaks in an interview: the printed name is said where the voice does not tell."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from audio_edition.model.issue import Article, Block
from audio_edition.model.passage import Aside, Passage, Role
from audio_edition.settings import Cast
from audio_edition.utterances.announcements import Phrases


class _Turn(NamedTuple):
    """Who is heard in a passage."""

    speaker: str
    """As it is said; empty where nobody asks or answers."""
    voice: tuple[str, str]
    """Engine and name. A higher or faster voice is no other one: not every engine changes its pitch."""


def named(passages: Sequence[Passage], article: Article, cast: Cast, say: Phrases) -> tuple[Passage, ...]:
    """The passages of an article as a cast reads them: who asks or answers is said the first time, and later whenever somebody
    else was heard before and the voice is not the speaker's alone.

    >>> from audio_edition.model.issue import Block
    >>> from audio_edition.model.passage import passages
    >>> from audio_edition.utterances.announcements import phrases
    >>> talk = Article("a", blocks=(Block("question", "好吗？", who="问"), Block("answer", "好。", who="答")))
    >>> said = named(passages(talk), talk, Cast("", "espeak", "en"), phrases("zh-CN"))
    >>> [passage.asides[0].say for passage in said]
    ['问：', '答：']
    """
    turns = [_Turn(_speaker(passage, article, say), _voice(passage, cast)) for passage in passages]
    speakers = Counter(turn.voice for turn in set(turns) if turn.speaker)
    heard: set[_Turn] = set()
    told: list[Passage] = []
    for passage, turn, before in zip(passages, turns, [None, *turns], strict=False):
        new = turn not in heard
        alike = speakers[turn.voice] > 1 or (before is not None and before.voice == turn.voice)
        told.append(_introduced(passage, article, say) if new or (turn != before and alike) else passage)
        heard.add(turn)
    return tuple(told)


def name(id: str, role: Role, article: Article, say: Phrases) -> str:
    """The name, as it is said, of who asks or answers in a passage; empty where none is printed, or a mere dash.

    >>> from audio_edition.utterances.announcements import phrases
    >>> talk = Article("a", blocks=(Block("question", "好吗？", who="记："), Block("answer", "好。", who="——")))
    >>> name("body-0", "question", talk, phrases("zh-CN")), name("body-1", "answer", talk, phrases("zh-CN"))
    ('记者', '')
    """
    if role not in ("question", "answer"):
        return ""
    who = _block(id, article).who.strip(" :：")
    return dict(say.labels).get(who, who) if any(char.isalnum() for char in who) else ""


def _speaker(passage: Passage, article: Article, say: Phrases) -> str:
    """Who asks or answers; somebody without a name is whoever does it."""
    role = passage.role if passage.role in ("question", "answer") else ""
    return name(passage.id, passage.role, article, say) or role


def _block(id: str, article: Article) -> Block:
    return article.blocks[int(id.removeprefix("body-"))]


def _voice(passage: Passage, cast: Cast) -> tuple[str, str]:
    voice = cast.voice_for(passage.role)
    return voice.engine, voice.name


def _introduced(passage: Passage, article: Article, say: Phrases) -> Passage:
    """The passage with its speaker before it, unless its text begins so."""
    who = name(passage.id, passage.role, article, say)
    if not who or _block(passage.id, article).is_labelled:
        return passage
    return replace(passage, asides=(Aside(0, say.speaker.format(who)), *passage.asides))

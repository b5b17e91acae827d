"""What a speech server answered: sound, or text in its place. Pure."""

import codecs

from msgspec import Struct

from audio_edition.model.errors import SpeechError

LONGEST_REASON = 200
"""Bytes of an answer's text that an error quotes."""


class Answer(Struct, frozen=True):
    """What a server sent."""

    body: bytes
    media_type: str = ""
    """In small letters, without parameters; empty when the server did not say."""
    parameters: tuple[tuple[str, str], ...] = ()
    """Those of the media type: `rate`, `channels`."""


def answer(content: bytes, content_type: str) -> Answer:
    """An answer of this Content-Type."""
    media_type, *rest = content_type.split(";")
    pairs = (part.partition("=") for part in rest)
    parameters = tuple((key.strip().lower(), value.strip(' "')) for key, _, value in pairs)
    return Answer(content, media_type.strip().lower(), parameters)


def check_sound(name: str, answer: Answer) -> None:
    """Raises SpeechError when an answer is nothing, or text: an error that came as a success, a page of what stands before."""
    if not answer.body:
        raise SpeechError(f"{name} sent nothing")
    named = answer.media_type.startswith("text/") or "json" in answer.media_type
    if named or _is_text(answer.body):
        raise SpeechError(f"{name} sent no sound but text ({answer.media_type or 'no type'}): {said(answer.body)}")


def said(content: bytes) -> str:
    """The beginning of an answer that explains itself, on one line."""
    said = " ".join(content[:LONGEST_REASON].decode("utf-8", "ignore").split())
    return said if said.isprintable() and said else "it does not say why"


def _is_text(body: bytes) -> bool:
    """Whether all that stands first is text, as of an error that is named as sound."""
    try:
        head = codecs.getincrementaldecoder("utf-8")().decode(body[:200])
    except UnicodeDecodeError:
        return False
    return all(char.isprintable() or char.isspace() for char in head)

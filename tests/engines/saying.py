"""Utterances for the engines to say."""

from audio_edition.model.speech import Utterance, Voice
from audio_edition.model.text import SpokenText, Token
from audio_edition.pronunciation import pronounce


def utterance(text: str, engine: str, voice: str, lang: str = "zh-CN", **prosody: int) -> Utterance:
    """An utterance that says a text as it is written."""
    spoken = SpokenText(text, (Token(0, len(text), text),) if text else ())
    said = pronounce(text)
    return Utterance("a", "body-0", 0, len(text), "body", spoken, said, Voice(engine, voice, **prosody), lang=lang)

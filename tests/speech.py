"""Utterances for tests of voices: `说:shuo1` a word and its pinyin, anything without a colon is a mark or Latin."""

import re

from audio_edition.model.speech import Pronunciation, Reading, Utterance, Voice
from audio_edition.model.text import Span, SpokenText, Token

NEWS = (
    "朔州:shuo4zhou1 日报:ri4bao4 记者:ji4zhe3 报道:bao4dao4 ， 昨天:zuo2tian1 上午:shang4wu3 天气:tian1qi4 晴朗:qing2lang3 。",
    "World Health 组织:zu3zhi1 说:shuo1 ： 今年:jin1nian2 上涨:shang4zhang3 三:san1 倍:bei4 ！",
    "我们:wo3men5 去:qu4 看:kan4 电影:dian4ying3 。",
    "要:yao4 坚持:jian1chi2 以:yi3 人民:ren2min2 为:wei2 中心:zhong1xin1 的:de5 思想:si1xiang3 ， 扎实:zha1shi5 推进:tui1jin4 。",
)


def utterance(
    words: str = NEWS[0],
    passage: str = "body-0",
    pause: int = 350,
    chapter: str = "",
    lang: str = "zh-CN",
    voice: str = "",
    **prosody: int,
) -> Utterance:
    """An utterance of words as above."""
    text, readings, spans = "", list[Reading](), list[Span]()
    for word in words.split():
        said, _, pinyin = word.partition(":")
        text += " " * (text[-1:].isascii() and said[:1].isascii() and bool(text))
        syllables = re.findall(r"[a-zvê]+\d|-", pinyin)
        readings += [
            Reading(char, len(text) + at, syllable.strip("-"), syllable.strip("-"))
            for at, (char, syllable) in enumerate(zip(said, syllables, strict=bool(pinyin)))
        ]
        spans += [(len(text), len(text) + len(said))] * bool(pinyin)
        text += said
    spoken = SpokenText(text, tuple(Token(at, at + 1, char) for at, char in enumerate(text)))
    said_by = Voice("espeak", voice or "cmn-latn-pinyin", **prosody)
    pronunciation = Pronunciation(text, tuple(readings), tuple(spans))
    return Utterance("a", passage, 0, len(text), "body", spoken, pronunciation, said_by, 0, pause, lang, chapter)

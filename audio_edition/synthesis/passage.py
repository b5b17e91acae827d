"""What a voice reads to be measured: sentences as newspapers print them, about ten seconds, over which loudness is stable.

Their readings stand here: to look them up would load all words again, 0.1 s and 40 MB, when the issue has let go of them.
"""

from collections.abc import Iterable

from audio_edition.model.speech import Pronunciation, Reading, Utterance, Voice
from audio_edition.model.text import SpokenText, Token

_MANDARIN = (
    *(("本报", "ben3 bao4"), ("讯", "xun4"), ("，", ""), ("昨天", "zuo2 tian1"), ("上午", "shang4 wu3"), ("，", "")),
    *(("全市", "quan2 shi4"), ("秋季", "qiu1 ji4"), ("农田水利", "nong2 tian2 shui3 li4"), ("建设", "jian4 she4")),
    *(("现场会", "xian4 chang3 hui4"), ("召开", "zhao4 kai1"), ("。", "")),
    *(("会议", "hui4 yi4"), ("指出", "zhi3 chu1"), ("，", ""), ("要", "yao4"), ("把", "ba3"), ("重点", "zhong4 dian3")),
    *(("工程", "gong1 cheng2"), ("抓紧", "zhua1 jin3"), ("抓", "zhua1"), ("实", "shi2"), ("，", "")),
    *(("让", "rang4"), ("群众", "qun2 zhong4"), ("早日", "zao3 ri4"), ("受益", "shou4 yi4"), ("。", "")),
)
"""Words and punctuation, with readings after sandhi, which is the same before it."""
_ENGLISH = (
    ("The council met yesterday to discuss the new bridge. Work begins in May, and traffic will be led round the town.", ""),
)


def passage(voice: Voice, lang: str) -> Utterance:
    """The passage for a voice of that language (BCP 47): English for English ones, Mandarin for all others."""
    words, lang = (_ENGLISH, "en-US") if lang.startswith("en") else (_MANDARIN, "zh-CN")
    pronunciation = _pronounced(words)
    text = pronunciation.text
    spoken = SpokenText(text, (Token(0, len(text), text),))
    return Utterance("level", "passage", 0, len(text), "body", spoken, pronunciation, voice, lang=lang)


def _pronounced(words: Iterable[tuple[str, str]]) -> Pronunciation:
    text, readings, spans = "", [], []
    for word, pinyin in words:
        if pinyin:
            said = enumerate(zip(word, pinyin.split(" "), strict=True), len(text))
            readings += [Reading(char, at, syllable, syllable) for at, (char, syllable) in said]
            spans.append((len(text), len(text) + len(word)))
        text += word
    return Pronunciation(text, tuple(readings), tuple(spans))

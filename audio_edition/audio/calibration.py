"""The passage that every voice reads once, so that its loudness is known: gain belongs to a voice, never to a sentence."""

import re

from msgspec import structs

from audio_edition.model.speech import Pronunciation, Reading, Utterance, Voice
from audio_edition.model.text import Span, SpokenText, Token

_WORDS = (
    "今天 上午 ， 全市 农业 生产 工作 会议 在 县城 召开 ， 会议 总结 了 去年 的 成绩 ， 部署 了 下 一 阶段 的 任务 。 "
    "近年来 ， 各地 坚持 因地制宜 ， 大力 发展 特色 产业 ， 农民 收入 稳步 增长 ， 村容村貌 明显 改善 。"
)
_PINYIN = (
    "jin1tian1 shang4wu3 ， quan2shi4 nong2ye4 sheng1chan3 gong1zuo4 hui4yi4 zai4 xian4cheng2 zhao4kai1 ， hui4yi4 zong3jie2 le5 "
    "qu4nian2 de5 cheng2ji4 ， bu4shu3 le5 xia4 yi4 jie1duan4 de5 ren4wu4 。 jin4nian2lai2 ， ge4di4 jian1chi2 "
    "yin1di4zhi4yi2 ， da4li4 fa1zhan3 te4se4 chan3ye4 ， nong2min2 shou1ru4 wen3bu4 zeng1zhang3 ， cun1rong2cun1mao4 "
    "ming2xian3 gai3shan4 。"
)
_ENGLISH = (
    "This morning the city held its annual meeting on farming. It reviewed the results of last year, and set the goals of the "
    "next one. In many villages incomes have risen steadily, and the roads, schools and houses look better than before."
)


def plain(voice: Voice) -> Voice:
    """The voice as it speaks when nothing is asked of it: pace and pitch change little of its loudness, volume is on top."""
    return structs.replace(voice, rate=0, pitch=0, volume=0)


def passage(voice: Voice, lang: str = "zh-CN") -> Utterance:
    """What a voice says to be measured: the integrated loudness of this clip is the voice's.

    >>> passage(Voice("edge", "zh-CN-XiaoxiaoNeural")).spoken.spoken[:7], passage(Voice("edge", "x"), "en-GB").spoken.spoken[:4]
    ('今天上午，全市', 'This')
    """
    words = [(_ENGLISH, "")] if lang.lower().startswith("en") else list(zip(_WORDS.split(), _PINYIN.split(), strict=True))
    text, readings, spans = "", list[Reading](), list[Span]()
    for word, pinyin in words:
        syllables = re.findall(r"[a-z]+[1-5]", pinyin)
        readings += [
            Reading(char, len(text) + at, said, said) for at, (char, said) in enumerate(zip(word, syllables, strict=False))
        ]
        spans += [(len(text), len(text) + len(word))] * bool(syllables)
        text += word
    spoken = SpokenText(text, (Token(0, len(text), text),))
    pronunciation = Pronunciation(text, tuple(readings), tuple(spans))
    return Utterance("", "calibration", 0, len(text), "body", spoken, pronunciation, plain(voice), lang=lang)

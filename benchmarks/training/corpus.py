"""Labelled text: g2pL and CPP (both Apache-2.0) from the shared data, and our own examples."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from audio_edition.pronunciation import lattice, model, table
from audio_edition.pronunciation.syllable import canonical

_FRAGMENTARY = re.compile(r"[SZvu]|.*\x02|[LRTUVWxy].*E")
"""Features that tell where a clause begins or ends, or what is in it: an example is a stretch of one."""


_ANCHORS = {
    "和": ("he2", "面泥诗唱韵灰药稀牌者馅棋弄暖搅掺应附酬曲"), "了": ("le5", "不得却如然结断解悟事难一未终"),
    "会": ("hui4", "计稽财账"), "车": ("che1", "马炮帅卒棋兑象"), "正": ("zheng4", "月"), "与": ("yu3", "参会闻"),
    "见": ("jian4", "匕"), "王": ("wang2", "天下"), "女": ("nv3", ""), "衣": ("yi1", "锦"), "语": ("yu3", ""), "雨": ("yu3", ""),
    "食": ("shi2", "箪"), "夫": ("fu1", "且若故今嗟大功工"), "说": ("shuo1", "游客亦服"), "知": ("zhi1", ""), "骑": ("qi2", ""),
    "洗": ("xi3", ""), "期": ("qi1", ""), "同": ("tong2", "胡"), "思": ("si1", ""),
    "论": ("lun4", "语"), "通": ("tong1", ""), "过": ("guo4", "没有曾从来去经"), "大": ("da4", "夫王城黄"),
    "家": ("jia1", "人"), "台": ("tai2", "州山天"), "合": ("he2", "升斗"), "查": ("cha2", ""), "任": ("ren4", ""),
    "区": ("qu1", ""), "华": ("hua2", "山"), "单": ("dan1", ""), "石": ("shi2", "担粮"), "万": ("wan4", "俟"),
    "啦": ("la5", "哗拉队呼叭"), "弄": ("nong4", "里堂巷号"), "句": ("ju4", "高丽践"), "涌": ("yong3", "河东西沙麻鱼海州"),
    "晕": ("yun1", "车船机血针光红日月染眩"), "攒": ("zan3", "动聚眉"), "挨": ("ai1", "打饿冻批骂揍饥训罚整过"),
    "吓": ("xia4", "恐威恫"), "咽": ("yan4", "喉鼻呜哽幽"), "扒": ("ba1", "手窃鸡灰"), "吧": ("ba5", "酒网书氧水贴台嗒"),
    "燕": ("yan4", "山京赵都国郊王南北后姓大青云"), "汗": ("han4", "可成吉大"), "蔚": ("wei4", "县州"),
    "揣": ("chuai1", "测度摩想挣"), "削": ("xiao1", "减弱剥"), "爪": ("zhua3", "牙鹰利"), "莎": ("sha1", "草"),
    "号": ("hao4", "呼哭哀啕叫嚎嚎风怒"), "看": ("kan4", "守护门管押家场牛羊病瓜鱼林山孩娃"), "方": ("fang1", "地大"),
    "作": ("zuo4", "坊揖死"), "结": ("jie2", "实巴果舌子"), "悄": ("qiao1", "然无寂"), "刨": ("pao2", "子床花冰"),
}  # fmt: skip
"""Character, its usual reading, and characters beside which it may have another."""
_MOST = 200
_NEAR = 3


class Labelled(Struct, frozen=True):
    """A text in which the reading of some characters is known."""

    text: str
    readings: tuple[tuple[int, str], ...]
    stretch: bool = False


class Instance(Struct, frozen=True):
    """One of those characters, as the model sees it."""

    char: str
    features: tuple[str, ...]
    pinyin: str
    dictionary: str
    """How the dictionary reads it; empty where that is for the model to decide."""
    source: str = ""


def marked(sentences: Path) -> Iterator[Labelled]:
    """The sentences of a `.sent` file, in which ▁X▁ marks the character, with the readings of the `.lb` file beside it."""
    with sentences.open(encoding="utf-8") as texts, sentences.with_suffix(".lb").open(encoding="utf-8") as labels:
        for text, label in zip(texts, labels, strict=True):
            yield Labelled(text.rstrip("\n").replace("▁", ""), ((text.index("▁"), canonical(label.strip())),))


def examples() -> Iterator[Labelled]:
    """Our own: character and reading, a tab, stretches in which it has that reading."""
    content = Path(__file__).with_name("examples.tsv").read_text("utf-8")
    for line in content.splitlines():
        if line and not line.startswith("#"):
            key, stretches = line.split("\t")
            char, pinyin = key.split(" ")
            for text in stretches.split(" "):
                places = tuple((at, canonical(pinyin)) for at, found in enumerate(text) if found == char)
                yield Labelled(text, places, stretch=True)


def sentences() -> Iterator[Labelled]:
    """Our own whole sentences: `{character|pinyin}` in running text."""
    content = Path(__file__).with_name("sentences.tsv").read_text("utf-8")
    for line in content.splitlines():
        if line and not line.startswith("#"):
            text, readings = "", []
            for plain, char, pinyin in re.findall(r"([^{]+)|\{(.)\|(\w+)\}", line):
                readings += [(len(text), canonical(pinyin))] if char else []
                text += plain or char
            yield Labelled(text, tuple(readings))


def anchors(sentences: Path) -> Iterator[Labelled]:
    """Characters that nearly always have one reading, where nothing near them speaks for another.

    The labelled data has as much of the rare readings as of the common ones; these tell the model how common they are.
    """
    counts: Counter[str] = Counter()
    for labelled in marked(sentences):
        for at, char in enumerate(labelled.text):
            if char in _ANCHORS and counts[char] < _MOST and at != labelled.readings[0][0]:
                pinyin, others = _ANCHORS[char]
                if not set(labelled.text[max(0, at - _NEAR) : at + _NEAR + 1]) & set(others):
                    counts[char] += 1
                    yield Labelled(labelled.text, ((at, pinyin),))


def instances(labelled: Labelled, source: str = "") -> Iterator[Instance]:
    """The characters of a text whose reading is known, as the model sees them."""
    known = table.load()
    tokens = lattice.tokenize(labelled.text, known)
    words = [labelled.text[start:end] for start, end in tokens]
    seen = model.view(labelled.text, words, known)
    for at, pinyin in labelled.readings:
        number = next(number for number, (start, end) in enumerate(tokens) if start <= at < end)
        offset = at - tokens[number][0]
        found = model.features(seen, at, number, offset)
        kept = tuple(feature for feature in found if not (labelled.stretch and _FRAGMENTARY.match(feature)))
        yield Instance(labelled.text[at], kept, pinyin, known.reading(words[number])[offset], source)

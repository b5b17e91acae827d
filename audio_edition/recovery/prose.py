"""What can be said of a text alone: whether it ends, how long it is, whether a cut goes through a word."""

import re
from functools import lru_cache

from audio_edition.model.hanzi import HANZI
from audio_edition.model.latin import is_latin
from audio_edition.recovery.folding import CACHED, fold
from audio_edition.recovery.phrases import is_phrase, simplified

_FINAL = re.compile(r"[。！？!?…][”’」』）)\]】》\"'*]*$|(?<=[a-zA-Z0-9)%])\.[”’\")\]]*$")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_PAIR = re.compile(rf"(?=({HANZI}{{2}}))")
_INNER = re.compile(r"[,。;、:”“「」]")


def is_final(text: str) -> bool:
    """Whether a text ends like a sentence.

    >>> is_final("好。”"), is_final("落实好"), is_final("It ends."), is_final("加深了")
    (True, False, True, False)
    """
    return bool(_FINAL.search(text.rstrip()))


@lru_cache(maxsize=CACHED)
def size(text: str) -> int:
    """Length in code points without white space; three Latin letters count as one Hanzi.

    >>> size("讣 告"), size("Metro opens")
    (2, 4)
    """
    latin = len(_LATIN.findall(text))
    return len(re.sub(r"\s", "", text)) - latin + -(-latin // 3)


def quote_depth(text: str) -> int:
    """Opening quotation marks that are not closed in the text (negative: closed, not opened)."""
    return sum((mark in "“「") - (mark in "”」") for mark in text)


def runs_on(left: str, right: str) -> bool:
    """Whether the paragraph `left` was cut, and `right` goes on with it.

    The rule that measured best on 440 real paragraphs: join when the left part lacks final punctuation, does not end in
    ：；—— or a number to call and is longer than 22 characters or contains ，。；、：“; of short left parts, when the boundary
    cuts a word.

    >>> runs_on("下一步发", "展规划"), runs_on("编辑同志：", "我是"), runs_on("他说。", "今天")
    (True, False, False)
    >>> runs_on("“您好,请问您需要办什么事?”“请", "到这边自助抽号机领取号码等待办理。")
    True
    """
    left, right = left.rstrip(), fold(right.lstrip())
    if not left or not right or _are_items(fold(left), right):
        return False
    if re.match(r"[,。;、:!?)”’」』》●▲△▼◆■★☆◇□]", right):
        return right[0] not in "●▲△▼◆■★☆◇□"
    if is_final(left):
        return (
            quote_depth(left) > 0
            and not right.startswith("“")
            and quote_depth(right) < 0
            and right.find("”") < (right.find("“") % 10**9)
        )
    if re.search(r"[:;]$|——$|…$|\d{7}$|”——[^。,]{2,16}$", fold(left)):
        return False
    if is_latin(left):
        return right[:1].islower() or len(left) > 30
    if size(left) > 22 or _INNER.search(fold(left)):
        return True
    return cuts_word(left, right)


_ITEM = re.compile(rf"(?P<number>\d{{1,2}})[.、](?!\d)|(?P<field>{HANZI}{{2,8}}):")


def _are_items(left: str, right: str) -> bool:
    """Whether two folded texts are entries of a list: numbered one after the other, or each a name and its value.

    >>> _are_items("1.项目编号:NJZB-2022-117", "2.预算金额:286万元"), _are_items("招标人:宁江三中", "代理机构:诚达公司")
    (True, True)
    """
    first, second = _ITEM.match(left), _ITEM.match(right)
    if not first or not second or first.lastgroup != second.lastgroup:
        return False
    if first["number"]:
        return int(second["number"]) == int(first["number"]) + 1
    return size(left) <= _ENTRY and not _INNER.search(left[first.end() :])


_ENTRY = 30
"""Hanzi of a name and its value, at most; a longer text is a speech or a definition, and may be cut."""


def cuts_word(left: str, right: str) -> bool:
    """Whether the boundary between two texts goes through a word of the list of phrases.

    >>> cuts_word("下一步发", "展规划"), cuts_word("小游园建设", "今天"), cuts_word("連接網", "絡")
    (True, False, True)
    """
    tail, head = simplified(left[-3:]), simplified(right[:3])
    return any(is_phrase(tail[-i:] + head[:j]) for i in range(1, len(tail) + 1) for j in range(1, len(head) + 1))


def strands(left: str, right: str) -> bool:
    """Whether the boundary cuts a word whose beginning belongs to no other word: stronger than `cuts_word`.

    >>> strands("展示了聊天记", "录，时间"), strands("走在去学校的路上", "解放鞋")
    (True, False)
    """
    return cuts_word(left, right) and not is_phrase(fold(left[-2:]))


def ngrams(text: str) -> frozenset[str]:
    """Pairs of Hanzi in a text: what two texts on one matter share."""
    return frozenset(_PAIR.findall(text))

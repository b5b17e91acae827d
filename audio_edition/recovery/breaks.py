"""Mends paragraphs that a column has cut, before any repair can take a piece of one for a title, a caption or a folio line.

Only what is sure is mended here; what a picture or a page keeps apart is joined when articles are known (`paragraphs`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from audio_edition.model.hanzi import HANZI
from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.datelines import DATELINE
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.phrases import is_phrase
from audio_edition.recovery.prose import cuts_word, is_final, size
from audio_edition.recovery.sheet import Sheet, free, merge, with_lines

_CLOSING = re.compile(r"[,。;、:!?)”’」』》]")
_MEASURE = re.compile(
    r"[个余多%℃元万亿千秒倍]|公里|公斤|公顷|平方|[百千]米|[日月年](?![前初底末近过来])|时(?![下值])|分(?![别享])|岁(?!末)"
)
"""Behind a figure; `日前` begins a sentence."""
_ENDS_OPEN = re.compile(r"[的在把将与和及或为对向从被是以让使有因并且但若已曾却也都就还又很更最不没每各某其该]$")
"""Function words: no title and no sentence ends in one."""
_BEGINS_OPEN = re.compile(r"[的了着们得地及]")
"""Function words: no sentence begins with one."""
_ENDS = re.compile(
    r"(?:[。!?…][”’」』》*]*(?:\([^()]{1,70}\))?|[:;—…]|\d{5}|[….·\s]{2}第?[A-H]?\d{1,3}版|[(【\[][^()]{1,60}[)】\]])$"
)
_BEGINS_ANEW = re.compile(
    r"——|[●▲△▼▽◆◇■□★☆◎►▶▪◀]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、](?!\d)|第[一二三四五六七八九十]{1,3}[,、章条]|\([一二三四五六七八九十\d]{1,3}\)|图为|[问答QA]:"
)
_STARTS = re.compile(r"[—–-]{2}|[图圖][为為]")
_DATED = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日|去年|今年|近年来|近日|日前|昨[日天]|当[日天]|根据|为|随着|据|经")
_FUNCTION = re.compile(r"[的了是在将于以从与对把被已并而向有也这为]")
_TORN = re.compile(rf"(?![^,。;]*[年月日天时前后来初末底此下中先次说道称间晚早晨夜外悉是者然过][,。;]){HANZI}{{1,3}}[,。;]")
"""A clause too short to begin a sentence, and no adverb."""
SURE = 3.0
"""Merit of what stands at a cut from which on it speaks for itself."""
_MEND = 6.0
_TURN = 18
"""Hanzi of a cross-head below the end of a paragraph: as short a piece of one must be cut within a word."""
_SHORT, _LONG, _LONGEST = 30, 38, 2000
"""Code points that a caption has at most; above which a line is a text whatever it says; beyond which it is no piece of a
paragraph."""


def continuity(left: str, right: str) -> float:
    """How much of what stands at a cut says that one sentence was cut there.

    >>> continuity("打出了强劲动", "力。区领导"), continuity("增长0.9", "个百分点"), continuity("小游园建设", "今天")
    (3.0, 4.0, 0.0)
    >>> continuity("贯彻《", "知识产权强省建设纲要》"), continuity("在斑马线前；在", "公交车站"), continuity("好。", "的")
    (5.0, 4.0, 0.0)
    """
    ending, beginning = fold(left[-60:].rstrip()), fold(right[:60].lstrip())
    if not ending or not beginning or is_final(ending):
        return 0.0
    if _CLOSING.match(beginning):
        return 6.0
    if ending.rfind("《") > ending.rfind("》") or ending.rfind("(") > ending.rfind(")") or ending[-1] in "“,、":
        return 5.0
    if ending[-1].isdigit() and _MEASURE.match(beginning):
        return 4.0
    if (_ENDS_OPEN.search(ending) and not is_phrase(ending[-2:])) or (
        _BEGINS_OPEN.match(beginning) and not is_phrase(beginning[:2])
    ):
        return 4.0
    return SURE if cuts_word(ending, beginning) else 0.0


def begins_torn(text: str) -> bool:
    """Whether a text begins with a clause too short to begin a sentence.

    >>> begins_torn("省，取证成本高。"), begins_torn("今天，市气象台说")
    (True, False)
    """
    return bool(_TORN.match(fold(text[:8])))


def mend_breaks(sheet: Sheet) -> Sheet:
    """Pieces that follow each other on a page become one line."""
    marks = Counter(line.page for line in sheet.lines if line.kind == "text" and _is_marked(line))
    marked = frozenset(page for page, count in marks.items() if count >= 2)
    return with_lines(sheet, _mended(sheet.lines, marked))


def _is_marked(line: Line) -> bool:
    return line.level > 0 or line.bold


def _mended(lines: Sequence[Line], marked: frozenset[int]) -> Iterator[Line]:
    open_line: Line | None = None
    above: Line | None = None
    for index, line in enumerate(lines):
        behind = lines[index + 1] if index + 1 < len(lines) else None
        if open_line is not None and _is_cut(open_line, line, above, behind, open_line.page in marked):
            open_line = merge(open_line, line)
            continue
        if open_line is not None:
            yield open_line
        above, open_line = open_line, line
    if open_line is not None:
        yield open_line


def _is_cut(left: Line, right: Line, above: Line | None, behind: Line | None, marked: bool) -> bool:
    if not _may_go_on(left, right) or signature(left.text) or signature(right.text) or DATELINE.fullmatch(fold(left.text)):
        return False
    at_cut = continuity(left.text, right.text)
    if above is not None and _is_caption(above, left):
        return False
    if size(right.text) <= _LONG and not is_final(right.text) and not _is_middle(left, right, behind, at_cut):
        return False
    torn = 1.5 if begins_torn(right.text) else 0.0
    merit = at_cut + torn + _prose(left.text) + 2 * marked + 2 * _unfinished(above, left)
    if at_cut >= SURE:
        return merit >= _MEND
    if size(left.text) <= _TURN and above is not None and is_final(above.text):
        return False
    clauses = 0 if re.search(r"[，,、]", left.text) else 1
    return (
        merit >= _MEND + clauses and max(left.gap, right.gap) <= 1 and size(left.text) <= _LONG and not _STARTS.match(left.text)
    )


def _is_caption(above: Line, left: Line) -> bool:
    """Whether a line is glued to a picture, or stands short and without punctuation below a text that does not go on with it."""
    if above.kind == "image":
        return left.broken
    short = size(left.text) <= _SHORT and not re.search(r"[，。；：:,;！？!?、]", left.text)
    return short and _unfinished(above, left) and continuity(above.text, left.text) < SURE


def _may_go_on(left: Line, right: Line) -> bool:
    """Whether two lines can be pieces of one paragraph, by their marks, their extent and how they begin and end."""
    if left.page != right.page or len(left.text) > _LONGEST or _ENDS.search(fold(left.text[-90:])):
        return False
    if any(
        not free(line) or _is_marked(line) or line.bullet or line.centred or line.division or line.box for line in (left, right)
    ):
        return False
    beginning = fold(right.text[:120]).lstrip()
    return not (
        right.broken or is_latin(left.text) or is_latin(right.text) or _BEGINS_ANEW.match(beginning) or DATELINE.match(beginning)
    )


def _is_middle(left: Line, right: Line, behind: Line | None, at_cut: float) -> bool:
    """Whether a short line without an end is the middle of a sentence: a long one is cut before it, and not for a caption."""
    if size(left.text) <= _LONG or at_cut < SURE or behind is None:
        return False
    return continuity(right.text, behind.text) >= SURE or continuity(left.text, behind.text) < SURE


def _unfinished(above: Line | None, left: Line) -> bool:
    """Whether the text above a line was cut as well, or says that it goes on here."""
    if above is None or above.page != left.page:
        return False
    return above.role == "resume" or (free(above) and size(above.text) > _LONG and not is_final(above.text))


def _prose(text: str) -> float:
    """How much the extent and the punctuation of a line say that it is a text, and no title."""
    length = size(text)
    if length > _LONG:
        return 5.0
    folded = fold(text)
    if DATELINE.match(folded):
        return 4.0
    marks = min(2, len(re.findall(r"[,;、]", folded)))
    words = bool(_DATED.match(folded)) + (len(_FUNCTION.findall(folded)) > 1)
    halves = re.search(r"[\u4e00-\u9fff”][ \u3000]+[\u4e00-\u9fff“]", text)
    return marks + words + (3.0 if length >= 25 else 2.0 if length >= 20 else 0.0) - (3.0 if halves else 0.0)

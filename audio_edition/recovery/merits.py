"""What each line of a run is worth as a kicker, a title, a byline …, looked at alone: the prices that `headers` adds up."""

import re
from typing import Literal, NamedTuple

from audio_edition.model.hanzi import HANZI
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import is_person, signature
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.signatures import HOLLOW, LATIN_NAME, ORGANIZATION
from audio_edition.recovery.tellings import in_two_clauses, names_part, tells_attendance, tells_event
from audio_edition.recovery.vocabulary import AMOUNT, BARE, BOXES, NOTICES, PARTS, WEATHER, is_briefs, is_column

State = Literal["kicker", "title", "more", "column", "subtitle", "byline", "heading", "text", "ending", "rest"]
"""`more`: a further line of the title; `column`: a column's name behind the title;
`text`: a short paragraph; `ending`: signs the article before; `rest`: none of these."""
SHORT_TEXT = "display line read as text"
"""Rule of a short paragraph: it neither goes on nor is gone on with."""
STATES: tuple[State, ...] = ("kicker", "title", "more", "column", "subtitle", "byline", "heading", "text", "ending", "rest")


class Display(NamedTuple):
    """A line of a run, and what is known of it before the run is read."""

    line: Line
    marked: bool
    """Heading or bold, on a page where titles are."""
    plain: bool
    """Neither, on a page where titles are."""
    parallel: float
    """0 to 1: how much it looks like other lonely display lines near by."""
    apart: bool
    """A picture or a rule stands between it and the display line before."""
    stack: int = 1
    """Headings of its level in its run."""
    pictured: bool = False
    """Stands at once below a picture, unmarked."""
    labels: bool = False
    """The label of a column: in capitals, on a page where titles are not, or above the titles of several pieces."""
    pieces: bool = False
    """Above the titles of several pieces."""
    heads: float = 0.0
    """What the issue's other headers and its name say for this being the label of a column."""
    half: bool = False
    """The other half of the title follows: it ends in a comma or colon, or is one of two lines in large letters."""
    over: bool = False
    """Much longer than the two lines behind it, which are of one length: above a title in large letters."""
    asks: bool = False
    """A few signs that ask, alone and unmarked where titles are marked: a sentence of the text."""
    links: bool = False
    """Labels, without a title of its own, what is added below an article."""
    glue: int = 0
    """Where empty lines set texts apart, 1: it follows the display line before at once; -1: it does not, but others do."""


def rank(line: Line) -> int:
    """1 for the largest heading, 7 for bold, 8 for plain."""
    return line.level or (7 if line.bold or line.centred else 8)


_VERBS = re.compile(
    r"(?:强调|指出|提出|要求|部署|明确|透露|宣布|呼吁|表示|时说|讲话|致信|贺信|批示|指示|会见|会谈|通电话|调研时|会议上|座谈会上?|之际|时)$"
)
_SERIES = re.compile(
    r"系列|专栏|特别报道|[①-⑳]$|之[一二三四五六七八九十]$|[·(]?[一二三四五六七八九十]+\)$|篇$|在行动$|进行时$|调研行$|行动$|在路上$|快线$|故事$|专栏$|面孔$|专题|走笔$|看\S{2}$|^向.{2,12}(?:学习|致敬|看齐|出发)$"
)
_SUBTITLES = re.compile(r"(?:纪实|见闻|侧记|综述|纪略|记|访谈|扫描|调查|观察|透视|追踪|掠影|之路|启示|解读|报告|工作|实践)$")
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|[(][一二三四五六七八九十\d]{1,3}[)]"
    r"|第[一二三四五六七八九十]{1,2}[章节篇招步]|\d{1,2}[、.．]|[①-⑳]|[■●◆▲★]|[A-Z]\d?[ .]|0\d\b)\s*\S"
)


def merit(state: State, display: Display) -> float:
    """How well a line fits a state, 0 being neither well nor badly."""
    line = display.line
    text, length = fold(line.text), size(line.text)
    if _is_barred(state, text, display):
        return -6.0
    marks = 1.0 if display.marked else -1.0 if display.plain else 0.0
    match state:
        case "kicker":
            return 4.5 if display.labels else _kicker(text, length) + (display.heads or _named(text)) + 3.0 * display.over
        case "title":
            return 1.5 + marks + _title_merit(text, length) + 3.0 * display.half - 2.5 * display.asks
        case "more":
            return min(0.0, _title_merit(text, length)) - (1.5 if length < 4 or length > 20 else 0.0)
        case "column":
            return _column(text)
        case "subtitle":
            return _subtitle(text)
        case "byline":
            return _byline(text, display)
        case "heading":
            return _heading(text, length, display) + 1.5 + marks
        case "text":
            return _text(text, length, display)
        case "ending":
            return _ending(text, display)
    if NOTICES.fullmatch(re.sub(r"\s", "", text)) or BOXES.fullmatch(text) or WEATHER.fullmatch(text) or is_column(text):
        return -6.0
    if line.level:
        return -4.0
    return 3.0 if display.pictured and display.plain else 0.0 if display.plain or display.pictured else -1.5


def _is_barred(state: State, text: str, display: Display) -> bool:
    """Whether what labels, or a part of a recipe, is never of a state."""
    labels = display.labels and state in ("more", "subtitle", "heading", "ending", "rest")
    bare = display.marked and BARE.fullmatch(text)
    return labels or (state != "heading" and bool(bare or PARTS.fullmatch(text.rstrip(": "))))


def _kicker(text: str, length: int) -> float:
    merit = -1.0
    merit += 4.0 if is_column(text) or is_briefs(text) else 0.0
    merit += 4.5 if text.endswith("——") else 0.0
    merit += 2.5 if _VERBS.search(text) and length > 8 else 0.0
    merit += 2.0 if _SERIES.search(text) else 0.0
    merit += 1.0 if length <= 4 or re.match(r"[【\[●■◆★]", text) else 0.0
    merit += 2.5 if re.fullmatch(r"【[^【】]{2,12}】", text) else 0.0
    merit -= 2.0 if is_final(text) or length > 45 else 0.7 if length > 16 and not _VERBS.search(text) else 0.0
    merit -= 3.0 if NOTICES.fullmatch(re.sub(r"\s", "", text)) or WEATHER.fullmatch(text) else 0.0
    return merit


def _named(text: str) -> float:
    """What a line that names somebody is worth as the label of a column."""
    return -6.0 if signature(text) and not is_column(text) else 0.0


_TWO_WORDS = re.compile(rf"{HANZI}{{2,3}} {HANZI}{{2,3}}")
"""Names of two persons, whatever surnames they have: 才让 多杰. The names of columns hold no space but to fill a line."""


def _column(text: str) -> float:
    """A few Hanzi that name something, and tell nothing."""
    if is_column(text) or is_briefs(text) or names_part(text):
        return 3.0
    named = re.fullmatch(rf"【?{HANZI}{{2,6}}】?", re.sub(r"\s", "", text)) and not _TWO_WORDS.fullmatch(text)
    return 0.6 if named and not (tells_attendance(text) or tells_event(text) or NOTICES.fullmatch(text)) else -6.0


def _title_merit(text: str, length: int) -> float:
    merit = 1.0 if 5 <= length <= 32 else -2.0 if length > 48 else -1.0 if length <= 3 else 0.0
    merit += 3.0 if BOXES.fullmatch(text) else 0.0
    merit -= 4.0 if is_column(text) and not BOXES.fullmatch(text) else 0.0
    merit += 3.0 if NOTICES.fullmatch(re.sub(r"\s", "", text)) or WEATHER.fullmatch(text) else 0.0
    merit -= 2.5 if re.search(r"[①-⑳]$", text) else 0.0
    merit += 3.0 if _DOCUMENT.search(text) else 0.0
    merit -= 6.0 if text.startswith(("——", "— ")) else 5.0 if text.endswith("——") else 0.0
    merit -= 3.0 if text.endswith(("。", ";")) else 2.0 if text.endswith(":") or "。" in text else 0.0
    merit -= 1.5 if tells_attendance(text) and length < 20 else 0.0
    merit -= 4.0 if re.fullmatch(r"\([^()]+\)", text) or HOLLOW.fullmatch(text) else 0.0
    found = signature(text)
    return merit - (8.0 if found and found.told else 2.5 if found else 0.0)


_FEWEST = 3
"""Hanzi of a subtitle; fewer are the end of a title that did not fit its line."""
_DOCUMENT = re.compile(r"[(](?:全文|摘要|摘编|摘登|摘录|节选|节录|草案|征求意见稿|试行|修订版?)[)]$")
"""How much of a document, or which state of it, is printed."""


def _subtitle(text: str) -> float:
    merit = -0.4
    merit += 5.5 if text.startswith("——") else 0.0
    merit += 2.5 if tells_attendance(text) else 0.0
    merit -= 3.0 if size(re.sub(r"\W", "", text)) < _FEWEST else 0.0
    merit += 1.2 if re.match(r"[^:\s“]{2,8}:\S", text) else 0.0
    merit += 1.5 if _SUBTITLES.search(text) and size(text) > 5 else 0.0
    merit += 1.0 if re.fullmatch(r"\(.+\)", text) else -4.0 if re.fullmatch(r"[【\[].{1,8}[】\]]", text) else 0.0
    merit -= 4.0 if is_column(text) or text.endswith("——") else 0.0
    found = signature(text)
    return merit - (6.0 if found and found.told else 2.0 if found else 0.0)


def _byline(text: str, display: Display) -> float:
    found = signature(text)
    if found:
        return 6.0 if found.told else 3.5 - (2.5 if display.marked else 0.0)
    if not display.marked and HOLLOW.fullmatch(text):
        return 3.5
    if display.labels and LATIN_NAME.fullmatch(text):
        return 0.5
    if not display.marked and ORGANIZATION.fullmatch(text):
        return -1.0
    names_none = is_column(text) or NOTICES.fullmatch(text) or BOXES.fullmatch(text)
    if (re.fullmatch(rf"{HANZI}{{2,4}}", text) or _TWO_WORDS.fullmatch(text)) and not display.marked and not names_none:
        return 1.5
    return 2.5 if re.fullmatch(rf"{HANZI} {HANZI}", text) and not display.marked else -6.0


_FIELD = re.compile(rf"(?:{HANZI}{{0,4}}[人方位址点间号式]|{HANZI}{{1,4}}(?:机构|电话|部门|对象|范围|咨询|方法)):\S")
"""An entry of a notice: who asks, where, when, which number. Where headings are marked, it is none."""


def _heading(text: str, length: int, display: Display) -> float:
    merit = 1.0 if 4 <= length <= 24 else -1.5 if length > 30 else -1.0
    merit += 3.0 * display.parallel + (3.0 if _NUMBERED.match(text) else 0.0)
    if display.links:
        return merit + 1.0
    merit -= 5.0 if BOXES.fullmatch(text) else 4.0 if display.line.large else 0.0
    merit -= 3.0 if is_column(text) or is_briefs(text) else 0.0
    merit -= 5.0 if NOTICES.fullmatch(re.sub(r"\s", "", text)) or WEATHER.fullmatch(text) else 0.0
    merit -= 3.0 if display.plain and _FIELD.match(text) else 0.0
    merit -= 2.5 if display.asks else 1.5 if in_two_clauses(text) else 0.0
    is_none = _DOCUMENT.search(text) or text.startswith("——") or text.endswith("——")
    merit -= 4.0 if is_none else 3.0 if text.endswith(("。", ";", ",")) else 0.0
    found = None if _FILLED.fullmatch(text) and not is_person(text[1:].strip()) else signature(text)
    return merit - (7.0 if found and found.told else 1.5 if found and display.marked else 3.0 if found else 0.0)


def _text(text: str, length: int, display: Display) -> float:
    """A line without a full stop that is text all the same: no heading where titles are marked, and it says figures."""
    merit = -0.5 if display.plain else -8.0 if display.marked else -4.0
    merit += 1.5 if re.search(r"[:,]|\d.*\d", text) or display.asks else 0.0
    merit -= 5.0 if text.startswith("——") or text.endswith("——") else 0.0
    merit += 4.0 if AMOUNT.match(text) else 0.0
    return merit - (6.0 if signature(text) or is_column(text) else 1.0 if length < 6 else 0.0)


_FILLED = re.compile(rf"[■◆●▲★] ?{HANZI}{{2,6}}")
"""A word behind a filled sign: where it is marked as a heading, no pen name."""


def _ending(text: str, display: Display) -> float:
    found = signature(text)
    if display.line.level and _FILLED.fullmatch(text) and found and not any(map(is_person, found.names)):
        return -4.0
    if found and (not display.marked or (found.names and found.told)):
        return 5.0 if found.told else 3.5 if re.fullmatch(r"[(【].*[)】]", text) else 1.0
    if display.line.level or display.line.bold:
        return -4.0
    if re.fullmatch(r"— [A-Z][\w .,'’-]{2,40}|(?:—\s?)?[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+)+(?:, [A-Z][\w ]{2,24}){0,2}", text):
        return 3.0
    return (
        2.5
        if ORGANIZATION.fullmatch(text) and not display.line.centred
        else 3.0
        if re.fullmatch(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日", text)
        else -4.0
    )

"""Labels what every page carries and nobody reads: folio lines, editors, contacts, mottos."""

import re
from collections.abc import Sequence

from audio_edition.model.hanzi import HANZI
from audio_edition.model.page import Line
from audio_edition.recovery.fields import CREDITS, Tiling, tile
from audio_edition.recovery.folding import fold
from audio_edition.recovery.folios import NUMBERED, OWN, SPACED, dates_page, names_supplement
from audio_edition.recovery.labels import may_be_label
from audio_edition.recovery.names import signature
from audio_edition.recovery.offers import praises
from audio_edition.recovery.pages import folio_page
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines
from audio_edition.recovery.vocabulary import MOTTOS, SECTIONS, is_column

_OWN = re.compile(
    r"报社|(?:订报|投递|报料|发行)热线|总编办|总编室|广告部|发行部|新闻热线|广告(?:热线|电话)|邮发代号|零售|广告经营许可|广告许可证|定价|征订|订阅|印刷厂|承印|印[量数刷]|投稿|法律顾问|本版(?:邮箱|信箱|热线)|邮箱|公众号|客户端|微信|爆料|报料|网址|官网"
)
_FOLLOW_US = re.compile(
    r"(?<![“‘《「])(?:扫一扫|扫码)|扫描.{0,4}二维码|长按.{0,4}识别|关注.{0,14}(?:公众号|微信|微博|客户端|视频号)|下载.{0,10}(?:(?i:APP)|客户端)"
)
_KEYS = re.compile(r"督印|承印|本报|报社|出版人|广告热线|广告部|发行|印刷")
_FIELD = re.compile(
    r"(?:督印人?|承印商?|印刷厂?|出版人?|总编辑?|社长|地址|社址|电话|热线|邮编|邮政编码|传真|邮箱|网址|定价|零售价?|订阅|发行|广告)\w{0,4}\s*:|印[量数]\s*:?\s*\d"
)
_DISCLAIMER = re.compile(
    r"(?:[*※●★■【】\[\]]|(?:免责|郑重)?声明|(?:特别|重要|温馨|友情)?提[示醒]|敬告(?:读者)?|读者须知|注)*\s*:?\s*"
    r"(?:本[报版栏刊社](?:所?[刊登载发]{1,2}|文章|稿件|信息|广告|内容|图片|作品|仅|对)|(?:凡在)?本[报版栏刊](?=.{0,20}(?:信息|广告|文章|稿件)))"
    r"(?:仅供参考\S{0,24}|.*(?:(?:不承担|不负|概不|恕不|不予)\S{0,12}(?:责任?|退还|退稿)|不代表本[报版栏刊社]|不构成\S{0,6}建议|与本[报版栏刊社]无关|以[奉寄付]稿酬)\S{0,12})"
    r"|(?:以上|上述|文中|本文|所载)(?:信息|数据|内容|观点|分析|行情|个股)\S{0,8}(?:仅供参考|不构成\S{0,8}建议)(?:[,;]\S{0,24})?。?"
)
"""What a paper says of what others have it print: it answers for none of it."""
_EDGE = 4
SUPPLEMENT = "name and number of a supplement"
"""Rule of the line that a supplement has below its name."""


def drop_furniture(sheet: Sheet) -> Sheet:
    """Label folio lines, editors' lines, the paper's own addresses and mottos."""
    lines = list(sheet.lines)
    for index, line in enumerate(lines):
        if free(line) and size(line.text) <= 120:
            rule = (
                _section(lines, index)
                or _by_place(lines, index)
                or _name_of_page(lines, index)
                or _rule(fold(line.text), fold(sheet.masthead.title), lines, index)
            )
            if rule:
                lines[index] = label(line, "furniture", rule)
    return with_lines(sheet, _mottos(_ears(lines)))


_HEAD = 20
"""Lines of an issue among which its masthead ends."""


def _ears(lines: list[Line]) -> list[Line]:
    """Mottos beside the masthead: short lines below it, the last two as long as each other, above the first marked title."""
    heads = [at for at, line in enumerate(lines[:_HEAD]) if line.role == "masthead"]
    start = end = heads[-1] + 1 if heads else len(lines)
    while end < min(len(lines), start + _HEAD) and (lines[end].role == "furniture" or _is_slogan(lines[end])):
        end += 1
    slogans = [at for at in range(start, end) if free(lines[at])]
    if len(slogans) < 2 or end == len(lines) or not free(lines[end]) or not (lines[end].level or lines[end].bold):
        return lines
    if size(lines[slogans[-1]].text) != size(lines[slogans[-2]].text):
        return lines
    return [label(line, "furniture", "motto") if at in slogans else line for at, line in enumerate(lines)]


def _is_slogan(line: Line) -> bool:
    """Whether an unmarked line is a few words without punctuation."""
    plain = free(line) and not line.level and not line.bold
    return plain and bool(re.fullmatch(rf"(?:{HANZI}{{2,12}}[ ]*){{1,4}}", fold(line.text))) and not is_column(fold(line.text))


def _section(lines: Sequence[Line], index: int) -> str:
    """A section's name at the very top of a page, above the date or the paper's name."""
    behind = lines[index + 1 : index + 2]
    top = index == 0 or lines[index - 1].page != lines[index].page
    text = fold(lines[index].text).strip()
    if not top or not behind or not (SECTIONS.fullmatch(text) or NUMBERED.fullmatch(text)):
        return ""
    dated = behind[0].role in ("masthead", "furniture") or tile(fold(behind[0].text[:80])).names & {"date", "weekday"}
    return "name of the section" if dated and size(behind[0].text) < 40 else ""


def _name_of_page(lines: Sequence[Line], index: int) -> str:
    """A few signs at the head of a page, above a line that is furniture: the supplement that the page belongs to."""
    line, behind = lines[index], index + 1
    if size(line.text) > 6 or not may_be_label(line) or not _opens_page(lines, index) or behind == len(lines):
        return ""
    if not free(lines[behind]) or lines[behind].page != line.page:
        dated = tile(fold(lines[behind].text[:120])).names & {"date", "weekday"} if lines[behind].page == line.page else ()
        return "name of the page" if dated and lines[behind].role in ("masthead", "furniture") else ""
    if dates_page(tile(fold(lines[behind].text[:120]))):
        return "name of the page"
    rule = _by_place(lines, behind) or _rule(fold(lines[behind].text), "", lines, behind)
    return "name of the page" if rule in (OWN, "editors' line") else ""


_FOLIO = re.compile(
    r"(?:[A-H]?\d{1,2}|第\s*(?:[A-H]?\d{1,2}|[一二三四五六七八九十]{1,3})\s*[版页]|[A-H]?\d{1,2}\s*版|[一二三四五六七八九十]{1,2}\s?版(?=\s))[\s·|:/—-]*"
    rf"(?:{HANZI}{{2,6}}|{HANZI}{{2,4}}[·/]{HANZI}{{2,4}})|(?:{SECTIONS.pattern})(?:[·/](?:{SECTIONS.pattern}))?\s+\d{{1,2}}"
)
_CALL = re.compile(r"(?:\d{3,4}\)?-?\s?){2,}|\d{7,}|\d{3}-\d{4}|(?<![\w.-])[\w.-]+@[\w.-]+")
_PUBLISHED = re.compile(r"(?:Published|Printed|Edited)\b[\w, ]{0,40}\b(?:by|at)\b|(?:©|\(c\)|Copyright) ?\d{4}", re.I)
_HOUSE = re.compile(
    r"读者|广告|发行|投稿|爆料|报料|新闻热线|新闻线索|客服|编辑|本报|本版|热线|专线|邮箱|来稿"
    r"|E-?mail|newsroom|contact us|subscri|advertis",
    re.I,
)
_EAR = re.compile(
    r"(?=.*(?:\b(?:high|low|sun|sunny|fog|foggy|hot|cold|warm|cool)\b|cloud|rain|snow|breez|wind|shower|storm|°))"
    r".*(?:Details|(?:Full )?forecast|More|Weather)\b[,:]? (?:on )?(?:page )?[A-Z]?\d{1,2}\.?",
    re.I,
)
"""What stands in a corner of the head of an English page: the weather in a line, and where there is more of it."""
_PERSONAL = re.compile(r"联系人|咨询|报名|应聘|预约|先生|女士")


def _by_place(lines: Sequence[Line], index: int) -> str:
    """What no word tells, but its shape and its place at the edge of a page: folio lines, numbers to call, disclaimers."""
    line, text = lines[index], fold(lines[index].text).strip()
    first = _opens_page(lines, index)
    if first and (_FOLIO.fullmatch(text) or SPACED.fullmatch(re.sub(r"\s", "", text))) and size(text) <= 9:
        return "folio line"
    if first and not line.level and _EAR.fullmatch(text):
        return "ear of the page"
    if _PUBLISHED.match(line.text) and not line.level and _closes_page(lines, index):
        return OWN
    if is_final(line.text) or line.level or not (first or _closes_page(lines, index)):
        return ""
    if re.fullmatch(r"[*(]+(?:本版|注:)[^()]{2,40}[)*]+", text) and not signature(text):
        return "note of the page"
    tiling = tile(text)
    if first and (names_supplement(tiling, text) or dates_page(tiling)):
        return "folio line"
    if {"date", "weekday"} <= tiling.names and size(tiling.rest) <= 14 and (tiling.names - {"date", "weekday"} or first):
        return "folio line"
    called = _CALL.search(text) and re.match(r"[^:]{2,24}:|To (?:place|submit|subscribe|advertise|report|send|contact)\b", text)
    offered = index > 0 and praises(fold(lines[index - 1].text))
    if called and not offered and (first or _HOUSE.search(text)) and not _PERSONAL.search(text) and size(text) <= 80:
        return OWN
    return ""


def _opens_page(lines: Sequence[Line], index: int) -> bool:
    """Whether nothing but furniture stands above a line on its page."""
    above = lines[max(0, index - 8) : index]
    return all(line.page != lines[index].page or line.role in ("masthead", "furniture") or line.kind != "text" for line in above)


def _closes_page(lines: Sequence[Line], index: int) -> bool:
    """Whether at most two short lines stand below a line on its page."""
    below = [line for line in lines[index + 1 : index + 4] if line.page == lines[index].page and line.kind == "text"]
    return len(below) <= 2 and all(size(line.text) <= 60 for line in below)


def _rule(text: str, paper: str, lines: Sequence[Line], index: int) -> str:
    if _DISCLAIMER.fullmatch(text.strip()):
        return "the paper's disclaimer"
    if size(text) > 24 and is_final(text):
        return ""
    if folio_page(lines[index]):
        return "folio line"
    tiling = tile(text, paper)
    few = len(tiling.rest) <= max(2, size(text) // 8)
    if (
        (few or CREDITS.fullmatch(text))
        and "editors" in tiling.names
        and not is_column(text)
        and re.search(r"编辑|责编|美编|版式|校对|排版|组版|编审|审读|终审|责校|统筹|主编|签发|监制|编委", text)
    ):
        return "editors' line"
    if (
        tiling.names & {"contact", "url"}
        and len(tiling.rest) <= max(6, size(text) // 4)
        and (_OWN.search(text) or "url" in tiling.names or (len(paper) > 3 and text.startswith(paper[-2:])))
        and not text.endswith("。")
    ):
        return OWN
    heads = lines[index].level + lines[index].bold > 0 and _heads_text(lines, index)
    if size(text) <= 45 and _FOLLOW_US.search(text) and not text.endswith("。") and not heads:
        return "follow us"
    if _KEYS.search(text) and len(_FIELD.findall(text)) >= 2 and not text.endswith("。"):
        return OWN
    return _edge_rule(text, tiling, few, lines, index)


def _edge_rule(text: str, tiling: Tiling, few: bool, lines: Sequence[Line], index: int) -> str:
    """The rule by which a line is furniture because of where it stands."""
    placed = bool(tiling.names & {"paper", "page", "number"}) or {"date", "weekday"} <= tiling.names
    placed = placed and not (tiling.rest and tiling.names <= {"number", "lone"})
    if few and {"paper", "number"} <= tiling.names and not lines[index].level:
        return SUPPLEMENT
    if few and placed and not lines[index].level and _at_edge(lines, index):
        return "folio line"
    if re.fullmatch(r"[-—·\s]*\d{1,3}[-—·\s]*", text) and _at_edge(lines, index):
        return "page number"
    return ""


def _at_edge(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands among the first or last lines of its page, bar what is labelled already."""
    page = lines[index].page
    before = [
        line
        for line in lines[max(0, index - 9) : index]
        if line.page == page and line.role not in ("masthead", "furniture", "rule")
    ]
    after = [
        line for line in lines[index + 1 : index + 10] if line.page == page and line.role not in ("masthead", "furniture", "rule")
    ]
    return len(before) < _EDGE or len(after) < _EDGE


def _is_motto(line: Line, text: str) -> bool:
    return free(line) and size(text) <= 30 and MOTTOS.search(text) is not None and not line.text.endswith("。")


def _heads_text(lines: Sequence[Line], index: int) -> bool:
    """Whether a text stands below a line, and no title between: then it is no motto, but a title that speaks of one."""
    below = (line for line in lines[index + 1 : index + 5] if line.kind == "text")
    return next((size(line.text) > 45 for line in below if line.level or line.bold or size(line.text) > 45), False)


_WORDS = re.compile(rf"(?:{HANZI}{{2}}[\s、,·]*){{1,12}}|(?:[不请勿严禁要别珍爱保护关][^\s,。:;]{{3,11}}[ ,!]*){{1,4}}")
"""Words of a motto, and what a public notice asks for, in clauses of a few signs."""


def _mottos(lines: Sequence[Line]) -> list[Line]:
    """A motto's head, and the short words under it."""
    made: list[Line] = []
    inside = False
    for index, line in enumerate(lines):
        text = fold(line.text)
        if _is_motto(line, text) and not (2 * len(MOTTOS.findall(text)[0]) < len(text) and _heads_text(lines, index)):
            inside = True
            made.append(label(line, "furniture", "motto"))
        elif inside and free(line) and _WORDS.fullmatch(text) and not line.level:
            made.append(label(line, "furniture", "motto"))
        else:
            inside = inside and line.kind != "text"
            made.append(line)
    return made

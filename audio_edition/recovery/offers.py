"""Labels advertisements that nothing calls so: short lines that praise an offer, and say where to call or come."""

import re
from collections.abc import Sequence

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import signature
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines
from audio_edition.recovery.vocabulary import ADS, BOXES, BRIEFS, NOTICES, WEATHER, is_column

_CONTACT = re.compile(
    r"(?:\d{3,4}\)?-?\s?){2,}\d|\d{4} \d{4}(?!\d)|\d{7,}|\d{3}-\d{4}|(?:www\.|https?:)\S+|\w+\.(?:com|cn|hk|tw|net)\b"
    r"|(?:[地店厂馆]址|电话|热线|专线|查询|咨询|订购|预约|加盟|售楼[处部]?|销售中心|营销中心|展厅|微信|WhatsApp|微博|卖方|发展商|开发商|活动时间|活动日期|活动地点)\w{0,4}\s*[:]",
    re.I,
)
_OFFER = re.compile(
    r"[特钜巨优]惠|特价|[\d一二三四五六七八九]折|满\s?\d+\S{0,2}[减送]|立减|买\S{1,3}[送赠]|\d\s*[万元]*\S{0,2}起(?!步|草|来|诉)|起价|起售|入场费|首付|免费(?:试|领|体验|安装|送|品)|促销|大促|开盘|盛大|热[销卖]"
    r"|抢购|发售|现房|示范单位|样板间|钜献|尊享|尊贵|品鉴|酬宾|豪礼|好礼|礼遇|包邮|诚招|加盟|限时|名额有限|海景|户型|奢[华享]|臻品|典藏|预售|认筹|清仓|换季|直降|以旧换新|补贴\d+|周年庆|购物节|家装节|狂欢|秒杀|正品|厂家直销"
    r"|\d+% off|\bsale\b|\boffer\b|\bcall (?:now|today)|order now|\bfree (?:delivery|estimate|trial)|\bdiscount|limited time",
    re.I,
)
_PRAISE = re.compile(
    rf"{_OFFER.pattern}|投资有风险|选择[须需]谨慎|最终解释权|本广告|医疗广告|广审|先到先得|热销|火爆|垂询|详询|恭迎|莅临|限量"
    r"|(?:贵宾|预约|销售|咨询|招商|加盟|订购)(?:热线|电话)",
    re.I,
)
"""What advertisements say in sentences: three such words and a number to call, and no text of a newspaper is left that would."""
_CALL = re.compile(r"\d{3,4}-\d{4,8}|\d{7,}")
OFFER = "offer"
"""Rule of its lines."""
_MOST = 12
"""Lines that an advertisement has at most."""


def praises(text: str) -> bool:
    """Whether a folded text holds an offer, or where to call or come."""
    return bool(_OFFER.search(text) or _CONTACT.search(text))


def label_offers(sheet: Sheet) -> Sheet:
    """From the line that praises, or the heading above it, to the last that says where to call."""
    lines = list(sheet.lines)
    start = 0
    while start < len(lines):
        end = start
        while (
            end < len(lines) and end - start < _MOST and (_is_slogan(lines[end], lines[start]) or _is_pictured(lines, start, end))
        ):
            end += 1
        last = next((at for at in range(end - 1, start - 1, -1) if _CONTACT.search(fold(lines[at].text))), -1)
        if last >= 0 and not _is_named(lines, start) and _is_offer(lines[start : last + 1]):
            made = [_offered(line) for line in lines[start : last + 1]]
            lines[start : last + 1] = [structs.replace(made[0], role="title", starts="ad"), *made[1:]]
        elif start and _sells(lines[start - 1], lines[start]):
            lines[start - 1] = structs.replace(label(lines[start - 1], "title", OFFER, 0.7), starts="ad")
            lines[start] = label(lines[start], "paragraph", OFFER, 0.7)
        start = max(end, start + 1)
    return with_lines(sheet, lines)


def _sells(title: Line, line: Line) -> bool:
    """Whether a short text sells what the line above it names."""
    if not (free(title) and free(line)) or not 10 <= size(line.text) <= 150 or title.page != line.page:
        return False
    if size(title.text) > 45 or is_final(title.text) or _names_kind(fold(title.text)):
        return False
    text = fold(line.text)
    praise = {match[0] for match in _PRAISE.finditer(text)}
    return (len(praise) >= 3 or "本广告" in praise) and bool(_CALL.search(text))


def _offered(line: Line) -> Line:
    return label(line, "paragraph", OFFER, 0.7) if free(line) else line


def _is_pictured(lines: Sequence[Line], start: int, at: int) -> bool:
    """Whether a picture stands between a heading and what it sells."""
    return lines[at].kind == "image" and at == start + 1 and lines[start].level + lines[start].bold > 0


def _is_slogan(line: Line, first: Line) -> bool:
    text = fold(line.text)
    if not free(line) or line.page != first.page or line.division or size(line.text) > 60 or line.text.rstrip().endswith("。"):
        return False
    found = signature(line.text)
    if (found and (found.told or not line.level)) or _names_kind(text):
        return False
    return not (is_final(line.text) and size(line.text) > 30)


def _names_kind(text: str) -> bool:
    plain = re.sub(r"\s", "", text)
    return is_column(text) or any(kind.fullmatch(plain) for kind in (NOTICES, BOXES, WEATHER, BRIEFS, ADS))


def _is_named(lines: Sequence[Line], index: int) -> bool:
    """Whether the line above says what stands here: a notice, a box, a column."""
    return index > 0 and _names_kind(fold(lines[index - 1].text))


_SHOP = re.compile(r"(?:[总分本]店|门市部?|专卖店|[地店厂]址|电话|热线|专线|订购|WhatsApp)\s*:", re.I)


def _is_offer(lines: Sequence[Line]) -> bool:
    """Whether lines hold two words of praise and price, or one in a heading, or one and where to come and to call."""
    texts = [fold(line.text) for line in lines]
    if any("本广告" in text for text in texts):
        return True
    found = {match[0] for text in texts for match in _OFFER.finditer(text)}
    reached = any(len(_SHOP.findall(text)) > 1 for text in texts) and any(not word.startswith("免费") for word in found)
    return len(found) >= 2 or reached or (bool(found) and len(lines) > 1 and bool(_OFFER.search(texts[0])))

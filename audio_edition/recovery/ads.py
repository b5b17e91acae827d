"""Labels advertisements: what stands under the word 广告, up to the next text or header, and what can be nothing else."""

import re
from collections.abc import Sequence

from msgspec import structs

from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines
from audio_edition.recovery.vocabulary import ADS

_LONGEST = 12
"""Lines that an advertisement may have."""


def label_ads(sheet: Sheet) -> Sheet:
    """The label, and the slogans, names and addresses under it."""
    lines = list(sheet.lines)
    for index, line in enumerate(lines):
        if free(line) and ADS.fullmatch(fold(line.text).strip()):
            lines[index] = structs.replace(label(line, "kicker", "advertisement", 0.8), starts="ad")
            _label_under(lines, index)
        elif index and free(line) and free(lines[index - 1]) and _advertises(lines[index - 1], line):
            lines[index - 1] = structs.replace(label(lines[index - 1], "title", "advertisement", 0.7), starts="ad")
            lines[index] = label(line, "paragraph", "advertisement", 0.7)
    return with_lines(sheet, lines)


def _label_under(lines: list[Line], index: int) -> None:
    titled = False
    for at in range(index + 1, min(index + 1 + _LONGEST, len(lines))):
        line = lines[at]
        if line.kind == "image" or line.role in ("furniture", "caption"):
            continue
        if (
            not free(line)
            or line.page != lines[index].page
            or _is_text(line)
            or (titled and (line.level or line.bold) and _header_follows(lines, at))
        ):
            return
        lines[at] = label(line, "paragraph" if titled else "title", "advertisement", 0.8)
        titled = True


_SALES = re.compile(
    r"投资有风险|选择[须需]谨慎|最终解释权|本广告|医疗广告|广审|先到先得|抢购|热销|火爆|垂询|详询|恭迎|莅临|品鉴|钜惠|特惠|优惠|限时|限量"
    r"|(?:贵宾|预约|销售|咨询|招商|加盟|订购)(?:热线|电话)"
)
"""What advertisements say: three such words and a number to call, and no text of a newspaper is left that would."""
_CALL = re.compile(r"\d{3,4}-\d{4,8}|\d{7,}")


def _advertises(title: Line, line: Line) -> bool:
    """Whether a short text sells what the line above it names."""
    if not 10 <= size(line.text) <= 150 or size(title.text) > 45 or is_final(title.text) or title.page != line.page:
        return False
    text = fold(line.text)
    return len(set(_SALES.findall(text))) >= 3 and bool(_CALL.search(text))


def _is_text(line: Line) -> bool:
    return size(line.text) > 60 and is_final(line.text)


def _header_follows(lines: Sequence[Line], at: int) -> bool:
    return any(_is_text(line) or line.role == "dateline" for line in lines[at + 1 : at + 4])

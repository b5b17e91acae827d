"""Labels what stands below a work of art: its name, its technique, its artist, on one line or on two."""

import re
from collections.abc import Sequence

from msgspec import structs

from audio_edition.model.hanzi import HANZI, NAME
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import is_person
from audio_edition.recovery.prose import size
from audio_edition.recovery.sheet import Sheet, free, label, with_lines

_MADE = (
    r"(?:中?国画|油画|版画|水彩画?|水粉画?|粉画|漆画|年画|壁画|农民画|连环画|装饰画|[中国人物山水花鸟]{2}画|速写|素描"
    r"|(?:硬笔|毛笔)?书法|篆刻|剪纸|木刻|雕塑|刺绣|陶艺|[行草隶楷篆]书)(?:作品)?"
)
_TECHNIQUE = rf"(?:{_MADE}|(?:漫画|摄影)(?:作品)?)"
"""With those whose name before a person's says what the person did, and no more."""
_ARTIST = rf"(?:作者\s*[:/]?\s*)?(?:{NAME}{{2,4}}|{HANZI} {HANZI})(?:\s*[作摄绘刻书画])?"
_WORK = re.compile(
    rf"(?:《[^》]{{1,24}}》|[^\s,。:()《》]{{2,20}})\s*[(]{_TECHNIQUE}[)](?:\s*{_ARTIST})?"
    rf"|{_TECHNIQUE}\s*[:/·]?\s*《[^》]{{1,24}}》(?:\s*{_ARTIST})?"
    rf"|{_MADE}\s*[:/]\s*[^\s,。:()]{{2,16}}\s+{_ARTIST}"
    rf"|{_MADE}\s*[:/]?\s+(?P<person>{HANZI}{{2,4}})"
)
_UNSIGNED = re.compile(rf"{_MADE}(?:\s*[:/]\s*[^\s,。:()]{{2,16}})?")
_SIGNATURE = re.compile(rf"作者\s*[:/]?\s*(?:{NAME}| ){{2,5}}|{NAME}{{2,4}}\s*[作绘刻书画]|(?P<person>{HANZI}{{2,4}})")


def label_artworks(sheet: Sheet) -> Sheet:
    """Such lines are captions; the artist's line below goes on with them."""
    lines = list(sheet.lines)
    for index, line in enumerate(lines):
        if not free(line) or line.level or size(line.text) > 40 or line.rule:
            continue
        text = fold(line.text).strip()
        signed = _signs(lines, index + 1)
        if not (_is_work(text) or (signed > 1 and _UNSIGNED.fullmatch(text))):
            continue
        lines[index] = label(line, "caption", "work of art", 0.8)
        if signed and not re.search(rf"[)》]\s*{_ARTIST}$", text):
            lines[index + 1] = structs.replace(label(lines[index + 1], "caption", "artist", 0.8), joins=True)
    return with_lines(sheet, lines)


def _is_work(text: str) -> bool:
    found = _WORK.fullmatch(text)
    return found is not None and (found["person"] is None or is_person(found["person"]))


def _signs(lines: Sequence[Line], index: int) -> int:
    """Whether a line names an artist: 2 where it says so, 1 where it is nothing but a name."""
    if index >= len(lines) or not free(lines[index]) or lines[index].level or lines[index].page != lines[index - 1].page:
        return 0
    found = _SIGNATURE.fullmatch(fold(lines[index].text).strip())
    if found is None:
        return 0
    return 2 if found["person"] is None else int(is_person(found["person"]))

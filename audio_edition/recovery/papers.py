"""Names of newspapers, as they stand alone and as folio lines hold them."""

import re
from collections.abc import Iterator

from audio_edition.model.hanzi import HANZI, NAME
from audio_edition.model.latin import is_latin
from audio_edition.recovery.fields import tile
from audio_edition.recovery.folding import fold

_KIND = (
    r"(?:Times|Daily|Post|Herald|News|Tribune|Gazette|Standard|Journal"
    r"|Chronicle|Morning Post|Express|Observer|Courier|Mail|Star|Telegraph|Record|Examiner|Ledger|Bulletin"
    r"|Sentinel|Register|Banner|Review|Press|Independent|Sun|Globe|Inquirer|Dispatch|Advertiser|Leader|Argus|Reporter"
    r"|Messenger|Enterprise|Democrat|Republican|Monitor|Advocate|Guardian|Pioneer|Citizen|Transcript|Chieftain)"
)
PAPER = re.compile(
    rf"{NAME}{{1,8}}?(?:日报|晚报|早报|晨报|时报|新报|都市报|商报|快报|周报|导报|青年报|电视报|旬报|晨刊|早刊|午报|县报|农民报|工人报|经济报|法治报|法制报|教育报|科技报|晚刊|周刊|新闻|参考|商务报|消费报|文汇报|明报|大公报|{HANZI}报)"
    rf"|(?:The )?(?:[A-Z][\w'’-]+ ){{0,4}}(?:{_KIND}(?:[-—][A-Z]\w+| (?:&|and) {_KIND})?|[A-Z]\w+[-—]{_KIND})",
    re.I,
)
"""Two papers that became one carry both names."""
_NAMES = re.compile(rf"{HANZI}{{2,6}}(?:日报|晚报|早报|晨报|时报|新报|都市报|商报|快报|周报|导报)")


def papers_in(text: str) -> Iterator[str]:
    """The papers that a line names: in Hanzi anywhere, in Latin letters as all that its date and its page leave over.

    >>> list(papers_in("2 要闻 朔州日报")), list(papers_in("B3 · The Wend Gazette · Thursday, May 8, 2025"))
    (['朔州日报'], ['The Wend Gazette'])
    """
    yield from (text[slice(*found.span())] for found in _NAMES.finditer(fold(text)))
    for part in (text, *re.split(r"\s*[|·•]\s*", text)):
        rest = tile(fold(part)).rest
        if is_latin(rest) and PAPER.fullmatch(rest) and rest in part:
            yield rest
            return

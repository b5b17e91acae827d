"""Lines that name the occasion of what the title below them tells: a round, an edition, a competition."""

import re

from audio_edition.model.hanzi import HANZI

_OCCASION = re.compile(
    rf"(?=.{{3,22}}$)[^\s,。:!?]*(?:第[\d一二三四五六七八九十]{{1,4}}(?:轮|场|站|批次?|季|比赛日|届{HANZI}{{0,10}}(?:会|节|展|赛|杯|周))"
    r"|(?:锦标赛|联赛|常规赛|季后赛|预选赛|小组赛|资格赛|淘汰赛|公开赛|邀请赛|大奖赛|挑战赛|\d强赛|[半总]?决赛|世锦赛|世界杯|亚洲杯|亚运会|奥运会|全运会|省运会"
    rf"|运动会|博览会|交易会|艺术节|文化节|电影节|旅游节))(?:{HANZI}{{0,4}}(?:比赛|争夺|组|赛)|首[回轮日]合?|次回合)?"
)
_TELLS = re.compile(r"[获夺胜负赢输迎举办闭落备将赴征]|[进出](?![口版])|战(?!赛)|开(?!赛)|[^\s]{2}(?:启动|收官|上演)")


def names_occasion(text: str) -> bool:
    """Whether a folded line names a round, an edition or a competition, and does not tell what happened there.

    >>> names_occasion("CBA常规赛第11轮"), names_occasion("全国公开赛半决赛"), names_occasion("我市将办第三届艺术节")
    (True, True, False)
    """
    return bool(_OCCASION.fullmatch(text)) and not _TELLS.search(text)

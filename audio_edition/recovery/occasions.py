"""Lines that name the occasion of what the title below them tells: a round, an edition, a competition, a campaign."""

import re

from audio_edition.model.hanzi import HANZI

_OCCASION = re.compile(
    rf"(?=.{{3,22}}$)[^\s,。:!?]*(?:第[\d一二三四五六七八九十]{{1,4}}(?:轮|场|站|批次?|季|比赛日|届{HANZI}{{0,10}}(?:会|节|展|赛|杯|周))"
    r"|(?:锦标赛|联赛|常规赛|季后赛|预选赛|小组赛|资格赛|淘汰赛|公开赛|邀请赛|大奖赛|挑战赛|\d强赛|[半总]?决赛|世锦赛|世界杯|亚洲杯|亚运会|奥运会|全运会|省运会"
    rf"|运动会|博览会|交易会|艺术节|文化节|电影节|旅游节))(?:{HANZI}{{0,4}}(?:比赛|争夺|组|赛)|首[回轮日]合?|次回合)?"
)
_TELLS = re.compile(r"[获夺胜负赢输迎举办闭落备将赴征]|[进出](?![口版])|战(?!赛)|开(?!赛)|[^\s]{2}(?:启动|收官|上演)")


_VERB = (
    r"(?:迎接|喜迎|奋进|建功|逐梦|筑梦|追梦|决战|决胜|践行|牢记|不忘|感恩|永远|致敬|庆祝|礼赞|弘扬|传承|聚焦|学习|贯彻|争做|争当|领航|扬帆|启航|起航"
    r"|同心|众志|携手|凝心|团结|勇担|再创|谱写|书写|走好|开启|砥砺|深学|笃行|铭记|沿着|乘势|打赢|回眸|献礼)"
)
_CAMPAIGN = re.compile(rf"(?P<first>{_VERB}{HANZI}{{2,6}})[ ·]+(?P<second>{_VERB}{HANZI}{{2,6}})")


def names_campaign(text: str) -> bool:
    """Whether a folded line is the slogan of a campaign under which papers print reports: two calls of one length.

    >>> names_campaign("迎接二十大 建功新时代"), names_campaign("不忘初心 牢记使命"), names_campaign("我市迎接国庆 全城张灯结彩")
    (True, True, False)
    """
    found = _CAMPAIGN.fullmatch(text)
    return found is not None and len(found["first"]) == len(found["second"])


def names_occasion(text: str) -> bool:
    """Whether a folded line names a round, an edition or a competition, and does not tell what happened there.

    >>> names_occasion("CBA常规赛第11轮"), names_occasion("全国公开赛半决赛"), names_occasion("我市将办第三届艺术节")
    (True, True, False)
    """
    return bool(_OCCASION.fullmatch(text)) and not _TELLS.search(text)

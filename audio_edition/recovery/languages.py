"""The language in which an issue is written, and the country, where its spelling and what it speaks of tell one."""

import re
from collections.abc import Sequence

from audio_edition.model.page import Line

_TRADITIONAL = frozenset(
    "為這來時們會個國學說對發經過還沒開關點東車書長門問間電話報訊記編輯圖攝體驗單實際應該變當從後與與產業務區縣鄉鎮"
)
_HONG_KONG = re.compile("[嘅咗哋喺嗰啲冇睇咭邨綫]|港鐵|八達通|港幣|立法會|特區政府|康文署|運輸署|香港|九龍|新界")


def language(lines: Sequence[Line]) -> str:
    """BCP 47 tag of most of the text.

    >>> [language([Line(text)]) for text in ("這來時們會個國學說對發，香港", "The ferry reopens.", "文明让生活更美好")]
    ['zh-HK', 'en', 'zh-CN']
    >>> language([Line("The harbor, in gray colors, and its neighbors: SALEM, Ore. -- They canceled it.")])
    'en-US'
    """
    text = "\n".join(line.text[:2000] for line in lines[:600])
    hanzi = sum("\u4e00" <= character <= "\u9fff" for character in text)
    if sum(character.isascii() and character.isalpha() for character in text) > 3 * hanzi:
        return _english(text)
    if 25 * sum(character in _TRADITIONAL for character in text) > hanzi:
        return "zh-HK" if _HONG_KONG.search(text) else "zh-TW"
    return "zh-CN"


_FEWEST = 3
"""Marks of a country before anything is told by them: one or two may stand in a name or a quotation."""
_CLEAR = 4
"""Times as many as there are words that are spelt as in the other country."""


def _english(text: str) -> str:
    """A country's tag where spelling and place agree: Manila spells as Americans do, Sydney as the British; neither order of
    day and month at the head tells one, for some British papers print `March 11, 2025`."""
    american, british = (len(spelt.findall(text)) for spelt in (_AMERICAN, _BRITISH))
    states, pounds = len(_STATES.findall(text)), text.count("£")
    if states and states + american >= max(_FEWEST, _CLEAR * british):
        return "en-US"
    return "en-GB" if british and pounds and british + pounds >= max(_FEWEST, _CLEAR * american) else "en"


# Lower case: a Labor Party and a Pearl Harbor are names. Without what both spell so in some sense: program, meter, organize.
_AMERICAN = re.compile(
    r"\b(?:(?:col|fav|harb|hon|lab|neighb|rum|vap)or(?:s|ed|ing|able|hoods?|ites?|ers?)?|behaviors?|(?:cent|theat|lit)ers?"
    r"|defense|offense|gray|jewelry|skillful|enrollment|(?:cancel|travel|label|model|fuel)(?:ed|ing|ers?)|paralyzed|analyzed?)\b"
)
_BRITISH = re.compile(
    r"\b(?:(?:col|fav|harb|hon|lab|neighb|rum|vap)our(?:s|ed|ing|able|hoods?|ites?|ers?)?|behaviours?|(?:cent|theat|lit|met)res?"
    r"|defence|offence|grey|jewellery|skilful|enrolment|(?:cancel|travel|label|model|fuel)l(?:ed|ing|ers?)|paralysed|analysed?"
    r"|(?:organ|real|recogn|critic|apolog)is(?:ed?|es|ing|ations?)|programmes?|councillors?|tonnes?|kerbs?|tyres?|cheques?)\b"
)
_STATES = re.compile(
    r"(?:, |\b[DR]-)(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev"
    r"|N\.[CDHJMY]|Okla|Ore|Pa|R\.I|S\.[CD]|Tenn|Tex|Vt|Va|Wash|W\.Va|Wis|Wyo)\.|, [A-Z]{2} \d{5}\b"
    r"|(?:[A-Za-z], |\b[DR]-)(?:"
    r"Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana"
    r"|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana"
    r"|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon"
    r"|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia"
    r"|Wisconsin|Wyoming)\b"
)
"""A town's state, as the Associated Press abbreviates it, as the post does, or in full; a senator's. Georgia and Washington are
left out in full: they are places elsewhere, too."""

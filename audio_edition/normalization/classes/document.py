"""Numbers of documents, standards and publications.

国发〔2022〕15号，执行标准为GB 5749—2022 => 国发二零二二，十五号，执行标准为GB五七四九二零二二
GB 23200.121—2021 => GB二三二零零点一二一二零二一
ISO 9001质量管理体系，ISO/IEC 27001:2022 => ISO九零零一质量管理体系，ISO、IEC二七零零一二零二二
专利号ZL 2019 1 0123456.7 => 专利号ZL二零一九一零一二三四五六点七
案件编号DCCC 1024/2026 => 案件编号DCCC一零二四，二零二六
国内统一刊号：CN14—0031，GB/T 1234.5-2019 => 国内统一刊号：CN一四零零三一，GB T一二三四点五二零一九
（2023）京0105民初1234号，ISBN 978-7-02-000872-3 => 二零二三，京零一零五民初一二三四号，ISBN九七八七零二零零零八七二三
"""

import re

from audio_edition.normalization import numerals
from audio_edition.normalization.rule import DIGIT, LATIN, Piece, part, rule


@rule(
    r"(?P<l>[A-Z]{2,6}(?:\d{2}(?=/))?)(?:/(?P<t>[A-Z]{1,2}))? ?(?P<n>\d{1,6}(?:\.\d{1,3})?)"
    r" ?[-—]{1,2} ?(?P<y>\d{4})(?:[-/][A-Z0-9]{1,3})?(?![\d%])",
    cost=1,
    at=LATIN,
)
def standard(match: re.Match[str]) -> str:
    issuer = re.sub(r"\d+", lambda digits: numerals.cardinal(digits[0]), match["l"])
    letters = f"{issuer} {match['t']}" if match["t"] else issuer
    return letters + numerals.digits(match["n"]).replace(".", "点") + numerals.digits(match["y"])


@rule(
    r"(?P<l>ISO|IEC|IATF|OHSAS|GB|GJB|DIN|ASTM|EN|FSSC|SA) ?(?P<n>\d{4,5})(?::(?P<y>\d{4}))?(?![\d.:%‰万亿]|[-—]\d)",
    cost=1,
    at=LATIN,
)
def named(match: re.Match[str]) -> str:
    """A standard, also without its year."""
    return match["l"] + numerals.digits(match["n"]) + numerals.digits(match["y"] or "")


@rule(r"(?P<l>ZL|CN)? ?(?P<n>(?:19|20)\d\d ?\d ?\d{7}\.[\dX])(?![\dA-Za-z])", cost=0.9, at=LATIN + DIGIT, needs=".")
def patent(match: re.Match[str]) -> str:
    """Year, kind, running number and a check digit; CNIPA, ZC 0006."""
    return (match["l"] or "") + numerals.digits(match["n"].replace(" ", "")).replace(".", "点")


@rule(r"(?P<l>ISBN|ISSN|CN|ISRC|QS|SC)[: ]{0,2}(?P<n>\d[\d/A-Z—-]{4,22}[\dX])(?!\d)", cost=0.9, at=LATIN)
def publication(match: re.Match[str]) -> str:
    return match["l"] + numerals.digits(re.sub(r"[-—/]", "", match["n"]))


@rule(r"\d{4,8}(?= ?号(?![楼院店房门车线文窗位铺]))", cost=1.8, needs="号")
def numbered(match: re.Match[str]) -> str:
    return numerals.digits(match[0])


@rule(r"[〕\]](?=第?\d{1,5}号)", cost=0.4, needs="号", at="〕]", after=r"[〔\[]\d{4}")
def after_year(match: re.Match[str]) -> str:
    return "，"


@rule(r"\d{1,5}(?=号)", cost=0.9, needs="号", after=r"[〕\])]第?|\d{4}年?第")
def number_of_year(match: re.Match[str]) -> str:
    return numerals.cardinal(match[0])


@rule(r"\d{1,6}(?=号)", cost=0.8, needs="号", after=r"(?:民|刑|行|执|商|赔|破|知)[初终再申监特更字恢保辖][字]?第?")
def court_case(match: re.Match[str]) -> str:
    return numerals.digits(match[0]) if len(match[0]) > 2 else numerals.cardinal(match[0])


@rule(r"(?P<n>\d{1,6})(?P<to> ?/ ?)(?P<y>(?:19|20)\d\d)(?![\d./])", cost=0.9, needs="/", after=r"(?<![A-Za-z])[A-Z]{3,5} ?")
def court_list(match: re.Match[str]) -> list[Piece]:
    """As courts of Hong Kong number them: DCCC 1024/2026."""
    return [part(match, "n", numerals.digits(match["n"])), part(match, "to", "，"), part(match, "y", numerals.digits(match["y"]))]

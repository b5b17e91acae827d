"""Builds `data/traditional.tsv`, the simplified form of each traditional character, from OpenCC's table (Apache-2.0).

The table is the one that opencc-python-reimplemented packs. Variants that 通用规范汉字表 lists are in use in simplified text too
(著作, 乾隆), so they are marked `maybe`.
"""

from collections import defaultdict
from importlib.resources import files

from pypinyin_dict.pinyin_data import kmandarin_8105

_MAYBE = {"著": "着", "乾": "干", "徵": "征", "於": "于", "夥": "伙", "麽": "么", "釐": "厘", "剋": "克", "瞭": "了"}
_PINYIN = (
    "發fa1 髮fa4 髒zang1 臟zang4 捲juan3 儘jin3 盡jin4 隻zhi1 祇zhi3 衹zhi3 彆bie4 係xi4 蔔bo5 併bing4 並bing4 纖xian1 縴qian4 "
    "鬥dou4 嚮xiang4 佔zhan4 鬆song1 徵zheng1 麼me5 葉ye4 鹹xian2 捨she3 僕pu2 臘la4 蠟la4 築zhu4 閤he2 齣chu1 癒yu4 穫huo4 "
    "獲huo4 確que4 籲yu4 撲pu1 樸pu3 範fan4 據ju4 蘋ping2 廣guang3 廠chang3 壩ba4 術shu4")  # fmt: skip
"""Traditional characters with one reading whose simplified forms have several."""


def build() -> str:
    """The rows: simplified, a tab, traditional, a tab, `sure` or `maybe`, a tab, the reading where the character has but one."""
    pinyin = {item[0]: item[1:] for item in _PINYIN.split()}
    grouped = defaultdict(list)
    for char, simple in (_sure() | _MAYBE).items():
        grouped[simple, "maybe" if char in _MAYBE else "sure", pinyin.get(char, "")].append(char)
    head = "# simplified\ttraditional\tmaybe: in use in simplified text too\tonly reading. After OpenCC (Apache-2.0).\n"
    rows = (f"{simple}\t{''.join(chars)}\t{mode}\t{said}".rstrip("\t") for (simple, mode, said), chars in sorted(grouped.items()))
    return head + "\n".join(rows) + "\n"


def _sure() -> dict[str, str]:
    table = (files("opencc") / "dictionary" / "TSCharacters.txt").read_text("utf-8")
    pairs = (line.split("\t") for line in table.splitlines())
    first = {char: choices.split(" ")[0] for char, choices in pairs}
    standard = kmandarin_8105.pinyin_dict
    return {char: simple for char, simple in first.items() if ord(simple) in standard and ord(char) not in standard}

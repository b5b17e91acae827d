"""Pinyin syllables: `lv4` (`v` for ü), tone 1 to 5, 5 for neutral."""

import re
from functools import cache

_TABLE = """
a ai an ang ao ba bai ban bang bao bei ben beng bi bian biang biao bie bin bing bo bu ca cai can cang cao ce cen ceng
cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui
cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er
fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo
ha hai han hang hao he hei hen heng hm hng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing
jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang
lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve m ma mai man mang mao me mei
men meng mi mian miao mie min ming miu mo mou mu n na nai nan nang nao ne nei nen neng ng ni nian niang niao nie nin ning
niu nong nou nu nuan nun nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian
qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san
sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si
song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan
wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo
yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou
zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo
"""
SYLLABLES = frozenset(_TABLE.split())
"""Every syllable of Standard Chinese without its tone (现代汉语词典, 音节表)."""

_MARKS = {mark: (vowel, tone) for vowel, row in zip("aeiouv", ("āáǎà", "ēéěè", "īíǐì", "ōóǒò", "ūúǔù", "ǖǘǚǜ"), strict=True)
          for tone, mark in enumerate(row, 1)}  # fmt: skip


def split(pinyin: str) -> tuple[str, ...]:
    """The syllables of `ying4 xian4`, `yìng xiàn` or `ying4xian4`, in the canonical spelling.

    Raises ValueError, naming the syllable, when one is not pinyin.

    >>> split("lü4 zhóu le")
    ('lv4', 'zhou2', 'le5')
    >>> split("zhong4dian3")
    ('zhong4', 'dian3')
    """
    return tuple(canonical(part) for part in re.sub(r"(?<=[1-5])(?=[^\s'])", " ", pinyin).replace("'", " ").split())


def canonical(syllable: str) -> str:
    """One syllable in the canonical spelling: lower case, `v` for ü, tone number at the end, 5 for neutral.

    Raises ValueError when it is not pinyin.

    >>> canonical("Lǜ"), canonical("nu:3"), canonical("r5"), canonical("ma")
    ('lv4', 'nv3', 'er5', 'ma5')
    >>> canonical("xing7")
    Traceback (most recent call last):
    ValueError: `xing7` is not a pinyin syllable
    """
    tone = ""
    letters = ""
    for letter in syllable.lower().replace("u:", "v").replace("ü", "v"):
        plain, mark = _MARKS.get(letter, (letter, 0))
        letters += plain
        tone = str(mark) if mark else tone
    if letters[-1:] in "012345" and letters:
        letters, tone = letters[:-1], letters[-1].replace("0", "5")
    letters = "er" if letters == "r" else re.sub(r"^([nl])ue$", r"\1ve", re.sub(r"^([jqxy])v", r"\1u", letters))
    if letters not in SYLLABLES:
        raise ValueError(f"`{syllable}` is not a pinyin syllable")
    return letters + (tone or "5")


@cache
def marked(syllable: str) -> str:
    """A syllable with its tone mark, as people read it.

    >>> marked("lv4"), marked("zhuang4"), marked("gui4"), marked("liu2"), marked("de5"), marked("huar1")
    ('lǜ', 'zhuàng', 'guì', 'liú', 'de', 'huār')
    """
    letters, tone = syllable[:-1], int(syllable[-1])
    at = next((letters.index(vowel) for vowel in "aoe" if vowel in letters), -1)
    if at < 0:
        at = max((letters.rfind(vowel) for vowel in "iuv"), default=-1)
    if tone < 5 and at >= 0:
        mark = next(mark for mark, found in _MARKS.items() if found == (letters[at], tone))
        letters = letters[:at] + mark + letters[at + 1 :]
    return letters.replace("v", "ü")

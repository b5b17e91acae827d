"""Lines that name who wrote or photographed, and the names in them."""

import re
from functools import lru_cache
from typing import NamedTuple

from audio_edition.model.hanzi import HANZI, NAME
from audio_edition.recovery import english_names
from audio_edition.recovery.folding import CACHED, fold
from audio_edition.recovery.pairs import told_in_pairs
from audio_edition.recovery.phrases import is_phrase
from audio_edition.recovery.unnamed import office_holder, signs_unnamed
from audio_edition.recovery.vocabulary import (
    AFFILIATION,
    BYLINE_WORDS,
    COLUMNS,
    COMPOUND_SURNAMES,
    NOTICES,
    POST,
    PROVINCES,
    PUPIL,
    SURNAMES,
    VERSE_FORMS,
    WORLD_AGENCIES,
    is_column,
)

_LEAD = re.compile(r"^[□■●◆▲△▽★☆○⊙◎◇▪•·*\s]+")
_WORDS = re.compile(rf"(?:{WORLD_AGENCIES})*{BYLINE_WORDS}")
_PERSON = re.compile(rf"{HANZI}{{2,4}}|{HANZI}{{1,8}}·{NAME}{{1,10}}")
_PEN_NAME = re.compile(rf"{HANZI}{{2,6}}")
_TOKEN = re.compile(r"[^\s、,/|:()&;\[\]【】]+")
_TAIL = re.compile(r"(?:摄影报道|摄影|摄|图文|文图|文|图|供图|供稿|报道|整理|采写|撰文|绘|制图|编译|译|著|专访)$")
_SENTENCE = re.compile(r"[。!?]")
_SPECIAL = re.compile(
    r"[□■●◆▲★☆○⊙◎◇▪•\s]*(?P<office>(?:本报|本社|本刊)(?:特约|首席)?(?:评论员|编辑部))"
    rf"|[□■●◆▲★☆○⊙◎◇▪•]\s*(?:文/)?(?P<titled>{NAME}{{2,6}})\s*[(][^()]{{2,20}}[)]"
    rf"|[(]?(?:\d{{2,4}}[级届]{HANZI}{{0,12}}|{HANZI}{{2,10}}|)"
    r"(?:读者|市民|网友|居民|村民|学生|教师|业主|校友|研究生|本科生|家长|职工)[ :]\s*"
    rf"(?P<reader>{HANZI}{{2,4}}|{HANZI} {HANZI})[)]?"
    r"|(?:解答|答疑|解惑|主讲|讲述|口述|主持|点评|受访|采访|答题|咨询|坐诊|本期|特邀|解读){1,2}(?:人|者|专家|嘉宾|律师|医生|老师)?:\s*"
    rf"(?:{HANZI}{{4,20}}\s+)?(?P<expert>{HANZI}{{2,4}}|{HANZI} {HANZI})"
    rf"|{PUPIL}"
    rf"|[(]?(?:{HANZI}{{2,8}}[ :]\s*)?[一某][名位个群]?(?:热心)?(?:读者|市民|网友|居民|村民|学生|家长|教师|业主)[)]?"
    r"|[(]?(?:融媒体?|全媒体|新媒体|本报综合|综合|网综|宗合)[)]?",
)
"""Lines that sign in a form of their own."""


class Signature(NamedTuple):
    """Who is named, and whether the line says what they did."""

    names: tuple[str, ...]
    told: bool
    """Holds a word such as 记者, 摄."""
    photo: bool


@lru_cache(maxsize=CACHED)
def signature(text: str, in_dateline: bool = False) -> Signature | None:
    """The names in a line that holds nothing but names and such words; None for any other line.

    In a dateline, what is glued to such a word is a name, whatever it looks like.

    >>> signature("□本报记者 林晓禾 通讯员 覃远舟 文/图").names
    ('林晓禾', '覃远舟')
    >>> signature("记者贺朝").names, signature("卜一凡/摄").photo, signature("王荣 王晓丽").told, signature("小游园建设")
    (('贺朝',), True, False, None)
    >>> signature("本报记者 霍 然").names, signature("By Jason Jiang and Li Na").names
    (('霍然',), ('Jason Jiang', 'Li Na'))
    """
    folded = fold(text)
    if len(folded) > 24 and _SENTENCE.search(folded):
        return None
    if special := _special(text, folded) or _placed(text, folded) or _paired(text, folded) or _known(text, folded):
        return special
    if is_column(folded) or NOTICES.fullmatch(re.sub(r"\s", "", folded[:40])):
        return None
    lead = _LEAD.match(folded)
    start = lead.end() if lead else 0
    plain = folded[start:].rstrip()
    if names := english_names.named(plain):
        return Signature(names, True, english_names.tells_of_pictures(plain))
    if len(plain) > 80 or re.search(r"[。!?“”《》]|^[(]?(?:作者)?单位:", plain):
        return None
    return _chinese(plain, text[start:], bool(re.search(r"[□■●◆▲△▽★☆○⊙◎◇▪•]", folded[:start])), in_dateline)


def _special(text: str, folded: str) -> Signature | None:
    plain = folded.strip()
    found = _SPECIAL.fullmatch(plain) or english_names.special(plain)
    if not found:
        return None
    at = folded.index(plain)
    places = [found.span(group) for group, name in found.groupdict().items() if name]
    return Signature(
        tuple(text[at + start : at + end] for start, end in places), True, bool(found.groupdict().get("photographer"))
    )


_PLACED = re.compile(rf"(?P<name>{NAME}{{2,6}})\s*[(][^()\d]{{3,20}}[)]")
"""A name, and in brackets who that is."""


def _placed(text: str, folded: str) -> Signature | None:
    found = _PLACED.fullmatch(folded.strip())
    if not found or not is_person(found["name"]):
        return None
    at = folded.index(found["name"])
    return Signature((text[at : at + len(found["name"])],), False, False)


def _known(text: str, folded: str) -> Signature | None:
    """Who is known by an office, or signs without a name."""
    place = office_holder(folded)
    if place and is_person(folded[slice(*place)].replace(" ", "")):
        return Signature((text[slice(*place)],), True, False)
    return Signature((), False, False) if signs_unnamed(folded) else None


def _paired(text: str, folded: str) -> Signature | None:
    wrote = told_in_pairs(text, folded)
    return Signature(wrote, True, False) if wrote else None


_REPORT = re.compile(
    rf"({HANZI}{{0,6}})(?:专题|综合|连线|摄影|独家|整理)?(?:报导|报道|专电|电|讯)(?:\d{{0,2}}日)?|(?<=/)专访|发自{HANZI}{{2,6}}|文$"
)
_WHOLE = 7
"""Hanzi of a post from which on it names a house or a field as well."""
_FROM = re.compile(rf"(?P<person>{HANZI}{{2,4}}?)(?P<place>{HANZI}{{2,6}})(?:\d{{1,2}}日)?(?:专电|电|讯|报道|报导)")


def _chinese(plain: str, printed: str, marked: bool, in_dateline: bool) -> Signature | None:
    """Read the folded line token by token; the names are given as printed."""
    told, photo = marked, False
    names: list[str] = []
    single, affiliated = "", False
    for place in _TOKEN.finditer(plain):
        report = _REPORT.fullmatch(plain, *place.span()) if told else None
        if report and (names or not is_person(report[1] or "")):
            photo = photo or "摄影" in report[0]
            continue
        token, words, at = _without_words(place[0], 1 if single else 2, plain[place.end() :])
        told = told or bool(words)
        photo = photo or bool(re.search(r"摄|供图|图片|图文|^图$|社发$", words))
        affiliation = token in PROVINCES or (bool(AFFILIATION.fullmatch(token) or POST.fullmatch(token)) and not is_person(token))
        affiliated, told = affiliated or affiliation, told or (affiliation and _is_post(token))
        if not token or affiliation:
            continue
        name = printed[place.start() + at : place.start() + at + len(token)]
        if len(token) == 1 and (single or not words):
            if not single:
                single = name
                continue
            single, name = "", single + name
            token, at = fold(name), 0
        may_be_any = told and (not at or in_dateline) and not (marked and len(token) > 3)
        if not is_person(token) and not (may_be_any and _may_be_name(token)):
            return None
        names.append(name)
    if single or not (names or told) or (affiliated and not (names and all(map(_is_writer, map(fold, names))))):
        return None
    return Signature(tuple(names), told, photo)


def _is_post(token: str) -> bool:
    """Whether a word says as what somebody is known, and where."""
    return len(token) >= _WHOLE and POST.fullmatch(token) is not None


def _is_writer(name: str) -> bool:
    """Whether what stands behind a house or a post is a name, and not what somebody there does: 专家 解读, 医生 谈健康."""
    return is_person(name) and not (name[0] in "谈解支" and any(map(is_phrase, (name, name[1:]))))


def _may_be_name(token: str) -> bool:
    return bool(_PERSON.fullmatch(token) or _PEN_NAME.fullmatch(token))


_PICTURED = re.compile(r"/(?:图|摄|照|供图)")
"""Behind a writer's 文: who took the pictures is the same."""


def _without_words(token: str, shortest: int, behind: str) -> tuple[str, str, int]:
    """A token without the words before and after the name of `shortest` Hanzi, those words, and where the name begins.

    A last 文 is a word in `记者王明文/图`, and may be a part of the name where no picture stands `behind` it.
    """
    if _WORDS.fullmatch(token) or re.fullmatch(rf"(?:{WORLD_AGENCIES})(?:发|稿|传真|供图)?", token):
        return "", token, 0
    lead = _WORDS.match(token)
    words = lead[0] if lead and len(token) - lead.end() >= 2 else ""
    at = len(words)
    source = _FROM.fullmatch(token, at) if words else None
    if source:
        length = 3 if is_person(token[at : at + 3]) and len(source[0]) > 6 else len(source["person"])
        return token[at : at + length], words, at
    tail = _TAIL.search(token[at:])
    if tail and words and tail[0] == "文" and not _PICTURED.match(behind) and len(token) - at == 3 and is_person(token[at:]):
        return token[at:], words, at
    if tail and shortest <= tail.start() <= 4 and (words or (len(tail[0]) > 1 and tail[0] != "专访") or tail[0] in "摄绘"):
        return token[at : at + tail.start()], words + tail[0], at
    return token[at:], words, at


def _is_parallel(name: str) -> bool:
    """Whether two halves are as long as each other and share a sign at one place: 读书·读人."""
    halves = name.split("·")
    return len(halves) == 2 and len(halves[0]) == len(halves[1]) and any(map(str.__eq__, *halves))


def is_person(name: str) -> bool:
    """Whether a word looks like a Chinese name: a surname, and one or two characters more.

    >>> is_person("赵海燕"), is_person("欧阳立"), is_person("补齐短板"), is_person("潮生")
    (True, True, False, False)
    """
    if "·" in name:
        return (
            not _is_parallel(name)
            and bool(re.fullmatch(rf"{HANZI}{{1,6}}(?:·{HANZI}{{1,6}}){{1,3}}", name))
            and not COLUMNS.search(name)
            and not re.match(rf"(?:{VERSE_FORMS})·", name)
        )
    if name[:2] in COMPOUND_SURNAMES:
        return len(name) in (3, 4)
    return (
        len(name) in (2, 3)
        and name[0] in SURNAMES
        and name not in PROVINCES
        and name[1:] != "报讯"
        and not (len(name) == 3 and name[-1] in "镇乡县局处部")
    )

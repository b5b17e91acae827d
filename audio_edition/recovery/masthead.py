"""Finds the masthead and what it says of the issue."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from msgspec import structs

from audio_edition.model.hanzi import HANZI, NAME
from audio_edition.model.issue import Masthead
from audio_edition.model.latin import is_latin
from audio_edition.model.page import Line
from audio_edition.recovery.fields import (
    ENGLISH_DATE,
    ISSUE_NUMBER,
    LUNAR,
    OWNER,
    PAGES,
    PUBLISHER,
    REGISTRATION,
    TOTAL_NUMBER,
    WEEKDAY,
    iso_date,
    number,
    tile,
)
from audio_edition.recovery.folding import fold
from audio_edition.recovery.headlines import is_headline
from audio_edition.recovery.languages import language
from audio_edition.recovery.names import signature
from audio_edition.recovery.papers import PAPER, papers_in
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, cut, free, label, set_apart, with_lines
from audio_edition.recovery.vocabulary import is_column

STRONG = {"registration", "number", "pages", "owner", "lunar", "imprint"}
_HEAD = 14
"""Lines of the first page among which the masthead stands."""


def find_masthead(sheet: Sheet) -> Sheet:
    """Label the masthead's lines; take over what they say, where the source has no field for it."""
    named = tuple(_in_two_scripts(sheet.lines))
    paper = sheet.masthead.title or _paper(named)
    lines = tuple(_labelled(line, index, paper, named) for index, line in enumerate(named))
    lines = tuple(_without_slogans(tuple(_between(lines)), paper))
    said = [line.text for line in lines if line.role == "masthead"]
    short = (line.text for line in lines[:400] if (not line.role or set_apart(line)) and len(line.text) < 120)
    folios = [text for text in short if size(text) < 120 and _is_folio(fold(text), fold(paper))]
    masthead = _said(paper, said, folios)
    return structs.replace(with_lines(sheet, lines), masthead=_filled(sheet.masthead, masthead))


_HANZI = rf"{NAME}+(?: {NAME}+)*"
_LATIN = r"[A-Z][A-Za-z' ]{2,39}[A-Za-z]"
_SCRIPTS = re.compile(rf"(?:{_HANZI}(?P<a> +)(?={_LATIN}$)|{_LATIN}(?P<b> +)(?={_HANZI}$))")


def _in_two_scripts(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; the name of a paper in Hanzi and in Latin letters on one line at the head of the issue becomes two lines."""
    for index, line in enumerate(lines):
        text = fold(line.text).rstrip()
        found = _SCRIPTS.match(text) if index < _HEAD and free(line) and len(text) < 80 else None
        parts = cut(line, found.end()) if found else (line,)
        named = any(PAPER.fullmatch(re.sub(r"\s", "", fold(part.text))) for part in parts if not is_latin(part.text))
        yield from parts if named else (line,)


def _paper(lines: Sequence[Line]) -> str:
    """Name of the paper, as printed: a line of its own at the head, or the name that folio lines and publisher share."""
    head = [line for line in lines[: 4 * _HEAD] if line.kind == "text" and len(line.text) < 200][:_HEAD]
    names = [line.text.strip() for before, line in pairwise((Line(""), *head)) if _is_name(line, before)]
    if names:
        # Of a name in two scripts, the one in which the paper is written.
        latin = language(lines).startswith("en")
        name = next((name for name in names[:2] if is_latin(name) == latin), names[0])
        return re.sub(rf"(?<={HANZI})\s+(?={HANZI})", "", name)
    if len(head) > 1 and _heads_issue(head[0], head[1]):
        return head[0].text.strip()
    for line in head[:6]:
        tiling = tile(fold(line.text))
        named = re.fullmatch(rf"{HANZI}{{2,8}}", tiling.rest) and (
            not tiling.names & {"page", "lone"} or tiling.rest[-1] in "报刊闻"
        )
        if size(line.text) < 60 and tiling.names & {"date", "number"} and named and not tiling.rest.endswith("日期"):
            at = fold(line.text).index(tiling.rest)
            return line.text[at : at + len(tiling.rest)]
    counts: Counter[str] = Counter()
    for line in lines:
        names = list(papers_in(line.text)) if len(line.text) < 120 else []
        if names and tile(fold(line.text)).names & {"date", "page", "publisher"}:
            counts.update(names)
    return counts.most_common(1)[0][0] if counts else ""


def _is_name(line: Line, before: Line) -> bool:
    """Whether a line is a paper's name, and nothing else."""
    text = fold(line.text)
    name = re.sub(r"\s+", "", text) if re.search(HANZI, text) else text.strip()
    return (
        PAPER.fullmatch(name) is not None
        and not re.search(r"本报|日报社|机关报$|[预通情电捷喜警播回战举]报$", name)
        and not (name.endswith("新闻") and is_column(name))
        and not (line.gap == 0 and before.text.startswith("By "))
    )


def _heads_issue(line: Line, below: Line) -> bool:
    """Whether a few capitalized words stand above the day and the number or price of the issue: any name may be a paper's."""
    dated = {"date"} < tile(fold(below.text[:120])).names & {"date", "number", "contact"}
    named = is_latin(line.text) and is_headline(line.text) and len(line.text.split()) <= 6 and not is_column(fold(line.text))
    return dated and named and not re.search(r"[.!?:,;\d]", line.text)


def _labelled(line: Line, index: int, paper: str, lines: Sequence[Line]) -> Line:
    if not (free(line) or set_apart(line)) or line.division or size(line.text) > 120:
        return line
    text = fold(line.text)
    if set_apart(line):
        strong = line.page == lines[0].page and tile(text, fold(paper)).names & STRONG
        return label(line, "masthead", "masthead line") if strong else line
    if index < _HEAD and any(_is_translated(line, near, paper) for near in lines[max(0, index - 1) : index + 2]):
        return label(line, "masthead", "name of the paper in Latin letters")
    if is_latin(paper) and text in (f"The {paper.split()[-1]}", f"{paper} Staff"):
        return label(line, "masthead", "name of the paper below a writer")
    if paper and index < 3 * _HEAD and re.sub(r"\s", "", text).lower() == re.sub(r"\s", "", fold(paper)).lower():
        return label(line, "masthead", "name of the paper")
    if index >= 3 * _HEAD or line.page != lines[0].page or any(_is_story(before) for before in lines[:index]):
        return line
    named = paper and not is_latin(paper) and re.fullmatch(r"[A-Z][A-Z ]{4,40}", text.strip())
    if index < _HEAD and (named or WEEKDAY.fullmatch(text.strip())):
        return label(line, "masthead", "masthead line")
    tiling = min(tile(text, fold(paper)), tile(text), key=lambda tiling: len(tiling.rest))
    if tiling.names == {"date"} and any(before.text.endswith("。") for before in lines[:index]):
        return line
    few = len(tiling.rest) <= (0 if tiling.names <= {"number", "lone"} else max(4, size(text) // 5))
    fields = tiling.names & (STRONG | {"date", "weekday", "contact"})
    several = len(fields) >= 3 and fields & (STRONG | {"date"}) and 2 * len(tiling.rest) < size(text)
    if index < _HEAD and (several or (not line.level and _is_dated(text, tiling.names))):
        return label(line, "masthead", "masthead line")
    if (few and tiling.names & STRONG) or (
        few and index < _HEAD and tiling.names & {"publisher", "date"} and not tiling.names & {"page", "lone"}
    ):
        return label(line, "masthead", "masthead line")
    return line


def _is_dated(text: str, names: AbstractSet[str]) -> bool:
    """Whether a line says the volume and the day, or the day among what strokes part."""
    if is_final(text) and not re.search(r"\d\.?$", text):
        return False
    parted = text.count("|") > 1 and not tile(text.partition("|")[0]).rest
    return "date" in names and (parted or re.match(r"vol(?:ume|\.)", text, re.I) is not None)


def _is_translated(line: Line, near: Line, paper: str) -> bool:
    """Whether the name of a Chinese paper stands at once above or below a few capitalized words."""
    named = bool(paper) and not is_latin(paper) and re.sub(r"\s", "", fold(near.text)) == re.sub(r"\s", "", fold(paper))
    return named and bool(re.fullmatch(r"[A-Z][A-Za-z' ]{3,40}", line.text.strip())) and is_headline(line.text)


def _is_story(line: Line) -> bool:
    """Whether a line is a text, or names who wrote one: nothing below it belongs to the masthead."""
    if is_latin(line.text):
        return line.text.startswith("By ") or (len(line.text) > 60 and (is_final(line.text) or len(line.text) > 120))
    return size(line.text) > 45 and is_final(line.text)


def _between(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, mottos between the name of the paper and a further line of the masthead labelled as well."""
    named = next((at for at, line in enumerate(lines[:_HEAD]) if line.rule == "name of the paper"), len(lines))
    last = max((at for at in range(named, min(named + 5, len(lines))) if lines[at].role == "masthead"), default=named)
    for at, line in enumerate(lines):
        motto = not line.level or _SUPPLEMENT.fullmatch(fold(line.text))
        between = named < at < last and free(line) and size(line.text) <= 25 and not line.text.endswith("。")
        yield label(line, "masthead", "motto") if between and motto else line


_SUPPLEMENT = re.compile(r"\S{0,10}(?:副刊|周刊|专刊|特刊|周末|版)")


_TO_READERS = re.compile(r"[您咱]|我们")
_SLOGAN = 10
"""Hanzi of a line that names the kind of paper that it is, at most; twice as many where it speaks to readers."""


def _without_slogans(lines: Sequence[Line], paper: str) -> Iterator[Line]:
    """The lines; what stands at once below the masthead and speaks of the paper or to its readers is no headline."""
    kind = re.search(r"[早晚日晨午周].$", fold(paper).strip())
    below = False
    for line, behind in pairwise((*lines, Line(""))):
        text = fold(line.text)
        told = bool(_TO_READERS.search(text)) or (kind is not None and kind[0] in text and size(text) <= _SLOGAN)
        headed = free(behind) and 0 < size(behind.text) <= 40 and not signature(behind.text)
        if below and free(line) and not line.level and not line.bold and told and headed and size(text) <= 2 * _SLOGAN:
            yield label(line, "masthead", "slogan", 0.8)
        else:
            below = line.role == "masthead"
            yield line


def _is_folio(text: str, paper: str) -> bool:
    tiling = tile(text, paper)
    return bool(tiling.names & {"date", "weekday"}) and size(tiling.rest) < (9 if size(text) < 60 else 20)


def _said(paper: str, masthead: Sequence[str], folios: Sequence[str]) -> Masthead:
    text = "  ".join(masthead)
    everywhere = "  ".join((*masthead, *folios))
    return Masthead(
        title=paper,
        title_latin=_latin(masthead, paper),
        owner=_group(OWNER, text, "owner"),
        publisher=_group(PUBLISHER, text, "publisher"),
        date=iso_date(fold(everywhere)),
        weekday=_weekday(everywhere),
        lunar=_group(LUNAR, text, 0),
        number=fold(_group(TOTAL_NUMBER, text, "number") or _group(ISSUE_NUMBER, text, "number")).replace(",", ""),
        pages=number(fold(_group(PAGES, text, "pages") or _group(PAGES, text, "english"))),
        cn=_group(REGISTRATION, text, "cn"),
    )


def _group(pattern: re.Pattern[str], text: str, group: str | int) -> str:
    """What a field says, as printed."""
    found = pattern.search(fold(text))
    return text[slice(*found.span(group))].strip() if found and found[group] else ""


def _weekday(text: str) -> str:
    said = _group(WEEKDAY, text, 0).strip("()（）")
    return said if len(said) > 1 else ""


def _latin(lines: Sequence[str], paper: str) -> str:
    for line in lines:
        if re.fullmatch(r"[A-Z][A-Za-z' ]{4,40}", line.strip()) and line.strip() != paper and not ENGLISH_DATE.search(line):
            return line.strip()
    return ""


def _filled(stated: Masthead, found: Masthead) -> Masthead:
    """The stated fields; the found ones where nothing is stated."""
    return structs.replace(found, **{name: value for name, value in structs.asdict(stated).items() if value})

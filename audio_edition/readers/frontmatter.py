"""Markdown written by hand, with fields above it: one file for each article, or one for the issue with a heading for each."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model import folio
from audio_edition.model.finding import Finding
from audio_edition.model.issue import Masthead, SourceFile
from audio_edition.model.page import Line, LineRole, Page, Skip, Source
from audio_edition.readers._fields import Fields, split
from audio_edition.readers._lines import Text, events
from audio_edition.readers._sections import section
from audio_edition.readers._text import decode, page_of

_ROLES: tuple[tuple[LineRole, tuple[str, ...]], ...] = (
    ("kicker", ("kicker", "引题", "眉题", "肩题", "column", "栏目", "专栏")),
    ("title", ("title", "headline", "标题", "题目", "主题")),
    ("subtitle", ("subtitle", "副题", "副标题", "subheadline", "deck")),
    ("byline", ("byline", "author", "authors", "作者", "记者", "署名")),
    ("dateline", ("dateline", "电头")),
)
_PAPER = ("paper", "newspaper", "publication", "报纸", "报名", "报刊")
_DATE = ("date", "日期", "published", "pubdate")
_SECTION = ("section", "版面", "category", "categories", "分类", "分類")
_KNOWN = frozenset(name for _, names in _ROLES for name in names) | {
    *_PAPER,
    *_DATE,
    "page",
    "版",
    "版次",
    *_SECTION,
    "lang",
    "language",
    "weekday",
}


def score(files: Sequence[SourceFile]) -> float:
    """Sure of Markdown whose heads hold fields of a newspaper, less sure where only some have one."""
    if not all(file.name.lower().endswith((".md", ".markdown", ".txt")) for file in files):
        return 0.0
    heads = [split(file.content[:8000].decode("utf-8", "replace"))[0] for file in files]
    known = [{key.lower() for key in head} & _KNOWN for head in heads]
    headed = [len(keys) >= 2 or bool(keys & {"title", "标题", "headline"}) for keys in known]
    return 0.8 if all(headed) else 0.6 if any(headed) else 0.0


def read(files: Sequence[SourceFile]) -> Source:
    """A division for each article."""
    pages: list[Page] = []
    skips: list[Skip] = []
    findings: list[Finding] = []
    masthead, lang = Masthead(), ""
    for file in files:
        text, doubts = decode(file)
        fields, start = split(text)
        fields = {key.lower(): values for key, values in fields.items()}
        source = Text.of(file.name, text)
        number, label = _number(fields, file.name)
        named = section(value for name in _SECTION for value in fields.get(name, ()))
        lines = tuple(structs.replace(line, section=named) for line in _lines(source, fields, start, number))
        pages.append(Page(lines, number, label))
        skips.append(Skip(source.span(0, start), "front matter"))
        skips += [event for event in events(source) if isinstance(event, Skip)]
        findings += doubts
        masthead = _filled(masthead, fields)
        lang = lang or _one(fields, "lang", "language")
    return Source("frontmatter", tuple(pages), masthead, lang, skips=tuple(skips), findings=tuple(findings))


def _number(fields: Fields, name: str) -> tuple[int, str]:
    """Number of a file's page, and its label where it has a letter."""
    stated = re.search(r"(?:(?<![A-Za-z])[A-Z])?(?P<number>\d{1,4})", _one(fields, "page", "版次", "版"))
    number, label = (int(stated["number"]), folio.label(stated[0])) if stated else page_of(name)
    return number or 1, label


def _one(fields: Fields, *names: str) -> str:
    return next((fields[name][0] for name in names if fields.get(name)), "")


def _filled(masthead: Masthead, fields: Fields) -> Masthead:
    date = re.search(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})", _one(fields, *_DATE))
    return structs.replace(
        masthead,
        title=masthead.title or _one(fields, *_PAPER) or (_one(fields, "title", "标题").strip() if _is_page(fields) else ""),
        date=masthead.date or (f"{date[1]}-{int(date[2]):02}-{int(date[3]):02}" if date else ""),
        weekday=masthead.weekday or _one(fields, "weekday"),
    )


def _lines(source: Text, fields: Fields, start: int, page: int) -> Iterator[Line]:
    """The fields' lines, then the text's; a title in the fields makes the whole file one division."""
    if _is_page(fields):
        yield from (structs.replace(line, page=page) for line in _behind(source, start))
        return
    whole = bool(_one(fields, "title", "headline", "标题", "题目", "主题")) and not _is_issue(source, fields, start)
    division = source.name if whole else ""
    if whole:
        for role, names in _ROLES:
            for value in next((fields[name] for name in names if fields.get(name)), ()):
                yield Line(value, where=source.name, page=page, division=division, role=role, rule="front matter", firm=True)
    count = 0
    title = re.sub(r"\s", "", _one(fields, "title", "headline", "标题", "题目"))
    for line in _behind(source, start):
        if not whole and line.level == 1:
            count += 1
            division = f"{source.name}#{count}"
            yield structs.replace(line, page=page, division=division, role="title", rule="heading", firm=True)
        elif whole and line.level == 1 and re.sub(r"\s", "", line.text) == title:
            yield structs.replace(line, page=page, division=division, role="furniture", rule="title repeated")
        elif line.level > 1:
            yield structs.replace(line, page=page, division=division, role="heading", rule="heading", firm=True)
        else:
            yield structs.replace(line, page=page, division=division)


def _behind(source: Text, start: int) -> Iterator[Line]:
    """The lines of the text behind the front matter."""
    for line in events(source):
        if isinstance(line, Line) and not (line.spans and line.spans[0].start < start):
            yield line


_PAPER_NAME = re.compile(
    r"[\u4e00-\u9fff·]{1,10}(?:报|報|晚刊|晨刊|周刊|週刊|新闻)|(?:The )?(?:[A-Z][\w'’-]+ ){1,4}(?:Times|Daily|Post|Herald|News"
    r"|Tribune|Gazette|Standard|Journal|Chronicle|Ledger|Bulletin|Courier|Record|Observer|Press|Review)"
)


def _is_page(fields: Fields) -> bool:
    """Whether the head is that of a whole page, as a model used as OCR writes it: its title is a newspaper's name."""
    return bool(_PAPER_NAME.fullmatch(_one(fields, "title", "标题").strip())) and not _one(
        fields, "author", "byline", "作者", "记者"
    )


def _is_issue(source: Text, fields: Fields, start: int) -> bool:
    """Whether the text holds several articles, each under a heading of level 1."""
    return len(re.findall(r"^# \S", source.text[start:], re.M)) > 1 or (bool(_one(fields, *_PAPER)) and "title" not in fields)

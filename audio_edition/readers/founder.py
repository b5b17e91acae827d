"""Folders of the Founder (方正) digital newspaper: `node_N.htm` for a page, `content_N_M.htm` for an article.

Titles stand in `<founder-title>` or in the comment `<!--enpproperty …-->`, the text in `<founder-content>`, between
`<!--enpcontent-->` marks, or in `#ozoom`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import structs

from audio_edition.model.errors import IssueError
from audio_edition.model.hanzi import HANZI
from audio_edition.model.issue import Masthead, SourceFile
from audio_edition.model.page import Line, LineRole, Page, Source
from audio_edition.readers._html import lines, plain, without

_MARKS = (b"founder-", b"enpproperty", b"enpcontent", b"ozoom", b"PagePicMap", b"articleContent")
_NODE = re.compile(r"(?:node_?[\w-]*|index|default|paperindex)\.s?html?$", re.I)


def score(files: Sequence[SourceFile]) -> float:
    """Sure of HTML files of which one holds Founder's marks."""
    pages = [file for file in files if file.name.lower().endswith((".htm", ".html", ".shtml"))]
    marked = any(mark.lower() in file.content.lower() for file in pages for mark in _MARKS)
    return 0.95 if pages and marked else 0.0


def read(files: Sequence[SourceFile]) -> Source:
    """One division for each article, in the order of the pages and of the lists on them."""
    texts = {file.name: _decode(file) for file in files if file.name.lower().endswith((".htm", ".html", ".shtml"))}
    nodes = {name: text for name, text in texts.items() if _NODE.search(name)}
    contents = {name: text for name, text in texts.items() if name not in nodes} or nodes
    pages: dict[tuple[str, int], list[Line]] = {}
    for name in _ordered(contents, nodes):
        number, label = _page(name, contents[name], nodes)
        pages.setdefault((re.sub(r"\d", "", label), number), []).extend(_article(name, contents[name], number))
    made = tuple(
        Page(tuple(found), number, f"{letter}{number:02}" if letter else "") for (letter, number), found in pages.items()
    )
    return Source("founder", made, _masthead(texts))


def _decode(file: SourceFile) -> str:
    charset = re.search(rb"charset\s*=\s*[\"']?([\w-]+)", file.content[:3000], re.I)
    name = charset[1].decode("ascii").lower() if charset else "utf-8"
    encoding = "gb18030" if name.startswith("gb") else "big5" if name.startswith("big5") else "utf-8-sig"
    try:
        return file.content.decode(encoding)
    except UnicodeDecodeError as error:
        raise IssueError(f"{file.name}: is not {encoding}, which it says it is (byte {error.start})") from error


def _ordered(contents: dict[str, str], nodes: dict[str, str]) -> list[str]:
    """As the page lists name them; what no list names comes behind, by its numbers."""
    listed = [
        link
        for _, text in sorted(nodes.items(), key=lambda pair: _numbers(pair[0]))
        for link in re.findall(r"(content_?[\w-]*\.s?html?)", text, re.I)
    ]
    places = {name: listed.index(base) if (base := name.rpartition("/")[2]) in listed else len(listed) for name in contents}
    return sorted(contents, key=lambda name: (places[name], _numbers(name)))


def _numbers(name: str) -> list[int]:
    return [int(digits[:9]) for digits in re.findall(r"\d+", name)]


_STATED = re.compile(r"<founder-(?:nodename|pagenum)>\s*第?\s*(?P<label>[A-Z]?\d{1,3})(?!\d)", re.I)
_PAGE = re.compile(r"第\s*(?P<label>[A-Z]?\d{1,3})\s*版", re.I)


def _page(name: str, text: str, nodes: dict[str, str]) -> tuple[int, str]:
    """Number and printed label of an article's page: as the article states it, or the page that lists it, or the name."""
    base = name.rpartition("/")[2]
    around = text.replace(_body(text), "")[:200_000]
    lists = [(other.rpartition("/")[2], node[:200_000]) for other, node in nodes.items() if base in node]
    labels = (
        *_STATED.findall(around),
        *_only(_PAGE.findall(plain(around))),
        *(label for other, node in lists for label in re.findall(rf"{re.escape(other)}[^<>]*>\s*{_PAGE.pattern}", node, re.I)),
        *(label for _, node in lists for label in _PAGE.findall(plain(node))),
    )
    if labels:
        label = labels[0].upper()
        return int(re.sub(r"\D", "", label)), label if label[0].isalpha() else ""
    numbers = re.findall(r"\d+", base)
    return (int(numbers[0][:3]) if len(numbers) > 1 else 1), ""


def _only(labels: Sequence[str]) -> Sequence[str]:
    """The labels, where all are the same: a list of all pages says nothing of one."""
    return labels if len(set(labels)) == 1 else ()


_FIELDS: tuple[tuple[LineRole, tuple[str, ...]], ...] = (
    ("kicker", ("founder-introtitle", "introtitle", "founder-leadtitle")),
    ("title", ("founder-title", "title")),
    ("subtitle", ("founder-subtitle", "subtitle")),
    ("byline", ("founder-author", "author")),
)


_CLASSES: dict[LineRole, str] = {
    "kicker": "yinti|yin_ti|introtitle|pretitle|kicker",
    "subtitle": "futi|fu_ti|fubiaoti|subtitle",
    "byline": "author|authors|zuozhe|reporter|byline",
}
"""Classes of paragraphs above the text, in pinyin or English, of templates that have no fields."""


def _article(name: str, text: str, page: int) -> Iterator[Line]:
    header = list(_header(name, text))
    printed = {re.sub(r"\s", "", line.text) for line in header}
    body = [line for line in lines(_body(text), name) if re.sub(r"\s", "", line.text) not in printed or line.kind != "text"]
    framed = any(line.role == "caption" for line in body)
    for line in (*header, *(body if framed else _captioned(body))):
        yield structs.replace(line, page=page, division=name)


def _header(name: str, text: str) -> Iterator[Line]:
    """What stands above the text of an article, each role as a field tells it, else as a heading or a class does."""
    above = text[: opening.start()] if (opening := _OPENING.search(text)) else ""
    headings = list(_headings(name, above)) or list(_headings(name, text))
    for role, names in _FIELDS:
        told = [Line(value, where=name, role=role, rule="field of the source", firm=True) for value in _field(text, names)]
        yield from told or [line for line in headings if line.role == role] or _classed(name, above, role)
    if opening and not _field(text, dict(_FIELDS)["byline"]):
        body = _body(text)
        yield from _classed(name, text[text.rindex(body) + len(body) :], "byline") if body in text else ()


def _classed(name: str, above: str, role: LineRole) -> Iterator[Line]:
    if role not in _CLASSES:
        return
    classed = rf"class\s*=\s*[\"']?[^\"'<>]{{0,200}}?(?<![\w-])(?:{_CLASSES[role]})(?![\w-])[^<>]{{0,300}}"
    for found in re.finditer(rf"<(p|div|span|td|h[1-6])\s[^<>]{{0,300}}?{classed}>(.{{0,2000}}?)</\1>", above, re.I | re.S):
        if said := plain(found[2]):
            yield Line(said, where=name, role=role, rule="class of the source", firm=True)


def _field(text: str, names: Sequence[str]) -> list[str]:
    """A field's value, from a tag of its own or from the comment of properties."""
    comment = re.search(r"<!--\s*enpproperty(.{0,20000}?)/?enpproperty\s*-->", text, re.S)
    for name in names:
        within = text if name.startswith("founder") else comment[1] if comment else ""
        found = re.search(rf"<{name}>(.{{0,2000}}?)</{name}>", within, re.S | re.I)
        value = found[1].replace("<![CDATA[", "").replace("]]>", "") if found else ""
        parts = [part for part in (plain(part) for part in re.split(r"<br\s*/?>|</p>", value, flags=re.I)) if part]
        if parts:
            return parts if "intro" in name or "lead" in name else [" ".join(parts)]
    return []


def _headings(name: str, text: str) -> Iterator[Line]:
    """Titles that stand in headings: h3 above h1, h2 below it."""
    roles: dict[str, LineRole] = {"h3": "kicker", "h1": "title", "h2": "subtitle"}
    for found in re.finditer(r"<(h[123])\b[^<>]*>(.{0,2000}?)</\1>", without(text, "<!--", "-->"), re.S | re.I):
        if plain(found[2]):
            yield Line(plain(found[2]), where=name, role=roles[found[1].lower()], rule="heading of the source", firm=True)


_HOLDER = re.compile(r"<[^<>]{0,300}id\s*=\s*[\"']?(?:ozoom|articleContent|content)\b[^<>]{0,300}>", re.I)
_OPENING = re.compile(rf"<!--enpcontent-->|<founder-content\b[^<>]*>|{_HOLDER.pattern}", re.I)


_BETWEEN = (
    (re.compile("<!--enpcontent-->"), "<!--/enpcontent-->"),
    (re.compile(r"<founder-content\b[^<>]*>", re.I), "</founder-content>"),
)


def _body(text: str) -> str:
    """What stands between the marks of the text, else in the element that holds it."""
    for opening, closing in _BETWEEN:
        parts = [part.partition(closing)[0] for part in opening.split(text)[1:] if closing in part]
        if parts:
            return "".join(parts)
    start = _HOLDER.search(text)
    return text[start.end() : _end(text, start)] if start else text


def _end(text: str, opening: "re.Match[str]") -> int:
    """Where an element ends; the end of the text for one that is not closed."""
    tag, depth = re.match(r"<(\w+)", opening[0]), 1
    for found in re.finditer(rf"<(/?){tag[1]}\b", text[opening.end() :], re.I) if tag else ():
        depth += -1 if found[1] else 1
        if not depth:
            return opening.end() + found.start()
    return len(text)


_CUT = re.compile(r"[\u4e00-\u9fff，、：“]$")


def _captioned(body: Sequence[Line]) -> Iterator[Line]:
    """Where no frame says so: a short line between a picture and the text is its caption, if it does not go on with a text."""
    for index, line in enumerate(body):
        behind = index > 0 and body[index - 1].kind == "image" and not (index > 1 and _goes_on(body[index - 2], line))
        if behind and line.kind == "text" and len(line.text) < 60 and not re.search(r"记者|通讯员|本报讯|電|电", line.text[:6]):
            yield structs.replace(line, role="caption", rule="below a picture", firm=True)
        else:
            yield line


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a picture stands in the middle of a paragraph, which the line ends."""
    return len(before.text) > 30 and bool(_CUT.search(before.text)) and line.text.endswith(("。", "”", "！", "？"))


def _masthead(texts: dict[str, str]) -> Masthead:
    everything = "\n".join(text[:20_000] for text in texts.values())
    papers = Counter(
        re.findall(
            rf"{HANZI}{{2,8}}?(?:日报|晚报|早报|晨报|时报|新报|都市报|商报|快报|周报|导报|{HANZI}报)",
            " ".join(re.findall(r"<title>([^<]{2,120})</title>", everything)),
        )
    )
    named = re.search(r"<founder-papername>\s*([^<]{2,30})", everything)
    paper = named[1].strip() if named else papers.most_common(1)[0][0] if papers else ""
    date = re.search(r"(?:<founder-date>|<date>)\s*(\d{4}-\d\d-\d\d)", everything) or re.search(
        r"(?:html/)?(\d{4}-\d\d)/(\d\d)/", " ".join(texts) + everything
    )
    said = re.search(r"(\d{4})年\s*0?(\d{1,2})月\s*0?(\d{1,2})日(?:\s*(星期[一二三四五六日]))?", plain(everything[:200_000]))
    when = "-".join(date.groups()) if date else f"{said[1]}-{int(said[2]):02}-{int(said[3]):02}" if said else ""
    return Masthead(title=paper, date=when, weekday=(said[4] or "") if said else "")

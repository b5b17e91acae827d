"""`<date>/report.html` and `<date>/report.json`: the reading report, for the editor who answers for what is said."""

from collections import Counter
from collections.abc import Iterator

import msgspec
from markupsafe import Markup
from msgspec import Struct

from audio_edition.model.edition import Artifact, Edition
from audio_edition.model.finding import Finding
from audio_edition.publishers import Context
from audio_edition.publishers._markup import printed, short
from audio_edition.publishers._page import Page, address, day, length, name, notice, rendered
from audio_edition.publishers._reading_report import Expansion, Report, report
from audio_edition.publishers._readings import marked
from audio_edition.publishers._story import anchor
from audio_edition.settings import Paper

_SEVERITY = {"error": "错误", "warning": "注意", "note": "提示"}
_ORIGIN = {
    "note": "编者注",
    "lexicon": "词典",
    "place": "地名",
    "name": "人名",
    "phrase": "词组",
    "model": "模型",
    "rule": "规则",
    "default": "常用音",
}


class Row(Struct, frozen=True):
    """A line of a table; `href` leads to the article that it is about."""

    cells: tuple[Markup, ...]
    context: Markup = Markup("")
    href: str = ""


class Table(Struct, frozen=True):
    """A section of the report."""

    id: str
    title: str
    about: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """The report for people and for programs."""
    found = report(edition)
    title = name(edition)
    page = Page(
        title=f"朗读报告 · {title} {day(edition.date)}",
        description=f"{title}{day(edition.date)}有声版怎样读出来：展开的写法、存疑的读音、没有读的文字。",
        paper=title,
        lang=edition.lang,
        root="../",
        canonical=address(paper, f"{edition.date}/report.html"),
        notice=notice(paper),
    )
    tables = (_findings(found), _doubts(found), _skipped(found), _expansions(found))
    html = rendered("report.html.j2", page, issue_day=day(edition.date), facts=_facts(found), tables=tables, linked="")
    yield Artifact(f"{edition.date}/report.html", html.encode())
    yield Artifact(f"{edition.date}/report.json", msgspec.json.format(msgspec.json.encode(found), indent=1))


def _facts(found: Report) -> tuple[str, ...]:
    voices = f"声音 {short('、'.join(found.voices), 80)}" if found.voices else ""
    facts = (f"{found.articles} 篇", f"{found.characters} 字", f"全长 {length(found.seconds)}", voices)
    return tuple(fact for fact in facts if fact)


def _row(*cells: str, context: str = "", track: str = "") -> Row:
    shown = tuple(printed(short(cell, 200)) for cell in cells)
    return Row(shown, printed(short(context, 80)), f"index.html#{anchor(track)}" if track else "")


def _findings(found: Report) -> Table:
    rows = tuple(_row(_SEVERITY[one.severity], one.message, _place(one)) for one in found.findings)
    return Table("findings", "请看一看的地方", "读报纸和排声音时发现的问题。", ("轻重", "问题", "在哪里"), rows)


def _place(finding: Finding) -> str:
    return f"{finding.where} {finding.code}" + (f"（建议：{finding.suggestion}）" if finding.suggestion else "")


def _doubts(found: Report) -> Table:
    rows = tuple(
        _row(
            *(
                one.char,
                marked(one.pinyin),
                " ".join(map(marked, one.alternatives)),
                _ORIGIN[one.origin],
                f"{one.confidence:.0%}",
            ),
            context=one.context,
            track=one.track,
        )
        for one in sorted(found.doubts, key=lambda doubt: doubt.confidence)
    )
    heads = ("字", "读作", "也可能读", "依据", "把握")
    return Table("doubts", "存疑的读音", "把握最小的在前。写进词典或用编者注改正。", heads, rows)


def _skipped(found: Report) -> Table:
    rows = tuple(_row(one.printed, one.why, one.where) for one in found.skipped)
    return Table("skipped", "没有读的文字", "印在报上而没有读出来的，和不读的缘由。", ("文字", "为什么", "在哪里"), rows)


def _expansions(found: Report) -> Table:
    """One row per way of reading a written form: an editor looks for the strange one among many alike."""
    times = Counter((one.printed, one.spoken) for one in found.expansions)
    first: dict[tuple[str, str], Expansion] = {}
    for one in found.expansions:
        first.setdefault((one.printed, one.spoken), one)
    rows = tuple(
        _row(one.printed, one.spoken or "（不读）", f"{times[key]}", context=one.context, track=one.track)
        for key, one in first.items()
    )
    return Table(
        "expansions", "展开的写法", "数字、单位、符号等怎样读出来；同样的读法合并为一行。", ("印作", "读作", "次数"), rows
    )

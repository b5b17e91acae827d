"""`<date>/report.html` and `<date>/report.json`: the reading report, for the editor who answers for what is said."""

from collections.abc import Iterator

import msgspec
from markupsafe import Markup
from msgspec import Struct

from audio_edition.model.edition import Artifact, Edition
from audio_edition.model.finding import Finding
from audio_edition.pronunciation.syllable import marked
from audio_edition.publishers import Context
from audio_edition.publishers._labels import Labels, ReportLabels, TableLabels, day, labels, length, page_lang
from audio_edition.publishers._markup import printed, short
from audio_edition.publishers._page import Page, address, name, notice, rendered
from audio_edition.publishers._reading_report import Doubt, Expansion, Report, report
from audio_edition.publishers._story import anchor
from audio_edition.publishers._wordings import worded
from audio_edition.settings import Paper


class Row(Struct, frozen=True):
    """A line of a table; `href` leads to the article that it is about."""

    cells: tuple[Markup, ...]
    context: Markup = Markup("")
    href: str = ""


class Table(Struct, frozen=True):
    """A section of the report."""

    id: str
    say: TableLabels
    rows: tuple[Row, ...]


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """The report for people and for programs."""
    found, say = report(edition), labels(edition.lang)
    title, date = name(edition, say), day(edition.date, say)
    page = Page(
        title=say.reading.title.format(title, date),
        description=say.reading.description.format(title, date),
        paper=title,
        lang=page_lang(edition.lang, say),
        root="../",
        canonical=address(paper, f"{edition.date}/report.html"),
        notice=notice(paper, say),
    )
    others = (table(found, say.reading) for table in (_doubts, _skipped, _expansions))
    tables = (_findings(found, say.reading, edition.lang), *others)
    html = rendered("report.html", page, say, date=date, facts=_facts(found, say), tables=tables, linked="")
    yield Artifact(f"{edition.date}/report.html", html.encode())
    yield Artifact(f"{edition.date}/report.json", msgspec.json.format(msgspec.json.encode(found), indent=1))


def _facts(found: Report, say: Labels) -> tuple[str, ...]:
    voices = say.reading.voice.format(short(say.reading.between.join(found.voices), 80)) if found.voices else ""
    characters, seconds = say.reading.characters.format(found.characters), say.length.format(length(found.seconds, say))
    return tuple(fact for fact in (say.articles.format(found.articles), characters, seconds, voices) if fact)


def _row(*cells: str, context: str = "", track: str = "") -> Row:
    shown = tuple(printed(short(cell, 200)) for cell in cells)
    return Row(shown, printed(short(context, 80)), f"index.html#{anchor(track)}" if track else "")


def _findings(found: Report, say: ReportLabels, lang: str) -> Table:
    rows = (_row(say.severities[one.severity], *_told(one, lang, say)) for one in found.findings)
    return Table("findings", say.findings, tuple(rows))


def _told(finding: Finding, lang: str, say: ReportLabels) -> tuple[str, str]:
    """What is the matter; where, and what would be right instead."""
    instead = say.suggestion.format(worded(finding.suggestion, lang)) if finding.suggestion else ""
    return worded(short(finding.message, 200), lang), f"{finding.where} {finding.code}{instead}"


def _doubts(found: Report, say: ReportLabels) -> Table:
    rows = (_doubt(one, say) for one in sorted(found.doubts, key=lambda doubt: doubt.confidence))
    return Table("doubts", say.doubts, tuple(rows))


def _doubt(one: Doubt, say: ReportLabels) -> Row:
    others = " ".join(map(marked, one.alternatives))
    cells = (one.char, marked(one.pinyin), others, say.origins[one.origin], f"{one.confidence:.0%}")
    return _row(*cells, context=one.context, track=one.track)


def _skipped(found: Report, say: ReportLabels) -> Table:
    return Table("skipped", say.skipped, tuple(_row(one.printed, say.reasons[one.why], one.where) for one in found.skipped))


def _expansions(found: Report, say: ReportLabels) -> Table:
    """One row per way of reading a written form: an editor looks for the strange one among many alike."""
    alike: dict[tuple[str, str, str], list[Expansion]] = {}
    for one in found.expansions:
        alike.setdefault((one.printed, one.spoken, one.semiotic_class), []).append(one)
    rows = (_row(*_said(some, say), context=some[0].context, track=some[0].track) for some in alike.values())
    return Table("expansions", say.expansions, tuple(rows))


def _said(alike: list[Expansion], say: ReportLabels) -> tuple[str, ...]:
    first = alike[0]
    return first.printed, first.spoken or say.silent, first.semiotic_class.replace("_", " "), str(len(alike))

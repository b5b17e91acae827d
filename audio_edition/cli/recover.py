"""`audio-edition recover`: what the pages of an issue become, as a file that an editor corrects."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from audio_edition.model.issue import Issue, SourceFile


class Format(StrEnum):
    """What `recover` gives."""

    structure = "structure"
    json = "json"
    news_gold = "news-gold"


def recover(
    issue: Annotated[list[str], typer.Argument(help="Folder, files or glob of an issue.")],
    format: Annotated[
        Format,
        typer.Option(help="`structure` writes the file that an editor corrects; `json` and `news-gold` print one JSON object."),
    ] = Format.structure,
    report: Annotated[bool, typer.Option("--report", help="Show each page with what its lines became; write nothing.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Read the pages again, and overwrite an editor's corrections.")] = False,
) -> None:
    """Recover the articles of an issue, for an editor to correct."""
    from msgspec import json

    from audio_edition.cli import _options
    from audio_edition.files import read_sources
    from audio_edition.readers.structure import is_structure
    from audio_edition.recovery import recover as recover_issue
    from audio_edition.recovery.bundles import bundle
    from audio_edition.recovery.gold import as_gold

    paths = _options.paths(issue)
    files = read_sources(paths)
    pages = [file for file in files if not is_structure(file)]
    if report:
        _report(pages or files)
    elif format is Format.structure:
        _write(paths, bundle(recover_issue(pages or files)), files, force)
    else:
        found = recover_issue(pages if force and pages else files)
        said = as_gold(found) if format is Format.news_gold else bundle(found)
        typer.echo(json.format(json.encode(said), indent=1))  # bytes: JSON is UTF-8 in any locale


def _write(paths: Sequence[Path], issue: Issue, files: Sequence[SourceFile], force: bool) -> None:
    """Write the structure file next to the pages, unless an editor has changed the one that is there."""
    from audio_edition.cli import _whole
    from audio_edition.cli._terminal import plain
    from audio_edition.files import folder_of
    from audio_edition.model.errors import IssueError
    from audio_edition.readers.structure import NAME, is_edited, is_structure
    from audio_edition.recovery.structure import structure_file

    target = folder_of(paths) / NAME
    if target.exists() and not force and is_edited(target.read_bytes()):
        raise IssueError(f"{target}: an editor has changed it; `--force` reads the pages again and overwrites the corrections")
    _whole.replace(target, structure_file(issue, [file for file in files if not is_structure(file)]))
    articles = sum(article.type != "furniture" for article in issue.articles)
    typer.echo(f"{target}: {articles} articles; {len(issue.findings)} findings", err=True)
    for finding in issue.findings:
        hint = f" → {finding.suggestion}" if finding.suggestion else ""
        typer.echo(plain(f"  {finding.code} {finding.where}: {finding.message}{hint}"), err=True)


def _report(files: Sequence[SourceFile]) -> None:
    """Each page as a table: where a line stands, what it says, what it became, by which rule, how sure."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from audio_edition.cli._terminal import plain
    from audio_edition.recovery import label_lines

    _, sheet = label_lines(files)
    console = Console()
    for page, name in sorted({line.page: line.page_name for line in sheet.lines}.items()):
        table = Table("place", "text", "article", "became", "because of", "sure", title=f"page {name}", title_justify="left")
        for line in (line for line in sheet.lines if line.page == page):
            text = line.text if len(line.text) <= 44 else f"{line.text[:30]} … {line.text[-10:]}"
            role = f"{'↳ ' if line.joins else ''}{line.role}{f' ({line.starts})' if line.starts else ''}"
            article = str(line.article) if line.article >= 0 else "–"
            cells = (line.where, text.replace("\n", " / "), article, role, line.rule, f"{line.confidence:.2f}")
            table.add_row(
                *map(Text, map(plain, cells)), style="dim" if line.article < 0 else "bold" if line.role == "title" else ""
            )
        console.print(table)
    for finding in sheet.findings:
        console.print(Text(plain(f"{finding.code} {finding.where}: {finding.message}")))

"""How a build is shown to people: a bar while it speaks, then what was made and what an editor should look at."""

import sys
from collections import Counter
from collections.abc import AsyncIterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from audio_edition.cli._terminal import plain
from audio_edition.model.event import Event, Failing, Found, Planned, Published, Recovered, Said, Waiting
from audio_edition.model.finding import Finding

SHOWN = 12
"""Findings that are printed; the reading report has all of them."""
LONG = 10.0
"""Seconds from which a pause is told where there is no bar to tell it: a log is not to fill with short ones."""


async def bar(events: AsyncIterator[Event]) -> int:
    """A progress bar, then what was made and what an editor should look at."""
    console = Console(highlight=False)
    findings: list[Finding] = []
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    heard = 0
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading the issue", total=None)
        async for event in events:
            match event:
                case Recovered():
                    console.print(_recovered(event), soft_wrap=True)
                case Planned():
                    console.print(_planned(event), soft_wrap=True)
                    progress.update(task, total=event.requests, description="speaking")
                case Said():
                    heard += event.milliseconds
                    progress.update(task, total=event.total, completed=event.done, description=f"speaking, {_clock(heard)}")
                case Waiting() | Failing():
                    progress.update(task, description=_silence(event))
                    if progress.disable and (isinstance(event, Failing) or event.seconds >= LONG):
                        print(f"audio-edition: {_silence(event)}", file=sys.stderr, flush=True)
                case Found():
                    findings.append(event.finding)
                case Published():
                    progress.stop()
                    _published(event, findings, console)
    return len(findings)


def _recovered(event: Recovered) -> Text:
    read = [article for article in event.issue.articles if article.read != "skip"]
    counts = {type: sum(article.type == type for article in read) for type in dict.fromkeys(a.type for a in read)}
    listed = ", ".join(_count(count, type) for type, count in counts.items())
    return Text(f"{plain(event.issue.masthead.title)}  {event.date}  {listed}")


def _planned(event: Planned) -> Text:
    measured = f" and {_count(event.passages, 'passage')} to measure a voice by" if event.passages else ""
    return Text(
        f"{_count(event.articles, 'article')}, {_count(event.requests, 'utterance')} ({event.cached} stored){measured}, "
        f"{event.characters} characters to speak, about {max(event.minutes, 1):.0f} min"
    )


def _silence(event: Waiting | Failing) -> str:
    if isinstance(event, Failing):
        return f"{event.engine} fails, and is asked again: {event.reason}"
    if event.asked > event.seconds:
        return f"{event.engine} asks for a pause of {event.asked:.0f} s: too long, it is asked again after {event.seconds:.0f} s"
    return f"{event.engine} asks for a pause of {event.seconds:.0f} s"


def _published(event: Published, findings: list[Finding], console: Console) -> None:
    made = f"{_count(event.tracks, 'track')}, {_clock(event.milliseconds)}, {_count(event.spoken, 'utterance')} spoken anew"
    console.print(Text(f"{made}; {_count(len(event.changed), 'file')} changed"), soft_wrap=True)
    if findings:
        console.print(Text(f"An editor should look at {_count(len(findings), 'place')}:"), soft_wrap=True)
    shown = _first_of_each(findings)
    for finding in shown:
        hint = f" → {finding.suggestion}" if finding.suggestion else ""
        console.print(Text(plain(f"  {finding.code} {finding.where}: {finding.message}{hint}")), soft_wrap=True)
    if len(findings) > len(shown):
        kinds = Counter(finding.code for finding in findings) - Counter(finding.code for finding in shown)
        told = ", ".join(f"{count} {code}" for code, count in kinds.most_common())
        console.print(Text(f"  … {kinds.total()} more ({told}) in {event.folder}/{event.date}/report.html"), soft_wrap=True)
    console.print(Text(f"Listen: {event.folder}/{event.date}/index.html"), soft_wrap=True)


def _first_of_each(findings: list[Finding]) -> list[Finding]:
    """Those that are printed, the worst first: of each kind one before a second of any, so that none hides behind many."""
    before: Counter[str] = Counter()
    ranked = []
    for number, finding in enumerate(findings):
        ranked.append((finding.severity, before[finding.code], number))
        before[finding.code] += 1
    chosen = sorted(ranked)[:SHOWN]
    return [findings[number] for _, _, number in sorted(chosen, key=lambda one: (one[0], one[2]))]


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _clock(milliseconds: int) -> str:
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes}:{seconds:02}"

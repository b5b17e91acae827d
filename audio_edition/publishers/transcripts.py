"""Transcripts that podcast clients show: WebVTT, SubRip, Podcasting 2.0 JSON, and HTML without scripts.

Of the edition and of each article. One cue per sentence, text as printed. The formats say the same words, so a place in the
text that one client trips over is written so that none does: see `_safe`.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import pairwise

from audio_edition.model.edition import Artifact, Edition
from audio_edition.publishers import Context, _lines, _places, _templates
from audio_edition.publishers._facts import articles, edition_title, name, track_title
from audio_edition.publishers._labels import day, labels
from audio_edition.publishers._lines import Line, wrap
from audio_edition.publishers._phrases import phrases
from audio_edition.settings import Paper

CUES = "edition.cues.json"
"""Name of the JSON transcript of the edition."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """`edition.vtt`, `.srt`, `.cues.json`, `.transcript.html`; of each article the same, its cues in `.json`."""
    title, say = edition_title(edition, paper), labels(edition.lang)
    for ending, content in _formats(title, title, partial(_lines.of_edition, edition), edition):
        file = CUES if ending == "json" else f"edition.{ending}"  # edition.json is the manifest
        yield Artifact(_places.of_edition(edition, file), content)
    for number, track in enumerate(articles(edition), 1):
        lines = partial(_lines.of_track, track, edition.sample_rate, edition.lang)
        title = track_title(edition, track, 255)
        page = say.article_title.format(title, name(edition, paper), day(edition.date, say), number)
        for ending, content in _formats(title, page, lines, edition):
            yield Artifact(_places.of_article(edition, track, ending), content)


def _formats(title: str, page: str, lines: Callable[[], Iterator[Line]], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The formats of what has a title, `page` as the title of a page, which no other page has. Each draws its lines anew: those
    of a long issue, with the times of their words, are not all kept at once."""
    yield "vtt", _vtt(lines()).encode()
    yield "srt", _srt(lines()).encode()
    yield "json", _json(lines()).encode()
    yield "transcript.html", _html(title, page, lines(), edition.lang).encode()


def _vtt(lines: Iterable[Line]) -> str:
    cues = (
        f"{number}\n{_clock(line.start, '.')} --> {_clock(line.end, '.')}\n"
        f"<v {line.speaker.translate(_ESCAPES)}>{_stamped(line)}\n"
        for number, line in enumerate(lines, 1)
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def _srt(lines: Iterable[Line]) -> str:
    cues = (
        f"{number}\n{_clock(line.start, ',')} --> {_clock(line.end, ',')}\n{_defused(_broken(line.text))}\n"
        for number, line in enumerate(lines, 1)
    )
    return "\n".join(cues)


def _json(lines: Iterable[Line]) -> str:
    segments = [
        {"speaker": line.speaker, "startTime": line.start / 1000, "endTime": line.end / 1000, "body": _safe(line.text)}
        for line in lines
    ]
    return json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False, indent=1) + "\n"


def _html(title: str, page: str, lines: Iterable[Line], lang: str) -> str:
    return _templates.render("transcript.html", title=title, page=page, lines=lines, lang=lang, words=phrases(lang))


def _stamped(line: Line) -> str:
    """The text with the time of each word before it, broken into lines."""
    text = _safe(line.text)
    marks = {word.at: f"<{_clock(word.start, '.')}>" for word in line.words}
    breaks = set(wrap(text))
    cuts = sorted({0, len(text), *marks, *breaks})
    parts = (
        ("\n" if start in breaks else "") + marks.get(start, "") + text[start:end].translate(_ESCAPES)
        for start, end in pairwise(cuts)
    )
    return "".join(parts)


def _broken(text: str) -> str:
    text = _safe(text)
    cuts = [0, *wrap(text), len(text)]
    return "\n".join(text[start:end].rstrip() for start, end in pairwise(cuts))


def _safe(text: str) -> str:
    """`-->` would end a cue (SubRip has no escape for it; AntennaPod drops the file): its head becomes the full-width one."""
    return text.replace("-->", "--＞")


def _defused(text: str) -> str:
    """SubRip has no escapes: a fixed space behind what clients would read as a tag, a style or (AntennaPod) a speaker's name."""
    return re.sub(r":(?= |$)|<(?=[/!A-Za-z])|\{(?=\\)", "\\g<0>\N{NO-BREAK SPACE}", text, flags=re.MULTILINE).replace(
        "\xa0 ", "\xa0"
    )


def _clock(ms: int, point: str) -> str:
    return f"{ms // 3_600_000:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}{point}{ms % 1000:03d}"

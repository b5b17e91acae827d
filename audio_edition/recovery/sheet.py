"""The whole issue as labelled lines: what every repair takes and gives."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct, structs

from audio_edition.model.finding import Finding
from audio_edition.model.issue import Masthead, SourceSpan
from audio_edition.model.page import Line, LineRole


class Sheet(Struct, frozen=True):
    """Lines in reading order, and what is known of the issue so far."""

    lines: tuple[Line, ...]
    masthead: Masthead = Masthead()
    lang: str = ""
    findings: tuple[Finding, ...] = ()


Repair = Callable[[Sheet], Sheet]


def with_lines(sheet: Sheet, lines: Iterable[Line], findings: Iterable[Finding] = ()) -> Sheet:
    """The sheet with other lines, and more findings."""
    return structs.replace(sheet, lines=tuple(lines), findings=(*sheet.findings, *findings))


def label(line: Line, role: LineRole, rule: str, confidence: float = 1.0) -> Line:
    """The line with a role, and the rule that gave it."""
    return structs.replace(line, role=role, rule=rule, confidence=confidence)


def cut(line: Line, at: int) -> tuple[Line, Line]:
    """The line before and from code point `at` of its text, white space at the cut left out of both.

    >>> [part.text for part in cut(Line("本报讯 今天"), 4)]
    ['本报讯', '今天']
    """
    before, after = line.text[:at].rstrip(), line.text[at:].lstrip()
    start = len(line.text) - len(after)
    left, right = _spans(line, 0, len(before)), _spans(line, start, len(line.text))
    return (
        structs.replace(line, text=before, spans=left, lead=0, bold=line.bold or len(before) <= line.lead),
        structs.replace(line, text=after, spans=right, lead=max(0, line.lead - start), gap=0, broken=False, joins=False),
    )


def merge(left: Line, right: Line, between: str = "") -> Line:
    """Two lines as one, marked as the first is.

    >>> merge(Line("省，取证成"), Line("本高。")).text
    '省，取证成本高。'
    """
    return structs.replace(left, text=f"{left.text}{between}{right.text}", spans=(*left.spans, *right.spans))


def _spans(line: Line, start: int, end: int) -> tuple[SourceSpan, ...]:
    """The places of `text[start:end]`; a place whose text is not as long as what it prints is kept whole."""
    if sum(span.end - span.start for span in line.spans) != len(line.text):
        return line.spans if end > start else ()
    at, kept = 0, []
    for span in line.spans:
        length = span.end - span.start
        first, last = max(start, at), min(end, at + length)
        if first < last:
            kept.append(SourceSpan(span.file, span.start + first - at, span.start + last - at))
        at += length
    return tuple(kept)


def free(line: Line) -> bool:
    """Whether no repair and no reader has said what the line is."""
    return not line.role and line.kind == "text"


def set_apart(line: Line) -> bool:
    """Whether the source's parser, and nobody else, took a line for no text of the page."""
    return line.role == "furniture" and line.rule.endswith("of the parser")


def follows(above: Line, line: Line) -> bool:
    """Whether a line stands at once below another: without an empty line, or nearer than it is high."""
    if not line.gap or above.box is None or line.box is None:
        return not line.gap
    beside = line.box[0] < above.box[2] and above.box[0] < line.box[2]
    return beside and abs(line.box[1] - above.box[3]) < line.box[3] - line.box[1]


def neighbours(lines: Sequence[Line], index: int, step: int, transparent: Callable[[Line], bool]) -> Line | None:
    """The nearest line before (step -1) or after (step 1) that is not transparent."""
    at = index + step
    while 0 <= at < len(lines):
        if not transparent(lines[at]):
            return lines[at]
        at += step
    return None

"""Labels what texts are: lists, questions and answers, and, where nothing else fits, paragraphs."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import structs

from audio_edition.model.hanzi import HANZI
from audio_edition.model.page import Line
from audio_edition.recovery.folding import fold
from audio_edition.recovery.names import is_person, signature
from audio_edition.recovery.prose import is_final, size
from audio_edition.recovery.sheet import Sheet, cut, free, label, with_lines
from audio_edition.recovery.vocabulary import NOTICES, is_column

_BELOW = re.compile(r"下列|以下|如下|分别(?:是|为)|包括")
_ITEM = re.compile(r"\d|[:：]|——|^[-*•·●■◆○]")


def label_lists(sheet: Sheet) -> Sheet:
    """Short lines under a line that ends in a colon, and lines with bullets."""
    lines = list(sheet.lines)
    for index, line in enumerate(lines):
        if free(line) and re.search(r"[:：]$", line.text) and not line.level and not line.bold:
            end = index + 1
            while end < len(lines) and _is_item(lines[end]) and not is_final(lines[end].text):
                end += 1
            end += _ends_items(lines, index, end)
            items = lines[index + 1 : end]
            listed = bool(_BELOW.search(line.text)) or sum(bool(_ITEM.search(item.text)) for item in items) * 2 >= len(items)
            if len(items) >= 2 and listed:
                first = index if size(line.text) <= 12 else index + 1
                lines[first:end] = [label(item, "list", "items under a colon", 0.8) for item in lines[first:end]]
        if (
            free(line)
            and line.bullet
            and all(near.role != "pointer" for near in lines[index + 1 : index + 2])
            and not line.level
            and size(line.text) <= 40
            and any(near.bullet for near in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]))
        ):
            lines[index] = label(line, "list", "bullets", 0.9)
    return with_lines(sheet, _valued(_numbered(lines)))


def _is_item(line: Line) -> bool:
    return free(line) and not line.level and not line.bold and size(line.text) <= 30


def _ends_items(lines: Sequence[Line], colon: int, end: int) -> bool:
    """Whether a line with a full stop is the last of numbered items under a colon."""
    if end == len(lines) or end - colon < 3 or not _is_item(lines[end]):
        return False
    numbers = [found[0] if (found := _COUNT.match(line.text)) else "" for line in lines[colon + 1 : end + 1]]
    return [int(number or 0) for number in numbers] == list(range(1, end - colon + 1))


_COUNT = re.compile(r"\d{1,2}")
_VALUE = re.compile(
    r"(?P<name>[^：:，。\s(（]{1,8})(?:[：:]\s*(?:[^：:。]|(?<=\d)[：:](?=\d)){2,28}|\s+[￥¥]?\d+(?:\.\d+)?[^\d\s：:，。]{0,6})"
)


def _valued(lines: list[Line]) -> list[Line]:
    """Three and more short lines, each a name and its value, no name twice: a table without rules, not a dialogue."""
    start = 0
    while start < len(lines):
        end = start
        names: set[str] = set()
        while end < len(lines) and free(lines[end]) and not lines[end].level and not lines[end].bold:
            found = _VALUE.fullmatch(lines[end].text)
            if not found or found["name"] in names:
                break
            names.add(found["name"])
            end += 1
        if end - start >= 3:
            lines[start:end] = [label(line, "list", "names and values", 0.7) for line in lines[start:end]]
        start = max(end, start + 1)
    return lines


_NUMBER = re.compile(r"[(（]?\d{1,2}(?:[.．、](?!\d)|[)）])\s*\S")


def _numbered(lines: list[Line]) -> list[Line]:
    """Numbered lines that are parts of one sentence, or follow each other from the first on without a text between."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _is_numbered(lines[end]):
            end += 1
        group = lines[start:end]
        if len(group) >= 2 and (all(re.search(r"[;；]$", line.text) for line in group[:-1]) or _counts(group)):
            lines[start:end] = [label(line, "list", "numbered items", 0.8) for line in group]
        start = max(end, start + 1)
    return lines


def _is_numbered(line: Line) -> bool:
    return free(line) and not line.level and not line.bold and bool(_NUMBER.match(line.text)) and size(line.text) <= 60


def _counts(group: Sequence[Line]) -> bool:
    """Whether lines are numbered from one on, and none of them is a sentence."""
    numbers = [int(re.findall(r"\d+", line.text)[0]) for line in group]
    return len(group) >= 3 and numbers == list(range(1, len(group) + 1)) and not any(is_final(line.text) for line in group)


_READER = "(?:读者|市民|网友|居民|听众|观众)"
_NAMED = r"(?:律师|医生|专家|法官|检察官|民警) ?[^\s，。,:：]{2,5}"
_WHO = re.compile(
    rf"(?P<who>[^\s，。,:：“”\"]{{1,12}}|[A-Z][\w .]{{0,24}}|{_READER} [^\s，。,:：]{{2,5}}|{_NAMED})\s*[:：]\s*(?=\S)"
)
_ASKS = re.compile(
    rf"(?:[问记编]|Q|记者|主持人|本报|晚报|日报|晨报|新报|早报|{HANZI}{{2,4}}[报刊]|编辑|本刊|{HANZI}{{0,6}}(?:提问|发问)"
    rf"|{_READER} ?\S{{0,6}})"
)
_ANSWERS = re.compile(rf"{HANZI}{{0,8}}(?:解答|回答|答复|答疑|作答)|答|A|" + _NAMED)


_ASIDE = re.compile(r"[(（][^()（）。]{1,6}[)）]$")
"""What is told of a speaker behind the last sentence: `（笑）`."""


def label_dialogue(sheet: Sheet) -> Sheet:
    """Questions and answers: who speaks stands before a colon, and speakers change."""
    lines = list(sheet.lines)
    whos = {
        index: found["who"].strip()
        for index, line in enumerate(lines)
        if free(line) and (found := _WHO.match(line.text)) and _speaker(found["who"]) and not signature(line.text)
    }
    made: list[Line] = []
    speaking = _dialogues(lines, whos)
    turns = sorted(speaking)
    for index, line in enumerate(lines):
        if index in speaking:
            made += _spoken(line, whos[index], speaking[index])
        elif _is_sentence(line) and _goes_on(made, index, turns, speaking):
            before = next(other for other in reversed(made) if other.role in ("question", "answer"))
            made.append(structs.replace(label(line, before.role, "question and answer", 0.7), who=before.who))
        else:
            made.append(line)
    return with_lines(sheet, made)


def _is_sentence(line: Line) -> bool:
    return free(line) and is_final(_ASIDE.sub("", line.text)) and not line.level and not line.bold


def _goes_on(made: Sequence[Line], index: int, turns: Sequence[int], speaking: dict[int, frozenset[str]]) -> bool:
    """Whether a paragraph stands between two turns of a dialogue, behind the first."""
    place = bisect(turns, index)
    if not 0 < place < len(turns) or not made or made[-1].role not in ("question", "answer", "image", "caption"):
        return False
    before, after = turns[place - 1], turns[place]
    return after - before <= 8 and speaking[before] == speaking[after]


def _speaker(who: str) -> bool:
    plain = fold(who).strip()
    return (
        bool(
            _ASKS.fullmatch(plain)
            or _ANSWERS.fullmatch(plain)
            or is_person(plain)
            or re.fullmatch(rf"{HANZI}{{1,6}}|[A-Z][\w .]{{0,24}}", plain)
        )
        and not is_column(plain)
        and not NOTICES.fullmatch(plain)
    )


def _dialogues(lines: Sequence[Line], whos: dict[int, str]) -> dict[int, frozenset[str]]:
    """Lines of dialogues: number of the line → who asks in it."""
    found: dict[int, frozenset[str]] = {}
    group: list[int] = []
    for index in [*whos, len(lines) + 99]:
        if group and index - group[-1] > 8:
            found |= _dialogue(group, whos)
            group = []
        group.append(index)
    return found


def _dialogue(group: Sequence[int], whos: dict[int, str]) -> dict[int, frozenset[str]]:
    counts = Counter(whos[index] for index in group if index in whos)
    pair = [index for index in group if index in whos and _is_told(whos[index])]
    if len(pair) == 2 and _ASKS.fullmatch(fold(whos[pair[0]])) and _ANSWERS.fullmatch(fold(whos[pair[1]])):
        return dict.fromkeys(pair, frozenset((whos[pair[0]],)))
    often = {who for who, count in counts.items() if count >= 2 or _is_told(who)}
    turns = [index for index in group if whos.get(index) in often]
    changes = sum(whos[a] != whos[b] for a, b in pairwise(turns))
    if len(often) < 2 or len(turns) < 3 or changes < len(turns) / 2:
        return {}
    askers = frozenset(who for who in (whos[index] for index in turns) if _ASKS.fullmatch(fold(who)))
    return dict.fromkeys(turns, askers or frozenset((whos[turns[0]],)))


def _is_told(who: str) -> bool:
    """Whether a label says of its text that it asks or answers."""
    return bool(_ASKS.fullmatch(fold(who)) or _ANSWERS.fullmatch(fold(who)))


def _spoken(line: Line, who: str, askers: frozenset[str]) -> Iterator[Line]:
    found = _WHO.match(line.text)
    assert found is not None
    before, after = cut(line, found.end())
    yield label(before, "label", "speaker")
    yield structs.replace(label(after, "question" if who in askers else "answer", "question and answer", 0.9), who=who)


def label_paragraphs(sheet: Sheet) -> Sheet:
    """What is left is text."""
    lines = (
        label(line, "table", "table")
        if line.kind == "table" and not line.role
        else label(line, "rule", "rule")
        if line.kind == "rule"
        else label(line, "paragraph", "text")
        if not line.role
        else line
        for line in sheet.lines
    )
    return with_lines(sheet, lines)

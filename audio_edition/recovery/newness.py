"""How much speaks for a new article at a run of display lines: what closed the one before, what follows, marks and words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from audio_edition.model.hanzi import HANZI
from audio_edition.model.page import Line
from audio_edition.recovery.addressees import ADDRESSEE
from audio_edition.recovery.datelines import NOTE, says_when
from audio_edition.recovery.entries import ENTRY
from audio_edition.recovery.folding import fold
from audio_edition.recovery.merits import rank
from audio_edition.recovery.names import signature
from audio_edition.recovery.opened import Open, begins_untitled, is_set_like_title, stands_beside_title
from audio_edition.recovery.prose import is_final, ngrams, size
from audio_edition.recovery.rolls import COUNTED
from audio_edition.recovery.runs import TRANSPARENT, is_marked
from audio_edition.recovery.sheet import free
from audio_edition.recovery.signatures import SALUTATION
from audio_edition.recovery.signings import is_named, is_signed_below, writers
from audio_edition.recovery.stories import heads_photo_story
from audio_edition.recovery.vocabulary import LINKS, is_column

_MOST = 300
"""Runs of display lines beyond which a page is no newspaper page, and its words are not compared."""


class Words:
    """Pairs of Hanzi on the pages, counted by lines."""

    def __init__(self, lines: Sequence[Line], runs: Sequence[Sequence[int]]) -> None:
        counts = Counter(lines[run[0]].page for run in runs)
        self.crowded = frozenset(page for page, count in counts.items() if count > _MOST)
        self.lines = [ngrams(line.text) if self._counts(line) else frozenset() for line in lines]
        self.pages: dict[int, Counter[str]] = {}
        self.ranks: dict[int, set[int]] = {}
        self.signed = Counter(lines[run[0]].page for run in runs if _is_signed(lines, run))
        self.writers = writers(lines)
        self.ruled = Counter(line.page for line in lines if line.kind == "rule")
        self.unruled = frozenset(lines[run[0]].page for run in runs if not _under_rule(lines, run[0]) and _is_dated(lines, run))
        for line, words in zip(lines, self.lines, strict=True):
            self.pages.setdefault(line.page, Counter()).update(words)
            if is_marked(line):
                self.ranks.setdefault(line.page, set()).add(rank(line))

    def _counts(self, line: Line) -> bool:
        return line.kind == "text" and line.role != "furniture" and line.page not in self.crowded


def _is_signed(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether a run names a writer, or a dateline stands at once below it."""
    return _is_dated(lines, run) or any(signature(lines[at].text) for at in run[1:])


_NEWS_PAGE = 3
"""Signed headers that make a page one on which every article is signed."""


def newness(lines: Sequence[Line], run: Sequence[int], opened: Open, follow: Line | None, words: Words) -> float:
    """Merit of a new article at a run; 0 says nothing for or against it."""
    first = lines[run[0]]
    if opened.kind == "introduced" and not opened.level:
        return 8.0
    if opened.number < 0 or opened.page != first.page:
        return 8.0 if is_final(opened.last) or opened.number < 0 or opened.closed else 5.0
    merit = 4.0 if opened.closed else 0.0
    if follow is not None and (follow.role in ("dateline", "pointer", "resume") or begins_untitled(follow)):
        merit += 6.0
    if opened.last and not is_final(opened.last) and not opened.closed and not re.search(r"[：:；;—]$", opened.last):
        merit -= 3.0
    merit += _by_text(follow)
    merit += _by_level(first, opened, len(words.ranks.get(first.page, ())))
    merit -= 3.5 if _is_section_of_rest(lines, run, opened, words) else 0.0
    merit += 3.0 if _ends_in_verse(lines, run[0], opened) else 0.0
    heads = rank(Line("", level=opened.heads[0], bold=opened.heads[1]))
    above = 0 < rank(first) <= opened.level < heads
    merit += {"briefs": 3.0, "notice": 4.0, "added": 3.0, "news": 1.0, "sectioned": 0.0 if above else -9.0}.get(
        opened.kind, -0.5 if opened.characters > 600 else 0.0
    )
    merit += 2.5 if opened.heads[0] and rank(first) < heads else 0.0
    merit += 2.0 if is_final(opened.last) and _is_tabled(follow) else 0.0
    merit += _by_rules(lines, run[0], words)
    merit += 6.0 if stands_beside_title(lines, run[0], opened) else 0.0
    merit += 3.0 if is_set_like_title(lines, run[0], opened) else 0.0
    merit += 0.5 if first.gap >= 2 else 0.0
    merit += 4.0 if heads_photo_story(lines, run) else 0.0
    merit += _among_siblings(lines, run, opened, follow)
    merit -= 1.5 if words.signed[first.page] >= _NEWS_PAGE and _is_unsigned(lines, run, opened, follow) else 0.0
    return merit + _by_writers(lines, run, opened, words) + _cohesion(lines, run, opened, words)


def _is_section_of_rest(lines: Sequence[Line], run: Sequence[int], opened: Open, words: Words) -> bool:
    """Whether a lone heading stands in what goes on without its title, which was as large as any on the page."""
    first = lines[run[0]]
    untitled = opened.kind == "resumed" and len(run) == 1
    return untitled and first.level > min(words.ranks.get(first.page, ()), default=9)


def _is_tabled(follow: Line | None) -> bool:
    """Whether a table follows, as one or read as text."""
    return follow is not None and (follow.kind == "table" or follow.rule == ENTRY)


def _by_text(follow: Line | None) -> float:
    """What the beginning of the text behind a run says: that it is a letter's or notice's, or which day it tells of."""
    addressed = follow is not None and (follow.rule == ADDRESSEE or bool(SALUTATION.match(follow.text)))
    return 4.0 if addressed else 1.5 if follow is not None and free(follow) and says_when(follow.text) else 0.0


def _by_writers(lines: Sequence[Line], run: Sequence[int], opened: Open, words: Words) -> float:
    """What it says that a writer is named below the section, or that the open article still has none where all articles have."""
    if opened.closed or opened.kind not in ("story", "news", "added", "resumed"):
        return 0.0
    if opened.signed:
        return 3.0 if is_signed_below(lines, run) and is_named(lines, run[0], opened.number) else 0.0
    waits = opened.texts and len(run) == 1 and rank(lines[run[0]]) == 8
    return -2.0 if waits and words.writers[opened.page] >= _NEWS_PAGE else 0.0


RULED = 3
"""Rules of a page from which on they set its articles apart."""


def _by_rules(lines: Sequence[Line], start: int, words: Words) -> float:
    """What a rule at once above a run says, or that there is none on a page where rules set the articles apart."""
    page = lines[start].page
    strict = words.ruled[page] >= RULED and page not in words.unruled
    return (5.0 if strict else 1.5) if _under_rule(lines, start) else -4.0 if strict else 0.0


def _under_rule(lines: Sequence[Line], start: int) -> bool:
    """Whether a rule, or nothing of the page, stands above a run."""
    above = lines[max(0, start - 2) : start]
    return any(line.kind == "rule" or line.page != lines[start].page for line in above) or not above


def _is_dated(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether a dateline follows a run: it is the header of an article for sure."""
    return any(line.role == "dateline" for line in lines[run[-1] + 1 : run[-1] + 2])


def _among_siblings(lines: Sequence[Line], run: Sequence[int], opened: Open, follow: Line | None) -> float:
    """What the cross-heads that the open article has, its speakers and its verse say of a further display line."""
    first = lines[run[0]]
    if len(run) == 1 and opened.texts and not opened.closed and LINKS.fullmatch(fold(first.text)):
        return -9.0
    if opened.texts and not opened.closed and COUNTED.fullmatch(fold(first.text)):
        return -9.0
    if opened.kind == "column" and any(rank(lines[at]) <= opened.level for at in run[:2]):
        return 8.0
    if follow is not None and follow.role in ("dateline", "pointer", "resume"):
        return 0.0
    if any(found.told for at in run[1:] if (found := signature(lines[at].text))):
        return 0.0
    speaks = follow is not None and follow.role in ("question", "answer", "label") and follow.rule != NOTE
    if speaks and (opened.spoken or (opened.texts <= 2 and not opened.closed and opened.kind != "notice")):
        return -9.0
    if opened.spoken and not speaks:
        return 5.0
    if follow is not None and follow.role == "verse" and _ends_in_verse(lines, run[0], opened) and len(run) == 1:
        return -9.0 if size(first.text) <= 10 and not opened.closed else 0.0
    if len(run) > 1 or opened.closed or signature(first.text) or is_column(fold(first.text)):
        return 2.0 if len(run) > 1 and is_column(fold(first.text)) and _OPINION.search(fold(first.text)) else 0.0
    if opened.signed and _next_is_parallel(lines, run):
        return -3.0
    if opened.heads == (first.level, first.bold) and rank(first) < 8:
        return -3.5
    return 0.0


def _is_unsigned(lines: Sequence[Line], run: Sequence[int], opened: Open, follow: Line | None) -> bool:
    """Whether a short lonely line stands in an open signed article, and nobody signs what stands below it."""
    if not opened.signed or opened.closed or len(run) > 1 or size(lines[run[0]].text) > 12 or follow is None or not free(follow):
        return False
    if heads_photo_story(lines, run) or is_signed_below(lines, run):
        return False
    return not any(lines[at].role == "credit" and lines[at].rule != "photo credit" for at in _section(lines, run))


def _next_is_parallel(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether the next marked line stands as alone as this one, and is built like it: 治水：… and 兴业：…."""
    first = lines[run[0]]
    behind = (at for at in range(run[-1] + 1, min(len(lines), run[-1] + _BEHIND)) if lines[at].page == first.page)
    other = next((at for at in behind if is_marked(lines[at]) and free(lines[at])), -1)
    if other < 0 or (lines[other].level, lines[other].bold) != (first.level, first.bold) or other + 1 >= len(lines):
        return False
    below = lines[other + 1]
    if below.role == "dateline" or is_marked(below) or signature(below.text):
        return False
    texts = [fold(lines[at].text) for at in (run[0], other)]
    leads = [_LEAD.match(text) for text in texts]
    if leads[0] and leads[1] and leads[0].end() == leads[1].end():
        return True
    marks = [re.sub(r"\w+", "x", text) for text in texts]
    return abs(size(texts[0]) - size(texts[1])) <= 2 and marks[0] == marks[1] and len(marks[0]) > 1


_LEAD = re.compile(rf"{HANZI}{{2,4}}:")


_OPINION = re.compile(r"评|论|手记|来信|投书|读者|随笔|链接|札记")


def _by_level(line: Line, opened: Open, ranks: int) -> float:
    if not opened.level:
        return 0.0
    step = rank(line) - opened.level
    return 2.5 if step < 0 else -2.5 if step > 0 else 1.2 if ranks > 1 and line.level else 0.0


def _ends_in_verse(lines: Sequence[Line], start: int, opened: Open) -> bool:
    before = next((lines[at] for at in range(start - 1, -1, -1) if lines[at].role not in TRANSPARENT), None)
    return before is not None and before.role == "verse" and before.article == opened.number


_BEFORE, _BEHIND = 60, 30
"""Lines before and behind a run whose words are compared."""


def _cohesion(lines: Sequence[Line], run: Sequence[int], opened: Open, words: Words) -> float:
    """Words that the section behind the run shares with the open article and with nothing else on the page."""
    if lines[run[0]].page in words.crowded:
        return 0.0
    before = [at for at in range(max(0, run[0] - _BEFORE), run[0]) if lines[at].article == opened.number]
    behind = list(_section(lines, run))
    counts = [Counter(word for at in part for word in words.lines[at]) for part in (before, behind)]
    page = words.pages[lines[run[0]].page]
    rare = sum(counts[0][word] + count >= page[word] for word, count in counts[1].items() if word in counts[0])
    lengths = [sum(len(lines[at].text) for at in part) for part in (before, behind)]
    return max(-2.5, min(1.5, 1.2 - 40 * rare / max(20, *sorted(lengths)[:1])))


def _section(lines: Sequence[Line], run: Sequence[int]) -> Iterator[int]:
    """Numbers of the run's lines, and of those behind it up to the next display line."""
    yield from run[-3:]
    for at in range(run[-1] + 1, min(len(lines), run[-1] + 1 + _BEHIND)):
        if lines[at].page != lines[run[0]].page or (free(lines[at]) and len(lines[at].text) < 30 and is_marked(lines[at])):
            return
        yield at

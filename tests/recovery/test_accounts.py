"""Whatever happens to the pages, every character of them is read, skipped by a named rule, or reported."""

import random
import re
from collections import Counter

import pytest

from audio_edition import readers
from audio_edition.model.errors import IssueError
from audio_edition.model.issue import SourceFile
from audio_edition.recovery import label_lines, recover
from audio_edition.recovery.accounts import READ

from .conftest import CASES, SAMPLE, files_of

MUTATIONS = 40
"""Of each issue; `benchmarks/structure.py` makes two hundred."""
ISSUES = {"sample": SAMPLE, "front-page": CASES / "front-page", "interview": CASES / "interview", "district": CASES / "district"}


def mutated(files: list[SourceFile], chance: random.Random) -> list[SourceFile]:
    """Lines dropped, doubled, swapped, cut; bytes flipped."""
    file = chance.choice(files)
    rows = file.content.split(b"\n")
    for _ in range(chance.randint(1, 6)):
        at, other = chance.randrange(len(rows)), chance.randrange(len(rows))
        match chance.randrange(5):
            case 0:
                del rows[at : at + 1]
                rows = rows or [b""]
            case 1:
                rows.insert(other, rows[at])
            case 2:
                rows[at], rows[other] = rows[other], rows[at]
            case 3:
                text = rows[at].decode("utf-8", "ignore")
                place = chance.randint(0, len(text))
                rows[at : at + 1] = [text[:place].encode(), text[place:].encode()]
            case _:
                row = bytearray(rows[at])
                if row:
                    row[chance.randrange(len(row))] ^= 1 << chance.randrange(8)
                rows[at] = bytes(row)
    changed = SourceFile(file.name, b"\n".join(rows))
    return [changed if other is file else other for other in files]


@pytest.mark.parametrize("name", ISSUES)
def test_mutations_lose_nothing_unseen(name: str) -> None:
    original = files_of(ISSUES[name])
    for seed in range(MUTATIONS):
        files = mutated(original, random.Random(f"{name}{seed}"))
        try:
            issue = recover(files)
        except IssueError:
            continue
        assert not [finding for finding in issue.findings if finding.code in ("S401", "S402")], seed


def characters(texts: list[str]) -> Counter[str]:
    """All but white space and hyphens: one that breaks a Latin word falls away with the line end behind it."""
    return Counter(re.sub(r"[\s-]", "", "".join(texts)))


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_repairs_only_label_cut_and_move(name: str) -> None:
    files = files_of(CASES / name)
    before = [line.text for page in readers.read(files).pages for line in page.lines]
    _, sheet = label_lines(files)
    assert characters([line.text for line in sheet.lines]) == characters(before)
    assert all(line.role for line in sheet.lines)


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_what_is_read_stands_in_the_articles(name: str) -> None:
    files = files_of(CASES / name)
    _, sheet = label_lines(files)
    issue = recover(files)
    told = re.sub(
        r"\s|-(?=[a-z])",
        "",
        str([(a.kicker, a.title, a.bylines, a.dateline, a.blocks, a.captions, a.credit) for a in issue.articles]),
    )
    for line in sheet.lines:
        if line.role in READ - {"subtitle", "table"}:
            assert re.sub(r"\s|-(?=[a-z])|-$", "", repr(line.text)[1:-1]) in told


@pytest.mark.parametrize("name", ["front-page", "evening", "hongkong", "plain-county"])
def test_a_text_is_what_its_spans_hold(name: str) -> None:
    files = {file.name: file.content.decode() for file in files_of(CASES / name)}
    for article in recover(files_of(CASES / name)).articles:
        for block in article.blocks:
            if block.spans and block.text:
                source = "".join(files[span.file][span.start : span.end] for span in block.spans)
                assert re.sub(r"\s", "", source) == re.sub(r"\s", "", block.text)

"""What holds for every issue, whatever its paper, layout and parser."""

from itertools import pairwise

import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.recovery import label_lines, recover

from .conftest import CASES, files_of
from .rerender import RENDERINGS
from .test_cases import MARKDOWN

FORMS = ["as it is", *RENDERINGS]


def issue_of(name: str, form: str) -> list[SourceFile]:
    files = files_of(CASES / name)
    return files if form == "as it is" else list(RENDERINGS[form](files))


@pytest.mark.parametrize("form", FORMS)
def test_no_item_is_empty(form: str) -> None:
    for name in MARKDOWN:
        for article in recover(issue_of(name, form)).articles:
            assert article.title or article.blocks or article.captions, (name, article.kicker)


@pytest.mark.parametrize("form", FORMS)
def test_no_item_holds_two_datelines(form: str) -> None:
    for name in MARKDOWN:
        _, sheet = label_lines(issue_of(name, form))
        dated = [line.article for line in sheet.lines if line.role == "dateline"]
        assert len(dated) == len(set(dated)), name


@pytest.mark.parametrize("form", FORMS)
def test_no_label_stands_alone(form: str) -> None:
    """A label is not read; so the text that it labels must follow."""
    for name in MARKDOWN:
        _, sheet = label_lines(issue_of(name, form))
        lines = [line for line in sheet.lines if line.article >= 0 and line.kind == "text"]
        for line, behind in pairwise(lines):
            assert line.role != "label" or behind.role in ("note", "question", "answer"), (name, line.text)

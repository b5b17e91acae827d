"""The country whose English an issue is written in, where spelling and place tell it; else only that it is English."""

import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.model.page import Line
from audio_edition.normalization import Context, normalize
from audio_edition.recovery import recover
from audio_edition.recovery.languages import language
from tests.growth import growth

OHIO = "The theater on the harbor was gray. Neighbors in Lima, Ohio, canceled. So did two in Troy, Mich."
KENT = "The council leader said the centre would organise a £2,000 programme in grey colours for its neighbours."


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (OHIO, "en-US"),
        ("Marlow Springs, MO 65700. Sen. Dale Whitcomb, R-Mo., spoke in Springfield, Missouri.", "en-US"),
        ("MILLBROOK, Ohio — Mayor Tom Dwyer, D-Ohio, said the harbor was open.", "en-US"),
        (KENT, "en-GB"),
        ("Tuesday, March 11, 2025 £1.60. The centre cost £4m and the kerb £2m.", "en-GB"),
        ("The ferry crossed the bay again this morning.", "en"),
        ("The labor department of Manila favors the color of its new center and theater.", "en"),
        ("The defence minister's programme, in Sydney, honours two centres at a cost of $2m.", "en"),
        ("The Labor Party will meet in Pearl Harbor, at the Lincoln Center. Fares rise by £1.", "en"),
        (f"{OHIO} {KENT}", "en"),
        ("The grey centre, Troy, Mich., and the programme of Lima, Ohio.", "en"),
    ],
)
def test_a_country_is_told_where_spelling_and_place_agree(text: str, tag: str) -> None:
    assert language([Line(text)]) == tag


def test_an_american_paper_reads_its_numeric_dates_month_first() -> None:
    page = f"# The Bay Tribune\n\nSaturday, November 8, 2025\n\n# Ferry is back\n\n{OHIO} It opens 6/7/2026 with 105 seats.\n"
    issue = recover((SourceFile("page1.md", page.encode()),))
    assert issue.lang == "en-US"
    said = normalize("It opens 6/7/2026 with 105 seats.", Context(lang=issue.lang)).spoken
    assert said == "It opens June seventh, twenty twenty-six with one hundred five seats."


def test_hostile_lines_take_even_time() -> None:
    for text in ("colo" * 500, "a, " * 600, "center " * 280, "R-N." * 500, ", AB 1234" * 200):
        assert growth(lambda size, text=text: language([Line(text)] * size), 100) < 8  # type: ignore[misc]

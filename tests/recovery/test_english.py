"""English papers: who writes and as what, what the masthead says, who publishes."""

import pytest

from audio_edition.model.issue import Issue, SourceFile
from audio_edition.recovery import recover
from audio_edition.recovery.names import signature

TEXT = (
    "The bridge over the Wend will close for nine weeks from Monday while its deck is replaced, the county council said. "
    "Drivers will be sent through Oxley, which adds four miles."
)
MORE = "Two swans that had nested on the island since March were moved by volunteers at dawn, and nobody was bitten."


def read(*parts: str) -> Issue:
    return recover([SourceFile("issue.md", "\n\n".join(parts).encode())])


def printed(issue: Issue) -> str:
    """What is read of the articles."""
    read = [article for article in issue.articles if article.type != "furniture"]
    return " ".join(
        [*(text for article in read for text in (*article.kicker, article.title, article.subtitle))]
        + [block.text for article in read for block in article.blocks]
    )


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Poole, Chief Reporter", ("Ann Poole",)),
        ("BY ANN POOLE, SPORTS EDITOR", ("ANN POOLE",)),
        ("By Ann Poole, Health Correspondent, and Tom Bell, Crime Reporter", ("Ann Poole", "Tom Bell")),
        ("By Ann Poole Local Democracy Reporter", ("Ann Poole",)),
        ("By Political Editor Ann Poole", ("Ann Poole",)),
        ("Ann Poole, Farming Editor", ("Ann Poole",)),
        ("Words: Ann Poole", ("Ann Poole",)),
        ("By Our Own Correspondent", ()),
        ("Deputy News Editor", ()),
    ],
)
def test_a_post_is_no_name(line: str, names: tuple[str, ...]) -> None:
    found = signature(line)
    assert found is not None
    assert found.names == names


@pytest.mark.parametrize(
    "line", ["Chief reporter tells of his fall", "By the time the editor came, it was over", "Editor", "Town Wins, Editor Says"]
)
def test_a_title_that_speaks_of_a_post_names_nobody(line: str) -> None:
    found = signature(line)
    assert found is None or not found.names


@pytest.mark.parametrize(
    "line",
    [
        "Established 1871 · Vol. 153, No. 9 · Thursday, May 8, 2025 · 90p",
        "Founded in 1902 | Issue 5,120 | Thursday 8 May 2025 | Price £1.20",
        "Est. 1871   Thursday, 8 May 2025   No. 7,204   Free",
        "Since 1902 · Volume 12 · Issue 3 · Thursday 8 May 2025 · www.wendgazette.example",
    ],
)
def test_what_the_masthead_says_heads_no_article(line: str) -> None:
    issue = read("# The Wend Gazette", line, "# Bridge to close for nine weeks", "By Ann Poole, Chief Reporter", TEXT)
    assert issue.masthead.date == "2025-05-08"
    assert printed(issue).strip() == f"Bridge to close for nine weeks  {TEXT}"


@pytest.mark.parametrize(
    "line",
    [
        "Published by Wend Gazette Ltd., 3 Mill Lane, Oxley OX9 4AB. Editor: Ann Poole. ISSN 1234-5679",
        "Printed and published by Wend Press, Oxley. Registered as a newspaper at the Post Office. © Wend Press 2025.",
        "Editor: Ann Poole · News desk: 01865 555 012 · Advertising: 01865 555 013",
        "The Wend Gazette is published every Thursday by Wend Press Ltd. All rights reserved.",
    ],
)
def test_an_imprint_ends_no_article(line: str) -> None:
    issue = read("# The Wend Gazette", "Thursday, May 8, 2025", "# Bridge to close", TEXT, "# Swans moved", MORE, line)
    assert "Wend" not in printed(issue).replace("over the Wend", "")
    assert "Ann Poole" not in printed(issue)
    assert MORE in printed(issue)


def test_a_text_about_publishing_is_no_imprint() -> None:
    text = (
        "The Long Field is published by Faber this week; its editor, Ann Poole, has read it nine times and found no fault in it."
    )
    assert text in printed(read("# The Wend Gazette", "Thursday, May 8, 2025", "# A book of fields", text))


@pytest.mark.parametrize(
    "name",
    [
        "THE OXLEY COURIER-TRIBUNE",
        "# The Oxley Courier-Tribune",
        "# Oxley Star-Ledger",
        "THE OXLEY PLAIN-DISPATCH",
        "# Oxley Times–Picayune",
        "# The Oxley News & Record",
        "# OXLEY POST-STANDARD",
        "# The Oxley Beacon",
    ],
)
def test_two_names_of_a_paper_are_one_masthead_and_any_name_may_be_one(name: str) -> None:
    issue = read(name, "Thursday, May 8, 2025 | Vol. 143, No. 256 | $2.50", "# Bridge to close", "**By Ann Poole**", TEXT)
    assert issue.masthead.title == name.strip("# ")
    assert printed(issue).strip() == f"Bridge to close  {TEXT}"


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("OXLEY (AP) — The bridge will close for nine weeks, the council said.", "OXLEY (AP) —"),
        ("OXLEY, Ohio - The bridge will close for nine weeks, the council said.", "OXLEY, Ohio -"),
        ("OXLEY—The bridge will close for nine weeks, the council said.", "OXLEY—"),
        ("OXLEY (Reuters)- The bridge will close for nine weeks, the council said.", "OXLEY (Reuters)-"),
        ("WEND-Oxley trains run again from Monday, the county council said.", ""),
        ("COVID-Era rules for Oxley's ferries end on Monday, the council said.", ""),
    ],
)
def test_a_hyphen_between_letters_ends_no_dateline(line: str, dateline: str) -> None:
    articles = read("# The Wend Gazette", "Thursday, May 8, 2025", "# Bridge to close", line, MORE).articles
    assert [article.dateline for article in articles if article.type != "furniture"] == [dateline]


GAZETTE = "# The Wend Gazette", "Thursday, May 8, 2025"
FRONT = *GAZETTE, "## Bridge to close", "By Ann Poole", TEXT, "## Swans moved by hand", "By Tom Bell", MORE
HEADING = "CORRECTIONS", "Correction", "Clarifications", "Obituaries", "PUBLIC NOTICES", "Notices", "News Briefs"
NOTE = "A report on Tuesday misstated the age of the mayor. She is 52."


@pytest.mark.parametrize("name", HEADING)
@pytest.mark.parametrize("form", ["{}:", "{}", "**{}:**", "## {}:"])
def test_the_heading_of_a_standing_item_below_a_rule_opens_it_with_a_colon_too(name: str, form: str) -> None:
    last, item = [article for article in read(*FRONT, "---", form.format(name), NOTE).articles if article.type != "furniture"][
        -2:
    ]
    assert ([block.text for block in last.blocks], item.title) == ([MORE], name)
    assert [block.text for block in item.blocks] == [NOTE]


@pytest.mark.parametrize("name", ["CORRECTIONS", "Clarification", "Legal Notice"])
def test_the_text_of_a_standing_item_may_follow_on_the_line_of_its_heading(name: str) -> None:
    last, item = [article for article in read(*FRONT, "---", f"{name}: {NOTE}").articles if article.type != "furniture"][-2:]
    assert ([block.text for block in last.blocks], item.type, item.title) == ([MORE], "notice", name)
    assert [block.text for block in item.blocks] == [NOTE]


def test_a_colon_within_an_article_opens_nothing() -> None:
    text = "Notice: the gates close at nine."
    issue = read(*GAZETTE, "## Bridge to close", "By Ann Poole", TEXT, text, MORE, "## Swans moved by hand", "By Tom Bell", MORE)
    titles = [article.title for article in issue.articles if article.type != "furniture"]
    assert titles == ["Bridge to close", "Swans moved by hand"]
    assert text in printed(issue)


def test_what_somebody_says_in_a_short_paragraph_is_no_title() -> None:
    said = '"We heard you," Ortega told the crowd. "Nobody up here is in a hurry to get this wrong."'
    issue = read(
        "# Bridge to close", "By Dana Whitlock", TEXT, said, "The council set a new hearing for April 10.", "# Swans moved", MORE
    )
    found = [article for article in issue.articles if article.type != "furniture"]
    assert [[block.text for block in article.blocks] for article in found] == [
        [TEXT, said, "The council set a new hearing for April 10."],
        [MORE],
    ]


def test_a_word_that_a_picture_breaks_is_whole_and_heads_nothing() -> None:
    cut = (
        "The Panthers (10-1) trailed 28-14 in the fourth quar-",
        "![](c1.png)",
        "Strand dives for the score. Photo by Jan Kowal",
    )
    issue = read(
        "## Panthers edge Rockford", "**By Marcus Bell**", TEXT, *cut, "ter before scoring twice.", "## Swans moved", MORE
    )
    first = next(article for article in issue.articles if article.title == "Panthers edge Rockford")
    assert [block.text for block in first.blocks] == [
        TEXT,
        "The Panthers (10-1) trailed 28-14 in the fourth quarter before scoring twice.",
    ]


@pytest.mark.parametrize("line", ["To place an ad, call 555-0134 or email ads@courier.example", "To subscribe call 555-0134"])
def test_the_head_of_a_page_of_advertisements_is_not_read(line: str) -> None:
    issue = read("D4 Friday, May 3, 2024 CLASSIFIEDS The Mill Town Courier", line, "# NOTICE OF PUBLIC HEARING", TEXT)
    assert [article.title for article in issue.articles if article.type != "furniture"] == ["NOTICE OF PUBLIC HEARING"]

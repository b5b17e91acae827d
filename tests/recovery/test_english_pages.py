"""English papers as they are printed: capitals, decks, wires, mottos, indexes, notes to readers, signatures of letters."""

import pytest

from audio_edition.model.issue import Article, Issue, SourceFile
from audio_edition.recovery import recover
from audio_edition.recovery.names import signature

TEXT = (
    "The bridge over the Wend will close for nine weeks from Monday while its deck is replaced, the county council said. "
    "Drivers will be sent through Oxley, which adds four miles."
)
MORE = "Two swans that had nested on the island since March were moved by volunteers at dawn, and nobody was bitten."
GAZETTE = "# The Wend Gazette", "Thursday, May 8, 2025"


def read(*parts: str) -> tuple[Issue, list[Article]]:
    issue = recover([SourceFile("issue.md", "\n\n".join(parts).encode())])
    return issue, [article for article in issue.articles if article.type != "furniture"]


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


@pytest.mark.parametrize(
    "fields",
    [
        "Vol. 132, No. 58{}Thursday, July 17, 2025{}$2.00",
        "Thursday, July 17, 2025{}No. 58{}50 cents",
        "No. 58{}July 17, 2025{}$1",
    ],
)
@pytest.mark.parametrize("between", ["          ", " | ", " · "])
@pytest.mark.parametrize(
    "place", ["\n                    Oxley Springs, Missouri", "\n\nOxley, Ohio", "\nOxley, Wend County, Ohio", ""]
)
def test_the_masthead_of_a_hard_wrapped_page(fields: str, between: str, place: str) -> None:
    head = f"                           THE WEND COUNTY LEDGER\n{fields.format(between, between)}{place}"
    issue, [bridge, swans] = read(
        head, "BRIDGE TO CLOSE FOR NINE WEEKS\n\nBy ANN POOLE", TEXT, "SWANS MOVED BY HAND\n\nBy TOM BELL", MORE
    )
    assert (issue.masthead.title, issue.masthead.date, issue.masthead.number) == ("THE WEND COUNTY LEDGER", "2025-07-17", "58")
    assert [(article.kicker, article.title) for article in (bridge, swans)] == [
        ((), "BRIDGE TO CLOSE FOR NINE WEEKS"),
        ((), "SWANS MOVED BY HAND"),
    ]


@pytest.mark.parametrize(
    ("folio", "paper"),
    [
        ("Thursday, May 8, 2025 The Wend Observer C2", "The Wend Observer"),
        ("THE WEND COURIER  |  CITY  |  Thursday, May 8, 2025", "THE WEND COURIER"),
        ("B3 · The Wend Gazette · Thursday, May 8, 2025", "The Wend Gazette"),
    ],
)
def test_a_folio_line_says_the_paper_and_the_day(folio: str, paper: str) -> None:
    issue, [bridge] = read(folio, "# Bridge to close", TEXT, TEXT)
    assert (issue.masthead.title, issue.masthead.date, bridge.kicker) == (paper, "2025-05-08", ())


def test_a_word_that_a_column_breaks_is_whole() -> None:
    at = TEXT.index("placed")
    _, [bridge] = read(*GAZETTE, "# Bridge to close", f"{TEXT[:at]}pla-", TEXT[at + 3 :])
    assert texts(bridge) == [TEXT]


def test_a_title_in_capitals_has_its_deck_in_small_letters() -> None:
    head = "THE WEND COUNTY LEDGER\nThursday, July 17, 2025   No. 58   $2.00"
    deck = "Detour through Oxley adds four miles for drivers"
    stories = (
        (f"BRIDGE TO CLOSE FOR NINE WEEKS FROM MONDAY, 12-9\n{deck}", "By ANN POOLE", TEXT),
        (
            "SWANS MOVED BY HAND",
            "By TOM BELL",
            MORE,
        ),
    )
    _, found = read(head, *stories[0], *stories[1])
    assert [(article.kicker, article.title, article.subtitle) for article in found] == [
        ((), "BRIDGE TO CLOSE FOR NINE WEEKS FROM MONDAY, 12-9", deck),
        ((), "SWANS MOVED BY HAND", ""),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By the Wire Services", ()),
        ("By the Associated Press", ()),
        ("BY THE ASSOCIATED PRESS", ()),
        ("By Staff Reports", ()),
        ("From wire reports", ()),
        ("From staff and wire reports", ()),
        ("Combined Wire Services", ()),
        ("By Gary Pell at Bank Lane", ("Gary Pell",)),
        ("By Ann Poole in New York", ("Ann Poole",)),
        ("By Ann Poole, Chief Reporter, at the Old Bailey", ("Ann Poole",)),
    ],
)
def test_who_sent_it_and_from_where_is_a_byline(line: str, names: tuple[str, ...]) -> None:
    found = signature(line)
    assert found is not None
    assert (found.names, found.told, found.photo) == (names, True, False)
    _, [bridge, _] = read(*GAZETTE, "## Bridge to close", f"**{line}**", TEXT, "## Swans moved by hand", MORE)
    assert (bridge.title, [byline.printed for byline in bridge.bylines]) == ("Bridge to close", [line])


@pytest.mark.parametrize(
    "line", ["By the numbers", "Reports", "Wire fraud reports rise", "The Associated Press sells its archive"]
)
def test_a_title_that_speaks_of_wires_and_reports_is_none(line: str) -> None:
    assert signature(line) is None


@pytest.mark.parametrize(
    "motto",
    [
        "*Serving Oxley and the Wend Vale since 1868*",
        "Serving the people of the Wend Vale",
        "The voice of Oxley",
        "Your independent weekly newspaper since 1921",
        "Incorporating the Oxley Mercury",
        "*Oxley's favourite newspaper*",
    ],
)
@pytest.mark.parametrize("behind", [("![](images/p1.jpg)",), ()])
def test_a_motto_is_of_the_masthead(motto: str, behind: tuple[str, ...]) -> None:
    stories = "## Bridge to close", "By Ann Poole", TEXT, "## Swans moved by hand", MORE
    _, found = read("Thursday, May 8, 2025 | No. 48,213 | £1.60", "# The Wend Gazette", motto, *behind, *stories)
    assert [(article.kicker, article.title) for article in found] == [((), "Bridge to close"), ((), "Swans moved by hand")]


def test_a_headline_on_who_serves_is_no_motto() -> None:
    _, found = read(*GAZETTE, "## Serving officers to get a rise", "By Ann Poole", TEXT, "## Swans moved by hand", MORE)
    assert [article.title for article in found] == ["Serving officers to get a rise", "Swans moved by hand"]


@pytest.mark.parametrize(
    "head", ["**ABOVE:**", "LEFT:", "**Right:**", "PICTURED:", "Below left:", "Far right:", "*Main picture:*"]
)
def test_a_caption_that_says_where_its_picture_is(head: str) -> None:
    caption = f"{head} Mrs Janet Holroyd outside the town hall yesterday. *Picture: Dan Sharples*"
    _, [bridge, _] = read(
        *GAZETTE, "![](p1.jpg)", caption, "## Bridge to close", "By Ann Poole", TEXT, "## Swans moved by hand", MORE
    )
    assert (bridge.title, bridge.captions, texts(bridge)) == ("Bridge to close", (caption.replace("*", ""),), [TEXT])


@pytest.mark.parametrize(
    "index",
    [
        "INSIDE: Letters 2 • Weather 2 • Business 3 • Sport 3",
        "Inside today: Opinion A4 | Arts B1 | Sports C1-4",
        "**INSIDE**  Letters, page 2; Weather, page 2; Sport, page 3",
        "Index: Letters 2, Weather 2, Sport 3",
        "## INSIDE\n\nOpinion A4 | Obituaries A5 | Sports B1 | Comics C4",
        "## INSIDE\n\n| Business | B4 |\n|---|---|\n| Classified | C6 |\n| Obituaries | A5 |",
    ],
)
def test_the_index_of_a_paper_on_one_line_is_not_read(index: str) -> None:
    _, [bridge, swans] = read(*GAZETTE, "## Bridge to close", "By Ann Poole", TEXT, "## Swans moved by hand", MORE, "---", index)
    assert (texts(bridge), texts(swans)) == ([TEXT], [MORE])


def test_what_stands_inside_is_text_where_no_pages_are_named() -> None:
    text = "Inside: two chairs, a table and a swan."
    _, [bridge] = read(*GAZETTE, "## Bridge to close", "By Ann Poole", TEXT, text)
    assert texts(bridge) == [TEXT, text]


NOTES = (
    "*Write to: The Editor, Wend Gazette, 14 Market St, Oxley OX1 4QR, or email letters@wend.example. "
    "We reserve the right to edit letters.*",
    "Letters should be no more than 200 words. Please include your name and address.",
    "Send your letters to the editor at letters@wend.example; we reserve the right to shorten them.",
)
LETTERS = (
    "SIR – Your report on the No 36 bus will have surprised nobody. When one did arrive, it was full. What are we paying for?",
    MORE,
)


@pytest.mark.parametrize("note", [*NOTES, ""])
@pytest.mark.parametrize("name", ["**{}**\n{}", "{}\n{}"])
def test_letters_stand_under_their_section_and_are_signed(note: str, name: str) -> None:
    signed = name.format("Mrs D. Pickering", "Oxley"), name.format("Prof Edwin Clegg", "Harrow Vale")
    letters = (
        "# Letters",
        *filter(None, [note]),
        "## Buses that never come",
        LETTERS[0],
        signed[0],
        "## Swans",
        LETTERS[1],
        signed[1],
    )
    _, found = read(
        *GAZETTE, "# Business", "## Loom maker spins profit", "By Ann Poole", TEXT, *letters, "# Weather", "## Bright start", MORE
    )
    assert [(article.kicker, article.title) for article in found] == [
        (("Business",), "Loom maker spins profit"),
        (("Letters",), "Buses that never come"),
        (("Letters",), "Swans"),
        (("Weather",), "Bright start"),
    ]
    assert [[byline.names for byline in article.bylines] for article in found[1:3]] == [
        [("Mrs D. Pickering",)],
        [("Prof Edwin Clegg",)],
    ]
    assert [texts(article) for article in found] == [[TEXT], [LETTERS[0]], [LETTERS[1]], [MORE]]


def test_a_forecast_under_the_name_of_its_section_keeps_all_its_paragraphs() -> None:
    forecast = "TODAY will start dry and bright, with cloud from the west by midday.", "Tomorrow: Sunny spells. Sunset 6.02pm."
    _, found = read(
        *GAZETTE,
        "# Sport",
        "## Town strike late",
        "By Ann Poole",
        TEXT,
        "# Weather",
        "## Bright start, with snow later",
        *forecast,
    )
    assert [(article.kicker, article.title, article.read) for article in found] == [
        (("Sport",), "Town strike late", "full"),
        (("Weather",), "Bright start, with snow later", "full"),
    ]
    assert texts(found[1]) == list(forecast)


def test_the_name_of_the_only_section_is_no_title_either() -> None:
    stories = "## Bridge to close", TEXT, "## Swans moved by hand", MORE
    _, found = read(*GAZETTE, *stories, "# Weather", "## Bright start, with snow later", MORE)
    assert [(article.kicker, article.title) for article in found] == [
        ((), "Bridge to close"),
        ((), "Swans moved by hand"),
        (("Weather",), "Bright start, with snow later"),
    ]


def test_where_a_picture_is_is_said_beside_one() -> None:
    text = "Left: two chairs, a table and a swan."
    _, [bridge] = read(*GAZETTE, "## Bridge to close", "By Ann Poole", TEXT, text)
    assert (texts(bridge), bridge.captions) == ([TEXT, text], ())


@pytest.mark.parametrize("title", ["The highest prices since 2019", "Serving soldiers to get a rise", "A weekly shop costs more"])
def test_a_first_headline_is_no_motto(title: str) -> None:
    _, found = read("THE WEND COUNTY LEDGER", "Thursday, July 17, 2025 | No. 58 | $2.00", title, "By Ann Poole", TEXT)
    assert [article.title for article in found] == [title]


def test_a_columnist_who_is_named_above_a_column_signs_no_text_above() -> None:
    head = "**Ann Poole**\nOpinion"
    _, found = read(*GAZETTE, "## Bridge to close", "By Tom Bell", TEXT, head, "## Let the swans be", MORE)
    assert "Ann Poole" not in found[0].credit


def test_an_imprint_of_the_mails_ends_no_article() -> None:
    imprint = (
        "The Wend County Ledger (USPS 412-880) is published weekly\nby Ledger Publishing Co., P.O. Box 88, Oxley, MO 65700.\n"
        "Periodicals postage paid at Oxley, Mo."
    )
    _, found = read(*GAZETTE, "## Bridge to close", TEXT, "## Swans moved by hand", MORE, "-" * 60 + "\n" + imprint)
    assert [texts(article) for article in found] == [[TEXT], [MORE]]


@pytest.mark.parametrize("ear", ["TODAY: Partly cloudy. High 64, low 41. Details, B6", "Sun, then rain. Full forecast, page 8"])
def test_what_stands_in_the_corner_of_a_page_is_no_article(ear: str) -> None:
    caption = "▲ Mrs Janet Holroyd outside the town hall yesterday. DAN SHARPLES/THE GAZETTE"
    _, [bridge] = read(*GAZETTE, ear, "![](p1.jpg)", caption, "## Bridge to close", "By Ann Poole", TEXT)
    assert (bridge.title, bridge.captions, texts(bridge)) == ("Bridge to close", (caption,), [TEXT])


@pytest.mark.parametrize(
    "story", ["Council backs budget cuts, in spite of the rain. Story, A3", "Council backs cuts. See page 3"]
)
def test_a_pointer_to_a_story_at_the_head_of_a_page_is_no_corner(story: str) -> None:
    articles = read(*GAZETTE, story, "## Bridge to close", "By Ann Poole", TEXT)[1]
    assert [article.title for article in articles][-1] == "Bridge to close"
    assert story.partition(".")[0] in str(articles[0])


@pytest.mark.parametrize(
    "post", ["FOR THE GAZETTE", "For the Mercury", "Special to the Gazette", "Gazette Sports", "Wend Gazette"]
)
def test_for_whom_a_writer_works_is_of_the_byline(post: str) -> None:
    _, [bridge] = read(*GAZETTE, "## Bridge to close", "BY ANN POOLE", post, TEXT)
    assert [(byline.printed, byline.names) for byline in bridge.bylines] == [("BY ANN POOLE", ("ANN POOLE",)), (post, ())]
    assert texts(bridge) == [TEXT]


def test_a_header_below_a_byline_is_none() -> None:
    _, [bridge] = read(*GAZETTE, "## Bridge to close", "By Ann Poole", "### For the Record", TEXT)
    assert [byline.printed for byline in bridge.bylines] == ["By Ann Poole"]


@pytest.mark.parametrize("word", ["ADVERTISEMENT", "PAID ADVERTISEMENT", "Advertisement", "Sponsored content"])
def test_an_advertisement_is_known_by_its_word_and_ends_before_the_index(word: str) -> None:
    offer = ("FALL TIRE SALE", "Buy 3, get 1 free! All major brands.", "Hank's Auto, 412 Main St., 555-0142")
    _, [bridge, tires] = read(*GAZETTE, "## Bridge to close", TEXT, word, *offer, "## INSIDE", "Opinion A4 | Sports B1 | Arts C2")
    assert (bridge.type, tires.type, tires.read) == ("article", "ad", "skip")
    assert texts(tires) == [*offer[1:]]


def test_a_recipe_is_one_article() -> None:
    ingredients = ("6 medium apples, peeled and sliced", "1 1/2 cups cranberries", "3/4 cup brown sugar", "½ teaspoon cinnamon")
    steps = ("1. Heat the oven to 375 degrees.", "2. Toss apples and cranberries with half of the sugar.")
    crisp = (
        "## Apple crisp",
        "Makes 8 servings.",
        "### Ingredients",
        *ingredients,
        "### Directions",
        *steps,
        "— Gazette test kitchen",
    )
    _, [_, recipe, _] = read(*GAZETTE, "## Bridge to close", TEXT, *crisp, "## Swans moved by hand", MORE)
    assert (recipe.title, recipe.credit) == ("Apple crisp", "— Gazette test kitchen")
    assert texts(recipe) == ["Makes 8 servings.", "Ingredients", *ingredients, "Directions", *steps]


def test_a_column_of_corrections_is_no_part_of_a_recipe() -> None:
    _, articles = read(*GAZETTE, "## Bridge to close", "By Ann Poole", TEXT, "---", "## For the Record", MORE)
    assert [article.title for article in articles] == ["Bridge to close", "For the Record"]


def test_the_heading_above_how_to_write_to_a_paper_is_not_read() -> None:
    letters = ("## Letters", "### Buses that never come", LETTERS[0], "**Dev Patel**\nMarion", "### How to submit", NOTES[1])
    _, found = read(*GAZETTE, "## Bridge to close", "By Ann Poole", TEXT, *letters)
    assert [article.title for article in found] == ["Bridge to close", "Buses that never come"]


def test_a_day_before_a_dash_belongs_to_its_text() -> None:
    log = ("**July 2** — A man on Oak Street reported that his goat was on a car.", "**July 4** — Seven calls about fireworks.")
    _, [_, police] = read(*GAZETTE, "## Bridge to close", "By Ann Poole", TEXT, "## Police log", *log)
    assert (police.subtitle, texts(police)) == ("", [line.replace("*", "") for line in log])


def test_an_invitation_to_send_news_is_not_read() -> None:
    _, [bridge] = read(*GAZETTE, "## Bridge to close", "By Ann Poole", TEXT, "Have news? Email editor@argus.example")
    assert texts(bridge) == [TEXT]


@pytest.mark.parametrize(
    ("letter", "rest", "text"),
    [
        ("T", TEXT[1:], TEXT),
        ("# T", TEXT[1:], TEXT),
        ("**T**", "HE bridge" + TEXT[10:], "THE bridge" + TEXT[10:]),
        ("A", f"fter a wet spring, {TEXT[0].lower()}{TEXT[1:]}", f"After a wet spring, {TEXT[0].lower()}{TEXT[1:]}"),
        ("A", f"new deck is laid. {TEXT}", f"A new deck is laid. {TEXT}"),
    ],
)
def test_a_drop_cap_is_the_first_letter_of_its_text(letter: str, rest: str, text: str) -> None:
    _, [article] = read(*GAZETTE, "# Bridge to close for nine weeks", letter, rest, MORE)
    assert (article.title, texts(article)) == ("Bridge to close for nine weeks", [text, MORE])


@pytest.mark.parametrize("line", ["CONTINUED ON » PAGE 10", "CONTINUED ON PAGE 10", "Continued on > Page 10", "Continued on A10"])
def test_a_sign_may_point_to_the_page_on_which_an_article_goes_on(line: str) -> None:
    _, (first, second) = read(*GAZETTE, "# Bridge to close for nine weeks", TEXT, line, "# Swans moved at dawn", MORE)
    assert (first.jump and first.jump.page, texts(first), second.kicker) == (10, [TEXT], ())


def test_figures_under_their_heading_are_signed_by_nobody() -> None:
    _, found = read(*GAZETTE, "# Bridge to close for nine weeks", TEXT, "# BY THE NUMBERS", "Nine weeks, four miles, one bridge.")
    assert not any(byline.names for article in found for byline in article.bylines)


@pytest.mark.parametrize(
    "line",
    ["Thursday, May 8, 2025 | Serving Wend County since 1889 | $1.50", "VOL. XXXI. WEND, KANSAS, THURSDAY, MAY 8, 2025. NO. 32"],
)
def test_what_stands_beside_the_day_is_of_the_masthead(line: str) -> None:
    issue, [article] = read("# The Wend Gazette", line, "# Bridge to close", TEXT)
    assert (issue.masthead.date, article.title, article.kicker) == ("2025-05-08", "Bridge to close", ())


def test_titles_in_capitals_are_all_titles() -> None:
    _, found = read(*GAZETTE, "### BRIDGE TO CLOSE", TEXT, "### SWANS MOVED", MORE)
    assert [article.title for article in found] == ["BRIDGE TO CLOSE", "SWANS MOVED"]

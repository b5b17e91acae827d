"""Pages of lettered sections keep their letter: A1 is not B1 in the order of pages, for jumps, captions, the structure file."""

import pytest

from audio_edition.model.errors import IssueError
from audio_edition.model.issue import Article, Issue, SourceFile
from audio_edition.model.passage import passages
from audio_edition.recovery import recover
from audio_edition.recovery.structure import structure_file

from .conftest import CASES, files_of

DAY = "2024年6月5日 星期三"
TEXT = "仓库在铁路边上，空了十几年。去年秋天，三个唱木偶戏的老人租下它，自己刷墙，自己搭台，头一场来了四十个孩子。"
LAST = "桥通车那天，摆渡的老龙把缆绳收进屋里。他说水还是那条水，人都从天上走了，他得学着在岸上睡觉。"


def read(pages: dict[str, str]) -> Issue:
    return recover([SourceFile(name, text.encode()) for name, text in pages.items()])


def told(issue: Issue) -> list[tuple[str, str]]:
    return [(article.page_name, article.title) for article in issue.articles if article.type != "furniture"]


PENINSULA = [
    ("A1", "東區走廊下月起通宵封路"),
    ("A1", "離島渡輪加班疏導遊人"),
    ("A2", "將軍澳新圖書館試業"),
    ("A2", "天文台：周五轉涼"),
    ("B1", "九月零售額跌幅收窄"),
    ("B2", "舊戲院裏的放映員"),
]
BOROUGH = [
    ("A1", "Bridge to Close for Nine Weeks"),
    ("A1", "Swans Moved by Hand"),
    ("A2", "School Board Delays Vote on Bells"),
    ("B1", "Library Adds Sunday Hours"),
    ("B2", "Orchard Opens Gates to Pickers"),
]
CASE = {"peninsula": PENINSULA, "borough": BOROUGH}
CASE_FOLDERS = {"peninsula": CASES / "peninsula", "borough": CASES.parent / "lettered" / "borough"}
NAMES = ("A1", "A2", "B1", "B2")


def renamed(case: str, names: tuple[str, ...]) -> list[SourceFile]:
    return [SourceFile(name, file.content) for name, file in zip(names, files_of(CASE_FOLDERS[case]), strict=True)]


@pytest.mark.parametrize("case", CASE)
@pytest.mark.parametrize("names", ["page{}.md", "{}.md", "20240605_{}.md", "2024-06-05-page{}.md"])
@pytest.mark.parametrize("lettered", [False, True])
def test_articles_stand_on_the_pages_of_their_sections(case: str, names: str, lettered: bool) -> None:
    counted = NAMES if lettered else ("1", "2", "3", "4")
    issue = recover(renamed(case, tuple(names.format(name) for name in counted)))
    assert told(issue) == CASE[case]
    assert len({article.page for article in issue.articles}) == 4


@pytest.mark.parametrize("case", CASE)
@pytest.mark.parametrize("mark", ["<!-- page {} -->", "## Page {}", "--- Page {} ---"])
def test_marks_in_one_file_name_the_pages_of_sections(case: str, mark: str) -> None:
    pages = zip(NAMES, files_of(CASE_FOLDERS[case]), strict=True)
    whole = "\n\n".join(f"{mark.format(name)}\n\n{file.content.decode()}" for name, file in pages)
    assert told(read({"issue.md": whole})) == CASE[case]


@pytest.mark.parametrize("case", CASE)
def test_one_file_is_cut_where_the_folio_lines_name_another_section(case: str) -> None:
    whole = "\n\n".join(file.content.decode() for file in files_of(CASE_FOLDERS[case]))
    assert told(read({"issue.md": whole})) == CASE[case]


@pytest.mark.parametrize("case", CASE)
def test_a_jump_between_sections_is_followed(case: str) -> None:
    issue = recover(files_of(CASE_FOLDERS[case]))
    first = next(article for article in issue.articles if article.type == "article")
    assert (len(first.blocks), first.jump) == (2, None)
    assert not {"S201", "S202"} & {finding.code for finding in issue.findings}


@pytest.mark.parametrize("case", CASE)
def test_pages_that_come_from_the_last_to_the_first_are_put_in_order(case: str) -> None:
    pages = reversed([f"{{{at}}}------\n\n{file.content.decode()}" for at, file in enumerate(files_of(CASE_FOLDERS[case]), 1)])
    issue = read({"issue.md": "\n\n".join(pages)})
    assert told(issue) == CASE[case]
    assert not {"S201", "S202"} & {finding.code for finding in issue.findings}


def test_captions_stay_in_their_section() -> None:
    issue = recover(files_of(CASES / "peninsula"))
    assert {article.title: article.captions[0][2:8] for article in issue.articles if article.captions} == {
        "將軍澳新圖書館試業": "兒童閱讀區昨",
        "九月零售額跌幅收窄": "銅鑼灣商店昨",
    }


def front(jump: str) -> str:
    return f"A1 要闻 河西晚报 {DAY}\n\n# 旧仓库里办起了木偶戏\n\n{TEXT}台下\n\n{jump}"


def inside(name: str) -> str:
    return f"{name} 生活 河西晚报 {DAY}\n\n# 渡船停了以后\n\n{LAST}"


@pytest.mark.parametrize(
    ("jump", "page", "name"), [("（下转C1版）", 1, "C1"), ("（下转B07版）", 7, "B7"), ("（下转第3版）", 3, "3")]
)
def test_a_jump_that_leads_out_of_the_input_names_its_section(jump: str, page: int, name: str) -> None:
    issue = read({"page1.md": front(jump), "page2.md": inside("B1")})
    (found,) = (article.jump for article in issue.articles if article.jump)
    assert (found.page, found.page_name) == (page, name)


def test_a_page_without_a_letter_among_pages_that_number_alike_keeps_the_number_of_its_file() -> None:
    plain = f"# 无报眉的一版\n\n{LAST}"
    pages = {"page1.md": front(""), "page2.md": plain, "page3.md": inside("B1"), "page4.md": inside("B2")}
    assert [name for name, _ in told(read(pages))] == ["A1", "2", "B1", "B2"]


def test_a_front_page_with_a_masthead_for_a_folio_line_is_a1() -> None:
    head = f"# 河西晚报\n\n{DAY} 第10283期 今日16版\n\n## 旧仓库里办起了木偶戏\n\n{TEXT}"
    assert told(read({"page1.md": head, "page2.md": inside("A4"), "page3.md": inside("B1")}))[0][0] == "A1"
    assert told(read({"page1.md": head, "page2.md": inside("B1")}))[0][0] == "1"


def test_pages_without_letters_have_no_label() -> None:
    issue = read({"page1.md": f"第1版 要闻 {DAY}\n\n# 甲\n\n{TEXT}", "page2.md": f"第2版 要闻 {DAY}\n\n# 乙\n\n{LAST}"})
    assert {article.label for article in issue.articles} == {""}
    assert b"label" not in structure_file(issue)


@pytest.mark.parametrize("case", CASE)
def test_the_structure_file_keeps_letters(case: str) -> None:
    issue = recover(files_of(CASE_FOLDERS[case]))
    written = recover([SourceFile("structure.md", structure_file(issue))])
    assert told(written) == CASE[case]
    assert written.articles == issue.articles
    assert all(any(passages(article)) for article in written.articles if article.type == "article")


def test_a_jump_keeps_its_letter_in_the_structure_file() -> None:
    issue = read({"page1.md": front("（下转C1版）"), "page2.md": inside("B1")})
    assert recover([SourceFile("structure.md", structure_file(issue))]).articles == issue.articles


def test_a_label_that_is_no_page_is_an_error_that_names_the_article() -> None:
    text = structure_file(Issue(articles=(Article("a", title="甲", label="B1"),))).decode().replace("label: B1", "label: <b>")
    with pytest.raises(IssueError, match=r"structure\.md:\d+.*label"):
        recover([SourceFile("structure.md", text.encode())])


@pytest.mark.parametrize(
    "folio", ["B03 生活", "B3", "B3 | 生活", "河西晚报 | B3", "B3 副刊 2024年6月5日 星期三 河西晚报", "B3 2024年6月5日"]
)
def test_the_first_line_of_a_page_names_its_section(folio: str) -> None:
    pages = {"page1.md": front(""), "page2.md": f"{folio}\n\n# 渡船停了以后\n\n{LAST}"}
    assert [name for name, _ in told(read(pages))] == ["A1", "B3"]


def test_a_list_of_contents_at_the_end_of_a_page_does_not_name_it() -> None:
    contents = "导读\n\n渔港里的新市场开张 B5\n\n渡船停了以后 B3\n\nB2"
    assert told(read({"page1.md": f"{front('')}\n\n{contents}", "page2.md": inside("B1")}))[0][0] == "A1"
    assert told(read({"page1.md": f"# 甲\n\n{TEXT}\n\n{contents}"}))[0][0] == "1"

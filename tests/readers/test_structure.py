"""The structure file is lossless, and an editor can write in it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audio_edition.model.errors import IssueError
from audio_edition.model.finding import Finding
from audio_edition.model.issue import Article, Block, Byline, Issue, Jump, Masthead, Note, SourceFile, SourceSpan
from audio_edition.readers.structure import is_edited
from audio_edition.recovery import recover
from audio_edition.recovery.structure import structure_file

texts = st.text(st.sampled_from("文明 #->|!{}[]\\`*_\n\rQA:1.“”《a-->"), min_size=1, max_size=12) | st.text(
    min_size=1, max_size=20
)
spans = st.lists(st.builds(SourceSpan, texts, st.integers(0, 9), st.integers(0, 9)), max_size=2).map(tuple)
lines = st.lists(texts, min_size=1, max_size=3).map(tuple)
sure = st.sampled_from((1.0, 0.5, 0.25))
blocks = st.one_of(
    st.builds(Block, st.sampled_from(("paragraph", "heading", "note")), text=texts, spans=spans, confidence=sure),
    st.builds(Block, st.sampled_from(("question", "answer")), text=texts, who=texts, spans=spans),
    st.builds(Block, st.sampled_from(("verse", "list")), lines=lines, spans=spans),
    st.builds(Block, st.just("table"), rows=st.lists(lines, min_size=1, max_size=3).map(tuple)),
)
articles = st.builds(
    Article,
    id=st.uuids().map(lambda id: id.hex),
    type=st.sampled_from(("article", "brief", "teaser", "furniture")),
    page=st.integers(0, 99),
    label=st.sampled_from(("", "A1", "B12")),
    section=st.just("") | texts,
    kicker=st.just(()) | lines,
    title=st.just("") | texts,
    subtitle=st.just("") | texts,
    bylines=st.lists(st.builds(Byline, texts, st.just(()) | lines), max_size=2).map(tuple),
    dateline=st.just("") | texts,
    blocks=st.lists(blocks, max_size=4).map(tuple),
    captions=st.just(()) | lines,
    credit=st.just("") | texts,
    jump=st.none() | st.builds(Jump, st.integers(0, 99), texts) | st.builds(Jump, st.just(7), texts, st.just("B7")),
    read=st.sampled_from(("full", "brief", "skip")),
    lang=st.sampled_from(("", "en")),
    confidence=sure,
)
findings = st.lists(st.builds(Finding, texts, texts, texts), max_size=2).map(tuple)
issues = st.builds(
    Issue,
    masthead=st.builds(Masthead, title=st.just("") | texts, date=st.just("2023-11-08"), pages=st.integers(0, 64)),
    lang=st.sampled_from(("zh-CN", "en")),
    articles=st.lists(articles, max_size=3).map(tuple),
    findings=findings,
    files=st.just(()) | lines,
)


def read_back(content: bytes) -> Issue:
    return recover([SourceFile("structure.md", content)])


@settings(max_examples=60)
@given(issues)
def test_what_was_written_reads_back_equal(issue: Issue) -> None:
    assert read_back(structure_file(issue)) == issue


@settings(max_examples=60)
@given(texts, st.data())
def test_notes_read_back_at_their_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    note = Note("body-0", start, end, data.draw(texts))
    issue = Issue(articles=(Article("a", blocks=(Block(text=text),), notes=(note,)),))
    assert read_back(structure_file(issue)) == issue


def test_an_editor_writes_notes_and_changes_texts() -> None:
    issue = Issue(
        articles=(Article("a", title="应县胜了", blocks=(Block(text="以2-3落败。", spans=(SourceSpan("p.md", 0, 7),)),)),)
    )
    written = structure_file(issue)
    edited = written.decode().replace("# 应县胜了", "# {应县|ying4 xian4}败了").replace("以2-3落败", "以{2-3|二比三}告负")
    [article] = read_back(edited.encode()).articles
    assert article.title == "应县败了"
    assert article.notes == (Note("body-0", 1, 4, "二比三"), Note("title", 0, 2, "ying4 xian4"))
    assert article.blocks == (Block(text="以2-3告负。"),)
    assert (is_edited(written), is_edited(edited.encode())) == (False, True)


def test_an_editor_adds_an_article() -> None:
    blocks = ("正文第一段。", "## 小标题", "> 编者按。", "- 甲\n- 乙", "Q[记者] 问？", "A[王某] 答。")
    text = "\n\n".join(("---\nformat: audio-edition-structure/1\n---", "# 新的一篇", *blocks))
    [article] = read_back(text.encode()).articles
    assert [block.type for block in article.blocks] == ["paragraph", "heading", "note", "list", "question", "answer"]
    assert article.id.startswith("p01-")


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("- titel: 甲", r"structure.md:5: `- titel: 甲`: unknown field"),
        ("- page: eins", r"structure.md:5: .*page"),
        ("- type: novel", r"structure.md:5: .*type"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(field: str, message: str) -> None:
    text = f"---\nformat: audio-edition-structure/1\n---\n\n# 题\n\n- id: a\n{field}\n\n正文。\n"
    with pytest.raises(IssueError, match=message):
        read_back(text.encode())


@pytest.mark.parametrize("day", ["2023-02-30", "20230228", "../../x"])
def test_a_date_that_is_no_day_is_refused(day: str) -> None:
    with pytest.raises(IssueError, match=rf"^structure\.md: date: {re.escape(day)} is no day: write YYYY-MM-DD$"):
        read_back(f"---\nformat: audio-edition-structure/1\ndate: {day}\n---\n\n# 题\n\n正文。\n".encode())


@pytest.mark.parametrize(
    "content", ["# 没有了头\n\n正文在此。", "\n---\nformat: audio-edition-structure/1\n---\n\n# 题\n\n正文。"]
)
def test_a_structure_file_without_its_head_is_no_page(content: str) -> None:
    pages = [SourceFile("page01.md", "# 题\n\n正文。".encode()), SourceFile("structure.md", content.encode())]
    with pytest.raises(IssueError, match=r"^structure\.md: does not begin with `---` and `format: audio-edition-structure/1`"):
        recover(pages)

"""Hostile pages: no crash, no hang, and what is left out is reported."""

import re

import pytest

from audio_edition.model.errors import IssueError
from audio_edition.model.issue import SourceFile
from audio_edition.recovery import fields, folding, furniture, imprints, recover
from audio_edition.recovery.jumps import JUMP, RESUME
from audio_edition.recovery.misprints import _LETTERS
from tests.growth import growth

TEXT = "今年以来,市金融办深入贯彻落实省、市决策部署,以开展首贷户拓展专项行动为抓手,持续强化金融要素服务保障能力。"
PAGES = {
    "one long line": TEXT * 20_000,
    "headings": "\n".join(f"# 标题第{number}号今天发生\n\n{TEXT}" for number in range(800)),
    "deep tags": "<div>" * 20_000 + "好" + "</div>" * 20_000,
    "unclosed tables": "<table>\n" * 3_000,
    "unclosed comments": "<!--" * 20_000,
    "unclosed pictures": "![" * 20_000,
    "stars": "*" * 100_000,
    "brackets": "（" * 100_000,
    "names": "\n".join("王荣 王晓丽" for _ in range(500)),
    "jumps": "\n\n".join(f"# 题目{number}\n\n{TEXT}(下转第{number % 9 + 1}版)" for number in range(400)),
    "resumes": "\n\n".join(f"# 题目{number}\n\n(上接第{number % 9 + 1}版){TEXT}" for number in range(400)),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_or_refused(name: str) -> None:
    try:
        findings = recover([SourceFile("page01.md", PAGES[name].encode())]).findings
    except IssueError:
        findings = ()
    assert not [finding for finding in findings if finding.code in ("S401", "S402")]


def test_the_lines_of_a_paragraph_are_joined_in_even_time() -> None:
    assert growth(lambda lines: recover([SourceFile("page01.md", b"# Ferry\n\n" + b"a\n" * lines)]), 2000) < 8


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (fields.URL, "1."),
        (fields.URL, "1-"),
        (fields.URL, "a-"),
        (fields.EDITORS, "版"),
        (fields.CONTACT, "本版"),
        (furniture._CALL, "一"),
        (imprints._LETTERS, "a."),
        (_LETTERS, "1"),
        (folding._FIGURES, "1"),
        (fields.LUNAR, " "),
        (fields.REGISTRATION, " "),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_pattern_reads_a_long_line_in_even_time(pattern: re.Pattern[str], text: str) -> None:
    assert growth(lambda times: pattern.findall(text * times), 4000) < 8


@pytest.mark.parametrize("words", ["农历 月", "售价 x", "编辑 x", "编辑:王芳 x", "电话 x", "摄影 x", "第 期"])
def test_a_wide_gap_in_a_folio_line_costs_no_more_than_its_width(words: str) -> None:
    assert growth(lambda width: fields.tile(words.replace(" ", " " * width)), 20_000) < 8


@pytest.mark.parametrize("text", ["“{}", "上接第3{}x", "下转第3{}x"])
def test_a_wide_gap_beside_a_jump_costs_no_more_than_its_width(text: str) -> None:
    assert growth(lambda width: (RESUME.match(text.format(" " * width)), JUMP.match(text.format(" " * width))), 5000) < 8


def test_what_is_too_long_is_reported() -> None:
    issue = recover([SourceFile("page01.md", PAGES["one long line"].encode())])
    assert [finding.code for finding in issue.findings if finding.severity == "error"] == ["S403"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.md", b""),
        ("blank.md", b" \n\n"),
        ("latin.md", "Élève à l'école. ".encode("latin-1") * 40),
        ("utf16.md", "朔州日报".encode("utf-16")),
        ("page.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"),
        ("bomb.xml", b'<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item><title>&a;</title></item></channel></rss>'),
        ("broken.xml", b"<rss><channel>"),
        ("open.xml", b"<rss><channel><title><![CDATA[a\n<p>b"),
        ("deep_content_list.json", b'[{"type":"text","page_idx":' + b"[" * 5000),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(name: str, content: bytes) -> None:
    with pytest.raises(IssueError, match=rf"^{name}: [^\n]+$"):
        recover([SourceFile(name, content)])


def test_a_byte_that_does_not_decode_costs_one_sign() -> None:
    issue = recover([SourceFile("page01.md", f"# 标题\n\n{TEXT}".encode()[:-30] + b"\xff" + "好。".encode())])
    assert "R101" in {finding.code for finding in issue.findings}

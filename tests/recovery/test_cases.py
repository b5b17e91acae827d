"""Issues of many papers, layouts and parsers become what a person says they are."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.recovery import recover
from audio_edition.recovery.gold import as_gold

from .conftest import CASES, files_of, gold_of
from .rerender import RENDERINGS, cut_columns

NAMES = sorted(path.name for path in CASES.iterdir())
MARKDOWN = [
    name for name in NAMES if all(path.suffix in (".md", ".txt") for path in (CASES / name).iterdir() if path.name != "gold.json")
]
BY_MARKS = ("willow",)
"""Issues where a column's name and a title are of one form: nothing but their marks tells which is which."""


def told(files: list[SourceFile]) -> list[dict[str, Any]]:
    return items(json.loads(msgspec.json.encode(as_gold(recover(files)))))


def items(issue: dict[str, Any]) -> list[dict[str, Any]]:
    return [item for item in issue["items"] if item.get("read") != "skip" and item["type"] != "furniture"]


def plain(*texts: str) -> str:
    return re.sub(r"^[—-]+|[\s]", "", "".join(texts))


def content(item: dict[str, Any]) -> str:
    rows = (
        " ".join((block.get("x", ""), *block.get("lines", ()), *(cell for row in block.get("rows", ()) for cell in row)))
        for block in item["body"]
    )
    return plain(*rows)


def key(item: dict[str, Any]) -> tuple[str, str]:
    return plain(item.get("title") or ""), content(item)


@pytest.mark.parametrize("name", NAMES)
def test_articles_and_their_texts_are_recovered(name: str) -> None:
    found = {key(item) for item in told(files_of(CASES / name))}
    missing = [item for item in items(gold_of(CASES / name)) if key(item) not in found]
    assert not missing


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("field", ["kicker", "subtitle", "dateline"])
def test_headers_are_recovered(name: str, field: str) -> None:
    found = {key(item): plain(*(item.get(field) or "")) for item in told(files_of(CASES / name))}
    expected = {key(item): plain(*(item.get(field) or "")) for item in items(gold_of(CASES / name))}
    assert {title: found.get(title) for title in expected} == expected


@pytest.mark.parametrize("name", NAMES)
def test_what_must_not_be_read_is_not(name: str) -> None:
    read = json.dumps(
        [{**item, "byline": "", "dateline": "", "credit": ""} for item in told(files_of(CASES / name))], ensure_ascii=False
    )
    assert not [text for text in gold_of(CASES / name)["must_not_read"] if text in read]


@pytest.mark.parametrize("rendering", RENDERINGS)
def test_other_parsers_leave_the_same_articles(rendering: str) -> None:
    names = [name for name in MARKDOWN if name not in BY_MARKS]
    shares = [share(name, rendering) for name in names]
    least = 0.9 if "wrapped" in rendering or "no empty lines" in rendering else 0.975
    assert sum(shares) / len(shares) >= least, dict(zip(names, shares, strict=True))


@pytest.mark.parametrize("name", MARKDOWN)
def test_a_cut_paragraph_is_whole_again(name: str) -> None:
    files = files_of(CASES / name)
    whole = {key(item) for item in told(files)}
    cut = [{key(item) for item in told(list(cut_columns(seed)(files)))} for seed in range(6)]
    assert [sorted(found - whole) for found in cut] == [[]] * 6


def share(name: str, rendering: str) -> float:
    """Share of the texts of an issue that stand, whole, in an article of their own title."""
    expected = [key(item) for item in items(gold_of(CASES / name))]
    found = [key(item) for item in told(list(RENDERINGS[rendering](files_of(CASES / name))))]
    return sum(any(title == of and text in whole for of, whole in found) for title, text in expected) / len(expected)


@pytest.mark.parametrize("rendering", [list, cut_columns(1), RENDERINGS["no marks"]])
def test_traditional_characters_change_hardly_anything(rendering: Callable[[list[SourceFile]], list[SourceFile]]) -> None:
    """Bar what the converter does not find back, and names that only one of the scripts tells from words."""
    opencc = pytest.importorskip("opencc")
    converter, back = opencc.OpenCC("s2t"), opencc.OpenCC("t2s").convert
    same: list[bool] = []
    for name in MARKDOWN:
        files = [SourceFile(file.name, converter.convert(file.content.decode()).encode()) for file in files_of(CASES / name)]
        simple = [facts(item, back) for item in told(list(rendering(files_of(CASES / name))))]
        same += (item in simple for item in (facts(item, back) for item in told(list(rendering(files)))))
    assert sum(same) / len(same) >= 0.98


def facts(item: dict[str, Any], convert: Callable[[str], str]) -> list[str]:
    """What an item says, in the characters that a conversion gives; of its body, the extent of each block."""
    fields = (item.get(name) or "" for name in ("title", "subtitle", "kicker", "dateline", "credit", "byline"))
    return [item["type"], *(plain(convert(" ".join([field] if isinstance(field, str) else field))) for field in fields)] + [
        f"{block['t']} {len(block.get('x', ''))}" for block in item["body"]
    ]


def test_the_sample_issue(tmp_path: Path) -> None:
    from .conftest import SAMPLE

    issue = recover(files_of(SAMPLE))
    assert issue.masthead.title == "青澜日报"
    assert [article.title for article in issue.articles if article.type == "brief"] == [
        "市图书馆延长开放时间",
        "跨海公交601路增加班次",
        "中小学生冬季长跑启动",
    ]

"""Pages of lettered sections are called by letter and number wherever a page is shown or named."""

import re
import zipfile
from io import BytesIO
from types import ModuleType

import msgspec
import pytest
from msgspec.structs import replace

from audio_edition.model.edition import Edition
from audio_edition.publishers import PastIssue, daisy, epub
from audio_edition.publishers._manifest import Manifest, manifest
from tests.publishers import _edition
from tests.publishers._pages import pages, with_readings

LETTERED = tuple(
    replace(article, page=page, label=label)
    for article, page, label in zip(_edition.ARTICLES, (1, 2, 3), ("A1", "A2", "B1"), strict=True)
)
NAMES = ["A1", "A2", "B1"]


def made(lang: str = "zh-CN") -> Edition:
    return _edition.make(LETTERED, lang=lang)


def book(publisher: ModuleType) -> dict[str, str]:
    (artifact,) = publisher.publish(made(), _edition.PAPER, _edition.context())
    with zipfile.ZipFile(BytesIO(_edition.joined(artifact.content))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith("html")}


def listed(edition: Edition) -> bytes:
    content = manifest(edition, (), (), PastIssue(edition.date, "", 0, edition.sample_rate, "")).content
    assert isinstance(content, bytes)
    return content


@pytest.mark.parametrize(("lang", "shown"), [("zh-CN", r"第(\w+)版 "), ("zh-HK", r"第(\w+)版 "), ("en-US", r"Page (\w+) ")])
def test_pages_call_them_by_letter(lang: str, shown: str) -> None:
    found = pages(with_readings(made(lang)))
    assert list(dict.fromkeys(re.findall(shown, found["2023-11-08/index.html"]))) == NAMES
    articles = [html for path, html in sorted(found.items()) if "/articles/" in path]
    assert [set(re.findall(shown, html)) for html in articles] == [{"A1"}, {"A2"}, {"B1"}]
    assert [re.findall(r'"printPage":"(\w*)"', html) for html in articles] == [["A1"], ["A2"], ["B1"]]


def test_the_manifest_says_the_label_beside_the_number() -> None:
    entries = msgspec.json.decode(listed(made()), type=Manifest).tracks
    assert [(entry.page, entry.label) for entry in entries] == [(0, ""), (1, "A1"), (2, "A2"), (3, "B1")]
    assert b'"label"' not in listed(_edition.make())


def test_an_epub_lists_them_by_letter() -> None:
    nav = book(epub)["EPUB/nav.xhtml"]
    assert re.findall(r"#page\d\">(\w+)<", nav) == NAMES
    assert re.findall(r"<span>第(\w+)版 ", nav) == NAMES


def test_a_daisy_book_has_them_as_special_pages() -> None:
    files = book(daisy)
    ncc = files["ncc.html"]
    assert re.findall(r'"page-special"[^>]*><a [^>]*>(\w+)<', ncc) == NAMES
    assert re.findall(r'"ncc:(pageNormal|pageSpecial|maxPageNormal)" content="(\d+)"', ncc) == [
        ("maxPageNormal", "0"),
        ("pageNormal", "0"),
        ("pageSpecial", "3"),
    ]
    assert re.findall(r'"page-special" id="page3">(\w+)<', files["03.html"]) == ["B1"]

"""Books: text and sound in step, whole and in order, in every form of them."""

import itertools
import json
import re
import zipfile
from io import BytesIO
from posixpath import dirname, join, normpath
from types import ModuleType

import pytest
from lxml import etree
from mutagen.mp3 import MP3

from audio_edition.model.edition import Edition
from audio_edition.publishers import audiobook, daisy, epub
from audio_edition.publishers import zip as bundle
from tests.publishers import _edition

EDITIONS = {
    "good": _edition.make(),
    "hostile": _edition.hostile(),
    "traditional": _edition.make(lang="zh-HK"),
    "english": _edition.make(lang="en-GB"),
}
EPUB = "{http://www.idpf.org/2007/ops}"
Files = dict[str, bytes]


def unpacked(publisher: ModuleType, edition: Edition) -> Files:
    (artifact,) = publisher.publish(edition, _edition.PAPER, _edition.context())
    with zipfile.ZipFile(BytesIO(_edition.joined(artifact.content))) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


@pytest.fixture(params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> Edition:
    return EDITIONS[request.param]


def xml(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def length(sound: bytes) -> float:
    info = MP3(BytesIO(sound)).info
    assert info is not None
    return float(info.length)


def clips(files: Files, smil: str) -> list[tuple[str, str, float, float]]:
    """(text, sound, begin, end) of each par with sound, paths from the root of the archive."""
    found = []
    for par in xml(files[smil]).iter("{*}par"):
        text, audio = par.find("{*}text"), par.find("{*}audio")
        assert text is not None
        if audio is not None:
            begin, end = (audio.get(f"clip{a}") or audio.get(f"clip-{a.lower()}") or "" for a in ("Begin", "End"))
            place = dirname(smil)
            found.append(
                (
                    normpath(join(place, text.get("src", ""))),
                    normpath(join(place, audio.get("src", ""))),
                    float(begin.removeprefix("npt=").removesuffix("s")),
                    float(end.removeprefix("npt=").removesuffix("s")),
                )
            )
    return found


@pytest.mark.parametrize("publisher", [epub, daisy], ids=["epub", "daisy"])
def test_sound_is_cut_without_gap_and_each_piece_has_its_text(publisher: ModuleType, edition: Edition) -> None:
    files = unpacked(publisher, edition)
    smils = [name for name in files if name.endswith(".smil") and "master" not in name]
    assert len(smils) == len(edition.tracks)
    for smil in smils:
        pieces = clips(files, smil)
        assert pieces[0][2] == 0
        assert all(a[3] == b[2] for a, b in itertools.pairwise(pieces))
        assert pieces[-1][3] == pytest.approx(length(files[pieces[0][1]]), abs=0.03)
        for text, _, begin, end in pieces:
            file, _, fragment = text.partition("#")
            element = next(one for one in xml(files[file]).iter() if one.get("id") == fragment)
            assert begin < end
            assert "".join(map(str, element.itertext())).strip()


def test_an_epub_shows_what_is_printed() -> None:
    files = unpacked(epub, EDITIONS["good"])
    for number, track in enumerate(EDITIONS["good"].tracks):
        (body,) = xml(files[f"EPUB/{number:02d}.xhtml"]).iter("{*}body")
        shown = re.sub(r"\s+", "", "".join(map(str, body.itertext())))
        assert shown == re.sub(r"\s+", "", "".join(passage.text for passage in track.passages))


def test_navigation_by_section_heading_and_page() -> None:
    (contents, pages, landmarks) = xml(unpacked(epub, EDITIONS["good"])["EPUB/nav.xhtml"]).iter("{*}nav")
    assert [nav.get(f"{EPUB}type") for nav in (contents, pages, landmarks)] == ["toc", "page-list", "landmarks"]
    shown = [re.sub(r"\s+", " ", "".join(map(str, item.itertext()))).strip() for item in contents.iter("{*}a", "{*}span")]
    assert shown == [
        "导读",
        "第1版 要闻",
        "一座老渔港的新活法",
        "一条路 打通“肠梗阻”",
        "一座市 卖活“一条鱼”",
        "前三季度我市经济运行总体平稳",
        "第2版 副刊",
        "把路修到鱼的“嘴边”",
    ]
    assert [link.get("href") for link in pages.iter("{*}a")] == ["01.xhtml#page1", "03.xhtml#page2"]


def test_a_daisy_book_leads_to_every_heading_and_page(edition: Edition) -> None:
    files = unpacked(daisy, edition)
    ncc = xml(files["ncc.html"])
    links = [(link.getparent().tag.rpartition("}")[2], link.get("href", "")) for link in ncc.iter("{*}a")]  # type: ignore[union-attr]
    ids = {name: {e.get("id") for e in xml(content).iter()} for name, content in files.items() if name.endswith(".smil")}
    for _, href in links:
        file, _, fragment = href.partition("#")
        assert fragment in ids[file]
    metas = {meta.get("name"): meta.get("content") for meta in ncc.iter("{*}meta")}
    assert metas["ncc:tocItems"] == str(len(links))
    assert metas["ncc:pageNormal"] == str(sum(tag == "span" for tag, _ in links))
    assert metas["ncc:files"] == str(len(files))
    assert all(name.isascii() and " " not in name for name in files)


def test_an_audiobook_names_each_of_its_files(edition: Edition) -> None:
    files = unpacked(audiobook, edition)
    manifest = json.loads(files["publication.json"])
    assert manifest["@context"][:2] == ["https://schema.org", "https://www.w3.org/ns/pub-context"]
    named = [item["url"] for item in (*manifest["readingOrder"], *manifest["resources"])]
    assert sorted(named) == sorted(set(files) - {"publication.json"})
    for item in manifest["readingOrder"]:
        assert float(item["duration"][2:-1]) == pytest.approx(length(files[item["url"]]), abs=0.03)
    assert float(manifest["duration"][2:-1]) == pytest.approx(edition.samples / edition.sample_rate, abs=0.1)
    assert 'role="doc-toc"' in files["contents.html"].decode()


def test_a_bundle_is_nothing_but_numbered_files() -> None:
    assert list(unpacked(bundle, EDITIONS["good"])) == ["00.mp3", "01.mp3", "02.mp3", "03.mp3"]


def test_hostile_text_adds_no_element() -> None:
    for publisher in (epub, daisy):
        for name, content in unpacked(publisher, EDITIONS["hostile"]).items():
            if name.endswith((".xhtml", ".html", ".opf", ".smil")):
                assert not {"script", "b"} & {str(element.tag).rpartition("}")[2] for element in xml(content).iter()}

"""How often readings are right, and that none of the sentences that measure it has found its way into the product."""

from itertools import islice
from pathlib import Path

import pytest

from audio_edition.pronunciation import pronounce, table
from tests.pronunciation import labelled

ROOT = Path(__file__).parents[2]
OWN = ("sentences.tsv", "later.tsv", "last.tsv", "fresh.tsv", "blind.tsv", "being.tsv", "terms.tsv")


@pytest.mark.parametrize("name", OWN)
def test_our_own_sentences_are_read_right(name: str) -> None:
    shares = labelled.shares(labelled.own(name))
    assert shares["all"] >= 0.97
    assert min(shares.values()) >= 0.9, shares


def test_newspaper_sentences_are_read_right(shared: Path) -> None:
    shares = labelled.shares(labelled.newspaper(shared))
    assert shares["all"] >= 0.97
    assert min(shares.values()) >= 0.9, shares


@pytest.mark.parametrize(("name", "least"), [("g2pL", 0.975), ("cpp", 0.96)])
def test_every_fifth_benchmark_sentence_is_read_right(shared: Path, name: str, least: float) -> None:
    sentences = islice(labelled.marked(shared / "pronunciation" / name / "dev.sent"), 0, None, 5)
    assert labelled.shares(sentences)["all"] >= least


def test_no_sentence_that_measures_is_in_the_product(shared: Path) -> None:
    folders = (ROOT / "audio_edition" / "pronunciation", ROOT / "voices", ROOT / "benchmarks" / "training")
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in (".py", ".tsv", ".md")]
    product = "\n".join(path.read_text("utf-8") for path in files) + "\n".join(table.load().values)
    ours = (sentence for name in OWN for sentence in labelled.own(name))
    sentences = [*labelled.newspaper(shared), *ours]
    assert not [text for text, _, _ in sentences if len(text) > 8 and text.rstrip("。！？") in product]


FRONT_PAGE = """
有的放矢 di4 1, 角色 jue2 0, 角落 jiao3 0, 参与 yu4 1, 调研 diao4 0, 强劲 jing4 1, 重心 zhong4 0, 塞上 sai4 0, 应变 ying4 0,
扛起 kang2 0, 为重点 wei2 0, 为抓手 wei2 0, 为主线 wei2 0, 为依托 wei2 0, 朔州在行动 xing2 3, 纾难 shu1 0, 靓”了 liang4 0,
答卷 juan4 1, 丑角 jue2 1, 老大难 nan2 2, 垃圾乱倒 dao4 3, 妆发 fa4 1, 首贷户 dai4 1, 与会企业 yu4 0, 率先垂范 shuai4 0,
知晓率 lv4 2, 一颦 pin2 1, 为孩子们 wei4 0, 率和参与 he2 1, 绿都 du1 1, 耍孩儿 hai2 1, 耍孩儿 er2 2
"""
"""A stretch of the front page, and how one of its characters is read; that character's place in it."""


def test_the_front_page_is_read_right(shared: Path) -> None:
    page = (shared / "issues" / "shuozhou-daily" / "2022-07-26" / "page01.md").read_text("utf-8")
    said = {reading.index: reading.pinyin for reading in pronounce(page).readings}
    wrong = []
    for stretch, pinyin, offset in (case.split() for case in FRONT_PAGE.split(",")):
        at = page.find(stretch)
        assert at >= 0, stretch
        if said[at + int(offset)] != pinyin:
            wrong.append((stretch, pinyin, said[at + int(offset)]))
    assert not wrong


def test_every_polyphone_of_the_sample_issue_reads_as_proofread() -> None:
    """The golden file was read through by a person; `python -m tests.pronunciation.polyphones` writes it."""
    from tests.pronunciation.polyphones import GOLDEN, listed

    assert "\n".join(listed()) + "\n" == GOLDEN.read_text("utf-8")

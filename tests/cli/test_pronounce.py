"""`audio-edition pronounce` and `audio-edition lexicon`, as an editor and a machine meet them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from audio_edition.cli._app import app
from audio_edition.model.errors import ConfigError, IssueError


def _run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(app(), list(arguments), input=stdin, catch_exceptions=False)


def test_every_line_gets_one_line() -> None:
    lines = ["本报讯（记者单雪）2022年，A股。", "", "  朔州在行动\ttab ", "<b>&\u2028"]
    answers = [json.loads(line) for line in _run("pronounce", "--json", "-", stdin="\n".join(lines).encode()).stdout.splitlines()]
    assert [answer["text"] for answer in answers] == lines
    for answer in answers:
        assert list(answer) == ["text", "readings"]
        hanzi = [(char, at) for at, char in enumerate(answer["text"]) if "一" <= char <= "鿿"]
        assert [(reading["char"], reading["index"]) for reading in answer["readings"]] == hanzi
        assert all(list(row) == ["char", "index", "pinyin", "surface", "origin", "confidence"] for row in answer["readings"])


def test_a_file_may_come_from_windows(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeff应县\r\n重庆\r\n".encode())
    answers = [json.loads(line) for line in _run("pronounce", "--json", str(tmp_path / "a.txt")).stdout.splitlines()]
    assert [answer["text"] for answer in answers] == ["应县", "重庆"]


def test_what_is_no_file_and_no_text_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(IssueError, match=r"nowhere: cannot be read"):
        _run("pronounce", "--json", "nowhere")
    with pytest.raises(IssueError, match=r"-:2: not UTF-8 \(byte 0\)"):
        _run("pronounce", "--json", "-", stdin=b"ok\n\xff\n")


def test_ruby_is_escaped() -> None:
    page = _run("pronounce", "--html", "<script>重庆\x07&").stdout
    assert "<script>" not in page
    assert "\x07" not in page
    assert "&lt;script&gt;" in page
    assert "<rt>chóng</rt>" in page


def test_the_table_shows_why() -> None:
    line = next(line for line in _run("pronounce", "记者单雪报道").stdout.splitlines() if "单" in line)
    assert line.split()[1:5] == ["单", "shan4", "shan4", "name"]


def test_a_lexicon_is_obeyed(tmp_path: Path) -> None:
    (tmp_path / "own.tsv").write_text("中的\tzhong4 di4\n", "utf-8")
    assert "zhong4" in _run("pronounce", "中的", "--lexicon", str(tmp_path / "own.tsv")).stdout


def test_an_entry_is_added_corrected_listed_and_refused(tmp_path: Path) -> None:
    file = tmp_path / "lexicon.tsv"
    _run("lexicon", "add", "应县", "yìng xiàn", "-f", str(file), "--scope", "place", "--note", "山西")
    _run("lexicon", "add", "单", "dan1", "-f", str(file))
    _run("lexicon", "add", "单", "shan4", "-f", str(file))
    assert file.read_text("utf-8") == "应县\tying4 xian4\tplace\t山西\n单\tshan4\n"
    assert _run("lexicon", "list", "-f", str(file), "应").stdout == "应县\tying4 xian4\tplace\t山西\n"
    with pytest.raises(ConfigError, match=r"not added: `ying9` is not a pinyin syllable"):
        _run("lexicon", "add", "应", "ying9", "-f", str(file))
    assert file.read_text("utf-8").endswith("单\tshan4\n")
    assert [path.name for path in tmp_path.iterdir()] == ["lexicon.tsv"]


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.tsv", tmp_path / "bad.tsv"
    good.write_text("应县\tying4 xian4\n", "utf-8")
    bad.write_text("应\tying9\n应县\n", "utf-8")
    checked = _run("lexicon", "check", str(good), str(bad))
    assert checked.exit_code == 1
    assert [line.rpartition("/")[2][:9] for line in checked.stdout.splitlines()] == ["bad.tsv:1", "bad.tsv:2"]
    bad.write_text("应县\tying1 xian4\n", "utf-8")
    checked = _run("lexicon", "check", str(good), str(bad))
    assert (checked.exit_code, checked.stdout.count("应县")) == (0, 1)


def test_lexicons_are_exchanged_as_pls(tmp_path: Path) -> None:
    own, out, other = tmp_path / "own.tsv", tmp_path / "out.pls", tmp_path / "other.tsv"
    own.write_text("应县\tying4 xian4\tplace\t山西 <木塔>\n单\tshan4\n", "utf-8")
    other.write_text("单\tdan1\n", "utf-8")
    _run("lexicon", "export", str(out), "-f", str(own))
    _run("lexicon", "import", str(out), "-f", str(other))
    assert other.read_text("utf-8") == "单\tdan1\t\t\n应县\tying4 xian4\tplace\t山西 <木塔>\n"
    assert _run("lexicon", "export", "-", "-f", str(own)).stdout.encode() == out.read_bytes()

"""The main job, through the command line: an issue goes in, a complete edition comes out, offline."""

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import soundfile
from mutagen.id3 import ID3

from tests import editions
from tests.editions import SAMPLE


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A copy of the sample issue, to be edited."""
    shutil.copytree(SAMPLE.parent, tmp_path / "papers" / "qinglan-daily")
    return tmp_path / "papers" / "qinglan-daily" / SAMPLE.name


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_everything_the_readme_promises_is_there(sample: Path) -> None:
    made = {path.relative_to(sample).as_posix() for path in sample.rglob("*")}
    day = SAMPLE.name
    for name in ("index.html", "edition.mp3", "chapters.json", "edition.json"):
        assert f"{day}/{name}" in made
    assert {"feed.xml", "index.html"} <= made
    for track in editions.manifest(sample).tracks:
        stem = track.file.removesuffix(".mp3")
        if track.kind == "article":
            assert {f"{day}/{stem}{ending}" for ending in (".mp3", ".html", ".vtt", ".json")} <= made


def test_the_manifest_lists_every_file_with_its_hash(sample: Path) -> None:
    listed = {file.path: (file.bytes, file.sha256) for file in editions.manifest(sample).files}
    found = {
        name: (len(content), hashlib.sha256(content).hexdigest())
        for name, content in tree(sample).items()
        if not name.endswith("edition.json")
    }
    assert listed == found


def test_enclosures_are_as_long_as_their_files(sample: Path) -> None:
    said = [
        (sample / url, int(length))
        for feed in sample.glob("*.xml")
        for url, length in re.findall(r'<enclosure url="[^"]*/(\d{4}-[^"]+)" length="(\d+)"', feed.read_text("utf-8"))
    ]
    assert said
    assert [(path.name, path.stat().st_size) for path, _ in said] == [(path.name, length) for path, length in said]


def test_each_character_is_read_once_and_nothing_forbidden(sample: Path) -> None:
    proof = editions.manifest(sample).proof
    assert proof.holds
    assert proof.to_read > 1500
    spoken = _transcript(sample / SAMPLE.name / "edition.vtt")
    for line in ("下转", "上接", "详见今日", "责任编辑", "第6127期", "CN29"):
        assert line not in spoken


def test_the_sound_is_as_long_as_its_cues_say(sample: Path) -> None:
    for path in sorted(sample.rglob("*.mp3")):
        if path.parent.name == "articles":
            sound, rate = soundfile.read(path)
            last = _cue_end(path.with_suffix(".vtt"))
            assert 0 <= len(sound) / rate - last < 3, path
            assert abs(sound[int((last + 0.03) * rate) :]).max(initial=0) < 0.02, path


def test_chapters_read_back_alike(sample: Path, tool: Callable[[str], str]) -> None:
    day = sample / SAMPLE.name
    listed = [
        (chapter["startTime"], chapter["title"]) for chapter in json.loads((day / "chapters.json").read_bytes())["chapters"]
    ]
    tag = ID3(day / "edition.mp3")
    by_mutagen = sorted((frame.start_time / 1000, frame.sub_frames["TIT2"].text[0]) for frame in tag.getall("CHAP"))
    command = [tool("ffprobe"), "-v", "error", "-show_chapters", "-of", "json", str(day / "edition.mp3")]
    probed = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["chapters"]
    by_ffprobe = [(float(chapter["start_time"]), chapter["tags"]["title"]) for chapter in probed]
    assert listed == by_mutagen == by_ffprobe
    assert len(listed) == len(editions.manifest(sample).tracks)


def test_a_second_build_speaks_nothing_and_changes_nothing(sample: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in sample.rglob("*")}
    published = editions.events(SAMPLE, sample.parents[1])[-1]
    assert (published["spoken"], published["changed"]) == (0, [])
    assert before == {path: path.stat().st_mtime_ns for path in sample.rglob("*")}


def test_one_changed_sentence_is_one_utterance(issue: Path, tmp_path: Path) -> None:
    editions.build(issue, tmp_path)
    page = issue / "page01.md"
    text = page.read_text("utf-8").replace("路通了,货才走得出去;", "桥通了,货才走得出去;")
    page.write_text(text, "utf-8")
    assert editions.events(issue, tmp_path)[-1]["spoken"] == 1


def test_only_some_articles(issue: Path, tmp_path: Path) -> None:
    paper = editions.build(issue, tmp_path, "--only", "2")
    assert [track.kind for track in editions.manifest(paper).tracks] == ["article"]


@pytest.mark.parametrize("named", [".", "page0*.md"])
def test_an_editors_corrections_are_preferred(issue: Path, tmp_path: Path, named: str) -> None:
    assert editions.program("recover", issue / named).returncode == 0
    corrected = issue / "structure.md"
    corrected.write_text(corrected.read_text("utf-8").replace("# 一座老渔港的新活法", "# 一座{老渔港|新渔港}的新活法"), "utf-8")
    paper = editions.build(issue / named, tmp_path)
    assert "S300" in {finding.code for finding in editions.manifest(paper).findings}
    assert "新渔港" in (paper / SAMPLE.name / "report.json").read_text("utf-8")
    assert "新渔港" not in (paper / SAMPLE.name / "edition.vtt").read_text("utf-8")


def test_a_dry_run_writes_nothing(issue: Path, tmp_path: Path) -> None:
    planned = editions.events(issue, tmp_path, "--dry-run")[-1]
    assert planned["type"] == "planned"
    assert planned["cached"] == 0
    assert not (tmp_path / "output").exists()


def test_the_names_of_the_feeds_are_fixed_at_the_first_build(issue: Path, tmp_path: Path) -> None:
    settings = issue.parent / "paper.toml"
    settings.write_text('title = "青澜日报"\nbase_url = "https://first.example/a"\n', "utf-8")
    editions.build(issue, tmp_path)
    fixed = settings.read_text("utf-8")
    assert editions.events(issue, tmp_path)[-1]["changed"] == []
    settings.write_text(fixed.replace("first.example", "second.example"), "utf-8")
    paper = editions.build(issue, tmp_path)
    (name,) = re.findall('podcast_guid = "(.+)"', fixed)
    assert f"<podcast:guid>{name}</podcast:guid>" in (paper / "feed.xml").read_text("utf-8")
    assert settings.read_text("utf-8").count("podcast_guid") == 1


def test_the_language_of_a_paper_is_found_unless_its_settings_say_it(tmp_path: Path) -> None:
    issue = tmp_path / "harbour" / "2024-05-03"
    issue.mkdir(parents=True)
    (issue / "page.md").write_text("# The ferry is back\n\nThe ferry crossed the harbour again this morning.\n", "utf-8")
    assert _languages(editions.build(issue, tmp_path)) == ("en", "en")
    (issue.parent / "paper.toml").write_text('language = "en-GB"\n', "utf-8")
    assert _languages(editions.build(issue, tmp_path)) == ("en-GB", "en-GB")


def _languages(paper: Path) -> tuple[str, str]:
    """Of the feed, and of its newest issue."""
    (said,) = re.findall("<language>(.*)</language>", (paper / "feed.xml").read_text("utf-8"))
    return said, editions.manifest(paper).language


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("page01.md", b"", "page01.md"),
        ("page01.md", b"\xff\xfe\x00\xd8 \xff", "page01.md"),
        ("paper.toml", b'titel = "x"\n', "paper.toml:1: unknown key `titel`"),
        ("page01.md", "# 没有日期\n\n正文在此，一句话。\n".encode(), "--date"),
    ],
)
def test_unreadable_input_is_one_line_and_spares_the_older_edition(
    sample: Path, tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    folder = tmp_path / "papers" / "qinglan-daily" / "broken"
    folder.mkdir(parents=True)
    (folder / "page01.md").write_text("# 青澜日报\n\n2023年11月8日\n\n# 题\n\n正文。\n", "utf-8")
    (folder / name).write_bytes(content)
    output = tmp_path / "output"
    shutil.copytree(sample, output / sample.name)
    before = tree(output)
    done = editions.program("build", folder, "--output", output, "--cache", tmp_path / "clips")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert says in done.stderr
    assert tree(output) == before


def test_an_output_that_is_no_folder_is_told_before_anything_is_spoken(issue: Path, tmp_path: Path) -> None:
    (tmp_path / "output").write_bytes(b"")
    done = editions.program("build", issue, "--output", tmp_path / "output", "--cache", tmp_path / "clips")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "output is no folder; name another folder with --output" in done.stderr
    assert not (tmp_path / "clips").exists()


@pytest.mark.parametrize(
    ("setting", "cast", "said"),
    [
        ('image = "none.png"', "", "paper.toml:2: `image`: none.png is not beside it"),
        ('\nlexicons = [\n"a.tsv"]', "", "paper.toml:3: `lexicons`: a.tsv is not beside it"),
        ('image = "cover.txt"', "", "cover.txt: not a picture that can be read; give a square JPEG or PNG"),
        ('formats = ["opus"]', "sample_rate = 44100", "set sample_rate = 24000 in the cast"),
    ],
)
def test_what_cannot_be_published_is_told_before_anything_is_spoken(
    issue: Path, tmp_path: Path, setting: str, cast: str, said: str
) -> None:
    (issue.parent / "paper.toml").write_text(f'title = "青澜日报"\n{setting}\n', "utf-8")
    (issue.parent / "cover.txt").write_text("x", "utf-8")
    voice = tmp_path / "cast.toml"
    voice.write_text(f'title = "x"\nengine = "espeak"\nvoice = "cmn-latn-pinyin"\n{cast}\n', "utf-8")
    folders = ("--output", tmp_path / "output", "--cache", tmp_path / "clips")
    done = editions.program("build", issue, "--cast", voice, *folders)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr
    assert not (tmp_path / "clips").exists()


def test_a_cast_of_another_language_is_told_before_anything_is_spoken(issue: Path, tmp_path: Path) -> None:
    done = editions.program("build", issue, "--cast", "english", "--engine", "espeak", "--cache", tmp_path / "clips")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "this issue is in zh-CN, and the cast 'Aria' reads en-US; name another with --cast" in done.stderr
    assert not (tmp_path / "clips").exists()


def test_a_language_that_is_not_read_is_told(issue: Path) -> None:
    (issue.parent / "paper.toml").write_text('language = "fr-CA"\n', "utf-8")
    done = editions.program("build", issue, "--dry-run")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "this issue is in fr-CA, which is not read here; `language` in paper.toml may be zh, yue, cmn, en" in done.stderr


def test_the_day_that_is_ordered_counts(issue: Path, tmp_path: Path) -> None:
    (issue / "page01.md").write_text("# 青澜日报\n\n2033年11月8日 农历十月十七\n\n# 题目在此\n\n正文在此，一句话。\n", "utf-8")
    (issue / "page02.md").unlink()
    paper = editions.build(issue, tmp_path, "--date", "2023-11-09")
    assert editions.manifest(paper).date == "2023-11-09"
    assert "2023年11月9日，星期四。" in (paper / "2023-11-09" / "edition.srt").read_text("utf-8")


def test_an_issue_is_never_replaced_by_its_edition(issue: Path, tmp_path: Path) -> None:
    before = tree(issue)
    done = editions.program("build", issue, "--output", issue.parents[1], "--cache", tmp_path / "clips")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "would replace it; name another folder with --output" in done.stderr
    assert tree(issue) == before


def test_a_paper_without_a_name_is_called_by_its_folder_not_by_the_day(tmp_path: Path) -> None:
    day = tmp_path / "my-paper" / "2023-11-08"
    day.mkdir(parents=True)
    (day / "page01.md").write_text("# 题目在此\n\n本报讯 正文在此，一句话。\n", "utf-8")
    assert editions.events(day, tmp_path, "--dry-run")[0]["paper"] == "my-paper"


def test_the_days_of_a_paper_are_not_made_one_edition(tmp_path: Path) -> None:
    for day in ("2023-11-08", "2023-11-09"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "page01.md").write_text(f"# 青澜日报\n\n{day}\n\n# 题目在此\n\n正文在此，一句话。\n", "utf-8")
    done = editions.program("build", tmp_path, "--dry-run")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "pages of 2 days (2023-11-08 to 2023-11-09)" in done.stderr
    assert editions.program("build", tmp_path, "--dry-run", "--date", "2023-11-09").returncode == 0


def test_a_folder_without_pages_is_one_line(tmp_path: Path) -> None:
    done = editions.program("build", tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "no pages" in done.stderr


def test_the_front_page_of_a_real_daily(shared: Path, tmp_path: Path) -> None:
    issue = shared / "issues" / "shuozhou-daily" / "2022-07-26"
    paper = editions.build(issue / "page01.md", tmp_path)
    made = editions.manifest(paper)
    types = [track.type for track in made.tracks if track.kind == "article"]
    assert (types.count("article"), types.count("photo"), len(types)) == (3, 1, 4)
    assert [skipped.type for skipped in made.not_read].count("teaser") == 1
    assert made.proof.holds
    spoken = _transcript(paper / made.date / "edition.vtt")
    for line in json.loads((issue / "gold.json").read_bytes())["must_not_read"]:
        assert line not in spoken
    assert "本文转第3版，未收入本期" in spoken


def _cue_end(vtt: Path) -> float:
    last = [line for line in vtt.read_text("utf-8").splitlines() if "-->" in line][-1].split("-->")[1].split()[0]
    hours, minutes, seconds = ("0:" + last).split(":")[-3:]
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def _transcript(vtt: Path) -> str:
    return re.sub(r"<[^>]*>", "", vtt.read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "masthead", "sentence"),
    [
        ("zh", "清岚日报\n\n2023年11月8日 星期三", "从下个月起集市改成逢三逢六逢九，一个月多出三个集，菜农不用再等五天。"),
        ("en", "The Wend Gazette\n\nThursday, May 8, 2025", "The bridge over the river will close for nine weeks from Monday. "),
    ],
    ids=["zh", "en"],
)
def test_the_estimate_is_near_what_is_heard(tmp_path: Path, name: str, masthead: str, sentence: str) -> None:
    page = tmp_path / name / "page.md"
    page.parent.mkdir()
    page.write_text(
        "\n\n".join([f"# {masthead}", "# 桥 1" if name == "zh" else "# Bridge to close", *[sentence * 4] * 6]), "utf-8"
    )
    (planned,) = (event for event in editions.events(page, tmp_path) if "minutes" in event)
    (paper,) = (tmp_path / "output").iterdir()
    heard = editions.manifest(paper).duration_ms / 60_000
    assert 0.6 < float(str(planned["minutes"])) / heard < 1.6

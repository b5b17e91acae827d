"""The program as a whole: what is wrong is one line, machines get clean output, whoever stops listening is no error."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from subprocess import DEVNULL, PIPE

import pytest

from audio_edition import __main__, __version__
from audio_edition.cli import _app, _progress
from audio_edition.model.event import Event, Failing, Found, Published, Waiting
from audio_edition.model.finding import Finding
from tests.edge_service import EdgeService, Faults
from tests.editions import ROOT, SAMPLE, heed_interrupts, program


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nosuch"], "No such command 'nosuch'; see `audio-edition --help`"),
        (["build"], "Missing argument 'ISSUE'; see `audio-edition build --help`"),
        (["build", "nosuch"], "nosuch: no such file or folder"),
        (["build", "a" * 5000], "too long"),
        (["build", "no\nsuch\x1b[31m\u202e"], r"no\nsuch\x1b[31m\u202e: no"),
        (["build", ""], "a name is empty, as of a variable that is not set"),
        (["recover", ""], "a name is empty, as of a variable that is not set"),
        (["build", "nosuch", "--only", ","], "write the numbers of articles as 3,5"),
        (["build", "nosuch", "--jobs", "99"], "'--jobs'"),
        (["build", "nosuch", "--date", "2024-13-01"], "'2024-13-01' is not a day: write YYYY-MM-DD"),
        (["build", "nosuch", "--date", "9999-12-31"], "'9999-12-31' is not a day: write YYYY-MM-DD"),
        (["build", "nosuch", "--only", "x"], "write the numbers of articles as 3,5"),
        (["build", "nosuch", "--cast", "nobody"], "no cast is named 'nobody'; there are"),
        (["build", "nosuch", "--engine", "gramophone"], "no engine is named 'gramophone'; there are"),
        (["recover", "nosuch"], "nosuch: no such file or folder"),
        (["speak", "3", "--date", "today"], "'today' is not a day"),
        (["lexicon", "add", "行长", "hang2 zhang3", "--file", "."], ".: cannot be read"),
        (["voices", "install", "nobody"], "no voice is named 'nobody'; there are"),
        (["cache", "info", "--cache", "nosuch"], "nosuch: no such folder"),
    ],
)
def test_what_is_wrong_is_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _app.run(arguments) == _app.WRONG
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("audio-edition: ")
    assert said in err


def test_without_a_command_the_help_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert _app.run([]) == _app.WRONG
    assert capsys.readouterr().err == ""


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert _app.run(["--version"]) == 0
    assert capsys.readouterr().out == f"audio-edition {__version__}\n"


def test_an_edition_of_some_articles_is_said_to_replace_the_whole_one() -> None:
    assert "replace the whole edition" in program("build", "--help", COLUMNS="300").stdout
    assert "takes the place of the whole one" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "gbk"])
@pytest.mark.parametrize(
    "command",
    [("build", SAMPLE, "--dry-run"), ("speak", "2022年 🎉"), ("pronounce", "女🎉", "--html"), ("recover", SAMPLE, "--report")],
)
def test_what_an_encoding_lacks_is_no_error(encoding: str, command: tuple[str | Path, ...]) -> None:
    done = program(*command, PYTHONIOENCODING=encoding)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


@pytest.mark.parametrize("command", [("build", SAMPLE, "--dry-run", "--json"), ("recover", SAMPLE, "--format", "json")])
def test_json_is_utf_8_in_any_locale(command: tuple[str | Path, ...]) -> None:
    assert "青澜日报" in program(*command, PYTHONIOENCODING="latin-1").stdout


def test_output_that_is_no_terminal_holds_lines_only() -> None:
    done = program("build", SAMPLE, "--dry-run")
    assert done.stderr == ""
    assert "\x1b" not in done.stdout
    assert all(done.stdout.splitlines())


@pytest.mark.parametrize(
    ("waiting", "told"),
    [
        (Failing("edge", "nobody there"), "audio-edition: edge fails, and is asked again: nobody there\n"),
        (Waiting("edge", 9.9, 9.9), ""),
        (Waiting("edge", 32.0), "audio-edition: edge asks for a pause of 32 s\n"),
        (
            Waiting("edge", 600.0, 3600.0),
            "audio-edition: edge asks for a pause of 3600 s: too long, it is asked again after 600 s\n",
        ),
    ],
)
def test_a_long_silence_is_told_in_a_log_too(waiting: Event, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    async def events() -> AsyncIterator[Event]:
        yield waiting

    assert asyncio.run(_progress.bar(events())) == 0
    assert capsys.readouterr() == ("", told)
    assert asyncio.run(_progress.nothing(events())) == 0
    assert capsys.readouterr() == ("", "")


def test_a_voice_that_stood_in_is_told_among_many_doubts(capsys: pytest.CaptureFixture[str]) -> None:
    async def events() -> AsyncIterator[Event]:
        for number in range(40):
            yield Found(Finding("P101", "a doubt", f"{number}"))
        for number in range(3):
            yield Found(Finding("V101", "espeak speaks here", f"{number}"))
        yield Found(Finding("E100", "lost", severity="error"))
        yield Published("output/paper", "2022-07-26", 1, 1000, (), 0)

    assert asyncio.run(_progress.bar(events())) == 44
    lines = capsys.readouterr().out.splitlines()
    codes = [line.split()[0] for line in lines if line.startswith("  ")]
    assert codes == ["E100", *["P101"] * 8, *["V101"] * 3, "…"]
    assert "  … 32 more (32 P101) in output/paper/2022-07-26/report.html" in lines


def test_a_service_that_asks_for_an_hour_is_heard_of_at_once(tmp_path: Path) -> None:
    folders = ("--output", str(tmp_path / "output"), "--cache", str(tmp_path / "clips"))
    command = (sys.executable, "-m", "audio_edition", "build", str(SAMPLE), "--cast", "xiaoxiao", *folders)

    async def main() -> bytes:
        async with EdgeService(Faults({"throttle": 1.0}), retry_after="3600") as service:
            environment = os.environ | {"AUDIO_EDITION_EDGE_URL": service.url}
            run = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment, stdout=DEVNULL, stderr=PIPE)
            assert run.stderr
            told = await run.stderr.readline()
            run.terminate()
            await run.communicate()
            return told

    assert asyncio.run(main()).startswith(b"audio-edition: edge asks for a pause of 3600 s: too long")


@pytest.mark.parametrize(
    "command", [("build", "--dry-run", "--paper", "青\x1b[31m\u202e澜"), ("recover", "--report"), ("recover",)]
)
def test_what_a_newspaper_writes_rules_no_terminal(tmp_path: Path, command: tuple[str, ...]) -> None:
    article = {"title": "渡口\x1b[31m\u202e重新开放", "content": "12O\x1b[31m人\u202e\ufffd参加，渡口重新开放。"}
    (tmp_path / "a.json").write_text(json.dumps([article]), "utf-8")
    done = program(command[0], tmp_path, *command[1:], *(("--date", "2023-11-08") if "build" in command else ()))
    assert done.returncode == 0
    assert r"\u202e" in done.stdout + done.stderr
    assert not re.search("[\x1b\u202e]", done.stdout + done.stderr)


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-m", "audio_edition", "recover", str(SAMPLE), "--format", "json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.close()
        assert run.stderr.read() == b""


def test_an_interrupt_while_the_program_is_still_imported_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(name: str, *arguments: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.__import__", interrupted)
    with pytest.raises(SystemExit) as left:
        __main__.main()
    assert left.value.code == _app.INTERRUPTED


def test_an_interrupted_build_says_one_line_and_leaves_nothing_behind(tmp_path: Path) -> None:
    folders = ("--output", str(tmp_path / "output"), "--cache", str(tmp_path / "clips"))
    command = (sys.executable, "-m", "audio_edition", "build", str(SAMPLE), "--cast", "xiaoxiao", "--json", *folders)

    async def main() -> tuple[int | None, str]:
        async with EdgeService(Faults({"stall-first": 1.0})) as service:  # no build ends before it is interrupted
            environment = os.environ | {"AUDIO_EDITION_EDGE_URL": service.url}
            run = await asyncio.create_subprocess_exec(
                *command, cwd=ROOT, env=environment, stdout=PIPE, stderr=PIPE, limit=1 << 24, preexec_fn=heed_interrupts
            )
            assert run.stdout
            while b'"planned"' not in (line := await run.stdout.readline()):
                assert line, "it has ended before it planned anything"
            run.send_signal(signal.SIGINT)
            _, err = await run.communicate()
            return run.returncode, err.decode()

    code, err = asyncio.run(main())
    assert (code, err.count("\n")) == (_app.INTERRUPTED, 1), err
    assert "interrupted" in err
    assert not (tmp_path / "output").exists()

"""`audio-edition serve` shows what lies in the output folder, as players need it, and nothing else."""

import errno
import http.client
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiohttp import web

from audio_edition.cli import serve
from audio_edition.model.errors import ConfigError
from tests.browser.server import Server

MP3 = bytes(range(256)) * 40


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("serve")
    (folder / "secret.txt").write_text("secret")
    root = folder / "output"
    issue = root / "朔州日报" / "2022-07-26"
    (issue / "assets").mkdir(parents=True)
    (root / "朔州日报" / "index.html").write_text("<p>往期</p>", encoding="utf-8")
    for name in (
        "feed.xml",
        "a.html",
        "a.vtt",
        "a.srt",
        "a.json",
        "a.epub",
        "a.lpf",
        "a.zip",
        "a.bin",
        "assets/a-0.css",
        ".hidden",
    ):
        (issue / name).write_text("x")
    (issue / "音频 1.mp3").write_bytes(MP3)
    os.symlink(folder / "secret.txt", issue / "out.txt")
    os.symlink(folder, issue / "up")
    os.symlink(issue / "a.html", issue / "in.html")
    os.symlink(issue / "loop", issue / "loop")
    with Server(root) as running:
        yield running


ISSUE = "/%E6%9C%94%E5%B7%9E%E6%97%A5%E6%8A%A5/2022-07-26"
AUDIO = f"{ISSUE}/%E9%9F%B3%E9%A2%91%201.mp3"


def ask(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def test_whole_file_and_head(server: Server) -> None:
    status, headers, body = ask(server, AUDIO)
    assert (status, body) == (200, MP3)
    assert (headers["content-type"], headers["accept-ranges"]) == ("audio/mpeg", "bytes")
    status, headers, body = ask(server, AUDIO, "HEAD")
    assert (status, headers["content-length"], body) == (200, str(len(MP3)), b"")


@pytest.mark.parametrize(
    ("range", "start", "stop"),
    [("bytes=0-9", 0, 10), ("bytes=100-", 100, None), ("bytes=-5", -5, None), ("bytes=5-99999", 5, None)],
)
def test_byte_ranges(server: Server, range: str, start: int, stop: int | None) -> None:
    status, headers, body = ask(server, AUDIO, Range=range)
    assert (status, body) == (206, MP3[start:stop])
    assert headers["content-range"].endswith(f"/{len(MP3)}")


def test_a_range_beyond_the_end(server: Server) -> None:
    status, headers, _ = ask(server, AUDIO, Range="bytes=99999-")
    assert (status, headers["content-range"]) == (416, f"bytes */{len(MP3)}")


def test_unchanged_files_are_not_sent_again(server: Server) -> None:
    _, headers, _ = ask(server, AUDIO)
    status, _, body = ask(server, AUDIO, If_None_Match=headers["etag"])
    assert (status, body) == (304, b"")
    assert ask(server, AUDIO, If_Modified_Since=headers["last-modified"])[0] == 304
    assert ask(server, AUDIO, If_None_Match='"other"')[0] == 200


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("feed.xml", "application/rss+xml; charset=utf-8"),
        ("a.html", "text/html; charset=utf-8"),
        ("a.vtt", "text/vtt; charset=utf-8"),
        ("a.srt", "application/x-subrip; charset=utf-8"),
        ("a.json", "application/json"),
        ("a.epub", "application/epub+zip"),
        ("a.lpf", "application/lpf+zip"),
        ("a.zip", "application/zip"),
        ("a.bin", "application/octet-stream"),
        ("in.html", "text/html; charset=utf-8"),
    ],
)
def test_types(server: Server, name: str, type: str) -> None:
    status, headers, _ = ask(server, f"{ISSUE}/{name}")
    assert (status, headers["content-type"], headers["x-content-type-options"]) == (200, type, "nosniff")
    assert headers["cache-control"] == "no-cache"


def test_assets_are_kept_for_ever(server: Server) -> None:
    assert "immutable" in ask(server, f"{ISSUE}/assets/a-0.css")[1]["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "//../secret.txt",
        "/%252e%252e/secret.txt",
        f"{ISSUE}/../../../secret.txt",
        f"{ISSUE}/out.txt",
        f"{ISSUE}/up/secret.txt",
        f"{ISSUE}/loop",
        f"{ISSUE}/.hidden",
        f"{ISSUE}/a.html%00",
        f"{ISSUE}/a.html/",
        f"{ISSUE}/{'x' * 300}",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/%ff%fe",
        f"{ISSUE}/absent.mp3",
    ],
)
def test_nothing_outside_is_served(server: Server, path: str) -> None:
    status, _, body = ask(server, path)
    assert status in (400, 404)
    assert b"secret" not in body
    assert b"root:" not in body


def test_folders_lead_to_their_pages(server: Server) -> None:
    status, headers, body = ask(server, "/")
    assert status == 200
    assert "朔州日报" in body.decode()
    status, headers, _ = ask(server, "/%E6%9C%94%E5%B7%9E%E6%97%A5%E6%8A%A5")
    assert (status, headers["location"]) == (302, "%E6%9C%94%E5%B7%9E%E6%97%A5%E6%8A%A5/")
    assert "往期" in ask(server, "/%E6%9C%94%E5%B7%9E%E6%97%A5%E6%8A%A5/")[2].decode()
    assert ask(server, f"{ISSUE}/")[0] == 404


def test_papers_are_listed_by_their_names(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "qinglan-daily").symlink_to(sample)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "index.html").write_text("x")
    with Server(tmp_path) as running:
        body = ask(running, "/")[2].decode()
    assert '<a href="qinglan-daily/" lang="zh-CN">青澜日报</a>' in body
    assert '<a href="other/" lang="">other</a>' in body


@pytest.mark.parametrize("inside", [False, True], ids=["of all papers", "of one paper"])
def test_a_feed_without_an_address_holds_that_at_which_it_is_served(tmp_path: Path, inside: bool) -> None:
    (tmp_path / "lark").mkdir()
    for name, home in (("feed.xml", "http://127.0.0.1:8000/lark/"), ("feed-articles.xml", "https://lark.example/")):
        (tmp_path / "lark" / name).write_text(f'<rss><enclosure url="{home}2023-11-08/edition.mp3"/>1&amp;2</rss>', "utf-8")
    with Server(tmp_path / "lark" if inside else tmp_path) as running:
        path = "" if inside else "/lark"
        status, headers, body = ask(running, f"{path}/feed.xml")
        wanted = f'<rss><enclosure url="http://127.0.0.1:{running.port}{path}/2023-11-08/edition.mp3"/>1&amp;2</rss>'
        assert (status, body.decode(), headers["content-type"]) == (200, wanted, serve.TYPES[".xml"])
        assert headers["cache-control"] == "no-cache"
        assert ask(running, f"{path}/feed.xml", "HEAD")[1]["content-length"] == str(len(wanted))
        assert "https://lark.example/2023-11-08/edition.mp3" in ask(running, f"{path}/feed-articles.xml")[2].decode()


def test_a_feed_is_not_sent_again_unless_it_has_changed(tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text('<link href="http://127.0.0.1:8000/lark/a.html"/>', "utf-8")
    with Server(tmp_path) as running:
        etag = ask(running, "/feed.xml")[1]["etag"]
        assert ask(running, "/feed.xml", If_None_Match=etag)[0] == 304
        feed.write_text('<link href="http://127.0.0.1:8000/lark/b.html"/>', "utf-8")
        assert ask(running, "/feed.xml", If_None_Match=etag)[0] == 200


def test_other_methods_are_refused(server: Server) -> None:
    assert ask(server, AUDIO, "POST", Content_Length="0")[0] == 405
    assert ask(server, AUDIO, "DELETE")[0] == 405


def test_the_command_says_where_it_serves(tmp_path: Path) -> None:
    import subprocess
    import sys

    from tests.editions import ROOT, program

    missing = program("serve", tmp_path / "absent")
    assert missing.returncode == 2
    assert "no such folder" in missing.stderr
    command = [sys.executable, "-m", "audio_edition", "serve", str(tmp_path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=os.environ | {"COLUMNS": "200"}) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.terminate()
    assert "http://127.0.0.1:" in line


@pytest.mark.parametrize(("error", "said"), [(errno.EADDRINUSE, "is taken"), (errno.EACCES, "cannot be used: Permission denied")])
def test_a_port_that_is_not_to_be_had_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int, said: str) -> None:
    async def start(site: web.TCPSite) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(web.TCPSite, "start", start)
    with pytest.raises(ConfigError, match=f"port 80 {said}; choose another with --port"):
        serve.serve(tmp_path, 80)

"""A real podcast client, gPodder, subscribes, downloads, and sees nothing new when the same issue is published again."""

import functools
import os
import sqlite3
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from msgspec.structs import replace

from audio_edition.model.edition import Edition
from audio_edition.publishers import chapters, cover, feed, mp3, transcripts
from tests.publishers import _edition

Row = tuple[str, str, str, int, int]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder, and the address at which it is served."""
    folder = tmp_path / "site"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield folder, f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


def publish(edition: Edition, folder: Path, address: str) -> None:
    for publisher in (chapters, cover, feed, mp3, transcripts):
        for artifact in publisher.publish(edition, replace(_edition.PAPER, base_url=address), _edition.context()):
            path = folder / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_edition.joined(artifact.content))


@pytest.mark.parametrize("name", ["feed.xml", "feed-articles.xml"])
def test_a_client_gets_every_episode_once(name: str, site: tuple[Path, str], tmp_path: Path, tool: Callable[[str], str]) -> None:
    gpo = tool("gpo")
    folder, address = site
    home = tmp_path / "gpodder"
    home.mkdir()

    def client(*command: str) -> str:
        environment = os.environ | {"GPODDER_HOME": str(home), "LANG": "C.UTF-8", "no_proxy": "127.0.0.1"}
        done = subprocess.run([gpo, *command], env=environment, capture_output=True, text=True, timeout=120, check=False)
        return done.stdout

    publish(_edition.hostile(), folder, address)
    assert "Successfully added" in client("subscribe", address + name)
    client("update")
    client("download", address + name)
    episodes = _episodes(home)
    assert len(episodes) == (1 if name == "feed.xml" else 5)
    for guid, title, file, size, seconds in episodes:
        assert guid.startswith("qinglan-daily/2023-11-08/")
        assert title
        (got,) = (home / "Downloads").rglob(file)
        assert got.stat().st_size == size
        assert seconds > 0
    publish(_edition.hostile(), folder, address)
    client("update")
    assert _episodes(home) == episodes


def _episodes(home: Path) -> list[Row]:
    with closing(sqlite3.connect(home / "Database")) as database:
        query = "select guid, title, download_filename, file_size, total_time from episode order by guid"
        return list(database.execute(query))

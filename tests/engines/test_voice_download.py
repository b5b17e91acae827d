"""A voice is fetched from where it broke off, verified before it is opened, and there whole or not at all."""

import asyncio
import hashlib
import io
import itertools
import tarfile
from pathlib import Path

import pytest
from aiohttp import web

from audio_edition.engines._voice_download import install
from audio_edition.engines._voice_offers import OFFERS, Offer
from audio_edition.engines.sherpa import SherpaEngine
from audio_edition.model.errors import SpeechError
from tests.engines import tiny_voice


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tiny_voice.make(tmp_path_factory.mktemp("made") / "tiny-zh")
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:bz2") as file:
        file.add(folder, "tiny-zh")
    return packed.getvalue()


def offer(archive: bytes, **changed: str) -> Offer:
    sha256 = changed.get("sha256", hashlib.sha256(archive).hexdigest())
    return Offer("tiny", changed.get("folder", "tiny-zh"), len(archive), sha256, "zh-CN", "CC0-1.0", "hums")


def otherwise(archive: bytes) -> bytes:
    """Bytes of the same length that differ in the last one, whichever it is: it is another one in every run."""
    return archive[:-1] + bytes([archive[-1] ^ 1])


class Files:
    """A file server that breaks off after so many bytes, as often as told, and knows ranges or does not."""

    def __init__(self, content: bytes, breaks: int = 0, ranges: bool = True, status: int = 0) -> None:
        self.content, self.breaks, self.ranges, self.status = content, breaks, ranges, status
        self.asked: list[str] = []

    async def answer(self, request: web.Request) -> web.StreamResponse:
        wanted = request.headers.get("Range", "")
        self.asked.append(wanted)
        if self.status:
            return web.Response(status=self.status)
        start = int(wanted.removeprefix("bytes=").rstrip("-") or 0) if self.ranges else 0
        body = self.content[start:]
        response = web.StreamResponse(status=206 if start else 200, headers={"Content-Length": str(len(body))})
        if start:
            response.headers["Content-Range"] = f"bytes {start}-{len(self.content) - 1}/{len(self.content)}"
        await self.prepare(request, response)
        if self.breaks:
            self.breaks -= 1
            await response.write(body[: len(body) // 2])
            assert request.transport is not None
            request.transport.close()
            return response
        await response.write(body)
        return response

    async def prepare(self, request: web.Request, response: web.StreamResponse) -> None:
        """Send the head of an answer."""
        await response.prepare(request)


class Login(Files):
    """A network that answers everything with its own page."""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append("")
        return web.Response(text="<html>log in</html>", content_type="text/html")


class Chunked(Files):
    """A server that does not say how long its answer is."""

    async def prepare(self, request: web.Request, response: web.StreamResponse) -> None:
        del response.headers["Content-Length"]
        response.enable_chunked_encoding()
        await response.prepare(request)


class NoPlace(Files):
    """A server that does not say which part of the file it sends."""

    async def prepare(self, request: web.Request, response: web.StreamResponse) -> None:
        response.headers.pop("Content-Range", None)
        await response.prepare(request)


class OutOfRange(Files):
    """A server that has no such range."""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if "Range" in request.headers:
            self.asked.append(request.headers["Range"])
            return web.Response(status=416)
        return await super().answer(request)


def fetch(files: Files, wanted: Offer, folder: Path) -> tuple[Path, list[int]]:
    async def main() -> tuple[Path, list[int]]:
        app = web.Application()
        app.router.add_get("/{name}", files.answer)
        runner = web.AppRunner(app, shutdown_timeout=0.05)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        seen: list[int] = []
        try:
            base = f"http://127.0.0.1:{runner.addresses[0][1]}/"
            return await install(wanted, base, folder, seen.append, pause=0.0), seen
        finally:
            await runner.cleanup()

    return asyncio.run(main())


def test_a_voice_is_installed_and_speaks(tmp_path: Path, archive: bytes) -> None:
    made, seen = fetch(Files(archive), offer(archive), tmp_path)
    assert made == tmp_path / "tiny-zh"
    assert seen[-1] == len(archive)
    assert [voice.name for voice in SherpaEngine(tmp_path).voices()] == ["tiny-zh"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["tiny-zh"]


def test_a_broken_download_goes_on_where_it_broke_off(tmp_path: Path, archive: bytes) -> None:
    files = Files(archive, breaks=3)
    fetch(files, offer(archive), tmp_path)
    starts = [int(asked.removeprefix("bytes=").rstrip("-") or 0) for asked in files.asked]
    assert starts[0] == 0
    assert all(before < after for before, after in itertools.pairwise(starts))


def test_a_server_that_cannot_begin_in_the_middle_sends_all_of_it(tmp_path: Path, archive: bytes) -> None:
    fetch(Files(archive, breaks=2, ranges=False), offer(archive), tmp_path)


def test_what_came_stays_for_the_next_run(tmp_path: Path, archive: bytes) -> None:
    (tmp_path / ".tiny-zh.tar.bz2.part").write_bytes(archive[:100])
    with pytest.raises(SpeechError, match=r"100 of .* bytes are here: run it again"):
        fetch(Files(archive, status=502), offer(archive), tmp_path)
    files = Files(archive)
    fetch(files, offer(archive), tmp_path)
    assert files.asked == ["bytes=100-"]


@pytest.mark.parametrize("tail", [b"", b"y"], ids=["one bit flipped", "and a byte too many"])
def test_another_file_is_never_opened(tmp_path: Path, archive: bytes, tail: bytes) -> None:
    with pytest.raises(SpeechError, match="not the file that was promised"):
        fetch(Files(otherwise(archive) + tail), offer(archive), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", [0, 100])
@pytest.mark.parametrize("files", [Login, Chunked, Files])
def test_an_answer_that_is_not_the_file_is_not_kept(tmp_path: Path, archive: bytes, files: type[Files], there: int) -> None:
    part = tmp_path / ".tiny-zh.tar.bz2.part"
    if there:
        part.write_bytes(archive[:there])
    other = files(archive[:-2])
    with pytest.raises(SpeechError, match=r"not the file that was promised.*voices install --from") as error:
        fetch(other, offer(archive), tmp_path)
    assert "\n" not in str(error.value)
    assert len(other.asked) == 1
    assert not part.exists() or part.read_bytes() == archive[:there]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_what_is_not_there_is_asked_for_once(tmp_path: Path, archive: bytes, status: int) -> None:
    files = Files(archive, status=status)
    with pytest.raises(SpeechError, match=f"{status} .*voices install --from"):
        fetch(files, offer(archive), tmp_path)
    assert len(files.asked) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("status", [429, 500, 503])
def test_what_may_be_there_later_is_asked_for_again(tmp_path: Path, archive: bytes, status: int) -> None:
    files = Files(archive, status=status)
    with pytest.raises(SpeechError, match="run it again"):
        fetch(files, offer(archive), tmp_path)
    assert len(files.asked) == 5


@pytest.mark.parametrize(
    ("base", "says"),
    [
        (
            "http://127.0.0.1:9",
            r"^tiny: no connection to 127\.0\.0\.1:9: connection refused; 0 of .*run it again.*--from",
        ),
        ("voices", "^voices is no address: write --from https://HOST/FOLDER$"),
        ("file:///voices", "^file:///voices is no address: write --from https://HOST/FOLDER$"),
    ],
)
def test_where_nobody_can_be_asked_is_said(tmp_path: Path, archive: bytes, base: str, says: str) -> None:
    with pytest.raises(SpeechError, match=says):
        asyncio.run(install(offer(archive), base, tmp_path, lambda size: None, pause=0))


@pytest.mark.parametrize("length", [27, -1, None])
def test_a_wrong_beginning_is_fetched_again_from_the_start(tmp_path: Path, archive: bytes, length: int | None) -> None:
    (tmp_path / ".tiny-zh.tar.bz2.part").write_bytes((b"<html>" + bytes(len(archive)))[: len(archive)][:length])
    files = Files(archive)
    fetch(files, offer(archive), tmp_path)
    assert files.asked[-1] == ""
    assert (tmp_path / "tiny-zh").is_dir()


def test_a_file_that_is_wrong_from_the_start_is_not_fetched_for_ever(tmp_path: Path, archive: bytes) -> None:
    files = Files(otherwise(archive), breaks=2)
    with pytest.raises(SpeechError, match="not the file that was promised"):
        fetch(files, offer(archive), tmp_path)
    assert len(files.asked) == 4
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("files", [NoPlace, OutOfRange])
def test_a_server_that_cannot_go_on_is_asked_from_the_start(tmp_path: Path, archive: bytes, files: type[Files]) -> None:
    (tmp_path / ".tiny-zh.tar.bz2.part").write_bytes(archive[:100])
    server = files(archive)
    fetch(server, offer(archive), tmp_path)
    assert server.asked == ["bytes=100-", ""]


def test_a_server_that_never_comes_to_the_end_is_left(tmp_path: Path, archive: bytes) -> None:
    with pytest.raises(SpeechError, match="run it again to go on"):
        fetch(NoPlace(archive, breaks=1000), offer(archive), tmp_path)


@pytest.mark.parametrize("has_filters", [True, False], ids=["Python 3.11.4", "Python 3.11.2"])
def test_an_archive_does_not_leave_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_filters: bool) -> None:
    if not has_filters:
        monkeypatch.delattr(tarfile, "data_filter", raising=False)
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:bz2") as file:
        file.addfile(tarfile.TarInfo("../outside"), io.BytesIO())
    with pytest.raises(SpeechError, match="cannot be unpacked"):
        fetch(Files(packed.getvalue()), offer(packed.getvalue()), tmp_path / "voices")
    assert not (tmp_path / "outside").exists()


def test_an_installed_voice_is_replaced(tmp_path: Path, archive: bytes) -> None:
    (tmp_path / "tiny-zh").mkdir()
    (tmp_path / "tiny-zh" / "old").write_text("")
    fetch(Files(archive), offer(archive), tmp_path)
    assert not (tmp_path / "tiny-zh" / "old").exists()


def test_what_is_offered_is_pinned() -> None:
    assert all(len(bytes.fromhex(one.sha256)) == 32 and one.size > 1e6 and one.license for one in OFFERS)
    assert len({one.name for one in OFFERS}) == len(OFFERS)

"""Fetches a voice: resumed where it broke off, verified before it is opened, there whole or not at all."""

import asyncio
import hashlib
import os
import re
import shutil
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

import aiohttp

from audio_edition.engines import _proxies
from audio_edition.engines._http import no_connection, untrusted
from audio_edition.engines._voice_offers import Offer
from audio_edition.model.errors import SpeechError

TRIES = 5
"""Broken connections in a row, without a byte between them, after which it gives up; what came stays for the next run."""
PASSING = (408, 425, 429)
"""Answers of the kind 4xx after which trying again may help."""
MIRROR = "`audio-edition voices install --from ADDRESS` fetches it from another server"
CHUNK = 1 << 20
Progress = Callable[[int], None]
"""Called with the number of bytes that are there."""


async def install(offer: Offer, base: str, folder: Path, progress: Progress, pause: float = 1.0) -> Path:
    """Fetch a voice from below `base` into its folder; gives the folder.

    Raises SpeechError when it cannot be fetched, is not the file that was promised, or cannot be written.
    """
    part = folder / f".{offer.file}.part"
    try:
        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
        await _fetch_promised(offer, base, part, progress, pause)
        return await asyncio.to_thread(_unpack, offer, part, folder)
    except OSError as error:
        raise SpeechError(f"{offer.name} cannot be kept in {folder}: {error.strerror or error}") from error


async def _fetch_promised(offer: Offer, base: str, part: Path, progress: Progress, pause: float) -> None:
    """Fetch a file that has the hash; one that came in pieces and has not, perhaps of two files, once more from the start."""
    for _ in range(2):
        pieces = await _fetch(offer, base, part, progress, pause)
        found = await asyncio.to_thread(_sha256, part)
        if found == offer.sha256:
            return
        _drop(part)
        if not pieces:
            break
    raise SpeechError(f"{offer.file} is not the file that was promised (SHA-256 {found}); it was deleted; {MIRROR}")


async def _fetch(offer: Offer, base: str, part: Path, progress: Progress, pause: float) -> bool:
    """Fetch what is missing; whether what is there now came in pieces."""
    _proxies.check(base)
    left, pieces, most = TRIES, _size(part) > 0, _size(part)
    async with aiohttp.ClientSession(trust_env=True, timeout=aiohttp.ClientTimeout(sock_connect=30, sock_read=60)) as session:
        while _size(part) < offer.size:
            there = _size(part)
            try:
                await _more(session, base.rstrip("/") + "/" + offer.file, part, offer, progress)
                broken = "the server ended early"
            except (aiohttp.ClientError, TimeoutError) as error:
                broken = _why(error, base)
            left, pieces = TRIES if _size(part) > most else left - 1, pieces or there > 0
            most = max(most, _size(part))
            if left == 0:
                here = f"{_size(part)} of {offer.size} bytes are here"
                raise SpeechError(f"{offer.name}: {broken}; {here}: run it again to go on; {MIRROR}")
            if _size(part) < offer.size:
                await asyncio.sleep(pause)
    return pieces


def _why(error: Exception, base: str) -> str:
    """What kept the bytes from coming. Raises SpeechError where they never will."""
    match error:
        case aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError():
            raise SpeechError(f"{base} is no address: write --from https://HOST/FOLDER") from error
        case aiohttp.ClientConnectorCertificateError():
            raise SpeechError(untrusted(error)) from error
        case aiohttp.ClientConnectorError():
            return no_connection(error)
    return f"{type(error).__name__}: {error}"


async def _more(session: aiohttp.ClientSession, url: str, part: Path, offer: Offer, progress: Progress) -> None:
    """What is still missing, appended; all of it where the server cannot begin in the middle.

    Raises SpeechError for an answer that is not the file, aiohttp.ClientError for one that may be the next time.
    """
    there = _size(part)
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={there}-"} if there else {})
    async with session.get(url, headers=headers) as response:
        begin = _begin(response, there)
        if begin not in (0, there):
            _drop(part)  # it cannot go on from here: from the start, without asking for a range
            return
        _check(response, offer)
        with part.open("ab" if begin else "wb") as file:
            async for chunk in response.content.iter_chunked(CHUNK):
                file.write(chunk)
                progress(file.tell())
                if file.tell() > offer.size:
                    break
    if _size(part) < offer.size and response.headers.get("Transfer-Encoding") == "chunked":
        size = _size(part)
        _drop(part)  # it ended as it should, and is too short: this is another file
        raise _other(response, offer, f"{size} bytes")


def _begin(response: aiohttp.ClientResponse, there: int) -> int:
    """At which byte of the file the body begins; -1 when the server does not say, or has no byte after `there`."""
    if response.status == 416 and there:
        return -1
    if response.status != 206:
        return 0
    said = re.match(r"bytes (\d+)-", response.headers.get("Content-Range", ""))
    return int(said[1]) if said else -1


def _check(response: aiohttp.ClientResponse, offer: Offer) -> None:
    """Raises SpeechError for an answer that is not the file, aiohttp.ClientError for one that may be the next time."""
    if 400 <= response.status < 500 and response.status not in PASSING:
        raise SpeechError(f"{response.url}: {response.status} {response.reason}; {MIRROR}")
    response.raise_for_status()
    if response.status not in (200, 206):
        raise SpeechError(f"{response.url}: {response.status} {response.reason}; {MIRROR}")
    if response.content_type.startswith("text/"):
        raise _other(response, offer, f"{response.content_type}; does this network ask for a login in the browser?")
    size = _whole_size(response)
    if size not in (None, offer.size):
        raise _other(response, offer, f"{size} bytes")


def _whole_size(response: aiohttp.ClientResponse) -> int | None:
    """Bytes of the whole file, where the answer says it."""
    if response.status == 206:
        size = response.headers.get("Content-Range", "").rpartition("/")[2]
        return int(size) if size.isdecimal() else None
    encoded = response.headers.get("Content-Encoding", "identity") != "identity"
    return None if encoded else response.content_length


def _other(response: aiohttp.ClientResponse, offer: Offer, what: str) -> SpeechError:
    promised = f"{offer.file} of {offer.size} bytes"
    return SpeechError(f"{response.url}: not the file that was promised, {promised}, but {what}; {MIRROR}")


def _sha256(part: Path) -> str:
    with part.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _unpack(offer: Offer, part: Path, folder: Path) -> Path:
    staging = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=folder))
    try:
        with tarfile.open(part, "r:*") as archive:
            _extract(archive, staging)
        made = folder / offer.folder
        if made.exists():
            shutil.rmtree(made)
        os.replace(staging / offer.folder, made)
    except (tarfile.TarError, EOFError) as error:
        raise SpeechError(f"{offer.file} cannot be unpacked: {error}") from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    part.unlink()
    return made


def _extract(archive: tarfile.TarFile, folder: Path) -> None:
    """Unpack an archive, nothing of it outside of the folder. Raises tarfile.TarError."""
    if hasattr(tarfile, "data_filter"):
        archive.extractall(folder, filter="data")
        return
    root = folder.resolve()  # Python before 3.11.4, as in Debian 12, has no filters
    for member in archive:
        if not (member.isreg() or member.isdir()) or not (root / member.name).resolve().is_relative_to(root):
            raise tarfile.TarError(f"{member.name} is no file of a voice")
    archive.extractall(folder)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _drop(path: Path) -> None:
    path.unlink(missing_ok=True)

"""Fetches a voice: resumed where it broke off, verified before it is opened, there whole or not at all."""

import asyncio
import hashlib
import os
import shutil
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

import aiohttp

from audio_edition.engines._voice_offers import Offer
from audio_edition.model.errors import SpeechError

TRIES = 5
"""Broken connections in a row, without a byte between them, after which it gives up; what came stays for the next run."""
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
        await _fetch(offer, base, part, progress, pause)
        await asyncio.to_thread(_verify, offer, part)
        return await asyncio.to_thread(_unpack, offer, part, folder)
    except OSError as error:
        raise SpeechError(f"{offer.name} cannot be kept in {folder}: {error.strerror or error}") from error


async def _fetch(offer: Offer, base: str, part: Path, progress: Progress, pause: float) -> None:
    left = TRIES
    async with aiohttp.ClientSession(trust_env=True, timeout=aiohttp.ClientTimeout(sock_connect=30, sock_read=60)) as session:
        while _size(part) < offer.size:
            there = _size(part)
            try:
                await _more(session, base.rstrip("/") + "/" + offer.file, part, offer.size, progress)
                broken = "the server ended early"
            except (aiohttp.ClientError, TimeoutError) as error:
                broken = f"{type(error).__name__}: {error}"
            left = TRIES if _size(part) > there else left - 1
            if left == 0:
                raise SpeechError(f"{offer.name}: {broken}; {_size(part)} of {offer.size} bytes are here: run it again to go on")
            if _size(part) < offer.size:
                await asyncio.sleep(pause)


async def _more(session: aiohttp.ClientSession, url: str, part: Path, size: int, progress: Progress) -> None:
    """What is still missing, appended; all of it where the server cannot begin in the middle."""
    there = _size(part)
    async with session.get(url, headers={"Range": f"bytes={there}-"} if there else {}) as response:
        if response.status not in (200, 206):
            response.raise_for_status()
            raise SpeechError(f"{url}: {response.status} {response.reason}")
        resumed = response.status == 206 and response.headers.get("Content-Range", "").startswith(f"bytes {there}-")
        with part.open("ab" if resumed else "wb") as file:
            async for chunk in response.content.iter_chunked(CHUNK):
                file.write(chunk)
                progress(file.tell())
                if file.tell() > size:
                    break


def _verify(offer: Offer, part: Path) -> None:
    with part.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != offer.sha256:
        part.unlink()
        raise SpeechError(f"{offer.file} is not the file that was promised (SHA-256 {found}); it was deleted")


def _unpack(offer: Offer, part: Path, folder: Path) -> Path:
    staging = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=folder))
    try:
        with tarfile.open(part, "r:*") as archive:
            archive.extractall(staging, filter="data")
        made = folder / offer.folder
        if made.exists():
            shutil.rmtree(made)
        os.replace(staging / offer.folder, made)
    except tarfile.TarError as error:
        raise SpeechError(f"{offer.file} cannot be unpacked: {error}") from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    part.unlink()
    return made


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0

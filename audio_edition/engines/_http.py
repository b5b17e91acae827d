"""One POST to a speech server, as the engines on HTTP need it. Exceptions of aiohttp end here."""

import asyncio
import email.utils
import time
import urllib.parse
from collections.abc import Mapping

import aiohttp
from msgspec import Struct

from audio_edition.model.errors import SpeechError, SpeechRefused, SpeechThrottled

CONNECT = 15.0
"""Seconds for a connection."""
SILENCE = 60.0
"""Seconds without a byte: servers at home think before they speak."""
WHOLE = 300.0
"""Seconds for an answer."""
LONGEST = 600.0
"""Seconds that a server may make us wait at once: more is a mistake of its clock."""


class Answer(Struct, frozen=True):
    """What a server sent."""

    body: bytes
    media_type: str


class Server:
    """A connection pool to one server; opened when first needed."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._session: aiohttp.ClientSession | None = None

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """The whole answer. Raises SpeechError, SpeechThrottled, SpeechRefused."""
        if self._session is None:
            limits = aiohttp.ClientTimeout(total=WHOLE, sock_connect=CONNECT, sock_read=SILENCE)
            self._session = aiohttp.ClientSession(timeout=limits, trust_env=not is_local(url))
        try:
            async with self._session.post(url, headers=headers, data=body) as response:
                content = await response.read()
                if response.status == 200:
                    return Answer(content, response.content_type)
                raise self._refusal(response.status, response.headers, content)
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
            raise SpeechError(f"{self._name}: the connection failed: {type(error).__name__}: {error}") from error

    async def aclose(self) -> None:
        """Close the connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()
            await asyncio.sleep(0)

    def _refusal(self, status: int, headers: Mapping[str, str], content: bytes) -> SpeechError:
        said = " ".join(content[:200].decode("utf-8", "replace").split())
        if status in (429, 503):
            return SpeechThrottled(f"{self._name} asks for patience ({status}): {said}", retry_after(headers))
        if status >= 500 or status == 408:
            return SpeechError(f"{self._name} failed ({status}): {said}")
        hint = "; check the key" if status in (401, 403) else ""
        return SpeechRefused(f"{self._name} refused ({status}{hint}): {said}")


def is_local(url: str) -> bool:
    """Whether an address is on this computer, where no proxy of the environment is asked.

    >>> is_local("ws://127.0.0.1:8765/x"), is_local("http://localhost:8880/v1"), is_local("https://api.openai.com/v1")
    (True, True, False)
    """
    host = urllib.parse.urlsplit(url).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")


def retry_after(headers: Mapping[str, str] | None) -> float:
    """Seconds that a Retry-After header asks for, as a number or a date; 0 when there is none.

    >>> retry_after({"Retry-After": "7"}), retry_after({"Retry-After": "soon"}), retry_after(None)
    (7.0, 0.0, 0.0)
    """
    value = (headers or {}).get("Retry-After", "").strip()
    try:
        return min(LONGEST, max(0.0, float(value)))
    except ValueError:
        pass
    try:
        return min(LONGEST, max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time()))
    except ValueError:
        return 0.0

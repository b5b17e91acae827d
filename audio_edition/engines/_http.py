"""One POST to a speech server, as the engines on HTTP need it. Exceptions of aiohttp end here."""

import asyncio
import email.utils
import math
import socket
import ssl
import time
import urllib.parse
from collections import Counter
from collections.abc import Mapping

import aiohttp

from audio_edition.engines import _proxies
from audio_edition.engines._answer import Answer, answer, said
from audio_edition.model.errors import SpeechError, SpeechRefused, SpeechThrottled

CONNECT = 15.0
"""Seconds for a connection."""
SILENCE = 60.0
"""Seconds without a byte: servers at home think before they speak."""
WHOLE = 300.0
"""Seconds for an answer."""
SLOWEST = 100.0
"""Bytes that come in a second at least, on the whole: the thriftiest sound has 1,000, and a server at home takes ten for it."""
MOST = 256 << 20
"""Bytes of an answer: 20 minutes at 48 kHz in stereo, where no request takes ten."""
UNREACHABLE = 10.0
"""Seconds that nobody answers at an address before it counts as wrong: a server that starts needs some. Once it has answered
the address is right, and how long an outage may last is not for an engine to say."""
LONGEST_ADDRESS = LONGEST_REASON = 200
"""Characters of an address, and of another program's error, that an error quotes."""
REDIRECTS = (301, 302, 303, 307, 308)
"""Statuses of an answer that names another address. It is not followed: a POST would become a GET, and the key go elsewhere."""
SHUT = (401, 403, 404, 405, *REDIRECTS)
"""Statuses of an answer that lets nobody in, or has nothing at that address: of a server that has answered before, it may be an
accident of what stands before it, such as a Wi-Fi that wants its guests to log in again."""
ACCIDENTS, MOST_ACCIDENTS = 2, 5
"""Such answers to one request that are taken for accidents: with no other request answered in between, and in all."""
PART = 206
"""Status of an answer to somebody who asked for a part."""
PASSING = (408, 409, 425)
"""Statuses below 500 of what passes by itself: too slow, a lock that others hold (OpenAI's client asks again), too early."""
WITHOUT_CREDIT = (b"insufficient_quota", b"billing_not_active")
"""Codes in answers 429 that no patience helps against (platform.openai.com, error codes)."""


class Server:
    """A connection pool to one server; opened when first needed.

    `setting` is the variable that names its address, of which `example` is one; `patience` is in seconds.
    """

    def __init__(self, name: str, setting: str, example: str, patience: float = UNREACHABLE) -> None:
        self._name = name
        self._setting, self._example = setting, example
        self._asks = f"is {setting} right ({example})?"
        self._patience = patience
        self._reached = False
        self._admitted = False
        self._shut: Counter[bytes] = Counter()
        """How often a request came to a shut door, once others had been answered."""
        self._in_a_row: Counter[bytes] = Counter()
        """The same since the last answer to any."""
        self._unreachable_since: float | None = None
        self._session: aiohttp.ClientSession | None = None

    async def post(self, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        """The whole answer. Raises SpeechError, SpeechThrottled, SpeechRefused."""
        try:
            async with self._open(url).post(url, headers=headers, data=body, allow_redirects=False) as response:
                self._reached = True
                content = await self._content(response)
                if 200 <= response.status < 300 and response.status != PART:
                    self._admitted = True
                    self._shut.pop(body, None)
                    self._in_a_row.clear()
                    return answer(content, response.headers.get("Content-Type", ""))
                if response.status in SHUT and self._may_be_accident(body):
                    raise SpeechError(f"{self._name}: {response.status} of a server that has answered before")
                explained = content or (response.reason or "").encode()  # Azure says there what is wrong with a document
                raise self._refusal(url, response.status, response.headers, explained)
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
            raise self._failure(url, error) from error

    async def aclose(self) -> None:
        """Close the connections."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()
            await asyncio.sleep(0)

    async def _content(self, response: aiohttp.ClientResponse) -> bytes:
        """The body of an answer. Where aiohttp cannot make out a chunk, its own limit of silence does not hold, only WHOLE."""
        content, now = bytearray(), asyncio.get_running_loop().time
        begun = now()
        try:
            async with asyncio.timeout(SILENCE) as silence:
                async for piece in response.content.iter_any():
                    content += piece
                    if len(content) > MOST:
                        raise SpeechError(f"{self._name} does not end: {len(content)} bytes")
                    silence.reschedule(SILENCE + min(now(), begun + len(content) / SLOWEST))
        except TimeoutError as error:
            raise SpeechError(f"{self._name} fell silent, or took too long, after {len(content)} bytes") from error
        return bytes(content)

    def _may_be_accident(self, body: bytes) -> bool:
        if not self._admitted:
            return False
        self._shut[body] += 1
        self._in_a_row[body] += 1
        return self._in_a_row[body] <= ACCIDENTS and self._shut[body] <= MOST_ACCIDENTS

    def _open(self, url: str) -> aiohttp.ClientSession:
        if self._session is None:
            if not is_local(url):
                _proxies.check(url)
            limits = aiohttp.ClientTimeout(total=WHOLE, sock_connect=CONNECT, sock_read=SILENCE)
            self._session = aiohttp.ClientSession(timeout=limits, trust_env=not is_local(url))
        return self._session

    def _failure(self, url: str, error: Exception) -> SpeechError:
        """What an exception on the way to an answer means."""
        if isinstance(error, aiohttp.InvalidURL | aiohttp.NonHttpUrlClientError):
            return SpeechRefused(f"{self._name}: {url} is no address: {self._asks}")
        if isinstance(error, aiohttp.ClientConnectorCertificateError):
            return SpeechRefused(f"{self._name}: {untrusted(error)}")
        if isinstance(error, aiohttp.ClientConnectorError):
            return self._unreachable(error)
        if isinstance(error, ValueError):  # a line break in a key; no address at all
            return SpeechRefused(f"{self._name} cannot be asked: {told(error)}: look at the key, and {self._asks}")
        return SpeechError(f"{self._name}: the connection failed: {type(error).__name__}: {told(error)}")

    def _unreachable(self, error: aiohttp.ClientConnectorError) -> SpeechError:
        """Refused where for long nothing has ever listened, no such host is known, or the server does not speak TLS."""
        cause = error.os_error
        closed = isinstance(cause, ConnectionRefusedError)
        said = f"{self._name}: {no_connection(error)}; does the server run, and {self._asks}"
        wrong = closed or isinstance(cause, ssl.SSLError) or cause.errno == socket.EAI_NONAME
        if self._reached or not wrong:
            return SpeechError(said)
        now = time.monotonic()
        self._unreachable_since = now if self._unreachable_since is None else self._unreachable_since
        return SpeechRefused(said) if now - self._unreachable_since >= self._patience else SpeechError(said)

    def _refusal(self, url: str, status: int, headers: Mapping[str, str], content: bytes) -> SpeechError:
        """What an answer without sound means."""
        reason = said(content)
        if status in REDIRECTS:
            return self._elsewhere(url, status, headers.get("Location", ""))
        if status == 429 and any(code in content for code in WITHOUT_CREDIT):
            return SpeechRefused(f"{self._name} refused ({status}; the account has no credit): {reason}")
        if status in (429, 503):
            return SpeechThrottled(f"{self._name} asks for patience ({status}): {reason}", retry_after(headers))
        if status >= 500 or status in PASSING:
            return SpeechError(f"{self._name} failed ({status}): {reason}")
        if status in (404, 405):
            explained = content.lstrip().startswith(b"{") and b"error" in content
            return SpeechRefused(f"{self._name} refused ({status}) {url}: {reason}" + ("" if explained else f"; {self._asks}"))
        hint = "; check the key" if status in (401, 403) else ""
        return SpeechRefused(f"{self._name} refused ({status}{hint}): {reason}")

    def _elsewhere(self, url: str, status: int, location: str) -> SpeechRefused:
        """What an answer that names another address means."""
        to = f"sends on to {_target(url, location)}" if location else "sends on, without saying where"
        change = f"if that is your server, set {self._setting} to its address ({self._example})"
        return SpeechRefused(f"{self._name}: {url} {to} ({status}), which is not followed; {change}")


def is_local(url: str) -> bool:
    """Whether an address is on this computer, where no proxy of the environment is asked.

    >>> is_local("ws://127.0.0.1:8765/x"), is_local("http://localhost:8880/v1"), is_local("https://api.openai.com/v1")
    (True, True, False)
    """
    host = urllib.parse.urlsplit(url).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")


def told(error: object) -> str:
    """What another program's error says, on one line that a person reads to its end.

    >>> told("Bad status line:\\n\\n  b'SSH-2.0'")
    "Bad status line: b'SSH-2.0'"
    """
    said = " ".join(str(error).split())
    return said if len(said) <= LONGEST_REASON else f"{said[:LONGEST_REASON]}…"


def no_connection(error: aiohttp.ClientConnectorError) -> str:
    """Where nobody was reached, and why, in the words of a system: asyncio's own name the socket's address as Python has it."""
    cause = error.os_error
    reason = "connection refused" if isinstance(cause, ConnectionRefusedError) else cause.strerror or str(cause)
    return f"no connection to {error.host}:{error.port}: {reason}"


def untrusted(error: aiohttp.ClientConnectorCertificateError) -> str:
    """Whose certificate is not believed, and what to do about it."""
    hint = "if you trust it, or a proxy of your company signs it, set SSL_CERT_FILE to its certificate"
    return f"{error.host}:{error.port}: {error.certificate_error}; {hint}"


def retry_after(headers: Mapping[str, str] | None) -> float:
    """Seconds that a Retry-After header asks for, as a number or a date; 0 when there is none.

    >>> retry_after({"Retry-After": "7"}), retry_after({"Retry-After": "soon"}), retry_after({"Retry-After": "inf"})
    (7.0, 0.0, 0.0)
    """
    value = (headers or {}).get("Retry-After", "").strip()
    try:
        seconds = float(value)
        return max(0.0, seconds) if math.isfinite(seconds) else 0.0
    except ValueError:
        pass
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return 0.0


def _target(url: str, location: str) -> str:
    """The address that a redirect from `url` names, on one line."""
    try:
        address = urllib.parse.urljoin(url, location)
    except ValueError:
        address = location
    return " ".join(address.split())[:LONGEST_ADDRESS]

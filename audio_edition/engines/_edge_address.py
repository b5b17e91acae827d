"""Where the read-aloud service is asked, and through what: as the environment says, refused when it cannot be."""

import os
import urllib.parse
import urllib.request

from audio_edition.engines._http import is_local
from audio_edition.engines._proxies import check, said, shown
from audio_edition.model.errors import SpeechRefused

SETTING = "AUDIO_EDITION_EDGE_URL"


def server() -> str:
    """The server that the environment names; empty when it names none. Raises SpeechRefused."""
    chosen = os.environ.get(SETTING, "").strip()
    if chosen and not _is_address(chosen, ("ws", "wss")):
        raise SpeechRefused(f"{SETTING}={shown(chosen)} is no address: write ws://HOST:PORT/PATH or wss://HOST/PATH")
    return chosen


def proxy(url: str) -> str | None:
    """The environment's proxy for a WebSocket: aiohttp looks only for WSS_PROXY, and people set HTTPS_PROXY.

    Raises SpeechRefused, naming the variable.
    """
    check(url)
    parts = urllib.parse.urlsplit(url)
    if is_local(url) or urllib.request.proxy_bypass(parts.hostname or ""):
        return None
    known = urllib.request.getproxies()
    kinds = ("wss", "https", "all") if parts.scheme == "wss" else ("ws", "http", "all")
    kind = next((kind for kind in kinds if known.get(kind)), None)
    if kind is None:
        return None
    if not _is_address(known[kind], ("http", "https")):
        raise SpeechRefused(f"{said(kind, known[kind])} is no proxy for it: write http://HOST:PORT")
    return known[kind]


def _is_address(text: str, schemes: tuple[str, ...]) -> bool:
    """Whether a text names a host, by one of these schemes.

    >>> _is_address("ws://[::1]:8765/x", ("ws",)), _is_address("ws://h:99999/x", ("ws",)), _is_address("h:8765", ("ws",))
    (True, False, False)
    """
    try:
        parts = urllib.parse.urlsplit(text)
        return parts.scheme in schemes and bool(parts.hostname) and parts.port != 0 and len(text.split()) == 1
    except ValueError:
        return False

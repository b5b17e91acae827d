"""The proxies that the environment names: each must be an address, also those that are not asked, for aiohttp reads them all."""

import os
import urllib.parse
import urllib.request

from yarl import URL

from audio_edition.model.errors import SpeechRefused

_READ = ("http", "https", "ws", "wss")
"""Kinds that aiohttp reads where it is told to trust the environment."""


def check(url: str) -> None:
    """Raises SpeechRefused, naming the variable, for a proxy that is no address and keeps `url` from being asked."""
    known = urllib.request.getproxies()
    wrong = next((kind for kind in _READ if kind in known and not _is_address(known[kind])), None)
    if wrong and not (_is_address(url) and urllib.request.proxy_bypass(urllib.parse.urlsplit(url).hostname or "")):
        raise SpeechRefused(f"{said(wrong, known[wrong])} is no address: write http://HOST:PORT, or unset it")


def said(kind: str, value: str) -> str:
    """A setting as the environment has it, without its password; urllib knows it in either case, and systems' own."""
    named = (name for name, set_to in os.environ.items() if name.lower() == f"{kind}_proxy" and set_to == value)
    return f"{next(named, f'the system’s {kind} proxy')}={shown(value)}"


def _is_address(text: str) -> bool:
    """Whether aiohttp can read it.

    >>> _is_address("http://[::1]:3128"), _is_address("http://[::1"), _is_address("http://h:99999")
    (True, False, False)
    """
    try:
        URL(text)
    except ValueError:
        return False
    return True


def shown(address: str) -> str:
    """An address without its password.

    >>> shown("socks5://me:secret@host:1080"), shown("foo")
    ('socks5://…@host:1080', 'foo')
    """
    before, at, host = address.rpartition("@")
    scheme, slashes, _ = before.partition("://")
    return f"{scheme}://…@{host}" if slashes else f"…@{host}" if at else address

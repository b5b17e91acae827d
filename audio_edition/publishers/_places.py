"""Where each file of an edition lies, and its address."""

import re
from contextlib import suppress
from functools import lru_cache
from urllib.parse import quote

from msgspec import structs

from audio_edition.model.edition import Edition, Track
from audio_edition.settings import Paper

_RESERVED = "/?#[]@!$&'()*+,;=:%~"
"""Characters that have a meaning in an address, and those that are already encoded."""


LOCAL = "http://127.0.0.1:8000/{}/"
"""Where `audio-edition serve` shows a paper: the address of its feeds until paper.toml says another."""


def addressed(paper: Paper, edition: Edition) -> Paper:
    """The paper with an address: podcast clients take no relative ones."""
    return paper if paper.base_url else structs.replace(paper, base_url=LOCAL.format(edition.paper))


def moved(feed: str, home: str) -> str:
    """The feed of a paper without an address, at another one.

    >>> moved('<link href="http://127.0.0.1:8000/qinglan/a.html"/>', "http://127.0.0.1:9000/")
    '<link href="http://127.0.0.1:9000/a.html"/>'
    """
    return _LOCAL.sub(lambda _: home, feed)


_LOCAL = re.compile(re.escape(LOCAL).replace(r"\{\}", "[A-Za-z0-9-]+"))


def of_edition(edition: Edition, name: str) -> str:
    """Path of a file of the edition: `2023-11-08/edition.mp3`."""
    return f"{edition.date}/{name}"


def of_article(edition: Edition, track: Track, ending: str) -> str:
    """Path of a file of an article: `2023-11-08/articles/01-yi-zuo.mp3`."""
    return f"{edition.date}/articles/{track.slug}.{ending}"


def url(paper: Paper, path: str) -> str:
    """Address of a path: absolute when the paper says where it is served, else relative to output/<paper>/.

    >>> url(Paper(base_url="https://example.org/qinglan"), "2023-11-08/edition.mp3")
    'https://example.org/qinglan/2023-11-08/edition.mp3'
    """
    return (ascii_address(paper.base_url).rstrip("/") + "/" if paper.base_url else "") + quote(path)


@lru_cache(8)
def ascii_address(address: str) -> str:
    """An address as feeds and tags may hold it: the host's name in Punycode, all else percent-encoded.

    >>> ascii_address("https://青澜.cn:8443/有声/?a=1")
    'https://xn--yhx106f.cn:8443/%E6%9C%89%E5%A3%B0/?a=1'
    """
    scheme, _, place = address.partition("://")
    host, slash, rest = place.partition("/")
    with suppress(UnicodeError):
        host = host.encode("idna").decode("ascii")
    return f"{scheme}://{quote(host, safe=':@[]')}{slash}{quote(rest, safe=_RESERVED)}" if place else ""

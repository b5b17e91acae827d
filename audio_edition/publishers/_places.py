"""Where each file of an edition lies, and its address."""

from urllib.parse import quote

from audio_edition.model.edition import Edition, Track
from audio_edition.settings import Paper


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
    return (paper.base_url.rstrip("/") + "/" if paper.base_url else "") + quote(path)

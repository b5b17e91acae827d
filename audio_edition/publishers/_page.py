"""What all pages share: templates, assets, the strict policy, addresses."""

import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
from markupsafe import Markup
from msgspec import Struct

from audio_edition.model.edition import Edition
from audio_edition.publishers import _templates
from audio_edition.publishers._labels import Labels
from audio_edition.publishers._markup import printed, short
from audio_edition.settings import Paper

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'"
)
"""No inline code, nothing from elsewhere (https://www.w3.org/TR/CSP3/)."""
ARCHIVE_ASSETS = ("css", "prefs", "icon")
"""Those that the archive page needs."""
_STYLES = ("theme", "page", "player")
_SCRIPTS = ("core", "follow", "player", "text", "pinyin", "offline", "start")
_TEMPLATES = files("audio_edition.publishers") / "templates"


class Asset(Struct, frozen=True):
    """A file that pages share; its name says what is in it, so it can be kept for ever."""

    path: str
    """Relative to the issue's folder: an issue stays as it was published when the program that made it has changed."""
    content: bytes


class Page(Struct, frozen=True, omit_defaults=True):
    """What the frame of a page needs to know."""

    title: str
    description: str
    paper: str
    lang: str
    """Of the page's own words; what is printed may be in another."""
    root: str
    """From the page to the paper's folder: empty, `../`, `../../`."""
    home: str = ""
    """From the page to the folder in which its assets lie: its issue's, or (the archive page) the paper's."""
    key: str = ""
    """Under which the reader's place is remembered."""
    issue_key: str = ""
    canonical: str = ""
    notice: Markup | str = ""
    copyright: str = ""
    about: str = ""


@cache
def assets() -> dict[str, Asset]:
    """The shared files by name: css, prefs, reader, icon."""
    css = "".join(_lean(_source(f"css/{name}.css"), r"/\*.*?\*/") for name in _STYLES)
    css = re.sub(r"\s*([{};,])\s*|(?<=:) ", r"\1", css)
    script = "".join(_lean(_source(f"js/{name}.js"), r"^\s*//[^\n]*") for name in _SCRIPTS)
    reader = f'(() => {{\n"use strict";\n{script}}})();\n'
    return {
        "css": _asset("page", "css", css),
        "prefs": _asset("prefs", "js", _source("js/prefs.js")),
        "reader": _asset("reader", "js", reader),
        "icon": _asset("icon", "svg", _source("icon.svg")),
    }


def _source(path: str) -> str:
    return _TEMPLATES.joinpath(path).read_text(encoding="utf-8")


def _lean(source: str, comment: str) -> str:
    """The source without comments and indentation."""
    lines = re.sub(comment, "", source, flags=re.DOTALL | re.MULTILINE).splitlines()
    return "".join(line.strip() + "\n" for line in lines if line.strip())


def _asset(name: str, suffix: str, content: str) -> Asset:
    data = content.encode()
    return Asset(f"assets/{name}-{hashlib.sha256(data).hexdigest()[:12]}.{suffix}", data)


def rendered(template: str, page: Page, say: Labels, **values: Any) -> str:
    """A page, drawn by a template, in these words."""
    shared = {name: asset.path for name, asset in assets().items()}
    return _templates.render(template, page=page, say=say, csp=CSP, assets=shared, **values)


def linked(value: dict[str, Any]) -> Markup:
    """JSON-LD that can stand in a script element whatever its strings hold.

    >>> print(linked({"name": "</script>"}))
    {"name":"\\u003c/script\\u003e"}
    """
    text = msgspec.json.encode(value).decode()
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def address(paper: Paper, path: str) -> str:
    """The absolute address of a published file; empty without a base URL."""
    return f"{paper.base_url.rstrip('/')}/{path}" if paper.base_url else ""


def name(edition: Edition, say: Labels) -> str:
    """Name of the paper, on one line."""
    return short(edition.title, 80) or say.paper


def notice(paper: Paper, say: Labels) -> Markup | str:
    """The visible label of synthetic speech (GB 45438-2025); empty where the paper has turned it off."""
    return printed(short(paper.synthetic_notice, 200) or say.synthetic, say.lang) if paper.announce_synthetic else ""


def iso_length(seconds: float) -> str:
    """A duration as ISO 8601 has it.

    >>> iso_length(192.4)
    'PT192S'
    """
    return f"PT{round(seconds)}S"

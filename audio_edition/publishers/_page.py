"""What all pages share: templates, assets, the strict policy, addresses, dates and durations in words."""

import hashlib
import re
from datetime import date as Date
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
import msgspec
from markupsafe import Markup
from msgspec import Struct

from audio_edition.model.edition import Edition
from audio_edition.publishers._markup import clean, short
from audio_edition.settings import Paper

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self' blob:; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'"
)
"""No inline code, nothing from elsewhere (https://www.w3.org/TR/CSP3/)."""
_STYLES = ("theme", "page", "player")
_SCRIPTS = ("core", "follow", "player", "text", "pinyin", "offline", "start")
_TEMPLATES = files("audio_edition.publishers") / "templates"


class Asset(Struct, frozen=True):
    """A file that all pages of a paper share; its name says what is in it, so it can be kept for ever."""

    path: str
    content: bytes


class Page(Struct, frozen=True, omit_defaults=True):
    """What the frame of a page needs to know."""

    title: str
    description: str
    paper: str
    lang: str
    root: str
    """From the page to the paper's folder: empty, `../`, `../../`."""
    key: str = ""
    """Under which the reader's place is remembered."""
    issue_key: str = ""
    canonical: str = ""
    notice: str = ""
    copyright: str = ""
    about: str = ""


@cache
def assets() -> dict[str, Asset]:
    """The shared files by name: css, prefs, reader, icon."""
    css = "".join(_lean(_source(f"css/{name}.css"), r"/\*.*?\*/") for name in _STYLES)
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


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("audio_edition.publishers", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )


def rendered(template: str, page: Page, **values: Any) -> str:
    """A page, drawn by a template."""
    shared = {name: asset.path for name, asset in assets().items()}
    return _environment().get_template(template).render(page=page, csp=CSP, assets=shared, **values)


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


def name(edition: Edition) -> str:
    """Name of the paper, on one line."""
    return short(edition.title, 80) or "报纸"


def notice(paper: Paper) -> str:
    """The visible label of synthetic speech (GB 45438-2025); empty where the paper has turned it off."""
    return short(paper.synthetic_notice, 200) or "本有声版语音由人工智能合成。" if paper.announce_synthetic else ""


def day(iso: str) -> str:
    """A date in words.

    >>> day("2022-07-26")
    '2022年7月26日 星期二'
    """
    try:
        date = Date.fromisoformat(iso)
    except ValueError:
        return short(iso)
    return f"{date.year}年{date.month}月{date.day}日 星期{'一二三四五六日'[date.weekday()]}"


def length(seconds: float) -> str:
    """A duration in words.

    >>> length(192.4), length(3725)
    ('3分12秒', '1小时2分')
    """
    whole = round(seconds)
    if whole >= 3600:
        return f"{whole // 3600}小时{whole % 3600 // 60}分"
    return f"{whole // 60}分{whole % 60}秒" if whole >= 60 else f"{whole}秒"


def iso_length(seconds: float) -> str:
    """A duration as ISO 8601 has it.

    >>> iso_length(192.4)
    'PT192S'
    """
    return f"PT{round(seconds)}S"

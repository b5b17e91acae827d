"""`audio-edition serve`: the output folder as a web server on this machine would show it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from aiohttp import web

TYPES = {
    ".epub": "application/epub+zip",
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".lpf": "application/lpf+zip",
    ".m4a": "audio/mp4",
    ".m4b": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".png": "image/png",
    ".smil": "application/smil+xml",
    ".srt": "application/x-subrip; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/rss+xml; charset=utf-8",
    ".zip": "application/zip",
}
"""What is published, whatever the system's own table says; all else is `application/octet-stream`."""
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Cache-Control": "no-cache",
}
FEEDS = ("feed.xml", "feed-articles.xml")


LISTING = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><title>有声版 · Audio editions</title>
<style>body {{ font: 1.25rem/1.6 sans-serif; margin: 2rem auto; max-width: 40rem; padding: 0 1rem }}
a {{ display: inline-block; min-width: 44px; padding: .5rem 0; color: LinkText }}</style></head>
<body><main><h1>有声版 <span lang="en">Audio editions</span></h1><ul>{}</ul></main></body></html>
"""
"""Page of a folder with several papers."""


def serve(
    output: Annotated[Path, typer.Argument(help="The folder to show.")] = Path("output"),
    port: Annotated[int, typer.Option(help="Port on this machine; 0 for any free one.", min=0, max=65535)] = 8000,
) -> None:
    """Show the output folder in a browser, on this machine only."""
    import asyncio
    from contextlib import suppress

    from audio_edition.model.errors import ConfigError

    if not output.is_dir():
        raise ConfigError(f"{output}: no such folder; build an edition first, or name its output folder")
    with suppress(KeyboardInterrupt):
        asyncio.run(_run(output, port))


async def _run(output: Path, port: int) -> None:
    import asyncio
    from errno import EADDRINUSE

    from aiohttp import web

    from audio_edition.model.errors import ConfigError

    runner = web.AppRunner(application(output), shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        typer.echo(f"{output} is at http://127.0.0.1:{runner.addresses[0][1]}/  (Ctrl+C stops)")
        await asyncio.Event().wait()
    except OSError as error:
        reason = "is taken" if error.errno == EADDRINUSE else f"cannot be used: {error.strerror}"
        raise ConfigError(f"port {port} {reason}; choose another with --port") from error
    finally:
        await runner.cleanup()


def application(output: Path) -> "web.Application":
    """The server: GET and HEAD of what lies in `output`, with byte ranges, ETags and the right types."""
    from aiohttp import web

    root = output.resolve()

    async def answer(request: web.Request) -> web.StreamResponse:
        path = _inside(root, request.match_info["path"])
        if path is None:
            return web.Response(status=404, text="not found\n", headers=HEADERS)
        if path.is_dir():
            return _folder(request, root, path)
        if path.name in FEEDS:
            return _feed(request, root, path)
        return web.FileResponse(path, headers=HEADERS | _headers(path))

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    return app


def _headers(path: Path) -> dict[str, str]:
    headers = {"Content-Type": TYPES.get(path.suffix.lower(), "application/octet-stream")}
    if path.parent.name == "assets":
        headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return headers


def _feed(request: "web.Request", root: Path, path: Path) -> "web.Response":
    """A feed: that of a paper without an address of its own holds the one at which it is served here, whatever the port."""
    from hashlib import sha256
    from urllib.parse import quote

    from aiohttp import web

    from audio_edition.publishers import _places

    host, port = request.get_extra_info("sockname")[:2]
    folder = path.parent.relative_to(root).as_posix()
    home = f"http://{host}:{port}/" + ("" if folder == "." else f"{quote(folder)}/")
    text = _places.moved(path.read_text("utf-8"), home)
    answer = web.Response(text=text, headers=HEADERS | _headers(path))
    answer.etag = sha256(text.encode()).hexdigest()
    if answer.etag in (request.if_none_match or ()):
        return web.Response(status=304, headers=HEADERS | {"ETag": answer.headers["ETag"]})
    return answer


def _inside(root: Path, wanted: str) -> Path | None:
    """The file or folder that is wanted, if it is there and, links followed, lies in `root`; hidden ones do not."""
    if any(part.startswith(".") for part in wanted.replace("\\", "/").split("/")):
        return None
    try:
        path = (root / wanted.lstrip("/")).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):  # absent, a name too long, a NUL, a loop of links (before Python 3.13)
        return None
    there = path.is_dir() or (path.is_file() and not wanted.endswith("/"))
    return path if there and path.is_relative_to(root) else None


def _title(paper: Path) -> tuple[str, str]:
    """Name and language of a paper, as its newest edition says them; the folder's name where none does."""
    from contextlib import suppress

    import msgspec

    from audio_edition.publishers._manifest import Manifest

    for path in sorted(paper.glob("????-??-??/edition.json"), reverse=True):
        with suppress(OSError, msgspec.MsgspecError):
            said = msgspec.json.decode(path.read_bytes(), type=Manifest)
            return said.title, said.language
    return paper.name, ""


def _folder(request: "web.Request", root: Path, path: Path) -> "web.StreamResponse":
    from html import escape
    from urllib.parse import quote

    from aiohttp import web

    if not request.path.endswith("/"):
        return web.Response(status=302, headers={"Location": quote(request.path.rpartition("/")[2]) + "/"})
    if (path / "index.html").is_file():
        return web.FileResponse(path / "index.html", headers=HEADERS | _headers(path / "index.html"))
    papers = sorted(entry.parent for entry in path.glob("*/index.html")) if path == root else []
    if not papers:
        return web.Response(status=404, text="not found\n", headers=HEADERS)
    items = "".join(
        f'<li><a href="{quote(paper.name)}/" lang="{escape(lang)}">{escape(title)}</a></li>'
        for paper, (title, lang) in ((paper, _title(paper)) for paper in papers)
    )
    return web.Response(text=LISTING.format(items), content_type="text/html", headers=HEADERS)

"""A real Chromium, and pages that must not complain: the sample edition, and one made by hand with hostile text."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from audio_edition import plugins
from tests.browser.server import Server
from tests.publishers import _edition
from tests.publishers._pages import HOSTILE, with_readings

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--mute-audio",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
Open = Callable[..., Page]
PATIENCE = 40
"""Seconds after which what is waited for does not come: a browser on a busy machine takes some for what is done at once."""

expect.set_options(timeout=1000 * PATIENCE)


def until(page: Page, condition: str, seconds: int = PATIENCE) -> None:
    """Waits for a condition of the page (Playwright's own way needs `eval`, which the pages forbid)."""
    page.evaluate(
        f"""() => new Promise((done, fail) => {{
            setTimeout(() => fail(new Error("not within {seconds} s: " + {condition!r})), {seconds * 1000});
            const look = () => (({condition}) ? done(true) : requestAnimationFrame(look));
            look();
        }})"""
    )


def chromium(playwright: Playwright) -> str:
    """Path of a Chromium: the one that CHROMIUM names, the system's, or Playwright's own."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or playwright.chromium.executable_path


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser of a module's tests; without one they are skipped, under CI=true they fail.

    No longer than a module: while Playwright runs, its event loop does, and tests beside it could run none of their own.
    """
    with sync_playwright() as playwright:
        path = chromium(playwright)
        if not Path(path).exists():
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("no Chromium: run python -m tests.prepare")
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def built(sample: Path) -> Iterator[str]:
    """Address of the sample paper's folder, built by the program and served by it."""
    with Server(sample.parent) as server:
        yield f"{server.url}{sample.name}/"


@pytest.fixture(scope="session")
def handmade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper's folder whose issue has three articles with readings, and a hostile one."""
    folder = tmp_path_factory.mktemp("handmade") / "qinglan-daily"
    edition = with_readings(_edition.make((*_edition.ARTICLES, replace(HOSTILE, title=HOSTILE.title[:200]))))
    for publisher in plugins.members("audio_edition.publishers"):
        for artifact in publisher.publish(edition, _edition.PAPER, _edition.context()):
            path = folder / artifact.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_edition.joined(artifact.content))
    return folder


@pytest.fixture(scope="session")
def served(handmade: Path) -> Iterator[str]:
    """Address of the handmade paper's folder."""
    with Server(handmade.parent) as server:
        yield f"{server.url}{handmade.name}/"


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens an address in a fresh profile; fails at the end if a page complained or asked elsewhere."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open(url: str, width: int = 1280, height: int = 900, **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, locale="zh-CN", **options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(1000 * PATIENCE)
        origin = url.partition("//")[2].partition("/")[0]
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.on(
            "request",
            lambda asked: None if origin in asked.url or asked.url.startswith("blob:") else complaints.append(asked.url),
        )
        page.goto(url)
        return page

    yield open
    for context in contexts:
        context.close()
    assert complaints == []

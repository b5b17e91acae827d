"""The README's pictures of the sample edition: `python -m tests.browser.screenshots`, then look at them."""

import tempfile
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS, chromium, until
from tests.browser.server import Server
from tests.editions import SAMPLE, build

FOLDER = Path(__file__).parent / "screenshots"


class Shot(NamedTuple):
    """A picture: what it shows, and how."""

    name: str
    width: int
    height: int
    scheme: str = "light"
    pinyin: str = "off"
    time: float = 100


SHOTS = (
    Shot("phone", 390, 844, time=0),
    Shot("desktop", 1280, 800),
    Shot("dark", 1280, 800, "dark"),
    Shot("pinyin", 390, 844, pinyin="all"),
)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        paper = build(SAMPLE, Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=FLAGS)
        with Server(paper.parent) as server:
            for shot in SHOTS:
                picture = take(browser, f"{server.url}{paper.name}/2023-11-08/index.html", shot)
                Image.open(BytesIO(picture)).quantize(64).save(FOLDER / f"{shot.name}.png", optimize=True)
        browser.close()


def take(browser: Browser, url: str, shot: Shot) -> bytes:
    """The page as it is read and heard."""
    size = {"width": shot.width, "height": shot.height}
    context = browser.new_context(viewport=size, color_scheme=shot.scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.add_init_script(f"localStorage.setItem('audio-edition:prefs', JSON.stringify({{ pinyin: '{shot.pinyin}' }}))")
    page.goto(url)
    until(page, "document.querySelector('audio').readyState >= 1")
    if shot.time:
        page.evaluate(f"document.querySelector('audio').currentTime = {shot.time}")
        page.keyboard.press("k")
        until(page, "[...CSS.highlights.get('word')].length > 0")
        page.keyboard.press("k")
    picture = page.screenshot()
    context.close()
    return picture


if __name__ == "__main__":
    main()

"""An issue that has been kept is read and heard when there is no network at all."""

import shutil
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.conftest import until
from tests.browser.server import Server
from tests.browser.test_listening import ISSUE, ready


def test_a_kept_issue_needs_no_network(handmade: Path, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    with Server(handmade.parent) as server:
        url = f"{server.url}{handmade.name}/"
        page.goto(url + ISSUE)
        ready(page)
        page.locator("#more").click()
        page.get_by_role("button", name="保存本期").click()
        expect(page.locator("#status")).to_have_text("已保存，没有网络也能收听")
    page.goto(url + ISSUE)
    ready(page)
    page.evaluate("document.querySelector('audio').currentTime = 30")
    page.keyboard.press("k")
    until(page, "document.querySelector('audio').currentTime > 30.5")
    until(page, "document.querySelector('main [data-t][data-w]')")
    page.goto(url + "2023-11-08/articles/02-p1-economy.html")
    ready(page)
    page.keyboard.press("k")
    until(page, "document.querySelector('audio').currentTime > 0.5")
    page.goto(url + "index.html")
    expect(page.get_by_text("2023年11月8日")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.masthead')).textAlign") == "center"
    page.goto(url + "2023-11-08/")
    page.locator("#more").click()
    page.get_by_role("button", name="删除离线副本").click()
    expect(page.get_by_role("button", name="保存本期")).to_be_visible()
    assert page.evaluate("caches.keys()") == ["audio-edition shared"]
    context.close()


def test_a_kept_issue_that_is_built_again_is_kept_again(handmade: Path, tmp_path: Path, browser: Browser) -> None:
    paper = tmp_path / "paper"
    shutil.copytree(handmade, paper)
    context = browser.new_context()
    page = context.new_page()
    with Server(tmp_path) as server:
        page.goto(f"{server.url}paper/{ISSUE}")
        page.locator("#more").click()
        page.get_by_role("button", name="保存本期").click()
        expect(page.locator("#status")).to_have_text("已保存，没有网络也能收听")
        for name, old, new in (("index.html", "立冬时节", "立春时节"), ("offline.json", '"version":"', '"version":"new')):
            path = paper / "2023-11-08" / name
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        page.goto(f"{server.url}paper/{ISSUE}")
        expect(page.get_by_text("立春时节")).to_be_visible()
        assert len(page.evaluate("caches.keys()")) == 2
    context.close()

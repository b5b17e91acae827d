"""axe finds nothing: WCAG 2.2 A, AA and AAA and best practice, on every page, in every state."""

from importlib.resources import files

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, until
from tests.browser.test_listening import ISSUE, ready

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const rules = { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } };
    const found = await axe.run(document, { runOnly: { type: "tag", values: tags }, rules, resultTypes: ["violations"] });
    return found.violations.flatMap(v => v.nodes.map(node => `${v.id}: ${node.target.join(" ")} ${node.failureSummary}`));
}"""
ARTICLES = ("2023-11-08/articles/01-p1-harbour.html", "2023-11-08/articles/02-p1-economy.html")
PAGES = ("index.html", ISSUE, *ARTICLES, "2023-11-08/report.html")


def faults(page: Page) -> list[str]:
    page.evaluate(AXE)
    return list(page.evaluate(RUN))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_pages(served: str, open_page: Open, path: str, scheme: str) -> None:
    assert faults(open_page(served + path, color_scheme=scheme, bypass_csp=True)) == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_state(served: str, open_page: Open, theme: str) -> None:
    page = open_page(served + ARTICLES[0], 390, 844, bypass_csp=True, reduced_motion="reduce")
    ready(page)
    page.locator("#more").click()
    page.get_by_label("配色").select_option(theme)
    page.get_by_label("拼音").select_option("all")
    expect(page.locator("ruby").first).to_be_attached()
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.evaluate("document.querySelector('audio').currentTime = 25")
    page.keyboard.press("k")
    until(page, "[...CSS.highlights.get('word')].length > 0")
    page.keyboard.press("k")
    page.mouse.wheel(0, -5000)
    assert faults(page) == []
    page.reload()
    expect(page.locator("#resumed")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_forced_colours_drawings_have_the_readers_too(served: str, open_page: Open, scheme: str) -> None:
    page = open_page(served + ISSUE, forced_colors="active", color_scheme=scheme)
    colours = "a => [getComputedStyle(a).color, getComputedStyle(a, '::before').backgroundColor]"
    for link in page.locator("a[data-play]").all():
        text, drawing = link.evaluate(colours)
        assert text == drawing

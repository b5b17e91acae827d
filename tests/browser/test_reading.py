"""Reading: in view but not pulled about, as large as one likes, with pinyin, without script, on any width."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, until
from tests.browser.test_listening import ISSUE, ready

ARTICLE = "2023-11-08/articles/01-p1-harbour.html"


IN_VIEW = """(() => {
    const box = document.querySelector("main [aria-current]").getBoundingClientRect();
    return box.top >= 0 && box.bottom <= document.getElementById("bar").getBoundingClientRect().top;
})()"""
SMALL = """all => all.filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 0)
    .filter(e => e.getBoundingClientRect().width < 44 || e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"""
MARKED = """(() => {
    const marked = [...CSS.highlights.get("word")][0].cloneContents();
    marked.querySelectorAll("rt").forEach(e => e.remove());
    return marked.textContent;
})()"""


def test_what_is_heard_stays_in_view(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE, 390, 844, reduced_motion="reduce")
    ready(page)
    page.keyboard.press("Tab")
    page.evaluate("document.querySelector('audio').currentTime = 45")
    page.keyboard.press("k")
    until(page, "scrollY > 0")
    assert page.evaluate(IN_VIEW)


def test_a_reader_who_looks_elsewhere_is_left_alone(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE, 390, 844, reduced_motion="reduce")
    ready(page)
    page.evaluate("document.querySelector('audio').currentTime = 45")
    page.keyboard.press("k")
    until(page, "scrollY > 0")
    page.mouse.move(200, 300)
    page.mouse.wheel(0, -5000)
    until(page, "scrollY === 0")
    before = page.locator("main [aria-current]").get_attribute("data-t")
    until(page, f"document.querySelector('main [aria-current]').dataset.t !== '{before}'")
    assert page.evaluate("scrollY") == 0
    back = page.get_by_role("button", name="回到正在读的地方")
    back.click()
    until(page, IN_VIEW)
    expect(back).to_be_hidden()


@pytest.mark.parametrize("path", [ISSUE, "2023-11-08/articles/02-p1-economy.html"])
def test_pinyin_on_demand(served: str, open_page: Open, path: str) -> None:
    page = open_page(served + path)
    before = page.locator("main").inner_text()
    page.locator("#more").click()
    page.get_by_label("拼音").select_option("all")
    expect(page.locator("ruby", has_text="据").first).to_have_text("据jù")
    page.get_by_label("拼音").select_option("doubtful")
    expect(page.locator("ruby")).not_to_have_count(0)
    assert set(page.locator("ruby").all_inner_texts()) <= {"行\nxíng", "行xíng"}
    page.get_by_label("拼音").select_option("off")
    expect(page.locator("ruby")).to_have_count(0)
    assert page.locator("main").inner_text() == before


def test_words_are_marked_under_pinyin_too(served: str, open_page: Open) -> None:
    page = open_page(served + ARTICLE)
    ready(page)
    page.locator("#more").click()
    page.get_by_label("拼音").select_option("all")
    expect(page.locator("main .text ruby").first).to_be_visible()
    page.locator("main .text p [data-t]").first.focus()
    page.keyboard.press("Enter")
    until(page, "[...CSS.highlights.get('word')].length > 0")
    assert len(page.evaluate(MARKED)) == 2


def test_settings_are_kept_and_paint_at_once(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE)
    page.locator("#more").click()
    small = page.evaluate("parseFloat(getComputedStyle(document.querySelector('main .text p')).fontSize)")
    assert small >= 18
    page.get_by_label("字号").select_option("largest")
    page.get_by_label("配色").select_option("dark")
    page.goto(served + ARTICLE)
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('main .text p')).fontSize)") > 1.8 * small
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 19, 17)"
    expect(page.locator("select[data-pref=theme]")).to_have_value("dark")


@pytest.mark.parametrize("path", [ISSUE, ARTICLE, "index.html", "2023-11-08/report.html"])
def test_nothing_is_lost_at_any_width(served: str, open_page: Open, path: str) -> None:
    page = open_page(served + path)
    for width, height in ((320, 256), (320, 640), (390, 844), (1280, 900)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert page.eval_on_selector_all("button, select, input, .tools a, nav a, .ways a, footer a", SMALL) == []


@pytest.mark.parametrize("path", [ISSUE, ARTICLE])
def test_the_largest_letters_leave_half_of_a_phone_to_the_text(served: str, open_page: Open, path: str) -> None:
    page = open_page(served + path, 360, 640)
    page.locator("#more").click()
    page.get_by_label("字号").select_option("largest")
    page.locator("#more").click()
    page.evaluate("document.getElementById('now').textContent = '一座老渔港的新活法与一条鱼的来路'.repeat(4)")
    assert page.evaluate("document.getElementById('bar').getBoundingClientRect().height") <= 320
    width, height = page.evaluate("(box => [box.width, box.height])(document.getElementById('toggle').getBoundingClientRect())")
    assert abs(width - height) < 1


def test_the_largest_letters_do_not_tear_the_paper_s_name(served: str, open_page: Open) -> None:
    page = open_page(served + ARTICLE, 360, 640)
    page.evaluate("document.documentElement.dataset.size = 'largest'")
    page.evaluate("document.querySelector('.masthead strong').textContent = 'The Millbrook Herald'")
    words = page.evaluate("""(text => [...'The Millbrook Herald'.matchAll(/[A-Za-z]+/g)].map(word => {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return range.getClientRects().length;
    }))(document.querySelector('.masthead strong').firstChild)""")
    assert words == [1, 1, 1]


def test_line_length_and_spacing(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE, 1920, 1080)
    width, size, leading = page.evaluate(
        "(e => { const s = getComputedStyle(e); return [e.clientWidth, parseFloat(s.fontSize), parseFloat(s.lineHeight)] })"
        "(document.querySelector('main .text p:not(.said)'))"
    )
    assert width / size <= 40
    assert leading / size >= 1.5


def test_without_script_there_are_text_and_sound(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE, java_script_enabled=False)
    expect(page.locator("audio[controls]")).to_be_visible()
    expect(page.get_by_text("立冬时节")).to_be_visible()
    expect(page.locator("#bar")).to_be_hidden()
    assert page.get_by_role("link", name="从这里听：一座老渔港").get_attribute("href") == "articles/01-p1-harbour.mp3"


def test_print_shows_the_text_alone(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE)
    page.emulate_media(media="print")
    expect(page.locator("#player")).to_be_hidden()
    expect(page.locator("nav.contents")).to_be_hidden()
    expect(page.get_by_text("立冬时节")).to_be_visible()


def test_hostile_text_does_nothing(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE)
    ready(page)
    expect(page.get_by_text("<img src=x onerror=alert(3)>").first).to_be_attached()
    page.get_by_text("正文里有").first.click()
    until(page, "!document.querySelector('audio').paused")


def test_a_page_opened_from_a_disk_does_all_but_keep_itself(handmade: Path, open_page: Open) -> None:
    page = open_page(f"{handmade.as_uri()}/{ISSUE}")
    ready(page)
    page.locator("#more").click()
    expect(page.locator("#offline")).to_be_hidden()
    page.get_by_label("拼音").select_option("all")
    expect(page.locator("ruby", has_text="渔").first).to_have_text("渔yú")
    page.locator("#toggle").click()
    until(page, "[...CSS.highlights.get('word')].length > 0")

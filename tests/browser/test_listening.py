"""Listening: by keyboard alone, in step with the text, from where one left."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, until

ISSUE = "2023-11-08/index.html"
WATCH = """() => {
    window.seen = [];
    const audio = document.querySelector("audio");
    new MutationObserver(changes => {
        for (const { target } of changes)
            if (target.matches("[data-t].on[aria-current]")) seen.push([+target.dataset.t, audio.currentTime, audio.paused]);
    }).observe(document.querySelector("main"), { subtree: true, attributeFilter: ["aria-current"] });
}"""


def time_of(page: Page) -> float:
    return float(page.evaluate("document.querySelector('audio').currentTime"))


def ready(page: Page) -> None:
    until(page, "document.querySelector('audio').readyState >= 1")


def shortest(page: Page) -> str:
    """Address of the article's own page that is heard fastest, of those that take more than 8 seconds."""
    read = "all => all.map(e => [+e.dataset.from, e.querySelector('.tools a[href$=html]')?.href])"
    stories = page.eval_on_selector_all("main [data-from]", read)
    ends = [start for start, _ in stories[1:]] + [page.evaluate("document.querySelector('audio').duration")]
    lengths = ((end - start, href) for (start, href), end in zip(stories, ends, strict=True) if href)
    return str(min(found for found in lengths if found[0] > 8)[1])


def test_a_whole_article_by_keyboard_alone(built: str, open_page: Open) -> None:
    issue = open_page(built + ISSUE)
    ready(issue)
    page = open_page(shortest(issue))
    ready(page)
    page.evaluate(WATCH)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(7):
        page.keyboard.press("=")
    expect(page.locator("#speed")).to_have_value("3")
    times = page.evaluate(
        "[...new Set([...document.querySelectorAll('main [data-t]')].map(e => +e.dataset.t))].sort((a, b) => a - b)"
    )
    heard: list[float] = []
    for _ in range(3):  # a busy machine may stall a page for as long as a short sentence takes, but not each time
        if heard != times:
            page.evaluate("seen.length = 0")
            page.keyboard.press(" ")
            expect(page.locator("#toggle")).to_have_attribute("aria-label", "暂停")
            until(page, "document.querySelector('audio').ended")
            heard = [start for start, _, _ in page.evaluate("seen")]
    assert heard == times
    expect(page.locator("#toggle")).to_have_attribute("aria-label", "播放")


def test_the_sentence_and_the_word_are_marked_within_100_ms(built: str, open_page: Open) -> None:
    page = open_page(built + ISSUE)
    ready(page)
    page.evaluate(WATCH)
    page.evaluate("""() => {
        window.words = [];
        const mark = CSS.highlights.get("word"), audio = document.querySelector("audio"), add = mark.add.bind(mark);
        mark.add = range => { words.push([range.toString(), audio.currentTime]); add(range); };
    }""")
    cues = sorted(set(page.eval_on_selector_all("main [data-t]", "all => all.map(e => +e.dataset.t)")))
    with page.expect_response(re.compile("words.js")):
        late = _late(page, cues[1])
    for _ in range(4):  # a busy machine may stall a page now and then, but not each time
        if late >= 0.1:
            late = _late(page, cues[1])
    assert late < 0.1
    words = page.evaluate("words")
    said = page.locator("main").inner_text()
    assert all(word in said for word, _ in words)


def _late(page: Page, cue: float) -> float:
    """By how many seconds marks come too late, or too soon, at most, while the page plays to a cue."""
    page.evaluate(f"seen.length = words.length = 0; document.querySelector('audio').currentTime = {cue} - 0.7")
    page.locator("#toggle").click()
    until(page, f"seen.some(([start]) => start === {cue}) && words.length > 5")
    page.locator("#toggle").click()
    return float(max(abs(now - start) for start, now, paused in page.evaluate("seen") if not paused and start >= cue))


def test_seeking_by_keys(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE)
    ready(page)
    for key, time in (("l", 10), ("ArrowRight", 20), ("j", 10), ("ArrowLeft", 0), ("ArrowLeft", 0)):
        page.keyboard.press(key)
        assert abs(time_of(page) - time) < 0.2
    starts = page.evaluate("[...document.querySelectorAll('main [data-from]')].map(e => +e.dataset.from)")
    cues = sorted(set(page.evaluate("[...document.querySelectorAll('main [data-t]')].map(e => +e.dataset.t)")))
    page.keyboard.press(".")
    assert abs(time_of(page) - cues[1]) < 0.05
    page.keyboard.press(",")
    assert abs(time_of(page) - cues[0]) < 0.05
    page.keyboard.press("]")
    page.keyboard.press("]")
    assert abs(time_of(page) - starts[2]) < 0.05
    expect(page.locator("#now")).to_have_text("前三季度我市经济运行总体平稳")
    expect(page.locator("nav [aria-current]")).to_have_count(1)
    page.keyboard.press("[")
    assert abs(time_of(page) - starts[1]) < 0.05


def test_single_keys_can_be_switched_off(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE)
    ready(page)
    page.keyboard.press("?")
    page.get_by_label("快捷键").select_option("off")
    page.keyboard.press("Escape")
    expect(page.locator("#more")).to_be_focused()
    page.keyboard.press("l")
    assert time_of(page) == 0


def test_click_or_enter_on_a_sentence_plays_it(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE)
    ready(page)
    page.get_by_text("在码头开了18年货车", exact=False).first.click()
    sentence = page.locator("main [aria-current]")
    expect(sentence).to_contain_text("在码头开了18年货车")
    until(page, "!document.querySelector('audio').paused")
    expect(sentence).to_be_focused()
    page.keyboard.press("ArrowDown")
    following = page.evaluate("+document.activeElement.dataset.t")
    page.keyboard.press("Enter")
    assert 0 <= time_of(page) - following < 0.5
    page.keyboard.press(" ")
    until(page, "document.querySelector('audio').paused")


def test_a_row_of_a_table_is_one_sentence(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE)
    ready(page)
    page.get_by_text("1286.45", exact=True).click()
    expect(page.locator("main .on")).to_have_text(["地区生产总值", "1286.45", "5.6%"])
    expect(page.locator("main [aria-current]")).to_have_count(1)


def test_speed_keeps_the_pitch_and_is_remembered(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE)
    page.locator("#more").click()
    page.get_by_label("语速").select_option("3")
    state = "(a => [a.playbackRate, a.preservesPitch])(document.querySelector('audio'))"
    assert page.evaluate(state) == [3, True]
    page.reload()
    assert page.evaluate(state) == [3, True]
    assert page.locator("#speed option").first.inner_text() == "0.5 倍"


def test_goes_on_where_one_left(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE)
    ready(page)
    page.keyboard.press("]")
    page.keyboard.press("l")
    before = time_of(page)
    page.reload()
    ready(page)
    until(page, "document.querySelector('audio').currentTime > 0")
    assert abs(time_of(page) - before) < 0.2
    expect(page.locator("#resumed")).to_be_visible()
    expect(page.locator("#now")).to_have_text("一座老渔港的新活法")
    page.get_by_role("button", name="从头听").click()
    assert time_of(page) == 0


def test_the_sleep_timer_stops_the_sound(served: str, open_page: Open) -> None:
    page = open_page("about:blank")
    page.clock.install()
    page.goto(served + ISSUE)
    ready(page)
    page.locator("#more").click()
    page.get_by_label("定时停止").select_option("10")
    page.locator("#toggle").click()
    until(page, "!document.querySelector('audio').paused")
    page.clock.fast_forward("10:01")
    expect(page.locator("#status")).to_have_text("定时到，已停止播放")
    assert page.evaluate("document.querySelector('audio').paused")
    expect(page.locator("#timer")).to_have_value("0")


def test_the_timer_can_stop_after_the_article(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE)
    ready(page)
    end = page.evaluate("+document.querySelectorAll('main [data-from]')[1].dataset.from")
    page.locator("#more").click()
    page.get_by_label("定时停止").select_option("article")
    page.evaluate(f"document.querySelector('audio').currentTime = {end} - 0.4")
    page.locator("#toggle").click()
    expect(page.locator("#status")).to_have_text("定时到，已停止播放")
    assert -0.6 < time_of(page) - end < 5  # where a busy machine has let it run on a little


def test_the_lock_screen_knows_what_is_playing(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE)
    ready(page)
    page.keyboard.press("]")
    page.keyboard.press("k")
    until(page, "!document.querySelector('audio').paused")
    told = page.evaluate("(m => [m.title, m.artist, m.album])(navigator.mediaSession.metadata)")
    assert told == ["一座老渔港的新活法", "青澜日报", "青澜日报 2023年11月8日 星期三"]


def test_a_contents_link_plays_from_there(served: str, open_page: Open) -> None:
    page = open_page(served + ISSUE)
    ready(page)
    page.get_by_role("button", name="听：前三季度我市经济运行总体平稳（3）", exact=True).press(" ")
    until(page, "!document.querySelector('audio').paused")
    expect(page.locator("#now")).to_have_text("前三季度我市经济运行总体平稳")

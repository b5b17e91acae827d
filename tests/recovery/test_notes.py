"""Labels of what is added above or below an article, alone on a line or before a text."""

import pytest

from audio_edition.model.issue import SourceFile
from audio_edition.recovery import recover

TEXT = "入秋以来，县里的粮站每天清晨五点开门，农户把新谷一车一车送来，过磅、验水分、开票，前后不到二十分钟。"
MORE = "站长郝立冬说，今年收购价每百斤比去年高出三元，站里又添了两台烘干机，再多的雨也不怕，谷子当天就能进仓。"
NOTE = "记者已将来信转给县粮食局。该局工作人员表示，将在三个工作日内答复。"
FORMS = ("{0} {1}", "{0}：{1}", "【{0}】{1}", "**{0}** {1}", "**{0}：**{1}", "◆{0} {1}")


def blocks(*parts: str) -> list[tuple[str, str]]:
    text = "\n\n".join(("# 粮站五点开门", "本报记者 郝秋", *parts, "# 渡口开航", "本报讯（记者 白楠）渡口六点开航。"))
    issue = recover([SourceFile("page01.md", text.encode())])
    first, second = (article for article in issue.articles if article.type != "furniture")
    assert (first.title, second.title) == ("粮站五点开门", "渡口开航")
    return [(block.type, block.text) for block in first.blocks]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("label", ["编后", "编后语", "记者手记"])
def test_a_label_before_a_note_below_a_text_heads_it(label: str, form: str) -> None:
    assert blocks(TEXT, MORE, form.format(label, NOTE))[2:] == [("heading", label), ("note", NOTE)]


def test_below_who_signs_the_letter_too() -> None:
    assert blocks(TEXT, MORE, "读者 乐永康", f"编后 {NOTE}")[2:] == [("heading", "编后"), ("note", NOTE)]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("label", ["链接", "相关链接", "延伸阅读", "名词解释", "小贴士", "新闻背景"])
def test_a_label_before_what_is_added_heads_it(label: str, form: str) -> None:
    assert blocks(TEXT, MORE, form.format(label, NOTE))[2:] == [("heading", label), ("paragraph", NOTE)]


@pytest.mark.parametrize("form", FORMS)
def test_the_label_of_a_note_above_a_text_is_not_read_with_it(form: str) -> None:
    assert blocks(form.format("编者按", NOTE), TEXT, MORE) == [("note", NOTE), ("paragraph", TEXT), ("paragraph", MORE)]


@pytest.mark.parametrize(
    "text", [f"链接两岸的大桥明年通车。{NOTE}", f"小贴士们在会上发了言。{NOTE}", f"编后的文集有三百页。{NOTE}"]
)
def test_a_text_that_begins_with_such_a_word_has_no_label(text: str) -> None:
    assert blocks(TEXT, MORE, text)[2:] == [("paragraph", text)]

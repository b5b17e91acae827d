"""Titles that no client takes for markup, however often it decodes them."""

import html

from hypothesis import example, given
from hypothesis import strategies as st

from audio_edition.publishers._text import label

TEXTS = st.text(st.one_of(st.sampled_from("&<>;#ltgamp \n\t\r\0\u202e\ufffd潮1A"), st.characters()), max_size=60)


@given(TEXTS, st.integers(1, 80))
@example("&amp;lt;b&amp;gt;", 80)
@example("&amplt;b>", 80)
@example("&#60;b&#62;", 80)
def test_a_label_is_the_same_as_text_and_as_html(text: str, limit: int) -> None:
    made = label(text, limit)
    assert html.unescape(made) == made
    assert not {"<", ">", "\n", "\0", "\u202e", "\ufffd"} & set(made)
    assert len(made) <= limit
    assert made == " ".join(made.split())
    assert label(made, limit) == made

"""What counts as read although it is skipped."""

import pytest
from msgspec.structs import replace

from audio_edition.model.issue import Article, Block
from audio_edition.publishers._proof import proof
from tests.publishers import _edition

BODY = Block(text="截至十六日，全省春耕备耕进度过七成。记者从农业农村厅获悉，农机已下摆。")


@pytest.mark.parametrize(
    ("line", "leaks"),
    [("全省春耕备耕进度过七成", False), ("春耕备耕进度过七成", False), ("记者从农业农村厅获悉", True)],
)
def test_the_headline_that_a_continuation_repeats_is_no_leak(line: str, leaks: bool) -> None:
    story = Article("p01-a", title="全省春耕备耕进度过七成 早稻育秧过半", blocks=(BODY,))
    furniture = Article("p02-furniture", "furniture", 2, blocks=(Block("list", lines=(line,)),), read="skip")
    edition = _edition.make((story,))
    whole = replace(edition, issue=replace(edition.issue, articles=(story, furniture)))
    assert proof(whole).forbidden == ((line,) if leaks else ())

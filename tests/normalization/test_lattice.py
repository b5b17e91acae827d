"""The lattice: what a rule says it needs only saves time."""

from collections.abc import Sequence

from audio_edition.normalization import lattice, normalize
from audio_edition.normalization.folding import folded
from audio_edition.normalization.rule import Rule
from tests.normalization.test_sentences import cases


class Unfiltered(lattice.Rules):
    """Every rule that begins with a code point, whatever it needs."""

    def __missing__(self, char: str) -> Sequence[tuple[str, Rule]]:
        return [entry for _, rules in lattice._groups("zh", "", "", "zh-CN", char) for entry in rules]


def test_needs_only_save_time() -> None:
    for case in cases():
        text = folded(case.written)
        quick = lattice.tile(text, 0, len(text), lattice.Rules(text, "zh", "", "", "zh-CN"))
        slow = lattice.tile(text, 0, len(text), Unfiltered(text, "zh", "", "", "zh-CN"))
        assert [token.spoken for token in quick] == [token.spoken for token in slow]


def test_an_endless_island_is_cut() -> None:
    written = "1-" * 5000
    assert normalize(written).spoken.startswith("一")

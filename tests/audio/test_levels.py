"""Levels that are off are findings; levels that are right are none."""

from msgspec.structs import replace

from audio_edition.audio import levels
from audio_edition.model.edition import Edition
from tests.publishers import _edition


def codes(edition: Edition, target: float = -16.0) -> list[str]:
    return [finding.code for finding in levels.findings(edition, target)]


def with_levels(*loudness: float, whole: float = -16.0, peak: float = -1.5) -> Edition:
    edition = _edition.make()
    tracks = tuple(
        replace(edition.tracks[0], id=str(number), samples=480000, loudness=one) for number, one in enumerate(loudness)
    )
    return replace(edition, tracks=tracks, loudness=whole, peak=peak)


def test_an_even_edition_has_no_findings() -> None:
    assert codes(with_levels(-16.3, -15.6)) == []
    assert codes(with_levels(whole=-19.0), target=-19.0) == []


def test_each_code_has_its_case() -> None:
    for whole, why in ((-17.2, "peaks leave no room"), (-14.1, "louder in what it read")):
        (finding,) = levels.findings(with_levels(whole=whole))
        assert finding.code == "A101"
        assert why in finding.message
    (finding,) = levels.findings(with_levels(-16.0, -18.1))
    assert (finding.code, finding.where) == ("A102", "1")
    assert codes(with_levels(peak=-0.9)) == ["A103"]


def test_the_loudness_of_a_word_or_two_says_nothing() -> None:
    edition = with_levels(-16.0, -20.0)
    short = replace(edition.tracks[1], samples=24000)
    assert codes(replace(edition, tracks=(edition.tracks[0], short))) == []

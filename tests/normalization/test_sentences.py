"""Sentences of every class are read as a newsreader would."""

import pytest

from audio_edition.normalization import normalize
from tests.normalization.cases import Case, cases, words


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.written[:20])
def test_reads(case: Case) -> None:
    assert words(normalize(case.written).spoken) in {words(spoken) for spoken in case.accepted}

"""Families are found by scanning their folders."""

import pytest

from audio_edition import plugins


def test_an_unknown_member_is_named_with_its_siblings() -> None:
    with pytest.raises(LookupError, match="no model is named 'nope'; there are edition, errors"):
        plugins.member("audio_edition.model", "nope")

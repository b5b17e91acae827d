"""The sound that stands in for speech, here too."""

from tests.audio.conftest import voice as voice

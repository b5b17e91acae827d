"""Where the shared development data lies, for the tests that measure with it."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("AUDIO_EDITION_SHARED", Path(__file__).parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared development data; tests that need it run only where it is."""
    if not SHARED.is_dir():
        pytest.skip("the shared development data is not here")
    return SHARED

"""Where the shared development data lies, what happens when a tool is missing, and that no test depends on chance or haste."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

_OF_ONES_OWN = re.compile(
    r"(?!AUDIO_EDITION_SHARED$)(?:AUDIO_EDITION_|OPENAI_|AZURE_SPEECH_)|SSL_CERT_FILE$|(?:FORCE|NO)_COLOR$|COLUMNS$|(?i:\w+_proxy$)"
)
"""Variables by which whoever runs the tests sets up the program, or a terminal, for themselves."""

for name in filter(_OF_ONES_OWN.match, list(os.environ)):
    del os.environ[name]

settings.register_profile("house", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")  # the same examples in every run, on a machine however busy

SHARED = Path(os.environ.get("AUDIO_EDITION_SHARED", Path(__file__).parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared development data; tests that need it run only where it is."""
    if not SHARED.is_dir():
        pytest.skip("the shared development data is not here")
    return SHARED


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """Path of a program that a test needs: without it the test is skipped, under CI=true it fails."""

    def find(name: str) -> str:
        path = shutil.which(name)
        if path is None and os.environ.get("CI") == "true":
            pytest.fail(f"{name} is missing: run python -m tests.prepare")
        if path is None:
            pytest.skip(f"{name} is missing: run python -m tests.prepare")
        return path

    return find


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample paper, built once: `<folder>/2023-11-08/…`; the clips lie in `../../clips`."""
    from tests.editions import SAMPLE, build

    return build(SAMPLE, tmp_path_factory.mktemp("sample"))

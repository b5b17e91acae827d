"""Whole editions through the Edge service, by the command line: complete and identical, or a failure that says why."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests import editions
from tests.edge_service import FAULTS
from tests.editions import ROOT, SAMPLE
from tests.synthesis.test_interrupted import tree

PAGE = SAMPLE / "page02.md"


@contextmanager
def service(*options: str) -> Iterator[str]:
    """The loopback service in a process of its own; gives its address."""
    command = [sys.executable, str(ROOT / "tests" / "edge_service.py"), *options]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    assert server.stdout is not None
    try:
        yield server.stdout.readline().strip().partition("=")[2]
    finally:
        server.terminate()
        server.communicate()


def build(url: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    places = ("--output", folder / "output", "--cache", folder / "clips")
    patience = "1.5"
    command = ("build", PAGE, "--cast", "xiaoxiao", *places)
    return editions.program(*command, AUDIO_EDITION_EDGE_URL=url, AUDIO_EDITION_EDGE_PATIENCE=patience)


@pytest.fixture(scope="module")
def flawless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("flawless")
    with service() as url:
        done = build(url, folder)
    assert done.returncode == 0, done.stderr
    return tree(folder / "output")


def test_an_edition_through_a_service_that_fails_in_every_way_is_that_of_one_that_does_not(
    tmp_path: Path, flawless: dict[str, bytes]
) -> None:
    with service("--seed", "3", *(f"--fault={name}={0.2 / len(FAULTS)}" for name in FAULTS)) as url:
        done = build(url, tmp_path)
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "output") == flawless
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("fault", ["early-end", "forbidden"])
def test_a_service_that_only_fails_leaves_nothing_published_and_one_line(tmp_path: Path, fault: str) -> None:
    with service(f"--fault={fault}=1") as url:
        done = build(url, tmp_path)
    assert done.returncode == 2
    assert not (tmp_path / "output").exists() or tree(tmp_path / "output") == {}
    said = [line for line in done.stderr.splitlines() if line.startswith("audio-edition: ")]
    assert len(said) == 1
    assert "“" in said[0]

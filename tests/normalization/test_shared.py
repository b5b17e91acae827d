"""The public test cases are read right, by the tolerant comparison that comes with them."""

import importlib.util
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from audio_edition.normalization import normalize


@pytest.mark.parametrize(("name", "least"), [("newspaper-dev", 0.97), ("wetp", 0.98), ("nemo", 0.96), ("paddle", 0.96)])
def test_reads_public_cases(shared: Path, name: str, least: float) -> None:
    tolerant = _module(shared / "normalization" / "canon.py")
    lines = (shared / "normalization" / "cases" / f"{name}.jsonl").read_bytes().splitlines()
    cases = [msgspec.json.decode(line) for line in lines]
    right = sum(_is_right(tolerant, case) for case in cases)
    assert right / len(cases) >= least


def _is_right(tolerant: ModuleType, case: dict[str, str]) -> bool:
    accepted = [case["spoken"], *case.get("also", [])]
    said = normalize(case["written"]).spoken
    return any(tolerant.same(said, *tolerant.refs(case["written"], reading)) for reading in accepted)


def _module(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""Issues to measure with: our own cases, and the paper that is shipped."""

import json
from pathlib import Path
from typing import Any

from audio_edition.model.issue import SourceFile

CASES = Path(__file__).parent / "cases"
SAMPLE = Path(__file__).parents[2] / "issues" / "qinglan-daily" / "2023-11-08"


def files_of(folder: Path) -> list[SourceFile]:
    """The pages of an issue."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "gold.json")
    return [SourceFile(path.relative_to(folder).as_posix(), path.read_bytes()) for path in found]


def gold_of(folder: Path) -> dict[str, Any]:
    """What a person says the issue holds."""
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text("utf-8"))
    return gold

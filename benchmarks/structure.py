"""How well issues are recovered, and how fast: `python benchmarks/structure.py [--mutations] ISSUE…`.

An ISSUE is a folder of pages with a gold.json (schema news-gold/1); without one, the development issues and our own cases.
Scores are those of the shared score.py, which is not part of this project. Times are CPU milliseconds of the second reading.
"""

import argparse
import importlib.util
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
SHARED = ROOT.parent / "shared"
COLUMNS = (
    *("article_f1", "title_acc", "subtitle_acc", "kicker_acc", "byline_acc", "dateline_acc"),
    *("heading_f1", "join_recall", "false_join_rate", "cer_matched", "leak"),
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("issues", nargs="*", type=Path)
    parser.add_argument("--mutations", action="store_true", help="recover 200 mutations of each issue, and count what is lost")
    arguments = parser.parse_args()
    print(f"{'issue':24}", *(f"{column[:8]:>8}" for column in (*COLUMNS, "ms")))
    for folder in arguments.issues or _folders():
        scores, milliseconds = _measured(folder)
        print(f"{folder.name[-24:]:24}", *(f"{scores.get(column, 1.0):8.3f}" for column in COLUMNS), f"{milliseconds:8.0f}")
        if arguments.mutations:
            print(f"{'':24} {_mutations(folder)}")


def _folders() -> Iterator[Path]:
    shared = (path.parent for path in sorted((SHARED / "issues").rglob("gold.json")))
    yield from shared
    yield from (path for path in sorted((ROOT / "tests" / "recovery" / "cases").iterdir()))


def _measured(folder: Path) -> tuple[dict[str, float], float]:
    from audio_edition.files import read_sources
    from audio_edition.recovery import recover
    from audio_edition.recovery.gold import as_gold

    files = [file for file in read_sources([folder]) if file.name != "gold.json"]
    recover(files)
    started = time.process_time()
    issue = recover(files)
    milliseconds = 1000 * (time.process_time() - started)
    prediction = json.loads(msgspec.json.encode(as_gold(issue)))
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    return _score_module().score(gold, prediction), milliseconds


def _score_module() -> Any:
    spec = importlib.util.spec_from_file_location("score", SHARED / "structure" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _mutations(folder: Path) -> str:
    """What 200 mutations of an issue do."""
    from audio_edition.files import read_sources
    from audio_edition.model.errors import IssueError
    from audio_edition.recovery import recover
    from tests.recovery.test_accounts import mutated

    files = [file for file in read_sources([folder]) if file.name != "gold.json"]
    refused, lost, slowest = 0, 0, 0.0
    for seed in range(200):
        started = time.process_time()
        try:
            issue = recover(mutated(files, random.Random(seed)))
            lost += any(finding.code in ("S401", "S402") for finding in issue.findings)
        except IssueError:
            refused += 1
        slowest = max(slowest, time.process_time() - started)
    return f"200 mutations: {refused} refused in one line, {lost} with an unplaced text, slowest {1000 * slowest:.0f} ms"


if __name__ == "__main__":
    main()

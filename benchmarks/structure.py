"""How well issues are recovered, and how fast: `python benchmarks/structure.py [--mutations] [--hostile] ISSUE…`.

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
    parser.add_argument("--hostile", action="store_true", help="time pages that are too long, and nothing else")
    arguments = parser.parse_args()
    if arguments.hostile:
        _hostile()
        return
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


def _hostile() -> None:
    """CPU seconds of pages that no newspaper prints; none may take more than five."""
    from audio_edition.model.issue import SourceFile
    from audio_edition.recovery import recover

    text = "本报讯 昨天，第{0}项工程在青澜市开工，预计明年完成。"
    pages = {
        "10,000 headings and texts": "\n\n".join(f"# 第{at}项工程开工\n\n{text.format(at)}" for at in range(10_000)),
        "50 MB in one line": text * 600_000,
        "200,000 nested tags": "<div>" * 200_000 + text,
    }
    for name, page in pages.items():
        started = time.process_time()
        recover([SourceFile("page01.md", page.encode())])
        print(f"{name:28}{time.process_time() - started:8.2f} s")


if __name__ == "__main__":
    main()

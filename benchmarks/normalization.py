"""One table: this normalizer beside wetext and cn2an, in one run. `python benchmarks/normalization.py [texts.txt]`.

Speed in code points per second of CPU time on one core, on the pages of the newspapers in issues/ (or of a file given);
the share of the cases of tests/normalization read right (ours was made with them, so compare with care); the time from a
fresh interpreter, with the bytecode that an installed package has, to the first sentence.
"""

import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
SECONDS = 2.0
SENTENCE = "截至6月14日，全市共收集市场主体15万余户，同比增长12.5%。"
Normalize = Callable[[str], str]


def main() -> None:
    cases = list(_cases())
    files = [Path(name) for name in sys.argv[1:]] or sorted((ROOT / "issues").rglob("*.md"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    rows = [_row(name, made, cases, lines) for name, made in _normalizers()]
    ours = rows[0][2]
    print(f"{len(cases)} cases of tests/normalization; speed on {sum(map(len, lines))} code points of newspaper\n")
    print("| | right | chars/s (one core) | of ours |\n|---|---|---|---|")
    for name, right, speed in rows:
        print(f"| {name} | {right:.1%} | {speed:,.0f} | {speed / ours:.2f} |")
    print(f"\nimport and first sentence, fresh interpreter: {_first_sentence():.0f} ms of CPU")
    print("a line of 100,000 / 400,000 code points, seconds of CPU:")
    for text in ("1", ",", "(", "1-", "1:", "7月", "a1"):
        print(f"  {text!r:6} " + " / ".join(f"{_time(text * (size // len(text))):.2f}" for size in (100_000, 400_000)))


def _cases() -> list[tuple[str, frozenset[str]]]:
    from tests.normalization.test_sentences import cases, words

    return [(case.written, frozenset(map(words, case.accepted))) for case in cases()]


def _normalizers() -> list[tuple[str, Normalize]]:
    from audio_edition.normalization import normalize

    found: list[tuple[str, Normalize]] = [("audio_edition", lambda text: normalize(text).spoken)]
    for name, make in (("wetext", _wetext), ("cn2an", _cn2an)):
        try:
            found.append((f"{name} {version(name)}", make()))
        except PackageNotFoundError:
            print(f"{name} is not installed", file=sys.stderr)
    return found


def _wetext() -> Normalize:
    from wetext import Normalizer

    normalizer = Normalizer(lang="zh", operator="tn")
    return lambda text: str(normalizer.normalize(text))


def _cn2an() -> Normalize:
    import cn2an

    return lambda text: str(cn2an.transform(text, "an2cn"))


def _row(name: str, normalize: Normalize, cases: list[tuple[str, frozenset[str]]], lines: list[str]) -> tuple[str, float, float]:
    from tests.normalization.test_sentences import words

    right = sum(words(_said(normalize, written)) in accepted for written, accepted in cases)
    return name, right / len(cases), _speed(normalize, lines)


def _said(normalize: Normalize, text: str) -> str:
    try:
        return normalize(text)
    except Exception:  # what another normalizer cannot read counts as read wrong
        return ""


def _speed(normalize: Normalize, lines: list[str]) -> float:
    done, began = 0, time.process_time()
    for line in itertools.cycle(lines):
        _said(normalize, line)
        done += len(line)
        if time.process_time() - began > SECONDS:
            return done / (time.process_time() - began)
    raise AssertionError("no lines")


def _first_sentence() -> float:
    program = (
        "import time; began = time.process_time(); from audio_edition.normalization import normalize;"
        f"normalize({SENTENCE!r}); print((time.process_time() - began) * 1000)"
    )
    with tempfile.TemporaryDirectory() as bytecode:
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": bytecode}
        command = [sys.executable, "-c", program]
        runs = [subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=environment).stdout for _ in range(7)]
    return min(map(float, runs))


def _time(text: str) -> float:
    from audio_edition.normalization import normalize

    began = time.process_time()
    normalize(text)
    return time.process_time() - began


if __name__ == "__main__":
    main()

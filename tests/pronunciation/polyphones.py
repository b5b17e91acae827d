"""Every polyphone of the sample issue with its reading: `python -m tests.pronunciation.polyphones` writes the golden file."""

from collections.abc import Iterator
from pathlib import Path

from audio_edition.normalization import normalize
from audio_edition.pronunciation import pronounce, study, table

ISSUE = Path(__file__).parents[2] / "issues" / "qinglan-daily" / "2023-11-08"
GOLDEN = Path(__file__).parent / "golden" / "qinglan-daily.tsv"
_AROUND = 4


def listed() -> Iterator[str]:
    """Character, lexical and surface reading, and what stands around it: one line each, in the order of the issue."""
    readings = table.load().chars
    lines = [line for page in sorted(ISSUE.glob("*.md")) for line in page.read_text("utf-8").splitlines() if line.strip()]
    spoken = [normalize(line).spoken for line in lines]
    known = study(spoken)
    for line in spoken:
        for reading in pronounce(line, known).readings:
            if len(readings.get(reading.char, ())) > 1:
                at = reading.index
                around = f"{line[max(0, at - _AROUND) : at]}[{reading.char}]{line[at + 1 : at + 1 + _AROUND]}"
                yield f"{reading.char}\t{reading.pinyin}\t{reading.surface}\t{around}"


if __name__ == "__main__":
    GOLDEN.parent.mkdir(exist_ok=True)
    GOLDEN.write_text("\n".join(listed()) + "\n", "utf-8")

"""`python -m benchmarks.training words | traditional | model SHARED`."""

import sys
from pathlib import Path

_DATA = Path(__file__).parents[2] / "audio_edition" / "pronunciation" / "data"


def main(what: str, *arguments: str) -> None:
    """Build one of the files of `data/`: words, traditional characters, or the model from the shared data at a path."""
    if what == "words":
        from benchmarks.training import words

        (_DATA / "words.gz").write_bytes(words.build())
    elif what == "traditional":
        from benchmarks.training import traditional

        (_DATA / "traditional.tsv").write_text(traditional.build(), "utf-8")
    else:
        from benchmarks.training import train

        (_DATA / "model.gz").write_bytes(train.build(*arguments))


main(*sys.argv[1:])

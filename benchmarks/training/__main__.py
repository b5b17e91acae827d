"""`python -m benchmarks.training words | traditional | phrases | model SHARED`."""

import sys
from pathlib import Path

_DATA = Path(__file__).parents[2] / "audio_edition" / "pronunciation" / "data"


def main(what: str, *arguments: str) -> None:
    """Build one of the files of data: words, traditional characters, recovery's phrases, or the model from the data at a path."""
    if what == "words":
        from benchmarks.training import words

        (_DATA / "words.gz").write_bytes(words.build())
    elif what == "traditional":
        from benchmarks.training import traditional

        (_DATA / "traditional.tsv").write_text(traditional.build(), "utf-8")
    elif what == "phrases":
        from benchmarks.training import phrases

        (_DATA.parents[1] / "recovery" / "phrases.gz").write_bytes(phrases.build())
    else:
        from benchmarks.training import train

        (_DATA / "model.gz").write_bytes(train.build(*arguments))


main(*sys.argv[1:])

"""`python -m audio_edition.pronunciation._build words|train SHARED`: writes into `data/`."""

import sys
from importlib.resources import files


def main(what: str, *arguments: str) -> None:
    """Build one of the files of `data/`."""
    if what == "words":
        from audio_edition.pronunciation._build import words

        _write("words.gz", words.build())
    else:
        from audio_edition.pronunciation._build import train

        _write("model.gz", train.build(*arguments))


def _write(name: str, content: bytes) -> None:
    with open(str(files("audio_edition.pronunciation") / "data" / name), "wb") as file:
        file.write(content)


main(*sys.argv[1:])

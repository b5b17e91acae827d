"""The little of espeak-ng's data that our voices need.

It looks through all voices it finds for one by name, 2 ms each time; a voice that lies in the folder itself it finds at once.
"""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

_FILES = ("phontab", "phonindex", "phondata", "intonations", "cmn_dict", "en_dict")
_LANGS = {"cmn-latn-pinyin": "lang/sit/cmn-Latn-pinyin", "en": "lang/gmw/en"}


def data() -> "TemporaryDirectory[str]":
    """A folder with the data, 3 MB; whoever asks for it removes it. Raises OSError when there is no room."""
    import espeakng_loader

    kept, folder = TemporaryDirectory(prefix="audio-edition-"), Path(espeakng_loader.get_data_path())
    own = Path(kept.name)
    for name in _FILES:
        shutil.copy(folder / name, own / name)
    (own / "lang").mkdir()
    for name, path in _LANGS.items():
        shutil.copy(folder / path, own / "lang" / name)
    shutil.copytree(folder / "voices", own / "voices")
    return kept


def variants() -> frozenset[str]:
    """Names of the variants in which every voice can speak."""
    import espeakng_loader

    return frozenset(path.name for path in Path(espeakng_loader.get_data_path(), "voices", "!v").iterdir())

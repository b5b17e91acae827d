"""A neural voice in a folder: which family it is, and how its own lexicon is made to say exactly our pinyin.

Voices read characters and look them up in `lexicon.txt`. We write a lexicon of our own beside it: for each syllable one
carrier, a character that has this reading only, with the tokens that the voice's own lexicon gives it. A text is then
sent as carriers, and the voice cannot choose a reading.
"""

import os
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from audio_edition.model.errors import SpeechRefused

OWN_LEXICON = "audio-edition-lexicon.txt"
_MARKED = re.compile(r"(.)\{([a-zê]+[1-5])?\}")


class Voice(Struct, frozen=True):
    """A model, loaded, and the carrier of each syllable that it can say."""

    tts: Any
    carriers: Mapping[str, str]

    def text(self, payload: str) -> str:
        """A payload as the model is given it.

        >>> Voice(None, {"zhong4": "众"}).text("重{zhong4}、中{xx5}国")
        '众、中国'
        """
        return _MARKED.sub(lambda found: self.carriers.get(found[2], found[1]) if found[2] else "", payload)


def load(folder: Path, threads: int) -> Voice:
    """The voice in a folder of files as sherpa-onnx publishes them. Raises SpeechRefused."""
    import sherpa_onnx as sherpa

    entries = list(_entries(folder))
    carriers = carriers_of(entries)
    lexicon = _own_lexicon(folder, entries, carriers)
    model = sherpa.OfflineTtsModelConfig(**_family(folder, lexicon), num_threads=threads)
    config = sherpa.OfflineTtsConfig(model=model, max_num_sentences=1)
    if not config.validate():
        raise SpeechRefused(f"{folder}: the voice is not complete; `audio-edition voices install` fetches it again")
    return Voice(sherpa.OfflineTts(config), carriers)


def carriers_of(entries: list[tuple[str, str]]) -> dict[str, str]:
    """For each syllable with its tone a character of the lexicon that stands for it: the first with this reading only.

    Characters of several readings serve where no other has the syllable; and for a neutral tone without any, the first
    of its other tones.

    >>> carriers_of([("中", "zh ong 1"), ("众", "zh ong 4"), ("行", "x ing 2"), ("刑", "x ing 2")])["xing2"]
    '刑'
    """
    known = [(char, tokens, _syllables(char)) for char, tokens in entries if len(char) == 1 and _is_hanzi(char)]
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for _, tokens, syllables in known:
        if len(syllables) == 1:
            votes[syllables[0]][tokens] += 1
    found: dict[str, str] = {}
    # A single entry of a lexicon is wrong now and then: the tokens that most characters of a syllable have are right.
    for sure in (True, False):
        for char, tokens, syllables in known:
            if not sure or (len(syllables) == 1 and votes[syllables[0]].most_common(1)[0][0] == tokens):
                found.setdefault(syllables[0], char)
    for syllable in list(found):
        found.setdefault(f"{syllable[:-1]}5", found[syllable])
    return found


def _syllables(char: str) -> list[str]:
    from pypinyin import Style, pinyin

    readings = pinyin(char, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True)[0]
    return [reading.replace("ü", "v") for reading in readings]


def _entries(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("lexicon*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            word, _, tokens = line.strip().partition(" ")
            if tokens:
                yield word, tokens.strip()


def _own_lexicon(folder: Path, entries: list[tuple[str, str]], carriers: Mapping[str, str]) -> str:
    """Path of the lexicon with the words that are not Chinese, and every single character; empty if the voice has none."""
    if not entries:
        return ""
    single = {word: tokens for word, tokens in reversed(entries) if len(word) == 1 or not any(map(_is_hanzi, word))}
    content = "".join(f"{word} {tokens}\n" for word, tokens in single.items())
    path = folder / OWN_LEXICON
    if not path.exists() or path.read_text(encoding="utf-8") != content:
        part = path.with_suffix(f".{os.getpid()}.part")
        part.write_text(content, encoding="utf-8")
        os.replace(part, path)
    return str(path)


def _family(folder: Path, lexicon: str) -> dict[str, Any]:
    """The model's part of the configuration, by the files that are there: Kokoro, Matcha or VITS."""
    import sherpa_onnx as sherpa

    onnx = sorted(folder.glob("*.onnx"))
    if not onnx or not (folder / "tokens.txt").is_file():
        raise SpeechRefused(f"{folder}: no voice of sherpa-onnx is here (a .onnx file and tokens.txt)")
    data = folder / "espeak-ng-data"
    common = {"lexicon": lexicon, "tokens": str(folder / "tokens.txt"), "data_dir": str(data) if data.is_dir() else ""}
    if (folder / "voices.bin").is_file():
        return {"kokoro": sherpa.OfflineTtsKokoroModelConfig(model=str(onnx[0]), voices=str(folder / "voices.bin"), **common)}
    vocoders = [path for path in onnx if re.match(r"vocos|hifigan", path.name)]
    if vocoders:
        acoustic = str(next(path for path in onnx if path not in vocoders))
        matcha = sherpa.OfflineTtsMatchaModelConfig(acoustic_model=acoustic, vocoder=str(vocoders[0]), **common)
        return {"matcha": matcha}
    return {"vits": sherpa.OfflineTtsVitsModelConfig(model=str(onnx[0]), **common)}


def _is_hanzi(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff" or char >= "\U00020000"

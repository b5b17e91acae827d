"""Traditional characters: words, names and the model know simplified ones, so a text is read in those.

`data/traditional.tsv` holds the forms; `benchmarks/training` makes it from the table of OpenCC.
"""

from functools import lru_cache
from importlib.resources import files

from msgspec import Struct

from audio_edition.pronunciation import lattice, table
from audio_edition.pronunciation.draft import Draft

_REACH = 4
"""Code points on each side that show which character is meant."""
_ALONE = 1 * table.SCALE * len(table.TAGS)
"""What the simplified form costs more, in a text that has other traditional characters, where it is part of no longer word."""
_BARE = 6 * table.SCALE * len(table.TAGS)
"""Likewise in a text that has none: 张三著."""
_CONFIDENCE = 0.99
_BY_WORDS = frozenset(("phrase", "model", "default"))


class Forms(Struct, frozen=True):
    """What is known of traditional characters."""

    sure: dict[int, str]
    """By code point: the simplified form."""
    maybe: dict[str, str]
    """Of those that simplified text has too (著作, 乾隆)."""
    pinyin: dict[str, str]
    """Of those that have one reading, where the simplified form has several: 髮, 發."""
    traditional: frozenset[str]
    doubtful: frozenset[str]
    """The characters of `maybe`."""


def simplified(text: str) -> str:
    """The text in simplified characters, as long as `text`.

    >>> simplified("背著書包，頭髮"), simplified("原著者著書，著名的乾隆"), simplified("张三著")
    ('背着书包，头发', '原著者著书，著名的乾隆', '张三著')
    """
    forms = load()
    traditional = not forms.traditional.isdisjoint(text)
    plain = text.translate(forms.sure) if traditional else text
    for at in [at for at, char in enumerate(plain) if char in forms.maybe] if not forms.doubtful.isdisjoint(plain) else ():
        other = plain[:at] + forms.maybe[plain[at]] + plain[at + 1 :]
        if _cost(other, at, _ALONE if traditional else _BARE) < _cost(plain, at):
            plain = other
    return plain


def obey(draft: Draft, printed: str) -> None:
    """Read a traditional character that has one reading so, where words decided how its simplified form is read."""
    forms = load()
    if forms.traditional.isdisjoint(printed):
        return
    for at, char in enumerate(printed):
        pinyin = forms.pinyin.get(char)
        if pinyin and draft.origins[at] in _BY_WORDS and draft.syllables[at] not in (pinyin, pinyin[:-1] + "5"):
            draft.put(at, pinyin, "default", _CONFIDENCE)


@lru_cache(maxsize=1)
def load() -> Forms:
    """The forms that ship."""
    sure: dict[str, str] = {}
    maybe: dict[str, str] = {}
    pinyin: dict[str, str] = {}
    content = (files("audio_edition.pronunciation") / "data" / "traditional.tsv").read_text("utf-8")
    for simple, chars, mode, *said in (line.split("\t") for line in content.splitlines() if not line.startswith("#")):
        (maybe if mode == "maybe" else sure).update(dict.fromkeys(chars, simple))
        pinyin.update(dict.fromkeys(chars, said[0]) if said else {})
    return Forms({ord(char): simple for char, simple in sure.items()}, maybe, pinyin, frozenset(sure), frozenset(maybe))


def _cost(text: str, at: int, alone: int = 0) -> int:
    """What the words around a place cost; `alone` more when the character there is part of no longer word."""
    known = table.load()
    offset = max(0, at - _REACH)
    words = [(offset + a, offset + b) for a, b in lattice.tokenize(text[offset : at + _REACH + 1], known)]
    return sum(known.values.get(text[a:b], lattice.UNSEEN) for a, b in words) + (alone if (at, at + 1) in words else 0)

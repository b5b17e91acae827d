"""What findings say, in the language of the paper: nobody who answers for a Chinese paper need read English.

The sentences lie in `templates/findings/<language>.json`: the English one, `{}` for what varies, and the language's own.
"""

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from audio_edition.model.language import fitting


def worded(sentence: str, lang: str) -> str:
    """An English sentence of a finding, or of what it suggests, in a language; as it is where nothing says it in that language.

    >>> worded("a letter in a number: 12O", "zh-CN"), worded("a letter in a number: 12O", "en-GB")
    ('数字里夹着字母：12O', 'a letter in a number: 12O')
    """
    told = ((pattern.fullmatch(sentence), own) for pattern, own in _sentences(fitting(lang, _languages(), otherwise="")))
    return next((own.format(*found.groups()) for found, own in told if found), sentence)


@cache
def _sentences(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of English sentences with the language's own, those that say most of themselves first."""
    if not language:
        return ()
    written = msgspec.json.decode(_folder().joinpath(f"{language}.json").read_bytes(), type=dict[str, str])
    most_first = sorted(written.items(), key=lambda pair: len(pair[0].replace("{}", "")), reverse=True)
    return tuple((re.compile("(.*?)".join(map(re.escape, english.split("{}"))), re.DOTALL), own) for english, own in most_first)


@cache
def _languages() -> frozenset[str]:
    return frozenset(entry.name.removesuffix(".json") for entry in _folder().iterdir())


def _folder() -> Traversable:
    return files("audio_edition.publishers") / "templates" / "findings"

"""Which of the languages that something is written in fits a tag best."""

from collections.abc import Container

_CHINESE = ("zh", "yue", "cmn")
READ = (*_CHINESE, "en")
"""Languages whose text is read aloud: their numbers, names and marks."""
_TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))


def fitting(tag: str, offered: Container[str], otherwise: str) -> str:
    """The language, of those offered, for a BCP 47 tag: the country's own, then the script's, then the bare language's.

    >>> have = ("zh-tw", "zh-hant", "zh-hans", "en")
    >>> [fitting(tag, have, "en") for tag in ("zh-Hant-TW", "yue", "zh-Hans-TW", "en-GB", "fr")]
    ['zh-tw', 'zh-hant', 'zh-hans', 'en', 'en']
    """
    name, *rest = tag.lower().split("-")
    wanted = [*_chinese(name, rest), "zh"] if name in _CHINESE else [*(f"{name}-{part}" for part in rest), name]
    return next((known for known in wanted if known in offered), otherwise)


def is_read(tag: str) -> bool:
    """Whether a BCP 47 tag is of a language of which text is read aloud."""
    return tag.partition("-")[0].lower() in READ


def is_chinese(tag: str) -> bool:
    """Whether a BCP 47 tag is of a Chinese language."""
    return tag.partition("-")[0].lower() in _CHINESE


def _chinese(name: str, rest: list[str]) -> list[str]:
    """Simplified where the tag says so, whatever the country; Cantonese and three countries are traditional."""
    if "hans" in rest or (name != "yue" and _TRADITIONAL.isdisjoint(rest)):
        return ["zh-hans"]
    return [*(f"zh-{part}" for part in rest if part != "hant"), "zh-hant"]

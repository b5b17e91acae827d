"""ASCII names of files and folders, made from titles by their pinyin."""

import re
from functools import lru_cache

from audio_edition.pronunciation import pronounce


@lru_cache(1024)
def slug(text: str, longest: int = 40) -> str:
    """Lower-case ASCII letters, digits and hyphens; empty when the text has nothing that can be said so.

    >>> slug("文明,让生活更美好"), slug("GDP首破1.2万亿")
    ('wen-ming-rang-sheng-huo-geng-mei-hao', 'gdp-shou-po-1-2-wan-yi')
    """
    syllables = {reading.index: reading.pinyin.rstrip("12345") for reading in pronounce(text[:longest]).readings}
    spelt = "".join(f" {syllables[index]} " if index in syllables else char for index, char in enumerate(text[:longest]))
    words = re.findall(r"[a-z0-9]+", spelt.lower())
    while len("-".join(words)) > longest:
        words.pop()
    return "-".join(words)

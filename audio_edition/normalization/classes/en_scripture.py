"""Chapter and verse of the Bible in English sentences.

Readings: Isaiah 40:1-11; Mark 1:1-8 => Readings: Isaiah forty, verses one to eleven; Mark one, verses one to eight
1 Cor. 13:4 and John 3:16, at 3:16 => First Corinthians thirteen, verse four and John three, verse sixteen, at three sixteen
"""

import re

from audio_edition.normalization import english
from audio_edition.normalization.rule import DIGIT, LATIN, rule

_SHORT = {"Gen": "Genesis", "Ex": "Exodus", "Isa": "Isaiah", "Jer": "Jeremiah", "Matt": "Matthew", "Cor": "Corinthians"}
_SHORT |= {"Rom": "Romans", "Thess": "Thessalonians", "Tim": "Timothy", "Heb": "Hebrews", "Rev": "Revelation", "Ps": "Psalm"}
_NUMBERED = "Samuel|Kings|Chronicles|Corinthians|Thessalonians|Timothy|Peter|John|Cor|Thess|Tim"
_BOOKS = (
    "Genesis|Exodus|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Ruth|Ezra|Nehemiah|Esther|Job|Psalms?|Proverbs|Ecclesiastes|Isaiah"
    "|Jeremiah|Lamentations|Ezekiel|Daniel|Hosea|Joel|Amos|Jonah|Micah|Habakkuk|Zechariah|Malachi|Matthew|Mark|Luke|John|Acts"
    "|Romans|Galatians|Ephesians|Philippians|Colossians|Titus|Hebrews|James|Jude|Revelation|" + "|".join(_SHORT)
)
_COUNT = ("", "First ", "Second ", "Third ")


@rule(
    rf"(?:(?P<n>[1-3]) (?P<of>{_NUMBERED})|(?P<book>{_BOOKS}))\.? (?P<c>\d{{1,3}}):(?P<v>\d{{1,3}})(?:[-–](?P<w>\d{{1,3}}))?"
    r"(?![\d:])",
    cost=0.5,
    needs=":",
    at=LATIN + DIGIT,
)
def verses(match: re.Match[str]) -> str:
    book = match["of"] or match["book"]
    chapter = f"{_COUNT[int(match['n'] or 0)]}{_SHORT.get(book, book)} {english.cardinal(match['c'])}"
    if match["w"]:
        return f"{chapter}, verses {english.cardinal(match['v'])} to {english.cardinal(match['w'])}"
    return f"{chapter}, verse {english.cardinal(match['v'])}"

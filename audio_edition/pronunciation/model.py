"""The learned model: a small linear classifier for each polyphone, where no dictionary word decides.

<<<<<<< HEAD
`data/model.gz` holds integer weights; `benchmarks/training/train.py` makes it from the data that `LICENSES.md` names. Its
=======
`data/model.gz` holds integer weights; `benchmarks/training/train.py` makes it from the data named in `data/LICENSES.md`. Its
>>>>>>> main
parts stand between form feeds: the calibration, then one part per character. A part's first line names the character, its
readings and, for each but the first, a bias; each further line a reading's number, a weight and the features that have it.
"""

import gzip
import math
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from msgspec import Struct

from audio_edition.pronunciation.table import TAGS, Table

SCALE = 16
"""Weights are natural logarithms of odds, times this, rounded."""
EDGE = "\x02"
_STOPS = frozenset("，。；：！？、—…\n（）《》“”「」" + EDGE)
_FAR = 12
"""Tokens on each side that are looked at, at most."""


class View(Struct, eq=False):
    """A text cut into tokens, ready to be looked at from any of its characters."""

    chars: str
    """The text with three edge marks on each side."""
    words: list[str]
    """Its tokens with two edge marks on each side."""
    tags: str
    """The tokens' parts of speech, one letter each, likewise."""


class Decision(Struct, frozen=True):
    """How a character is read."""

    pinyin: str
    confidence: float
    others: tuple[str, ...]
    """The other readings that are at all likely, the likeliest first."""


class Classifier(Struct, eq=False):
    """The weights of one character."""

    readings: tuple[str, ...]
    biases: tuple[int, ...]
    """Of the readings but the first, whose score is always 0."""
    weights: tuple[dict[str, int], ...]

    def scores(self, features: Sequence[str]) -> list[float]:
        """The logarithm of the odds of each reading against the first."""
        found = [0.0]
        for bias, weights in zip(self.biases, self.weights, strict=True):
            get = weights.get
            found.append((bias + sum([get(feature, 0) for feature in features])) / SCALE)
        return found


class Model(Struct, eq=False):
    """Classifiers by character, unpacked when they are first asked for."""

    packed: dict[str, str]
    margins: tuple[float, ...]
    confidences: tuple[float, ...]
    """How often the model was right on text it had not learned from, between one margin and the next."""
    unpacked: dict[str, Classifier]

    def decide(self, char: str, features: Sequence[str]) -> Decision:
        """The reading of a character that the model knows. Raises KeyError for others.

        >>> model = load()
        >>> "长" in model.packed, "人" in model.packed
        (True, False)
        """
        classifier = self.unpacked.get(char) or self._unpack(char)
        scores = classifier.scores(features)
        best = max(scores)
        order = sorted(zip(scores, classifier.readings, strict=True), key=lambda pair: -pair[0])
        margin = order[0][0] - order[1][0] if len(order) > 1 else 9.0
        others = tuple(reading for score, reading in order[1:] if score > best - 5)
        return Decision(order[0][1], self.confidences[bisect_right(self.margins, margin)], others)

    def _unpack(self, char: str) -> Classifier:
        head, *lines = self.packed[char].split("\n")
        _, readings, biases = head.split("\t")
        names = tuple(readings.split(" "))
        weights: tuple[dict[str, int], ...] = tuple({} for _ in names[1:])
        for line in lines:
            number, weight, features = line.split("\t")
            weights[int(number)].update(dict.fromkeys(features.split(" "), int(weight)))
        found = Classifier(names, tuple(int(bias) for bias in biases.split()), weights)
        self.unpacked[char] = found
        return found


@lru_cache(maxsize=1)
def load() -> Model:
    """The model that ships."""
    packed = (files("audio_edition.pronunciation") / "data" / "model.gz").read_bytes()
    return parse(gzip.decompress(packed).decode("utf-8"))


def parse(content: str) -> Model:
    """The model of an unpacked file."""
    calibration, *parts = content.split("\f")
    margins, confidences = (tuple(float(figure) for figure in line.split()) for line in calibration.split("\n"))
    return Model({part[0]: part for part in parts}, margins, confidences, {})


def view(text: str, words: list[str], known: Table) -> View:
    """A text and the tokens that tile it."""
    values, size = known.values, len(TAGS)
    tags = "".join([TAGS[values[word] % size] if word in values else "0" if word.isalnum() else "w" for word in words])
    edge = [EDGE, EDGE]
    return View(EDGE * 3 + text + EDGE * 3, edge + words + edge, "EE" + tags + "EE")


def features(seen: View, at: int, number: int, offset: int) -> list[str]:
    """What a classifier is told about the code point `at`: the one at `offset` in token `number`.

    Letters before a feature say what it is: a to i, k, K characters, l r s t words, p q P Q their first and last characters,
    L R T U V W parts of speech, x y both, w the word itself, o the place in it, < and > all words of the clause, S Z where the
    clause ends, v whether a verb follows in it, u that and the verb before.
    """
    chars, words, tags = seen.chars, seen.words, seen.tags
    at, number = at + 3, number + 2
    before, after, word = chars[at - 1], chars[at + 1], words[number]
    right = tags[number + 1]
    found = [
        "a" + before, "b" + after, "c" + chars[at - 2], "d" + chars[at + 2],
        "e" + chars[at - 2 : at], "f" + chars[at + 1 : at + 3], "g" + before + after,
        "h" + chars[at - 3 : at], "i" + chars[at + 1 : at + 4],
        "l" + words[number - 1], "r" + words[number + 1], "s" + words[number - 2], "t" + words[number + 2],
        "L" + tags[number - 1], "R" + right, "T" + tags[number - 1] + right, "U" + tags[number - 2 : number],
        "V" + tags[number + 1 : number + 3], "W" + tags[number - 2 : number + 3],
        "x" + before + right, "y" + tags[number - 1] + after,
        *_ends(words[number - 1], words[number + 1]),
        *["k" + char for char in chars[max(0, at - 4) : at]], *["K" + char for char in chars[at + 1 : at + 5]],
    ]  # fmt: skip
    if len(word) > 1:
        found += ("w" + word, "o0" if offset == 0 else "o2" if offset == len(word) - 1 else "o1")
    else:
        found.append("1")
    return found + _clause(words, tags, number)


def _ends(left: str, right: str) -> tuple[str, str, str, str]:
    return "P" + left[-1:], "Q" + right[:1], f"p{left[:1]}{len(left)}", f"q{right[-1:]}{len(right)}"


def _clause(words: list[str], tags: str, number: int) -> list[str]:
    back, ahead, found = number - 1, number + 1, []
    while words[back] not in _STOPS and number - back < _FAR:
        found.append("<" + words[back])
        back -= 1
    while words[ahead] not in _STOPS and ahead - number < _FAR:
        found.append(">" + words[ahead])
        ahead += 1
    verbs = "1" if "v" in tags[number + 2 : ahead] else "0"
    verb = tags.rfind("v", back + 1, number)
    found += (
        f"u{words[verb] if verb >= 0 else ''}{verbs}",
        f"S{words[back]}{min(number - back, 4)}",
        f"Z{words[ahead]}{min(ahead - number, 4)}",
        "v" + verbs + tags[number + 1],
    )
    return found


def odds(scores: Sequence[float]) -> list[float]:
    """Scores as probabilities."""
    best = max(scores)
    parts = [math.exp(score - best) for score in scores]
    return [part / sum(parts) for part in parts]

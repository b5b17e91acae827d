"""Traditional text is read by the same rules as simplified text."""

import re

from audio_edition import plugins
from audio_edition.normalization import quantities, units
from audio_edition.normalization.classes import money
from audio_edition.normalization.folding import folded, traditional
from audio_edition.normalization.rule import Pattern, Rule
from audio_edition.pronunciation.traditional import load


def _looked_for() -> set[str]:
    """The Hanzi that a rule names."""
    rules = [value for module in plugins.members("audio_edition.normalization.classes") for value in vars(module).values()]
    patterns = [pattern for rule in rules if isinstance(rule, Rule) for pattern in (rule.pattern, rule.after) if pattern]
    patterns += [value for value in vars(quantities).values() if isinstance(value, Pattern)]
    return {char for pattern in patterns for char in re.findall("[\u4e00-\u9fff]", pattern.source)}


def test_every_character_that_a_rule_looks_for_is_known_in_its_traditional_forms() -> None:
    looked_for = _looked_for()
    forms = {chr(code): simple for code, simple in load().sure.items() if simple in looked_for}
    assert len(forms) > 400
    assert {form for form, simple in forms.items() if folded(form) != simple and form not in "釐徵"} == set()


def test_units_and_currencies_are_said_in_traditional_hanzi() -> None:
    sure = load().sure
    said = [*money._CURRENCY.values(), *(units.spoken(unit) for unit in ("km/h", "kWh", "min", "hm²", "Hz", "dB", "W"))]
    assert "".join(said)
    assert traditional("元新台币，澳门元，新西兰元，千瓦时，分钟，赫兹") == "元新台幣，澳門元，新西蘭元，千瓦時，分鐘，赫茲"
    assert {char for char in "".join(said) if traditional(char) == char and char in sure.values()} - set("里千台布") == set()

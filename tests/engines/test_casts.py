"""The casts that ship: each is read, its engines and voices exist, and a mistake in one is found with file and line."""

from pathlib import Path
from typing import get_args

import pytest

from audio_edition import engines
from audio_edition.model.errors import ConfigError
from audio_edition.model.passage import Role
from audio_edition.settings import Cast, parse

CASTS = sorted((Path(__file__).parents[2] / "voices").glob("*.toml"))


def test_the_promised_casts_are_there() -> None:
    assert {"embedded", "xiaoxiao", "newsroom", "cantonese", "english"} <= {path.stem for path in CASTS}


@pytest.mark.parametrize("path", CASTS, ids=lambda path: path.stem)
def test_every_voice_of_a_cast_exists(path: Path) -> None:
    cast = parse(path.read_bytes(), Cast, path.name)
    for role in get_args(Role):
        voice = cast.voice_for(role)
        offered = {info.name: info.lang for info in engines.load(voice.engine).voices()}
        assert voice.name.partition("+")[0] in {name.partition("+")[0] for name in offered}
        lang = offered.get(voice.name, cast.language)
        assert lang.partition("-")[0] == cast.language.partition("-")[0]


def test_a_newsroom_has_two_voices_and_a_quoting_one_and_answers_are_not_read_by_who_asks() -> None:
    path = next(path for path in CASTS if path.stem == "newsroom")
    cast = parse(path.read_bytes(), Cast, path.name)
    body, headline, quoted = (cast.voice_for(role).name for role in ("body", "subtitle", "quotation"))
    assert len({body, headline, quoted}) == 3
    assert cast.voice_for("question").name != cast.voice_for("answer").name


MISTAKES = {
    "spede = 3": ":5: unknown key `spede`",
    "rate = 'fast'": ":5: `rate`: Expected `int`",
    "[roles.headlin]\nrate = 1": ":5: unknown key `roles.headlin`",
}


@pytest.mark.parametrize(("mistake", "found"), MISTAKES.items())
def test_a_mistake_in_a_cast_is_found_with_file_and_line(mistake: str, found: str) -> None:
    text = f"# mine\ntitle = 'x'\nengine = 'espeak'\nvoice = 'en'\n{mistake}\n"
    with pytest.raises(ConfigError, match=r"^mine\.toml" + found):
        parse(text.encode(), Cast, "mine.toml")

"""A wrong key is named with its file and line; every key is documented."""

import inspect
import re

import pytest
from msgspec import Struct

from audio_edition.model.errors import ConfigError
from audio_edition.settings import Cast, Paper, RoleVoice, parse

CAST = b'title = "T"\nengine = "espeak"\nvoice = "v"\nrate = 3\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b'title = "x"\nslogan = "y"\n', r"paper\.toml:2: unknown key `slogan`"),
        (b"title = 3\n", r"paper\.toml:1: `title`: Expected `str`, got `int`"),
        (b'title = "x"\nbase_url = "news.example"\n', r"paper\.toml:2: `base_url` is not in its form, as in `https://news"),
        (b'time = "25:00"\n', r"paper\.toml:1: `time` is not in its form, as in `06:00\+08:00`"),
        (b'email = "desk"\n', r"paper\.toml:1: `email` is not in its form"),
        (b'slug = "../x"\n', r"paper\.toml:1: `slug` is not in its form, as in `qinglan-daily`"),
        (b'formats = ["wav"]\n', r"paper\.toml:1: `formats`: Invalid enum value 'wav'"),
        (b'podcast_guid = "7"\n', r"paper\.toml:1: `podcast_guid` is not in its form"),
        (b'language = "Chinese!"\n', r"paper\.toml:1: `language` is not in its form, as in `zh-CN`"),
        (b'category = "news"\n', r"paper\.toml:1: `category`: Invalid enum value 'news'"),
        (b"title = \n", r"paper\.toml: not TOML: .*line 1"),
        (b"\xff", r"paper\.toml: not UTF-8"),
    ],
)
def test_a_wrong_setting_is_one_line(text: bytes, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        parse(text, Paper, "paper.toml")


def test_a_wrong_key_of_a_role_is_found() -> None:
    with pytest.raises(ConfigError, match=r"c\.toml:6: unknown key `speed`"):
        parse(CAST + b"[roles.headline]\nspeed = 1\n", Cast, "c.toml")
    with pytest.raises(ConfigError, match=r"c\.toml"):
        parse(CAST + b"[roles.nobody]\nrate = 1\n", Cast, "c.toml")


def test_a_role_has_the_voice_of_the_cast_where_it_says_nothing_else() -> None:
    cast = parse(CAST + b"[roles.headline]\nrate = 0\n", Cast, "c.toml")
    assert (cast.voice_for("headline").rate, cast.voice_for("body").rate) == (0, 3)


@pytest.mark.parametrize("settings", [Paper, Cast, RoleVoice])
def test_every_key_is_documented(settings: type[Struct]) -> None:
    source = inspect.getsource(settings)
    for key in settings.__struct_fields__:
        assert re.search(rf'^    {key}: .*\n    """.+\."""', source, re.M), key

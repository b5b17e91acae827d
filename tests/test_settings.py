"""A wrong key is named with its file and line; every key is documented."""

import inspect
import re
from typing import get_args

import pytest
from msgspec import Struct

from audio_edition.model.errors import ConfigError
from audio_edition.model.passage import Role
from audio_edition.settings import Cast, Paper, RoleVoice, parse
from tests.editions import ROOT

CAST = b'title = "T"\nengine = "espeak"\nvoice = "v"\nrate = 3\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b'title = "x"\nslogan = "y"\n', r"paper\.toml:2: unknown key `slogan`"),
        (b"title = 3\n", r"paper\.toml:1: `title`: Expected `str`, got `int`"),
        (b'title = "x"\nbase_url = "news.example"\n', r"paper\.toml:2: `base_url` is not in its form, as in `https://news"),
        (b'time = "25:00"\n', r"paper\.toml:1: `time` is not in its form, as in `06:00\+08:00`"),
        (b'email = "desk"\n', r"paper\.toml:1: `email` is not in its form"),
        (b'slug = "x\\n"\n', r"paper\.toml:1: `slug` is not in its form"),
        (b'base_url = "https://news.example/\\n"\n', r"paper\.toml:1: `base_url` is not in its form"),
        (b'slug = "../x"\n', r"paper\.toml:1: `slug` is not in its form, as in `qinglan-daily`"),
        (b'formats = ["wav"]\n', r"paper\.toml:1: `formats`: Invalid enum value 'wav'; there are m4b, opus$"),
        (b'podcast_guid = "7"\n', r"paper\.toml:1: `podcast_guid` is not in its form"),
        (b'language = "Chinese!"\n', r"paper\.toml:1: `language` is not in its form, as in `zh-CN`"),
        (b'category = "news"\n', r"paper\.toml:1: `category`: Invalid enum value 'news'; there are Arts, .*, News, "),
        (b"title = \n", r"paper\.toml: not TOML: .*line 1"),
        (b"\xff", r"paper\.toml: not UTF-8"),
    ],
)
def test_a_wrong_setting_is_one_line(text: bytes, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        parse(text, Paper, "paper.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[roles.headline]\nspeed = 1", "6: unknown key `roles.headline.speed`"),
        ("[roles.headline]\ntitle = 'y'", "6: unknown key `roles.headline.title`"),
        ("[roles.nobody]\nrate = 1", "5: unknown key `roles.nobody`"),
        ("[roles.headline]\nrate = 3\n[roles.body]\nrate = 900", "8: `roles.body.rate`: Expected `int` <= 300"),
        ("[roles.'headline']\r\nrate = 'a'", "6: `roles.headline.rate`: Expected `int"),
        ("roles.headline.after = -1", "5: `roles.headline.after`: Expected `int` >= 0"),
        ("roles = { headline = { rate = 2 }, body = { rate = 900 } }", "5: `roles.body.rate`: Expected `int` <= 300"),
        ("[roles]\nheadline = 3", "6: `roles.headline`: Expected `object`"),
        ("roles = 3", "5: `roles`: Expected `object`"),
        ("[roles.body]\nvoice = ''", "6: `roles.body.voice`: Expected `str` of length >= 1"),
        ('intro = """\n[roles.body]\nrate = 900\n"""\n# rate = 900\nroles.body.rate = 900', "10: `roles.body.rate`"),
        ("'a\\nb' = 3", "5: unknown key `'a\\\\nb'`"),
    ],
)
def test_a_mistake_is_found_wherever_toml_lets_it_stand(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        parse(CAST + text.encode(), Cast, "c.toml")
    assert str(error.value).startswith(f"c.toml:{message}")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("key", ["engine", "voice"])
def test_a_cast_names_engine_and_voice(key: str) -> None:
    with pytest.raises(ConfigError, match=rf"c\.toml:\d: `{key}`: Expected `str` of length >= 1"):
        parse(re.sub(rf'(?m)^{key} = ".*"', f'{key} = ""', CAST.decode()).encode(), Cast, "c.toml")


def test_settings_may_come_from_windows() -> None:
    text = CAST.decode().replace("\n", "\r\n")
    assert parse(text.encode("utf-8-sig"), Cast, "c.toml") == parse(CAST, Cast, "c.toml")
    with pytest.raises(ConfigError, match=r"c\.toml:1: `title`"):
        parse("title = 3\r\n".encode("utf-8-sig"), Paper, "c.toml")


def test_a_role_has_the_voice_of_the_cast_where_it_says_nothing_else() -> None:
    cast = parse(CAST + b"[roles.headline]\nrate = 0\n", Cast, "c.toml")
    assert (cast.voice_for("headline").rate, cast.voice_for("body").rate) == (0, 3)


@pytest.mark.parametrize("role", get_args(Role))
def test_the_readme_says_what_every_role_reads(role: str) -> None:
    assert re.search(rf"(?m)^\| .*`{role}`.* \| .+ \|$", (ROOT / "README.md").read_text("utf-8"))


@pytest.mark.parametrize("settings", [Paper, Cast, RoleVoice])
def test_every_key_is_documented(settings: type[Struct]) -> None:
    source = inspect.getsource(settings)
    for key in settings.__struct_fields__:
        assert re.search(rf'^    {key}: .*\n    """.+\."""', source, re.M), key

"""paper.toml and voices/*.toml as types: every key has a default and a sentence; a misspelt key is an error that names it."""

from typing import Annotated, Literal, TypeVar

from msgspec import Meta, Struct

from audio_edition import toml
from audio_edition.model.passage import Role
from audio_edition.model.speech import Voice

Category = Literal[
    "Arts",
    "Business",
    "Comedy",
    "Education",
    "Fiction",
    "Government",
    "History",
    "Health & Fitness",
    "Kids & Family",
    "Leisure",
    "Music",
    "News",
    "Religion & Spirituality",
    "Science",
    "Society & Culture",
    "Sports",
    "Technology",
    "True Crime",
    "TV & Film",
]
"""https://podcasters.apple.com/support/1691-apple-podcasts-categories"""

Address = Annotated[str, Meta(pattern=r"^(https?://[^\s/]+\S*)?\Z")]
Email = Annotated[str, Meta(pattern=r"^([^@\s]+@[^@\s]+\.[^@\s]+)?\Z")]
MaybeTime = Annotated[str, Meta(pattern=r"^(([01]\d|2[0-3]):[0-5]\d([+-]([01]\d|2[0-3]):[0-5]\d|Z))?\Z")]

Language = Annotated[str, Meta(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")]
MaybeLanguage = Annotated[str, Meta(pattern=r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?\Z")]
Slug = Annotated[str, Meta(pattern=r"^([A-Za-z0-9]+(-[A-Za-z0-9]+)*)?\Z")]
"""What may name a folder on every system and stand in an address: never `..`, never a blank."""
Uuid = Annotated[str, Meta(pattern=r"^([0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})?\Z")]
Name = Annotated[str, Meta(min_length=1)]
Percent = Annotated[int, Meta(ge=-90, le=300)]
Pause = Annotated[int, Meta(ge=0, le=60_000)]
Loudness = Annotated[float, Meta(ge=-40.0, le=-5.0)]

_FORMS = {"base_url": "https://news.example/paper/", "license_url": "https://news.example/terms"}
_FORMS |= {"email": "desk@news.example", "time": "06:00+08:00", "language": "zh-CN", "slug": "qinglan-daily"}
_FORMS |= dict.fromkeys(("podcast_guid", "articles_guid"), "917393e3-1b1e-5cef-ace4-edaa54e1f810")
"""How a key looks that has a form."""


class Paper(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A newspaper: `issues/<paper>/paper.toml`. Everything is optional; the masthead says the rest."""

    title: str = ""
    """Name of the paper, where the masthead does not say it."""
    slug: Slug = ""
    """Folder below output/ and part of every URL: ASCII letters, digits and hyphens; made from the title when empty."""
    language: MaybeLanguage = ""
    """BCP 47 tag of the paper's language (`zh-CN`, `zh-HK`, `zh-TW`, `en`, `en-US`); found in each issue's text when empty."""
    base_url: Address = ""
    """Where `output/<paper>/` will be served, `https://…/`; without it feeds hold local addresses, pages relative ones."""
    description: str = ""
    """One paragraph about the paper, for the feed."""
    author: str = ""
    """Who publishes it; the masthead's publisher when empty."""
    email: Email = ""
    """Address of the feed's owner."""
    category: Category = "News"
    """Apple Podcasts category."""
    subcategory: str = "Daily News"
    """Apple Podcasts subcategory; left out where the category has none of that name."""
    explicit: bool = False
    """Whether the feed says that it is explicit."""
    image: str = ""
    """Cover, a square JPEG or PNG of 1400 to 3000 px beside paper.toml; made from the masthead when empty."""
    copyright: str = ""
    """Copyright line of the feed."""
    license: str = ""
    """Licence of the episodes: an SPDX identifier (`cc-by-4.0`), or a name of one's own."""
    license_url: Address = ""
    """Address that explains a licence of one's own."""
    time: MaybeTime = ""
    """Time of day and offset at which an issue appears; 06:00 in its language's country (`zh-CN`) or else in UTC when empty."""
    podcast_guid: Uuid = ""
    """UUID of the feed; made from base_url when empty."""
    articles_guid: Uuid = ""
    """UUID of the feed with one episode per article; made from base_url when empty."""
    announce_synthetic: bool = True
    """Say at the start, and label in the files, that the voice is synthetic (GB 45438-2025)."""
    synthetic_notice: str = ""
    """The spoken notice; a standard sentence in the paper's language when empty."""
    producer: str = ""
    """Code of the producer in the files' synthetic-speech label (China: the unified social credit code); the slug when empty."""
    formats: tuple[Literal["m4b", "opus"], ...] = ()
    """Further sound files of the whole issue: `m4b` (needs `pip install 'audio-edition[m4b]'`), `opus`."""
    lexicons: tuple[str, ...] = ()
    """Pronunciation lexicons (TSV) beside paper.toml, the first one strongest."""


class RoleVoice(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How one role is read; what is not said is as for the body."""

    voice: Name | None = None
    """Name of the engine's voice."""
    engine: Name | None = None
    """Name of the engine, where it differs from the cast's."""
    rate: Percent | None = None
    """Percent faster or slower than the voice's own pace."""
    pitch: Percent | None = None
    """Percent above or below the voice's own pitch."""
    volume: Percent | None = None
    """Percent louder or softer."""
    before: Pause | None = None
    """Silence before it, ms."""
    after: Pause | None = None
    """Silence after it, ms."""


class Cast(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who reads what: `voices/<name>.toml`."""

    title: str
    """Name shown to listeners."""
    engine: Name
    """Name of the engine that speaks."""
    voice: Name
    """Name of the engine's voice that reads all roles without one of their own."""
    language: Language = "zh-CN"
    """BCP 47 tag of the language it reads: `zh`, `yue`, `cmn` or `en`, with a country or without."""
    rate: Percent = 0
    """Percent faster or slower than the voice's own pace."""
    pitch: Percent = 0
    """Percent above or below the voice's own pitch."""
    volume: Percent = 0
    """Percent louder or softer."""
    sentence_pause: Pause = 350
    """Silence between two sentences of a paragraph, ms."""
    paragraph_pause: Pause = 700
    """Silence between two paragraphs, ms."""
    article_pause: Pause = 1600
    """Silence between two articles, ms, before the whole second is filled up."""
    bitrate: Literal[48, 64, 96] = 48
    """kbit/s of the MP3 files: 48, 64 or 96."""
    sample_rate: Literal[24000, 44100] = 24000
    """Hz of the MP3 files: 24000 or 44100."""
    loudness: Loudness = -16.0
    """Integrated loudness of the edition, LUFS (-16 as stereo players expect, -19 by the mono convention)."""
    fallback: str = ""
    """Engine that may speak what this one cannot, announced in the report; none when empty."""
    intro: str = ""
    """Sound file played at the start, beside the cast file."""
    outro: str = ""
    """Sound file played at the end."""
    chime: str = ""
    """Sound file played before each article."""
    roles: dict[Role, RoleVoice] = {}
    """Voice of each role: [roles.headline], [roles.quotation] and so on."""

    def voice_for(self, role: Role) -> Voice:
        """The voice that reads a role."""
        own = self.roles.get(role, RoleVoice())
        return Voice(
            engine=own.engine or self.engine,
            name=own.voice or self.voice,
            rate=self.rate if own.rate is None else own.rate,
            pitch=self.pitch if own.pitch is None else own.pitch,
            volume=self.volume if own.volume is None else own.volume,
        )


Settings = TypeVar("Settings", Paper, Cast)


def parse(content: bytes, type: type[Settings], name: str) -> Settings:
    """The settings of a TOML file; `name` is the file's, for the error.

    Raises ConfigError, naming file, line and key.

    >>> parse(b'titel = "x"', Paper, "paper.toml")
    Traceback (most recent call last):
    audio_edition.model.errors.ConfigError: paper.toml:1: unknown key `titel`; the keys are documented in the README
    """
    return toml.parse(content, type, name, _FORMS)

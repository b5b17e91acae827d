"""What a build tells while it runs: a progress bar, a web page and a test read the same stream."""

from msgspec import Struct

from audio_edition.model.finding import Finding
from audio_edition.model.issue import Issue


class Recovered(Struct, frozen=True, tag="recovered"):
    """The issue has been read and its articles found."""

    paper: str
    date: str
    issue: Issue


class Planned(Struct, frozen=True, tag="planned"):
    """What has to be spoken."""

    articles: int
    requests: int
    """Different ones: an equal sentence is spoken once."""
    cached: int
    """Requests whose clip is stored."""
    passages: int
    """Requests that come on top: what each voice reads to be measured, where that is not stored."""
    characters: int
    """Spoken code points of all requests that are to be made."""
    minutes: float
    """About how long the edition will sound (260 Hanzi a minute, and the pauses)."""


class Said(Struct, frozen=True, tag="said"):
    """One more utterance is there, spoken or stored."""

    done: int
    total: int
    article: str
    cached: bool
    milliseconds: int
    """How long it sounds."""


class Waiting(Struct, frozen=True, tag="waiting"):
    """An engine has asked for patience: nothing is sent to it for so many seconds."""

    engine: str
    seconds: float
    asked: float = 0.0
    """Seconds that it has asked for: more than `seconds` where that is too long; 0 when it did not say."""


class Failing(Struct, frozen=True, tag="failing"):
    """All that an engine is asked fails, for some time already; it is asked again."""

    engine: str
    reason: str


class Found(Struct, frozen=True, tag="found"):
    """Something an editor should look at."""

    finding: Finding


class Published(Struct, frozen=True, tag="published"):
    """The edition stands in the output folder."""

    folder: str
    date: str
    tracks: int
    milliseconds: int
    changed: tuple[str, ...]
    """Paths whose bytes have changed, relative to the folder."""
    spoken: int
    """Requests spoken in this build; the others were stored."""


Event = Recovered | Planned | Said | Waiting | Failing | Found | Published

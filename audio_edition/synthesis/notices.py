"""Why nothing comes from an engine for a while: what whoever waits should hear."""

from msgspec import Struct


class Cooling(Struct, frozen=True):
    """An engine has asked for patience: nothing is sent to it for a while."""

    engine: str
    seconds: float
    asked: float = 0.0
    """Seconds that it has asked for: more than `seconds` where that is too long; 0 when it did not say."""


class Failing(Struct, frozen=True):
    """All that an engine is asked fails, for some time already; it is asked again."""

    engine: str
    reason: str
    """Of the last failure."""


Notice = Cooling | Failing

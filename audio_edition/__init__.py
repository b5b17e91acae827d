"""Audio editions of newspapers: an issue goes in; MP3s, a podcast feed, accessible pages come out.

`normalize(text)`, `pronounce(text)` and `recover(path)` are what others may want to call; they are imported when asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from audio_edition.normalization import normalize
    from audio_edition.orders import recover
    from audio_edition.pronunciation import pronounce

__version__ = "0.1.0"
__all__ = ["normalize", "pronounce", "recover"]

_ROOMS = {"normalize": "normalization", "pronounce": "pronunciation", "recover": "orders"}


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

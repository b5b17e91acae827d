"""Speaks requests: order, how many at once, retry, completeness; the store keeps what was spoken.

`Speech(engines, store)` is the room's door: prompts in, stored clips out, in order, and why nothing comes for a while;
`speak(prompts, engines, store)` is the same where all prompts are known.
`passages(requests, engines)` are what will be asked for on top.
"""

from audio_edition.synthesis.level import passages
from audio_edition.synthesis.notices import Cooling, Failing, Notice
from audio_edition.synthesis.speaking import Speech, Spoken, speak
from audio_edition.synthesis.store import Store

__all__ = ["Cooling", "Failing", "Notice", "Speech", "Spoken", "Store", "passages", "speak"]

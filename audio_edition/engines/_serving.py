"""The other side of `_worker`: a process that answers requests on its standard output until its standard input ends."""

import os
import signal
import sys
from collections.abc import Callable

import msgspec
from msgspec import Struct

from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.speech import Clip, Request


class Answer(Struct, frozen=True):
    """What became of a request."""

    clip: Clip | None = None
    reason: str = ""
    """Why there is no clip."""
    may_pass: bool = False
    """Whether trying again may help."""


def serve(respond: Callable[[Request, float], Clip]) -> None:
    """Answer requests, each with the gain of its clip in dB. Libraries print to standard error; Ctrl+C is the parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while size := sys.stdin.buffer.read(4):
        asked = sys.stdin.buffer.read(int.from_bytes(size, "big"))
        message = msgspec.msgpack.encode(_answer(respond, *msgspec.msgpack.decode(asked, type=tuple[Request, float])))
        answers.write(len(message).to_bytes(4, "big") + message)
        answers.flush()


def _answer(respond: Callable[[Request, float], Clip], request: Request, gain: float) -> Answer:
    try:
        return Answer(respond(request, gain))
    except SpeechError as error:
        return Answer(reason=str(error), may_pass=not isinstance(error, SpeechRefused))

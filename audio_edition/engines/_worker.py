"""A process that speaks beside this one. What a native library prints or does there, be it to die, ends there."""

import asyncio
import contextlib
import os
import signal
import sys
from tempfile import TemporaryFile
from typing import IO

import msgspec

from audio_edition.engines._serving import Answer
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.speech import Clip, Request

LAST = 2000
"""Bytes of what a process printed in which its last line is looked for."""


class Worker:
    """A process that runs a module which `_serving.serve`s; requests and answers are MessagePack after a length of four bytes."""

    def __init__(self, process: asyncio.subprocess.Process, printed: IO[bytes]) -> None:
        self._process = process
        self._printed = printed

    @classmethod
    async def start(cls, module: str, argument: str) -> "Worker":
        """One of a module of this room, with its argument. Raises OSError."""
        command = (sys.executable, "-m", f"audio_edition.engines.{module}", argument)
        env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "OPENBLAS_NUM_THREADS": "1"}
        pipe, printed = asyncio.subprocess.PIPE, TemporaryFile()  # noqa: SIM115 — closed when the process has ended
        return cls(await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=printed, env=env), printed)

    async def ask(self, request: Request, gain: float = 0.0) -> Clip:
        """Raises SpeechError and SpeechRefused, with the process's reason; EOFError or OSError when it died."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        message = msgspec.msgpack.encode((request, gain))
        self._process.stdin.write(len(message).to_bytes(4, "big") + message)
        await self._process.stdin.drain()
        size = int.from_bytes(await self._process.stdout.readexactly(4), "big")
        answer = msgspec.msgpack.decode(await self._process.stdout.readexactly(size), type=Answer)
        if answer.clip is None:
            raise (SpeechError if answer.may_pass else SpeechRefused)(answer.reason)
        return answer.clip

    def last_words(self) -> str:
        """The last line that it printed."""
        self._printed.seek(max(0, self._printed.seek(0, os.SEEK_END) - LAST))
        lines = self._printed.read().decode("utf-8", "replace").split("\n")
        return next((" ".join(line.split()) for line in reversed(lines) if line.strip()), "")

    async def kill(self) -> None:
        """Close its input, which ends it; kill it if it does not end."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), 3.0)
        except TimeoutError:
            # Not Process.kill, which may take the exit status that asyncio waits for.
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._process.pid, signal.SIGKILL)
            await self._process.wait()
        finally:
            self._printed.close()

"""Speech servers on the loopback: OpenAI-compatible, Azure's REST; a hum per character, in any of the formats they answer."""

import asyncio
import io
import re
import ssl
import unicodedata
import xml.etree.ElementTree as ElementTree
from typing import Any

import numpy as np
import soundfile
from aiohttp import web

from tests.edge_service import sound

RATE = 24000


class SpeechServer:
    """Answers `/v1/audio/speech` and `/cognitiveservices/v1`; an async context manager.

    A fault is a status, or a name of `_answer`: `part 0.4` sends the first four tenths and ends as it should, `times 3` says the
    text three times, `body 206` sends the sound under this status,
    `torn` (of mp3) lacks three frames from the middle, `reason bad` says in its status line alone what is wrong.
    It says no more than the first `most` characters of a text, as a model with a limit does.
    `body` is what it sends instead of a hum, `named` its Content-Type; `tls` its certificate.
    """

    def __init__(
        self,
        form: str = "wav",
        faults: tuple[str, ...] = (),
        body: bytes = b"",
        named: str = "",
        tls: ssl.SSLContext | None = None,
        most: int | None = None,
    ) -> None:
        self.form = form
        self._body = body
        self._named = named
        self._tls = tls
        self._most = most
        self.faults = list(faults)
        self.asked: list[dict[str, Any]] = []
        self.documents: list[str] = []
        self.headers: list[dict[str, str]] = []

    async def __aenter__(self) -> "SpeechServer":
        app = web.Application()
        app.router.add_post("/v1/audio/speech", self._speech)
        app.router.add_post("/cognitiveservices/v1", self._document)
        self._runner = web.AppRunner(app, shutdown_timeout=0.05)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0, ssl_context=self._tls).start()
        self.url = f"http{'s' if self._tls else ''}://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def _speech(self, request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        self.asked.append(asked)
        self.headers.append(dict(request.headers))
        if asked["voice"] == "nobody":
            return web.json_response({"error": {"message": "no such voice"}}, status=400)
        return await self._answer(request, asked["input"])

    async def _document(self, request: web.Request) -> web.StreamResponse:
        document = await request.text()
        self.documents.append(document)
        self.headers.append(dict(request.headers))
        speak = ElementTree.fromstring(document)
        if "nobody" in document:
            return web.Response(status=400, text="unsupported voice")
        if self.form == "wav" and request.headers["X-Microsoft-OutputFormat"].endswith("mp3"):
            return web.Response(body=sound("".join(speak.itertext()), "zh-CN"), content_type="audio/mpeg")
        return await self._answer(request, "".join(speak.itertext()))

    async def _answer(self, request: web.Request, text: str) -> web.StreamResponse:
        fault = self.faults.pop(0) if self.faults else ""
        if fault.isdigit():
            return web.Response(status=int(fault), text="as you wish", headers={"Retry-After": "2"})
        if fault == "no credit":
            error = {"message": "You exceeded your current quota", "code": "insufficient_quota"}
            return web.json_response({"error": error}, status=429, headers={"Retry-After": "2"})
        if fault.startswith("to "):
            _, status, address = fault.split(" ")
            return web.Response(status=int(status), headers={"Location": address} if address else {})
        if fault == "text":
            return web.json_response({"detail": "model is loading"})
        if fault == "short":
            text = text[:1]
        if fault.startswith("times "):
            text *= int(fault[6:])
        body = self._body or encoded(text[: self._most], self.form)
        if fault.startswith("part "):
            body = beginning(body, float(fault[5:]))
        if fault.startswith("reason "):
            return web.Response(status=400, reason=fault[7:])
        if fault == "torn":
            middle = len(body) // 288 * 144
            return web.Response(body=body[:middle] + body[middle + 3 * 144 :], headers={"Content-Type": "audio/mpeg"})
        if fault.startswith("body "):
            return web.Response(body=body, status=int(fault[5:]))
        if fault == "cut":
            response = web.StreamResponse(headers={"Content-Length": str(len(body))})
            await response.prepare(request)
            await response.write(body[: len(body) // 2])
            assert request.transport is not None
            request.transport.close()
            return response
        if fault == "drip":
            response = web.StreamResponse()
            await response.prepare(request)
            for byte in body:
                await response.write(bytes([byte]))
                await asyncio.sleep(0.1)
        if fault == "no chunk":
            response = web.StreamResponse()
            response.enable_chunked_encoding()
            await response.prepare(request)
            await response.write(body[: len(body) // 2])
            await asyncio.sleep(0.1)  # so that it comes by itself
            assert request.transport is not None
            request.transport.write(b"zz\r\n")
            return response
        named = self._named or {"mp3": "audio/mpeg", "pcm": "audio/pcm"}.get(self.form, "audio/wav")
        return web.Response(body=body, headers={"Content-Type": named})


def encoded(text: str, form: str) -> bytes:
    """A hum of 0.2 s for each character that is heard."""
    if form == "mp3":
        return sound(text, "zh-CN")
    said = re.sub(r"\s", "", "".join(char for char in text if unicodedata.category(char)[0] in "LN"))
    hums = [np.sin(np.arange(RATE // 5) * 2 * np.pi * (200 + ord(char) % 400) / RATE) for char in said]
    samples = (np.concatenate([np.zeros(RATE // 10), *hums, np.zeros(RATE // 4)]) * 8000).astype("<i2")
    if form == "pcm":
        return samples.tobytes()
    if form == "espeak":
        samples, _ = soundfile.read(io.BytesIO(sound(text, "zh-CN")))
    file = io.BytesIO()
    format, subtype = {"opus": ("OGG", "OPUS"), "flac": ("FLAC", "PCM_16")}.get(form, ("WAV", "PCM_16"))
    soundfile.write(file, samples, RATE, format=format, subtype=subtype)
    content = file.getvalue()
    if form == "streamed-wav":
        return content[:4] + b"\xff" * 4 + content[8:40] + b"\xff" * 4 + content[44:]
    return content


def beginning(wave: bytes, part: float) -> bytes:
    """A whole WAV of the beginning of another one."""
    samples, rate = soundfile.read(io.BytesIO(wave), dtype="int16")
    soundfile.write(file := io.BytesIO(), samples[: int(len(samples) * part)], rate, format="WAV")
    return file.getvalue()

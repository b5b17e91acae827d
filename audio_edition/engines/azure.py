"""Microsoft's Azure Speech by REST, with SSML in which every doubtful reading is forced by `<phoneme>`.

AZURE_SPEECH_KEY and AZURE_SPEECH_REGION (`eastasia`) come from the environment; AUDIO_EDITION_AZURE_URL names another address
(in China `https://chinaeast2.tts.speech.azure.cn/cognitiveservices/v1`). One unknown phone rejects the whole document, so
phones are checked first; an answer ends at ten minutes, so a request stays far below.
"""

import asyncio
import os
import re
from collections import Counter
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr, unescape

from msgspec import structs

from audio_edition.audio.clip import from_heard, from_pcm, hear
from audio_edition.audio.decode import decode
from audio_edition.audio.hearing import ends_in_sound
from audio_edition.audio.mp3 import scan
from audio_edition.engines import VoiceInfo
from audio_edition.engines._answer import check_sound
from audio_edition.engines._complete import implausible
from audio_edition.engines._sound import PART, is_partial
from audio_edition.engines._text import Spans, clean
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.finding import Finding
from audio_edition.model.speech import Capabilities, Clip, Prompt, Reading, Request, Utterance, Voice

HELP = "set AZURE_SPEECH_KEY and AZURE_SPEECH_REGION (Azure portal, a resource of kind Speech)"
ADDRESS = "https://{region}.tts.speech.microsoft.com/cognitiveservices/v1"
FORMATS = {(48, 24000): "audio-24khz-48kbitrate-mono-mp3", (96, 24000): "audio-24khz-96kbitrate-mono-mp3"}
"""Answers that are clips as they come; else sound without loss is asked for."""
LOSSLESS = "riff-24khz-16bit-mono-pcm"
BELIEVED = 3
"""Equal answers ending in a sound, or torn, that are no accident: what cuts off may do so at the same byte twice."""
SURE = ("note", "lexicon", "place", "name")
"""Origins of readings that a person decided."""
_CHART = """
- a o e er ai ei ao ou an en ang eng
b a o ai ei ao an en ang eng i ie iao ian in ing u
p a o ai ei ao ou an en ang eng i ie iao ian in ing u
m a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u
f a o ei ou an en ang eng u
d a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un
t a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un
n a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ue
l a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ue
g a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
k a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
h a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang
j i ia ie iao iu ian in iang ing iong u ue uan un
q i ia ie iao iu ian in iang ing iong u ue uan un
x i ia ie iao iu ian in iang ing iong u ue uan un
zh a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang
ch a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang
sh a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang
r e ao ou an en ang eng ong i u uo ui uan un
z a e ai ei ao ou an en ang eng ong i u uo ui uan un
c a e ai ao ou an en ang eng ong i u uo ui uan un
s a e ai ao ou an en ang eng ong i u uo ui uan un
y a o e ao ou an in ang ing ong i u ue uan un
w a o ai ei an en ang eng u
"""
_SYLLABLES = frozenset(line.split()[0].strip("-") + final for line in _CHART.strip().splitlines() for final in line.split()[1:])
"""What the phone set of zh-CN can say (learn.microsoft.com, Speech phonetic alphabets): initial, then its finals."""


class AzureEngine:
    """The Speech resource."""

    name = "azure"
    version = "1"
    capabilities = Capabilities(max_bytes=16000, alphabet="sapi", at_once=4, network=True, level="frames")

    def __init__(self) -> None:
        from audio_edition.engines._http import Server

        self._key = os.environ.get("AZURE_SPEECH_KEY", "")
        self._region = os.environ.get("AZURE_SPEECH_REGION", "").strip()
        known = ADDRESS.format(region=self._region) if re.fullmatch("[A-Za-z0-9]+", self._region) else ""
        self._url = os.environ.get("AUDIO_EDITION_AZURE_URL") or known
        self._server = Server(self.name, "AUDIO_EDITION_AZURE_URL or AZURE_SPEECH_REGION", ADDRESS.format(region="eastasia"))
        self._cut_off: Counter[int] = Counter()

    def voices(self) -> tuple[VoiceInfo, ...]:
        """Those of newspapers; any other voice of the service may be named."""
        return (
            VoiceInfo("zh-CN-XiaoxiaoNeural", "zh-CN", "female", "news"),
            VoiceInfo("zh-CN-YunyangNeural", "zh-CN", "male", "news"),
            VoiceInfo("zh-CN-YunxiNeural", "zh-CN", "male"),
            VoiceInfo("zh-CN-XiaochenNeural", "zh-CN", "female"),
            VoiceInfo("zh-HK-HiuGaaiNeural", "zh-HK", "female"),
            VoiceInfo("zh-TW-HsiaoChenNeural", "zh-TW", "female"),
            VoiceInfo("en-US-AriaNeural", "en-US", "female", "news"),
        )

    def ready(self) -> str:
        """Empty when key and region are set, and the region may be one."""
        if self._key and self._region and not self._url:
            return f"AZURE_SPEECH_REGION={self._region!r} is no region: write it as in the Azure portal beside the key, eastasia"
        return "" if self._key and self._url else HELP

    def request(self, utterance: Utterance, bitrate: int, sample_rate: int) -> Prompt:
        """SSML with the way back from each of its characters, and a finding for each reading that it cannot force."""
        voice = utterance.voice
        text, places = clean(utterance.spoken.spoken)
        head, tail = _frame(voice)
        if not text:
            return Prompt(Request(self.name, self.version, voice, "", bitrate, sample_rate))
        phones, findings = _phones(utterance) if voice.name.startswith("zh-CN") else ({}, ())
        body, spans = _marked(text, places, phones, len(head))
        return Prompt(Request(self.name, self.version, voice, head + body + tail, bitrate, sample_rate), spans, findings)

    async def speak(self, request: Request) -> Clip:
        """The complete clip of a request. Raises SpeechError, SpeechThrottled, SpeechRefused."""
        if self.ready():
            raise SpeechRefused(f"azure is not set up: {self.ready()}")
        wanted = FORMATS.get((request.bitrate, request.sample_rate), LOSSLESS)
        headers = {
            "Ocp-Apim-Subscription-Key": self._key,
            "Content-Type": "application/ssml+xml",
            "X-Microsoft-OutputFormat": wanted,
            "User-Agent": "audio-edition",
        }
        answer = await self._server.post(self._url, headers, request.payload.encode())
        check_sound(self.name, answer)
        clip, is_part = await asyncio.to_thread(_clip, answer.body, wanted, request)
        if not is_part:
            return clip
        self._notice_again(hash((request.payload, answer.body)))
        return structs.replace(clip, doubt=PART)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._server.aclose()

    def _notice_again(self, answer: int) -> None:
        """Raises SpeechError the first times that an answer comes which is torn, or ends in a sound: the service appends 0.65 s
        of silence or more (MicrosoftDocs/azure-docs, issues 47344 and 47845), so that it was probably cut off. One that is always
        so is believed, and an editor told."""
        self._cut_off[answer] += 1
        if self._cut_off[answer] < BELIEVED:
            raise SpeechError("azure sent only a part: it ends in the middle of a sound, or lacks a piece of it")


def engine() -> AzureEngine:
    """The engine, as the environment says."""
    return AzureEngine()


def phone(reading: Reading) -> str:
    """The SAPI phones of a reading, `zhong 1`, `hua r 1`; empty when there are none that the service knows.

    >>> phone(Reading("花", 0, "hua1", "huar1")), phone(Reading("女", 0, "nv3", "nv3")), phone(Reading("嗯", 0, "n2", "n2"))
    ('hua r 1', 'nv 3', '')
    """
    base, tone = reading.surface[:-1], reading.surface[-1:]
    rhotic = base.endswith("r") and base != "er"
    base = (base[:-1] if rhotic else base).replace("lve", "lue").replace("nve", "nue")
    if tone not in "12345" or base not in _SYLLABLES:
        return ""
    return f"{base} r {tone}" if rhotic else f"{base} {tone}"


def _clip(body: bytes, wanted: str, request: Request) -> tuple[Clip, bool]:
    """An answer as a clip, and whether it ends in a sound, or is torn. Raises SpeechError for one that is only a part."""
    if wanted == LOSSLESS:
        samples, rate = decode(body)
        clip, is_part = from_pcm(samples, rate, (), request.bitrate, request.sample_rate), ends_in_sound(samples, rate)
    else:
        heard = hear(body, scan(body))
        clip, is_part = from_heard(heard, (), request.bitrate, request.sample_rate), is_partial(heard)
    said = unescape(re.sub(r"<[^>]*>", "", request.payload))
    reason = implausible(said, clip.samples / request.sample_rate, request.voice.rate)
    if reason:
        raise SpeechError(f"azure sent only a part: {reason}")
    return clip, is_part


def _phones(utterance: Utterance) -> tuple[dict[int, tuple[int, str]], tuple[Finding, ...]]:
    """For the first code point of each word with a doubtful reading: its end and its phones."""
    pronunciation, marked, findings = utterance.pronunciation, {}, []
    readings = {reading.index: reading for reading in pronunciation.readings}
    words = pronunciation.words or tuple((index, index + 1) for index in readings)
    for start, end in words:
        said = [readings[index] for index in range(start, end) if index in readings]
        if len(said) != end - start or not any(reading.alternatives or reading.origin in SURE for reading in said):
            continue
        phones = [phone(reading) for reading in said if reading.surface]
        if all(phones):
            marked[start] = (end, " - ".join(phones))
        else:
            word = "".join(reading.char for reading in said)
            findings.append(Finding("V102", f"azure knows no phones for {word}: it is read as the voice sees fit"))
    return marked, tuple(findings)


def _marked(text: str, places: Sequence[int], phones: dict[int, tuple[int, str]], offset: int) -> tuple[str, Spans]:
    parts: list[str] = []
    spans: list[tuple[int, int, int, int]] = []
    length, until = offset, -1
    for char, spoken in zip(text, places, strict=True):
        before = "</phoneme>" if until != -1 and spoken >= until else ""
        until = -1 if before else until
        if spoken in phones and until == -1:
            until, ph = phones[spoken]
            before += f'<phoneme alphabet="sapi" ph={quoteattr(ph)}>'
        written = escape(char)
        spans.append((length + len(before), length + len(before) + len(written), spoken, spoken + 1))
        parts += [before, written]
        length += len(before) + len(written)
    return "".join(parts) + ("</phoneme>" if until != -1 else ""), tuple(spans)


def _frame(voice: Voice) -> tuple[str, str]:
    lang = "-".join(voice.name.split("-")[:2]) or "zh-CN"
    head = (
        f'<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang={quoteattr(lang)}>'
        f"<voice name={quoteattr(voice.name)}>"
        f'<prosody rate="{voice.rate:+d}%" pitch="{voice.pitch:+d}%" volume="{voice.volume:+d}%">'
    )
    return head, "</prosody></voice></speak>"

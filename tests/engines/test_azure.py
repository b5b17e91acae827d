"""Azure: readings are forced by phones that the service knows, and only by those."""

import asyncio
import io
import xml.etree.ElementTree as ElementTree

import pytest
import soundfile
from aiohttp import web
from msgspec import structs

from audio_edition.engines._sound import PART
from audio_edition.engines.azure import _SYLLABLES, BELIEVED, AzureEngine
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.speech import Clip, Pronunciation, Reading, Utterance
from audio_edition.pronunciation import pronounce
from tests.edge_service import sound
from tests.engines.saying import utterance
from tests.engines.servers import SpeechServer, encoded


@pytest.fixture(autouse=True)
def _credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_SPEECH_KEY", "secret")
    monkeypatch.setenv("AZURE_SPEECH_REGION", "eastasia")


def doubtful(text: str, pinyin: str) -> Utterance:
    """An utterance in which a person has decided every reading."""
    pairs = enumerate(zip(text, pinyin.split(), strict=True))
    readings = [Reading(char, index, syllable, syllable, "lexicon") for index, (char, syllable) in pairs]
    said = Pronunciation(text, tuple(readings), ((0, len(text)),))
    return structs.replace(utterance(text, "azure", "zh-CN-XiaoxiaoNeural"), pronunciation=said)


def test_a_word_with_a_doubtful_reading_carries_phones_and_every_character_has_its_way_back() -> None:
    made = AzureEngine().request(doubtful("重庆", "chong2 qing4"), 48, 24000)
    payload = made.request.payload
    assert '<phoneme alphabet="sapi" ph="chong 2 - qing 4">重庆</phoneme>' in payload
    assert [(payload[a:b], c, d) for a, b, c, d in made.spans] == [("重", 0, 1), ("庆", 1, 2)]
    ElementTree.fromstring(payload)


def test_an_unknown_phone_is_never_sent() -> None:
    made = AzureEngine().request(doubtful("嗯哼", "n2 heng1"), 48, 24000)
    assert "phoneme" not in made.request.payload
    assert [finding.code for finding in made.findings] == ["V102"]


def test_what_is_written_is_escaped_and_keeps_its_place() -> None:
    text = "甲&乙<丙>，重庆。"
    made = AzureEngine().request(utterance(text, "azure", "zh-CN-XiaoxiaoNeural"), 48, 24000)
    assert "".join(ElementTree.fromstring(made.request.payload).itertext()) == text
    assert [text[c:d] for _, _, c, d in made.spans] == list(text)
    assert [made.request.payload[a:b] for a, b, c, _ in made.spans if text[c] in "&<>"] == ["&amp;", "&lt;", "&gt;"]


def test_the_phone_set_says_the_syllables_of_mandarin() -> None:
    common = (
        "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后"
        "小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长"
        "知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最"
        "间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市"
        "眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计"
        "或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让"
        "认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联权往展该领传近留红治决周保达办运"
        "武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取"
        "设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石"
    )
    lacking = {r.surface for r in pronounce(common).readings if r.surface and r.surface[:-1] not in _SYLLABLES}
    assert lacking == set()


def test_other_voices_get_no_mandarin_phones() -> None:
    said = structs.replace(doubtful("重庆", "chong2 qing4"), lang="zh-HK")
    said = structs.replace(said, voice=structs.replace(said.voice, name="zh-HK-HiuGaaiNeural"))
    assert "phoneme" not in AzureEngine().request(said, 48, 24000).request.payload


def test_key_and_format_go_into_the_headers(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main(server: SpeechServer) -> Clip:
        async with server:
            monkeypatch.setenv("AUDIO_EDITION_AZURE_URL", f"{server.url}/cognitiveservices/v1")
            engine = AzureEngine()
            said = engine.request(utterance("重庆晴。", "azure", "zh-CN-XiaoxiaoNeural", rate=-5), 48, 24000)
            try:
                return await engine.speak(said.request)
            finally:
                await engine.aclose()

    server = SpeechServer()
    assert asyncio.run(main(server)).frames > 10
    assert server.headers[0]["Ocp-Apim-Subscription-Key"] == "secret"
    assert server.headers[0]["X-Microsoft-OutputFormat"] == "audio-24khz-48kbitrate-mono-mp3"
    assert 'rate="-5%"' in server.documents[0]


class Half(SpeechServer):
    """Ends an answer as it should, after half of the sound."""

    async def _document(self, request: web.Request) -> web.StreamResponse:
        self.documents.append(text := "".join(ElementTree.fromstring(await request.text()).itertext()))
        if request.headers["X-Microsoft-OutputFormat"].endswith("mp3"):
            frames = sound(text, "zh-CN")
            return web.Response(body=frames[: len(frames) // 288 * 144], content_type="audio/mpeg")
        samples, rate = soundfile.read(io.BytesIO(encoded(text, "wav")))
        soundfile.write(file := io.BytesIO(), samples[: len(samples) // 2], rate, format="WAV")
        return web.Response(body=file.getvalue(), content_type="audio/wav")


@pytest.mark.parametrize("bitrate", [48, 64])
@pytest.mark.parametrize("server", [SpeechServer, Half])
def test_an_answer_that_ends_in_a_sound_is_only_a_part(
    server: type[SpeechServer], bitrate: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> Clip:
        async with server() as stands:
            monkeypatch.setenv("AUDIO_EDITION_AZURE_URL", f"{stands.url}/cognitiveservices/v1")
            engine = AzureEngine()
            said = engine.request(utterance("昨天上午，重庆下雨了。", "azure", "zh-CN-XiaoxiaoNeural"), bitrate, 24000)
            try:
                return await engine.speak(said.request)
            finally:
                await engine.aclose()

    if server is SpeechServer:
        assert asyncio.run(main()).samples > 24000
        return
    with pytest.raises(SpeechError, match="only a part: it ends in the middle of a sound"):
        asyncio.run(main())


def test_a_voice_that_always_ends_in_a_sound_is_believed_and_an_editor_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> Clip:
        async with Half() as stands:
            monkeypatch.setenv("AUDIO_EDITION_AZURE_URL", f"{stands.url}/cognitiveservices/v1")
            engine = AzureEngine()
            said = engine.request(utterance("昨天上午，重庆下雨了。", "azure", "zh-CN-XiaoxiaoNeural"), 48, 24000)
            try:
                for _ in range(BELIEVED - 1):
                    with pytest.raises(SpeechError, match="only a part: it ends in the middle of a sound"):
                        await engine.speak(said.request)
                return await engine.speak(said.request)
            finally:
                await engine.aclose()

    clip = asyncio.run(main())
    assert (clip.frames > 0, clip.doubt) == (True, PART)


def test_an_answer_that_lacks_a_piece_from_the_middle_is_only_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> None:
        async with SpeechServer("mp3", faults=("torn",)) as stands:
            monkeypatch.setenv("AUDIO_EDITION_AZURE_URL", f"{stands.url}/cognitiveservices/v1")
            engine = AzureEngine()
            said = engine.request(utterance("昨天上午，重庆下雨了。", "azure", "zh-CN-XiaoxiaoNeural"), 48, 24000)
            try:
                await engine.speak(said.request)
            finally:
                await engine.aclose()

    with pytest.raises(SpeechError, match="only a part: it ends in the middle of a sound, or lacks a piece of it"):
        asyncio.run(main())


def test_a_page_in_place_of_sound_is_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> None:
        async with SpeechServer("mp3", faults=("text",)) as stands:
            monkeypatch.setenv("AUDIO_EDITION_AZURE_URL", f"{stands.url}/cognitiveservices/v1")
            engine = AzureEngine()
            said = engine.request(utterance("昨天上午，重庆下雨了。", "azure", "zh-CN-XiaoxiaoNeural"), 48, 24000)
            try:
                await engine.speak(said.request)
            finally:
                await engine.aclose()

    with pytest.raises(SpeechError, match=r"^azure sent no sound but text \(application/json\): .*model is loading"):
        asyncio.run(main())


def test_no_key_follows_a_redirect(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> None:
        async with SpeechServer() as other, SpeechServer("mp3", faults=(f"to 302 {other.url}/cognitiveservices/v1",)) as server:
            monkeypatch.setenv("AUDIO_EDITION_AZURE_URL", f"{server.url}/cognitiveservices/v1")
            engine = AzureEngine()
            said = engine.request(utterance("重庆晴。", "azure", "zh-CN-XiaoxiaoNeural"), 48, 24000)
            try:
                with pytest.raises(SpeechRefused, match=rf"sends on to {other.url}/.* set AUDIO_EDITION_AZURE_URL"):
                    await engine.speak(said.request)
            finally:
                await engine.aclose()
            assert (len(server.documents), other.headers) == (1, [])

    asyncio.run(main())


@pytest.mark.parametrize("region", ["no/such", "East Asia", "evil.example/", "eastasia\nx"])
def test_what_is_no_region_is_refused_before_anything_is_asked(monkeypatch: pytest.MonkeyPatch, region: str) -> None:
    monkeypatch.setenv("AZURE_SPEECH_REGION", region)
    assert AzureEngine().ready().startswith(f"AZURE_SPEECH_REGION={region!r} is no region")
    with pytest.raises(SpeechRefused, match="is no region: write it as"):
        asyncio.run(AzureEngine().speak(AzureEngine().request(doubtful("重庆", "chong2 qing4"), 48, 24000).request))


def test_without_a_key_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AZURE_SPEECH_KEY")
    assert "AZURE_SPEECH_KEY" in AzureEngine().ready()
    with pytest.raises(SpeechRefused, match="not set up"):
        asyncio.run(AzureEngine().speak(AzureEngine().request(doubtful("重庆", "chong2 qing4"), 48, 24000).request))

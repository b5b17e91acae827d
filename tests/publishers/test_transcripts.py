"""Transcripts say what is printed, in every format the same, and none of it is taken for markup."""

import html
import json
import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from audio_edition.model.edition import Cue, Word
from audio_edition.model.issue import Article, Block
from audio_edition.publishers import _lines, transcripts
from audio_edition.publishers._markup import clean, short
from audio_edition.publishers._text import columns_of
from tests.publishers import _edition

EDITION = _edition.make()
TEXTS = st.text(st.one_of(st.sampled_from("<>&:- \n\t\r\0{}\\/\u202e\ufffd潮起。，A1😀"), st.characters()), max_size=80)
TIME = r"\d{2,}:[0-5]\d:[0-5]\d"


def files(edition: object = EDITION) -> dict[str, str]:
    made = transcripts.publish(edition, _edition.PAPER, _edition.context())  # type: ignore[arg-type]
    return {artifact.path: _edition.joined(artifact.content).decode() for artifact in made}


def vtt_cues(content: str) -> list[tuple[str, str, str]]:
    """Times and plain text of each cue; asserts the syntax on the way."""
    head, *blocks = content.removesuffix("\n").split("\n\n")
    assert head == "WEBVTT"
    cues = []
    for number, block in enumerate(blocks, 1):
        id, timing, *lines = block.split("\n")
        times = re.fullmatch(rf"({TIME}\.\d{{3}}) --> ({TIME}\.\d{{3}})", timing)
        assert (id, bool(times)) == (str(number), True)
        body = "\n".join(lines)
        assert "-->" not in body
        shown = re.sub(r"^<v (?:[^<>&\n]|&(?:amp|lt|gt);)+>", "", body, count=1)
        shown = re.sub(rf"<{TIME}\.\d{{3}}>", "", shown)
        assert not re.search(r"[<>]|&(?!(amp|lt|gt);)", shown)
        cues.append((times[1], times[2], html.unescape(shown)))  # type: ignore[index]
    return cues


def srt_cues(content: str) -> list[tuple[str, str, str]]:
    cues = []
    for number, block in enumerate(content.removesuffix("\n").split("\n\n"), 1):
        id, timing, *lines = block.split("\n")
        assert id == str(number)
        start, end = timing.split(" --> ")
        assert lines
        assert all(line.strip() for line in lines)
        assert not any(re.search(r"-->|</?[A-Za-z]|: |:$", line) for line in lines)
        cues.append((start.replace(",", "."), end.replace(",", "."), "\n".join(lines)))
    return cues


def test_pages_of_articles_with_the_same_title_are_told_apart() -> None:
    twins = [Article(id, title="更正", blocks=(Block(text="正文。"),)) for id in ("p1-a", "p1-b")]
    pages = {path: page for path, page in files(_edition.make(twins)).items() if path.endswith(".html")}
    titles = [re.findall("<title>(.*)</title>", page)[0] for page in pages.values()]
    assert titles[1:] == [f"更正 · 青澜日报 2023年11月8日 星期三 第{number}篇 – 文字稿" for number in (1, 2)]
    assert [re.findall("<h1>(.*)</h1>", page)[0] for page in list(pages.values())[1:]] == ["更正", "更正"]


def packed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def test_every_format_says_the_same_at_the_same_time() -> None:
    made = files()
    for path in [path for path in made if path.endswith(".vtt")]:
        stem = path.removesuffix(".vtt")
        cues = json.loads(made.get(f"{stem}.json") or made[f"{stem}.cues.json"])
        read = vtt_cues(made[path]), srt_cues(made[f"{stem}.srt"])
        for (start, end, text), other, segment in zip(*read, cues["segments"], strict=True):
            assert (start, end, packed(text)) == (*other[:2], packed(other[2]))
            assert packed(segment["body"]) == packed(text)
            assert segment["speaker"]
            assert segment["startTime"] == sum(float(x) * 60**n for n, x in enumerate(reversed(start.split(":"))))
            assert packed(text) in packed(html.unescape(made[f"{stem}.transcript.html"]))


def test_what_is_printed_is_shown() -> None:
    shown = packed("".join(text for _, _, text in vtt_cues(files()["2023-11-08/articles/01-p1-harbour.vtt"])))
    printed = packed("".join(passage.text for passage in EDITION.tracks[1].passages))
    assert shown == printed


def test_who_speaks_in_an_interview_is_named_in_every_format() -> None:
    asked = [Block("question", "好吗？", who="记"), Block("question", "真的？", who="——")]
    answered = [Block("answer", "好。", who="费文琪："), Block("answer", "再说。"), Block("answer", "不。", who=HOSTILE_NAME)]
    talk = (asked[0], answered[0], asked[1], *answered)
    made = files(_edition.make((Article("p1-talk", title="对话", blocks=talk),)))
    names = ["标题", "记者", "费文琪", "问", "费文琪", "答", short(HOSTILE_NAME, 40)]
    (stem,) = (path.removesuffix(".vtt") for path in made if path.endswith("talk.vtt"))
    assert [html.unescape(voice) for voice in re.findall("(?m)^<v (.*?)>", made[f"{stem}.vtt"])] == names
    assert [segment["speaker"] for segment in json.loads(made[f"{stem}.json"])["segments"]] == names
    cited = re.findall("<cite>(.*):</cite>", made[f"{stem}.transcript.html"])
    assert [html.unescape(name) for name in cited] == names
    assert vtt_cues(made[f"{stem}.vtt"])


HOSTILE_NAME = "费\n<b>&琪</b> --> \u202e名" * 9
"""Markup, an end of a cue, line breaks, and too long."""


def test_words_have_times_inside_their_cue_that_never_go_back() -> None:
    for content in files().values():
        for match in re.finditer(rf"(?m)^({TIME}\.\d{{3}}) --> ({TIME}\.\d{{3}})\n(.+(?:\n.+)*)", content):
            inner = re.findall(rf"<({TIME}\.\d{{3}})>", match[3])
            times = [match[1], *inner, match[2]]
            assert times == sorted(set(times))
    assert "<00:00:" in files()["2023-11-08/edition.vtt"]


def test_html_has_no_scripts_and_its_language() -> None:
    content = files(_edition.hostile())["2023-11-08/edition.transcript.html"]
    assert "<script" not in content
    assert '<html lang="zh-CN">' in content


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_no_text_breaks_a_format(texts: list[str]) -> None:
    lines = [_lines._line(_cue(text, number * 48000), "正文", 24000, 0) for number, text in enumerate(texts)]
    lines = [line for line in lines if line.text]
    if lines:
        cues, other = vtt_cues(transcripts._vtt(lines)), srt_cues(transcripts._srt(lines))
        shown = [packed(clean(line.text).replace("-->", "--＞")) for line in lines]
        assert [packed(text) for *_, text in cues] == [packed(text) for *_, text in other] == shown


def _cue(text: str, start: int) -> Cue:
    words = tuple(Word(start + 480 * i, start + 480 * (i + 1), i, i + 1) for i in range(len(text)))
    return Cue(start, start + 47000, "body-0", 0, len(text), text, "body", words)


def test_western_lines_begin_with_a_word() -> None:
    text = "Trucks now reach the quay in 45 minutes, the city said; two years ago the trip took three hours, and buyers came."
    cuts = [0, *_lines.wrap(text), len(text)]
    assert [text[start:end] for start, end in pairwise(cuts)] == [
        "Trucks now reach the quay in 45 minutes, the city said; ",
        "two years ago the trip took three hours, and buyers came.",
    ]


@given(TEXTS, st.integers(4, 60))
def test_lines_are_never_wider_than_asked(text: str, columns: int) -> None:
    flat = _lines._flat(text)[0]
    cuts = [0, *_lines.wrap(flat, columns), len(flat)]
    assert all(sum(map(columns_of, flat[start:end])) <= columns for start, end in pairwise(cuts))
    assert cuts == sorted(set(cuts)) or not flat

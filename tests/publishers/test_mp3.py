"""Tags and chapters of the sound files, as mutagen and our own reading of the bytes see them."""

import json
from io import BytesIO

from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from audio_edition.publishers import _chapters, mp3
from audio_edition.publishers._sizes import size
from tests.publishers import _edition

EDITION = _edition.make()
FILES = {artifact.path: artifact.content for artifact in mp3.publish(EDITION, _edition.PAPER, _edition.context())}
WHOLE = _edition.joined(FILES["2023-11-08/edition.mp3"])


def test_one_file_per_article_and_one_for_all() -> None:
    assert list(FILES) == ["2023-11-08/edition.mp3", *(f"2023-11-08/articles/{t.slug}.mp3" for t in EDITION.tracks if t.slug)]


def test_the_size_is_known_before_the_file_is_joined() -> None:
    for content in FILES.values():
        assert size(content, _edition.frames) == len(_edition.joined(content))  # type: ignore[arg-type]


def test_players_see_the_duration() -> None:
    info = MP3(BytesIO(WHOLE)).info
    assert info is not None
    assert abs(info.length - EDITION.samples / EDITION.sample_rate) < 0.03


def test_tags() -> None:
    tags = ID3(BytesIO(_edition.joined(FILES["2023-11-08/articles/01-p1-harbour.mp3"])), translate=False)
    assert tags.version == (2, 3, 0)
    shown = {id: str(tags[id]) for id in ("TIT2", "TPE1", "TPE2", "TALB", "TCON", "TYER", "TDAT", "TLAN", "TPUB", "TRCK")}
    assert shown == {
        "TIT2": "一座老渔港的新活法",
        "TPE1": "青澜日报社",
        "TPE2": "青澜日报社",
        "TALB": "青澜日报 2023年11月8日",
        "TCON": "Speech",
        "TYER": "2023",
        "TDAT": "0811",
        "TLAN": "zho",
        "TPUB": "青澜日报社",
        "TRCK": "1/3",
    }
    assert "出了名的“脏、乱、堵”" in tags.getall("USLT")[0].text


def test_chapters_stand_in_the_order_of_time() -> None:
    at = [WHOLE.find(b"CHAP"), *[WHOLE.find(b"ch%d\0" % index, WHOLE.find(b"CHAP")) for index in range(len(EDITION.chapters))]]
    assert at == sorted(at)
    assert -1 not in at
    tags = ID3(BytesIO(WHOLE))
    (contents,) = tags.getall("CTOC")
    assert contents.flags == 3
    marks = [(m.start, m.end, m.title) for m in _chapters.of_edition(EDITION, _edition.PAPER)]
    chapters = sorted(tags.getall("CHAP"), key=lambda chapter: chapter.start_time)
    assert [(c.start_time, c.end_time, str(c.sub_frames["TIT2"])) for c in chapters] == marks


def test_an_article_without_cross_heads_is_one_chapter() -> None:
    tags = ID3(BytesIO(_edition.joined(FILES["2023-11-08/articles/02-p1-economy.mp3"])))
    assert len(tags.getall("CHAP")) == 1


def test_synthetic_speech_is_labelled_in_every_file() -> None:
    names = set()
    for content in FILES.values():
        label = json.loads(str(ID3(BytesIO(_edition.joined(content)))["TXXX:AIGC"]))
        assert label["Label"] == "1"
        assert label["ContentProducer"] == "qinglan-daily"
        names.add(label["ProduceID"])
    assert len(names) == len(FILES)

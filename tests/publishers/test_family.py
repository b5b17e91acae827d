"""What every publisher keeps to."""

from pathlib import PurePosixPath
from posixpath import dirname, normpath
from types import ModuleType
from urllib.parse import unquote

import pytest

from audio_edition import plugins
from tests.publishers._edition import ARTICLES, PAPER, context, joined, make
from tests.publishers._pages import HOSTILE, parsed, with_readings

MEMBERS = plugins.members("audio_edition.publishers")
EDITION = with_readings(make(ARTICLES))


@pytest.mark.parametrize("publisher", MEMBERS, ids=lambda module: str(module.__name__.rpartition(".")[2]))
def test_publishes_the_same_again_below_its_folder(publisher: ModuleType) -> None:
    assert publisher.__doc__
    first, again = (tuple(publisher.publish(EDITION, PAPER, context())) for _ in range(2))
    assert [artifact.path for artifact in first] == [artifact.path for artifact in again]
    assert all(joined(a.content) == joined(b.content) for a, b in zip(first, again, strict=True))
    for artifact in first:
        path = PurePosixPath(artifact.path)
        assert not path.is_absolute()
        assert ".." not in path.parts
        assert artifact.path == str(path)


def test_every_link_of_a_page_leads_to_a_published_file() -> None:
    made = {artifact.path: artifact.content for publisher in MEMBERS for artifact in publisher.publish(EDITION, PAPER, context())}
    pages = [path for path in made if path.endswith(".html")]
    assert len(pages) > len(ARTICLES)
    for path in pages:
        for address in parsed(joined(made[path]).decode()).xpath("//@href[not(contains(., ':'))] | //@src"):
            file = unquote(address.partition("#")[0])
            assert not file or normpath(f"{dirname(path)}/{file}").lstrip("/") in made, (path, address)


def test_no_two_publish_the_same_file() -> None:
    edition = with_readings(make((*ARTICLES, HOSTILE)))
    paths = [artifact.path for publisher in MEMBERS for artifact in publisher.publish(edition, PAPER, context())]
    assert len(set(paths)) == len(paths)

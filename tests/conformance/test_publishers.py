"""What every output form owes the others: paths of its own, inside the folder, and the same bytes at every build."""

import re
from collections.abc import Callable

import pytest

from audio_edition import plugins
from audio_edition.model.edition import Edition
from tests.publishers import _edition

MEMBERS = plugins.members("audio_edition.publishers")


def published(edition: Edition) -> list[tuple[str, bytes]]:
    return [
        (artifact.path, _edition.joined(artifact.content))
        for member in MEMBERS
        for artifact in member.publish(edition, _edition.PAPER, _edition.context())
    ]


@pytest.mark.parametrize("make", [_edition.make, _edition.hostile], ids=["good", "hostile"])
def test_paths_are_unique_plain_and_inside_and_bytes_are_the_same_again(make: Callable[[], Edition]) -> None:
    files = published(make())
    paths = [path for path, _ in files]
    assert len(set(paths)) == len(paths)
    assert all(re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*", path) for path in paths)
    assert published(make()) == files


def test_editing_an_article_changes_its_own_files_and_those_of_the_issue() -> None:
    before, after = dict(published(_edition.make())), dict(published(_edition.make(_edition.EDITED)))
    changed = {path for path in before if before[path] != after[path]}
    assert not [path for path in changed if "/articles/" in path and "02-p1-economy" not in path]

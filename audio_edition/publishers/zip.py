"""The edition as a ZIP file of plainly numbered MP3s, for players that know nothing but files (听书机, car radios).

00.mp3 is what the edition itself says at the start; each article begins with its title, spoken.
"""

from collections.abc import Iterator

from audio_edition.model.edition import Archive, Artifact, Edition, Member
from audio_edition.publishers import Context, _book, _places
from audio_edition.settings import Paper


def publish(edition: Edition, paper: Paper, context: Context) -> Iterator[Artifact]:
    """`edition.zip`."""
    members = tuple(Member(f"{chapter.name}.mp3", chapter.sound) for chapter in _book.chapters(edition, paper, context))
    yield Artifact(_places.of_edition(edition, "edition.zip"), Archive(members, edition.date))

"""JSON of any shape."""

import msgspec

from audio_edition.model.errors import IssueError


def decode(content: bytes | str, name: str) -> object:
    """The value.

    Raises IssueError, naming the file, when it is not JSON, or nested beyond reason.
    """
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError) as error:
        raise IssueError(f"{name}: not JSON that can be read: {error}") from error

"""JSON of any shape."""

import re

import msgspec

from audio_edition.model.errors import IssueError

_SURROGATE = re.compile(
    r"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?P<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})"
)
"""Escaped backslashes and pairs are matched as well, so that what is left is alone."""


def decode(content: bytes | str, name: str) -> object:
    r"""The value; half a surrogate pair, which is no character, becomes U+FFFD, as does a byte that is not UTF-8.

    Raises IssueError, naming the file, when it is not JSON, or nested beyond reason.

    >>> decode(r'["\ud83d\ude00", "\ud83d", "\\ud83d"]', "a.json")
    ['😀', '�', '\\ud83d']
    """
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        pass
    try:
        text = content if isinstance(content, str) else content.decode("utf-8-sig", "replace")
        return msgspec.json.decode(_SURROGATE.sub(lambda found: r"\ufffd" if found["lone"] else found[0], text))
    except (msgspec.DecodeError, RecursionError) as error:
        raise IssueError(f"{name}: not JSON that can be read: {error}") from error


_SNAKE = re.compile(rb'"([a-z]+(?:_[a-z]+)+)"(?=\s*:)')


def camel(content: bytes) -> bytes:
    """JSON with the names of fields as services write them, where their Python clients have written `page_number`.

    >>> camel(b'{"page_number": "page_number"}')
    b'{"pageNumber": "page_number"}'
    """
    return _SNAKE.sub(lambda name: re.sub(rb"_(.)", lambda letter: letter[1].upper(), name[0]), content)

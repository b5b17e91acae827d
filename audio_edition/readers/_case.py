"""Letters of one case, each at its place."""


def lowered(text: str) -> str:
    """The text in small letters, code point by code point, so that what is found in it stands there in the text as well.

    Of all capital letters `İ` alone becomes two: nothing else of a page may move because it names Istanbul.

    >>> lowered("İzmir</TABLE>").index("</table>")
    5
    """
    return text.replace("İ", "i").lower()

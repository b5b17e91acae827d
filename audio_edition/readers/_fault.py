"""What is wrong with a file that is not what its name says: half an export, most often."""

from audio_edition.model.errors import IssueError
from audio_edition.model.issue import SourceFile
from audio_edition.readers import _json

_XML = (".xml", ".rss", ".atom", ".nitf", ".alto", ".mets")


def fault(file: SourceFile) -> str:
    """Why a file named as JSON or XML is none; empty where it is, or has another name.

    >>> fault(SourceFile("a.json", b'[{"text": "x"'))
    'not JSON that can be read: Input data was truncated'
    """
    try:
        if file.name.lower().endswith(".json"):
            _json.decode(file.content, file.name)
        elif file.name.lower().endswith(_XML):
            from audio_edition.readers import _xml

            _xml.parse(file)
    except IssueError as error:
        return str(error).removeprefix(f"{file.name}: ")
    return ""

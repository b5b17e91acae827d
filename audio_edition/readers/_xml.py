"""XML without entities, without the network, without surprises."""

from lxml import etree

from audio_edition.model.errors import IssueError
from audio_edition.model.issue import SourceFile


def parse(file: SourceFile) -> etree._Element:
    """The root of an XML file; names keep no namespace.

    Raises IssueError when it is not well formed, or declares entities.
    """
    if b"<!ENTITY" in file.content[:65536].upper():
        raise IssueError(f"{file.name}: declares XML entities, which are not read")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(file.content, parser)
    except etree.XMLSyntaxError as error:
        said = " ".join(str(error).split())  # it may quote the page, over several lines
        raise IssueError(f"{file.name}: not well-formed XML: {said}") from error
    for element in root.iter():
        if isinstance(element.tag, str) and "}" in element.tag:
            element.tag = element.tag.rpartition("}")[2]
    return root


def text(element: etree._Element | None) -> str:
    """All text in an element, white space folded; empty for none."""
    return "" if element is None else " ".join("".join(str(part) for part in element.itertext()).split())


def first(element: etree._Element, *names: str) -> etree._Element | None:
    """The first descendant that has one of the names, the names tried in order."""
    for name in names:
        found = element.find(f".//{name}")
        if found is not None:
            return found
    return None

"""Lexicons in the W3C's form: Pronunciation Lexicon Specification 1.0, 14 October 2008.

The alphabet is called `x-pinyin`: syllables with tone numbers and blanks between them. An entry's scope is the lexeme's role, its
note a comment inside the lexeme. Microsoft's `sapi` (`ying 4 xian 4`) is read too.
"""

import re
from collections.abc import Iterator

from lxml import etree

from audio_edition.model.errors import ConfigError
from audio_edition.pronunciation import lexicon
from audio_edition.pronunciation.lexicon import Entry, Lexicon

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
_OWN = "https://audio-edition.org/lexicon"
"""Names the roles; nothing is fetched from there."""
_PINYIN = ("x-pinyin", "pinyin", "x-sapi", "sapi", "x-microsoft-sapi")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def parse(content: bytes, name: str) -> Lexicon:
    """The lexicon of a PLS file; `name` is the file's, for errors.

    Nothing that the file refers to is read: no entities, no DTD. Raises ConfigError, naming file and line.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ConfigError(f"{name}: not XML: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise ConfigError(f"{name}: a PLS lexicon has no DOCTYPE; remove it")
    if root.tag != f"{{{NAMESPACE}}}lexicon":
        raise ConfigError(f"{name}: not a PLS lexicon: its first element is {root.tag}")
    entries = tuple(entry for lexeme in root.iterfind(f"{{{NAMESPACE}}}lexeme") for entry in _entries(lexeme, root, name))
    for first, second in lexicon.conflicts(entries):
        raise ConfigError(
            f"{name}:{second.line}: `{second.word}` contradicts line {first.line}: "
            f"{' '.join(first.pinyin)} there, {' '.join(second.pinyin)} here"
        )
    return Lexicon(name, entries)


def serialize(known: Lexicon) -> bytes:
    """The PLS file of a lexicon, which `parse` reads back.

    >>> parse(serialize(Lexicon("a", (Entry("应县", ("ying4", "xian4"), "place", "山西"),))), "a.pls").entries[0].note
    '山西'
    """
    root = etree.Element(f"{{{NAMESPACE}}}lexicon", nsmap={None: NAMESPACE, "scope": _OWN})  # type: ignore[dict-item]  # the stubs forbid None
    root.set("version", "1.0")
    root.set("alphabet", "x-pinyin")
    root.set(_LANG, "zh-CN")
    for entry in known.entries:
        lexeme = etree.SubElement(root, f"{{{NAMESPACE}}}lexeme")
        if entry.scope:
            lexeme.set("role", f"scope:{entry.scope}")
        etree.SubElement(lexeme, f"{{{NAMESPACE}}}grapheme").text = entry.word
        etree.SubElement(lexeme, f"{{{NAMESPACE}}}phoneme").text = " ".join(entry.pinyin)
        if entry.note:
            lexeme.append(etree.Comment(f" {_comment(entry.note)} "))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _entries(lexeme: etree._Element, root: etree._Element, name: str) -> Iterator[Entry]:
    line: int = lexeme.sourceline or 0  # type: ignore[assignment]  # the stubs say Ellipsis
    phonemes = lexeme.findall(f"{{{NAMESPACE}}}phoneme")
    if not phonemes:
        raise ConfigError(f"{name}:{line}: this lexeme has no phoneme (an alias is no pronunciation)")
    phoneme = next((one for one in phonemes if one.get("prefer") == "true"), phonemes[0])
    alphabet = phoneme.get("alphabet") or root.get("alphabet") or ""
    if alphabet not in _PINYIN:
        raise ConfigError(f"{name}:{line}: alphabet `{alphabet}`; only {', '.join(_PINYIN)} can be read")
    pinyin = re.sub(r"\s+(?=[0-5](?:\s|$))", "", (phoneme.text or "").strip())
    for grapheme in lexeme.iterfind(f"{{{NAMESPACE}}}grapheme"):
        try:
            yield lexicon.entry((grapheme.text or "").strip(), pinyin, _scope(lexeme), _note(lexeme), line)
        except ValueError as error:
            raise ConfigError(f"{name}:{line}: {error}") from error


def _scope(lexeme: etree._Element) -> str:
    """The scope among the roles; roles of other programs (parts of speech, mostly) are none of ours."""
    own = [role.partition(":") for role in (lexeme.get("role") or "").split()]
    return next((scope for prefix, _, scope in own if lexeme.nsmap.get(prefix) == _OWN), "")


def _note(lexeme: etree._Element) -> str:
    return " ".join((child.text or "").strip() for child in lexeme if isinstance(child, etree._Comment))


def _comment(note: str) -> str:
    """XML comments hold no control characters and no two hyphens in a row."""
    return re.sub(r"-(?=-)|-$", "‐", re.sub(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]", "", note))

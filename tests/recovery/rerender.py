"""The same pages as other parsers would have left them."""

import random
import re
from collections.abc import Callable, Sequence
from functools import reduce

from audio_edition.model.issue import SourceFile

Files = Sequence[SourceFile]


def _each(files: Files, change: Callable[[str], str]) -> Files:
    return [SourceFile(file.name, change(file.content.decode()).encode()) for file in files]


def all_headings(files: Files) -> Files:
    """Every title is `#`."""
    bold = re.compile(r"^\*\*([^*\n]+)\*\*$", re.M)
    return _each(files, lambda text: re.sub(r"^#{1,6}\s+", "# ", bold.sub(r"# \1", text), flags=re.M))


def bold_only(files: Files) -> Files:
    return _each(files, lambda text: re.sub(r"^#{1,6}\s+(.*)$", lambda found: f"**{found[1].strip('*')}**", text, flags=re.M))


def no_marks(files: Files) -> Files:
    bold = re.compile(r"^\*\*([^*\n]+)\*\*$", re.M)
    return _each(files, lambda text: bold.sub(r"\1", re.sub(r"^#{1,6}\s+", "", text, flags=re.M)))


def no_empty_lines(files: Files) -> Files:
    return _each(files, lambda text: re.sub(r"\n\s*\n+", "\n", text))


def _number(name: str) -> int:
    found = re.search(r"\d+", name.rpartition("_")[2])
    return int(found[0]) if found else 1


def one_file(files: Files) -> Files:
    pages = (f"<!-- page {_number(file.name)} -->\n\n{file.content.decode()}" for file in files)
    return [SourceFile("issue.md", "\n\n".join(pages).encode())]


def reversed_pages(files: Files) -> Files:
    pages = (f"{{{_number(file.name)}}}------\n\n{file.content.decode()}" for file in reversed(files))
    return [SourceFile("issue.md", "\n\n".join(pages).encode())]


def cut_columns(seed: int) -> Callable[[Files], Files]:
    """Long paragraphs are cut at random places, as columns cut them: never behind the end of a sentence.

    A line that does not end like a sentence is no paragraph (a masthead, an address), and no column cuts it.
    """

    def cut(files: Files) -> Files:
        chance = random.Random(seed)
        return _each(files, lambda text: "\n".join(_cut(line, chance) for line in text.split("\n")))

    return cut


_FORBIDDEN = re.compile(r"[。！？!?…”’」；：;:—)）.\sA-Za-z]\Z")


def _cut(line: str, chance: random.Random) -> str:
    if (
        len(line) < 60
        or not re.search("[\u4e00-\u9fff]", line)
        or not re.search(r"[。！？…][”’」』）)]*$", line)
        or line.startswith(("#", "<", "|", "!", "*"))
        or chance.random() < 0.5
    ):
        return line
    place = next((at for at in range(chance.randint(25, len(line) - 8), len(line) - 4) if _may_cut(line, at)), 0)
    return f"{line[:place]}\n\n{line[place:]}" if place else line


def _may_cut(line: str, at: int) -> bool:
    return not _FORBIDDEN.search(line[:at]) and bool(re.match(r"[\u4e00-\u9fff]", line[at:]))


_WORD = re.compile(r"[“‘（《「]*(?:[A-Za-z0-9.%:—/-]+|.)[，。、；：！？”’）》」,;:!?)…]*")


def hard_wrapped(width: int, between: str) -> Callable[[Files], Files]:
    """Long paragraphs are broken at every printed line, `between` two of which stands what is given."""

    def broken(line: str) -> str:
        if len(line) < 40 or not re.search("[\u4e00-\u9fff]{4}", line) or line.lstrip().startswith(("#", "<", "|", "!", "**")):
            return line
        rows = [""]
        for word in _WORD.findall(line):
            rows += [word.lstrip()] if _width(rows[-1] + word) > width else []
            rows[-1] += "" if rows[-1] == word.lstrip() else word
        return between.join(rows)

    return lambda files: _each(files, lambda text: "\n".join(map(broken, text.split("\n"))))


def _width(text: str) -> float:
    return len(text.rstrip("，。、")) - len(re.findall(r"[ -~]", text)) / 2


def each_of(*renderings: Callable[[Files], Files]) -> Callable[[Files], Files]:
    """One rendering after the other."""
    return lambda files: reduce(lambda made, rendering: rendering(made), renderings, files)


RENDERINGS: dict[str, Callable[[Files], Files]] = {
    "all headings": all_headings,
    "bold only": bold_only,
    "no marks": no_marks,
    "no empty lines": no_empty_lines,
    "one file": one_file,
    "pages reversed": reversed_pages,
    "columns cut": cut_columns(1),
    "columns cut elsewhere": cut_columns(2),
    "hard-wrapped": hard_wrapped(28, "\n"),
    "hard-wrapped, narrow": hard_wrapped(16, "\n"),
    "hard-wrapped, an empty line behind each line": hard_wrapped(22, "\n\n"),
    "hard-wrapped, no empty line": lambda files: no_empty_lines(hard_wrapped(22, "\n")(files)),
    "columns cut, no marks": each_of(no_marks, cut_columns(3)),
    "columns cut, bold only, no empty lines": each_of(bold_only, cut_columns(4), no_empty_lines),
    "columns cut, pages reversed": each_of(cut_columns(5), reversed_pages),
    "one file, all headings": each_of(all_headings, one_file),
}

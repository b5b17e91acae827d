"""Lines of an article whose fields a feed or a wire states."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, structs

from audio_edition.model.page import Line, LineRole, Page


class Stated(Struct, frozen=True, omit_defaults=True):
    """An article as a source states it."""

    division: str
    title: str
    body: tuple[Line, ...] = ()
    kicker: tuple[str, ...] = ()
    subtitle: str = ""
    bylines: tuple[str, ...] = ()
    dateline: str = ""
    captions: tuple[str, ...] = ()
    credit: str = ""
    page: int = 0
    letter: str = ""
    """Of the part of the paper that its page is in: A in A04."""
    section: str = ""


def pages(articles: Iterable[Stated]) -> tuple[Page, ...]:
    """The articles on their pages, in the order given; those without a page stand on page 1."""
    found: dict[tuple[str, int], list[Line]] = {}
    for article in articles:
        found.setdefault((article.letter, article.page or 1), []).extend(lines(article))
    return tuple(
        Page(tuple(made), number, f"{letter}{number:02}" if letter else "") for (letter, number), made in sorted(found.items())
    )


def lines(article: Stated) -> Iterator[Line]:
    """The lines of an article, all of one division."""
    fields: Sequence[tuple[LineRole, Sequence[str]]] = (
        ("kicker", article.kicker),
        ("title", (article.title,)),
        ("subtitle", (article.subtitle,)),
        ("byline", article.bylines),
        ("dateline", (article.dateline,)),
    )
    at = {"division": article.division, "page": article.page or 1, "section": article.section}
    like = structs.replace(Line("", where=article.division, rule="field of the source", firm=True), **at)
    for role, texts in fields:
        yield from (structs.replace(like, text=text.strip(), role=role) for text in texts if text.strip())
    for line in article.body:
        yield structs.replace(line, **at, where=line.where or article.division)
    yield from (structs.replace(like, text=caption, role="caption") for caption in article.captions if caption)
    if article.credit:
        yield structs.replace(like, text=article.credit, role="credit")


def headed(body: Iterable[Line]) -> Iterator[Line]:
    """Headings inside the text are cross-heads; paragraphs are as the source says."""
    for line in body:
        if line.kind == "text" and line.level and not line.role:
            yield structs.replace(line, role="heading", rule="heading of the source", firm=True)
        else:
            yield line

"""Pages as a reader found them: lines in the order of the source, each with what the reader knows of it.

A repair of `recovery` labels lines, cuts them and moves them; it never drops one. So what became of every stretch of the
source can be shown, and nothing is lost unseen.
"""

from typing import Literal

from msgspec import Struct

from audio_edition.model.finding import Finding
from audio_edition.model.issue import Article, ArticleType, Issue, Masthead, SourceSpan

LineKind = Literal["text", "image", "table", "rule"]
LineRole = Literal[
    "",
    "masthead",
    "furniture",
    "image",
    "rule",
    "kicker",
    "title",
    "subtitle",
    "byline",
    "dateline",
    "heading",
    "paragraph",
    "note",
    "question",
    "answer",
    "label",
    "verse",
    "list",
    "table",
    "caption",
    "credit",
    "pointer",
    "jump",
    "resume",
]
"""What a line is. `label` is what stands before a text and is not read with it (`编者按`, the name before an answer);
`pointer` is the line of a teaser that names a page; `jump` and `resume` are `(下转…)` and `(上接…)`."""
Box = tuple[float, float, float, float]


class Saying(Struct, frozen=True):
    """How the source says that a stretch of a line is to be said."""

    start: int
    end: int
    """Half-open, code points of the line's text."""
    say: str


class Line(Struct, frozen=True, omit_defaults=True):
    """A printed line, or a paragraph where the source does not say where its lines end."""

    text: str
    """As printed, markup removed."""
    spans: tuple[SourceSpan, ...] = ()
    """Where it stands in the source; empty where the source keeps no places (JSON, XML)."""
    where: str = ""
    """`page01.md:12`, for findings."""
    page: int = 1
    """Its page: the page's number; where sections number alike, their pages are counted through."""
    label: str = ""
    """The page's `label`."""
    kind: LineKind = "text"
    level: int = 0
    """1 to 6 for a heading of that level, 0 for none: a hint, nothing more."""
    large: bool = False
    """Its letters, measured on the page, are so much larger than the text's that it begins an article, not a part of one."""
    bold: bool = False
    """The whole line is bold."""
    lead: int = 0
    """Code points at its beginning that are bold, where the rest is not."""
    centred: bool = False
    bullet: bool = False
    indent: bool = False
    """Set in by white space."""
    gap: int = 1
    """Empty lines before it; 0: it follows at once."""
    broken: bool = False
    """The line before it ended in a hard break: both belong together."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table."""
    box: Box | None = None
    """Left, top, right, bottom, in thousandths of the page."""
    division: str = ""
    """Name of the source's own division into articles that it stands in; empty where the source has none."""
    section: str = ""
    """Section of the paper that the source says it stands in: 体育."""
    firm: bool = False
    """The source states its role and its division; repairs of the outline leave it alone."""
    role: LineRole = ""
    rule: str = ""
    """Name of the rule that gave the role."""
    confidence: float = 1.0
    article: int = -1
    """Number of the article that it belongs to, counted in source order; -1: none yet."""
    starts: ArticleType | Literal[""] = ""
    """Type of the article that begins here."""
    joins: bool = False
    """Continues the paragraph before it in its article."""
    sayings: tuple[Saying, ...] = ()
    who: str = ""
    """Speaker of a question or an answer."""

    @property
    def page_name(self) -> str:
        """What its page is called: `B1`, `3`."""
        return self.label or str(self.page)


class Page(Struct, frozen=True, omit_defaults=True):
    """One page of the paper."""

    lines: tuple[Line, ...]
    number: int = 0
    """As its file name, a mark or its folio line says; 0 where none does."""
    label: str = ""
    """Section and number, where it is not a plain number: `A04`."""


class Skip(Struct, frozen=True):
    """A stretch of the source that is not text of the newspaper, and why."""

    span: SourceSpan
    rule: str


class Source(Struct, frozen=True, omit_defaults=True):
    """What a reader made of the source files."""

    reader: str
    pages: tuple[Page, ...] = ()
    masthead: Masthead = Masthead()
    """What the source states in fields of its own."""
    lang: str = ""
    articles: tuple[Article, ...] = ()
    """Articles of which the source states what only the field's own forms can hold: notes, credits."""
    issue: Issue | None = None
    """The whole issue, when the source is our own structure file."""
    skips: tuple[Skip, ...] = ()
    findings: tuple[Finding, ...] = ()

"""An issue of a newspaper, its articles and their blocks: text exactly as printed."""

import re
from hashlib import sha256
from typing import Annotated, Literal
from unicodedata import normalize

from msgspec import Meta, Struct

from audio_edition.model.finding import Finding

ArticleType = Literal["article", "photo", "brief", "teaser", "notice", "weather", "box", "ad", "furniture"]
BlockType = Literal["paragraph", "heading", "note", "question", "answer", "verse", "list", "table"]
Advice = Literal["full", "brief", "skip"]


class SourceFile(Struct, frozen=True):
    """A file as it lies on disk, before any reader has looked at it."""

    name: str
    """Path relative to the issue's folder, with forward slashes."""
    content: bytes


class SourceDigest(Struct, frozen=True):
    """A file that an edition was made from."""

    name: str
    sha256: str


class SourceSpan(Struct, frozen=True):
    """A half-open stretch of a source file, in code points of the file as decoded."""

    file: str
    start: int
    end: int


class Masthead(Struct, frozen=True, omit_defaults=True):
    """What the newspaper says of itself; every string as printed, without labels."""

    title: str = ""
    title_latin: str = ""
    owner: str = ""
    publisher: str = ""
    date: str = ""
    """YYYY-MM-DD, or empty."""
    weekday: str = ""
    lunar: str = ""
    number: str = ""
    """Digits only."""
    pages: int = 0
    """Pages that the paper says it has; 0 when it does not say."""
    cn: str = ""


class Note(Struct, frozen=True):
    """An editor's inline note `{2-3|二比三}` or `{应县|ying4 xian4}`: how a stretch of a passage is to be said."""

    passage: str
    """Id of the passage, see `model.passage`."""
    start: int
    end: int
    """Half-open, code points of the passage's printed text."""
    say: str
    """A verbalization, or pinyin with tone numbers."""


class Block(Struct, frozen=True, omit_defaults=True):
    """One block of an article's body."""

    type: BlockType = "paragraph"
    text: str = ""
    """Of paragraph, heading, note, question, answer."""
    lines: tuple[str, ...] = ()
    """Of verse and list."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table, cell by cell; the first row is its headings."""
    who: str = ""
    """Who asks or answers, where printed."""
    spans: tuple[SourceSpan, ...] = ()
    """Where it stands in the source; the texts of the spans, joined, are the block's text."""
    confidence: float = 1.0

    @property
    def is_labelled(self) -> bool:
        """Whether the text itself begins with who speaks.

        >>> Block("answer", "答：好。", who="答").is_labelled, Block("question", "问题在哪？", who="问").is_labelled
        (True, False)
        """
        who = self.who.strip(" :：")
        return bool(who) and re.match(rf"\W*{re.escape(who)}\s*[:：]", self.text) is not None


class Byline(Struct, frozen=True, omit_defaults=True):
    """Who wrote it or took it."""

    printed: str
    """The line as printed: `本报记者 沈砚秋 罗一鸣`."""
    names: tuple[str, ...] = ()


class Jump(Struct, frozen=True, omit_defaults=True):
    """The article goes on where the input does not."""

    page: int = 0
    """The page it goes on; 0 when the jump line does not say."""
    printed: str = ""
    """The jump line as printed: `(下转第三版)`."""
    label: str = ""
    """The page's label where it has a letter: `B1`."""

    @property
    def page_name(self) -> str:
        """What the page is called: `B1`, `3`; empty when the jump line does not say."""
        return self.label or str(self.page or "")


class Article(Struct, frozen=True, omit_defaults=True):
    """An item of the issue: an article, a photo story, a teaser, the masthead itself."""

    id: str
    """Stable: made from facts of the article (page, title), never from its place among the others."""
    type: ArticleType = "article"
    page: int = 1
    section: str = ""
    """Name of the page or section, where printed: 要闻, 体育."""
    kicker: tuple[str, ...] = ()
    title: str = ""
    subtitle: str = ""
    """Without the leading dash."""
    bylines: tuple[Byline, ...] = ()
    dateline: str = ""
    """`本报讯(记者 武跃林)`, `新华社北京7月22日电`: removed from the first paragraph."""
    blocks: tuple[Block, ...] = ()
    captions: tuple[str, ...] = ()
    credit: str = ""
    jump: Jump | None = None
    read: Advice = "full"
    lang: str = ""
    """BCP 47, where it differs from the issue's."""
    notes: tuple[Note, ...] = ()
    confidence: float = 1.0
    """Of the article's outline: title, extent."""
    label: Annotated[str, Meta(pattern=r"^([A-Z]\d{1,3})?\Z")] = ""
    """Section and number of its page, where pages have letters: `B1`; then `page` only tells the pages of the issue apart."""

    @property
    def page_name(self) -> str:
        """What its page is called: `B1`, `3`."""
        return self.label or str(self.page)

    def signs_elsewhere(self, printed: str) -> bool:
        """Whether a byline was told from the dateline, or from the signature below the text: it is printed and read there.

        >>> signed = Article("a", dateline="本报讯（记者 武跃林）", credit="（古 月）")
        >>> [signed.signs_elsewhere(printed) for printed in ("记者 武跃林", "（古月）", "沈砚秋")]
        [True, True, False]
        """
        byline, dateline, credit = ("".join(text.split()) for text in (printed, self.dateline, self.credit))
        if not byline:
            return printed in self.dateline
        return byline in dateline or byline == credit or self.credit.startswith(f"{printed} ")


class Issue(Struct, frozen=True, omit_defaults=True):
    """Everything on the pages, in reading order."""

    masthead: Masthead = Masthead()
    lang: str = "zh-CN"
    articles: tuple[Article, ...] = ()
    findings: tuple[Finding, ...] = ()
    files: tuple[str, ...] = ()


def article_id(page: int, *texts: str) -> str:
    """An article's id: of its page and the first of its texts (title, body, captions) that has a letter or a figure, so that it
    stays when other articles of the issue change.

    >>> article_id(1, "文明,让生活更美好") == article_id(1, "文明，让生活 更美好")
    True
    >>> article_id(1, "★★★", "三星饭店开业。") == article_id(1, "———", "四星饭店开业。")
    False
    """
    folded = (re.sub(r"[\W_]", "", normalize("NFKC", text)) for text in texts)
    telling = next(filter(None, folded), "")
    return f"p{page:02}-{sha256(telling.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"

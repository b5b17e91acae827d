"""The passages of each track in the order in which a listener hears them."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import msgspec

from audio_edition.model.folio import may_be_one
from audio_edition.model.issue import Article, Issue
from audio_edition.model.passage import Aside, Passage, passages
from audio_edition.utterances import announcements
from audio_edition.utterances.announcements import Phrases

WHOLE = 300
"""Length of a body, a minute's reading, that is never cut: of a forecast of two paragraphs the second is no less wanted."""
BRIEF = 120
"""Length of what is read of a longer one, in whole paragraphs, where only the gist of an article is wanted."""

_SAYS_WHO = re.compile(r"记者|通讯员|作者|编译|整理|摄|文|图|评论员|記者|通訊員|攝|圖|By\b|[a-z]")


def read_in_full(issue: Issue) -> tuple[Article, ...]:
    """The articles that get a track of their own: all that are read, but teasers."""
    return tuple(article for article in issue.articles if article.read != "skip" and article.type != "teaser")


def teasers(issue: Issue) -> tuple[Article, ...]:
    """What is only named at the end: teasers of what is not in the input. What was read is not announced behind it."""
    left = [(article, _words(article.title)) for article in issue.articles if article.read != "skip" and article.type == "teaser"]
    for article in read_in_full(issue) if left else ():
        heard = _words(_printed(article))  # one article's at a time: those of a long issue are many
        left = [(teaser, words) for teaser, words in left if not _is_about(words, heard)]
    return tuple(teaser for teaser, _ in left)


_MOST = 0.6
"""Share of a teaser's words that stand in the article that it points to, at least."""
_WORD = re.compile(r"(?=([\u3400-\u9fff]{2}))|(?<![^\W_])([A-Za-z]{4,})")
"""A pair of Hanzi, or a Latin word that is long enough to tell something."""


def _words(text: str) -> frozenset[str]:
    return frozenset((pair or word).lower() for pair, word in _WORD.findall(text))


def _printed(article: Article) -> str:
    return "\n".join(passage.text for passage in passages(article))


def _is_about(teaser: frozenset[str], article: frozenset[str]) -> bool:
    return bool(teaser) and len(teaser & article) >= _MOST * len(teaser)


def opening(issue: Issue, say: Phrases, notice: str) -> tuple[Passage, ...]:
    """Paper, date and contents, the notice that the voice is synthetic, then the headlines once: listeners skim first. Of a
    large issue those of an overview, and how many articles more there are."""
    read = read_in_full(issue)
    lines = [announcements.opening(issue.masthead, say)] if issue.masthead.title or issue.masthead.date else []
    lines += [announcements.contents(read, say)] if read else []
    lines += [notice] if notice else []
    titled = [article for article in read if any(char.isalnum() for char in article.title)]
    said = overview(titled)
    titles = [announcements.headline(article.title, say) for article in said]
    if len(said) < len(titled):
        titles.append(say.more.format(len(read) - len(said)))
    return _announced(lines + ([say.headlines, *titles] if titles else []), "opening")


SKIMMED = 450
"""Length of headlines, with their pauses, that are all said: a minute and a half."""
OVERVIEW = 300
"""Length of those that are said where all would take longer: the minute that the headlines of a radio bulletin take."""
_PAUSE = 3
"""Length of the silence behind a headline: 0.7 s, at four Hanzi a second."""


def overview(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles whose headlines give an overview of an issue, in their order: all of them; of more than can be skimmed the
    first of each page and section, then the second of each, and so on, as many as fit; short items last.

    >>> pages = [Article(f"p{page}-{n}", page=page, title="渔港里的新活法" * 4) for page in (1, 2, 3, 4) for n in range(9)]
    >>> " ".join(article.id for article in overview(pages))
    'p1-0 p1-1 p1-2 p2-0 p2-1 p3-0 p3-1 p4-0 p4-1'
    """
    if sum(map(_said_length, articles)) <= SKIMMED:
        return tuple(articles)
    left, chosen = OVERVIEW, []
    for index in _leading_first(articles):
        length = _said_length(articles[index])
        if length <= left:
            chosen.append(index)
            left -= length
    return tuple(articles[index] for index in sorted(chosen))


def _said_length(article: Article) -> int:
    return _length(article.title) + _PAUSE


def _leading_first(articles: Sequence[Article]) -> list[int]:
    """Their indices: who leads a page and a section before who follows there, and who opens a section before its other pages."""
    seen: Counter[tuple[object, ...]] = Counter()
    ranks = []
    for article in articles:
        is_short = article.type not in ("article", "photo")
        places = ((is_short, article.page, article.section), (is_short, article.section))
        ranks.append((is_short, *(seen[place] for place in places)))
        seen.update(places)
    return sorted(range(len(articles)), key=ranks.__getitem__)


def article(article: Article, say: Phrases, pages: Collection[str] = ()) -> tuple[Passage, ...]:
    """An article's passages: head, body, captions introduced as captions, where it would go on but for `pages` (names).

    >>> [p.text for p in article(Article("a", title="甲", captions=("乙",)), announcements.phrases("zh-CN"))]
    ['甲', '乙']
    """
    said = [_introduced(passage, article, say) for passage in passages(article) if not _said_elsewhere(passage, article)]
    captions = [passage for passage in said if passage.role == "caption"]
    body = [passage for passage in said if passage.role not in ("caption", "credit")]
    credits = [passage for passage in said if passage.role == "credit"]
    if article.read == "brief":
        body, captions = _gist(body), []
    away = article.jump is not None and not any(may_be_one(article.jump.page_name, page) for page in pages)
    jump = _announced([announcements.jump(article.jump, say)], "jump") if article.jump and away else ()
    return (*body, *captions, *credits, *jump)


def unread(article: Article) -> int:
    """Paragraphs of an article that are left out because only its gist is wanted."""
    printed = [passage for passage in passages(article) if passage.id.startswith("body")]
    return len(printed) - len(_gist(printed)) if article.read == "brief" else 0


def first_words(article: Article) -> str:
    """What an article without a title is called in lists: the beginning of its text; empty where it has none.

    >>> first_words(Article("a", "photo", captions=("昨天，孩子们在河边放生鱼苗，盼着来年再见到它们。",)))
    '昨天，孩子们在河边放生鱼苗…'
    """
    texts = (*(text for block in article.blocks for text in (block.text, *block.lines) if text), *article.captions)
    telling = next((text for text in texts if not text.endswith(("：", ":"))), "".join(texts[:1]))  # whom a letter greets is none
    words = " ".join(telling.split()).rstrip("。")
    found = _CLAUSE.match(words) if len(words) > NAMED else None
    return f"{found[0]}…" if found else words if len(words) <= NAMED else f"{words[:NAMED]}…"


NAMED = 20
"""Code points, at most, that name an article without a title."""
_CLAUSE = re.compile(rf".{{8,{NAMED}}}?(?=[，。！？；：、,;:!?\s])")


def also(issue: Issue, say: Phrases) -> tuple[Passage, ...]:
    """The short list of what else is in the paper."""
    titles = [announcements.headline(teaser.title, say) for teaser in teasers(issue) if teaser.title]
    return _announced([say.also, *titles], "also") if titles else ()


def _announced(lines: list[str], name: str) -> tuple[Passage, ...]:
    return tuple(Passage(f"{name}-{index}", "announcement", line) for index, line in enumerate(lines))


def _introduced(passage: Passage, article: Article, say: Phrases) -> Passage:
    if passage.role == "table":
        return msgspec.structs.replace(passage, asides=tuple(_headings(passage, article, say)))
    if passage.role == "caption":
        return msgspec.structs.replace(passage, asides=(Aside(0, say.caption),))
    if passage.role == "byline" and not _SAYS_WHO.search(passage.text):
        return msgspec.structs.replace(passage, asides=(Aside(0, say.author),))
    return passage


def _headings(passage: Passage, article: Article, say: Phrases) -> Iterator[Aside]:
    """Before each cell but a row's first, the heading of its column: a listener cannot look up."""
    _, block, row = passage.id.split("-")
    rows = article.blocks[int(block)].rows
    place = 0
    for column, cell in enumerate(rows[int(row)]):
        if int(row) and column and cell and column < len(rows[0]) and rows[0][column]:
            yield Aside(place, rows[0][column] + say.comma)
        place += len(cell) + 1


def _said_elsewhere(passage: Passage, article: Article) -> bool:
    return passage.role == "byline" and article.signs_elsewhere(passage.text)


def _gist(body: list[Passage]) -> list[Passage]:
    whole = sum(_length(passage.text) for passage in body if passage.id.startswith("body")) <= WHOLE
    return body if whole else list(_up_to(body, BRIEF))


def _length(text: str) -> int:
    """Code points without white space; three Latin letters take as long to say as one Hanzi."""
    latin = len(_LETTER.findall(text))
    return sum(not sign.isspace() for sign in text) - latin + latin // 3


_LETTER = re.compile("[A-Za-zÀ-ÿ]")


def _up_to(body: list[Passage], limit: int) -> Iterator[Passage]:
    """The head, and whole passages of the body until the limit is passed (the first one always)."""
    for passage in body:
        if passage.id.startswith("body"):
            if limit <= 0:
                return
            limit -= _length(passage.text)
        yield passage

"""What is to be built, and everything that is read before anything is decided: the issue, its paper, the cast, the lexicons."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, structs

from audio_edition import casting, engines, files, recovery, settings
from audio_edition.jingles import USES
from audio_edition.model.errors import ConfigError, IssueError
from audio_edition.model.issue import Issue, Masthead, SourceDigest, SourceFile
from audio_edition.model.script import Script
from audio_edition.normalization import say_as
from audio_edition.pronunciation import Context, lexicon
from audio_edition.readers import structure
from audio_edition.recovery.bundles import bundle
from audio_edition.recovery.gold import Gold, as_gold
from audio_edition.settings import Cast, Paper
from audio_edition.toml import Source
from audio_edition.utterances import Reading
from audio_edition.utterances.slug import slug


class Order(Struct, frozen=True):
    """What is to be built from what."""

    sources: tuple[Path, ...]
    """The issue: a folder of pages, a file, several, or patterns."""
    cast: Cast
    output: Path = Path("output")
    cache: str = ""
    """Folder of the clip store; the user's cache folder when empty."""
    date: str = ""
    """YYYY-MM-DD, where the masthead does not say it, or was misread."""
    paper: str = ""
    """Name of the paper, where the masthead does not say it, or was misread."""
    only: tuple[int, ...] = ()
    """Numbers of the articles to read, from 1; all when empty."""
    jobs: int = 0
    """Requests at once; what the engine can bear when 0."""
    force: bool = False
    """Speak again what is stored."""
    plan_only: bool = False
    """Stop when it is known what would be spoken."""


class Work(Struct, frozen=True):
    """An order with everything read that it needs."""

    issue: Issue
    paper: Paper
    slug: str
    """Folder of the paper below the output folder."""
    reading: Reading
    sources: tuple[SourceDigest, ...]
    settings: Path | None = None
    """The paper.toml, where there is one."""
    new_names: tuple[tuple[str, str], ...] = ()
    """Keys and names of feeds that paper.toml does not hold yet."""
    cover: bytes = b""


def prepare(order: Order) -> Work:
    """Read the issue, recover its articles, and find what belongs to its paper.

    Raises IssueError (unreadable, no date), ConfigError (a wrong setting), PublishError (a cover or form that cannot be had).
    """
    folder = files.folder_of(order.sources)
    _sure_of_one_day(order)
    sources = _with_corrections(files.read_sources(order.sources), folder)
    paper = _paper(folder)
    casting.check_forms(order.cast, paper.formats)
    recovered = recovery.recover(sources, date=order.date or files.day_of(folder), paper=order.paper or paper.title)
    issue = _named(bundle(recovered), paper, order, folder)
    casting.check_issue(order.cast, issue.lang)
    if not issue.masthead.date:
        where = ", ".join(map(str, order.sources))
        raise IssueError(f"{where}: no date: neither masthead nor folder says a real one; say it with --date YYYY-MM-DD")
    names = _new_names(paper)
    spelt = slug(issue.masthead.title)  # also where it names no folder: the cover needs it when the words are forgotten
    return Work(
        issue=issue,
        paper=structs.replace(paper, **dict(names)),
        slug=paper.slug or spelt or slug(_name(folder)) or "paper",
        reading=_reading(folder, paper, order.cast),
        sources=tuple(map(_source, sources)),
        settings=files.beside(folder, "paper.toml"),
        new_names=names,
        cover=_cover(folder, paper),
    )


def recover(path: str | Path) -> Gold:
    """The articles of an issue in the neutral schema `news-gold/1`: what `recover --format news-gold` prints.

    Raises IssueError.
    """
    return as_gold(recovery.recover(files.read_sources([Path(path)])))


def find_cast(name: str, engine: str = "") -> Cast:
    """The cast of that name, as another engine would read it where one is named; it can speak here.

    Raises ConfigError, naming file, line and key: also for an engine, a voice or a sound file that is not to be had here.
    """
    found = cast_file(name)
    if found is None:
        known = sorted({file.stem for shelf in _shelves() for file in shelf.glob("*.toml")})
        raise ConfigError(f"no cast is named {name!r}; there are {', '.join(known)}")
    content = found.read_bytes()
    cast = settings.parse(content, Cast, str(found))
    source = Source(str(found), content.decode("utf-8-sig"))
    casting.check_language(cast, source)
    sounds = {use: getattr(cast, use) for use in USES}
    cast = structs.replace(cast, **{use: str(found.absolute().parent / sound) for use, sound in sounds.items() if sound})
    cast = with_engine(cast, engine)
    casting.check(cast, source)
    return cast


def cast_file(name: str) -> Path | None:
    """The file of a cast: a path to a TOML file, `voices/<name>.toml` here, or one that came with the program."""
    places = [Path(name)] if name.endswith(".toml") else []
    places += [shelf / f"{name}.toml" for shelf in _shelves()]
    return next((place for place in places if place.is_file()), None)


def with_engine(cast: Cast, engine: str) -> Cast:
    """The cast as another engine would read it: its first voice for the cast's language reads every role.

    Raises ConfigError when there is no such engine, or it has no voice for that language.
    """
    if not engine or engine == cast.engine:
        return cast
    voice = casting.first_voice(engines.load(engine), cast)
    roles = {role: structs.replace(own, engine=None, voice=None) for role, own in cast.roles.items()}
    return structs.replace(cast, engine=engine, voice=voice, roles=roles)


def chosen(scripts: Iterable[Script], only: Sequence[int]) -> Iterator[Script]:
    """The scripts of the articles with these numbers, from 1; all of them when none is named.

    Raises IssueError, at the end, for a number that no article has.
    """
    articles = 0
    for script in scripts:
        articles += script.kind == "article"
        if not only or (script.kind == "article" and articles in only):
            yield script
    wrong = [number for number in only if not 1 <= number <= articles]
    if wrong:
        raise IssueError(f"there is no article {wrong[0]}: this issue has {articles}")


def _shelves() -> tuple[Path, ...]:
    own = Path(__file__).parent
    return Path("voices"), own / "_voices", own.parent / "voices"


def _with_corrections(sources: tuple[SourceFile, ...], folder: Path) -> tuple[SourceFile, ...]:
    """The pages, and the structure file beside them if it was made from just these; in a folder it is among them."""
    path = folder / structure.NAME
    if any(structure.is_structure(file) for file in sources) or not path.is_file():
        return sources
    corrected = SourceFile(structure.NAME, path.read_bytes())
    made_from = recovery.recover((corrected,)).files if structure.is_structure(corrected) else ()
    return (*sources, corrected) if set(made_from) == {file.name for file in sources} else sources


def _paper(folder: Path) -> Paper:
    found = files.beside(folder, "paper.toml")
    return settings.parse(found.read_bytes(), Paper, str(found)) if found else Paper()


def _new_names(paper: Paper) -> tuple[tuple[str, str], ...]:
    """Names of the feeds that are made now that they have an address."""
    keys = (("podcast_guid", "feed.xml"), ("articles_guid", "feed-articles.xml"))
    lacking = [(key, file) for key, file in keys if paper.base_url and not getattr(paper, key)]
    if not lacking:
        return ()
    from audio_edition.publishers import feed

    return tuple((key, feed.podcast_guid(paper, file)) for key, file in lacking)


def _sure_of_one_day(order: Order) -> None:
    """Raises IssueError for the folders of several days, which a paper's folder holds, unless it is said what day they make."""
    days = () if order.date else files.days(order.sources)
    if len(days) > 1:
        where = ", ".join(map(str, order.sources[:2]))
        raise IssueError(f"{where}: pages of {len(days)} days ({days[0]} to {days[-1]}); name the folder of one, or say --date")


def _name(folder: Path) -> str:
    """The paper's name, where only folders say it: `<paper>/<date>` are the paper's own folder and that of a day."""
    place = folder.absolute()
    return place.parent.name if files.day_of(place) else place.name


def _named(issue: Issue, paper: Paper, order: Order, folder: Path) -> Issue:
    title = order.paper or paper.title or issue.masthead.title or paper.slug or _name(folder)
    masthead = structs.replace(_dated(issue.masthead, order.date), title=title)
    return structs.replace(issue, lang=paper.language or issue.lang, masthead=masthead)


def _dated(masthead: Masthead, day: str) -> Masthead:
    """The masthead with the day that is ordered, where one is: what it prints of another day is not that day's."""
    return structs.replace(masthead, date=day, weekday="", lunar="") if day not in ("", masthead.date) else masthead


def _reading(folder: Path, paper: Paper, cast: Cast) -> Reading:
    notes = files.beside(folder, "say-as.tsv")
    return Reading(
        cast=cast,
        paper=paper,
        known=Context(lexicons=tuple(_lexicon(folder, name) for name in _lexicons(folder, paper))),
        say_as=say_as(notes.read_bytes(), str(notes)) if notes else (),
    )


def _lexicons(folder: Path, paper: Paper) -> tuple[str, ...]:
    """The issue's or paper's own lexicon.tsv before those that paper.toml names."""
    own = ("lexicon.tsv",) if files.beside(folder, "lexicon.tsv") else ()
    return own + tuple(name for name in paper.lexicons if name not in own)


def _lexicon(folder: Path, name: str) -> lexicon.Lexicon:
    found = files.named(folder, name, "lexicons")
    return lexicon.parse(found.read_bytes(), str(found))


def _cover(folder: Path, paper: Paper) -> bytes:
    if not paper.image:
        return b""
    from audio_edition.publishers import _cover

    content = files.named(folder, paper.image, "image").read_bytes()
    _cover.fit(content, paper.image)
    return content


def _source(file: SourceFile) -> SourceDigest:
    return SourceDigest(file.name, hashlib.sha256(file.content).hexdigest())

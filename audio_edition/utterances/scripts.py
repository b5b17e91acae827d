"""An issue → the scripts of its tracks: what is said, by whom, with which pauses."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from audio_edition.model.finding import Finding
from audio_edition.model.issue import Article, Issue, Note
from audio_edition.model.passage import Passage, Role
from audio_edition.model.script import Script
from audio_edition.model.speech import Utterance
from audio_edition.model.text import Span, SpokenText
from audio_edition.normalization import Context as Said
from audio_edition.normalization import SayAs, normalize
from audio_edition.pronunciation import Context as Known
from audio_edition.pronunciation import pronounce, study
from audio_edition.settings import Cast, Paper, RoleVoice
from audio_edition.utterances import announcements, doubts, order, pauses, speakers
from audio_edition.utterances.quotations import quotations
from audio_edition.utterances.sentences import sentences, split_at_quotations
from audio_edition.utterances.slug import slug
from audio_edition.utterances.spoken import edges, part, with_asides


class Reading(Struct, frozen=True):
    """Everything beside the issue that decides how it is read."""

    cast: Cast
    paper: Paper = Paper()
    known: Known = Known()
    """Pronunciation: the lexicons."""
    say_as: tuple[SayAs, ...] = ()
    """Verbalizations that an editor has laid down."""


def utter(issue: Issue, reading: Reading) -> Iterator[Script]:
    """The scripts of an issue in playing order: opening, articles, what else is in the paper. Each is made when it is asked for:
    the readings of a whole issue are many."""
    return (script for script in _scripts(issue, reading) if script.utterances)


def _scripts(issue: Issue, reading: Reading) -> Iterator[Script]:
    say = announcements.phrases(issue.lang)
    notice = (reading.paper.synthetic_notice or say.synthetic) if reading.paper.announce_synthetic else ""
    yield _script("opening", say.opening_title, order.opening(issue, say, notice), issue, reading)
    for number, article in enumerate(order.read_in_full(issue), 1):
        yield _article(number, article, issue, reading, say)
    yield _script("also", say.also_title, order.also(issue, say), issue, reading)


def _script(id: str, title: str, passages: tuple[Passage, ...], issue: Issue, reading: Reading) -> Script:
    said, findings = _read(id, passages, Article(id), issue, reading)
    return Script(id, "opening" if id == "opening" else "also", title, passages, said, findings=findings)


def _article(number: int, article: Article, issue: Issue, reading: Reading, say: announcements.Phrases) -> Script:
    own = announcements.phrases(article.lang or issue.lang)
    pages = {other.page_name for other in issue.articles} - {article.page_name}
    passages = speakers.named(order.article(article, say, pages), article, reading.cast, own)
    said, findings = _read(article.id, passages, article, issue, reading)
    findings = (*doubts.of_gist(article.id, order.unread(article)), *findings)
    stem = f"{number:02}-{slug(article.title) or article.id}"
    title = article.title or order.first_words(article) or say.untitled
    return Script(article.id, "article", title, passages, said, stem, article, findings)


def _read(
    id: str, passages: tuple[Passage, ...], article: Article, issue: Issue, reading: Reading
) -> tuple[tuple[Utterance, ...], tuple[Finding, ...]]:
    known = study([*(passage.text for passage in passages), *_speakers(passages)], reading.known)
    chapters = _chapters(passages, article)
    utterances: list[Utterance] = []
    findings: list[Finding] = []
    for passage in passages:
        lang = passage.lang or article.lang or issue.lang
        context = Said(date=issue.masthead.date, section=article.section, lang=lang, say_as=reading.say_as)
        spoken = with_asides(normalize(passage.text, context, passage.notes), passage.asides, context)
        said = tuple(_passage(id, passage, spoken, known, reading.cast, lang, chapters.get(passage.id, "")))
        utterances += said
        findings += doubts.of_passage(id, passage.id, spoken)
        findings += (finding for utterance in said for finding in doubts.of_utterance(utterance))
    return tuple(utterances), tuple(findings)


def _speakers(passages: Sequence[Passage]) -> Iterator[str]:
    """What is said of who asks and answers: their names are printed nowhere else."""
    return (aside.say for passage in passages if passage.role in ("question", "answer") for aside in passage.asides)


def _chapters(passages: tuple[Passage, ...], article: Article) -> dict[str, str]:
    """Titles of the chapters by the passage that opens each: the article's own, then its cross-heads."""
    heads = {passage.id: passage.text for passage in passages if passage.role == "heading"}
    return {passages[0].id: article.title, **heads} if heads else {}


def _passage(
    id: str, passage: Passage, spoken: SpokenText, known: Known, cast: Cast, lang: str, chapter: str
) -> Iterator[Utterance]:
    quoted = quotations(passage.text, lang) if _sets_off_quotations(passage.role, cast) else ()
    pieces = [(span, part(spoken, *span)) for span in _spans(passage, spoken, quoted)]
    roles = [_role(passage, span, quoted) for span, _ in pieces]
    silence = pauses.around(passage.role, roles, cast)
    for (span, piece), role, (before, after) in zip(pieces, roles, silence, strict=True):
        yield Utterance(
            article=id,
            passage=passage.id,
            start=span[0],
            end=span[1],
            role=role,
            spoken=piece,
            pronunciation=pronounce(piece.spoken, known, _pinyin_notes(passage.notes, span, piece)),
            voice=cast.voice_for(role),
            pause_before=before,
            pause_after=after,
            lang=lang,
            chapter=chapter if span == pieces[0][0] else "",
        )


def _spans(passage: Passage, spoken: SpokenText, quoted: Sequence[Span]) -> tuple[Span, ...]:
    ends = edges(spoken)
    spans = split_at_quotations(sentences(passage.text, ends), quoted, ends)
    spans = _with_something_to_say(spans, spoken)
    return spans if _says_something(spoken, (0, len(passage.text))) else ()


def _with_something_to_say(spans: Sequence[Span], spoken: SpokenText) -> tuple[Span, ...]:
    """Spans that say nothing (a stray quote, three dots) join the one before them, so that every span can be spoken."""
    joined: list[Span] = []
    for span in spans:
        if joined and not (_says_something(spoken, joined[-1]) and _says_something(spoken, span)):
            joined[-1] = (joined[-1][0], span[1])
        else:
            joined.append(span)
    return tuple(joined)


def _says_something(spoken: SpokenText, span: Span) -> bool:
    return any(char.isalnum() for char in part(spoken, *span).spoken)


def _role(passage: Passage, span: Span, quoted: Sequence[Span]) -> Role:
    inside = any(start <= span[0] and span[1] <= end for start, end in quoted)
    return "quotation" if inside else passage.role


def _sets_off_quotations(role: Role, cast: Cast) -> bool:
    """Whether direct speech is to be heard apart from what stands around it. In an interview it is not: whoever speaks quotes in
    their own voice, another one would be taken for another speaker."""
    own = cast.roles.get("quotation", RoleVoice())
    apart = cast.voice_for("quotation") != cast.voice_for(role) or own.before is not None or own.after is not None
    return apart and role not in ("announcement", "question", "answer")


def _pinyin_notes(notes: Sequence[Note], span: Span, piece: SpokenText) -> tuple[Note, ...]:
    """An editor's notes with their spans in spoken code points of the utterance; verbalizations were obeyed before."""
    inside = [note for note in notes if span[0] <= note.start and note.end <= span[1]]
    spans = [piece.spoken_span(note.start - span[0], note.end - span[0]) for note in inside]
    return tuple(Note(note.passage, *said, note.say) for note, said in zip(inside, spans, strict=True))

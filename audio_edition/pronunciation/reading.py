"""Text → Pronunciation: who decides each reading, in the order of authority."""

from collections.abc import Iterable, Iterator, Sequence

from audio_edition.model.issue import Note
from audio_edition.model.speech import Pronunciation
from audio_edition.model.text import Span
from audio_edition.pronunciation import doubts, lattice, lexicon, names, phrases, places, sandhi, syllable, table, traditional
from audio_edition.pronunciation.context import NOTHING_KNOWN, Context
from audio_edition.pronunciation.draft import Draft
from audio_edition.pronunciation.found import Found

_STRONG = 0.92
_FUNCTIONAL = frozenset("地都还就也将为得和与及在是对从把被让向")


def pronounce(text: str, context: Context = NOTHING_KNOWN, notes: Sequence[Note] = ()) -> Pronunciation:
    """The readings of a text, one per Hanzi.

    The editor's notes decide first, then lexicons, places, persons' names, words, grammar, the learned model, the commonest.

    >>> [reading.pinyin for reading in pronounce("重庆，不错。").readings]
    ['chong2', 'qing4', 'bu4', 'cuo4']
    """
    known = table.load()
    printed, text = text, traditional.simplified(text)
    draft = Draft(text, printed)
    tokens = lattice.tokenize(text, known)
    fixed = [*_fixed(draft, context, [token for token in tokens if _is_word(text, token)])]
    if fixed:
        tokens = lattice.tokenize(text, known, sorted(fixed))
    phrases.read(draft, tokens, known)
    traditional.obey(draft, printed)
    _obey_notes(draft, notes)
    words = tuple(token for token in tokens if draft.syllables[token[0]])
    cycles = (tuple(lattice.inside(text, words, known)), words)
    readings = draft.readings(sandhi.surface(text, draft.syllables, cycles, known.erhua))
    unread = [token for token in tokens if _is_word(text, token) and not draft.syllables[token[0]]]
    return Pronunciation(printed, readings, words, tuple(doubts.find(printed, readings, unread)))


def _is_word(text: str, token: Span) -> bool:
    return lattice.is_hanzi(text[token[0]])


def _fixed(draft: Draft, context: Context, words: list[Span]) -> Iterator[Span]:
    """Decide what lexicons, places and names say; the stretches that they decide. The first has its way."""
    text, chars = draft.text, table.load().chars
    for span, pinyin in _entries(draft, context, words):
        draft.put_all(span, pinyin, "lexicon", phrases.CERTAIN)
        yield span
    for found in (*places.find(text, words), *places.agreed(text, context.places, words)):
        if not any(draft.syllables[found.start : found.end]):
            draft.put_all((found.start, found.end), found.pinyin, "place", found.confidence, chars)
            yield found.start, found.end
    for found in names.find(text, context, words):
        if not any(draft.syllables[found.start : found.end]) and not _grammar(text, found):
            draft.put_all((found.start, found.end), found.pinyin, "name", found.confidence, chars)
            for at in found.open:
                draft.put(at, draft.syllables[at], "name", names.OPEN, draft.others[at])
            yield found.start, found.end


def _grammar(text: str, found: Found) -> bool:
    """Whether a weak name holds a word of grammar, and is none: 郑重地, 钱都花."""
    return found.confidence < _STRONG and not _FUNCTIONAL.isdisjoint(text[found.start + 1 : found.end])


def _entries(draft: Draft, context: Context, words: list[Span]) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Entries of lexicons that the text has as it is printed, or in simplified characters."""
    if not context.lexicons:
        return
    everywhere, alone = lexicon.index(context.lexicons), lexicon.index(context.lexicons, ("word",)).entries
    forms = dict.fromkeys((draft.printed, draft.text))
    ends = dict(words)
    at = 0
    while at < len(draft.text):
        found = (everywhere.longest(text, at) or alone.get(text[at : ends.get(at, at)]) for text in forms)
        entry = next(filter(None, found), None)
        if entry:
            yield (at, at + len(entry.word)), entry.pinyin
        at += len(entry.word) if entry else 1


def _obey_notes(draft: Draft, notes: Iterable[Note]) -> None:
    for note in notes:
        try:
            said = syllable.split(note.say)
        except ValueError:
            continue
        places = [at for at in range(note.start, min(note.end, len(draft.text))) if draft.syllables[at]]
        if len(said) == len(places):
            for at, pinyin in zip(places, said, strict=True):
                draft.put(at, pinyin, "note", 1.0)

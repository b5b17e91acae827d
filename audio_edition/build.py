"""The whole program on one screen: an issue goes in, an edition comes out, and what happens meanwhile is a stream of events."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack

from msgspec import Struct, field, structs

from audio_edition import files, orders, planning
from audio_edition.audio import levels, timeline
from audio_edition.jingles import jingle
from audio_edition.model.edition import Cue, Edition, Track
from audio_edition.model.event import Event, Failing, Found, Published, Recovered, Said, Waiting
from audio_edition.model.finding import Finding
from audio_edition.model.speech import Clip
from audio_edition.orders import Order, Work
from audio_edition.planning import Line, Part, Plan, Voices
from audio_edition.settings import Cast
from audio_edition.synthesis import Cooling, Notice, Speech, Spoken, Store
from audio_edition.utterances import doubts


class _Made(Struct):
    """What there is of an edition while it is spoken; the one value that grows."""

    tracks: list[Track] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    spoken: int = 0
    """Clips that the store did not have."""


async def build(order: Order) -> AsyncIterator[Event]:
    """Make an edition, or (`plan_only`) say what it would take.

    Raises IssueError, ConfigError, SpeechError, PublishError; whatever happens, the edition published before stays whole
    and every clip that was spoken is kept.
    """
    work = orders.prepare(order)
    yield Recovered(work.slug, work.issue.masthead.date, work.issue)
    folder = order.output / work.slug
    if not order.plan_only:
        files.make_sure(folder, work.issue.masthead.date)
    store, made = Store.at(order.cache), _Made()
    async for event in _spoken(work, order, store, made):
        yield event
    if order.plan_only:
        return
    from audio_edition import publication

    edition = _edition(work, order.cast, store, made)
    for finding in edition.findings:
        yield Found(finding)
    changed = files.publish(folder, publication.contents(edition, work, folder, store))
    publication.settle(work)
    length = edition.samples * 1000 // edition.sample_rate
    yield Published(str(folder), edition.date, len(edition.tracks), length, changed, made.spoken)


async def _spoken(work: Work, order: Order, store: Store, made: _Made) -> AsyncIterator[Event]:
    """Plan and speak all utterances; a track is laid, and its plan let go, when its last clip is there."""
    voices = Voices(order.cast)
    async with AsyncExitStack() as leaving:
        leaving.push_async_callback(voices.aclose)
        plan = Plan(order, voices, store)
        # All three before anyone speaks: what is no sound is said while nothing is lost.
        chime, _, _ = (None if order.plan_only else jingle(order.cast, use, store) for use in ("chime", "intro", "outro"))
        speech = await leaving.enter_async_context(Speech(voices.engines, store, jobs=order.jobs, force=order.force))
        parts = await _begun(work, order, voices, plan, speech)
        yield plan.event()
        if order.plan_only:
            return
        made.findings += planning.unheard(parts, voices)
        loading = asyncio.create_task(_load())
        leaving.callback(loading.cancel)
        async for event in _heard(speech, parts, order.cast, chime, made):
            yield event
        await loading


async def _begun(work: Work, order: Order, voices: Voices, plan: Plan, speech: Speech) -> deque[Part]:
    """The tracks that are planned: the first are spoken while the next are planned, which takes 10 s or more for fifty pages."""
    parts = deque[Part]()
    planned = planning.parts(work, order, voices)
    for part in tuple(planned) if order.only else planned:  # a wrong number is said before anything is spoken
        plan.add(part)
        parts.append(part)
        if not order.plan_only:
            speech.add(part.prompts, part.instead)
            await asyncio.sleep(0)
    return parts


async def _heard(
    speech: Speech, parts: deque[Part], cast: Cast, chime: tuple[str, Clip] | None, made: _Made
) -> AsyncIterator[Event]:
    total = sum(len(part.prompts) for part in parts)
    clips: list[Spoken] = []
    async for outcome in speech.outcomes():
        if not isinstance(outcome, Spoken):
            yield _silence(outcome)
            continue
        clips.append(outcome)
        length = outcome.clip.samples * 1000 // cast.sample_rate
        yield Said(outcome.index + 1, total, parts[0].script.id, outcome.cached, length)
        if len(clips) == len(parts[0].prompts):
            _lay(parts.popleft(), clips, cast, chime, made)
            clips = []


def _silence(notice: Notice) -> Event:
    if isinstance(notice, Cooling):
        return Waiting(notice.engine, notice.seconds, notice.asked)
    return Failing(notice.engine, notice.reason)


async def _load() -> None:
    """What publishing needs is imported while the voices speak: most of that time is waiting."""
    from audio_edition import publication

    await publication.load()


def _lay(part: Part, clips: Sequence[Spoken], cast: Cast, chime: tuple[str, Clip] | None, made: _Made) -> None:
    """Add the track of a part, and what an editor should know of it."""
    lines = part.lines()
    script = structs.replace(part.script, utterances=tuple(line.utterance for line in lines))
    heard, prompts = [(clip.key, clip.clip) for clip in clips], [clip.prompt for clip in clips]
    before = chime if script.kind == "article" else None
    track = timeline.lay(script, heard, prompts, cast.sample_rate, chime=before, target=cast.loudness)
    cues = (_explained(cue, line) for cue, line in zip(track.cues, lines, strict=True))
    made.tracks.append(structs.replace(track, cues=tuple(cues)))
    made.findings += script.findings
    for clip, line in zip(clips, lines, strict=True):
        made.findings += (doubts.at(finding, line.utterance) for finding in (*clip.prompt.findings, *clip.findings))
        made.spoken += not clip.cached


def _explained(cue: Cue, line: Line) -> Cue:
    return structs.replace(cue, pinyin=line.pinyin, doubts=line.doubts, verbalizations=line.verbalizations)


def _edition(work: Work, cast: Cast, store: Store, made: _Made) -> Edition:
    intro, outro = jingle(cast, "intro", store), jingle(cast, "outro", store)
    tracks, chapters, pieces, samples = timeline.bind(
        made.tracks, cast.sample_rate, intro=intro, outro=outro, pause=cast.article_pause, target=cast.loudness
    )
    edition = Edition(
        paper=work.slug,
        title=work.issue.masthead.title,
        date=work.issue.masthead.date,
        lang=work.issue.lang,
        issue=work.issue,
        tracks=tracks,
        chapters=chapters,
        pieces=pieces,
        samples=samples,
        sample_rate=cast.sample_rate,
        bitrate=cast.bitrate,
        cast=cast.title,
        loudness=timeline.together((track.loudness, track.samples) for track in tracks),
        peak=max(track.peak for track in tracks),
    )
    return structs.replace(edition, findings=(*work.issue.findings, *made.findings, *_of_edition(edition, work, cast)))


def _of_edition(edition: Edition, work: Work, cast: Cast) -> Iterator[Finding]:
    """What is wrong with an edition as a whole."""
    from audio_edition.publishers import _proof, feed

    yield from _proof.findings(edition)
    yield from levels.findings(edition, cast.loudness)
    yield from feed.findings(edition, work.paper)

"""The whole program on one screen: an issue goes in, an edition comes out, and what happens meanwhile is a stream of events."""

from collections.abc import AsyncIterator, Iterator, Sequence

from msgspec import structs

from audio_edition import files, orders, planning, publication
from audio_edition.audio import levels, timeline
from audio_edition.jingles import jingle
from audio_edition.model.edition import Cue, Edition, Track
from audio_edition.model.event import Event, Found, Planned, Published, Recovered, Said, Waiting
from audio_edition.model.finding import Finding
from audio_edition.model.speech import Clip
from audio_edition.orders import Order, Work
from audio_edition.planning import Line, Part, Voices
from audio_edition.publishers import _proof, feed
from audio_edition.settings import Cast
from audio_edition.synthesis import Cooling, Spoken, Store, speak
from audio_edition.utterances import doubts

PACE = 260
"""Spoken code points a minute, for the estimate: a newsreader says 240 to 300 Hanzi."""


async def build(order: Order) -> AsyncIterator[Event]:
    """Make an edition, or (`plan_only`) say what it would take.

    Raises IssueError, ConfigError, SpeechError, PublishError; whatever happens, the edition published before stays whole
    and every clip that was spoken is kept.
    """
    work = orders.prepare(order)
    yield Recovered(work.slug, work.issue.masthead.date, work.issue)
    store = Store.at(order.cache)
    clips: list[Spoken] = []
    parts: list[Part] = []
    async for event in _spoken(work, order, store, parts, clips):
        yield event
    if order.plan_only:
        return
    edition = _edition(work, order, parts, clips, store)
    anew = sum(not clip.cached for clip in clips)
    del parts, clips  # publishing has to do with the edition alone
    for finding in edition.findings:
        yield Found(finding)
    folder = order.output / edition.paper
    changed = files.publish(folder, publication.contents(edition, work, folder, store))
    publication.settle(work)
    length = edition.samples * 1000 // edition.sample_rate
    yield Published(str(folder), edition.date, len(edition.tracks), length, changed, anew)


async def _spoken(work: Work, order: Order, store: Store, parts: list[Part], clips: list[Spoken]) -> AsyncIterator[Event]:
    """Plan and speak all utterances; their tracks and clips are appended in order."""
    voices = Voices(order.cast)
    try:
        parts += planning.parts(work, order, voices)
        lines = [line for part in parts for line in part.lines]
        yield _plan(parts, store)
        if order.plan_only:
            return
        prompts, instead = [line.prompt for line in lines], [line.instead for line in lines if line.instead]
        fallback = instead.__getitem__ if instead else None
        async for outcome in speak(prompts, voices.engines, store, jobs=order.jobs, force=order.force, fallback=fallback):
            if isinstance(outcome, Cooling):
                yield Waiting(outcome.engine, outcome.seconds)
            else:
                clips.append(outcome)
                yield _said(outcome, lines, order)
    finally:
        await voices.aclose()


def _plan(parts: Sequence[Part], store: Store) -> Planned:
    lines = [line for part in parts for line in part.lines]
    requests = {line.prompt.request: len(line.utterance.spoken.spoken) for line in lines}
    lacking = [length for request, length in requests.items() if store.get(request) is None]
    return Planned(len(parts), len(requests), len(requests) - len(lacking), sum(lacking), sum(requests.values()) / PACE)


def _edition(work: Work, order: Order, parts: Sequence[Part], clips: Sequence[Spoken], store: Store) -> Edition:
    cast = order.cast
    intro, outro = jingle(cast, "intro", store), jingle(cast, "outro", store)
    laid = tuple(_tracks(parts, clips, cast, jingle(cast, "chime", store)))
    bound = timeline.bind(laid, cast.sample_rate, intro=intro, outro=outro, target=cast.loudness)
    tracks, chapters, pieces, samples = bound
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
    return structs.replace(edition, findings=tuple(_findings(edition, work, parts, clips, cast.loudness)))


def _tracks(parts: Sequence[Part], clips: Sequence[Spoken], cast: Cast, chime: tuple[str, Clip] | None) -> Iterator[Track]:
    left = iter(clips)
    for part in parts:
        said = [next(left) for _ in part.lines]
        heard, prompts = [(clip.key, clip.clip) for clip in said], [clip.prompt for clip in said]
        before = chime if part.script.kind == "article" else None
        track = timeline.lay(part.script, heard, prompts, cast.sample_rate, chime=before, target=cast.loudness)
        cues = zip(track.cues, part.lines, strict=True)
        yield structs.replace(track, cues=tuple(_explained(cue, line) for cue, line in cues))


def _explained(cue: Cue, line: Line) -> Cue:
    return structs.replace(cue, readings=line.readings, verbalizations=line.verbalizations)


def _findings(edition: Edition, work: Work, parts: Sequence[Part], clips: Sequence[Spoken], target: float) -> Iterator[Finding]:
    yield from edition.issue.findings
    for part in parts:
        yield from part.script.findings
    said = [line.utterance for part in parts for line in part.lines]
    for clip in clips:
        yield from (doubts.at(finding, said[clip.index]) for finding in (*clip.prompt.findings, *clip.findings))
    yield from _proof.findings(edition)
    yield from levels.findings(edition, target)
    yield from feed.findings(edition, work.paper)


def _said(spoken: Spoken, lines: Sequence[Line], order: Order) -> Said:
    length = spoken.clip.samples * 1000 // order.cast.sample_rate
    return Said(spoken.index + 1, len(lines), lines[spoken.index].utterance.article, spoken.cached, length)

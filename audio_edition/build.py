"""The whole program on one screen: an issue goes in, an edition comes out, and what happens meanwhile is a stream of events."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from functools import partial

from msgspec import structs

from audio_edition import engines, files, orders, pronunciation, publication
from audio_edition.audio import levels, timeline
from audio_edition.engines import Engine
from audio_edition.jingles import jingle
from audio_edition.model.edition import Cue, Edition, Track
from audio_edition.model.event import Event, Found, Planned, Published, Recovered, Said, Waiting
from audio_edition.model.finding import Finding
from audio_edition.model.script import Script
from audio_edition.model.speech import Clip, Prompt, Utterance, Voice
from audio_edition.orders import Order, Work
from audio_edition.publishers import _proof, feed
from audio_edition.settings import Cast
from audio_edition.synthesis import Cooling, Spoken, Store, speak
from audio_edition.utterances import doubts, utter
from audio_edition.utterances.readings import cue_readings, verbalizations

PACE = 260
"""Spoken code points a minute, for the estimate: a newsreader says 240 to 300 Hanzi."""


async def build(order: Order) -> AsyncIterator[Event]:
    """Make an edition, or (`plan_only`) say what it would take.

    Raises IssueError, ConfigError, SpeechError, PublishError; whatever happens, the edition published before stays whole
    and every clip that was spoken is kept.
    """
    work = orders.prepare(order)
    yield Recovered(work.slug, work.issue.masthead.date, work.issue)
    scripts = orders.chosen(utter(work.issue, work.reading), order.only)
    store = Store.at(order.cache)
    clips: list[Spoken] = []
    async for event in _spoken(order, scripts, store, clips):
        yield event
    if order.plan_only:
        return
    edition = _edition(work, order, scripts, clips, store)
    for finding in edition.findings:
        yield Found(finding)
    folder = order.output / edition.paper
    changed = files.publish(folder, publication.contents(edition, work, folder, store))
    publication.settle(work)
    anew = sum(not clip.cached for clip in clips)
    length = edition.samples * 1000 // edition.sample_rate
    yield Published(str(folder), edition.date, len(edition.tracks), length, changed, anew)


async def _spoken(order: Order, scripts: Sequence[Script], store: Store, clips: list[Spoken]) -> AsyncIterator[Event]:
    """Plan and speak all utterances; their clips are appended in order."""
    utterances = [utterance for script in scripts for utterance in script.utterances]
    names = dict.fromkeys([said.voice.engine for said in utterances] + [order.cast.fallback] * bool(order.cast.fallback))
    voices = {name: engines.load(name) for name in names}
    try:
        prompts = [_prompt(said, voices, order.cast) for said in utterances]
        pronunciation.forget()
        yield _plan(utterances, prompts, store)
        if order.plan_only:
            return
        instead = partial(_instead, utterances, voices, order.cast) if order.cast.fallback else None
        async for spoken in speak(prompts, voices, store, jobs=order.jobs, force=order.force, fallback=instead):
            if isinstance(spoken, Cooling):
                yield Waiting(spoken.engine, spoken.seconds)
                continue
            clips.append(spoken)
            yield _said(spoken, utterances, order)
    finally:
        for engine in voices.values():
            await engine.aclose()


def _prompt(said: Utterance, voices: Mapping[str, Engine], cast: Cast) -> Prompt:
    return voices[said.voice.engine].request(said, cast.bitrate, cast.sample_rate)


def _instead(utterances: Sequence[Utterance], voices: Mapping[str, Engine], cast: Cast, index: int) -> Prompt:
    """What the cast's fallback engine says for an utterance that its own engine could not speak."""
    voice = Voice(cast.fallback, orders.first_voice(voices[cast.fallback], cast))
    return _prompt(structs.replace(utterances[index], voice=voice), voices, cast)


def _plan(utterances: Sequence[Utterance], prompts: Sequence[Prompt], store: Store) -> Planned:
    requests = {prompt.request: len(said.spoken.spoken) for said, prompt in zip(utterances, prompts, strict=True)}
    lacking = [length for request, length in requests.items() if store.get(request) is None]
    tracks = len({said.article for said in utterances})
    return Planned(tracks, len(requests), len(requests) - len(lacking), sum(lacking), sum(requests.values()) / PACE)


def _edition(work: Work, order: Order, scripts: Sequence[Script], clips: Sequence[Spoken], store: Store) -> Edition:
    cast = order.cast
    intro, outro = jingle(cast, "intro", store), jingle(cast, "outro", store)
    laid = tuple(_tracks(scripts, clips, cast, jingle(cast, "chime", store)))
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
    return structs.replace(edition, findings=tuple(_findings(edition, work, scripts, clips, cast.loudness)))


def _tracks(scripts: Sequence[Script], clips: Sequence[Spoken], cast: Cast, chime: tuple[str, Clip] | None) -> Iterator[Track]:
    left = iter(clips)
    for script in scripts:
        said = [next(left) for _ in script.utterances]
        heard, prompts = [(clip.key, clip.clip) for clip in said], [clip.prompt for clip in said]
        before = chime if script.kind == "article" else None
        track = timeline.lay(script, heard, prompts, cast.sample_rate, chime=before, target=cast.loudness)
        cues = zip(track.cues, script.utterances, strict=True)
        yield structs.replace(track, cues=tuple(_explained(cue, said) for cue, said in cues))


def _explained(cue: Cue, said: Utterance) -> Cue:
    return structs.replace(cue, readings=cue_readings(said), verbalizations=verbalizations(said))


def _findings(
    edition: Edition, work: Work, scripts: Sequence[Script], clips: Sequence[Spoken], target: float
) -> Iterator[Finding]:
    yield from edition.issue.findings
    for script in scripts:
        yield from script.findings
    said = [utterance for script in scripts for utterance in script.utterances]
    for clip in clips:
        yield from (doubts.at(finding, said[clip.index]) for finding in (*clip.prompt.findings, *clip.findings))
    yield from _proof.findings(edition)
    yield from levels.findings(edition, target)
    yield from feed.findings(edition, work.paper)


def _said(spoken: Spoken, utterances: Sequence[Utterance], order: Order) -> Said:
    length = spoken.clip.samples * 1000 // order.cast.sample_rate
    return Said(spoken.index + 1, len(utterances), utterances[spoken.index].article, spoken.cached, length)

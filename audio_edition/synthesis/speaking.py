"""From prompts to clips: equal requests once, several at once, in order, each as soon as it is ready."""

import asyncio
from collections import Counter, deque
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import suppress
from functools import partial

from msgspec import Struct, structs

from audio_edition.engines import Engine
from audio_edition.model.errors import SpeechError, SpeechRefused
from audio_edition.model.finding import Finding
from audio_edition.model.speech import Clip, Prompt, Request
from audio_edition.synthesis.level import Levels
from audio_edition.synthesis.notices import Notice
from audio_edition.synthesis.pace import Paces
from audio_edition.synthesis.patience import Policy
from audio_edition.synthesis.retry import Line
from audio_edition.synthesis.store import Store

MOST_AT_ONCE = 16
"""Requests at once that a service on the network is ever asked for, whatever `jobs` says."""
SILENCE = Clip(b"", 0, 0, 0, 0)
"""The clip of a request that has nothing to say."""


class Spoken(Struct, frozen=True, omit_defaults=True):
    """A prompt has its clip."""

    index: int
    """Of the prompt."""
    key: str
    """Of the clip in the store; empty when there was nothing to say."""
    clip: Clip
    """Without its audio, which stays in the store: `store.audio(key)`."""
    cached: bool
    """It was not spoken for this prompt: the store had it, or an equal prompt came first."""
    prompt: Prompt
    """What was spoken: the fallback's where the engine failed."""
    findings: tuple[Finding, ...] = ()


async def speak(
    prompts: Sequence[Prompt],
    engines: Mapping[str, Engine],
    store: Store,
    *,
    jobs: int = 0,
    force: bool = False,
    instead: Sequence[Prompt] = (),
    policy: Policy | None = None,
) -> AsyncGenerator[Spoken | Notice, None]:
    """Speak prompts that are all known: what a `Speech` of them comes to. Raises SpeechRefused, naming the sentence."""
    async with Speech(engines, store, jobs=jobs, force=force, policy=policy) as speech:
        speech.add(prompts, instead)
        async for outcome in speech.outcomes():
            yield outcome


class Speech:
    """Prompts on their way to clips, spoken from when they are added; memory does not grow with their audio.

    `engines` by the name that requests carry, each there when it is first asked for; the caller closes them. `jobs` requests are
    in flight per engine (0: as many as it can bear). `force` speaks again what the store has. The first failure of a prompt
    that nothing is said instead of stops everything: no new request is sent, no task is left, and every finished clip is in
    the store. Leaving it does the same.
    """

    def __init__(
        self,
        engines: Mapping[str, Engine],
        store: Store,
        *,
        jobs: int = 0,
        force: bool = False,
        policy: Policy | None = None,
    ) -> None:
        self._prompts: list[Prompt] = []
        self._instead: list[Prompt] = []
        self._engines = engines
        self._store = store
        self._force = force
        self._jobs = jobs
        self._policy = policy or Policy()
        self._lines: dict[str, Line] = {}
        self._queues: dict[str, deque[int]] = {}
        self._first: dict[Request, int] = {}
        self._waiting: Counter[int] = Counter()
        self._workers: list[asyncio.Task[None]] = []
        self._levels = Levels(store, force=force)
        self._paces = Paces(store)
        self._keeping: set[asyncio.Task[str]] = set()
        self._notices: deque[Notice] = deque()
        self._spoken: dict[int, Spoken] = {}
        self._failure: BaseException | None = None
        self._changed = asyncio.Event()

    async def __aenter__(self) -> "Speech":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stop()

    def add(self, prompts: Sequence[Prompt], instead: Sequence[Prompt] = ()) -> None:
        """Have more spoken after what was added before; all is added before outcomes are asked for.

        `instead` is what another engine is sent for each of them that its own refuses, which a finding tells: always or never.
        """
        for index, prompt in enumerate(prompts, len(self._prompts)):
            first = self._first.setdefault(prompt.request, index)
            self._waiting[first] += 1
            if first == index:
                self._queues.setdefault(prompt.request.engine, deque()).append(index)
        self._prompts += prompts
        self._instead += instead
        for name, queue in self._queues.items():
            self._set_to_work(name, queue)

    async def outcomes(self) -> AsyncGenerator[Spoken | Notice, None]:
        """The clips in the order of their prompts, each as soon as it is ready, and why nothing comes for a while.

        Raises SpeechRefused, naming the sentence.
        """
        for index in range(len(self._prompts)):
            while isinstance(outcome := await self._outcome(index), Notice):
                yield outcome
            yield outcome

    def _set_to_work(self, name: str, queue: deque[int]) -> None:
        """See that an engine's queue has workers, each of which speaks one request after the other."""
        self._workers = [worker for worker in self._workers if not worker.done()]
        at_work = sum(worker.get_name() == name for worker in self._workers)
        # Twice as many as may be in flight: one is sent while another's clip is levelled and stored.
        for _ in range(min(2 * _jobs(self._engines[name], self._jobs) - at_work, len(queue))):
            worker = asyncio.create_task(self._work(queue), name=name)
            worker.add_done_callback(self._ended)
            self._workers.append(worker)

    async def _outcome(self, index: int) -> Spoken | Notice:
        """Why nothing comes, else a prompt's clip when it is there; raises the first failure of any prompt, at once."""
        first = self._first[self._prompts[index].request]
        while not self._notices and first not in self._spoken and self._failure is None:
            self._changed.clear()
            await self._changed.wait()
        if self._notices:
            return self._notices.popleft()
        if self._failure is not None:
            raise self._failure
        self._waiting[first] -= 1
        spoken = self._spoken[first] if self._waiting[first] else self._spoken.pop(first)
        return self._as_asked(index, first, spoken)

    async def _stop(self) -> None:
        """Leave no task behind, and no finished clip unstored."""
        await _end([*self._workers, *self._levels.tasks])
        await asyncio.gather(*self._keeping, return_exceptions=True)

    def _as_asked(self, index: int, first: int, spoken: Spoken) -> Spoken:
        if first == index:
            return spoken
        prompt = self._prompts[index]
        if spoken.prompt != self._prompts[first]:
            prompt = self._instead[index]
        return structs.replace(spoken, index=index, cached=True, prompt=prompt)

    def _tell(self, notice: Notice) -> None:
        self._notices.append(notice)
        self._changed.set()

    async def _work(self, queue: deque[int]) -> None:
        while queue and self._failure is None:
            index = queue.popleft()
            self._spoken[index] = await self._one(index)
            self._changed.set()
            await asyncio.sleep(0)  # what the store has comes without waiting: let the reader have it

    def _ended(self, worker: "asyncio.Task[None]") -> None:
        """Whatever a worker dies of, the reader hears of it, who would wait for ever for what it had in hand."""
        if worker.cancelled():
            error: BaseException | None = SpeechRefused(f"{worker.get_name()} was stopped from within while it spoke")
        else:
            error = worker.exception()
        self._failure = self._failure or error
        self._changed.set()

    async def _one(self, index: int) -> Spoken:
        prompt = self._prompts[index]
        try:
            return await self._clip(index, prompt)
        except SpeechRefused as error:
            if not self._instead:
                raise
            other = self._instead[index]
            spoken = await self._clip(index, other)
            return structs.replace(spoken, findings=(*spoken.findings, _announce(prompt, other, error)))

    async def _clip(self, index: int, prompt: Prompt) -> Spoken:
        if not prompt.request.payload:
            return Spoken(index, "", SILENCE, True, prompt)
        line, request = self._line(prompt.request.engine), prompt.request
        clip = None if self._force else self._store.get(request)
        cached, key = clip is not None, self._store.key(request)
        if clip is None:
            clip = await self._paces.whole(line.engine, request, partial(self._levels.speak, line))
            key = await self._keep(request, clip)
        findings = self._paces.findings(line.engine, request, clip)
        return Spoken(index, key, structs.replace(clip, audio=b""), cached, prompt, findings)

    def _line(self, name: str) -> Line:
        if name not in self._lines:
            engine = self._engines[name]
            self._lines[name] = Line(engine, _jobs(engine, self._jobs), self._policy, self._tell)
        return self._lines[name]

    async def _keep(self, request: Request, clip: Clip) -> str:
        """Store a clip, also when its worker is stopped meanwhile."""
        keeping = asyncio.create_task(asyncio.to_thread(self._store.put, request, clip))
        self._keeping.add(keeping)
        keeping.add_done_callback(self._kept)
        return await asyncio.shield(keeping)

    def _kept(self, keeping: "asyncio.Task[str]") -> None:
        """Its worker may be gone, and what went wrong is then nobody's: asyncio would print it."""
        self._keeping.discard(keeping)
        if not keeping.cancelled():
            keeping.exception()


def _jobs(engine: Engine, wanted: int) -> int:
    jobs = max(1, wanted or engine.capabilities.at_once)
    return min(jobs, MOST_AT_ONCE) if engine.capabilities.network else jobs


def _announce(prompt: Prompt, other: Prompt, error: SpeechError) -> Finding:
    engine, instead = prompt.request.engine, other.request.engine
    return Finding("V101", f"{instead} ({other.request.voice.name}) speaks here: {engine} could not: {error}")


async def _end(tasks: "Sequence[asyncio.Task[None] | asyncio.Task[Clip]]") -> None:
    """End tasks for certain: one that waits for a farewell of the service is asked a second time."""
    pending: set[asyncio.Task[None] | asyncio.Task[Clip]] = set(tasks)
    while pending:
        for task in pending:
            task.cancel()
        _, pending = await asyncio.wait(pending, timeout=1.0)
    for task in tasks:
        with suppress(asyncio.CancelledError):
            task.exception()

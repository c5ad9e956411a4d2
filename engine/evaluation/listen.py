"""The run of an evaluation: every reference is heard by the product's own pipeline and measured."""

import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from engine.errors import EngineError
from engine.evaluation.candidate import Note, Problem
from engine.evaluation.measure import Heard, Hearing, Measured, measure
from engine.evaluation.reference import Reference
from engine.paths import shown
from engine.progress import Cancel, MediaReady, Progress
from engine.transcript import DetectedLanguage, Segment
from engine.whisper.options import Options

if TYPE_CHECKING:  # torch comes with it, which no check of the references needs
    from engine.pipeline import LoadedModel


_LATE = 2_000  # ms that subtitles may stand longer than the sound goes on


@dataclass(frozen=True, slots=True)
class Plan:
    """How to evaluate.

    `tell_language`: the model is told the language of the references, so that none is detected. `words`: those whose
    spelling is counted apart. The task and word times of `options` follow from what the references know.
    """

    options: Options
    tell_language: bool = False
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Position:
    """`share` (0 to 1) of the work on `reference` is done."""

    reference: Reference
    share: float


Event = Position | Measured | Problem | Note


def listen(references: Sequence[Reference], model: "LoadedModel", plan: Plan, cancel: Cancel) -> Iterator[Event]:
    """Yield what each reference comes to: figures, or the reason why there are none. Raises Cancelled."""
    for reference in references:
        try:
            yield from _Trial(reference, model, plan, cancel).run()
        except EngineError as error:
            yield Problem(reference.media, error.kind, str(error))


def translates(reference: Reference, model: "LoadedModel") -> bool:
    """Say whether a translation is measured; that of English would only be its transcript again."""
    asked = reference.translation is not None and reference.language != "en"
    return asked and model.model.abilities.translates


@dataclass(frozen=True, slots=True)
class _Trial:
    """The work on one reference."""

    reference: Reference
    model: "LoadedModel"
    plan: Plan
    cancel: Cancel

    def run(self) -> Iterator[Event]:
        plain = replace(self.plan.options, task="transcribe", word_timestamps=False)
        if self.plan.tell_language and self.reference.language:
            plain = replace(plain, language=self.reference.language)
        timed, translated = bool(self.reference.words), translates(self.reference, self.model)
        share = 1 / (1 + timed + translated)
        said = yield from self._hear(plain, 0.0, share)
        words = english = None
        if timed:
            words = yield from self._hear(replace(plain, word_timestamps=True), share, share)
        if translated:
            english = yield from self._hear(replace(plain, task="translate"), 1 - share, share)
        yield from self._doubts(said)
        yield measure(self.reference, Heard(said, words, english), self.plan.words)

    def _doubts(self, heard: Hearing) -> Iterator[Note]:
        media = self.reference.media
        if heard.missing:
            yield Note(media, f"{shown(media)} is cut: {heard.missing} ms of its sound are missing.")
        late = max((line.end or 0 for line in self.reference.lines), default=0) - heard.duration
        if late > _LATE:
            yield Note(media, f"{shown(media)} ends {late} ms before its subtitles: do they belong together?")

    def _hear(self, options: Options, done: float, share: float) -> Generator[Position, None, Hearing]:
        began, notes = time.monotonic(), _Notes()
        for event in self.model.events(self.reference.media, options, cancel=self.cancel):
            match event:
                case Progress(stage="transcribe", done=position, total=int(total)) if total:
                    yield Position(self.reference, done + share * min(position / total, 1.0))
                case DetectedLanguage(code=code):
                    notes.detected = notes.detected or code
                case MediaReady():
                    notes.ready = event
                case Segment():
                    notes.segments.append(event)
        took = round((time.monotonic() - began) * 1000)
        return Hearing(tuple(notes.segments), notes.detected, notes.ready.duration, notes.ready.missing, took)


@dataclass(slots=True)
class _Notes:
    segments: list[Segment] = field(default_factory=list)
    detected: str | None = None
    ready: MediaReady = field(default_factory=lambda: MediaReady(0, 0))

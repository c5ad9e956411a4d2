"""A training as `sotto train` runs it: from a person's own films and subtitles to a model that makes fewer errors."""

import os
import sys
import time
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from engine.audio.ffmpeg import find_ffmpeg
from engine.commands.batch import ctrl_c_asks
from engine.commands.preferences import preferences
from engine.commands.screen import complain, on_one_line
from engine.errors import EngineError
from engine.languages import LANGUAGES
from engine.paths import cache_folder, shown
from engine.progress import Cancel, Progress
from engine.sound_folder import sound_folder
from engine.training import settings as kept
from engine.training.course import BEST, Course, Look, Settled, SteppedDown
from engine.training.gathering import Gathered, Phonemes, account, gather
from engine.training.loop import Step
from engine.training.pairs import read_pairs
from engine.training.settings import Settings
from engine.whisper.machine import use_threads
from engine.whisper.weights import choose_device

Result = TypeVar("Result")

_TELL_SECONDS = 10.0


def run(settings: Settings, folder: Path, threads: int, *, resumed: bool) -> int:
    """Train on `threads` cores (0: all), or on the GPU if there is one; return the exit code."""
    if not resumed:
        settings = _shared_out(settings, threads)
        kept.write(settings, folder)
    use_threads(1)  # every part of a batch has a thread of its own
    ffmpeg = find_ffmpeg(preferences().ffmpeg)
    pairs = [pair for path in settings.pairs for pair in read_pairs(Path(path), settings.language)]
    phonemes, cancel = Phonemes(), Cancel()
    with ctrl_c_asks(cancel), sound_folder(cache_folder()) as place:
        gathered = _finish(gather(pairs, ffmpeg, place, phonemes, cancel))
        _tell(gathered, len(pairs))
        course = Course(settings, Path(settings.model), gathered, len(phonemes.numbers), folder)
        for name, code in course.mistaken.items():
            complain(f"Left out: {name} sounds {LANGUAGES[code]}, which isn't the language that its pair tells.")
        if resumed:
            course.resume()
        screen = _Screen(settings.steps)
        for event in course.run(cancel):
            screen.tell(event)
    _say(f"The model is {shown(folder / BEST)}; its curve is curve.svg beside it.")
    return 0


def _shared_out(settings: Settings, threads: int) -> Settings:
    """Learn as many parts of a batch side by side as there are cores; a GPU takes it whole."""
    parts = 1 if choose_device(None).type == "cuda" else min(settings.batch, threads or os.cpu_count() or 1)
    return replace(settings, parts=parts, workers=parts)


def _finish(work: Generator[Progress, None, Result]) -> Result:
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def _tell(gathered: Gathered, pairs: int) -> None:
    for refused in gathered.refused:
        complain(f"Left out: {refused.reason}")
    if gathered.dropped:
        complain(f"Lines left out: {account(gathered.dropped)}.")
    if not gathered.recordings:
        raise EngineError("options", f"None of the {pairs} pairs can be learned from: see above.")
    spoken = sum(line.end - line.start for recording in gathered.recordings for line in recording.lines)
    lines = sum(len(recording.lines) for recording in gathered.recordings)
    _say(f"{pairs - len(gathered.refused)} of {pairs} pairs: {lines} lines, {spoken / 60_000:.1f} minutes of speech.")


class _Screen:
    """Says now and then how far it is, and always what the held-out pairs say."""

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self._told = self._begun = time.monotonic()
        self._first: int | None = None

    def tell(self, event: Step | Look | SteppedDown | Settled) -> None:
        match event:
            case Step():
                self._first = event.number - 1 if self._first is None else self._first
                now = time.monotonic()
                if now - self._told > _TELL_SECONDS:
                    left = (now - self._begun) / (event.number - self._first) * (self._steps - event.number)
                    _say(f"step {event.number} of {self._steps}, loss {event.losses.tokens:.3f}, {_time(left)} left")
                    self._told = now
            case Look(point=point):
                best = ", the best so far" if event.best else ""
                _say(f"step {point.step}: {point.wer:.1%} of the held-out words are wrong{best}")
            case Settled():
                _say(f"Nothing has got better for a while: done after step {event.step} of {self._steps}.")
            case SteppedDown():
                complain(f"Memory ran out: going on with {event.batch} half minutes at once.")


def _time(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"


def _say(text: str) -> None:
    sys.stdout.write(on_one_line(text) + "\n")
    sys.stdout.flush()

"""Spans of speech packed into windows that can be heard by themselves: each one stretch of the sound, cut at silences.

Pauses inside of a window stay in it. To take them out would save little, as most windows are full, and every time that
the model tells would have to be led back over seams that it was never trained on.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from engine.whisper.mel import FRAMES_PER_SECOND, WINDOW_FRAMES
from engine.whisper.segments import Window

_MARGIN = 40  # frames of silence around speech, which may begin and end more softly than a detector hears
_FULL = 2_000  # frames: a window that holds so much may end where the silence is best
_LONG_PAUSE = 100  # frames: longer is no better a place to cut
_LEAST_SPEECH = 40  # frames: less at the end of a window is not worth to be heard again

Quietest = Callable[[int, int], int]  # the quietest frame from the first up to the second


class Span(Protocol):
    """Speech from `start` up to `end`, in ms."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


class FindSpeech(Protocol):
    def __call__(self, start: int, end: int) -> Iterable[Span]:
        """Yield the speech between two times in ms, in the order of time, as early as it is known."""
        ...


@dataclass(frozen=True, slots=True)
class Speech:
    """Speech from frame `start` up to `stop`."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Packed:
    """A window and the speech in it."""

    window: Window
    speech: tuple[Speech, ...]

    @property
    def speech_seconds(self) -> list[tuple[float, float]]:
        return [(each.start / FRAMES_PER_SECOND, each.stop / FRAMES_PER_SECOND) for each in self.speech]

    def rest(self, seek: int) -> "Packed | None":
        """Return what is left of it from frame `seek` on; None if hardly anybody speaks there."""
        stop = self.window.seek + self.window.size
        left = tuple(Speech(max(each.start, seek), each.stop) for each in self.speech if each.stop > seek)
        if seek <= self.window.seek or sum(each.stop - each.start for each in left) < _LEAST_SPEECH:
            return None
        return Packed(Window(seek, stop - seek), left)


def in_frames(spans: Iterable[Span], clip: Speech) -> Iterator[Speech]:
    """Turn spans in ms into frames inside of the clip."""
    ms = 1000 // FRAMES_PER_SECOND
    for span in spans:
        start, stop = max(span.start // ms, clip.start), min(-(-span.end // ms), clip.stop)
        if start < stop:
            yield Speech(start, stop)


def pack(speech: Iterable[Speech], clip: Speech, quietest: Quietest) -> Iterator[Packed]:
    """Yield windows of 30 s at most that hold all speech, which comes in the order of time and lies inside the clip.

    A window ends in a silence, the longest that its last third offers, up to a second; where somebody speaks for
    longer than it lasts, at the quietest place of that third. Windows depend on nothing but where the one before ended,
    and no more speech is asked for than the next one needs.
    """
    source, coming = iter(speech), deque[Speech]()
    earliest = clip.start  # where the window before ended
    while coming or (coming := deque(islice(source, 1))):
        start = max(coming[0].start - _MARGIN, earliest)
        reach = min(start + WINDOW_FRAMES, clip.stop)
        while coming[-1].stop <= reach and (following := next(source, None)):
            coming.append(following)
        if count := _fitting(coming, start, reach):
            held = tuple(coming.popleft() for _ in range(count))
            earliest = _end(held[-1], coming[0] if coming else None, reach)
        else:
            longer = coming.popleft()
            earliest = quietest(start + _FULL, reach)
            held = (Speech(longer.start, earliest),)
            coming.appendleft(Speech(earliest, longer.stop))
        yield Packed(Window(start, earliest - start), held)


def _fitting(coming: Iterable[Speech], start: int, reach: int) -> int:
    """Return how many spans the window is to hold: all that are left, or those before the best silence in it."""
    spans = list(coming)
    fitting = sum(span.stop <= reach for span in spans)
    if fitting == len(spans):
        return fitting
    pauses = [
        (min(spans[at].start - spans[at - 1].stop, _LONG_PAUSE), at)
        for at in range(1, fitting + 1)
        if spans[at - 1].stop >= start + _FULL
    ]
    return max(pauses, default=(0, fitting))[1]


def _end(last: Speech, following: Speech | None, reach: int) -> int:
    """Return where a window with this last speech ends: a little after it, but not beyond the middle of a pause."""
    end = min(last.stop + _MARGIN, reach)
    return end if following is None else min(end, (last.stop + following.start) // 2)

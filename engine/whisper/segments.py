"""The tokens of a window, cut into segments at their timestamps, and the place where the next window begins."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from engine.whisper.decoding import DecodingResult
from engine.whisper.mel import FRAMES_PER_SECOND, WINDOW_FRAMES
from engine.whisper.tokenizer import Tokenizer

SECONDS_PER_TIMESTAMP = 0.02
FRAMES_PER_TIMESTAMP = 2


@dataclass(slots=True)
class WordTiming:
    """A word as the timing rules push it about: seconds, and the tokens that it is made of."""

    text: str
    tokens: list[int]
    start: float
    end: float
    probability: float


@dataclass(slots=True)
class Draft:
    """A segment in the making: seconds in the file, tokens with timestamps, words in seconds once they are timed."""

    start: float
    end: float
    tokens: tuple[int, ...]
    logprobs: tuple[float, ...]
    words: list[WordTiming] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Window:
    """Where the model listens: `size` frames of sound from frame `seek`, 10 ms each."""

    seek: int
    size: int

    @property
    def start(self) -> float:
        return self.seek / FRAMES_PER_SECOND

    @property
    def end(self) -> float:
        """Seconds; a full window's end, also where the sound ends before."""
        return (self.seek + WINDOW_FRAMES) / FRAMES_PER_SECOND


@dataclass(frozen=True, slots=True)
class Cut:
    """The segments of a window, the frame to go on from, and whether the model said that nothing follows the last."""

    drafts: list[Draft]
    seek: int
    complete: bool


def cut(result: DecodingResult, window: Window, tokenizer: Tokenizer) -> Cut:
    """Cut where two timestamps stand together: one segment's end and the next one's start."""
    tokens, begin = result.tokens, tokenizer.timestamp_begin
    stamped = [token >= begin for token in tokens]
    complete = stamped[-2:] == [False, True]
    cuts = [at for at in range(1, len(tokens)) if stamped[at - 1] and stamped[at]]
    if not cuts:
        end = window.start + _length(tokens, window, begin)
        return Cut([Draft(window.start, end, tokens, result.logprobs)], window.seek + window.size, complete)
    if complete:
        cuts.append(len(tokens))
    drafts = [_draft(result, window, begin, *bounds) for bounds in pairwise([0, *cuts])]
    if complete:
        return Cut(drafts, window.seek + window.size, complete)
    # What follows the last pair is unfinished: the next window hears it whole.
    return Cut(drafts, window.seek + (tokens[cuts[-1] - 1] - begin) * FRAMES_PER_TIMESTAMP, complete)


def cut_all(result: DecodingResult, window: Window, tokenizer: Tokenizer, longest: int) -> Cut:
    """Cut a window that ends in a silence: what has no end of its own ends with it, and nothing lies beyond it.

    The rest of the window is to be heard only where the model promised more, or was broken off at `longest` tokens.
    """
    found, begin = cut(result, window, tokenizer), tokenizer.timestamp_begin
    stop, drafts = window.seek + window.size, found.drafts
    told = sum(len(draft.tokens) for draft in drafts)
    over = found.seek >= stop
    if len(result.tokens) > told + 1 and len(result.tokens) < longest:  # more than a start behind the last pair
        drafts = [*drafts, _draft(result, window, begin, told, len(result.tokens))]
        over = True
    for draft in drafts:
        _keep_inside(draft, window, begin)
    return Cut(drafts, stop if over else found.seek, over)


def _keep_inside(draft: Draft, window: Window, begin: int) -> None:
    """Let a draft last from its own first timestamp to its last one, both inside of what is heard."""
    stop = (window.seek + window.size) / FRAMES_PER_SECOND
    stamped = [token >= begin for token in draft.tokens]
    start, end = window.start, stop
    if stamped[:1] == [True]:
        start += (draft.tokens[0] - begin) * SECONDS_PER_TIMESTAMP
    if stamped[-1:] == [True]:
        end = window.start + (draft.tokens[-1] - begin) * SECONDS_PER_TIMESTAMP
    draft.start, draft.end = min(start, stop - SECONDS_PER_TIMESTAMP), min(end, stop)


def _draft(result: DecodingResult, window: Window, begin: int, first: int, last: int) -> Draft:
    tokens = result.tokens[first:last]
    start, end = (window.start + (token - begin) * SECONDS_PER_TIMESTAMP for token in (tokens[0], tokens[-1]))
    return Draft(start, end, tokens, result.logprobs[first:last])


def _length(tokens: Sequence[int], window: Window, begin: int) -> float:
    stamps = [token for token in tokens if token >= begin]
    if stamps and stamps[-1] != begin:
        return (stamps[-1] - begin) * SECONDS_PER_TIMESTAMP
    return window.size / FRAMES_PER_SECOND


def clips_of(seconds: Sequence[float], frames: int) -> list[tuple[int, int]]:
    """Pair start, end, start, end, ... as frames inside the sound; the last end may be left out."""
    points = [round(second * FRAMES_PER_SECOND) for second in seconds]
    if len(points) % 2:
        points.append(frames)
    return [(max(start, 0), min(stop, frames)) for start, stop in zip(points[::2], points[1::2], strict=True)]

"""Segments as they arrive: their times brought into the film, and the places behind which nothing changes any more."""

from collections.abc import Sequence
from dataclasses import replace

from engine.subtitles.document import Cue
from engine.transcript import Segment, Word

_LATE = 1_000  # ms that a sound may be longer than its film says


def is_possible(segment: Segment, duration: int) -> bool:
    """Say whether a segment's times are times of the film; media often end a little later than they say."""
    return 0 <= segment.start < segment.end <= (duration or segment.end) + _LATE


def mended(segment: Segment, duration: int) -> Segment | None:
    """Bring times that can't be into the film and their order; None for a segment that says nothing.

    The engine's own are right; this is the border at which a process that lies is stopped.
    """
    if not segment.text.strip():
        return None
    latest = duration or segment.end
    start = min(max(segment.start, 0), max(latest - 1, 0))
    end = min(max(segment.end, start + 1), max(latest, start + 1))
    words = []
    told = max(start, 0)
    for word in segment.words:
        begin = told if word.start is None else min(max(word.start, told), end)
        stop = begin if word.end is None else min(max(word.end, begin), end)
        probability = min(max(word.probability, 0.0), 1.0)
        words.append(replace(word, start=begin, end=stop, probability=probability))
        told = stop
    return replace(segment, start=start, end=end, words=tuple(words))


def behind(segment: Segment, time: int) -> Segment | None:
    """Return what of a segment was said behind a time (ms), None if nothing: what was before it is known already."""
    if any(word.start is None or word.end is None for word in segment.words) or not segment.words:
        return segment if segment.start + segment.end > 2 * time else None
    words = tuple(word for word in segment.words if (word.start or 0) + (word.end or 0) > 2 * time)
    if len(words) == len(segment.words):
        return segment
    if not words:
        return None
    return replace(segment, start=words[0].start or 0, text="".join(word.text for word in words), words=words)


def last_joint(tail: Sequence[Segment], cues: Sequence[Cue]) -> tuple[int, tuple[Segment, ...]] | None:
    """Return the last place where a cue and a segment begin with the same word: its cue, and the segments from it on.

    None where there is none but at the very beginning.
    """
    begins = {_first_word(segment.words): at for at, segment in enumerate(tail) if segment.words}
    for number in range(len(cues) - 1, 0, -1):
        at = begins.get(_first_word(cues[number].words))
        if at and _word_count(tail[:at]) == _word_count(cues[:number]):  # two channels may cross here
            return number, tuple(tail[at:])
    return None


def _word_count(spoken: Sequence[Segment] | Sequence[Cue]) -> int:
    return sum(len(each.words) for each in spoken)


def _first_word(words: Sequence[Word]) -> Word | None:
    return words[0] if words else None

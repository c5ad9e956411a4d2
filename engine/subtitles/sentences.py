"""Which cues say a sentence together, and the stretches of half a minute at most that are translated at once."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from engine.subtitles.document import Cue
from engine.subtitles.markup import plain_text
from engine.subtitles.pieces import break_cost, ends_sentence
from engine.subtitles.short_words import ShortWords, short_words

LONGEST = 30_000  # ms, what Whisper hears at once (Radford et al. 2022, section 2.1)
_PAUSE = 3_000  # ms without a cue after which nobody goes on with a sentence
_AROUND = 500  # ms that are heard before the first cue and behind the last: a voice out of nothing is heard badly


@dataclass(frozen=True, slots=True)
class Stretch:
    """Cues that are heard together, in the order of time, and what is heard of the film: `start` to `end`, in ms."""

    cues: tuple[Cue, ...]
    start: int
    end: int


def says_something(cue: Cue) -> bool:
    """Say whether a cue has a text and a time."""
    return cue.end > max(cue.start, 0) and bool(plain_text(cue.text).strip())


def goes_on(before: Cue, after: Cue, words: ShortWords) -> bool:
    """Say whether the sentence of a cue goes on in the one that follows it in time; `words` are the language's."""
    if before.speaker != after.speaker or after.start - before.end > _PAUSE:
        return False
    return not ends_sentence(*_border(before, after), words)


def sentences(cues: Iterable[Cue], language: str) -> Iterator[list[Cue]]:
    """Yield the cues that say a sentence together, by time; those that say nothing are left out."""
    words = short_words(language)
    sentence: list[Cue] = []
    for cue in sorted(filter(says_something, cues), key=lambda cue: cue.start):
        if sentence and not goes_on(sentence[-1], cue, words):
            yield sentence
            sentence = []
        sentence.append(cue)
    if sentence:
        yield sentence


def stretches(cues: Iterable[Cue], wanted: Collection[int], language: str, until: int | None = None) -> list[Stretch]:
    """Return the stretches in which all wanted cues are, each with the whole sentences around them.

    No stretch is longer than LONGEST unless a single cue is. A sentence that is longer is cut between two cues where
    that hurts least. `language` is that of the text, `until` where the film ends.
    """
    said = [cue for cue in cues if until is None or cue.start < until]
    parts = [part for sentence in sentences(said, language) for part in _short_enough(sentence, short_words(language))]
    packed = list(_packed(parts, frozenset(wanted)))
    return [_stretch(parts, first, last, until) for first, last in packed]


def _short_enough(sentence: Sequence[Cue], words: ShortWords) -> Iterator[Sequence[Cue]]:
    begin = 0
    while begin < len(sentence):
        stop = begin + 1
        while stop < len(sentence) and sentence[stop].end - sentence[begin].start <= LONGEST:
            stop += 1
        if stop < len(sentence):
            half = sentence[begin].start + LONGEST // 2
            late = [at for at in range(begin + 1, stop + 1) if sentence[at].start >= half] or [stop]
            stop = min(late, key=lambda at: (break_cost(*_border(sentence[at - 1], sentence[at]), words), -at))
        yield sentence[begin:stop]
        begin = stop


def _packed(parts: Sequence[Sequence[Cue]], wanted: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last part of each stretch: one with a wanted cue, and as many more as there is room."""
    first = 0
    while first < len(parts):
        last = first if _has(parts[first], wanted) else None
        begin = parts[first][0].start
        following = first + 1
        while last is not None and following < len(parts) and _end(parts[following]) - begin <= LONGEST:
            last = following if _has(parts[following], wanted) else last
            following += 1
        if last is not None:
            yield first, last
        first = first + 1 if last is None else last + 1


def _stretch(parts: Sequence[Sequence[Cue]], first: int, last: int, until: int | None) -> Stretch:
    cues = tuple(cue for part in parts[first : last + 1] for cue in part)
    start, end = max(cues[0].start, 0), _end(cues)
    around = min(_AROUND, max(LONGEST - (end - start), 0) // 2)
    earliest = _end(parts[first - 1]) if first else 0
    latest = parts[last + 1][0].start if last + 1 < len(parts) else end + around
    latest = latest if until is None else min(latest, until)
    return Stretch(cues, min(start, max(start - around, earliest)), max(end, min(end + around, latest)))


def _has(part: Sequence[Cue], wanted: frozenset[int]) -> bool:
    return any(cue.id in wanted for cue in part)


def _end(cues: Sequence[Cue]) -> int:
    return max(cue.end for cue in cues)


def _border(before: Cue, after: Cue) -> tuple[str, str]:
    """Return the last word of a cue and the first of the one behind it."""
    return plain_text(before.text).split()[-1], plain_text(after.text).split()[0]

"""What the rules measure: columns over all cues of a document, and what in them is beyond a number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from engine.subtitles.counting import plain_characters, words
from engine.subtitles.document import Cue
from engine.subtitles.markup import plain_text
from engine.subtitles.profiles import Profile
from engine.subtitles.times import closes_gap, latest_end
from engine.subtitles.translations import is_untranslated

_Found = Iterator[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The cues and what is measured of each by a profile's counting; `order` holds their indices by time."""

    cues: Sequence[Cue]
    profile: Profile
    order: Sequence[int]
    texts: list[str]
    lengths: list[int]
    durations: list[int]
    spoken: list[tuple[int, int, tuple[int, int]]]  # index, duration, (first start, last end) of cues with timed words

    @classmethod
    def of(cls, cues: Sequence[Cue], profile: Profile) -> "Columns":
        texts = [plain_text(cue.text) for cue in cues]
        starts = [cue.start for cue in cues]
        is_sorted = all(before <= after for before, after in pairwise(starts))
        return cls(
            cues,
            profile,
            range(len(cues)) if is_sorted else sorted(range(len(cues)), key=starts.__getitem__),
            texts,
            [plain_characters(text, profile.counting) for text in texts],
            [cue.end - cue.start for cue in cues],
            [
                (index, cue.end - cue.start, times)
                for index, cue in enumerate(cues)
                if cue.words and (times := spoken(cue)) is not None
            ],
        )


def spoken(cue: Cue) -> tuple[int, int] | None:
    """Return when the first of a cue's words begins and the last ends, None if no word has a time."""
    starts = [word.start for word in cue.words if word.start is not None]
    ends = [word.end for word in cue.words if word.end is not None]
    return (min(starts), max(ends)) if starts and ends else None


def empty(columns: Columns, limit: float) -> _Found:
    return ((index, 0) for index, text in enumerate(columns.texts) if not text or text.isspace())


def reversed_times(columns: Columns, limit: float) -> _Found:
    return ((index, duration) for index, duration in enumerate(columns.durations) if duration <= 0)


def negative(columns: Columns, limit: float) -> _Found:
    return ((index, cue.start) for index, cue in enumerate(columns.cues) if cue.start < 0)


def order(columns: Columns, limit: float) -> _Found:
    if isinstance(columns.order, range):
        return
    for index, (before, after) in enumerate(pairwise(columns.cues), 1):
        if after.start < before.start:
            yield index, before.start - after.start


def overlap(columns: Columns, limit: float) -> _Found:
    """Measure against the cue that ends last of all before, which may not be the one just before."""
    until = None
    for index in columns.order:
        cue = columns.cues[index]
        if until is not None and cue.start < until:
            yield index, until - cue.start
        until = cue.end if until is None or cue.end > until else until


def out_of_sync(columns: Columns, limit: float) -> _Found:
    for index, _, (first, last) in columns.spoken:
        cue = columns.cues[index]
        distance = max(first - cue.end, cue.start - last)
        if distance > 0:
            yield index, distance


def line_length(columns: Columns, limit: float) -> _Found:
    for index, text in enumerate(columns.texts):
        if len(text) > limit and max(map(len, text.split("\n"))) > limit:  # what shows may be less
            longest = max(map(plain_characters, text.split("\n")))
            if longest > limit:
                yield index, longest


def cue_length(columns: Columns, limit: float) -> _Found:
    return ((index, length) for index, length in enumerate(columns.lengths) if length > limit)


def line_count(columns: Columns, limit: float) -> _Found:
    return ((index, text.count("\n") + 1) for index, text in enumerate(columns.texts) if text.count("\n") >= limit)


def line_words(columns: Columns, limit: float) -> _Found:
    for index, text in enumerate(columns.texts):
        most = max(map(words, text.split("\n")))
        if most > limit:
            yield index, most


def too_short(columns: Columns, limit: float) -> _Found:
    return ((index, duration) for index, duration in enumerate(columns.durations) if 0 < duration < limit)


def too_long(columns: Columns, limit: float) -> _Found:
    return ((index, duration) for index, duration in enumerate(columns.durations) if duration > limit)


def too_fast(columns: Columns, limit: float) -> _Found:
    for index, (length, duration) in enumerate(zip(columns.lengths, columns.durations, strict=True)):
        if 1000 * length > limit * duration > 0:
            yield index, 1000 * length / duration


def too_slow(columns: Columns, limit: float) -> _Found:
    """Leave out what the shortest duration and the words themselves ask for."""
    shortest = columns.profile.shortest.value or 0
    said = {index: last - columns.cues[index].start for index, _, (_, last) in columns.spoken}
    for index, (length, duration) in enumerate(zip(columns.lengths, columns.durations, strict=True)):
        if length and duration > limit * length and duration > shortest and duration > said.get(index, 0):
            yield index, duration / length


def too_many_words(columns: Columns, limit: float) -> _Found:
    for index, (text, duration) in enumerate(zip(columns.texts, columns.durations, strict=True)):
        count = len(text.split())
        if 60_000 * count > limit * duration > 0:
            yield index, 60_000 * count / duration


def narrow_gap(columns: Columns, limit: float) -> _Found:
    return ((index, gap) for index, _, gap in _gaps(columns) if 0 <= gap < limit)


def open_gap(columns: Columns, limit: float) -> _Found:
    """Leave out gaps that can't be closed, since the cue before them would stand or linger too long."""
    said = {index: last for index, _, (_, last) in columns.spoken}
    for _, before, gap in _gaps(columns):
        if not closes_gap(gap, columns.profile):
            continue
        cue = columns.cues[before]
        following = cue.end + int(gap)
        closed = following - int(columns.profile.gap.value or 0)
        if closed <= latest_end(cue.start, said.get(before, following), following, columns.profile):
            yield before, gap


def _gaps(columns: Columns) -> Iterator[tuple[int, int, float]]:
    """Yield the second cue, the first one and the gap for each two that follow in time."""
    cues = columns.cues
    for before, after in pairwise(columns.order):
        yield after, before, cues[after].start - cues[before].end


def needless_break(columns: Columns, limit: float) -> _Found:
    """Leave out dialogue, where each line is somebody else's."""
    for index, text in enumerate(columns.texts):
        if "\n" in text and columns.lengths[index] < limit:
            width = plain_characters(text.replace("\n", " "))
            if width < limit and not is_dialogue(text):
                yield index, width


def is_dialogue(text: str) -> bool:
    """Say whether several speak in a cue, each on a line of his own."""
    return any(line.lstrip().startswith(("-", "‐", "–", "—")) for line in text.split("\n"))


def early(columns: Columns, limit: float) -> _Found:
    for index, _, (first, _) in columns.spoken:
        distance = first - columns.cues[index].start
        if distance > limit:
            yield index, distance


def late(columns: Columns, limit: float) -> _Found:
    for index, _, (first, _) in columns.spoken:
        distance = columns.cues[index].start - first
        if distance > limit:
            yield index, distance


def lingering(columns: Columns, limit: float) -> _Found:
    """Leave out cues that stand no longer than the shortest may."""
    shortest = columns.profile.shortest.value or 0
    for index, duration, (_, last) in columns.spoken:
        distance = columns.cues[index].end - last
        if distance > limit and duration > shortest:
            yield index, distance


def untranslated(columns: Columns, limit: float) -> _Found:
    return ((index, 0) for index, cue in enumerate(columns.cues) if is_untranslated(cue))


def unverified(columns: Columns, limit: float) -> _Found:
    return ((index, 0) for index, cue in enumerate(columns.cues) if cue.origin == "machine" and cue.text.strip())

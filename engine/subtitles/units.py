"""What layout may not part: words in their order with times, as long stretches of speech without a long pause."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from engine.subtitles.counting import plain_characters
from engine.subtitles.pieces import Piece, begins_dense, pieces
from engine.transcript import Segment, Word

_Told = tuple[str, int | None, int | None, Word | None]  # text, start and end if they are known, the word
LONG_PAUSE = 1500  # ms; no cue bridges it: the BBC lets a cue linger no longer (Clevercast's digest)


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, or several that no space parts. Times are known or estimated; `words` are those that were heard in it.

    `ends_segment` says that the model drew breath here: such a place is a little better to cut at.
    """

    pieces: tuple[Piece, ...]
    start: int
    end: int
    words: tuple[Word, ...]
    ends_segment: bool = False

    @property
    def first(self) -> str:
        return self.pieces[0].text

    @property
    def last(self) -> str:
        return self.pieces[-1].text


@dataclass(frozen=True, slots=True)
class _Said:
    """A text with its times, and the word that it is or is a part of."""

    text: str
    start: int
    end: int
    word: Word | None
    ends_segment: bool = False


def units(segments: Iterable[Segment], width: float) -> list[Unit]:
    """Return the units of segments of one channel. What is wider than a line is cut at its words or characters."""
    said = [word for segment in segments for word in _said(segment)]
    return list(_units(_in_order(said), width))


def stretches(found: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Cut at long pauses."""
    stretch = list(found[:1])
    for before, unit in pairwise(found):
        if unit.start - before.end >= LONG_PAUSE:
            yield stretch
            stretch = []
        stretch.append(unit)
    if stretch:
        yield stretch


def shared(weights: Sequence[int], start: int, end: int) -> list[int]:
    """Share the time from `start` to `end` by weights; return the borders, one more than there are weights.

    Letters of a text are said about equally fast, so this is how words without times get some. It is an estimate.
    """
    total = sum(weights) or 1
    return [start + (end - start) * passed // total for passed in accumulate(weights, initial=0)]


def _said(segment: Segment) -> list[_Said]:
    """Return what was said in a segment: its words if they are its text, else the pieces of its text."""
    timed = any(word.start is not None for word in segment.words)
    told = "".join(word.text for word in segment.words)
    if timed or _letters(told) == _letters(segment.text):
        words: list[_Told] = [(word.text, word.start, word.end, word) for word in segment.words]
    else:
        words = [(f"{piece.glue}{piece.text}", None, None, None) for piece in pieces(segment.text)]
    words[:1] = [(_apart(text), start, end, word) for text, start, end, word in words[:1]]
    said = _timed(words, segment.start, max(segment.start, segment.end))
    return [*said[:-1], replace(said[-1], ends_segment=True)] if said else []


def _apart(text: str) -> str:
    """Put a space before the first word of a segment, which may have none, unless its script has no spaces."""
    return text if begins_dense(text) else f" {text}"


def _letters(text: str) -> str:
    return "".join(text.split())


def _timed(words: Sequence[_Told], start: int, end: int) -> list[_Said]:
    """Give times to words that have none: each run of them shares what is free between its neighbours."""
    said: list[_Said] = []
    index = 0
    while index < len(words):
        text, known, until, word = words[index]
        if known is not None:
            said.append(_Said(text, known, known if until is None else max(known, until), word))
            index += 1
            continue
        stop = next((place for place in range(index, len(words)) if words[place][1] is not None), len(words))
        free = said[-1].end if said else start
        following = words[stop][1] if stop < len(words) else end
        run = words[index:stop]
        borders = shared([len(text.strip()) + 1 for text, *_ in run], free, max(free, following or 0))
        said += [_Said(each[0], *times, each[3]) for each, times in zip(run, pairwise(borders), strict=True)]
        index = stop
    return said


def _in_order(said: Sequence[_Said]) -> list[_Said]:
    """Let no word begin before the one above it, nor last into the one below."""
    starts = list(accumulate((word.start for word in said), max))
    nexts: list[int | None] = [*starts[1:], None]
    return [
        replace(word, start=start, end=max(start, word.end if after is None else min(word.end, after)))
        for word, start, after in zip(said, starts, nexts, strict=False)  # of no word there is no next
    ]


def _units(said: Sequence[_Said], width: float) -> Iterator[Unit]:
    """Join what no break parts; a unit wider than a line is cut into its words, and such a word into its pieces."""
    for group in _groups(said):
        parts = _pieces_of(group)
        if sum(len(piece.glue) + piece.width for piece in parts) <= width:
            yield _unit(group, parts)
            continue
        for word in group:
            yield from _cut(word, width)


def _groups(said: Sequence[_Said]) -> Iterator[list[_Said]]:
    text = "".join(word.text for word in said)
    borders = {piece.start for piece in pieces(text)}
    group: list[_Said] = []
    place = 0
    for word in said:
        begin = place + len(word.text) - len(word.text.lstrip())
        if word.text.strip() and begin in borders and _has_text(group):
            yield group
            group = []
        group.append(word)
        place += len(word.text)
    if _has_text(group):
        yield group


def _has_text(group: Sequence[_Said]) -> bool:
    return any(word.text.strip() for word in group)


def _pieces_of(group: Sequence[_Said]) -> tuple[Piece, ...]:
    return tuple(pieces("".join(word.text for word in group)))


def _unit(group: Sequence[_Said], parts: tuple[Piece, ...]) -> Unit:
    heard = tuple(word.word for word in group if word.word is not None)
    return Unit(parts, group[0].start, group[-1].end, heard, any(word.ends_segment for word in group))


def _cut(said: _Said, width: float) -> Iterator[Unit]:
    """Cut a long word, as scripts without spaces have; its parts share its time by letters, which is an estimate."""
    parts = tuple(pieces(said.text))
    if plain_characters(said.text.strip()) <= width or len(parts) < 2:
        yield _unit([said], parts)
        return
    borders = shared([len(part.text) for part in parts], said.start, said.end)
    for part, (start, end) in zip(parts, pairwise(borders), strict=True):
        word = None if said.word is None else _part(said.word, f"{part.glue}{part.text}", start, end)
        yield _unit([_Said(part.text, start, end, word, said.ends_segment and part is parts[-1])], (part,))


def _part(word: Word, text: str, start: int, end: int) -> Word:
    return replace(word, text=text) if word.start is None else replace(word, text=text, start=start, end=end)

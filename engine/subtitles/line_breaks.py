"""The breaks inside a cue: as few lines as the width asks for, of about one length, that end where the sense does."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, inf

from engine.subtitles.pieces import Piece, break_cost, marked_pieces
from engine.subtitles.profiles import Profile
from engine.subtitles.short_words import ShortWords, short_words

_MOST_LINES = 2  # where a profile doesn't say
_TOP_HEAVY = 2  # a shorter line above a longer one hides less of the picture


@dataclass(frozen=True, slots=True)
class Shape:
    """How much text goes into a cue. `label` is room that its first line needs for the name of the speaker."""

    width: float
    lines: int
    words: float = inf
    label: int = 0


def shape_of(profile: Profile, speaker: str = "", *, advised: bool = True) -> Shape:
    """Return the room that a profile leaves. Plain formats write a speaker before the text, so room is kept for it."""
    width, lines = profile.characters_per_line, profile.lines
    most_wide, most_lines = (width.strictest, lines.strictest) if advised else (width.value, lines.value)
    return Shape(
        width=inf if most_wide is None else most_wide,
        lines=_MOST_LINES if most_lines is None else int(most_lines),
        words=inf if profile.words_per_line.value is None else profile.words_per_line.value,
        label=len(speaker) + 2 if speaker else 0,
    )


class Filling:
    """Lines as they fill, piece by piece, each as full as it goes: so the number of lines is the least possible."""

    __slots__ = ("_shape", "_width", "_words", "lines", "overlong")

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._width = shape.label
        self._words = 0
        self.lines = 1
        self.overlong = False

    def add(self, piece: Piece) -> None:
        is_first = self._words == 0
        width = self._width + piece.width + (0 if is_first else len(piece.glue))
        begins_word = is_first or bool(piece.glue)
        if not is_first and (width > self._shape.width or self._words + begins_word > self._shape.words):
            self.lines += 1
            self._words, width, begins_word = 0, piece.width, True
        self._width = width
        self._words += begins_word
        self.overlong = self.overlong or width > self._shape.width

    @property
    def fits(self) -> bool:
        """Whether all lines are within the shape."""
        return self.lines <= self._shape.lines and not self.overlong


def fits(found: Sequence[Piece], shape: Shape) -> bool:
    """Say whether pieces can be broken into a shape."""
    return _filled(found, shape).fits


def _filled(found: Sequence[Piece], shape: Shape) -> Filling:
    filling = Filling(shape)
    for piece in found:
        filling.add(piece)
    return filling


def break_marked_text(text: str, shape: Shape, language: str) -> str:
    """Break text with markup, which stays; line ends that it has are taken for spaces."""
    return break_pieces(marked_pieces(text), shape, short_words(language))


def break_pieces(found: Sequence[Piece], shape: Shape, words: ShortWords) -> str:
    """Join pieces to lines. A piece that is wider than a line stands on one of its own."""
    begins = set(_line_begins(found, shape, words))
    parts = []
    for index, piece in enumerate(found):
        parts += ["\n" if index in begins else piece.glue if index else "", piece.text]
    return "".join(parts)


def _line_begins(found: Sequence[Piece], shape: Shape, words: ShortWords) -> list[int]:
    """Return which pieces begin a line, but for the first: the cheapest of all ways to break into so many lines."""
    count = _filled(found, shape).lines
    if count == 1:
        return []
    ideal = (shape.label + _width(found, 0, len(found))) / count
    costs = [0, *(break_cost(found[place - 1].text, found[place].text, words) for place in range(1, len(found)))]
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]  # for each line: where it may begin -> cost, line before
    for line in range(1, count + 1):
        stops = [len(found)] if line == count else range(line, len(found))
        ends: dict[int, tuple[float, int]] = {}
        for stop in stops:
            ways = _ways(found, best[-1], stop, shape, ideal, is_last=line == count)
            if ways:
                cost, begin = min(ways)
                ends[stop] = cost + (costs[stop] if stop < len(found) else 0), begin
        best.append(ends)
    return _walked_back(best, len(found))


def _ways(
    found: Sequence[Piece],
    begins: dict[int, tuple[float, int]],
    stop: int,
    shape: Shape,
    ideal: float,
    *,
    is_last: bool,
) -> list[tuple[float, int]]:
    """Return what a line up to `stop` costs from each place where it could begin."""
    ways = []
    for begin, (before, _) in begins.items():
        if begin >= stop:
            continue
        width = _width(found, begin, stop) + (0 if begin else shape.label)
        beyond = max(0.0, width - shape.width) + max(0.0, _words(found, begin, stop) - shape.words)
        heavy = 0.0 if is_last else _TOP_HEAVY * max(0.0, width - ideal)
        ways.append((before + (width - ideal) ** 2 / 2 + heavy + (1e6 * ceil(beyond) if beyond else 0), begin))
    return ways


def _width(found: Sequence[Piece], begin: int, stop: int) -> int:
    return sum(piece.width + len(piece.glue) for piece in found[begin:stop]) - (len(found[begin].glue) if found else 0)


def _words(found: Sequence[Piece], begin: int, stop: int) -> int:
    return 1 + sum(bool(piece.glue) for piece in found[begin + 1 : stop])


def _walked_back(best: list[dict[int, tuple[float, int]]], stop: int) -> list[int]:
    begins = []
    for line in range(len(best) - 1, 1, -1):
        stop = best[line][stop][1]
        begins.append(stop)
    return begins[::-1]

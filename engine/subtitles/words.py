"""The words of a cue beside its text: which stayed, which a person changed, and when each is said.

Words and text are compared without whitespace, so that breaking lines anew changes no word.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import Match, SequenceMatcher
from itertools import accumulate, groupby, pairwise

from engine.subtitles.document import Cue
from engine.subtitles.marked import place_behind, plain, squeeze
from engine.transcript import Word

_MOST_COMPARED = 250_000  # old parts times new; beyond that only the common ends are compared
_PART = re.compile(r"\S+")
_TYPED = 1.0  # the probability of a word that a person wrote
_SPACELESS = (  # scripts that put no spaces between words
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x109F),  # Tibetan, Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3000, 0x30FF),  # CJK punctuation, Hiragana, Katakana
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
    (0xFF00, 0xFFEF),  # full width
    (0x20000, 0x3FFFF),
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A text without whitespace, and the places where whitespace stood before a character."""

    letters: str
    spaces: frozenset[int]

    def is_boundary(self, place: int) -> bool:
        """Say whether a word may begin or end before the character at `place`."""
        if place in (0, len(self.letters)) or place in self.spaces:
            return True
        return is_spaceless(self.letters[place - 1]) or is_spaceless(self.letters[place])

    def has(self, key: str, place: int) -> bool:
        """Say whether `key` stands at `place` in one piece."""
        inside = range(place + 1, place + len(key))
        return self.letters.startswith(key, place) and not any(letter in self.spaces for letter in inside)


@dataclass(frozen=True, slots=True)
class _Anchor:
    """An old word that the new text still has: its index, and its range in the new letters."""

    index: int
    begin: int
    end: int


def is_spaceless(character: str) -> bool:
    """Say whether a character is of a script that puts no spaces between words."""
    code = ord(character)
    return code >= _SPACELESS[0][0] and any(first <= code <= last for first, last in _SPACELESS)


def retimed(cue: Cue, text: str) -> tuple[Word, ...]:
    """Return the words that `cue` has when its text becomes `text`, with markup.

    Words that did not change keep their times and probabilities. Words in the place of others share their time, new
    ones the pause that they stand in. A cue without words gets none.
    """
    old = [word for word in cue.words if squeeze(word.text)] if cue.words else []
    if not old:
        return ()
    line = _line(plain(text))
    anchors = _anchors(old, line)
    edges = [_Anchor(-1, 0, 0), *anchors, _Anchor(len(old), len(line.letters), len(line.letters))]
    words: list[Word] = []
    for left, right in pairwise(edges):
        pieces = _pieces(line, left.end, right.begin)
        replaced_words = old[left.index + 1 : right.index]
        words += _written(pieces, replaced_words, _gap(cue, old, left.index, right.index))
        if right.index < len(old):
            words.append(old[right.index])
    return _spaced(words, line, leads=old[0].text[:1].isspace())


def timed_words(cue: Cue) -> tuple[Word, ...]:
    """Return the words of a cue's text, all with times inside of the cue.

    They are the true ones where these are known, since a person may have moved the cue's edges, else they go by the
    length of the text.
    """
    words = retimed(cue, cue.text)
    known = tuple(_inside(cue, word, word.start, word.end) for word in words if None not in (word.start, word.end))
    if words and len(known) == len(words):
        return known
    line = _line(plain(cue.text))
    pieces = [part for piece in _pieces(line, 0, len(line.letters)) for part in _characters_of_spaceless(piece)]
    probabilities = [word.probability for word in words] if len(words) == len(pieces) else [_TYPED] * len(pieces)
    times = _shares(pieces, cue.start, max(cue.end, cue.start))
    untimed = zip(pieces, times, probabilities, strict=True)
    return _spaced([Word(piece, *time, probability) for piece, time, probability in untimed], line, leads=True)


def cut_words(cue: Cue, letters: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Cut the words of a cue behind so many of its letters (whitespace doesn't count); a word may be cut in two."""
    words = retimed(cue, cue.text)
    left: list[Word] = []
    for index, word in enumerate(words):
        size = len(squeeze(word.text))
        if letters <= 0:
            return tuple(left), words[index:]
        if letters < size:
            halves = _cut_word(word, letters)
            return (*left, halves[0]), (halves[1], *words[index + 1 :])
        left.append(word)
        letters -= size
    return tuple(left), ()


def moved(words: tuple[Word, ...], delta: int) -> tuple[Word, ...]:
    """Return words said `delta` ms later."""
    return tuple(
        replace(
            word,
            start=None if word.start is None else word.start + delta,
            end=None if word.end is None else word.end + delta,
        )
        for word in words
    )


def _line(text: str) -> _Line:
    """Take the whitespace out of a text; a line break between two characters that need no space is none."""
    parts: list[str] = []
    spaces: set[int] = set()
    length = end = 0
    for found in _PART.finditer(text):
        part = found[0]
        joined = parts and "\n" in text[end : found.start()] and is_spaceless(parts[-1][-1]) and is_spaceless(part[0])
        if not joined:
            spaces.add(length)
        parts.append(part)
        length += len(part)
        end = found.end()
    return _Line("".join(parts), frozenset(spaces))


def _anchors(old: list[Word], line: _Line) -> list[_Anchor]:
    """Find the old words that the new text still has: those before and behind all changes, and some between."""
    keys = [squeeze(word.text) for word in old]
    before = _same_before(keys, line)
    behind = _same_behind(keys, line, before)
    first, last = len(before), len(keys) - len(behind)
    begin = before[-1].end if before else 0
    end = behind[0].begin if behind else len(line.letters)
    return before + _same_between(keys, first, last, _tokens(line, begin, end)) + behind


def _same_before(keys: list[str], line: _Line) -> list[_Anchor]:
    anchors: list[_Anchor] = []
    sure = place = 0
    for index, key in enumerate(keys):
        if not line.has(key, place):
            break
        anchors.append(_Anchor(index, place, place + len(key)))
        place += len(key)
        if line.is_boundary(place):
            sure = len(anchors)
    return anchors[:sure]


def _same_behind(keys: list[str], line: _Line, before: list[_Anchor]) -> list[_Anchor]:
    anchors: list[_Anchor] = []
    sure, place = 0, len(line.letters)
    stop = before[-1].end if before else 0
    for index in range(len(keys) - 1, len(before) - 1, -1):
        begin = place - len(keys[index])
        if begin < stop or not line.has(keys[index], begin):
            break
        anchors.append(_Anchor(index, begin, place))
        place = begin
        if line.is_boundary(place):
            sure = len(anchors)
    return anchors[:sure][::-1]


def _same_between(keys: list[str], first: int, last: int, tokens: list[tuple[int, str]]) -> list[_Anchor]:
    """Compare the old words from `first` up to `last` with the tokens of the new text, each with its place."""
    parts = [(index, part) for index in range(first, last) for part in _characters_of_spaceless(keys[index])]
    if len(parts) * len(tokens) > _MOST_COMPARED:
        return []
    matcher = SequenceMatcher(None, [part for _, part in parts], [token for _, token in tokens], autojunk=False)
    matched = dict(_steps(matcher.get_matching_blocks()))
    anchors = []
    for index, group in groupby(range(len(parts)), key=lambda part: parts[part][0]):
        found = [matched.get(part, -1) for part in group]
        if found[0] >= 0 and found == list(range(found[0], found[0] + len(found))):
            begin = tokens[found[0]][0]
            anchors.append(_Anchor(index, begin, begin + len(keys[index])))
    return anchors


def _steps(blocks: Iterable[Match]) -> Iterator[tuple[int, int]]:
    for block in blocks:
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def _tokens(line: _Line, begin: int, end: int) -> list[tuple[int, str]]:
    """Return what stands between boundaries, with its place."""
    edges = [begin, *(place for place in range(begin + 1, end) if line.is_boundary(place)), end]
    return [(left, line.letters[left:right]) for left, right in pairwise(edges) if left < right]


def _pieces(line: _Line, begin: int, end: int) -> list[str]:
    """Return what stands between spaces."""
    edges = [begin, *sorted(place for place in line.spaces if begin < place < end), end]
    return [line.letters[left:right] for left, right in pairwise(edges) if left < right]


def _characters_of_spaceless(text: str) -> list[str]:
    """Cut a text without spaces at every boundary: by characters where the script puts no spaces."""
    return [part for _, part in _tokens(_Line(text, frozenset()), 0, len(text))]


def _gap(cue: Cue, old: list[Word], left: int, right: int) -> tuple[int | None, int | None]:
    """Return when the pause between two old words begins and ends; -1 and len(old) are the cue's edges."""
    begin = old[left].end if left >= 0 else cue.start
    end = old[right].start if right < len(old) else cue.end
    if begin is None or end is None:
        return None, None
    return (min(begin, end), end) if left < 0 else (begin, max(begin, end))


def _written(pieces: list[str], old: Sequence[Word], gap: tuple[int | None, int | None]) -> Iterator[Word]:
    """Yield words for what was typed in the place of `old`: word for word if there are as many, else shared out."""
    if len(pieces) == len(old):
        yield from (Word(piece, word.start, word.end, _TYPED) for piece, word in zip(pieces, old, strict=True))
        return
    begin, end = (old[0].start, old[-1].end) if old else gap
    if begin is None or end is None:
        yield from (Word(piece, None, None, _TYPED) for piece in pieces)
    else:
        shares = _shares(pieces, begin, max(begin, end))
        yield from (Word(piece, start, stop, _TYPED) for piece, (start, stop) in zip(pieces, shares, strict=True))


def _shares(pieces: Sequence[str], begin: int, end: int) -> list[tuple[int, int]]:
    """Share a stretch of time out by the length of the texts."""
    total = max(1, sum(map(len, pieces)))
    edges = [begin + (end - begin) * size // total for size in accumulate(map(len, pieces), initial=0)]
    return list(pairwise(edges))


def _spaced(words: Sequence[Word], line: _Line, *, leads: bool) -> tuple[Word, ...]:
    """Give words the space in front of them that the text has; words that have it stay the same objects."""
    spaced, place = [], 0
    for word in words:
        letters = word.text.strip()
        space = " " if (place in line.spaces if place else leads) else ""
        spaced.append(word if word.text == space + letters else replace(word, text=space + letters))
        place += len(squeeze(letters))
    return tuple(spaced)


def _inside(cue: Cue, word: Word, start: int | None, end: int | None) -> Word:
    start, end = (min(max(time or 0, cue.start), max(cue.start, cue.end)) for time in (start, end))
    return word if (start, end) == (word.start, word.end) else replace(word, start=start, end=end)


def _cut_word(word: Word, letters: int) -> tuple[Word, Word]:
    text = word.text
    place = place_behind(text, letters)
    if word.start is None or word.end is None:
        return replace(word, text=text[:place]), replace(word, text=text[place:])
    middle = word.start + (word.end - word.start) * letters // len(squeeze(text))
    return replace(word, text=text[:place], end=middle), replace(word, text=text[place:], start=middle)

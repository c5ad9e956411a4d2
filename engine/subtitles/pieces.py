"""Where a text may be broken: its pieces, which no line and no cue parts, and how good a break between two of them is.

Scripts with spaces break at these, scripts without (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan) at any
character, but for what may not begin or end a line: closing and opening punctuation, small kana, dependent vowels.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

from engine.subtitles.counting import characters, plain_characters
from engine.subtitles.markup import plain_text
from engine.subtitles.short_words import ShortWords

# Every space but those that don't break: U+00A0, U+2007, U+202F.
_SPACE = "\t-\r\x1c-\x20\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
_PLAIN = re.compile(f"[^{_SPACE}]+")
_MARKED = re.compile(f"(?:</?(?:i|b|u|font)(?:\\s[^<>]*)?>|[^{_SPACE}])+", re.IGNORECASE)
_DENSE = re.compile(  # scripts without spaces; Korean has them
    "[\u0e01-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uaa60-\uaa7f\uf900-\ufaff\ufe30-\ufe4f"
    "\uff01-\uff9f\U00020000-\U0003ffff]"
)
_NEVER_FIRST = frozenset(
    "!%),.:;?]}¢°’”‰′″℃、。々〃〉》」』】〕〗〞〟！％），．：；？］｝｡｣､･・ーｰ゛゜ゝゞヽヾ…‥–—~〜～"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "ะาำๅๆฯ\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6\u104a\u104b\u17d4\u17d5\u0f0b\u0f0d\u0f0e"
)
_NEVER_LAST = frozenset("([{‘“〈《「『【〔〖〝（［｛｢$£¥€＄￡￥เแโใไ\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4\u17d2\u1039")
_CLOSING = "\"'»”’)]}›」』）】〉》*♪ "
_OPENING = "\"'«“‘([{‹「『（【〈《¿¡-–—♪"
_SENTENCE_END = frozenset(".!?…。！？｡؟۔।॥‼⁇⁈⁉։።၏།။។")
_CLAUSE_END = frozenset(",;:，、；：､،؛–—၊፣")
_SENTENCE, _CLAUSE, _JOINING, _PLAIN_COST, _NAME, _SHORT = 0, 25, 45, 90, 190, 230


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that stays together: `start` is its place, `glue` the space before it, `width` what shows."""

    text: str
    start: int
    glue: str
    width: int


def pieces(text: str) -> list[Piece]:
    """Cut plain text; what looks like markup is text."""
    return list(_pieces(text, _PLAIN))


def marked_pieces(text: str) -> list[Piece]:
    """Cut text with markup, whose tags have no width and stay with what they stand beside."""
    return list(_pieces(text, _MARKED if "<" in text else _PLAIN))


def begins_dense(text: str) -> bool:
    """Say whether a text begins in a script without spaces, or with a space."""
    return not text or text[0].isspace() or _DENSE.match(text) is not None


def _pieces(text: str, pattern: re.Pattern[str]) -> Iterator[Piece]:
    after = 0
    for found in pattern.finditer(text):
        glue = _glue(text, after, found.start())
        after = found.end()
        for start, stop in _parts(found[0], marked=pattern is _MARKED):
            part = found[0][start:stop]
            width = characters(part) if pattern is _MARKED else plain_characters(part)
            yield Piece(part, found.start() + start, glue if start == 0 else "", width)


def _glue(text: str, start: int, stop: int) -> str:
    """Return what stands for a space on one line: nothing for a line end between two characters without spaces."""
    space = text[start:stop]
    if "\n" in space and start and _DENSE.match(text[start - 1]) and _DENSE.match(text[stop]):
        return ""
    return "\u3000" if space == "\u3000" else " " if space else ""


def _parts(word: str, *, marked: bool) -> Iterator[tuple[int, int]]:
    """Yield the parts of what stands between spaces: the whole of it, unless its script has none."""
    start = 0
    if _DENSE.search(word) and not (marked and "<" in word):
        for place in range(1, len(word)):
            if _parts_here(word[place - 1], word[place]):
                yield start, place
                start = place
    yield start, len(word)


def _parts_here(before: str, after: str) -> bool:
    if not (_DENSE.match(before) or _DENSE.match(after)):
        return False
    if before in _NEVER_LAST or after in _NEVER_FIRST:
        return False
    return category(after) not in ("Mn", "Mc", "Me", "Cf")


def break_cost(before: str, after: str, words: ShortWords) -> int:
    """Return how much a break between two pieces hurts: 0 after a sentence, more inside of what belongs together.

    Tags of markup, which may stand around a piece, are passed over.
    """
    before, after = plain_text(before), plain_text(after)
    end = before.rstrip(_CLOSING)[-1:]
    following = after.lstrip(_OPENING)
    if end in _SENTENCE_END and end:
        return _SENTENCE if _ends_sentence(before, following, words) else _NAME
    if end in _CLAUSE_END and end:
        return _CLAUSE
    last = before.strip(_OPENING + _CLOSING).lower()
    if last in words.short or last in words.joining:
        return _SHORT
    if following.lower().rstrip(",") in words.joining:
        return _JOINING
    if _is_name(before) and _is_name(after):
        return _NAME
    return _NAME if before[-1:].isdigit() else _PLAIN_COST


def ends_sentence(before: str, after: str, words: ShortWords) -> bool:
    """Say whether a sentence ends between two pieces, as far as signs show it."""
    return break_cost(before, after, words) == _SENTENCE


def ends_clause(before: str, after: str, words: ShortWords) -> bool:
    """Say whether a clause or a sentence ends between two pieces, as far as signs show it."""
    return break_cost(before, after, words) <= _CLAUSE


def _ends_sentence(before: str, following: str, words: ShortWords) -> bool:
    """Tell the end of a sentence from an abbreviation: Dr. Smith, J. Smith, 3. mai, e.g. this."""
    bare = before.rstrip(_CLOSING)
    if not bare.endswith("."):
        return True
    if bare.endswith(("...", "..")):
        return not following[:1].islower()
    word = bare.lstrip(_OPENING)
    is_initial = len(word) == 2 and word[0].isupper() and word[0] != "I"
    return not (word.lower() in words.titles or is_initial or following[:1].islower())


def _is_name(piece: str) -> bool:
    """Guess a name by its capital; "I" and whole words in capitals are none."""
    bare = piece.strip(_OPENING + _CLOSING)
    return len(bare) > 1 and bare[0].isupper() and not bare.isupper()

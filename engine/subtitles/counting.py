"""What counts as a character and as a word, and how long reading takes by the limits of a profile.

Our rule for characters, which each profile chooses by `counting`: "all" counts every character that shows, spaces and
punctuation too; "letters" counts neither spaces nor punctuation. Neither counts line ends, markup, marks that sit on
another character, or characters that don't show (a joiner, a direction mark). A word is what stands between spaces.
"""

from unicodedata import category

from engine.subtitles.markup import plain_text
from engine.subtitles.profiles import Counting, Profile

_UNSEEN = frozenset({"Cc", "Cf", "Me", "Mn", "Zl", "Zp"})
_BETWEEN_LETTERS = frozenset({"Zs", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po"})


class _Counted(dict[str, bool]):
    """Whether a character counts; found out once for each that comes along, since the tables of Unicode are slow."""

    def __init__(self, uncounted: frozenset[str]) -> None:
        super().__init__()
        self._uncounted = uncounted

    def __missing__(self, character: str) -> bool:
        counts = self[character] = category(character) not in self._uncounted
        return counts


_ASCII_BETWEEN = {code: None for code in range(128) if category(chr(code)) in _UNSEEN | _BETWEEN_LETTERS}
_COUNTED = {"all": _Counted(_UNSEEN), "letters": _Counted(_UNSEEN | _BETWEEN_LETTERS)}


def characters(text: str, counting: Counting = "all") -> int:
    """Count the characters of a text that may have markup and several lines."""
    return plain_characters(plain_text(text), counting)


def plain_characters(text: str, counting: Counting = "all") -> int:
    """Count the characters of a text in which what looks like markup is text."""
    if counting == "all" and text.isascii():
        return len(text) - text.count("\n")
    if text.isascii():
        return len(text.translate(_ASCII_BETWEEN))
    return sum(map(_COUNTED[counting].__getitem__, text))


def words(text: str) -> int:
    """Count the words of a text, which is one in a script without spaces."""
    return len(plain_text(text).split())


def reading_time(length: int, word_count: int, profile: Profile, *, advised: bool = False) -> float:
    """Return how long a cue must stand, in ms, to be read at the profile's speed; 0 if it has none.

    `length` is in characters as the profile counts them.
    """
    speed, pace = profile.characters_per_second, profile.words_per_minute
    most = speed.strictest if advised else speed.value
    fastest = pace.strictest if advised else pace.value
    return max(1000 * length / most if most else 0, 60_000 * word_count / fastest if fastest else 0)

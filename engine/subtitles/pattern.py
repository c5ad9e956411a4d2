"""What is searched for, as a compiled pattern that can't freeze the program; the one file that knows `regex`.

A regular expression has 2 s of the processor for a whole search, and no more memory than its text is worth: counts that
multiply beyond all reason and recursion are refused, since the package unrolls and stacks them.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from math import prod
from typing import Any

import regex  # type: ignore[import-untyped]

from engine.errors import EditError

TIME_LIMIT = 2.0  # s of the processor's time, as the package counts it
_LONGEST = 1000  # characters
_HIGHEST_COUNT = 100_000  # all counts of a pattern multiplied
_COUNT = regex.compile(r"\{\s*(\d+)")
_RECURSION = regex.compile(r"\(\?(?:R|&|P>|[+-]?\d)")


@dataclass(frozen=True, slots=True)
class Found:
    """A match in a plain text, and its range there."""

    begin: int
    end: int
    match: Any

    def group(self, key: int | str) -> str:
        """Return a group by number or name; one that took no part is empty."""
        return self.match[key] or ""


class Pattern:
    """A pattern and the time that is left for it."""

    def __init__(self, source: str, *, plain: bool, match_case: bool, whole_word: bool) -> None:
        """Raise EditError saying what is wrong with the pattern."""
        if not source:
            raise EditError("There is nothing to search for: type some text")
        written = _escaped(source) if plain else _checked(source)
        if whole_word:
            written = rf"(?<!\w)(?:{written})(?!\w)"
        flags = regex.MULTILINE | (0 if match_case else regex.IGNORECASE | regex.FULLCASE)
        try:
            self._compiled: Any = regex.compile(written, flags)
        except regex.error as error:
            raise EditError(f"The regular expression is wrong: {error.msg}") from None
        except (RecursionError, OverflowError, MemoryError):
            raise EditError("The regular expression is too deep or too big: simplify it") from None
        self._hurried = not plain
        self._deadline = time.process_time() + TIME_LIMIT

    def has_group(self, key: int | str) -> bool:
        return key <= self._compiled.groups if isinstance(key, int) else key in self._compiled.groupindex

    def find_all(self, text: str) -> Iterator[Found]:
        """Yield the matches in a text from left to right. Raise EditError when the time for the search is over."""
        try:
            for match in self._compiled.finditer(text, **self._time_left()):
                yield Found(match.start(), match.end(), match)
        except (TimeoutError, MemoryError):
            raise _too_long() from None

    def replacer(self, new: str | Callable[[Found], str]) -> Callable[[str], str]:
        """Return what puts `new` in the place of every match of a text; it raises EditError when the time is over."""

        def written(match: Any) -> str:
            return new if isinstance(new, str) else new(Found(match.start(), match.end(), match))

        def replaced(text: str) -> str:
            try:
                return str(self._compiled.sub(written, text, **self._time_left()))
            except (TimeoutError, MemoryError):
                raise _too_long() from None

        return replaced if self._hurried else partial(self._compiled.sub, written)

    def _time_left(self) -> dict[str, float]:
        if not self._hurried:
            return {}
        left = self._deadline - time.process_time()
        if left <= 0:
            raise TimeoutError
        return {"timeout": left}


def _too_long() -> EditError:
    return EditError(
        f"The regular expression takes longer than {TIME_LIMIT:g} s: simplify it, or search for plain text"
    )


def _checked(source: str) -> str:
    if len(source) > _LONGEST:
        raise EditError(f"The regular expression is longer than {_LONGEST} characters: shorten it")
    if prod(max(1, int(count)) for count in _COUNT.findall(source)) > _HIGHEST_COUNT:
        raise EditError(f"The counts in braces multiply to more than {_HIGHEST_COUNT:,}: use smaller ones")
    if _RECURSION.search(source):
        raise EditError("The regular expression calls itself, which search does not allow: simplify it")
    return source


def _escaped(text: str) -> str:
    """Take a text as it is; a space in it is also found where a line breaks."""
    return r"\s".join(regex.escape(part, special_only=True) for part in text.split(" "))

"""The words of a language that decide where a line or a cue may end, from resources/short_words.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache

from engine.paths import resources


@dataclass(frozen=True, slots=True)
class ShortWords:
    """`short` should not end a line, `joining` begin a clause, `titles` end with a full stop that ends no sentence."""

    short: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()


@cache
def short_words(language: str) -> ShortWords:
    """Return the words of a language, in lower case; none for a language that has no list."""
    found = _lists().get(language, {})
    return ShortWords(*(frozenset(found.get(kind, ())) for kind in ShortWords.__slots__))


@cache
def _lists() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((resources() / "short_words.toml").read_text("utf-8"))

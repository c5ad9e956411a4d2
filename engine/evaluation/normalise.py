"""The text that is compared: without punctuation, case and ways of writing the same word, by Whisper's rules."""

from functools import cache

from whisper_normalizer.basic import BasicTextNormalizer  # type: ignore[import-untyped]
from whisper_normalizer.english import EnglishTextNormalizer  # type: ignore[import-untyped]

# Radford et al. 2022, appendix C: these are written without spaces, so that their letters are compared.
# Cantonese came after the paper.
UNSPACED = frozenset({"zh", "ja", "th", "lo", "my", "yue"})

# The library knows four contractions more than the paper's tables: with them rates could not be set beside others'.
_BEYOND_WHISPER = (r"\bkinda\b", r"\bsorta\b", r"\bdunno\b", r"\bcause\b")


def normalise(text: str, language: str | None) -> str:
    """Return what is left of `text` to compare: words between single spaces, for unspaced languages letters.

    English is told by `language` "en": contractions, numbers and spellings become one, too. None: the basic rules.
    """
    if language == "en":
        return " ".join(_english()(text).split())
    return simplify(text, language)


def simplify(text: str, language: str | None) -> str:
    """Return `text` by the basic rules, which keep the words as they are: what is timed word by word."""
    return " ".join(_basic(language in UNSPACED)(text).split())


@cache
def _basic(split_letters: bool) -> BasicTextNormalizer:
    return BasicTextNormalizer(split_letters=split_letters)


@cache
def _english() -> EnglishTextNormalizer:
    rules = EnglishTextNormalizer()
    for pattern in _BEYOND_WHISPER:
        rules.replacers.pop(pattern, None)
    return rules

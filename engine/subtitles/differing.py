"""Which words differ between two texts: places in both, for whoever shows them side by side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from engine.subtitles.words import is_spaceless

Span = tuple[int, int]
_MOST_COMPARED = 250_000  # words times words; what is more differs as a whole
_PART = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Differences:
    """For each text of both sides from where to where it differs, in characters."""

    old: tuple[tuple[Span, ...], ...]
    new: tuple[tuple[Span, ...], ...]

    @property
    def none(self) -> bool:
        return not any(self.old) and not any(self.new)


@dataclass(frozen=True, slots=True)
class _Token:
    text: int
    begin: int
    end: int
    letters: str


def differing(old: Sequence[str], new: Sequence[str]) -> Differences:
    """Compare texts without markup word by word, and by characters where a script puts no spaces.

    Case and punctuation count; where lines are broken, and at which word one text ends and the next begins, doesn't.
    """
    left, right = list(_tokens(old)), list(_tokens(new))
    before, after = ([token.letters for token in side] for side in (left, right))
    if before == after:
        return Differences(((),) * len(old), ((),) * len(new))
    if len(left) * len(right) > _MOST_COMPARED:
        return Differences(_spans(left, len(old)), _spans(right, len(new)))
    gone: list[_Token] = []
    came: list[_Token] = []
    for tag, first, last, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            gone += left[first:last]
            came += right[begin:end]
    return Differences(_spans(gone, len(old)), _spans(came, len(new)))


def _tokens(texts: Sequence[str]) -> Iterator[_Token]:
    for number, text in enumerate(texts):
        for found in _PART.finditer(text):
            begin = found.start()
            for at in range(found.start() + 1, found.end()):
                if is_spaceless(text[at - 1]) or is_spaceless(text[at]):
                    yield _Token(number, begin, at, text[begin:at])
                    begin = at
            yield _Token(number, begin, found.end(), text[begin : found.end()])


def _spans(tokens: Sequence[_Token], count: int) -> tuple[tuple[Span, ...], ...]:
    """Return where tokens stand, those that touch as one."""
    spans: list[list[Span]] = [[] for _ in range(count)]
    for token in tokens:
        own = spans[token.text]
        if own and own[-1][1] == token.begin:
            own[-1] = (own[-1][0], token.end)
        else:
            own.append((token.begin, token.end))
    return tuple(map(tuple, spans))

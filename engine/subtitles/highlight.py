"""A cue for each word of a cue, in which the word is underlined while it is said."""

from collections.abc import Iterator
from dataclasses import replace

from engine.subtitles.document import Cue
from engine.subtitles.markup import literal


def highlighted(cue: Cue) -> Iterator[Cue]:
    """Yield a cue for each timed word of a laid-out cue, and one for each pause; the text must be that of its words."""
    at = cue.start
    for word, (start, stop) in zip(cue.words, _places(cue), strict=True):
        if word.start is None or word.end is None or start == stop:
            continue
        begin, end = max(at, word.start), min(word.end, cue.end)
        if begin > at:
            yield replace(cue, start=at, end=begin, words=())
        if end > begin:
            yield replace(cue, start=begin, end=end, text=_underlined(cue.text, start, stop), words=(word,))
        at = max(begin, end)
    if cue.end > at:
        yield replace(cue, start=at, words=())


def _places(cue: Cue) -> Iterator[tuple[int, int]]:
    """Yield where each word stands in the text: its characters one by one, whatever space or line end is between."""
    text, place = cue.text, 0
    for word in cue.words:
        start = None
        for letter in literal(word.text):
            if letter.isspace():
                continue
            place = text.index(letter, place)
            start = place if start is None else start
            place += 1
        yield (place, place) if start is None else (start, place)


def _underlined(text: str, start: int, stop: int) -> str:
    return f"{text[:start]}<u>{text[start:stop]}</u>{text[stop:]}"

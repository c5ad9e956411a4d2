"""Splitting a cue and merging cues, so that words, translation and markup come along."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits.cues import find, find_neighbours, who_translated, with_cues, without_identity
from engine.subtitles.edits.edit import edit, edit_of_cue
from engine.subtitles.marked import cut, place_behind, plain, read, squeeze, to_plain, trimmed
from engine.subtitles.words import cut_words, is_spaceless, retimed, timed_words

_CONTINUED = ("i", "b", "u")
_DASHES = ("-", "\u2010", "\u2013", "\u2014")


@edit_of_cue("Split")
def split_at_text(document: Document, cue: int, position: int) -> Document:
    """Split before the character at `position` of the text as it is written.

    The second cue starts when its first word is said, the first ends with its last word; where word times are not
    known, time is shared by the length of the text. The first keeps the id.
    """
    index = find(document, cue)
    whole = document.cues[index]
    marked = read(whole.text)
    place = to_plain(marked, position)
    _check_sides(marked.plain[:place], marked.plain[place:])
    end, start = _cut_times(whole, len(squeeze(marked.plain[:place])))
    return _with_halves(document, index, place, end, start)


@edit_of_cue("Split at time")
def split_at_time(document: Document, cue: int, time: int) -> Document:
    """Split at `time`, with the words that are said until then in the first cue; the first keeps the id."""
    index = find(document, cue)
    whole = document.cues[index]
    if not whole.start < time < whole.end:
        raise EditError("The time is not inside of the cue: choose one between its start and its end")
    return _with_halves(document, index, _place_at(whole, time), time, time)


@edit("Merge")
def merge(document: Document, cues: Collection[int]) -> Document:
    """Make one cue of several that follow each other, a line each; the first gives id, speaker and position."""
    return _merged(document, cues, _joined)


@edit("Merge as dialogue")
def merge_as_dialogue(document: Document, cues: Collection[int]) -> Document:
    """Make one cue of several that follow each other, a line with a dash each."""
    return _merged(document, cues, lambda texts: _joined([_dashed(text) for text in texts]))


def share_translation(translation: str, share: float) -> tuple[str, str]:
    """Cut a translation near to `share` of its length: at a line break if it has some, else between words."""
    marked = read(translation)
    places = [place for place, character in enumerate(marked.plain) if character == "\n"]
    places = places or [place for place, character in enumerate(marked.plain) if _may_cut(marked.plain, place)]
    if not places:
        return translation, ""
    left, right = cut(marked, min(places, key=lambda place: abs(place - share * len(marked.plain))))
    return trimmed(left), trimmed(right)


def joined(texts: Iterable[str]) -> str:
    """Join texts line by line; a style that ends with one and starts again with the next goes on."""
    return _joined([text for text in texts if text])


def _check_sides(left: str, right: str) -> None:
    if not left.strip() or not right.strip():
        raise EditError("One of the halves would have no text: put the cursor between two words")


def _with_halves(document: Document, index: int, place: int, end: int, start: int) -> Document:
    whole = document.cues[index]
    marked = read(whole.text)
    texts = cut(marked, place)
    letters = len(squeeze(marked.plain[:place]))
    words = cut_words(whole, letters)
    translations = share_translation(whole.translation, letters / len(squeeze(marked.plain)))
    first = replace(whole, end=end, text=trimmed(texts[0]), translation=translations[0], words=words[0])
    second = replace(whole, start=start, text=trimmed(texts[1]), translation=translations[1], words=words[1])
    second = without_identity(second, document.free_id)
    halves = (replace(first, origin="edited"), replace(second, origin="edited"))
    cues = list(document.cues)
    cues[index : index + 1] = halves
    return with_cues(document, cues, new=1)


def _cut_times(cue: Cue, letters: int) -> tuple[int, int]:
    """Return when the first half ends and the second starts, if the cue is cut behind so many letters."""
    if cue.end - cue.start < 2:
        raise EditError("The cue is too short to be split: give it more time first")
    left, right = cut_words(cue, letters)
    end, start = left[-1].end if left else None, right[0].start if right else None
    if end is None or start is None:
        start = cue.start + (cue.end - cue.start) * letters // len(squeeze(plain(cue.text)))
        end = start
    start = min(max(start, cue.start + 1), cue.end - 1)
    return min(max(end, cue.start + 1), start), start


def _place_at(cue: Cue, time: int) -> int:
    """Return the place in the plain text up to which is said at `time`, with text on both sides of it."""
    text = plain(cue.text)
    said = [word for word in retimed(cue, cue.text) if word.start is not None and word.end is not None]
    if len(said) > 1:
        count = sum((word.start or 0) + (word.end or 0) <= 2 * time for word in said)
        count = min(max(count, 1), len(said) - 1)
        letters = len(squeeze("".join(word.text for word in said[:count])))
        return place_behind(text, letters)
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    inner = [place for place in range(first + 1, last) if _may_cut(text, place)]
    if not inner:
        raise EditError("The cue has only one word: set its end and insert another cue")
    share = (time - cue.start) / (cue.end - cue.start)
    return min(inner, key=lambda place: abs(place - share * len(text)))


def _may_cut(text: str, place: int) -> bool:
    return text[place].isspace() or (place > 0 and is_spaceless(text[place]) and is_spaceless(text[place - 1]))


def _merged(document: Document, cues: Collection[int], join: Callable[[Sequence[str]], str]) -> Document:
    places = find_neighbours(document, cues)
    if len(places) < 2:
        raise EditError("One cue alone can't be merged: select two or more")
    parts = document.cues[places.start : places.stop]
    text = join([part.text for part in parts if part.text.strip()])
    together = replace(
        parts[0],
        start=min(part.start for part in parts),
        end=max(part.end for part in parts),
        speaker=next((part.speaker for part in parts if part.speaker), ""),
        translation=join([part.translation for part in parts if part.translation.strip()]),
        words=tuple(word for part in parts for word in part.words or timed_words(part))
        if any(part.words for part in parts)
        else (),
        origin="edited",
        translation_origin=who_translated(parts),
    )
    together = replace(together, text=text, words=retimed(together, text))
    return with_cues(document, (*document.cues[: places.start], together, *document.cues[places.stop :]))


def _joined(texts: Sequence[str]) -> str:
    text = "\n".join(texts)
    for style in _CONTINUED:
        text = text.replace(f"</{style}>\n<{style}>", "\n")
    return text


def _dashed(text: str) -> str:
    line = " ".join(text.split("\n"))
    return line if plain(line).lstrip().startswith(_DASHES) else f"- {line}"

"""What is said: typing, translation, styles, line breaks."""

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial

from engine.errors import EditError
from engine.subtitles import styles
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits.cues import by_hand, find, find_all, with_cue, with_each
from engine.subtitles.edits.edit import Edit, edit, edit_of_cue
from engine.subtitles.marked import read, respaced, squeeze, to_plain
from engine.subtitles.markup import Tag, write_tag
from engine.subtitles.reading import unify_line_ends
from engine.subtitles.words import retimed

BreakText = Callable[[str], str]


def set_text(cue: int, text: str) -> Edit:
    """Give a cue the text that was typed. Words that did not change keep their times."""
    return Edit("Change text", partial(_set_text, cue=cue, text=text), cue, "text")


def set_translation(cue: int, text: str) -> Edit:
    """Give a cue the translation that was typed."""
    return Edit("Change translation", partial(_set_translation, cue=cue, text=text), cue, "translation")


def with_text(cue: Cue, text: str) -> Cue:
    """Return a cue with another text, its words' times and its origin kept true."""
    if text == cue.text:
        return cue
    words = retimed(cue, text)  # and not replace(), which takes twice as long: replace-all makes 200,000 of these
    return Cue(
        cue.id,
        cue.start,
        cue.end,
        text,
        cue.speaker,
        cue.translation,
        words,
        "edited",
        cue.extra,
        cue.translation_origin,
    )


def with_translation(cue: Cue, text: str) -> Cue:
    """Return a cue with a translation that a person typed, which no model's replaces any more."""
    return (
        cue if text == cue.translation else replace(cue, translation=text, translation_origin="edited", origin="edited")
    )


@edit("Change style")
def toggle_style(document: Document, cues: Collection[int], style: styles.Style) -> Document:
    """Make the whole text of cues "i", "b" or "u"; take the style away if all of them have it."""
    indexes = find_all(document, cues)
    shown = [index for index in indexes if read(document.cues[index].text).plain.strip()]
    if not shown:
        raise EditError("There is no text to style: select a cue with text")
    having = all(styles.has_style(document.cues[index].text, style) for index in shown)
    tag = None if having else write_tag(Tag(style, ends=False))
    return with_each(document, shown, lambda cue: _styled(cue, style, tag, 0, len(cue.text)))


@edit_of_cue("Change style")
def toggle_style_of_range(document: Document, cue: int, style: styles.Style, begin: int, end: int) -> Document:
    """Style the part of a cue's text between two positions of the text as it is written, or take the style away."""
    index = find(document, cue)
    text = document.cues[index].text
    inside = (to_plain(read(text), begin), to_plain(read(text), end))
    having = styles.has_style(text, style, *inside)
    tag = None if having else write_tag(Tag(style, ends=False))
    return with_cue(document, index, _styled(document.cues[index], style, tag, *inside))


@edit("Change colour")
def set_colour(document: Document, cues: Collection[int], colour: str) -> Document:
    """Colour the whole text of cues: "#rrggbb" or a name of CSS; "" takes colours away."""
    tag = _colour_tag(colour)
    return with_each(
        document, find_all(document, cues), lambda cue: _styled(cue, "font", tag, 0, len(read(cue.text).plain))
    )


@edit_of_cue("Change colour")
def set_colour_of_range(document: Document, cue: int, colour: str, begin: int, end: int) -> Document:
    """Colour the part of a cue's text between two positions of the text as it is written; "" takes it away."""
    index = find(document, cue)
    marked = read(document.cues[index].text)
    inside = (to_plain(marked, begin), to_plain(marked, end))
    return with_cue(document, index, _styled(document.cues[index], "font", _colour_tag(colour), *inside))


@edit("Break lines")
def auto_break(document: Document, cues: Collection[int], break_text: BreakText) -> Document:
    """Break the lines of cues anew. `break_text` gets a text without tags and may change its whitespace only.

    Raise ValueError if it changes more. The cues stay the machine's: no word was changed.
    """
    return with_each(document, find_all(document, cues), lambda cue: _broken(cue, break_text))


def _set_text(document: Document, cue: int, text: str) -> Document:
    index = find(document, cue)
    return with_cue(document, index, with_text(document.cues[index], unify_line_ends(text)))


def _set_translation(document: Document, cue: int, text: str) -> Document:
    index = find(document, cue)
    before = document.cues[index]
    return with_cue(document, index, with_translation(before, unify_line_ends(text)))


def _styled(cue: Cue, style: styles.Style, tag: str | None, begin: int, end: int) -> Cue:
    return by_hand(cue, replace(cue, text=styles.with_style(cue.text, style, tag, begin, end)))


def _colour_tag(colour: str) -> str | None:
    if not colour:
        return None
    tag = write_tag(Tag("font", ends=False, colour=colour))
    marked = read(tag)
    if len(marked.tags) != 1 or marked.tags[0].tag.colour != colour:
        raise EditError(f"{colour!r} is no colour: use #rrggbb or a name such as yellow")
    return tag


def _broken(cue: Cue, break_text: BreakText) -> Cue:
    before = read(cue.text).plain
    after = break_text(before)
    if squeeze(after) != squeeze(before):
        raise ValueError("breaking lines changed more than whitespace")
    return cue if after == before else replace(cue, text=respaced(cue.text, after))

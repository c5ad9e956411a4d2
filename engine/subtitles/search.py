"""Find and replace in text, translation or speaker. Markup is not searched and survives what is replaced around it."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits.cues import by_hand, find
from engine.subtitles.edits.edit import edit
from engine.subtitles.edits.speakers import one_line, with_names
from engine.subtitles.edits.text import with_text, with_translation
from engine.subtitles.marked import read, replaced, to_written
from engine.subtitles.pattern import Pattern
from engine.subtitles.replacement import Replacement

Field = Literal["text", "translation", "speaker"]
EVERY_FIELD: tuple[Field, ...] = ("text", "translation", "speaker")


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for, and where.

    Plain text is found as it is, a space in it also where a line breaks. A regular expression is one of the package
    `regex`, with ^ and $ at every line.
    """

    wanted: str
    fields: tuple[Field, ...] = ("text",)
    match_case: bool = False
    whole_word: bool = False
    regular_expression: bool = False

    @property
    def ordered_fields(self) -> tuple[Field, ...]:
        return tuple(name for name in EVERY_FIELD if name in self.fields)


@dataclass(frozen=True, slots=True)
class Match:
    """Where something was found: the cue by its id, the field, the range in it as it is written, with markup."""

    cue: int
    field: Field
    begin: int
    end: int


def find_all(document: Document, query: Query) -> tuple[Match, ...]:
    """Return all matches in the document's order. Raise EditError for a pattern that is wrong or takes too long."""
    pattern = _compiled(query)
    return tuple(match for cue in document.cues for match in _matches(cue, query, pattern))


def find_next(document: Document, query: Query, start: Match | None = None) -> Match | None:
    """Return the first match behind `start`, from the top again after the end; None if there is none at all.

    `start` may be the last match, or any cursor: a range of which only its end counts.
    """
    pattern = _compiled(query)
    index = _index(document, start)
    here = [match for cue in document.cues[index : index + 1] for match in _matches(cue, query, pattern)]
    ahead = [match for match in here if start is None or _is_behind(match, start)]
    if ahead:
        return ahead[0]
    others = (*document.cues[index + 1 :], *document.cues[:index])
    return next((match for cue in others for match in _matches(cue, query, pattern)), next(iter(here), None))


def find_previous(document: Document, query: Query, start: Match | None = None) -> Match | None:
    """Return the last match before `start`, from the end again before the top; None if there is none at all."""
    pattern = _compiled(query)
    index = _index(document, start) if start is not None else len(document.cues)
    here = [match for cue in document.cues[index : index + 1] for match in _matches(cue, query, pattern)]
    ahead = [match for match in here if start is not None and _is_before(match, start)]
    if ahead:
        return ahead[-1]
    others = (*reversed(document.cues[:index]), *reversed(document.cues[index + 1 :]))
    found = (match for cue in others for match in reversed(list(_matches(cue, query, pattern))))
    return next(found, next(reversed(here), None))


@edit("Replace")
def replace_one(document: Document, query: Query, match: Match, replacement: str) -> Document:
    """Replace one match. Raise EditError if it is no longer there."""
    pattern = _compiled(query)
    new = Replacement(replacement, pattern, literal=not query.regular_expression)
    index = find(document, match.cue)
    before = document.cues[index]
    marked = read(_field(before, match.field))
    for found in pattern.find_all(marked.plain):
        if to_written(marked, found.begin, found.end) == (match.begin, match.end):
            after = replaced(marked, [(found.begin, found.end, new.text(found))])
            return _with_changed(document, {index: by_hand(before, _with_field(before, match.field, after))})
    raise EditError("What was found has changed meanwhile: search again")


@edit("Replace all")
def replace_all(document: Document, query: Query, replacement: str, cues: Collection[int] | None = None) -> Document:
    """Replace every match, in `cues` or all of them.

    With a regular expression the replacement may hold groups and line breaks (replacement.py). Raise EditError for a
    wrong pattern or replacement, and when the time is over; nothing is replaced then.
    """
    replaced_in = _replacer(query, replacement)
    wanted = None if cues is None else frozenset(cues)
    changed = {}
    for index, cue in enumerate(document.cues):
        if wanted is None or cue.id in wanted:
            after = replaced_in(cue)
            if after is not cue:
                changed[index] = after
    return _with_changed(document, changed)


def _compiled(query: Query) -> Pattern:
    return Pattern(
        query.wanted,
        plain=not query.regular_expression,
        match_case=query.match_case,
        whole_word=query.whole_word,
    )


def _matches(cue: Cue, query: Query, pattern: Pattern) -> Iterator[Match]:
    """Yield a cue's matches; one of no length can't be shown and is none."""
    for name in query.ordered_fields:
        text = _field(cue, name)
        if text:
            marked = read(text)
            for found in pattern.find_all(marked.plain):
                if found.end > found.begin:
                    yield Match(cue.id, name, *to_written(marked, found.begin, found.end))


def _replacer(query: Query, replacement: str) -> Callable[[Cue], Cue]:
    """Return what replaces every match in a cue."""
    pattern = _compiled(query)
    new = Replacement(replacement, pattern, literal=not query.regular_expression)
    fields, in_plain = query.ordered_fields, pattern.replacer(new.text if new.only is None else new.only)

    def in_marked(text: str) -> str:
        marked = read(text)
        return replaced(marked, [(found.begin, found.end, new.text(found)) for found in pattern.find_all(marked.plain)])

    def replaced_in(cue: Cue) -> Cue:
        for name in fields:
            before = _field(cue, name)
            after = in_marked(before) if "<" in before else in_plain(before)
            if after != before:
                cue = _with_field(cue, name, after)
        return cue

    return replaced_in


def _index(document: Document, start: Match | None) -> int:
    """Return where to begin: at the cue of `start`, or at the top if there is none or it was deleted."""
    places = (index for index, cue in enumerate(document.cues) if start is not None and cue.id == start.cue)
    return next(places, 0)


def _is_behind(match: Match, start: Match) -> bool:
    order, own = EVERY_FIELD.index(start.field), EVERY_FIELD.index(match.field)
    return own > order or (own == order and match.begin >= start.end)


def _is_before(match: Match, start: Match) -> bool:
    order, own = EVERY_FIELD.index(start.field), EVERY_FIELD.index(match.field)
    return own < order or (own == order and match.end <= start.begin)


def _field(cue: Cue, field: Field) -> str:
    if field == "text":
        return cue.text
    return cue.translation if field == "translation" else cue.speaker


def _with_field(cue: Cue, field: Field, text: str) -> Cue:
    if field == "text":
        return with_text(cue, text)
    if field == "translation":
        return with_translation(cue, text)
    return by_hand(cue, replace(cue, speaker=one_line(text)))


def _with_changed(document: Document, changed: dict[int, Cue]) -> Document:
    cues = tuple(changed.get(index, cue) for index, cue in enumerate(document.cues))
    if cues == document.cues:
        return document
    names = [cue.speaker for index, cue in changed.items() if cue.speaker != document.cues[index].speaker]
    return with_names(replace(document, cues=cues), names)

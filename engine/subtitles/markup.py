"""The markup of a cue's text: the tags that SubRip and WebVTT share, and what a `<` means.

`<i>`, `<b>`, `<u>`, `<font color="...">` and their ends are tags, in any case. Every other `<`, and every `>` and `&`,
is that character. Text that only looks like one of the four tags has a word joiner (U+2060, invisible) after its `<`;
readers that can tell put it there, writers of formats that can escape take it out again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD_JOINER = "\u2060"
_TAG = re.compile(r"<(/?)(i|b|u|font)(\s[^<>]*)?>", re.IGNORECASE)
_COLOUR = re.compile(r"""color\s?=\s?["']?(#[0-9a-f]{6}\b|#[0-9a-f]{3}\b|[a-z]{3,24}\b)""", re.IGNORECASE)
_DEEPEST = 16  # nesting beyond this is an attack, not a style


@dataclass(frozen=True, slots=True)
class Tag:
    """The start or end of one of "i", "b", "u", "font"; `colour` is "#rrggbb", "#rgb" or a name, for font."""

    name: str
    ends: bool
    colour: str | None = None


def tokens(text: str) -> Iterator[Tag | str]:
    """Yield tags, and the text between them."""
    for written, tag in written_tokens(text):
        yield tag or written


def written_tokens(text: str) -> Iterator[tuple[str, Tag | None]]:
    """Yield tags and the text between them as they are written; joined again they are the whole text."""
    position = 0
    for found in _TAG.finditer(text):
        if found.start() > position:
            yield text[position : found.start()], None
        colour = _COLOUR.search(found[3] or "")
        yield found[0], Tag(found[2].lower(), bool(found[1]), colour[1] if colour else None)
        position = found.end()
    if position < len(text):
        yield text[position:], None


def balanced_tokens(text: str) -> Iterator[Tag | str]:
    """Yield tokens so that every tag is closed in the right order: strays go, what is open at the end is closed.

    Takes time in proportion to the text, since nesting is bounded.
    """
    open_tags: list[Tag] = []
    for token in tokens(text):
        if isinstance(token, str):
            yield token
        elif not token.ends:
            if len(open_tags) < _DEEPEST:
                open_tags.append(token)
                yield token
        elif any(tag.name == token.name for tag in open_tags):
            yield from _close(open_tags, token.name)
    while open_tags:
        yield Tag(open_tags.pop().name, ends=True)


def _close(open_tags: list[Tag], name: str) -> Iterator[Tag]:
    """Close the innermost `name`, and for its sake what was opened inside and open that again."""
    inside: list[Tag] = []
    while open_tags[-1].name != name:
        inside.append(open_tags.pop())
        yield Tag(inside[-1].name, ends=True)
    open_tags.pop()
    yield Tag(name, ends=True)
    for tag in reversed(inside):
        open_tags.append(tag)
        yield tag


def without_tags(text: str) -> str:
    """Return what a reader sees of a text."""
    return _TAG.sub("", text) if "<" in text else text


def literal(text: str) -> str:
    """Guard what looks like a tag and is none."""
    return _TAG.sub(lambda found: f"<{WORD_JOINER}{found[0][1:]}", text)


def write_tag(tag: Tag) -> str:
    """Write a tag as SubRip has it."""
    if tag.ends:
        return f"</{tag.name}>"
    return f'<font color="{tag.colour}">' if tag.colour else f"<{tag.name}>"

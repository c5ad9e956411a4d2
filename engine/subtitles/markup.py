"""The markup of a cue's text: the tags that SubRip and WebVTT share, and what a `<` means.

`<i>`, `<b>`, `<u>`, `<font color="...">` and their ends are tags, in any case, on one line. Every other `<`, and every
`>` and `&`, is that character. Text that only looks like one of the four tags has a word joiner (U+2060, invisible)
after its `<`; readers that can tell put it there, writers of formats that can escape take it out again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD_JOINER = "\u2060"
_TAG = re.compile(r"<(/?)(i|b|u|font)([^\S\n][^<>\n]*)?>", re.IGNORECASE)
_UNSEEN = re.compile(rf"{_TAG.pattern}|(?<=<){WORD_JOINER}", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style: `styles` are among "i", "b", "u", `colour` is as a Tag's."""

    text: str
    styles: frozenset[str] = frozenset()
    colour: str | None = None


def runs(text: str) -> Iterator[Run]:
    """Yield text without tags, each stretch with its style, and without the guards of literal text."""
    open_tags: list[Tag] = []
    for token in balanced_tokens(text):
        if isinstance(token, str):
            styles = frozenset(tag.name for tag in open_tags if tag.name != "font")
            colour = next((tag.colour for tag in reversed(open_tags) if tag.colour), None)
            yield Run(token.replace("<" + WORD_JOINER, "<"), styles, colour)
        elif token.ends:
            open_tags.pop()
        else:
            open_tags.append(token)


def lines_of_runs(text: str) -> list[list[Run]]:
    """Return the runs of each line."""
    lines: list[list[Run]] = [[]]
    for run in runs(text):
        first, *others = run.text.split("\n")
        lines[-1].append(Run(first, run.styles, run.colour))
        lines += [[Run(line, run.styles, run.colour)] for line in others]
    return [[run for run in line if run.text] for line in lines]


def style_of_line(line: list[Run]) -> tuple[frozenset[str], str | None]:
    """Return the styles and the colour that all of a line has, for formats that know no others."""
    shown = [run for run in line if run.text.strip()]
    if not shown:
        return frozenset(), None
    colours = {run.colour for run in shown}
    return frozenset.intersection(*(run.styles for run in shown)), colours.pop() if len(colours) == 1 else None


def write_run(run: Run) -> str:
    """Write text with its style as our markup; what only looks like a tag in it is guarded."""
    text = literal(run.text)
    for name in ("u", "b", "i"):
        text = f"<{name}>{text}</{name}>" if name in run.styles else text
    return f'<font color="{run.colour}">{text}</font>' if run.colour else text


def plain_text(text: str) -> str:
    """Return what a reader sees of a text: no tags, and none of the guards of what only looks like one."""
    return _UNSEEN.sub("", text) if "<" in text else text


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


def said(text: str) -> str:
    """Return the words of a text: no tags, and none of the word joiners with which formats guard signs of their own."""
    return plain_text(text).replace(WORD_JOINER, "")


def literal(text: str) -> str:
    """Guard what looks like a tag and is none."""
    return _TAG.sub(lambda found: f"<{WORD_JOINER}{found[0][1:]}", text)


def write_tag(tag: Tag) -> str:
    """Write a tag as SubRip has it."""
    if tag.ends:
        return f"</{tag.name}>"
    return f'<font color="{tag.colour}">' if tag.colour else f"<{tag.name}>"


# fmt: off
_HEX_OF_NAME = {  # CSS 2.1, 4.3.6
    "maroon": "#800000", "red": "#ff0000", "orange": "#ffa500", "yellow": "#ffff00", "olive": "#808000",
    "purple": "#800080", "fuchsia": "#ff00ff", "magenta": "#ff00ff", "white": "#ffffff", "lime": "#00ff00",
    "green": "#008000", "navy": "#000080", "blue": "#0000ff", "aqua": "#00ffff", "cyan": "#00ffff",
    "teal": "#008080", "black": "#000000", "silver": "#c0c0c0", "gray": "#808080", "grey": "#808080",
}
# fmt: on


def hex_colour(colour: str | None) -> str | None:
    """Return a colour as #rrggbb in lower case; None for none, and for a name that is not among CSS's basic ones."""
    if colour is None or not colour.startswith("#"):
        return _HEX_OF_NAME.get((colour or "").lower())
    digits = colour[1:].lower()
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)

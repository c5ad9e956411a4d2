"""Italic, bold, underline and colour as layers over a text: which characters have one, and giving or taking it."""

from dataclasses import replace
from typing import Literal

from engine.subtitles.marked import Marked, PlacedTag, read
from engine.subtitles.markup import Tag, write_tag

Style = Literal["i", "b", "u", "font"]


def has_style(text: str, style: Style, begin: int = 0, end: int | None = None) -> bool:
    """Say whether every visible character of a range of the plain text has `style`; an empty range has none."""
    marked = read(text)
    layer = _layer(marked, style)
    visible = [layer[place] for place in _visible(marked, begin, end)]
    return bool(visible) and all(tag is not None for tag in visible)


def with_style(text: str, style: Style, tag: str | None, begin: int = 0, end: int | None = None) -> str:
    """Give a range of the plain text a style by its starting tag, or take it away where `tag` is None.

    The style's tags are written innermost, so that tags never cross; whitespace at the edges stays outside.
    """
    marked = read(text)
    visible = _visible(marked, begin, end)
    if not visible:
        return text
    layer = _layer(marked, style)
    for place in range(visible[0], visible[-1] + 1):
        layer[place] = tag
    others = tuple(placed for placed in marked.tags if placed.tag.name != style)
    return _laid(Marked(marked.plain, others), style, layer).written()


def _visible(marked: Marked, begin: int, end: int | None) -> list[int]:
    stop = len(marked.plain) if end is None else min(end, len(marked.plain))
    return [place for place in range(max(begin, 0), stop) if not marked.plain[place].isspace()]


def _layer(marked: Marked, style: Style) -> list[str | None]:
    """Return for every character the starting tag of `style` that holds there."""
    layer: list[str | None] = []
    holding: list[str] = []
    for placed in marked.tags:
        layer += [holding[-1] if holding else None] * (placed.position - len(layer))
        if placed.tag.name == style and not placed.tag.ends:
            holding.append(placed.written)
        elif placed.tag.name == style and holding:
            holding.pop()
    return layer + [holding[-1] if holding else None] * (len(marked.plain) - len(layer))


def _laid(marked: Marked, style: Style, layer: list[str | None]) -> Marked:
    """Add the tags of a layer; they end and start again wherever another tag stands."""
    ending = write_tag(Tag(style, ends=True))
    edges = {placed.position for placed in marked.tags}
    starts: dict[int, PlacedTag] = {}
    ends: dict[int, PlacedTag] = {}
    previous: str | None = None
    for place, tag in enumerate([*layer, None]):
        if tag == previous and place not in edges:
            continue
        if previous is not None:
            ends[place] = PlacedTag(place, ending, Tag(style, ends=True))
        if tag is not None:
            starts[place] = PlacedTag(place, tag, Tag(style, ends=False))
        previous = tag
    return replace(marked, tags=tuple(_interwoven(marked.tags, starts, ends)))


def _interwoven(
    tags: tuple[PlacedTag, ...], starts: dict[int, PlacedTag], ends: dict[int, PlacedTag]
) -> list[PlacedTag]:
    """Order tags: at one place the layer's end comes first and its start last."""
    placed = [(tag.position, 1, tag) for tag in tags]
    placed += [(place, 0, tag) for place, tag in ends.items()] + [(place, 2, tag) for place, tag in starts.items()]
    return [tag for _, _, tag in sorted(placed, key=lambda one: one[:2])]

"""Text and its tags side by side, so that text can be cut, broken, styled and replaced while its markup survives.

A tag stands before the character at its position in the plain text. Tags are kept as they are written.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate

from engine.subtitles.markup import Tag, write_tag, written_tokens


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag, the way it is written, and the position in the plain text that it stands before."""

    position: int
    written: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its tags, and its tags in their order."""

    plain: str
    tags: tuple[PlacedTag, ...] = ()

    def written(self) -> str:
        """Return the text with its tags in it."""
        parts, position = [], 0
        for tag in self.tags:
            parts += [self.plain[position : tag.position], tag.written]
            position = tag.position
        return "".join([*parts, self.plain[position:]])


def read(text: str) -> Marked:
    if "<" not in text:
        return Marked(text)
    parts: list[str] = []
    tags: list[PlacedTag] = []
    position = 0
    for written, tag in written_tokens(text):
        if tag is not None:
            tags.append(PlacedTag(position, written, tag))
        else:
            parts.append(written)
            position += len(written)
    return Marked("".join(parts), tuple(tags))


def plain(text: str) -> str:
    """Return a text without its tags."""
    return read(text).plain


def squeeze(text: str) -> str:
    """Return a text without whitespace: what stays the same when only lines are broken anew."""
    return "".join(text.split())


def place_behind(text: str, letters: int) -> int:
    """Return the place in a plain text right behind so many of its characters, whitespace not counted."""
    for place, character in enumerate(text):
        if letters == 0:
            return place
        letters -= not character.isspace()
    return len(text)


def to_plain(marked: Marked, position: int) -> int:
    """Turn a position in the written text into one in the plain text; inside a tag it is the tag's place."""
    skipped = 0
    for tag in marked.tags:
        begin = tag.position + skipped
        if position < begin:
            break
        if position < begin + len(tag.written):
            return tag.position
        skipped += len(tag.written)
    return min(max(position - skipped, 0), len(marked.plain))


def to_written(marked: Marked, begin: int, end: int) -> tuple[int, int]:
    """Turn a range of the plain text into one of the written text, without the tags at its edges."""
    before = sum(len(tag.written) for tag in marked.tags if tag.position <= begin)
    inside = sum(len(tag.written) for tag in marked.tags if begin < tag.position < end)
    return begin + before, end + before + inside


def cut(marked: Marked, position: int) -> tuple[str, str]:
    """Cut at a position of the plain text into two written texts. Tags that are open there are closed and reopened."""
    left = [tag for tag in marked.tags if _stays_left(tag, position)]
    right = [tag for tag in marked.tags if not _stays_left(tag, position)]
    still_open = _open_tags(left)
    closing = tuple(_end_of(tag, position) for tag in reversed(still_open))
    opening = tuple(replace(tag, position=0) for tag in still_open)
    moved = tuple(replace(tag, position=tag.position - position) for tag in right)
    return (
        Marked(marked.plain[:position], tuple(left) + closing).written(),
        Marked(marked.plain[position:], opening + moved).written(),
    )


def _stays_left(tag: PlacedTag, position: int) -> bool:
    return tag.position < position or (tag.position == position and tag.tag.ends)


def trimmed(text: str) -> str:
    """Take the whitespace off both ends of the plain text; tags stay."""
    marked = read(text)
    left = len(marked.plain) - len(marked.plain.lstrip())
    inner = marked.plain.strip()
    tags = (replace(tag, position=min(max(tag.position - left, 0), len(inner))) for tag in marked.tags)
    return Marked(inner, tuple(tags)).written()


def respaced(text: str, new_plain: str) -> str:
    """Give a text the whitespace of `new_plain`, which must say the same; tags stay with their characters."""
    marked = read(text)
    if squeeze(marked.plain) != squeeze(new_plain):
        raise ValueError("only whitespace may differ")
    places = [position for position, character in enumerate(new_plain) if not character.isspace()]
    counts = list(accumulate((not character.isspace() for character in marked.plain), initial=0))
    tags: list[PlacedTag] = []
    for tag in marked.tags:
        count = counts[tag.position]
        if tag.tag.ends:
            position = places[count - 1] + 1 if count else 0
        else:
            position = places[count] if count < len(places) else len(new_plain)
        tags.append(replace(tag, position=max(position, tags[-1].position if tags else 0)))
    return Marked(new_plain, tuple(tags)).written()


def replaced(marked: Marked, spans: Iterable[tuple[int, int, str]]) -> str:
    """Put texts in the place of ranges of the plain text, which are in order and apart, and return it written.

    A pair of tags inside a range surrounds the new text; a single tag there comes to stand behind it.
    """
    parts: list[str] = []
    tags: list[PlacedTag] = []
    rest = deque(marked.tags)
    done = shift = 0
    for begin, end, text in spans:
        parts += [marked.plain[done:begin], text]
        tags += [replace(tag, position=tag.position + shift) for tag in _taken(rest, begin)]
        inside = _taken(rest, end - 1)
        pairs = _pairs(inside)
        opening = [tag for index, tag in enumerate(inside) if index in pairs and not tag.tag.ends]
        others = [tag for index, tag in enumerate(inside) if index not in pairs or tag.tag.ends]
        tags += [replace(tag, position=begin + shift) for tag in opening]
        tags += [replace(tag, position=begin + shift + len(text)) for tag in others]
        shift += len(text) - (end - begin)
        done = end
    tags += [replace(tag, position=tag.position + shift) for tag in rest]
    return Marked("".join([*parts, marked.plain[done:]]), tuple(tags)).written()


def _taken(tags: deque[PlacedTag], last: int) -> list[PlacedTag]:
    """Take the tags up to position `last` off the front."""
    taken = []
    while tags and tags[0].position <= last:
        taken.append(tags.popleft())
    return taken


def _pairs(tags: list[PlacedTag]) -> set[int]:
    """Return the indexes of the tags that have both their start and their end among `tags`."""
    pairs: set[int] = set()
    started: dict[str, list[int]] = {}
    for index, tag in enumerate(tags):
        waiting = started.setdefault(tag.tag.name, [])
        if not tag.tag.ends:
            waiting.append(index)
        elif waiting:
            pairs |= {waiting.pop(), index}
    return pairs


def _open_tags(tags: Iterable[PlacedTag]) -> list[PlacedTag]:
    """Return the tags that nothing has ended, the outermost first."""
    still_open: list[PlacedTag] = []
    for tag in tags:
        if not tag.tag.ends:
            still_open.append(tag)
            continue
        for index in range(len(still_open) - 1, -1, -1):
            if still_open[index].tag.name == tag.tag.name:
                del still_open[index]
                break
    return still_open


def _end_of(tag: PlacedTag, position: int) -> PlacedTag:
    end = Tag(tag.tag.name, ends=True)
    return PlacedTag(position, write_tag(end), end)

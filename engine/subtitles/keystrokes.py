"""When typing goes on: which changes of a text continue the one before, so that undo takes back a word at a time."""

from dataclasses import dataclass
from typing import Literal

from engine.subtitles.edits import TypedIn


@dataclass(frozen=True, slots=True)
class Typing:
    """What the last change of a text was and where it left the cursor: "adding", "removing" or a "jump"."""

    place: TypedIn
    kind: Literal["adding", "removing", "jump"]
    cursor: int


def typing(place: TypedIn, before: str, after: str) -> Typing:
    """Find out what was typed, from the text as it was and as it is."""
    most = min(len(before), len(after))
    begin = next((index for index in range(most) if before[index] != after[index]), most)
    behind = next((index for index in range(most - begin) if before[-1 - index] != after[-1 - index]), most - begin)
    if len(before) == begin + behind:
        return Typing(place, "adding", len(after) - behind)
    if len(after) == begin + behind:
        return Typing(place, "removing", begin)
    return Typing(place, "jump", len(after) - behind)


def continued(last: Typing, place: TypedIn, before: str, after: str) -> Typing | None:
    """Return the typing that goes on from `last`, or None where a new step begins.

    A step ends where a new word begins, where removing follows adding or the other way round, where the cursor was put
    elsewhere, and with every paste.
    """
    cursor, grown = last.cursor, len(after) - len(before)
    if place != last.place or abs(grown) != 1:
        return None
    if grown > 0:
        begins_word = not after[cursor : cursor + 1].isspace() and before[:cursor][-1:].isspace()
        goes_on = after[:cursor] == before[:cursor] and after[cursor + 1 :] == before[cursor:]
        return Typing(place, "adding", cursor + 1) if goes_on and not begins_word and last.kind != "removing" else None
    if last.kind != "removing":
        return None
    if cursor and after == before[: cursor - 1] + before[cursor:]:
        return Typing(place, "removing", cursor - 1)
    return Typing(place, "removing", cursor) if after == before[:cursor] + before[cursor + 1 :] else None

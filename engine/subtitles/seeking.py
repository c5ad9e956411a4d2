"""Where a cue stands, by its id: looked for around the place where it stood last, however many cues there are."""

from functools import lru_cache

from engine.subtitles.document import Cue

_NEAR = 64  # cues on each side that are looked at first; then twice as many, and so on


def index_of(cues: tuple[Cue, ...], cue: int) -> int | None:
    """Return the index of the cue with an id, None if it isn't there."""
    seen = _last_seen(cue)
    place = min(seen[0], len(cues) - 1)
    if place >= 0 and cues[place].id == cue:
        return place
    last = _last_seen(0)  # a cue that is new stands beside the one that it was made of
    found = _outward(cues, cue, max(place, 0), _NEAR)
    if found is None:
        found = _outward(cues, cue, min(last[0], max(len(cues) - 1, 0)), 2 * len(cues))
    if found is not None:
        seen[0] = last[0] = found
    return found


@lru_cache(maxsize=4096)
def _last_seen(cue: int) -> list[int]:
    """Return the place, to be changed, where a cue was found last, in whatever document: a file's cues are counted.

    It is where the search begins and never an answer, so that it doesn't matter whose document it was.
    """
    return [max(cue - 1, 0)]


def _outward(cues: tuple[Cue, ...], cue: int, place: int, most: int) -> int | None:
    """Look around a place, at `most` cues on each side or some more."""
    below, above, size = place, place, _NEAR
    while below > 0 or above < len(cues):
        for begin, end in ((above, min(above + size, len(cues))), (max(below - size, 0), below)):
            for index in range(begin, end):
                if cues[index].id == cue:
                    return index
        if size >= most:
            return None
        below, above, size = max(below - size, 0), min(above + size, len(cues)), 2 * size
    return None

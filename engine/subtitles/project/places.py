"""Where each cue's row stands among the others: whole numbers with room between, so that an insertion moves nobody."""

from collections.abc import Iterator, Mapping, Sequence

STEP = 1 << 40  # room between neighbours of a new document; 4 million cues fill SQLite's 63 bits
_NEAR = 1 << 20  # behind the cue before: a row of cues, each inserted behind the last, halves nothing


def spread(cues: Sequence[int]) -> dict[int, int]:
    """Give the cues, known by id, places with as much room as there is."""
    return {cue: (index + 1) * STEP for index, cue in enumerate(cues)}


def fit_in(order: Sequence[int], new: Sequence[int], places: Mapping[int, int]) -> dict[int, int] | None:
    """Return places for the cues at the indices `new` of `order` between those of all others.

    `new` is sorted. Return None if there is no room left somewhere: all must be spread again then.
    """
    found: dict[int, int] = {}
    for start, end in _runs(new):
        low = places[order[start - 1]] if start else None
        high = places[order[end]] if end < len(order) else None
        if low is None:
            low = 0 if high is None else high - (end - start + 1) * STEP
        if high is None:
            high = low + (end - start + 1) * STEP
        step = min((high - low) // (end - start + 1), STEP if end == len(order) else _NEAR)
        if not step or not -(1 << 62) < low < high < 1 << 62:
            return None
        found |= {order[index]: low + (index - start + 1) * step for index in range(start, end)}
    return found


def _runs(indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield stretches of neighbouring indices as (first, last + 1)."""
    start = 0
    for at in range(1, len(indices) + 1):
        if at == len(indices) or indices[at] != indices[at - 1] + 1:
            yield indices[start], indices[at - 1] + 1
            start = at

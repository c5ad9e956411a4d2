"""Where each cue's row stands among the others: whole numbers with room between, so that an insertion moves nobody."""

from collections.abc import Callable, Iterator, Sequence

APART = 1 << 40  # room between neighbours of a new document; 4 million cues fill SQLite's 63 bits
_NEAR = 1 << 27  # behind the cue before: a row of cues, each inserted behind the last, halves nothing
_FARTHEST = 1 << 62


def fit_in(count: int, arrived: Sequence[int], place_at: Callable[[int], int]) -> dict[int, int] | None:
    """Return places for the rows at the indices `arrived`, sorted, of `count` rows; `place_at` knows those of others.

    Return None if there is no room left somewhere: all must be placed again then, (index + 1) * APART each.
    """
    found: dict[int, int] = {}
    for start, end in _runs(arrived):
        rows = end - start
        low = place_at(start - 1) if start else place_at(end) - (rows + 1) * APART if end < count else 0
        high = place_at(end) if end < count else low + (rows + 1) * APART
        step = min((high - low) // (rows + 1), APART if end == count or not start else _NEAR)
        if step < 1 or not -_FARTHEST < low < high < _FARTHEST:
            return None
        found |= {index: low + (index - start + 1) * step for index in range(start, end)}
    return found


def _runs(indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield stretches of neighbouring indices as (first, last + 1)."""
    start = 0
    for at in range(1, len(indices) + 1):
        if at == len(indices) or indices[at] != indices[at - 1] + 1:
            yield indices[start], indices[at - 1] + 1
            start = at

"""A cue is found by its id wherever it stands, and where it stood before doesn't matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.subtitles.document import Cue
from engine.subtitles.seeking import index_of


def cues(*ids: int) -> tuple[Cue, ...]:
    return tuple(Cue(number, 0, 1, "") for number in ids)


@pytest.mark.parametrize(
    ("ids", "cue", "expected"),
    [
        ((1, 2, 3), 2, 1),
        ((3, 1, 2), 3, 0),
        ((5,), 5, 0),
        ((), 1, None),
        ((1, 2), 9, None),
        ((7, 1_000_000), 1_000_000, 1),
    ],
)
def test_a_cue_is_found_by_its_id(ids: tuple[int, ...], cue: int, expected: int | None) -> None:
    assert index_of(cues(*ids), cue) == expected


def test_a_cue_that_moved_far_is_found_in_every_document() -> None:
    first, second = cues(*range(1, 3000)), cues(*range(2, 3000), 1)
    for _ in range(2):
        assert index_of(first, 1) == 0
        assert index_of(second, 1) == 2998


@given(st.permutations(range(1, 400)), st.integers(0, 401))
def test_every_cue_is_found_however_they_are_mixed(ids: list[int], cue: int) -> None:
    assert index_of(cues(*ids), cue) == (ids.index(cue) if cue in ids else None)

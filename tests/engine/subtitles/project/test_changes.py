"""What differs between the cues of two documents is found, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.subtitles.document import Cue, VttCue, VttSettings
from engine.subtitles.project.changes import Changes, Cues, changes

A, B, C, D = (Cue(number, number * 1000, number * 1000 + 500, text) for number, text in enumerate("abcd", 1))
OTHER_A, OTHER_B = replace(A, end=9), replace(B, text="x")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((A, B), (A, B), Changes()),
        ((A, B, C), (A, OTHER_B, C), Changes(changed=(OTHER_B,))),
        ((A, C), (A, B, C), Changes(arrived=(1,))),
        ((A, B, C), (A, C), Changes(gone=(2,))),
        ((A, B, C, D), (B, C, D, A), Changes(arrived=(3,))),
        ((A, B, C), (A, OTHER_B), Changes(gone=(3,), changed=(OTHER_B,))),
        ((A, B, D), (C, OTHER_A, D), Changes((2,), (OTHER_A,), (0,))),
        ((), (A, B), Changes(arrived=(0, 1))),
        ((A,), (), Changes(gone=(1,))),
    ],
)
def test_changes_are_the_cues_that_differ(before: Cues, after: Cues, expected: Changes) -> None:
    assert changes(before, after) == expected


def test_equal_numbers_of_two_types_differ() -> None:
    one, other = (replace(A, extra=VttCue(settings=VttSettings(size=size))) for size in (100, 100.0))
    assert repr(changes((one,), (other,))) == repr(Changes(changed=(other,)))


@pytest.mark.parametrize("after", [(A, A, B), (A, B, OTHER_A), (OTHER_A, A, B), (A, OTHER_B, C, C)])
def test_two_cues_with_one_id_are_a_bug(after: Cues) -> None:
    with pytest.raises(ValueError, match="one id"):
        changes((A, B), after)


_CUES = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 2)), unique_by=lambda cue: cue[0], max_size=12).map(
    lambda made: tuple(Cue(number, version, 0, "") for number, version in made)
)


@settings(deadline=None, max_examples=60)
@given(before=_CUES, after=_CUES)
def test_the_changes_make_one_document_of_the_other(before: Cues, after: Cues) -> None:
    found = changes(before, after)
    arrived = {at: after[at] for at in found.arrived}
    leaving = {*found.gone, *(cue.id for cue in arrived.values())}
    changed = {cue.id: cue for cue in found.changed}
    staying = iter([changed.get(cue.id, cue) for cue in before if cue.id not in leaving])
    assert tuple(arrived[at] if at in arrived else next(staying) for at in range(len(after))) == after
    assert list(staying) == []

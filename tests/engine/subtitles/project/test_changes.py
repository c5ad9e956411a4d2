"""Changes hold what differs, and lead from one document to the other and back."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.subtitles.document import Cue, VttCue, VttSettings
from engine.subtitles.project.changes import Change, Cues, Misfit, apply, changes

A, B, C, D = (Cue(number, number * 1000, number * 1000 + 500, text) for number, text in enumerate("abcd", 1))


def back(cues: Cues, changed: tuple[Change, ...]) -> Cues:
    return apply(cues, [change.reversed() for change in changed])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((A, B), (A, B), ()),
        ((A, B, C), (A, replace(B, text="x"), C), (Change(B, replace(B, text="x")),)),
        ((A, C), (A, B, C), (Change(None, B, None, 1),)),
        ((A, B, C), (A, C), (Change(B, None, 1, None),)),
        ((A, B, C, D), (B, C, D, A), (Change(A, A, 0, 3),)),
        ((A, B, C), (A, replace(B, text="b\nc")), (Change(B, replace(B, text="b\nc")), Change(C, None, 2, None))),
        (
            (A, B, D),
            (C, replace(A, end=9), D),
            (Change(A, replace(A, end=9)), Change(B, None, 1), Change(None, C, None, 0)),
        ),
        ((), (A,), (Change(None, A, None, 0),)),
        ((A,), (), (Change(A, None, 0, None),)),
    ],
)
def test_changes_are_the_cues_that_differ(before: Cues, after: Cues, expected: tuple[Change, ...]) -> None:
    assert changes(before, after) == expected
    assert apply(before, expected) == after
    assert back(after, expected) == before


def test_an_edit_behind_leaves_a_change_in_front_as_it_was() -> None:
    edited = replace(A, text="x")
    assert changes((A, B), (edited, B)) == changes((A, B, C, D), (edited, B, C, D))


def test_equal_numbers_of_two_types_differ() -> None:
    one, other = (replace(A, extra=VttCue(settings=VttSettings(size=size))) for size in (100, 100.0))
    assert changes((one,), (other,)) == (Change(one, other),)
    assert repr(apply((one,), [Change(one, other)])) == repr((other,))


@pytest.mark.parametrize(
    "change",
    [
        Change(B, C),
        Change(C, None, 2),
        Change(replace(A, text="other"), None, 0),
        Change(A, None, 1),
        Change(None, C, None, 3),
        Change(None, C, None, -1),
    ],
)
def test_changes_of_another_document_are_refused(change: Change) -> None:
    with pytest.raises(Misfit):
        apply((A, replace(B, id=9)), [change])


_CUES = st.lists(st.tuples(st.integers(1, 12), st.integers(0, 2)), unique_by=lambda cue: cue[0], max_size=12).map(
    lambda made: tuple(Cue(number, version, 0, "") for number, version in made)
)


@settings(deadline=None)
@given(before=_CUES, after=_CUES)
def test_any_two_documents_lead_to_each_other(before: Cues, after: Cues) -> None:
    changed = changes(before, after)
    assert apply(before, changed) == after
    assert back(after, changed) == before
    assert len({change.cue for change in changed}) == len(changed)

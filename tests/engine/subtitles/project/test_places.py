"""New rows find room between the old ones, and the old ones stay."""

from engine.subtitles.project.places import STEP, fit_in


def test_the_first_rows_have_room_everywhere() -> None:
    assert fit_in(2, [0, 1], [].__getitem__) == {0: STEP, 1: 2 * STEP}


def test_rows_at_both_ends_and_between_find_places() -> None:
    places = {2: STEP, 4: 2 * STEP}
    found = fit_in(6, [0, 1, 3, 5], places.__getitem__)
    assert found == {0: -STEP, 1: 0, 3: STEP + (1 << 27), 5: 3 * STEP}


def test_five_thousand_rows_fit_behind_each_other() -> None:
    places = [STEP, 2 * STEP]
    for at in range(1, 5_001):
        found = fit_in(len(places) + 1, [at], lambda index, at=at: places[index - (index > at)])  # type: ignore[misc]
        assert found is not None
        places.insert(at, found[at])
    assert places == sorted(set(places))


def test_where_no_room_is_left_all_must_move() -> None:
    assert fit_in(3, [1], [7, 0, 8].__getitem__) is None
    assert fit_in(2, [0], [0, -(1 << 62) + 5].__getitem__) is None

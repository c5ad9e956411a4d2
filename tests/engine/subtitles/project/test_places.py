"""New rows find room between the old ones, and the old ones stay."""

from engine.subtitles.project.places import APART, fit_in


def test_the_first_rows_have_room_everywhere() -> None:
    assert fit_in(2, [0, 1], [].__getitem__) == {0: APART, 1: 2 * APART}


def test_rows_at_both_ends_and_between_find_places() -> None:
    places = {2: APART, 4: 2 * APART}
    found = fit_in(6, [0, 1, 3, 5], places.__getitem__)
    assert found == {0: -APART, 1: 0, 3: APART + (1 << 27), 5: 3 * APART}


def test_five_thousand_rows_fit_behind_each_other() -> None:
    places = [APART, 2 * APART]
    for at in range(1, 5_001):
        found = fit_in(len(places) + 1, [at], lambda index, at=at: places[index - (index > at)])  # type: ignore[misc]
        assert found is not None
        places.insert(at, found[at])
    assert places == sorted(set(places))


def test_where_no_room_is_left_all_must_move() -> None:
    assert fit_in(3, [1], [7, 0, 8].__getitem__) is None
    assert fit_in(2, [0], [0, -(1 << 62) + 5].__getitem__) is None

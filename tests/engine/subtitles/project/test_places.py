"""New rows find room between the old ones, and the old ones stay."""

from engine.subtitles.project.places import STEP, fit_in, spread


def in_order(order: list[int], places: dict[int, int]) -> bool:
    return [places[cue] for cue in order] == sorted({places[cue] for cue in order})


def test_a_new_document_has_room_everywhere() -> None:
    assert spread([5, 3]) == {5: STEP, 3: 2 * STEP}


def test_cues_at_both_ends_and_between_find_places() -> None:
    order = [10, 11, 1, 12, 2, 13]
    found = fit_in(order, [0, 1, 3, 5], spread([1, 2]))
    assert found is not None
    assert found.keys() == {10, 11, 12, 13}
    assert in_order(order, spread([1, 2]) | found)
    assert found[13] == 3 * STEP


def test_the_first_cues_of_an_empty_document_find_places() -> None:
    assert fit_in([1, 2], [0, 1], {}) == spread([1, 2])


def test_ten_thousand_cues_fit_behind_each_other() -> None:
    places, order = spread([1, 2]), [1, 2]
    for cue in range(3, 10_003):
        order.insert(len(order) - 1, cue)
        found = fit_in(order, [len(order) - 2], places)
        assert found is not None
        places |= found
    assert in_order(order, places)


def test_where_no_room_is_left_all_must_move() -> None:
    assert fit_in([1, 3, 2], [1], {1: 7, 2: 8}) is None
    assert fit_in([3, 1], [0], {1: -(1 << 62) + 5}) is None

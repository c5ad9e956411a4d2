"""Error rates counted by hand."""

import pytest

from engine.evaluation.rates import Counts, Step, align_characters, align_words, interval


@pytest.mark.parametrize(
    ("said", "heard", "counts"),
    [
        ("the cat sat on the mat", "the cat sat on the mat", Counts(6, 0, 0, 0)),
        ("the cat sat on the mat", "the bat sat on mat", Counts(4, 1, 1, 0)),
        ("the cat sat", "so the cat sat down", Counts(3, 0, 0, 2)),
        ("the cat", "", Counts(0, 0, 2, 0)),
        ("", "thank you", Counts(0, 0, 0, 2)),
        ("", "", Counts()),
    ],
)
def test_words_are_right_wrong_left_out_or_invented(said: str, heard: str, counts: Counts) -> None:
    assert align_words(said, heard).counts == counts


def test_a_rate_is_errors_for_each_word_of_the_reference() -> None:
    assert Counts(4, 1, 1, 0).rate == pytest.approx(2 / 6)
    assert Counts(1, 0, 0, 3).rate == 3.0
    assert Counts(insertions=2).rate is None
    assert Counts(4, 1, 1, 0) + Counts(1, 0, 0, 2) == Counts(5, 1, 1, 2)


def test_characters_count_with_their_spaces() -> None:
    assert align_characters("a cat", "acats").counts == Counts(4, 0, 1, 1)


def test_errors_are_counted_within_a_stretch() -> None:
    alignment = align_characters("see sotto now", "see so to now")
    assert alignment.within(4, 9).errors == 1
    assert alignment.within(0, 3) == Counts(hits=3)


def test_what_is_put_beside_a_word_is_not_its_error() -> None:
    alignment = align_words("a b", "a x b")
    assert alignment.steps == (Step("equal", 0, 1, 0, 1), Step("insert", 1, 1, 1, 2), Step("equal", 1, 2, 2, 3))
    assert alignment.within(0, 1) == Counts(hits=1)
    assert alignment.within(0, 2) == Counts(hits=2, insertions=1)
    assert alignment.matches() == {0: 0, 1: 2}


def test_places_are_found_in_what_was_heard() -> None:
    alignment = align_words("a b c d", "a x d")
    assert [alignment.heard(place) for place in range(5)] == [0, 1, 2, 2, 3]
    assert align_words("", "").heard(0) == 0


def test_an_interval_holds_the_rate_and_is_the_same_every_time() -> None:
    texts = [Counts(hits=9, substitutions=1)] * 30 + [Counts(hits=5, deletions=5)] * 10
    low, high = interval(texts) or (0, 0)
    assert 0.13 < low < 0.2 < high < 0.27
    assert interval(texts) == (low, high)
    assert interval(texts, seed=1) != (low, high)


def test_texts_that_are_all_the_same_leave_no_doubt() -> None:
    assert interval([Counts(hits=3, substitutions=1)] * 5) == (0.25, 0.25)


def test_what_is_invented_over_silence_counts_in_every_sample() -> None:
    assert interval([Counts(hits=2), Counts(hits=2), Counts(insertions=1)]) == (0.25, 0.25)


def test_one_text_tells_nothing_about_others() -> None:
    assert interval([Counts(hits=9, substitutions=1)]) is None
    assert interval([Counts(hits=9, substitutions=1), Counts()]) is None

"""Distances between true and heard times."""

from engine.evaluation.reference import Line
from engine.evaluation.times import TimeErrors, segment_errors, word_errors

SAID = (Line("Good evening.", 1_000, 2_000), Line("Come in, please!", 3_000, 4_500))


def test_segments_are_compared_where_the_same_word_begins_or_ends_them() -> None:
    heard = (Line(" good evening", 1_040, 1_900), Line(" come in peace", 2_980, 4_400))
    errors = segment_errors(SAID, heard, "en")
    assert errors.starts == TimeErrors((40, 20), 2)
    assert errors.ends == TimeErrors((100,), 2)


def test_segments_that_were_cut_elsewhere_are_not_compared() -> None:
    errors = segment_errors(SAID, (Line(" Good evening. Come in, please!", 900, 4_600),), "en")
    assert errors.starts == TimeErrors((100,), 2)
    assert errors.ends == TimeErrors((100,), 2)


def test_lines_without_times_or_words_are_no_segments() -> None:
    errors = segment_errors((Line("Good evening"), Line("[music]", 0, 900)), (Line("Good evening", 0, 500),), "en")
    assert errors.starts == TimeErrors((), 0)


def test_words_are_compared_where_they_were_heard_right() -> None:
    said = (Line("Twenty-one", 500, 900), Line("cats", 1_000, 1_400), Line("sat", 1_500, 1_800))
    heard = (
        Line(" twenty", 560, 700),
        Line(" one", 700, 900),
        Line(" hats", 1_000, 1_400),
        Line(" sat.", 1_480, 1_900),
    )
    assert word_errors(said, heard, "en") == TimeErrors((60, 20), 3)


def test_the_median_and_the_ninth_of_ten() -> None:
    errors = TimeErrors(tuple(range(0, 110, 10)), 11)
    assert (errors.median, errors.p90) == (50, 90)
    assert (TimeErrors((30,), 1).median, TimeErrors((30,), 1).p90) == (30, 30)
    assert (TimeErrors().median, TimeErrors().p90) == (None, None)

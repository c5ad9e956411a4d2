"""What is counted as an error."""

from engine.training.greedy import Answer, distance, told_rightly, word_errors, words


def test_words_are_compared_without_case_and_signs() -> None:
    assert words("Hvor er FUGLENE? It's—there.") == ["hvor", "er", "fuglene", "it's", "there"]


def test_distance_counts_wrong_missing_and_extra_words() -> None:
    assert distance(list("kitten"), list("sitting")) == 3
    assert distance([], list("abc")) == distance(list("abc"), []) == 3
    assert distance(list("abc"), list("abc")) == 0


def test_errors_are_a_share_of_all_words() -> None:
    answers = [Answer("en", "en", "one two three", "one too three"), Answer("en", "no", "four", "four")]
    assert word_errors(answers) == 0.25
    assert told_rightly(answers) == 0.5

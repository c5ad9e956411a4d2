"""What counts as a character and as a word, and how long reading takes."""

import pytest

from engine.subtitles.counting import characters, plain_characters, reading_time, words
from engine.subtitles.profiles import Limit, Profile


@pytest.mark.parametrize(
    ("text", "everything", "letters"),
    [
        ("Hello, you.", 11, 8),
        ("two\nlines", 8, 8),
        ("<i>a</i> b", 3, 2),
        ("Hællå, «der»!", 13, 8),
        ("e\u0301e\u0301", 2, 2),
        ("a\u200db\u202ac\ufeff", 3, 3),
        ("5 € + 3", 7, 4),
        ("东京。", 3, 2),
        ("", 0, 0),
    ],
)
def test_characters_are_counted_by_two_rules(text: str, everything: int, letters: int) -> None:
    assert (characters(text), characters(text, "letters")) == (everything, letters)


def test_plain_text_has_no_markup() -> None:
    assert plain_characters("<i>a</i>") == 8


def test_words_stand_between_spaces() -> None:
    assert [words(text) for text in ("one two\nthree", "<i>one</i>", "", "东京")] == [3, 1, 0, 1]


def test_reading_takes_as_long_as_the_slower_of_two_speeds() -> None:
    profile = Profile("a", "A", characters_per_second=Limit(20, 10), words_per_minute=Limit(120))
    assert reading_time(20, 1, profile) == 1000
    assert reading_time(20, 4, profile) == 2000
    assert reading_time(30, 1, profile, advised=True) == 3000
    assert reading_time(30, 1, Profile("b", "B")) == 0

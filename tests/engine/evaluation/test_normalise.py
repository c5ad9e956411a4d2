"""Texts as they are compared."""

import pytest

from engine.evaluation.normalise import normalise, simplify


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hello, World!", "hello world"),
        ("[music] (laughs) It's Mr. Smith.", "it is mister smith"),
        ("Ten thousand dollars", "$10000"),
        ("Um, they won't organise the colours", "they will not organize the colors"),
        ("the cause of it, kinda", "the cause of it kinda"),
        ("", ""),
    ],
)
def test_english_is_written_one_way(text: str, left: str) -> None:
    assert normalise(text, "en") == left


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("¿Qué tal, señor?", "es", "qué tal señor"),
        ("Blåbær  [støy] og\nFLØTE – «nå»", "no", "blåbær og fløte nå"),
        ("It's ten o'clock", None, "it s ten o clock"),
        ("東京、です。", "ja", "東 京 で す"),
        ("ไทย", "th", "ไ ท ย"),
    ],
)
def test_other_languages_keep_their_words_and_letters(text: str, language: str | None, left: str) -> None:
    assert normalise(text, language) == left


def test_words_that_are_timed_stay_as_many_as_they_are() -> None:
    assert simplify("twenty-one", "en") == "twenty one"

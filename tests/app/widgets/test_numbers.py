"""Numbers are written as the language of the window does, and read as anybody types them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from app.widgets.numbers import fixed, read_number, short


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("language", "written", "least"),
    [("en", "1234.500", "1234.5"), ("nb", "1234,500", "1234,5"), ("ar_EG", "١٢٣٤٫٥٠٠", "١٢٣٤٫٥")],
)
def test_a_number_looks_as_the_language_writes_it_and_can_be_typed_again(
    language: str, written: str, least: str
) -> None:
    QLocale.setDefault(QLocale(language))
    assert (fixed(1234.5, 3), short(1234.5)) == (written, least)
    assert read_number(written) == 1234.5


@pytest.mark.parametrize(
    ("value", "text"), [(25, "25"), (100.0, "100"), (23.976, "23.976"), (0.25, "0.25"), (0.0, "0")]
)
def test_decimals_that_say_nothing_are_left_out(value: float, text: str) -> None:
    assert short(value) == text


@pytest.mark.parametrize(("typed", "number"), [("2.5", 2.5), (" 2,5 ", 2.5), ("-1", -1.0), ("two", None), ("", None)])
def test_point_and_comma_are_both_understood(typed: str, number: float | None) -> None:
    assert read_number(typed) == number

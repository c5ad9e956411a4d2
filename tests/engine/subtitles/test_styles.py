"""Styles as layers over a text."""

import pytest

from engine.subtitles.styles import has_style, with_style


@pytest.mark.parametrize(
    ("text", "begin", "end", "has"),
    [
        ("<i>a</i> <i>b</i>", 0, None, True),
        ("<i>a</i> b", 0, None, False),
        ("<i>a</i> b", 0, 1, True),
        ("<i><i>a</i>b</i>", 0, None, True),
        ("</i><b>a", 0, None, False),
        ("<i> </i>", 0, None, False),
    ],
)
def test_a_range_has_a_style_if_every_visible_character_has(text: str, begin: int, end: int | None, has: bool) -> None:
    assert has_style(text, "i", begin, end) is has


@pytest.mark.parametrize(
    ("text", "begin", "end", "expected"),
    [
        ("abc", 1, 2, "a<i>b</i>c"),
        (" ab ", 0, None, " <i>ab</i> "),
        ("<b>ab</b>cd", 1, 3, "<b>a<i>b</i></b><i>c</i>d"),
        ("a<i>b</i>c", 0, None, "<i>abc</i>"),
        ("  ", 0, None, "  "),
        ('<font size="1">a</font>', 0, None, '<font size="1"><i>a</i></font>'),
    ],
)
def test_a_style_is_given_without_crossing_tags(text: str, begin: int, end: int | None, expected: str) -> None:
    assert with_style(text, "i", "<i>", begin, end) == expected


def test_a_style_is_taken_from_a_part() -> None:
    assert with_style("<i>a<b>b</b>c</i>", "i", None, 1, 2) == "<i>a</i><b>b</b><i>c</i>"


def test_other_attributes_of_a_font_stay_where_no_colour_is_set() -> None:
    text = '<font face="A" color="red">ab</font>'
    assert with_style(text, "font", None, 1, 2) == '<font face="A" color="red">a</font>b'

"""Text and its tags side by side."""

import pytest

from engine.subtitles.marked import (
    cut,
    place_behind,
    plain,
    read,
    replaced,
    respaced,
    to_plain,
    to_written,
    trimmed,
)


@pytest.mark.parametrize("text", ["", "a < b", "<i>a</I>b", '<font face="x" COLOR=red>a</font>', "</b>a<u>"])
def test_text_comes_back_as_it_was_written(text: str) -> None:
    assert read(text).written() == text


def test_plain_text_has_no_tags() -> None:
    assert plain("<i>a</i> <c>b") == "a <c>b"


def test_positions_go_both_ways_around_tags() -> None:
    marked = read("a<i>bc</i>d")
    assert [to_plain(marked, position) for position in range(13)] == [0, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3, 4, 4]
    assert to_written(marked, 1, 3) == (4, 6)
    assert to_written(marked, 0, 4) == (0, 11)


def test_letters_are_counted_without_whitespace() -> None:
    assert [place_behind("a b\nc", letters) for letters in range(5)] == [0, 1, 3, 5, 5]


def test_a_cut_closes_tags_and_opens_them_again() -> None:
    assert cut(read('<i>a<font size="2">b c</font></i>d'), 2) == (
        '<i>a<font size="2">b</font></i>',
        '<i><font size="2"> c</font></i>d',
    )
    assert cut(read("<i>a</i><b>b</b>"), 1) == ("<i>a</i>", "<b>b</b>")


def test_whitespace_is_trimmed_inside_of_tags() -> None:
    assert trimmed(" <i> a b \n</i> ") == "<i>a b</i>"


def test_tags_stay_with_their_characters_when_lines_are_broken_anew() -> None:
    assert respaced("a <i>b c</i> d", "a\nb\nc d") == "a\n<i>b\nc</i> d"
    assert respaced("<i>你好</i>世界", "你\n好\n世界") == "<i>你\n好</i>\n世界"


def test_only_whitespace_may_change() -> None:
    with pytest.raises(ValueError, match="only whitespace"):
        respaced("a b", "a c")


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("<i>foo</i> bar", [(0, 3, "x")], "<i>x</i> bar"),
        ("he<i>ll</i>o", [(0, 5, "bye")], "<i>bye</i>"),
        ("<i>foo b</i>ar", [(4, 7, "bye")], "<i>foo bye</i>"),
        ("fo<i>o bar</i>", [(0, 3, "new")], "new<i> bar</i>"),
        ("a<b>b</b>a", [(0, 1, "xx"), (2, 3, "")], "xx<b>b</b>"),
        ("<i>a</i>", [(0, 0, "- "), (1, 1, "!")], "<i>- a</i>!"),
    ],
)
def test_markup_survives_what_is_replaced(text: str, spans: list[tuple[int, int, str]], expected: str) -> None:
    assert replaced(read(text), spans) == expected

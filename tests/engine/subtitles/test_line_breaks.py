"""Lines inside a cue: within the width, of about one length, ending where the sense does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.subtitles.counting import characters
from engine.subtitles.line_breaks import Shape, break_marked_text, break_pieces, fits, shape_of
from engine.subtitles.pieces import marked_pieces, pieces
from engine.subtitles.profiles import Limit, Profile, find_profile
from engine.subtitles.short_words import ShortWords

_TWO = Shape(42, 2)


@pytest.mark.parametrize(
    ("language", "text", "broken"),
    [
        ("en", "It all fits on one line.", "It all fits on one line."),
        (
            "en",
            "The quick brown fox jumps over the lazy dog, and then it sleeps.",
            "The quick brown fox jumps over\nthe lazy dog, and then it sleeps.",
        ),
        (
            "en",
            "We met Dr. John Smith in the middle of New York City yesterday.",
            "We met Dr. John Smith in the middle\nof New York City yesterday.",
        ),
        (
            "no",
            "Jeg tror at vi skal reise til Oslo i morgen fordi det er fint vær.",
            "Jeg tror at vi skal reise til Oslo\ni morgen fordi det er fint vær.",
        ),
        (
            "de",
            "Wir haben gestern den alten Mann in der kleinen Stadt am Meer gesehen.",
            "Wir haben gestern den alten Mann\nin der kleinen Stadt am Meer gesehen.",
        ),
        (
            "es",
            "Ayer fuimos a la casa de mi abuela porque quería vernos a todos.",
            "Ayer fuimos a la casa de mi abuela\nporque quería vernos a todos.",
        ),
        (
            "en",
            "Sure. I will be there at nine, and I will bring the others with me.",
            "Sure. I will be there at nine,\nand I will bring the others with me.",
        ),
    ],
)
def test_lines_end_where_the_sense_does(language: str, text: str, broken: str) -> None:
    assert break_marked_text(text, _TWO, language) == broken


def test_markup_has_no_width_and_is_not_broken() -> None:
    text = '<i>The quick brown</i> fox jumps over <font color="red">the lazy dog, an</font>d then it sleeps.'
    broken = '<i>The quick brown</i> fox jumps over\n<font color="red">the lazy dog, an</font>d then it sleeps.'
    assert break_marked_text(text, _TWO, "en") == broken


def test_a_space_that_does_not_break_does_not_break() -> None:
    assert [each.text for each in pieces("100\u00a0km and 5\u202f% more")] == ["100\u00a0km", "and", "5\u202f%", "more"]


def test_punctuation_never_begins_nor_opens_at_the_end_of_a_line() -> None:
    assert [each.text for each in pieces("「東京」、です。ッ")] == ["「東", "京」、", "で", "す。ッ"]
    assert [each.text for each in pieces("เก่าแก่น้ำ")] == ["เก่า", "แก่", "น้ำ"]


def test_korean_breaks_at_its_spaces() -> None:
    assert [each.text for each in pieces("안녕하세요 세계")] == ["안녕하세요", "세계"]


def test_a_word_wider_than_a_line_stands_on_one_of_its_own() -> None:
    found = pieces("see https://example.org/a/very/long/way now")
    assert not fits(found, Shape(20, 3))
    assert break_pieces(found, Shape(20, 3), ShortWords()) == "see\nhttps://example.org/a/very/long/way\nnow"


def test_a_line_holds_only_so_many_words() -> None:
    assert break_marked_text("one two three four", Shape(42, 2, words=2), "en") == "one two\nthree four"


def test_the_first_line_leaves_room_for_the_speaker() -> None:
    assert break_marked_text("one two three", Shape(14, 2, label=5), "en") == "one\ntwo three"
    assert shape_of(find_profile("tiktok"), "Ada") == Shape(24, 2, label=5)


def test_a_shape_aims_at_what_is_advised() -> None:
    bbc = find_profile("bbc")
    assert (shape_of(bbc), shape_of(bbc, advised=False)) == (Shape(37, 2), Shape(40, 3))
    assert shape_of(Profile("a", "A", lines=Limit(1))).lines == 1


@settings(deadline=None, max_examples=100)
@given(text=st.lists(st.text(st.sampled_from("ab.東น้<>i/"), min_size=1, max_size=9), max_size=20).map(" ".join))
def test_breaking_keeps_every_character_and_the_width_where_it_can(text: str) -> None:
    shape = Shape(12, 3)
    broken = break_marked_text(text, shape, "en")
    found = marked_pieces(text)
    assert "".join(broken.split()) == "".join(text.split())
    assert all(characters(line) <= 12 for line in broken.split("\n")) or any(piece.width > 12 for piece in found)
    assert not fits(found, shape) or broken.count("\n") < 3

"""The markup of a cue's text."""

from engine.subtitles.markup import Tag, balanced_tokens, literal, plain_text, said, tokens


def test_the_four_tags_are_markup_and_every_other_bracket_is_itself() -> None:
    assert list(tokens('a < b <I>c</i> <c>d <font color="#FF8800">e</font>')) == [
        "a < b ",
        Tag("i", False),
        "c",
        Tag("i", True),
        " <c>d ",
        Tag("font", False, "#FF8800"),
        "e",
        Tag("font", True),
    ]


def test_unbalanced_tags_are_balanced() -> None:
    assert list(balanced_tokens("<i>a<b>b</i>c</u>")) == [
        Tag("i", False),
        "a",
        Tag("b", False),
        "b",
        Tag("b", True),
        Tag("i", True),
        Tag("b", False),
        "c",
        Tag("b", True),
    ]


def test_nesting_is_bounded() -> None:
    written = list(balanced_tokens("<i>" * 10_000 + "</b>" * 10_000))
    assert len(written) == 32


def test_text_that_looks_like_a_tag_is_guarded() -> None:
    assert list(tokens(literal("<i>x</i>"))) == ["<\u2060i>x<\u2060/i>"]


def test_what_a_reader_sees_has_neither_tags_nor_guards() -> None:
    assert plain_text('<i>a</i> < <font color="red">b') == "a < b"
    assert plain_text(literal("<i>x</i>") + " 1 < 2") == "<i>x</i> 1 < 2"
    assert plain_text("a\u2060b<c>") == "a\u2060b<c>"
    assert said("<i>a\u2060b</i>") == "ab"

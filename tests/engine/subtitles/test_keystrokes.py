"""When typing goes on."""

import pytest

from engine.subtitles.edits import TypedIn
from engine.subtitles.keystrokes import Typing, continued, typing

HERE = TypedIn(1, "text")


@pytest.mark.parametrize(
    ("before", "after", "kind", "cursor"),
    [
        ("", "a", "adding", 1),
        ("helo", "hello", "adding", 4),
        ("a dog", "a big dog", "adding", 6),
        ("hello", "helo", "removing", 3),
        ("a cat", "a dog", "jump", 5),
    ],
)
def test_what_was_typed_is_found_out(before: str, after: str, kind: str, cursor: int) -> None:
    found = typing(HERE, before, after)
    assert (found.kind, found.cursor) == (kind, cursor)


@pytest.mark.parametrize(
    ("last", "before", "after", "expected"),
    [
        (Typing(HERE, "adding", 2), "ab", "abc", 3),
        (Typing(HERE, "adding", 2), "ab", "ab ", 3),
        (Typing(HERE, "adding", 3), "ab ", "ab c", None),
        (Typing(HERE, "jump", 2), "ab", "abc", 3),
        (Typing(HERE, "adding", 2), "ab", "abcd", None),
        (Typing(HERE, "adding", 2), "abc", "abcd", None),
        (Typing(HERE, "adding", 2), "ab", "a", None),
        (Typing(HERE, "removing", 2), "ab", "a", 1),
        (Typing(HERE, "removing", 0), "ab", "b", 0),
        (Typing(HERE, "removing", 1), "ab", "abc", None),
        (Typing(HERE, "removing", 0), "abc", "ab", None),
        (Typing(TypedIn(2, "text"), "adding", 2), "ab", "abc", None),
        (Typing(TypedIn(1, "translation"), "adding", 2), "ab", "abc", None),
    ],
)
def test_typing_goes_on_until_a_new_word_or_another_place(
    last: Typing, before: str, after: str, expected: int | None
) -> None:
    found = continued(last, HERE, before, after)
    assert (found.cursor if found else None) == expected

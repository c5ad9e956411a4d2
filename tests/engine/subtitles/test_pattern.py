"""Patterns that can't freeze the program."""

import pytest

from engine.errors import EditError
from engine.subtitles.pattern import Pattern


def found(
    source: str, text: str, *, plain: bool = False, match_case: bool = True, whole_word: bool = False
) -> list[str]:
    pattern = Pattern(source, plain=plain, match_case=match_case, whole_word=whole_word)
    return [match.group(0) for match in pattern.find_all(text)]


def test_plain_text_is_itself() -> None:
    assert found("a.b", "a.b axb", plain=True) == ["a.b"]


def test_a_space_is_found_where_a_line_breaks() -> None:
    assert found("a b", "a b a\nb", plain=True) == ["a b", "a\nb"]


def test_case_is_folded_for_all_scripts() -> None:
    assert found("STRASSE", "Straße strasse", plain=True, match_case=False) == ["Straße", "strasse"]
    assert found("STRASSE", "Straße STRASSE", plain=True) == ["STRASSE"]


def test_whole_words_are_told_from_parts() -> None:
    assert found("on", "on son one On", plain=True, whole_word=True) == ["on"]
    assert found("o|n", "o on n", whole_word=True) == ["o", "n"]


def test_lines_begin_and_end_where_lines_break() -> None:
    assert found("^.", "ab\ncd") == ["a", "c"]


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("", "nothing to search for"),
        ("(", "is wrong: missing"),
        ("a**", "is wrong: multiple repeat"),
        (r"\p{Foo}", "is wrong: unknown property"),
        (r"\L<x>", "is wrong"),
        ("((a{1000}){1000}){1000}", "counts in braces"),
        ("a{ 100001}", "counts in braces"),
        ("a(?R)?b", "calls itself"),
        ("(?P<x>a(?&x)?b)", "calls itself"),
        ("(" * 450 + ")" * 450 + "|" + "a" * 200, "longer than 1000"),
    ],
)
def test_a_bad_pattern_is_told(source: str, complaint: str) -> None:
    with pytest.raises(EditError, match=complaint):
        found(source, "aaa")


def test_a_pattern_that_would_take_for_ever_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.subtitles.pattern.TIME_LIMIT", 0.05)
    with pytest.raises(EditError, match="takes longer than"):
        found("(a|aa)+$", "a" * 60 + "b")


def test_the_time_is_for_the_whole_search_and_not_for_each_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.subtitles.pattern.TIME_LIMIT", 0.05)
    pattern = Pattern("(a|aa)+$", plain=False, match_case=True, whole_word=False)
    with pytest.raises(EditError, match="takes longer than"):
        sum(len(list(pattern.find_all("a" * 20 + "b"))) for _ in range(100_000))

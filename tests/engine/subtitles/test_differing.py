"""Words that differ between two texts are found with their places; where lines are broken makes no difference."""

import pytest

from engine.subtitles.differing import Differences, Span, differing


def marked(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[begin:end] for begin, end in spans]


@pytest.mark.parametrize(
    ("old", "new", "gone", "came"),
    [
        ("We saw a sheep.", "We saw a ship.", ["sheep."], ["ship."]),
        ("We saw it", "We never saw it", [], ["never"]),
        ("So, we saw it", "we saw it", ["So,"], []),
        ("The same\nwords", "The  same words", [], []),
        ("It is red", "it is red.", ["It", "red"], ["it", "red."]),
        ("", "Something new", [], ["Something", "new"]),
        ("我们看船", "我们看见羊", ["船"], ["见羊"]),
        ("a 👩‍🚀 b", "a 👩‍🚀 c", ["b"], ["c"]),
    ],
)
def test_words_that_differ_are_found_in_both_texts(old: str, new: str, gone: list[str], came: list[str]) -> None:
    found = differing([old], [new])
    assert marked(old, found.old[0]) == gone
    assert marked(new, found.new[0]) == came
    assert found.none is (not gone and not came)


def test_texts_of_several_cues_are_compared_as_one() -> None:
    found = differing(["We had to clean", "the old ship."], ["We had to", "clean the new ship."])
    assert found == Differences(((), ((4, 7),)), ((), ((10, 13),)))


def test_texts_too_long_to_be_compared_word_by_word_differ_as_a_whole() -> None:
    found = differing(["a " * 1000], ["b " * 1000 + "c"])
    assert len(found.old[0]) == 1000
    assert len(found.new[0]) == 1001

"""The words of a cue beside its text."""

import pytest

from engine.subtitles.document import Cue
from engine.subtitles.words import cut_words, moved, retimed, timed_words
from engine.transcript import Word
from tests.support.editing import words

HEARD = words((" a", 0, 100), (" dog,", 200, 500), (" ran", 500, 700), (" home", 700, 900))
CUE = Cue(1, 0, 1000, "a dog, ran home", words=HEARD)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a dog,\nran <i>home</i>", HEARD),
        ("a deep dog, ran home", [HEARD[0], (" deep", 100, 200), *HEARD[1:]]),
        ("a dogs, ran home", [HEARD[0], (" dogs,", 200, 500), *HEARD[2:]]),
        ("dog, ran", HEARD[1:3]),
        ("a dog, run far home", [*HEARD[:2], (" run", 500, 600), (" far", 600, 700), HEARD[3]]),
        ("a dog, ran ho me", [*HEARD[:3], (" ho", 700, 800), (" me", 800, 900)]),
        ("now a dog, ran home soon", [(" now", 0, 0), *HEARD, (" soon", 900, 1000)]),
        ("cat dog, ran hom", [(" cat", 0, 100), *HEARD[1:3], (" hom", 700, 900)]),
        ("", []),
    ],
)
def test_words_that_did_not_change_keep_their_times(text: str, expected: list[Word | tuple[str, int, int]]) -> None:
    wanted = [word if isinstance(word, Word) else Word(*word, 1.0) for word in expected]
    assert retimed(CUE, text) == tuple(wanted)


def test_joined_words_stay_two_so_that_parting_them_gives_their_times_back() -> None:
    joined = retimed(CUE, "adog, ran home")
    assert [word.text for word in joined] == [" a", "dog,", " ran", " home"]
    assert retimed(Cue(1, 0, 1000, "adog, ran home", words=joined), CUE.text) == HEARD


def test_scripts_without_spaces_are_told_apart_by_character() -> None:
    cue = Cue(1, 0, 1000, "你好世界", words=words(("你好", 0, 400), ("世界", 500, 900)))
    assert [(word.text, word.start, word.end) for word in retimed(cue, "你好吗世界")] == [
        ("你好", 0, 400),
        ("吗", 400, 500),
        ("世界", 500, 900),
    ]
    assert retimed(cue, "你好\n世界") == cue.words


def test_words_without_times_stay_without() -> None:
    cue = Cue(1, 0, 1000, "a b", words=(Word(" a", None, None, 0.5), Word(" b", None, None, 0.5)))
    assert retimed(cue, "a new b")[1] == Word(" new", None, None, 1.0)
    assert [(word.start, word.end) for word in timed_words(cue)] == [(0, 500), (500, 1000)]
    assert [word.probability for word in timed_words(cue)] == [0.5, 0.5]


def test_a_cue_without_words_gets_them_by_the_length_of_its_text() -> None:
    assert [(word.text, word.start, word.end) for word in timed_words(Cue(1, 0, 1000, "- <b>Hi</b> 你好"))] == [
        (" -", 0, 200),
        (" Hi", 200, 600),
        (" 你", 600, 800),
        ("好", 800, 1000),
    ]
    assert retimed(Cue(1, 0, 1000, "a"), "b") == ()


def test_words_are_cut_between_and_inside() -> None:
    assert cut_words(CUE, 5) == (HEARD[:2], HEARD[2:])
    left, right = cut_words(CUE, 6)
    assert (left[-1], right[0]) == (Word(" r", 500, 566, 0.5), Word("an", 566, 700, 0.5))
    assert cut_words(CUE, 99) == (HEARD, ())


def test_moved_words_keep_unknown_times_unknown() -> None:
    assert moved((HEARD[0], Word(" x", None, None, 1.0)), 5) == (
        Word(" a", 5, 105, 0.5),
        Word(" x", None, None, 1.0),
    )


def test_a_giant_text_is_compared_at_its_ends_only() -> None:
    many = tuple(Word(f" w{number}", number, number + 1, 0.5) for number in range(3000))
    cue = Cue(1, 0, 3000, "", words=many)
    text = "w0 " + " ".join(f"x{number}" for number in range(1, 2999)) + " w2999"
    after = retimed(cue, text)
    assert (after[0], after[-1], len(after)) == (many[0], many[-1], 3000)

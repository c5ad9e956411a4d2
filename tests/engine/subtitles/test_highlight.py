"""A cue for each word, in which it is underlined."""

from engine.subtitles.document import Cue
from engine.subtitles.highlight import highlighted
from engine.transcript import Word


def test_each_word_is_underlined_while_it_is_said_and_none_in_a_pause() -> None:
    words = (Word(" Hi,", 0, 400, 0.5), Word(" you", 600, 1000, 0.5))
    found = [(each.start, each.end, each.text) for each in highlighted(Cue(1, 0, 1500, "Hi,\nyou", words=words))]
    assert found == [
        (0, 400, "<u>Hi,</u>\nyou"),
        (400, 600, "Hi,\nyou"),
        (600, 1000, "Hi,\n<u>you</u>"),
        (1000, 1500, "Hi,\nyou"),
    ]


def test_a_word_that_a_line_end_parts_is_underlined_as_a_whole() -> None:
    (found,) = highlighted(Cue(1, 0, 400, "东\n京", words=(Word("东京", 0, 400, 0.5),)))
    assert found.text == "<u>东\n京</u>"


def test_words_without_times_leave_the_cue_as_it_is() -> None:
    (found,) = highlighted(Cue(1, 0, 400, "Hi", words=(Word(" Hi", None, None, 0.5),)))
    assert (found.start, found.end, found.text) == (0, 400, "Hi")

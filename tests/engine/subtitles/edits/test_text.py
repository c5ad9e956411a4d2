"""Typing, translation, styles, line breaks."""

from dataclasses import replace

import pytest

from engine.errors import EditError
from engine.subtitles.document import Cue, Document, SrtCue
from engine.subtitles.edits import (
    auto_break,
    set_colour,
    set_colour_of_range,
    set_text,
    set_translation,
    toggle_style,
    toggle_style_of_range,
)
from tests.support.editing import document, dog, edited, words


def test_typing_keeps_the_words_that_did_not_change_with_their_times() -> None:
    before = document()
    kept = before.cues[1].words
    cue = edited(before, set_text(7, "The big dog,\nit run")).cues[1]
    assert cue.text == "The big dog,\nit run"
    assert cue.words[0] is kept[0]
    assert cue.words[2:4] == kept[1:3]
    assert [(word.text, word.start, word.end, word.probability) for word in cue.words if word not in kept] == [
        (" big", 1200, 1200, 1.0),
        (" run", 2000, 2400, 1.0),
    ]


def test_typing_changes_nothing_else_of_a_cue() -> None:
    before = replace(document().cues[0], extra=SrtCue("X1:1"), speaker="Ann", origin="verified")
    cue = edited(replace(document(), cues=(before,)), set_text(3, "Bye")).cues[0]
    assert cue == replace(before, text="Bye", origin="edited")


def test_what_a_person_changes_is_no_longer_the_machines() -> None:
    assert edited(document(), set_text(7, "A dog")).cues[1].origin == "edited"
    assert edited(document(), set_text(8, "Go")).cues[2].origin == "edited"


def test_the_same_text_again_is_no_edit() -> None:
    assert edited(document(), set_text(7, dog().text)) == document()


def test_line_ends_are_line_feeds() -> None:
    assert edited(document(), set_text(3, "a\r\nb\rc")).cues[0].text == "a\nb\nc"


def test_a_cue_that_is_gone_is_told() -> None:
    with pytest.raises(EditError, match="no longer in the document"):
        set_text(99, "a")(document())


def test_a_translation_is_set() -> None:
    cue = edited(document(), set_translation(7, "Hunden")).cues[1]
    assert (cue.translation, cue.text, cue.origin) == ("Hunden", dog().text, "edited")


def test_a_style_goes_on_and_off_all_cues_together() -> None:
    slanted = edited(document(), toggle_style([3, 8], "i"))
    assert [cue.text for cue in slanted.cues] == ["<i>Hello there</i>", "The dog,\nit ran", "<i>Go home!</i>"]
    upright = edited(slanted, toggle_style([3, 8], "i"))
    assert [cue.text for cue in upright.cues] == ["Hello there", "The dog,\nit ran", "Go home!"]


def test_a_part_of_the_text_is_styled() -> None:
    bold = edited(document(), toggle_style_of_range(7, "b", 4, 8))
    assert bold.cues[1].text == "The <b>dog,</b>\nit ran"
    assert bold.cues[1].words == dog().words
    assert edited(bold, toggle_style_of_range(7, "b", 4, 15)).cues[1].text == "The dog,\nit ran"


def test_colours_are_set_and_taken_away() -> None:
    yellow = edited(document(), set_colour([3], "yellow"))
    assert yellow.cues[0].text == '<font color="yellow">Hello there</font>'
    mixed = edited(yellow, set_colour_of_range(3, "#ff0000", 27, 32))
    assert mixed.cues[0].text == '<font color="yellow">Hello </font><font color="#ff0000">there</font>'
    assert edited(mixed, set_colour([3], "")).cues[0].text == "Hello there"


def test_what_is_no_colour_is_told() -> None:
    with pytest.raises(EditError, match="is no colour"):
        set_colour([3], 'red"><b>')(document())


def test_an_empty_text_has_no_style() -> None:
    with pytest.raises(EditError, match="no text to style"):
        toggle_style([1], "b")(Document((Cue(1, 0, 1, " "),)))


def test_lines_are_broken_anew_around_markup_and_the_words_stay_the_machines() -> None:
    cue = replace(dog(), text="The <i>dog, it</i> ran")
    broken = edited(Document((cue,)), auto_break([7], lambda text: text.replace("dog, ", "dog,\n"))).cues[0]
    assert (broken.text, broken.origin, broken.words) == ("The <i>dog,\nit</i> ran", "machine", cue.words)


def test_breaking_lines_may_not_change_words() -> None:
    with pytest.raises(ValueError, match="more than whitespace"):
        auto_break([7], lambda text: text[1:])(document())


def test_text_without_spaces_is_broken_between_characters() -> None:
    cue = Cue(1, 0, 1000, "你好世界", words=words(("你好", 0, 400), ("世界", 500, 900)))
    broken = edited(Document((cue,)), auto_break([1], lambda _: "你好\n世界")).cues[0]
    assert (broken.text, broken.words) == ("你好\n世界", cue.words)
    assert edited(Document((broken,)), set_text(1, "你好\n世界")).cues[0].words == cue.words

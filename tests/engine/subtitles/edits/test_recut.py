"""Cutting a stretch of cues anew."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import recut, set_text
from engine.transcript import Word
from tests.support.editing import document, dog, edited, words


def by_twos(heard: Sequence[Word]) -> list[Cue]:
    """Cut after every second word."""
    pairs = [tuple(heard[begin : begin + 2]) for begin in range(0, len(heard), 2)]
    return [
        Cue(0, pair[0].start or 0, pair[-1].end or 0, "".join(word.text for word in pair).strip(), words=pair)
        for pair in pairs
    ]


def test_a_stretch_is_cut_anew_with_true_times_and_typed_words() -> None:
    typed = set_text(7, "The big dog,\nit <b>ran</b>")(document())
    after = edited(typed, recut([3, 7, 8], by_twos))
    assert [(cue.id, cue.start, cue.end, cue.text, cue.speaker) for cue in after.cues] == [
        (3, 0, 900, "Hello there", ""),
        (7, 1000, 1200, "The big", "Ann"),
        (9, 1200, 2000, "dog, it", "Ann"),
        (10, 2000, 2400, "<b>ran</b>", "Ann"),
        (8, 3000, 4000, "<i>Go home!</i>", "Bo"),
    ]
    assert after.cues[2].words == dog().words[1:3]


def test_cues_flow_together_but_never_over_a_speaker() -> None:
    cues = (
        Cue(1, 0, 100, "<i>a</i>", "Ann", words=words((" a", 0, 90)), origin="machine"),
        Cue(2, 100, 300, "<i>b</i> c", "Ann", words=words((" b", 100, 190), (" c", 200, 290)), origin="edited"),
        Cue(3, 300, 400, "d", "Bo", words=words((" d", 310, 390)), origin="machine"),
    )
    after = edited(Document(cues), recut([1, 2, 3], by_twos))
    assert [(cue.id, cue.text, cue.origin) for cue in after.cues] == [
        (1, "<i>a</i> <i>b</i>", "edited"),
        (2, "c", "edited"),
        (3, "d", "machine"),
    ]


def test_translations_are_shared_out_with_the_text() -> None:
    cue = replace(dog(), translation="Hunden den løp")
    after = edited(Document((cue,)), recut([7], by_twos))
    assert [cue.translation for cue in after.cues] == ["Hunden den", "løp"]


def test_a_cue_without_text_stays() -> None:
    empty = Cue(1, 0, 100, "")
    assert edited(Document((empty, dog())), recut([1, 7], by_twos)).cues[0] is empty


def test_a_layout_that_loses_words_is_a_bug() -> None:
    with pytest.raises(ValueError, match="lost or changed"):
        recut([7], lambda heard: by_twos(heard[1:]))(document())


def test_cues_that_do_not_follow_each_other_are_not_cut() -> None:
    with pytest.raises(EditError, match="stand between"):
        recut([3, 8], by_twos)(document())

"""From segments to cues."""

from dataclasses import replace

import pytest

from engine.errors import EngineError
from engine.subtitles.document import Cue
from engine.subtitles.reference_layout import LineLimits, cues_from_segments
from engine.transcript import Word
from tests.support.transcripts import PLAIN, TIMED, segment, timed_segment


def test_without_word_times_each_segment_is_a_cue() -> None:
    assert cues_from_segments(PLAIN[:2]) == (Cue(1, 0, 2400, "Hello there."), Cue(2, 2400, 2400, ""))


def test_words_keep_their_times_and_probabilities() -> None:
    (cue,) = cues_from_segments(TIMED[:1])
    assert (cue.text, cue.words) == ("The quick, brown fox", TIMED[0].words)


def test_a_long_pause_ends_a_cue_that_is_filled_across_segments() -> None:
    segments = (timed_segment((" a", 0, 100), (" b", 3000, 3100), (" c", 6001, 6100)),)
    cues = cues_from_segments(segments, LineLimits(max_line_width=40, max_line_count=2))
    assert [cue.text for cue in cues] == ["a b", "c"]


def test_cues_never_join_two_channels() -> None:
    left = replace(timed_segment((" yes", 0, 100)), channel=0)
    right = replace(timed_segment((" no", 200, 300)), channel=1)
    cues = cues_from_segments((left, right), LineLimits(max_line_width=40, max_line_count=2))
    assert [(cue.id, cue.text, cue.speaker) for cue in cues] == [(1, "yes", "Speaker 1"), (2, "no", "Speaker 2")]


@pytest.mark.parametrize(
    ("limits", "complaint"),
    [
        (LineLimits(max_line_count=2), "max_line_count needs"),
        (LineLimits(max_line_width=0), "max_line_width is 0"),
        (LineLimits(max_words_per_line=-1), "max_words_per_line is -1"),
        (LineLimits(highlight_words=True), "word_timestamps"),
        (LineLimits(max_line_width=40), "word_timestamps"),
    ],
)
def test_limits_that_cannot_be_kept_are_refused(limits: LineLimits, complaint: str) -> None:
    with pytest.raises(EngineError, match=complaint) as refusal:
        cues_from_segments((segment(0, 1000, " a", (Word(" a", None, None, 0.5),)),), limits)
    assert refusal.value.kind == "options"


def test_silence_under_limits_is_no_mistake() -> None:
    assert cues_from_segments((), LineLimits(max_line_width=40)) == ()

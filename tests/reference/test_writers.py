"""Our files against openai-whisper's own writers, over random transcripts and options."""

import html
import random

import pytest

from engine.subtitles.formats import compose_transcript
from tests.support.transcripts import WriterCase, random_limits, random_segments

pytestmark = pytest.mark.reference


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("suffix", [".srt", ".vtt", ".txt", ".tsv", ".json"])
def test_files_of_random_transcripts_equal_the_reference(seed: int, suffix: str) -> None:
    pytest.importorskip("whisper")
    from tests.reference.make_writer_golden import reference_text  # it imports whisper

    dice = random.Random(seed)
    for _ in range(25):
        case = WriterCase("random", random_segments(dice), random_limits(dice))
        ours = compose_transcript(suffix, case.segments, "en", case.limits)
        if suffix == ".vtt":
            ours = html.unescape(ours)  # valid WebVTT escapes, the reference doesn't
        assert ours == reference_text(case, suffix), case

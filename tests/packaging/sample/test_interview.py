"""The script says what training never says, and is spoken as the sample has it."""

import pytest
from grammar import held_out
from interview import VOICES, perform, read_script
from voices import ACCENTS, RATES, VARIANTS

from engine.paths import resources
from engine.subtitles.formats import read


def test_training_never_says_a_sentence_of_the_script() -> None:
    said = [row.said for row in read_script() if row.language]
    assert len(said) > 10
    assert all(map(held_out, said))


def test_the_voices_are_those_of_training_at_a_moderate_rate() -> None:
    for voice in VOICES.values():
        accent, _, variant = voice.name.partition("+")
        assert accent in ACCENTS[voice.language]
        assert variant in VARIANTS
        assert RATES[0] < voice.rate <= 165


@pytest.mark.usefixtures("espeak_ng")
def test_the_subtitles_are_those_of_the_script() -> None:
    """Times may differ by what versions of espeak-ng do."""
    lines = perform().lines
    cues = read(resources() / "sample" / "interview.vtt").document.cues
    assert [(line.speaker, line.sentence.text) for line in lines] == [(cue.speaker, cue.text) for cue in cues]
    assert all(abs(line.start - cue.start) < 1500 for line, cue in zip(lines, cues, strict=True))

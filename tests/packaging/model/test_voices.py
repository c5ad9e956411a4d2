"""Tests of who speaks: training never hears what is held out."""

from random import Random

from lexicon import LANGUAGES
from voices import HELD_OUT, HELD_OUT_RATES, VARIANTS, held_out_voice, hurried_voice, new_voice, trained_voice


def test_training_never_hears_the_held_out_voices_and_rates() -> None:
    stream = Random(1)
    heard = [trained_voice(language, stream) for language in LANGUAGES for _ in range(300)]
    assert not {voice.name for voice in heard} & {name for names in HELD_OUT.values() for name in names}
    assert not any(HELD_OUT_RATES[0] <= voice.rate <= HELD_OUT_RATES[1] for voice in heard)
    assert len(VARIANTS) >= 8


def test_nobody_hears_the_new_voice_before() -> None:
    stream = Random(1)
    for language in LANGUAGES:
        known = [
            choose(language, stream) for choose in (trained_voice, held_out_voice, hurried_voice) for _ in range(300)
        ]
        assert new_voice(language, stream).name not in {voice.name for voice in known}

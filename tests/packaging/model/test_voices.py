"""Tests of who speaks: training never hears what is held out."""

from random import Random

from lexicon import LANGUAGES
from voices import HELD_OUT, HELD_OUT_RATES, VARIANTS, trained_voice


def test_training_never_hears_the_held_out_voices_and_rates() -> None:
    stream = Random(1)
    heard = [trained_voice(language, stream) for language in LANGUAGES for _ in range(300)]
    assert not {voice.name for voice in heard} & {name for names in HELD_OUT.values() for name in names}
    assert not any(HELD_OUT_RATES[0] <= voice.rate <= HELD_OUT_RATES[1] for voice in heard)
    assert len(VARIANTS) >= 8

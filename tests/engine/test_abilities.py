import pytest

from engine.abilities import can_translate


@pytest.mark.parametrize(
    ("multilingual", "encoder_layers", "decoder_layers", "expected"),
    [
        (True, 4, 4, True),  # tiny
        (True, 32, 32, True),  # large
        (True, 4, 3, True),
        (False, 4, 4, False),  # tiny.en
        (True, 32, 4, False),  # turbo
        (True, 32, 2, False),  # distil-large
        (True, 6, 3, True),
        (True, 12, 4, False),  # distil-small
    ],
)
def test_models_with_a_short_decoder_and_english_ones_cannot_translate(
    multilingual: bool, encoder_layers: int, decoder_layers: int, expected: bool
) -> None:
    assert (
        can_translate(multilingual=multilingual, encoder_layers=encoder_layers, decoder_layers=decoder_layers)
        is expected
    )

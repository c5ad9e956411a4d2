"""What follows from a network's sizes, beside what is published and was measured."""

import pytest

from engine.checkpoints.sizes import Precision, Sizes

TINY, SMALL = Sizes(384, 4, 4), Sizes(768, 12, 12)
LARGE, TURBO = Sizes(1280, 32, 32, 128, 51866), Sizes(1280, 32, 4, 128, 51866)


def test_parameters_are_counted_as_openai_counts_them() -> None:
    assert [sizes.parameters for sizes in (TINY, SMALL, LARGE, TURBO)] == [
        *(37_184_640, 240_582_912, 1_541_570_560, 806_958_080)
    ]


@pytest.mark.parametrize(
    ("sizes", "precision", "expected"),
    [
        (TINY, "float32", 560),  # as measured
        (SMALL, "float32", 1676),  # as measured
        (SMALL, "int8", 988),
        (LARGE, "float32", 7093),
        (LARGE, "float16", 4152),
        (TURBO, "bfloat16", 2751),
    ],
)
def test_memory_is_weights_and_what_was_measured_beside_them(sizes: Sizes, precision: Precision, expected: int) -> None:
    assert sizes.memory(precision) == expected


def test_a_window_takes_what_was_measured_and_less_on_more_cores() -> None:
    assert SMALL.window_time(2) == 18_038  # 1,896 of them the encoder's, as measured; 161 a token, 149 measured
    assert [SMALL.window_time(4), LARGE.window_time(4), TURBO.window_time(4)] == [9_019, 53_908, 15_341]

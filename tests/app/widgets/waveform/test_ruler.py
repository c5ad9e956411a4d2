"""The ruler's labels stand apart and at round times."""

from app.widgets.waveform.ruler import Tick, ticks
from app.widgets.waveform.scale import Scale


def labels(scale: Scale) -> list[str]:
    return [tick.label for tick in ticks(scale, 100) if tick.label]


def test_seconds_are_labelled_when_seconds_are_wide() -> None:
    assert labels(Scale(59_500, 8, 600)) == ["1:00", "1:01", "1:02", "1:03", "1:04"]


def test_hours_are_labelled_when_all_is_in_view() -> None:
    assert labels(Scale(0, 10_800, 1_000)) == ["0:00", "30:00", "1:00:00", "1:30:00", "2:00:00", "2:30:00", "3:00:00"]


def test_parts_of_a_second_are_written_with_as_many_digits_as_they_need() -> None:
    assert labels(Scale(1_000, 0.25, 600)) == ["0:01,00", "0:01,05", "0:01,10", "0:01,15"]


def test_fine_ticks_stand_between() -> None:
    assert ticks(Scale(0, 10, 300), 100) == [
        Tick(0, "0:00"),
        *(Tick(time, "") for time in (200, 400, 600, 800)),
        Tick(1_000, "0:01"),
        *(Tick(time, "") for time in (1_200, 1_400, 1_600, 1_800)),
        Tick(2_000, "0:02"),
        *(Tick(time, "") for time in (2_200, 2_400, 2_600, 2_800)),
        Tick(3_000, "0:03"),
    ]

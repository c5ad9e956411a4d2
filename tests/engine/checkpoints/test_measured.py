"""How fast a machine hears is measured, kept and read again; a damaged file tells nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.checkpoints.measured import FILE, Watch, read_measured, write_measured
from engine.checkpoints.recommend import Measured
from engine.progress import Cancel, Progress


def test_what_was_measured_last_is_read_again(tmp_path: Path) -> None:
    assert read_measured(tmp_path) is None
    write_measured(Measured("tiny", "cpu", 9.5), tmp_path)
    write_measured(Measured("small", "gpu", 41), tmp_path)
    assert read_measured(tmp_path) == Measured("small", "gpu", 41.0)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "[" * 99_999,
        '{"version": 2, "name": "tiny", "device": "cpu", "speed": 9.5}',
        '{"version": 1, "name": "tiny", "device": "cpu"}',
        '{"version": 1, "name": 7, "device": "cpu", "speed": 9.5}',
        '{"version": 1, "name": "tiny", "device": "abacus", "speed": 9.5}',
        '{"version": 1, "name": "tiny", "device": ["cpu"], "speed": 9.5}',
        '{"version": 1, "name": "tiny", "device": "cpu", "speed": "9.5"}',
        '{"version": 1, "name": "tiny", "device": "cpu", "speed": true}',
        '{"version": 1, "name": "tiny", "device": "cpu", "speed": 0}',
        '{"version": 1, "name": "tiny", "device": "cpu", "speed": NaN}',
        '{"version": 1, "name": "tiny", "device": "cpu", "speed": 1e999}',
    ],
)
def test_a_damaged_file_tells_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content)
    assert read_measured(tmp_path) is None


class _Time:
    """A clock that the test moves."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def hearing(time: _Time, cancel: Cancel, *windows: int) -> Iterator[Progress | str]:
    """Hear up to each of `windows`, 3 seconds of work each."""
    for done in windows:
        time.now += 3.0
        cancel.check()
        yield "a segment"
        yield Progress("transcribe", done, 90_000)


def test_only_work_counts_and_nothing_that_its_user_does_meanwhile() -> None:
    time, cancel = _Time(), Cancel()
    watch = Watch(cancel, time)
    for _ in watch.follow(hearing(time, cancel, 30_000, 60_000, 90_000)):
        time.now += 50.0
    assert (watch.heard, watch.worked, watch.speed) == (90_000, 9.0, 10.0)


def test_a_work_that_is_stopped_tells_how_fast_it_was_until_then() -> None:
    time, cancel = _Time(), Cancel()
    watch = Watch(cancel, time)
    steps = watch.follow(hearing(time, cancel, 30_000, 60_000, 90_000))
    for _ in range(4):
        next(steps)
    assert watch.speed == 10.0


def test_less_than_a_minute_tells_nothing() -> None:
    time, cancel = _Time(), Cancel()
    watch = Watch(cancel, time)
    assert len(list(watch.follow(hearing(time, cancel, 30_000, 59_999)))) == 4
    assert watch.speed is None

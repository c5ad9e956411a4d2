from engine.audio.timeline import Place, Timeline


def test_sound_that_begins_late_gets_silence_before_it() -> None:
    assert Timeline(10_000, timed=True).place(1500, 160) == Place(silence=24_000, skipped=0)


def test_a_first_block_a_moment_late_is_placed_exactly() -> None:
    assert Timeline(10_000, timed=True).place(7, 160) == Place(silence=112, skipped=0)


def test_what_is_heard_before_the_picture_is_cut_away() -> None:
    timeline = Timeline(10_000, timed=True)
    assert timeline.place(-5, 160) == Place(silence=0, skipped=80)
    assert timeline.place(5, 160) == Place(silence=0, skipped=0)
    assert timeline.written == 240


def test_blocks_long_before_the_picture_are_dropped_whole() -> None:
    timeline = Timeline(10_000, timed=True)
    assert timeline.place(-20, 160) == Place(silence=0, skipped=160)
    assert timeline.written == 0


def test_a_hole_is_filled_with_silence() -> None:
    timeline = Timeline(10_000, timed=True)
    timeline.place(0, 16_000)
    assert timeline.place(3000, 16_000) == Place(silence=32_000, skipped=0)
    assert timeline.written == 64_000


def test_jitter_of_the_times_leaves_the_sound_whole() -> None:
    timeline = Timeline(10_000, timed=True)
    timeline.place(0, 16_000)
    assert timeline.place(1029, 16_000) == Place(silence=0, skipped=0)
    assert timeline.place(1971, 16_000) == Place(silence=0, skipped=0)


def test_overlapping_sound_is_cut() -> None:
    timeline = Timeline(10_000, timed=True)
    timeline.place(0, 16_000)
    assert timeline.place(900, 16_000) == Place(silence=0, skipped=1600)


def test_a_clock_that_starts_again_joins_the_recordings() -> None:
    timeline = Timeline(10_000, timed=True)
    timeline.place(0, 32_000)
    assert timeline.place(2000, 1600) == Place(silence=0, skipped=0)
    assert timeline.place(2000, 1600) == Place(silence=0, skipped=1600)
    assert timeline.place(2000, 1600) == Place(silence=0, skipped=0)
    assert timeline.place(2000, 1600) == Place(silence=0, skipped=0)
    assert timeline.place(2200, 1600) == Place(silence=1600, skipped=0)


def test_a_clock_that_leaps_beyond_the_declared_end_joins_the_recordings() -> None:
    timeline = Timeline(10_000, timed=True)
    timeline.place(0, 16_000)
    assert timeline.place(90_000_000, 16_000) == Place(silence=0, skipped=0)
    assert timeline.place(90_001_000, 16_000) == Place(silence=0, skipped=0)


def test_without_a_declared_duration_a_pause_may_last_an_hour() -> None:
    timeline = Timeline(None, timed=True)
    timeline.place(0, 16_000)
    assert timeline.place(3_000_000, 16_000) == Place(silence=47_984_000, skipped=0)
    assert timeline.place(9_000_000, 16_000) == Place(silence=0, skipped=0)


def test_containers_without_times_are_joined_block_to_block() -> None:
    timeline = Timeline(10_000, timed=False)
    assert timeline.place(500, 16_000) == Place(silence=0, skipped=0)
    assert timeline.place(9000, 16_000) == Place(silence=0, skipped=0)

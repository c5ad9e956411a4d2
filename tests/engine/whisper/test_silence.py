import pytest

from engine.whisper.segments import Cut, Draft, Window, WordTiming
from engine.whisper.silence import is_anomalous, skip_to_first_word, without_invented

WINDOW = Window(seek=1000, size=3000)  # 10 s to 40 s
FRAMES = 10_000


def _draft(start: float, end: float, *, invented: bool = False, text: str = " word") -> Draft:
    """One word; an invented one is improbable."""
    return Draft(start, end, (65,), (-0.1,), [WordTiming(text, [65], start, end, 0.01 if invented else 0.9)])


def _word(probability: float, duration: float, text: str = " word") -> WordTiming:
    return WordTiming(text, [65], 0.0, duration, probability)


def _cut(*drafts: Draft) -> Cut:
    return Cut(list(drafts), seek=3800, complete=False)


# --- anomalies


@pytest.mark.parametrize(
    ("words", "anomalous"),
    [
        ([], False),
        ([_word(0.9, 0.5)], False),
        ([_word(0.14, 0.5)], True),  # one of one is improbable
        ([_word(0.15, 0.5)], False),
        ([_word(0.14, 0.5), _word(0.9, 0.5)], False),  # one of two
        ([_word(0.14, 0.5)] * 3 + [_word(0.9, 0.5)] * 5, True),  # three are enough
        ([_word(0.14, 0.5)] * 2 + [_word(0.9, 0.5)] * 5 + [_word(0.14, 0.5)], True),  # the eighth counts
        ([_word(0.14, 0.5)] * 2 + [_word(0.9, 0.5)] * 6 + [_word(0.14, 0.5)], False),  # the ninth doesn't
        ([_word(0.9, 0.06)], True),  # (0.133 - 0.06) * 15 = 1.095
        ([_word(0.9, 0.07)], False),  # 0.945, and 0.01 is allowed for
        ([_word(0.9, 0.067)], True),  # 0.99 + 0.01
        ([_word(0.9, 3.0)], True),  # a second too long
        ([_word(0.9, 2.9)], False),
        ([_word(0.9, 5.0), _word(0.9, 0.5), _word(0.9, 0.5), _word(0.9, 0.5)], True),  # three seconds too long
        ([_word(0.9, 0.5), _word(0.01, 0.0, "."), _word(0.01, 0.0, "?")], False),  # punctuation doesn't count
        ([_word(0.9, 0.5, ".")], True),  # nothing but punctuation
    ],
)
def test_anomalies_are_improbable_or_last_too_short_or_long(words: list[WordTiming], anomalous: bool) -> None:
    assert is_anomalous(Draft(0, 1, (), (), words)) is anomalous


# --- before the first word


def test_silence_before_an_invented_first_word_is_skipped() -> None:
    assert skip_to_first_word([_draft(13.5, 14.0, invented=True)], WINDOW, 2.0) == 1350


def test_drafts_without_words_are_no_first_words() -> None:
    assert skip_to_first_word([Draft(10.0, 11.0, (), ()), _draft(13.5, 14.0, invented=True)], WINDOW, 2.0) == 1350


@pytest.mark.parametrize(
    "drafts",
    [
        [],
        [_draft(13.5, 14.0)],  # believable
        [_draft(12.0, 12.5, invented=True)],  # no more silence than the threshold
    ],
)
def test_otherwise_nothing_is_skipped_before_the_first_word(drafts: list[Draft]) -> None:
    assert skip_to_first_word(drafts, WINDOW, 2.0) is None


# --- between words


def test_believable_text_stays() -> None:
    found = _cut(_draft(12.0, 13.0), _draft(20.0, 21.0), _draft(38.0, 39.0))

    assert without_invented(found, WINDOW, 2.0, last_speech=0.0, frames=FRAMES) == found


def test_invented_text_with_silence_on_both_sides_goes_and_all_after_it() -> None:
    spoken = _draft(12.0, 13.0)
    found = _cut(spoken, _draft(20.0, 21.0, invented=True), _draft(30.0, 31.0))

    rest = without_invented(found, WINDOW, 2.0, last_speech=0.0, frames=FRAMES)

    assert rest == Cut([spoken], seek=2000, complete=False)


@pytest.mark.parametrize(
    ("draft", "last_speech", "goes"),
    [
        (_draft(15.0, 15.5, invented=True), 12.0, True),  # three seconds since the last word
        (_draft(15.0, 15.5, invented=True), 13.0, False),  # two
        (_draft(11.9, 12.4, invented=True), 11.5, True),  # near the window's beginning
        (_draft(12.0, 12.5, invented=True), 11.5, False),
    ],
)
def test_silence_before_is_a_pause_or_the_windows_edge(draft: Draft, last_speech: float, goes: bool) -> None:
    rest = without_invented(_cut(draft, _draft(30.0, 31.0)), WINDOW, 2.0, last_speech, FRAMES)

    assert (rest.drafts == []) is goes


def test_the_beginning_of_the_sound_is_silent_before() -> None:
    draft = _draft(2.5, 2.8, invented=True)

    rest = without_invented(_cut(draft, _draft(15.0, 16.0)), Window(0, 3000), 3.0, last_speech=2.4, frames=FRAMES)

    assert (rest.drafts, rest.seek) == ([], 250)


@pytest.mark.parametrize(
    ("following", "goes"),
    [
        (_draft(23.1, 24.0), True),  # more than two seconds after
        (_draft(22.5, 24.0), False),
        (_draft(21.5, 22.0, invented=True), True),
    ],
)
def test_silence_after_is_a_pause_or_more_invention(following: Draft, goes: bool) -> None:
    found = _cut(_draft(20.0, 21.0, invented=True), following)

    rest = without_invented(found, WINDOW, 2.0, last_speech=10.0, frames=FRAMES)

    assert (rest.drafts == []) is goes


def test_silence_after_is_measured_past_drafts_without_words() -> None:
    found = _cut(_draft(20.0, 21.0, invented=True), Draft(21.0, 22.0, (), ()), _draft(22.5, 23.0))

    assert without_invented(found, WINDOW, 2.0, last_speech=10.0, frames=FRAMES) == found


@pytest.mark.parametrize(
    ("end", "threshold", "goes"),
    [
        (37.9, 2.0, True),  # 2.1 s of the window are left
        (37.9, 3.0, False),
        (38.1, 3.0, True),  # nearer to the window's end than 2 s
    ],
)
def test_silence_after_the_last_text_is_the_rest_of_the_window(end: float, threshold: float, goes: bool) -> None:
    found = _cut(_draft(end - 0.5, end, invented=True))

    rest = without_invented(found, WINDOW, threshold, last_speech=10.0, frames=FRAMES)

    assert (rest.drafts == []) is goes


def test_the_next_window_begins_a_second_later_at_least() -> None:
    found = _cut(_draft(10.2, 10.7, invented=True), _draft(30.0, 31.0))

    assert without_invented(found, WINDOW, 2.0, last_speech=0.0, frames=FRAMES).seek == 1100


def test_near_the_end_of_the_sound_nothing_more_is_heard() -> None:
    found = _cut(_draft(20.0, 21.0, invented=True), _draft(30.0, 31.0))

    assert without_invented(found, WINDOW, 2.0, last_speech=0.0, frames=2290).seek == 2290
    assert without_invented(found, WINDOW, 2.0, last_speech=0.0, frames=2310).seek == 2000


def test_the_last_believable_words_end_is_where_the_pause_begins() -> None:
    found = _cut(_draft(18.5, 19.0), _draft(20.0, 21.0, invented=True), _draft(30.0, 31.0))

    assert without_invented(found, WINDOW, 2.0, last_speech=0.0, frames=FRAMES) == found

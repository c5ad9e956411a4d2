"""Long sound in batches of windows: what is told, in which order, where on the time line, and when."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import torch
from torch import Tensor

from engine.errors import Cancelled
from engine.progress import Cancel, Progress
from engine.transcript import DetectedLanguage, Segment
from engine.whisper.checkpoint import Model
from engine.whisper.decoding import Question, decode, detect_language, encode
from engine.whisper.mel import LogMel
from engine.whisper.model import Memory
from engine.whisper.options import Options
from engine.whisper.transcribe import Heard, transcribe
from tests.support.noise import EOT, PLAIN, SECOND, TIMESTAMPS, noise, segments_of
from tests.support.sound import ArraySamples
from tests.support.spans import KnownSpeech, speech

AT_ONCE = replace(PLAIN, batch_size=3)
# Twelve letters, the end, and timestamps of the first 8 s: windows that promise more are common so.
FEW = (*(token for token in range(399) if not 97 <= token < 109 and token != EOT), *TIMESTAMPS[400:])
STAMPED = replace(AT_ONCE, without_timestamps=False, suppress_tokens=FEW, sample_len=40)
WINDOWS = [(600, 20_400), (39_600, 60_400), (79_600, 85_400), (99_600, 120_400)]  # of FOUR
FOUR = speech((1_000, 20_000), (40_000, 60_000), (80_000, 85_000), (100_000, 120_000))


def _kinds(events: Iterator[Heard]) -> list[tuple[str, int | str]]:
    """What is told: where a segment begins, how far the work is, which language was detected."""
    return [
        (type(event).__name__, event.start)
        if isinstance(event, Segment)
        else (type(event).__name__, event.done if isinstance(event, Progress) else event.code)
        for event in events
    ]


def _rows(model: Model, options: Options, sound: ArraySamples, found: KnownSpeech | None) -> list[int]:
    """How many windows are begun together, batch by batch."""
    rows: list[int] = []

    def note(_: torch.nn.Module, inputs: tuple[Tensor, Memory]) -> None:
        if not inputs[1].length:
            rows.append(len(inputs[0]))

    hook = model.network.decoder.register_forward_pre_hook(note)
    list(transcribe(model, sound, options, find_speech=found))
    hook.remove()
    return rows


# --- events


def test_windows_are_told_in_order_and_progress_rises_to_the_end(model: Model) -> None:
    assert _kinds(transcribe(model, noise(130), AT_ONCE, find_speech=FOUR)) == [
        ("Progress", 0),
        ("Segment", 600),
        ("Progress", 20_400),
        ("Segment", 39_600),
        ("Progress", 60_400),
        ("Segment", 79_600),
        ("Progress", 85_400),
        ("Segment", 99_600),
        ("Progress", 120_400),
        ("Progress", 130_000),
    ]


def test_the_first_window_is_heard_alone_and_the_others_together(model: Model) -> None:
    assert _rows(model, AT_ONCE, noise(130), FOUR) == [1, 3]
    assert _rows(model, replace(AT_ONCE, batch_size=2), noise(130), FOUR) == [1, 2, 1]


def test_the_first_segments_come_before_other_windows_are_heard(model: Model) -> None:
    sound = noise(130)
    events = transcribe(model, sound, AT_ONCE, find_speech=FOUR)
    begins = [first * 160 - 200 for first in (60, 3_960, 7_960, 9_960)]  # of what windows read

    first = next(event for event in events if isinstance(event, Segment))
    read = [start for start, _ in sound.reads if start in begins]
    list(events)

    assert (first.start, read) == (600, begins[:1])
    assert [start for start, _ in sound.reads if start in begins] == begins


def test_a_segment_lasts_as_long_as_its_window_where_the_model_tells_no_time(model: Model) -> None:
    segments = segments_of(transcribe(model, noise(130), AT_ONCE, find_speech=FOUR))

    assert [(s.start, s.end) for s in segments] == WINDOWS
    assert [s.seek for s in segments] == [start for start, _ in WINDOWS]


def test_each_window_is_heard_as_it_is_by_itself(model: Model) -> None:
    sound = noise(130)
    mel = LogMel(sound, 80)
    segments = segments_of(transcribe(model, sound, AT_ONCE, find_speech=FOUR))

    alone = [
        decode(model, encode(model, mel.window(seek, size)), Question("en"), AT_ONCE, 0.0, Cancel()).tokens
        for seek, size in ((60, 1_980), (3_960, 2_080), (7_960, 580), (9_960, 2_080))
    ]
    assert [segment.tokens for segment in segments] == alone


def test_one_by_one_is_the_window_that_slides(model: Model) -> None:
    for size in (None, 1):
        options = replace(AT_ONCE, batch_size=size)
        starts = [segment.start for segment in segments_of(transcribe(model, noise(70), options, find_speech=FOUR))]
        assert starts == [0, 30_000, 60_000]


def test_without_a_detector_all_sound_is_speech_and_is_cut_where_it_is_quietest(model: Model) -> None:
    """The noise fades every 1.047 s: the last such moment before half a minute is 29.32 s."""
    segments = segments_of(transcribe(model, noise(70), AT_ONCE))

    assert [segment.start // 100 for segment in segments] == [0, segments[0].end // 100, segments[1].end // 100]
    assert all(20_000 <= segment.end - segment.start <= 30_000 for segment in segments[:2])
    assert all(abs(segment.end / 1000 % 1.0472 - 0.52) > 0.4 for segment in segments[:2])
    assert segments[-1].end == 70_000


@pytest.mark.parametrize(("seconds", "starts"), [(30, [0]), (30.01, [600])])
def test_a_sound_of_one_window_is_heard_whole(model: Model, seconds: float, starts: list[int]) -> None:
    segments = segments_of(transcribe(model, noise(seconds), AT_ONCE, find_speech=speech((1_000, 5_000))))

    assert [segment.start for segment in segments] == starts


@pytest.mark.parametrize("seconds", [0, 0.005, 40])
def test_where_nobody_speaks_nothing_is_heard_but_the_language_is_told(model: Model, seconds: float) -> None:
    events = list(transcribe(model, noise(seconds), replace(AT_ONCE, language=None), find_speech=speech()))

    assert [type(event) for event in events] == [Progress, DetectedLanguage, Progress]
    done = round(seconds * 100) * 10 if seconds >= 0.01 else 0
    assert [event.done for event in events if isinstance(event, Progress)] == [0, done]


# --- the time line


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_segments_lie_where_speech_is_and_never_go_back(model: Model, seed: int) -> None:
    events = list(transcribe(model, noise(130, seed), STAMPED, find_speech=FOUR))
    segments = segments_of(iter(events))

    assert segments
    for segment in segments:
        assert any(start <= segment.seek <= segment.start < segment.end <= end for start, end in WINDOWS)
    assert [segment.seek for segment in segments] == sorted(segment.seek for segment in segments)
    done = [event.done for event in events if isinstance(event, Progress)]
    assert done == sorted(done)
    assert done[-1] == 130_000


def test_only_clips_are_heard(model: Model) -> None:
    options = replace(AT_ONCE, clip_timestamps="10,50,82,84,200")
    segments = segments_of(transcribe(model, noise(130), options, find_speech=FOUR))

    assert [(s.start, s.end) for s in segments] == [(10_000, 20_400), (39_600, 50_000), (82_000, 84_000)]


def test_clips_are_told_as_they_were_given(model: Model) -> None:
    options = replace(AT_ONCE, clip_timestamps="100,110,0,10,0,10")
    segments = segments_of(transcribe(model, noise(130), options, find_speech=FOUR))

    assert [(s.start, s.end) for s in segments] == [(99_600 + 400, 110_000), (600, 10_000), (600, 10_000)]


def test_the_rest_of_a_window_that_promises_more_is_heard_before_what_follows_is_told(model: Model) -> None:
    """A pair of timestamps at the end of the text says that it goes on."""
    segments = segments_of(transcribe(model, noise(130), STAMPED, find_speech=FOUR))
    seeks = list(dict.fromkeys(segment.seek for segment in segments))

    assert set(seeks) - {600, 39_600, 79_600, 99_600}  # else this sound shows nothing
    assert seeks == sorted(seeks)


def test_words_lie_in_their_windows_in_order(model: Model) -> None:
    options = replace(STAMPED, word_timestamps=True)
    segments = segments_of(transcribe(model, noise(130), options, find_speech=FOUR))
    words = [(word.start, word.end) for segment in segments for word in segment.words]
    times = [(start, end) for start, end in words if start is not None and end is not None]

    assert times == sorted(times)
    assert times
    for start, end in times:
        assert any(low <= start <= end <= high for low, high in WINDOWS)


def test_segments_begin_with_the_speech_in_their_first_words(model: Model) -> None:
    options = replace(STAMPED, word_timestamps=True)
    spans = [(start, start + 400) for start in range(1_000, 121_000, 700)]
    segments = segments_of(transcribe(model, noise(130), options, find_speech=speech(*spans)))
    firsts = [segment.words[0] for segment in segments if segment.words[0].start is not None]

    moved = [word for word in firsts if word.start in {start for start, _ in spans}]
    assert moved  # a random model's words begin anywhere
    assert all(segment.start == segment.words[0].start for segment in segments if segment.words[0] in moved)
    for word in set(firsts) - set(moved):
        onset = next(start for start, end in spans if end > word.start)
        assert not word.start + 150 <= onset < word.end


def test_text_that_was_probably_never_spoken_is_left_out(model: Model) -> None:
    """The random model's words are improbable all."""
    options = replace(STAMPED, word_timestamps=True)
    mindful = replace(options, hallucination_silence_threshold=0.0)

    kept = segments_of(transcribe(model, noise(130), options, find_speech=FOUR))
    left = segments_of(transcribe(model, noise(130), mindful, find_speech=FOUR))

    assert len(left) < len(kept)


def test_windows_without_speech_have_no_segments(model: Model) -> None:
    silent = replace(AT_ONCE, no_speech_threshold=-1.0, logprob_threshold=None)

    assert _kinds(transcribe(model, noise(50), silent, find_speech=FOUR)) == [
        ("Progress", 0),
        ("Progress", 20_400),
        ("Progress", 50_000),
        ("Progress", 50_000),
    ]


# --- languages and what is told before


def test_the_language_is_told_from_the_first_speech(model: Model) -> None:
    sound = noise(130)
    events = list(transcribe(model, sound, replace(AT_ONCE, language=None), find_speech=FOUR))

    detected = detect_language(model, encode(model, LogMel(sound, 80).window(60, 1_980)))
    assert events[1] == detected
    assert {segment.language for segment in segments_of(iter(events))} == {detected.code}


@pytest.mark.parametrize(("threshold", "heard"), [(0.0, ["ru", "fa", "ru", "fa"]), (1.1, ["ru"] * 4)])
def test_each_window_has_its_language_and_a_doubtful_one_that_before_it(
    model: Model, threshold: float, heard: list[str]
) -> None:
    """To the random model loud noise is Russian and silence is Persian."""
    samples = noise(130).read(0, 130 * SECOND).copy()
    samples[30 * SECOND : 70 * SECOND] *= 0.001
    samples[90 * SECOND :] = 0
    options = replace(AT_ONCE, language=None, multilingual=True, allowed_languages=("ru", "fa"))
    options = replace(options, language_detection_threshold=threshold)

    segments = segments_of(transcribe(model, ArraySamples(samples), options, find_speech=FOUR))

    assert [segment.language for segment in segments] == heard


def test_an_english_model_is_asked_for_no_language(english_model: Model) -> None:
    events = list(transcribe(english_model, noise(50), replace(AT_ONCE, language=None), find_speech=FOUR))

    assert {segment.language for segment in segments_of(iter(events))} == {"en"}
    assert not [event for event in events if isinstance(event, DetectedLanguage)]


def _told(model: Model, options: Options) -> list[list[int]]:
    """What the first window of each batch is told was said before."""
    told: list[list[int]] = []

    def note(_: torch.nn.Module, inputs: tuple[Tensor, Memory]) -> None:
        if not inputs[1].length:
            told.append([token for token in inputs[0][0].tolist() if token < EOT])

    hook = model.network.decoder.register_forward_pre_hook(note)
    list(transcribe(model, noise(130), options, find_speech=FOUR))
    hook.remove()
    return told


def test_no_window_is_told_what_was_said_before(model: Model) -> None:
    assert _told(model, AT_ONCE) == [[], []]


def test_the_initial_prompt_is_for_the_first_window_unless_it_is_carried(model: Model) -> None:
    assert _told(model, replace(AT_ONCE, initial_prompt="ab")) == [[257, 98], []]
    assert _told(model, replace(AT_ONCE, initial_prompt="ab", carry_initial_prompt=True)) == [[257, 98], [257, 98]]


def test_hotwords_are_for_all_windows(model: Model) -> None:
    assert _told(model, replace(AT_ONCE, hotwords="xy")) == [[32, 120, 121], [32, 120, 121]]


# --- cancel


def test_a_cancel_ends_a_batch_within_a_token(model: Model) -> None:
    cancel, steps = Cancel(), 0

    def ask(_: torch.nn.Module, inputs: tuple[Tensor, Memory]) -> None:
        nonlocal steps
        steps += len(inputs[0]) == 3
        if steps == 2:
            cancel.ask()

    hook = model.network.decoder.register_forward_pre_hook(ask)
    with pytest.raises(Cancelled):
        list(transcribe(model, noise(130), AT_ONCE, cancel, FOUR))
    hook.remove()

    assert steps == 2

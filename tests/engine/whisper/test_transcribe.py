from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import torch
from torch import Tensor

from engine.abilities import Abilities
from engine.errors import Cancelled, EngineError
from engine.progress import Cancel, Progress
from engine.transcript import DetectedLanguage, Segment
from engine.whisper.checkpoint import Model
from engine.whisper.decoding import detect_language, encode
from engine.whisper.mel import LogMel
from engine.whisper.model import Memory
from engine.whisper.options import Options
from engine.whisper.transcribe import Heard, transcribe
from tests.support.noise import PLAIN, SECOND, TIMESTAMPS, noise, segments_of
from tests.support.sound import ArraySamples

SOT, EN, TRANSCRIBE, PREV = 293, 294, 394, 396
TALKATIVE = Options(language="en", temperature=(0.0,), no_speech_threshold=None, sample_len=24)


def _done(events: list[Heard]) -> list[int]:
    return [event.done for event in events if isinstance(event, Progress)]


def _seeks(events: Iterator[Heard]) -> list[int]:
    return list(dict.fromkeys(segment.seek for segment in segments_of(events)))


@contextmanager
def _watched(model: Model, see: Callable[[list[int]], None]) -> Iterator[None]:
    """Show every text that the decoder reads to `see`."""

    def note(_: torch.nn.Module, inputs: tuple[Tensor, Memory]) -> None:
        see(inputs[0][0].tolist())

    hook = model.network.decoder.register_forward_pre_hook(note)
    yield
    hook.remove()


def _told(model: Model, options: Options, seconds: float = 70) -> list[list[int]]:
    """What each window is told was said before."""
    told: list[list[int]] = []

    def see(tokens: list[int]) -> None:
        if SOT in tokens and len(tokens) > 1:
            told.append(tokens[1 : tokens.index(SOT)])

    with _watched(model, see):
        list(transcribe(model, noise(seconds), options))
    return told


# --- events


def test_a_window_is_told_after_its_segments_and_progress_rises_to_the_end(model: Model) -> None:
    events = list(transcribe(model, noise(70), PLAIN))

    kinds = [(type(event).__name__, event.done if isinstance(event, Progress) else None) for event in events]
    assert kinds == [
        ("Progress", 0),
        ("Segment", None),
        ("Progress", 30_000),
        ("Segment", None),
        ("Progress", 60_000),
        ("Segment", None),
        ("Progress", 70_000),
        ("Progress", 70_000),
    ]
    assert {event.total for event in events if isinstance(event, Progress)} == {70_000}


def test_without_timestamps_every_window_is_a_segment(model: Model) -> None:
    segments = segments_of(transcribe(model, noise(70), PLAIN))

    assert [(s.start, s.end, s.seek) for s in segments] == [
        (0, 30_000, 0),
        (30_000, 60_000, 30_000),
        (60_000, 70_000, 60_000),
    ]
    assert all(len(s.tokens) == 8 for s in segments)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_segments_lie_in_their_windows_and_windows_never_go_back(model: Model, seed: int) -> None:
    """A model may place text behind the end of the sound, but not of the window."""
    events = list(transcribe(model, noise(95, seed), TALKATIVE))
    segments = segments_of(iter(events))

    assert segments
    assert all(s.seek <= s.start < s.end <= s.seek + 30_000 for s in segments)
    assert all(before.seek <= after.seek for before, after in pairwise(segments))
    assert all(before <= after for before, after in pairwise(_done(events)))
    assert (_done(events)[0], _done(events)[-1]) == (0, 95_000)
    assert all(s.text.strip() and s.language == "en" and s.temperature == 0.0 for s in segments)


def test_the_same_sound_is_heard_the_same(model: Model) -> None:
    torch.manual_seed(5)
    first = list(transcribe(model, noise(40), replace(TALKATIVE, temperature=(0.7,), best_of=2)))
    torch.manual_seed(5)

    assert first == list(transcribe(model, noise(40), replace(TALKATIVE, temperature=(0.7,), best_of=2)))


def test_options_and_cancel_may_be_left_out(model: Model) -> None:
    assert _done(list(transcribe(model, noise(0)))) == [0, 0]


@pytest.mark.parametrize("samples", [0, 1, 159])
def test_sound_shorter_than_a_frame_has_no_segments(model: Model, samples: int) -> None:
    sound = ArraySamples(np.full(samples, 0.1, np.float32))

    events = list(transcribe(model, sound, replace(PLAIN, language=None)))

    assert [type(event).__name__ for event in events] == ["Progress", "DetectedLanguage", "Progress"]


def test_a_single_frame_is_heard(model: Model) -> None:
    (segment,) = segments_of(transcribe(model, ArraySamples(np.full(160, 0.1, np.float32)), PLAIN))

    assert (segment.start, segment.end) == (0, 10)


def test_no_more_than_a_minute_is_read_at_once(model: Model) -> None:
    sound = noise(200)

    list(transcribe(model, sound, replace(PLAIN, sample_len=1)))

    assert sound.longest_read <= 61 * SECOND


def test_work_begins_when_the_first_event_is_asked_for(model: Model) -> None:
    sound = noise(1)

    events = transcribe(model, sound, PLAIN)
    next(events)

    assert sound.reads == []


# --- cancel


def test_a_cancel_ends_before_the_next_window(model: Model) -> None:
    cancel = Cancel()
    events = transcribe(model, noise(70), PLAIN, cancel)
    assert next(event for event in events if isinstance(event, Segment))
    cancel.ask()
    assert next(events) == Progress("transcribe", 30_000, 70_000)

    with pytest.raises(Cancelled):
        next(events)


def test_a_cancel_ends_within_a_token(model: Model) -> None:
    cancel, steps = Cancel(), list[list[int]]()

    def see(tokens: list[int]) -> None:
        steps.append(tokens)
        if len(steps) == 4:
            cancel.ask()

    with _watched(model, see), pytest.raises(Cancelled):
        list(transcribe(model, noise(70), PLAIN, cancel))

    assert len(steps) == 4


# --- language


def test_the_language_is_detected_on_the_first_window(model: Model) -> None:
    sound = noise(70)
    expected = detect_language(model, encode(model, LogMel(sound, 80).opening()))

    events = list(transcribe(model, sound, replace(PLAIN, language=None)))

    assert [event for event in events if isinstance(event, DetectedLanguage)] == [expected] == [events[1]]
    assert {segment.language for segment in segments_of(iter(events))} == {expected.code}


@pytest.mark.parametrize(
    ("seconds", "clips", "passes"),
    [
        (70, "0", 3),  # the opening is the first of three windows
        (30, "0", 1),
        (70, "10", 3),  # two windows, neither of them the opening
        (20, "0", 2),  # the language is told from sound and silence, as the reference does; a window ends in zeros
    ],
)
def test_the_opening_is_encoded_once_where_it_is_the_first_window(
    model: Model, seconds: int, clips: str, passes: int
) -> None:
    encoded: list[None] = []
    hook = model.network.encoder.register_forward_hook(lambda *_: encoded.append(None))
    options = replace(PLAIN, language=None, clip_timestamps=clips)
    told = next(event for event in transcribe(model, noise(seconds), options) if isinstance(event, DetectedLanguage))
    encoded.clear()

    detected = segments_of(transcribe(model, noise(seconds), options))
    count = len(encoded)
    hook.remove()

    assert count == passes
    assert detected == segments_of(transcribe(model, noise(seconds), replace(options, language=told.code)))


@pytest.mark.parametrize("words", [False, True])
def test_keys_and_values_of_a_window_are_made_once(model: Model, words: bool) -> None:
    """However often it is decoded, and for its words, too."""
    encoded, made = list[None](), list[None]()
    network = model.network
    hooks = [
        network.encoder.register_forward_hook(lambda *_: encoded.append(None)),
        network.decoder.blocks[0].cross_attn.key.register_forward_hook(lambda *_: made.append(None)),
    ]
    options = replace(TALKATIVE, temperature=(0.0, 0.2, 0.4), logprob_threshold=0.0, word_timestamps=words)

    list(transcribe(model, noise(5), options))
    for hook in hooks:
        hook.remove()

    assert len(made) == len(encoded) > 0


def test_a_language_that_is_given_is_not_detected(model: Model) -> None:
    events = list(transcribe(model, noise(5), replace(PLAIN, language="de")))

    assert not [event for event in events if isinstance(event, DetectedLanguage)]
    assert [segment.language for segment in segments_of(iter(events))] == ["de"]


def test_an_english_model_detects_nothing(english_model: Model) -> None:
    events = list(transcribe(english_model, noise(5), replace(PLAIN, language=None)))

    assert not [event for event in events if isinstance(event, DetectedLanguage)]
    assert [segment.language for segment in segments_of(iter(events))] == ["en"]


def test_detection_chooses_among_the_allowed(model: Model) -> None:
    events = list(transcribe(model, noise(5), replace(PLAIN, language=None, allowed_languages=("sw",))))

    assert events[1] == DetectedLanguage("sw", 1.0)


def _mixed(model: Model, floor: float, allowed: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    """The languages of three windows, and what is detected on each of them alone."""
    sound = ArraySamples(np.concatenate([noise(30)._samples, noise(60, seed=1)._samples * 9]))
    options = replace(PLAIN, language=None, multilingual=True, allowed_languages=allowed)
    mel = LogMel(sound, 80)
    alone = [detect_language(model, encode(model, mel.window(seek, 3000)), allowed).code for seek in (0, 3000, 6000)]
    heard = segments_of(transcribe(model, sound, replace(options, language_detection_threshold=floor)))
    return [segment.language for segment in heard], alone


def test_every_window_may_have_its_own_language(model: Model) -> None:
    heard, alone = _mixed(model, floor=0.0)

    assert heard == alone
    assert len(set(alone)) > 1


def test_a_window_of_doubtful_language_keeps_the_one_before(model: Model) -> None:
    heard, alone = _mixed(model, floor=1.01)

    assert heard == [alone[0]] * 3


def test_every_window_chooses_among_the_allowed(model: Model) -> None:
    heard, alone = _mixed(model, floor=0.0, allowed=("de", "fr"))

    assert heard == alone
    assert set(heard) <= {"de", "fr"}


# --- refusals: before any work


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (Options(language="de"), "byte.en knows only en, not 'de'"),
        (Options(task="translate"), "byte.en cannot translate into English"),
        (Options(allowed_languages=("en", "de")), "byte.en knows only en, not 'de'"),
        (Options(multilingual=True), "byte.en only knows en: use a multilingual model, or leave multilingual out"),
        (Options(suppress_tokens="1900"), "suppress_tokens names 1900, but the model's tokens end at 1899"),
    ],
)
def test_what_cannot_be_done_is_refused_at_once(english_model: Model, options: Options, complaint: str) -> None:
    sound = noise(1)

    with pytest.raises(EngineError, match=complaint) as refusal:
        transcribe(english_model, sound, options)

    assert (refusal.value.kind, sound.reads) == ("options", [])


def test_translation_is_refused_where_it_was_never_learned(model: Model) -> None:
    turbo = Model("turbo", model.network, model.tokenizer, Abilities(("en", "de"), False, True), None)

    with pytest.raises(EngineError, match="turbo cannot translate into English"):
        transcribe(turbo, noise(1), Options(task="translate"))


# --- clips


@pytest.mark.parametrize(
    ("clips", "heard"),
    [
        ("0", [(0, 30_000), (30_000, 50_000)]),
        ("", [(0, 30_000), (30_000, 50_000)]),
        ((), [(0, 30_000), (30_000, 50_000)]),
        ("45", [(45_000, 50_000)]),
        ("5,10.5", [(5_000, 10_500)]),
        ((5, 10.5, 20), [(5_000, 10_500), (20_000, 50_000)]),
        ("0,40,45,99", [(0, 30_000), (30_000, 40_000), (45_000, 50_000)]),
        ("-5,10", [(0, 10_000)]),
        ("20,10", []),
        ("60", []),
        ("5,5", []),
    ],
)
def test_only_clips_are_heard(model: Model, clips: str | tuple[float, ...], heard: list[tuple[int, int]]) -> None:
    events = list(transcribe(model, noise(50), replace(PLAIN, clip_timestamps=clips)))

    assert [(segment.start, segment.end) for segment in segments_of(iter(events))] == heard
    assert _done(events) == [0, *(end for _, end in heard), 50_000]


# --- what a window is told


def test_windows_are_told_what_was_said_before(model: Model) -> None:
    segments = segments_of(transcribe(model, noise(70), PLAIN))

    assert _told(model, PLAIN) == [[], list(segments[0].tokens), [*segments[0].tokens, *segments[1].tokens]]


def test_windows_are_told_nothing_if_they_shall_not_be(model: Model) -> None:
    assert _told(model, replace(PLAIN, condition_on_previous_text=False)) == [[], [], []]


@pytest.mark.parametrize(("temperature", "lengths"), [(0.5, [0, 8, 16]), (0.51, [0, 0, 0])])
def test_text_of_a_high_temperature_is_forgotten(model: Model, temperature: float, lengths: list[int]) -> None:
    told = _told(model, replace(PLAIN, temperature=(temperature,)))

    assert [len(tokens) for tokens in told] == lengths


def test_the_initial_prompt_comes_before_the_first_window_and_stays_while_there_is_room(model: Model) -> None:
    told = _told(model, replace(PLAIN, initial_prompt=" ab "))

    assert told[0] == [257, 98]
    assert [tokens[:2] for tokens in told] == [[257, 98]] * 3


def test_the_initial_prompt_is_forgotten_with_the_text(model: Model) -> None:
    assert _told(model, replace(PLAIN, initial_prompt="ab", condition_on_previous_text=False)) == [[257, 98], [], []]


def test_a_carried_prompt_is_told_to_every_window(model: Model) -> None:
    options = replace(PLAIN, initial_prompt="ab", carry_initial_prompt=True)

    forgetful = _told(model, replace(options, condition_on_previous_text=False))
    mindful = _told(model, options)

    assert forgetful == [[257, 98]] * 3
    assert [tokens[:2] for tokens in mindful] == [[257, 98]] * 3
    assert [len(tokens) for tokens in mindful] == [2, 10, 18]


def test_a_carried_prompt_goes_before_the_oldest_text(model: Model) -> None:
    long = "!" * 214  # with its space 215 tokens: 8 of 223 are left

    told = _told(model, replace(PLAIN, initial_prompt=long, carry_initial_prompt=True))

    assert [len(tokens) for tokens in told] == [215, 223, 223]
    assert [tokens[:215] for tokens in told] == [[32, *[33] * 214]] * 3


def test_hotwords_are_told_before_all_else(model: Model) -> None:
    segments = segments_of(transcribe(model, noise(40), replace(PLAIN, hotwords="xy", initial_prompt="ab")))

    assert _told(model, replace(PLAIN, hotwords=" xy", initial_prompt="ab"), seconds=40) == [
        [32, 120, 121, 257, 98],
        [32, 120, 121, 257, 98, *segments[0].tokens],
    ]
    assert _told(model, replace(PLAIN, hotwords="xy", condition_on_previous_text=False)) == [[32, 120, 121]] * 3


def test_hotwords_leave_the_latest_text_what_room_there_is(model: Model) -> None:
    almost, more = "!" * 219, "!" * 500

    assert [len(tokens) for tokens in _told(model, replace(PLAIN, hotwords=almost))] == [220, 223, 223]
    assert _told(model, replace(PLAIN, hotwords=more)) == [[32, *[33] * 222]] * 3


def test_silent_windows_are_not_told_on(model: Model) -> None:
    silent = replace(PLAIN, no_speech_threshold=-1.0, logprob_threshold=None)

    assert _told(model, silent) == [[], [], []]


# --- silence


def test_windows_without_speech_have_no_segments(model: Model) -> None:
    silent = replace(PLAIN, no_speech_threshold=-1.0, logprob_threshold=None)

    events = list(transcribe(model, noise(70), silent))

    assert (segments_of(iter(events)), _done(events)) == ([], [0, 30_000, 60_000, 70_000, 70_000])


def test_text_that_the_model_is_sure_of_was_spoken(model: Model) -> None:
    assert segments_of(transcribe(model, noise(5), replace(PLAIN, no_speech_threshold=-1.0, logprob_threshold=-99.0)))
    assert not segments_of(transcribe(model, noise(5), replace(PLAIN, no_speech_threshold=-1.0, logprob_threshold=1.0)))


# --- words


def test_words_carry_probabilities_always_and_times_only_if_asked_for(model: Model) -> None:
    segments = segments_of(transcribe(model, noise(60), TALKATIVE))
    words = [word for segment in segments for word in segment.words]

    assert words
    assert all((word.start, word.end) == (None, None) and 0 < word.probability <= 1 for word in words)
    assert all("".join(word.text for word in segment.words) == segment.text for segment in segments)


def test_marks_stand_with_their_word_also_without_times(model: Model) -> None:
    only = {*range(256), *range(256, TIMESTAMPS.stop)} - {ord("a"), ord(",")}
    options = replace(PLAIN, suppress_tokens=tuple(only), no_repeat_ngram_size=2, sample_len=4)

    (segment,) = segments_of(transcribe(model, noise(5), options))

    assert set(segment.text) == {"a", ","}
    assert all(word.text.strip(",") for word in segment.words[1:])


def test_word_times_are_inside_their_windows_and_in_order(model: Model) -> None:
    segments = segments_of(transcribe(model, noise(60), replace(TALKATIVE, word_timestamps=True)))
    words = [(segment.seek, word.start, word.end) for segment in segments for word in segment.words]

    assert words
    for seek, start, end in words:
        assert start is not None
        assert end is not None
        assert seek <= start <= end <= seek + 30_000
    assert all(segment.start <= segment.end for segment in segments)


def test_text_between_silences_is_left_out_if_it_is_improbable(model: Model) -> None:
    """Most words of a random model are anomalies: what it says without the threshold doesn't stay with it."""
    timed = replace(TALKATIVE, word_timestamps=True)
    usual = segments_of(transcribe(model, noise(95), timed))

    strict = list(transcribe(model, noise(95), replace(timed, hallucination_silence_threshold=0.1)))

    kept = {(segment.start, segment.text) for segment in segments_of(iter(strict))}
    assert not {(segment.start, segment.text) for segment in usual} <= kept
    assert all(before <= after for before, after in pairwise(_done(strict)))
    assert _done(strict)[-1] == 95_000


def test_a_window_that_would_be_heard_forever_is_left_behind(model: Model) -> None:
    """Nothing but <|0.00|> can come: pairs of it ask for the same window again."""
    options = replace(PLAIN, suppress_tokens=tuple({*range(TIMESTAMPS.stop)} - {TIMESTAMPS.start}))

    events = list(transcribe(model, noise(70), options))

    assert (segments_of(iter(events)), _done(events)) == ([], [0, 30_000, 60_000, 70_000, 70_000])

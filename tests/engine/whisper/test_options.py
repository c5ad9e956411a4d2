import pytest

from engine.errors import EngineError
from engine.whisper.options import Options


def test_defaults_are_the_references() -> None:
    options = Options()

    assert (options.task, options.language, options.temperature) == ("transcribe", None, (0.0, 0.2, 0.4, 0.6, 0.8, 1.0))
    assert (options.compression_ratio_threshold, options.logprob_threshold, options.no_speech_threshold) == (
        2.4,
        -1,
        0.6,
    )
    assert (options.beam_size, options.best_of, options.patience, options.length_penalty) == (None, None, None, None)
    assert (options.suppress_tokens, options.suppress_blank, options.max_initial_timestamp) == ("-1", True, 1.0)
    assert (options.condition_on_previous_text, options.clip_timestamps, options.word_timestamps) == (True, "0", False)


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"task": "sing"}, "task 'sing' is neither transcribe nor translate"),
        ({"temperature": ()}, "temperature needs at least one value"),
        ({"temperature": (0.0, -0.2)}, "temperature can't be negative"),
        ({"beam_size": 0}, "beam_size must be at least 1"),
        ({"batch_size": 0}, "batch_size must be at least 1"),
        ({"best_of": 0}, "best_of must be at least 1"),
        ({"patience": 2.0}, "patience needs beam_size"),
        ({"patience": 0.0, "beam_size": 5}, "patience must be above 0"),
        ({"length_penalty": 1.5}, "length_penalty must lie between 0 and 1"),
        ({"length_penalty": -0.1}, "length_penalty must lie between 0 and 1"),
        ({"sample_len": 0}, "sample_len must be at least 1"),
        ({"hallucination_silence_threshold": 2.0}, "hallucination_silence_threshold needs word_timestamps"),
        ({"repetition_penalty": 0.0}, "repetition_penalty must be above 0"),
        ({"no_repeat_ngram_size": -1}, "no_repeat_ngram_size can't be negative"),
        ({"multilingual": True, "language": "de"}, "multilingual detects the language: leave language out"),
    ],
)
def test_contradictions_are_refused_by_name(options: dict[str, object], complaint: str) -> None:
    with pytest.raises(EngineError) as refusal:
        Options(**options)  # type: ignore[arg-type]

    assert (refusal.value.kind, str(refusal.value)) == ("options", f"These options can't be: {complaint}.")


@pytest.mark.parametrize(
    "options",
    [
        {"beam_size": 1, "patience": 0.1},
        {"length_penalty": 0.0},
        {"length_penalty": 1.0},
        {"word_timestamps": True, "hallucination_silence_threshold": 0.0},
        {"multilingual": True, "allowed_languages": ("de", "fr")},
    ],
)
def test_the_edges_of_what_is_allowed_are_allowed(options: dict[str, object]) -> None:
    made = Options(**options)  # type: ignore[arg-type]

    assert all(getattr(made, name) == value for name, value in options.items())


@pytest.mark.parametrize("wish", ["11,x", "1.5", ",", "1,,2"])
def test_tokens_that_are_no_numbers_are_refused(wish: str) -> None:
    with pytest.raises(EngineError, match="is not a list of numbers"):
        Options(suppress_tokens=wish)


@pytest.mark.parametrize(
    ("wish", "ids"), [(" 11, 13,11", (11, 13, 11)), ("-1", (-1,)), ((5,), (5,)), ("", ()), (None, ())]
)
def test_tokens_are_read_as_the_reference_reads_them(wish: str | tuple[int, ...] | None, ids: tuple[int, ...]) -> None:
    assert Options(suppress_tokens=wish).suppressed == ids


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ({"clip_timestamps": "0,x"}, "clip_timestamps '0,x' is not a list of seconds"),
        ({"clip_timestamps": (0.0, float("nan"))}, "need finite numbers"),
        ({"clip_timestamps": "inf"}, "need finite numbers"),
        ({"temperature": (float("nan"),)}, "need finite numbers"),
    ],
)
def test_numbers_that_are_none_are_refused(options: dict[str, object], complaint: str) -> None:
    with pytest.raises(EngineError, match=complaint):
        Options(**options)  # type: ignore[arg-type]


def test_clips_are_seconds() -> None:
    assert Options(clip_timestamps="0,12.5,60").clip_seconds == (0.0, 12.5, 60.0)
    assert Options(clip_timestamps="").clip_seconds == (0.0,)

"""What is wished over the pipe is what the engine is asked for."""

from dataclasses import fields

import pytest

from engine.errors import EngineError
from engine.jobs.hear import options_of
from engine.protocol import Transcribe, Wishes
from engine.whisper.options import Options

SAID_BESIDE = {"task", "language", "initial_prompt", "word_timestamps"}
NOT_OFFERED = {
    "sample_len", "prefix", "suppress_blank", "without_timestamps", "max_initial_timestamp", "prepend_punctuations",
    "append_punctuations", "clip_timestamps",
}  # fmt: skip


def test_wishes_have_the_references_names_and_defaults_but_hear_windows_together() -> None:
    names = {field.name for field in fields(Wishes)}
    assert names | SAID_BESIDE | NOT_OFFERED == {field.name for field in fields(Options)}
    wishes, options = Wishes(), Options(batch_size=8)
    assert [getattr(wishes, name) for name in sorted(names)] == [getattr(options, name) for name in sorted(names)]


def test_all_of_a_request_reaches_the_options() -> None:
    request = Transcribe(
        1,
        "a.mp4",
        "small",
        task="translate",
        language="no",
        initial_prompt="Oslo",
        wishes=Wishes(beam_size=5, batch_size=4),
    )
    assert options_of(request) == Options(
        task="translate", language="no", initial_prompt="Oslo", word_timestamps=True, beam_size=5, batch_size=4
    )


def test_what_contradicts_itself_is_refused() -> None:
    with pytest.raises(EngineError, match="hallucination_silence_threshold needs word_timestamps"):
        options_of(Transcribe(1, "a", "b", word_timestamps=False, wishes=Wishes(hallucination_silence_threshold=2.0)))

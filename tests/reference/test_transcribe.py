"""The long form against openai-whisper's, over a table of option combinations."""

from collections.abc import Mapping
from typing import Any

import pytest
import torch

from engine.transcript import Segment, Word
from tests.reference.branches import BRANCHES, count
from tests.reference.combinations import PARAMETERS, Row, table, times_changed
from tests.reference.conftest import Note
from tests.reference.oracle import Stuck, TokensLost, oracle, our_transcription, ours
from tests.reference.sounds import sound

pytestmark = pytest.mark.reference
torch.set_num_threads(1)

ROWS = table()
FLOAT = 1e-3
WORD_TIME = 20  # ms


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.checkpoint}-{row.sound}")
def test_same_transcript_as_the_reference(row: Row, note: Note) -> None:
    heard, model = sound(row.sound), ours(row.checkpoint, row.form)
    try:
        theirs = oracle(row.checkpoint).transcribe(heard, **row.for_reference)
    except Stuck:
        pytest.skip("the reference doesn't leave a window; ours does (test_differences.py)")
    except TokensLost:
        pytest.skip("the reference loses words at a character that the model broke; ours doesn't (test_differences.py)")
    except ZeroDivisionError:
        pytest.skip("the reference divides by the length of an empty text; ours doesn't (test_differences.py)")
    except AssertionError as error:
        if "non-negative timestamp" not in str(error):
            raise
        pytest.skip("the reference's word times became negative, and it prints them (test_differences.py)")
    answer = our_transcription(model, heard, **row.for_us)
    assert_equal(answer.segments, theirs.segments, theirs.language, words=row.for_us.get("word_timestamps", False))
    if answer.detected is not None:
        assert answer.detected.code == theirs.language
    tokenizer = model.tokenizer
    counted = count(theirs, dict(row.settings), tokenizer.timestamp_begin)
    note(row.checkpoint, {name: counted[name] for name in BRANCHES})


def assert_equal(ours: list[Segment], theirs: list[Mapping[str, Any]], language: str, *, words: bool) -> None:
    spoken = [segment for segment in theirs if segment["text"]]
    assert [s.tokens for s in ours] == [tuple(s["tokens"]) for s in spoken]
    for mine, reference in zip(ours, spoken, strict=True):
        assert mine.text == reference["text"]
        assert mine.seek == reference["seek"] * 10
        assert mine.language == language
        assert mine.temperature == reference["temperature"]
        assert (mine.start, mine.end) == pytest.approx(_span(reference), abs=WORD_TIME if words else 0)
        for name in ("avg_logprob", "compression_ratio", "no_speech_prob"):
            assert getattr(mine, name) == pytest.approx(reference[name], abs=FLOAT), name
        if words:
            assert_same_words(mine.words, reference["words"])


def assert_same_words(words: tuple[Word, ...], theirs: list[Mapping[str, Any]]) -> None:
    ours = [word for word in words if word.start is not None]  # the reference drops those that it can't time
    assert [word.text for word in ours] == [word["word"] for word in theirs]
    for mine, reference in zip(ours, theirs, strict=True):
        assert (mine.start, mine.end) == pytest.approx(_span(reference), abs=WORD_TIME), mine.text
        assert mine.probability == pytest.approx(float(reference["probability"]), abs=FLOAT), mine.text


def _span(timed: Mapping[str, Any]) -> tuple[int, int]:
    return round(timed["start"] * 1000), round(timed["end"] * 1000)


def test_table_holds_at_least_300_combinations_and_8_checkpoints() -> None:
    assert len({(row.checkpoint, row.sound, repr(row.settings)) for row in ROWS}) >= 300
    assert len({row.checkpoint for row in ROWS}) >= 8
    assert {row.form for row in ROWS} == {"pt", "folder"}


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_parameter_leaves_its_default_at_least_twice(name: str) -> None:
    assert times_changed(ROWS)[name] >= 2

"""Batches are the same for the same seed and step."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from engine.training.batches import Batch, Batches
from engine.training.recipe import Recipe, Stage
from engine.whisper.tokenizer import Tokenizer
from engine.whisper.vocabulary import read_hugging_face
from tests.support.spoken import recording

RECIPE = Recipe((Stage(10, 4000, 4), Stage(10, 6000, 2)), seed=7)


@pytest.fixture(scope="module")
def tokenizer(byte_model: Path) -> Tokenizer:
    return read_hugging_face(byte_model)


def drawn(tokenizer: Tokenizer, step: int, recipe: Recipe = RECIPE, part: int = 0) -> Batch:
    recordings = [recording(language="en"), recording(language="no", seed=1)]
    return Batches(recordings, tokenizer, recipe, 448).batch(step, part)[0]


def same(one: Batch, other: Batch) -> bool:
    return all(torch.equal(getattr(one, name), getattr(other, name)) for name in Batch.__dataclass_fields__)


def test_the_same_seed_and_step_draw_the_same_batch(tokenizer: Tokenizer) -> None:
    assert same(drawn(tokenizer, 3), drawn(tokenizer, 3))


@pytest.mark.parametrize(("step", "part", "seed"), [(4, 0, 7), (3, 1, 7), (3, 0, 8)])
def test_another_seed_step_or_part_draws_another(tokenizer: Tokenizer, step: int, part: int, seed: int) -> None:
    other = drawn(tokenizer, step, replace(RECIPE, seed=seed), part)
    assert not torch.equal(drawn(tokenizer, 3).sound, other.sound)


def test_stages_follow_each_other(tokenizer: Tokenizer) -> None:
    assert drawn(tokenizer, 9).sound.shape == (4, 4 * 16_000 + 240)
    assert drawn(tokenizer, 10).sound.shape == (2, 6 * 16_000 + 240)


def test_timestamps_count_from_the_offset_and_spans_from_the_window(tokenizer: Tokenizer) -> None:
    recipe = replace(RECIPE, stages=(Stage(1, 4000, 16, cuts=0, prompts=0, untimed=0, silent=0),), corrupted=(0, 0))
    batch = drawn(tokenizer, 0, recipe)
    for row in range(16):
        first_time = int(batch.tokens[row, 3]) - tokenizer.timestamp_begin  # after start, language, task
        first_word = int(batch.spans[row][batch.spans[row, :, 1] > 0][0, 0])
        # a word may be listened to from 40 ms before it on
        assert first_word == pytest.approx(max(first_time - int(batch.offsets[row]) - 2, 0), abs=1)


def test_misreading_changes_what_is_read_and_not_what_is_wanted(tokenizer: Tokenizer) -> None:
    clean = drawn(tokenizer, 0, replace(RECIPE, corrupted=(0.0, 0.0)))
    misread = drawn(tokenizer, 0, replace(RECIPE, corrupted=(1.0, 1.0)))
    assert torch.equal(clean.targets, misread.targets)
    changed = clean.tokens != misread.tokens
    assert bool(changed.any())
    assert bool((clean.tokens[changed] < tokenizer.eot).all())

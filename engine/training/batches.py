"""Recordings to batches of tensors, the same for the same seed and step: a resumed run goes on as it would have."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from engine.abilities import Task
from engine.training.clips import Clip, pauses, silent, speaking
from engine.training.examples import IGNORED, TIMESTAMP_MS, WINDOW_MS, Example, Lesson, lesson
from engine.training.features import AROUND, BEFORE
from engine.training.recipe import Recipe, Stage
from engine.training.recordings import SAMPLES_PER_MS, Recording
from engine.whisper.tokenizer import Tokenizer

_MARGIN_MS = 40  # around a word, where its tokens may listen
_TRIES = 50
_LEAST_PAUSE = 3000  # ms
_REAL_PAUSES = 0.7  # share of the silent windows; the others hold nothing but the noise that is added


@dataclass(frozen=True, slots=True)
class Batch:
    """`batch` windows. `sound` (batch, samples) is raw; `ends` (batch,) is the first mel frame after the file's end.

    `offsets` (batch,) are encoder positions; `spans` (batch, length, 2), `phonemes` and `spelling` (batch, frames)
    count from the window's own first position.
    """

    sound: Tensor
    ends: Tensor
    offsets: Tensor
    tokens: Tensor
    targets: Tensor
    spans: Tensor
    phonemes: Tensor
    spelling: Tensor

    def to(self, device: torch.device) -> "Batch":
        return Batch(*(getattr(self, name).to(device) for name in self.__dataclass_fields__))


class Batches:
    """Draws batches from recordings; every language, however many lines it has, is heard equally often."""

    def __init__(self, recordings: Sequence[Recording], tokenizer: Tokenizer, recipe: Recipe, context: int) -> None:
        self._tokenizer = tokenizer
        self.recipe = recipe
        self._context = context
        self._pauses = [pause for recording in recordings for pause in pauses(recording, _LEAST_PAUSE)]
        languages = sorted({recording.language for recording in recordings if recording.language is not None})
        self._spoken = [[r for r in recordings if r.language == code and r.lines] for code in languages]
        self._ends = [np.cumsum([len(r.lines) for r in spoken]) for spoken in self._spoken]

    def batch(self, step: int, part: int = 0) -> tuple[Batch, np.random.Generator]:
        """Return the batch of a step and the stream of chance that goes on after it (for the augmentation)."""
        rng = np.random.default_rng([self.recipe.seed, step, part])
        stage = self.recipe.stage(step)
        clips = [self._clip(stage, rng) for _ in range(stage.batch)]
        offsets = rng.integers(0, (WINDOW_MS - stage.length) // TIMESTAMP_MS + 1, stage.batch)
        examples = [clip.example for clip in clips]
        examples = [_strangely_told(example, examples, stage.strange, rng) for example in examples]
        lessons = [self._lesson(example, int(o), stage, rng) for example, o in zip(examples, offsets, strict=True)]
        return collate(clips, lessons, offsets, [self._misread(told, rng) for told in lessons], self._tokenizer), rng

    def _clip(self, stage: Stage, rng: np.random.Generator) -> Clip:
        if rng.random() < stage.silent:
            known = self._pauses and rng.random() < _REAL_PAUSES
            return silent(self._pauses[rng.integers(len(self._pauses))] if known else None, stage.length, rng)
        for _ in range(_TRIES):
            code = rng.integers(len(self._spoken))
            line = int(rng.integers(self._ends[code][-1]))
            place = int(np.searchsorted(self._ends[code], line, side="right"))
            recording = self._spoken[code][place]
            first = line - int(self._ends[code][place]) + len(recording.lines)
            if clip := speaking(recording, first, stage.length, stage.cuts, rng):
                return clip
        return silent(None, stage.length, rng)

    def _lesson(self, example: Example, offset: int, stage: Stage, rng: np.random.Generator) -> Lesson:
        task: Task = "transcribe"
        translated = example.language != "en" and example.lines and all(line.translation for line in example.lines)
        if translated and rng.random() < stage.translations:
            task = "translate"
        moved = Example(
            -offset * TIMESTAMP_MS, example.end, example.language, example.lines, example.cut, example.previous
        )
        return lesson(
            moved,
            self._tokenizer,
            task=task,
            timestamps=rng.random() >= stage.untimed,
            prompt=rng.random() < stage.prompts,
            context=self._context,
        )

    def _misread(self, told: Lesson, rng: np.random.Generator) -> NDArray[np.int64]:
        """Replace text that the decoder reads by any text: it must trust its ears more than what it has written."""
        tokens = np.array(told.tokens)
        chances = rng.random(len(tokens)) < rng.uniform(*self.recipe.corrupted)
        wrong = chances & (tokens < self._tokenizer.eot)
        tokens[wrong] = rng.integers(0, self._tokenizer.eot, int(wrong.sum()))
        return tokens


def _strangely_told(example: Example, all_: Sequence[Example], share: float, rng: np.random.Generator) -> Example:
    """At times tell what was said elsewhere, maybe in another language, as if it had been before the window."""
    other = all_[int(rng.integers(len(all_)))]
    return replace(example, previous=other.previous) if rng.random() < share else example


def collate(
    clips: Sequence[Clip],
    lessons: Sequence[Lesson],
    offsets: NDArray[np.int64],
    read: Sequence[NDArray[np.int64]],
    tokenizer: Tokenizer,
) -> Batch:
    length = max(len(told.tokens) for told in lessons)
    frames = clips[0].length // TIMESTAMP_MS
    tokens = np.zeros((len(clips), length), np.int64)
    targets = np.full((len(clips), length), IGNORED, np.int64)
    spans = np.full((len(clips), length, 2), -1, np.int64)
    for row, (told, seen, offset) in enumerate(zip(lessons, read, offsets, strict=True)):
        tokens[row, : len(seen)] = seen
        targets[row, : len(told.targets)] = told.targets
        spans[row, : len(told.spans)] = [_frames(span, int(offset), frames) for span in told.spans]
    return Batch(
        torch.from_numpy(np.stack([clip.sound(BEFORE, AROUND) for clip in clips])),
        torch.tensor([_end(clip) for clip in clips]),
        torch.from_numpy(offsets),
        torch.from_numpy(tokens),
        torch.from_numpy(targets),
        torch.from_numpy(spans),
        torch.from_numpy(np.stack([clip.phonemes() for clip in clips])),
        torch.from_numpy(np.stack([clip.spelling(tokenizer) for clip in clips])),
    )


def _frames(span: tuple[int, int] | None, offset: int, frames: int) -> tuple[int, int]:
    if span is None:
        return -1, -1
    first = (span[0] - _MARGIN_MS) // TIMESTAMP_MS - offset
    after = -(-(span[1] + _MARGIN_MS) // TIMESTAMP_MS) - offset
    return min(max(first, 0), frames - 1), min(max(after, 1), frames)


def _end(clip: Clip) -> int:
    """The first mel frame (10 ms) after the end of the file, where the window has one."""
    if not clip.ended:
        return clip.length // 10
    return min(round((clip.heard[1] - clip.start) / clip.speed) // 10, clip.length // 10)


def seconds(batch: Batch) -> float:
    return batch.sound.shape[0] * (batch.sound.shape[1] - AROUND) / (1000 * SAMPLES_PER_MS)

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

_FULL = 32768
_MARGIN_MS = 40  # around a word, where its tokens may listen
_MOVED = 0.5  # share of the texts without a prompt that begin where one behind a prompt would
_TRIES = 50
_LEAST_PAUSE = 3000  # ms
_REAL_PAUSES = 0.7  # share of the silent windows; the others hold nothing but the noise that is added


@dataclass(frozen=True, slots=True)
class Batch:
    """`batch` windows and `rows` texts for them. `sound` (batch, samples) is raw, in 16 bits; `ends` (batch,) is the
    first mel frame after the file's end.

    `offsets` (batch,) are encoder positions, `windows` and `places` (rows,) each text's window and its first decoder
    position; `spans` (rows, length, 2), `phonemes` and `spelling` (batch, frames) count from the window's own first
    position.
    """

    sound: Tensor
    ends: Tensor
    offsets: Tensor
    windows: Tensor
    places: Tensor
    tokens: Tensor
    targets: Tensor
    spans: Tensor
    phonemes: Tensor
    spelling: Tensor

    def to(self, device: torch.device) -> "Batch":
        return Batch(*(getattr(self, name).to(device, non_blocking=True) for name in self.__dataclass_fields__))

    def waves(self) -> Tensor:
        """Return the sound as numbers between -1 and 1, (batch, samples)."""
        return self.sound.float() / _FULL

    def pin_memory(self) -> "Batch":
        """Return a copy that a graphics card can fetch by itself."""
        return Batch(*(getattr(self, name).pin_memory() for name in self.__dataclass_fields__))


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
        prompted = rng.random() < stage.prompts  # all or none: the others would be padded to the length of the prompts
        lessons = [
            (window, self._lesson(example, int(offset), task, prompted, stage, rng))
            for window, (example, offset) in enumerate(zip(examples, offsets, strict=True))
            for task in self._tasks(example, stage, rng)
        ]
        places = [self._place(told, prompted, rng) for _, told in lessons]
        rows = [
            Row(window, place, told, self._misread(told, rng))
            for (window, told), place in zip(lessons, places, strict=True)
        ]
        return collate(clips, rows, offsets, self._tokenizer), rng

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

    def _tasks(self, example: Example, stage: Stage, rng: np.random.Generator) -> tuple[Task, ...]:
        """Choose what is written for a window: what is said, and for some the translation, too."""
        translated = example.language != "en" and example.lines and all(line.translation for line in example.lines)
        return ("transcribe", "translate") if translated and rng.random() < stage.translations else ("transcribe",)

    def _lesson(
        self, example: Example, offset: int, task: Task, prompted: bool, stage: Stage, rng: np.random.Generator
    ) -> Lesson:
        moved = Example(
            -offset * TIMESTAMP_MS, example.end, example.language, example.lines, example.cut, example.previous
        )
        return lesson(
            moved,
            self._tokenizer,
            task=task,
            timestamps=rng.random() >= stage.untimed,
            prompt=prompted,
            context=self._context,
        )

    def _place(self, told: Lesson, prompted: bool, rng: np.random.Generator) -> int:
        """Choose where a text begins: behind a prompt texts stand anywhere, and this teaches the places for less."""
        most = min(self._context // 2, self._context - len(told.tokens))
        return int(rng.integers(most, endpoint=True)) if not prompted and rng.random() < _MOVED else 0

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


@dataclass(frozen=True, slots=True)
class Row:
    """A text for the window of a number: its lesson, and its tokens as the decoder reads them, from `place` on."""

    window: int
    place: int
    told: Lesson
    read: NDArray[np.int64]


def collate(clips: Sequence[Clip], rows: Sequence[Row], offsets: NDArray[np.int64], tokenizer: Tokenizer) -> Batch:
    length = max(len(row.read) for row in rows)
    frames = clips[0].length // TIMESTAMP_MS
    tokens = np.zeros((len(rows), length), np.int64)
    targets = np.full((len(rows), length), IGNORED, np.int64)
    spans = np.full((len(rows), length, 2), -1, np.int64)
    for at, row in enumerate(rows):
        told, offset = row.told, int(offsets[row.window])
        tokens[at, : len(row.read)] = row.read
        targets[at, : len(told.targets)] = told.targets
        spans[at, : len(told.spans)] = [_frames(span, offset, frames) for span in told.spans]
    return Batch(
        torch.from_numpy(_sixteen_bit(np.stack([clip.sound(BEFORE, AROUND) for clip in clips]))),
        torch.tensor([_end(clip) for clip in clips]),
        torch.from_numpy(offsets),
        torch.tensor([row.window for row in rows]),
        torch.tensor([row.place for row in rows]),
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


def _sixteen_bit(sound: NDArray[np.float32]) -> NDArray[np.int16]:
    return np.rint(sound * _FULL).clip(-_FULL, _FULL - 1).astype(np.int16)


def _end(clip: Clip) -> int:
    """The first mel frame (10 ms) after the end of the file, where the window has one."""
    if not clip.ended:
        return clip.length // 10
    return min(round((clip.heard[1] - clip.start) / clip.speed) // 10, clip.length // 10)


def seconds(batch: Batch) -> float:
    return batch.sound.shape[0] * (batch.sound.shape[1] - AROUND) / (1000 * SAMPLES_PER_MS)

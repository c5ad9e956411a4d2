"""A sound of any length to segments by windows of speech that are heard independently, several at once.

No window is told what was said before it: that is what allows to hear them together.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

import torch
from torch import Tensor

from engine.progress import Cancel
from engine.transcript import DetectedLanguage, Segment
from engine.whisper.checkpoint import Model
from engine.whisper.context import Context
from engine.whisper.decoding import DecodingResult, Question, decode_all_with_fallback, detect_language, encode
from engine.whisper.heard import Heard, is_silent, progress, segment_of, with_text, with_words
from engine.whisper.mel import FRAMES_PER_SECOND, LogMel, Samples
from engine.whisper.options import Options
from engine.whisper.packing import FindSpeech, Packed, Speech, in_frames, pack
from engine.whisper.quiet import quietest
from engine.whisper.segments import Cut, Window, clips_of, cut_all
from engine.whisper.timing import begin_with_speech, words_end


@dataclass(frozen=True, slots=True)
class _Turn:
    """A window that waits to be heard; turns are told by clip, then by time. `language` is that of what it follows."""

    clip: int
    packed: Packed
    language: str | None = None

    @property
    def order(self) -> tuple[int, int]:
        return self.clip, self.packed.window.seek


@dataclass(frozen=True, slots=True)
class _Told:
    """What a turn came to: its segments, and the frame up to which they tell what was said."""

    turn: _Turn
    segments: list[Segment]
    reached: int


class Batches:
    """One pass over one sound."""

    def __init__(
        self, model: Model, sound: Samples, options: Options, cancel: Cancel, find_speech: FindSpeech | None
    ) -> None:
        self._model = model
        self._sound = sound
        self._mel = LogMel(sound, model.network.dims.n_mels, cancel)
        self._options = options
        self._cancel = cancel
        self._find_speech = find_speech
        self._context = Context(model, options)
        self._language = options.language
        self._rests: list[_Turn] = []  # of windows that were heard in part, in order
        self._told: list[_Told] = []  # what waits for a rest before it, in order
        self._ends: list[float] = []  # seconds; where the last timed word of each window ended

    def run(self) -> Iterator[Heard]:
        yield progress(0, self._mel.frames)
        coming = self._turns()
        size = 1  # the first window alone, so that its segments come early
        while batch := self._next(coming, size):
            features = torch.cat([self._encode(turn.packed.window) for turn in batch])
            if self._language is None:
                yield from self._tell_language(features[:1])
            self._hear(batch, features)
            yield from self._ready()
            size = self._options.batch_size or 1
        if self._language is None:
            yield from self._tell_language(encode(self._model, self._mel.opening()))
        yield progress(self._mel.frames, self._mel.frames)

    def _turns(self) -> Iterator[_Turn]:
        for clip, bounds in enumerate(clips_of(self._options.clip_seconds, self._mel.frames)):
            for packed in pack(self._speech(Speech(*bounds)), Speech(*bounds), partial(quietest, self._sound)):
                yield _Turn(clip, packed)

    def _speech(self, clip: Speech) -> Iterator[Speech]:
        if clip.stop <= clip.start:
            return iter(())
        if self._find_speech is None:
            return iter([clip])
        ms = 1000 // FRAMES_PER_SECOND
        return in_frames(self._find_speech(clip.start * ms, clip.stop * ms), clip)

    def _next(self, coming: Iterator[_Turn], size: int) -> list[_Turn]:
        batch, self._rests = self._rests[:size], self._rests[size:]
        return [*batch, *islice(coming, size - len(batch))]

    def _encode(self, window: Window) -> Tensor:
        """One window at a time: its work fills a processor, and the buffers stay small."""
        self._cancel.check()
        return encode(self._model, self._mel.window(window.seek, window.size))

    def _tell_language(self, features: Tensor) -> Iterator[DetectedLanguage]:
        if not self._model.tokenizer.multilingual:
            self._language = "en"
            return
        detected = detect_language(self._model, features, self._options.allowed_languages)
        self._language = detected.code
        yield detected

    def _hear(self, batch: list[_Turn], features: Tensor) -> None:
        """Decode a batch, in the order of turns, with its features (windows, frames, state)."""
        questions = []
        for at, turn in enumerate(batch):
            questions.append(Question(self._language_of(turn, features[at : at + 1]), self._context.prompt()))
            self._context.add([], temperature=1)  # only the first window is told the initial prompt
        results = decode_all_with_fallback(self._model, features, questions, self._options, self._cancel)
        for at, (turn, question, result) in enumerate(zip(batch, questions, results, strict=True)):
            self._take(turn, features[at : at + 1], question, result)
        self._told.sort(key=lambda told: told.turn.order)
        self._rests.sort(key=lambda turn: turn.order)

    def _language_of(self, turn: _Turn, features: Tensor) -> str:
        if self._options.multilingual:
            detected = detect_language(self._model, features, self._options.allowed_languages)
            if detected.probability >= self._options.language_detection_threshold:
                self._language = detected.code
            elif turn.language is not None:
                return turn.language
        assert self._language is not None, "run() has told it"
        return self._language

    def _take(self, turn: _Turn, features: Tensor, question: Question, result: DecodingResult) -> None:
        """Keep what was heard in a window, and line up what is left of it."""
        window = turn.packed.window
        if is_silent(result, self._options):
            self._told.append(_Told(turn, [], window.seek + window.size))
            return
        longest = self._options.sample_len or self._model.network.dims.n_text_ctx // 2
        found = cut_all(result, window, self._model.tokenizer, longest)
        if self._options.word_timestamps:
            found = self._timed(found, turn.packed, features, question.language)
        segments = [
            segment_of(draft, result, window, question.language, self._model, self._options)
            for draft in with_text(found.drafts, self._model)
        ]
        rest = turn.packed.rest(found.seek)
        if rest is not None:
            self._rests.append(_Turn(turn.clip, rest, question.language))
        self._told.append(_Told(turn, segments, rest.window.seek if rest else window.seek + window.size))

    def _timed(self, found: Cut, packed: Packed, features: Tensor, language: str) -> Cut:
        """Give the words their times, and leave out what was probably never spoken."""
        window = packed.window
        before = max((end for end in self._ends if end <= window.start), default=0.0)
        found, _ = with_words(self._model, features, window, found, self._options, language, before, self._mel.frames)
        if (end := words_end(found.drafts)) is not None:
            self._ends.append(end)
        begin_with_speech(found.drafts, packed.speech_seconds)
        return found

    def _ready(self) -> Iterator[Heard]:
        """Tell what was heard before all that is still waited for."""
        while self._told and (not self._rests or self._told[0].turn.order < self._rests[0].order):
            told = self._told.pop(0)
            yield from told.segments
            yield progress(told.reached, self._mel.frames)

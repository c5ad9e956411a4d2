"""A sound of any length to segments: the window that slides over it (Radford et al. 2022, section 4.5)."""

from collections.abc import Iterator

from engine.progress import Cancel
from engine.transcript import DetectedLanguage, Segment
from engine.whisper.batched import Batches
from engine.whisper.checkpoint import Model
from engine.whisper.context import Context
from engine.whisper.decoding import Question, decode_with_fallback, detect_language, encode, listen
from engine.whisper.heard import Heard, is_silent, progress, segment_of, with_text, with_words
from engine.whisper.logits import rules_for
from engine.whisper.mel import HOP_SAMPLES, WINDOW_FRAMES, LogMel, Samples
from engine.whisper.model import Memory
from engine.whisper.options import Options
from engine.whisper.packing import FindSpeech
from engine.whisper.segments import Window, clips_of, cut
from engine.whisper.timing import words_end

__all__ = ["Heard", "transcribe"]


def transcribe(
    model: Model,
    sound: Samples,
    options: Options = Options(),
    cancel: Cancel | None = None,
    find_speech: FindSpeech | None = None,
) -> Iterator[Heard]:
    """Yield segments as they are heard, progress after every window, and the language where it was detected.

    With a `batch_size` the windows are packed of what `find_speech` finds, None: of all the sound; a sound that is no
    longer than a window is heard whole.
    Raises EngineError("options") at once if the model can't do what is asked, Cancelled within a token.
    """
    for language in (options.language, *options.allowed_languages):
        model.abilities.check(model.name, options.task, language, multilingual=options.multilingual)
    rules_for(options, model.tokenizer)  # refuses tokens that the model doesn't have
    if (options.batch_size or 1) > 1 and len(sound) > WINDOW_FRAMES * HOP_SAMPLES:
        return Batches(model, sound, options, cancel or Cancel(), find_speech).run()
    return _Listener(model, sound, options, cancel or Cancel()).run()


class _Listener:
    """One pass over one sound."""

    def __init__(self, model: Model, sound: Samples, options: Options, cancel: Cancel) -> None:
        self._model = model
        self._mel = LogMel(sound, model.network.dims.n_mels, cancel)
        self._options = options
        self._cancel = cancel
        self._context = Context(model, options)
        self._clips = clips_of(options.clip_seconds, self._mel.frames)
        self._language = options.language
        self._opening: Memory | None = None  # what the language was told from, until the first window was heard
        self._last_speech = 0.0  # seconds; where the last timed word ended

    def run(self) -> Iterator[Heard]:
        total = self._mel.frames
        yield progress(0, total)
        if self._language is None:
            yield from self._tell_language()
        for start, stop in self._clips:
            seek = start
            while seek < stop:
                self._cancel.check()
                window = Window(seek, min(WINDOW_FRAMES, stop - seek))
                segments, seek = self._hear(window)
                yield from segments
                # A window that would be heard again and again is left behind.
                seek = seek if seek > window.seek else window.seek + window.size
                yield progress(min(seek, stop), total)
        yield progress(total, total)

    def _tell_language(self) -> Iterator[DetectedLanguage]:
        if not self._model.tokenizer.multilingual:
            self._language = "en"
            return
        self._opening = listen(self._model, encode(self._model, self._mel.opening()))
        detected = detect_language(self._model, self._opening, self._options.allowed_languages)
        self._language = detected.code
        yield detected

    def _hear(self, window: Window) -> tuple[list[Segment], int]:
        """Return the window's segments and the frame to go on from."""
        model, options = self._model, self._options
        sound = self._listen(window)
        language = self._language_of(sound)
        question = Question(language, self._context.prompt())
        result = decode_with_fallback(model, sound, question, options, self._cancel)
        if is_silent(result, options):
            return [], window.seek + window.size
        found = cut(result, window, model.tokenizer)
        if options.word_timestamps:
            found, skipped = with_words(
                model, sound, window, found, options, language, self._last_speech, self._mel.frames
            )
            if skipped:
                return [], found.seek
            if (end := words_end(found.drafts)) is not None:
                self._last_speech = end
        spoken = with_text(found.drafts, model)
        self._context.add([token for draft in spoken for token in draft.tokens], result.temperature)
        return [segment_of(draft, result, window, language, model, options) for draft in spoken], found.seek

    def _listen(self, window: Window) -> Memory:
        """Hear a window, unless it is the opening and was heard already: all that is asked of it shares this."""
        opening, self._opening = self._opening, None
        if opening is not None and window == Window(0, WINDOW_FRAMES):
            return opening
        return listen(self._model, encode(self._model, self._mel.window(window.seek, window.size)))

    def _language_of(self, sound: Memory) -> str:
        if self._options.multilingual:
            detected = detect_language(self._model, sound, self._options.allowed_languages)
            if detected.probability >= self._options.language_detection_threshold:
                if detected.code != self._language:
                    self._context.forget()  # text in another language misleads
                self._language = detected.code
        assert self._language is not None, "run() has told it"
        return self._language

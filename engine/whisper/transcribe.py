"""A sound of any length to segments: the window that slides over it (Radford et al. 2022, section 4.5)."""

from collections.abc import Iterator, Sequence

from engine.progress import Cancel, Progress
from engine.transcript import DetectedLanguage, Segment, Word
from engine.whisper.checkpoint import Model
from engine.whisper.decoding import DecodingResult, Question, decode_with_fallback, detect_language, encode, listen
from engine.whisper.logits import rules_for
from engine.whisper.mel import FRAMES_PER_SECOND, WINDOW_FRAMES, LogMel, Samples
from engine.whisper.model import Memory
from engine.whisper.options import Options
from engine.whisper.segments import Draft, Window, cut
from engine.whisper.silence import skip_to_first_word, without_invented
from engine.whisper.timing import go_on_from_words, merge_punctuation, time_words, untimed_words, words_end
from engine.whisper.tokenizer import Tokenizer

Heard = Segment | Progress | DetectedLanguage


def transcribe(
    model: Model, sound: Samples, options: Options = Options(), cancel: Cancel | None = None
) -> Iterator[Heard]:
    """Yield segments as they are heard, progress after every window, and the language where it was detected.

    Raises EngineError("options") at once if the model can't do what is asked, Cancelled within a token.
    """
    for language in (options.language, *options.allowed_languages):
        model.abilities.check(model.name, options.task, language, multilingual=options.multilingual)
    rules_for(options, model.tokenizer)  # refuses tokens that the model doesn't have
    return _Listener(model, sound, options, cancel or Cancel()).run()


class _Listener:
    """One pass over one sound."""

    def __init__(self, model: Model, sound: Samples, options: Options, cancel: Cancel) -> None:
        self._model = model
        self._mel = LogMel(sound, model.network.dims.n_mels, cancel)
        self._options = options
        self._cancel = cancel
        self._context = _Context(model, options)
        self._clips = _clips(options.clip_seconds, self._mel.frames)
        self._language = options.language
        self._opening: Memory | None = None  # what the language was told from, until the first window was heard
        self._last_speech = 0.0  # seconds; where the last timed word ended

    def run(self) -> Iterator[Heard]:
        total = self._mel.frames
        yield self._progress(0)
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
                yield self._progress(min(seek, stop))
        yield self._progress(total)

    def _progress(self, frames: int) -> Progress:
        return Progress("transcribe", _ms(frames / FRAMES_PER_SECOND), _ms(self._mel.frames / FRAMES_PER_SECOND))

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
        if self._is_silent(result):
            return [], window.seek + window.size
        found = cut(result, window, model.tokenizer)
        if options.word_timestamps:
            time_words(model, sound, window, found.drafts, options, language, self._last_speech)
            found = go_on_from_words(found, window, options.hallucination_silence_threshold)
            if (threshold := options.hallucination_silence_threshold) is not None:
                if (seek := skip_to_first_word(found.drafts, window, threshold)) is not None:
                    return [], seek
                found = without_invented(found, window, threshold, self._last_speech, self._mel.frames)
            if (end := words_end(found.drafts)) is not None:
                self._last_speech = end
        spoken = [draft for draft in found.drafts if draft.start != draft.end and self._text(draft).strip()]
        self._context.add([token for draft in spoken for token in draft.tokens], result.temperature)
        return [self._segment(draft, result, window, language) for draft in spoken], found.seek

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

    def _is_silent(self, result: DecodingResult) -> bool:
        if self._options.no_speech_threshold is None or result.no_speech_prob <= self._options.no_speech_threshold:
            return False
        sure = self._options.logprob_threshold
        return sure is None or result.avg_logprob <= sure

    def _segment(self, draft: Draft, result: DecodingResult, window: Window, language: str) -> Segment:
        return Segment(
            start=_ms(draft.start),
            end=_ms(draft.end),
            text=self._text(draft),
            words=self._words(draft, language),
            tokens=draft.tokens,
            language=language,
            seek=_ms(window.start),
            temperature=result.temperature,
            avg_logprob=result.avg_logprob,
            compression_ratio=result.compression_ratio,
            no_speech_prob=result.no_speech_prob,
        )

    def _text(self, draft: Draft) -> str:
        tokenizer = self._model.tokenizer
        return tokenizer.decode([token for token in draft.tokens if token < tokenizer.eot])

    def _words(self, draft: Draft, language: str) -> tuple[Word, ...]:
        if draft.words:
            return tuple(Word(w.text, _ms(w.start), _ms(w.end), w.probability) for w in draft.words)
        words = untimed_words(draft, self._model.tokenizer, language)
        merge_punctuation(words, self._options.prepend_punctuations, self._options.append_punctuations)
        return tuple(Word(w.text, None, None, w.probability) for w in words if w.text)


class _Context:
    """What the model is told was said before: the initial prompt, hotwords, and the text of earlier windows."""

    def __init__(self, model: Model, options: Options) -> None:
        self._options = options
        self._room = model.network.dims.n_text_ctx // 2 - 1
        self._hotwords = _spoken(options.hotwords, model.tokenizer)[: self._room]
        self._initial = _spoken(options.initial_prompt, model.tokenizer)
        self._tokens = list(self._initial)
        self._forgotten = 0  # tokens before this one are not told any more

    def prompt(self) -> list[int]:
        tokens = self._tokens[self._forgotten :]
        if self._options.carry_initial_prompt:
            tokens = self._tokens[max(len(self._initial), self._forgotten) :]
            tokens = self._initial + tokens[-(self._room - len(self._initial)) :]
        if not self._hotwords:
            return tokens
        room = self._room - len(self._hotwords)
        return self._hotwords + (tokens[-room:] if room else [])

    def forget(self) -> None:
        """Tell nothing any more of what was said until now; an initial prompt that is carried stays."""
        self._forgotten = len(self._tokens)

    def add(self, tokens: list[int], temperature: float) -> None:
        """Remember a window's tokens, unless they were asked to be or are better forgotten."""
        self._tokens += tokens
        if not self._options.condition_on_previous_text or temperature > _HOT:
            self._forgotten = len(self._tokens)


_HOT = 0.5  # text that was decoded above this temperature misleads the next window


def _spoken(text: str | None, tokenizer: Tokenizer) -> list[int]:
    return tokenizer.encode(" " + text.strip()) if text is not None else []


def _clips(seconds: Sequence[float], frames: int) -> list[tuple[int, int]]:
    """Pair start, end, start, end, ... as frames inside the sound; the last end may be left out."""
    points = [round(second * FRAMES_PER_SECOND) for second in seconds]
    if len(points) % 2:
        points.append(frames)
    return [(max(start, 0), min(stop, frames)) for start, stop in zip(points[::2], points[1::2], strict=True)]


def _ms(seconds: float) -> int:
    return round(seconds * 1000)

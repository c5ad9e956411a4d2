"""What was heard in a window, on its way from tokens to the segments that are told: silence, words, figures."""

from engine.progress import Progress
from engine.transcript import DetectedLanguage, Segment, Word
from engine.whisper.checkpoint import Model
from engine.whisper.decoding import DecodingResult, Sound
from engine.whisper.mel import FRAMES_PER_SECOND
from engine.whisper.options import Options
from engine.whisper.segments import Cut, Draft, Window
from engine.whisper.silence import skip_to_first_word, without_invented
from engine.whisper.timing import go_on_from_words, merge_punctuation, time_words, untimed_words

Heard = Segment | Progress | DetectedLanguage


def is_silent(result: DecodingResult, options: Options) -> bool:
    """Tell whether a window counts as silence, whatever it was decoded to."""
    if options.no_speech_threshold is None or result.no_speech_prob <= options.no_speech_threshold:
        return False
    return options.logprob_threshold is None or result.avg_logprob <= options.logprob_threshold


def with_words(
    model: Model, sound: Sound, window: Window, found: Cut, options: Options, language: str, before: float, frames: int
) -> tuple[Cut, bool]:
    """Give the words of a window their times, and leave out what was probably never spoken.

    `before` is where words ended before it, in seconds, `frames` the length of the sound. Tells, too, whether all of it
    was left out, for silence before its first word: what is found begins anew there.
    """
    time_words(model, sound, window, found.drafts, options, language, before)
    threshold = options.hallucination_silence_threshold
    found = go_on_from_words(found, window, threshold)
    if threshold is None:
        return found, False
    if (seek := skip_to_first_word(found.drafts, window, threshold)) is not None:
        return Cut([], seek, complete=False), True
    return without_invented(found, window, threshold, before, frames), False


def with_text(drafts: list[Draft], model: Model) -> list[Draft]:
    """Return the drafts that last and say something."""
    return [draft for draft in drafts if draft.start != draft.end and _text(draft, model).strip()]


def segment_of(
    draft: Draft, result: DecodingResult, window: Window, language: str, model: Model, options: Options
) -> Segment:
    return Segment(
        start=in_ms(draft.start),
        end=in_ms(draft.end),
        text=_text(draft, model),
        words=_words(draft, language, model, options),
        tokens=draft.tokens,
        language=language,
        seek=in_ms(window.start),
        temperature=result.temperature,
        avg_logprob=result.avg_logprob,
        compression_ratio=result.compression_ratio,
        no_speech_prob=result.no_speech_prob,
    )


def progress(frames: int, total: int) -> Progress:
    return Progress("transcribe", in_ms(frames / FRAMES_PER_SECOND), in_ms(total / FRAMES_PER_SECOND))


def in_ms(seconds: float) -> int:
    return round(seconds * 1000)


def _text(draft: Draft, model: Model) -> str:
    return model.tokenizer.decode([token for token in draft.tokens if token < model.tokenizer.eot])


def _words(draft: Draft, language: str, model: Model, options: Options) -> tuple[Word, ...]:
    if draft.words:
        return tuple(Word(w.text, in_ms(w.start), in_ms(w.end), w.probability) for w in draft.words)
    words = untimed_words(draft, model.tokenizer, language)
    merge_punctuation(words, options.prepend_punctuations, options.append_punctuations)
    return tuple(Word(w.text, None, None, w.probability) for w in words if w.text)

"""What was heard in a window, on its way from tokens to the segments that are told: silence, words, figures."""

from engine.progress import Progress
from engine.transcript import DetectedLanguage, Segment, Word
from engine.whisper.checkpoint import Model
from engine.whisper.decoding import DecodingResult
from engine.whisper.options import Options
from engine.whisper.segments import Draft, Window
from engine.whisper.timing import merge_punctuation, untimed_words

Heard = Segment | Progress | DetectedLanguage


def is_silent(result: DecodingResult, options: Options) -> bool:
    """Tell whether a window counts as silence, whatever it was decoded to."""
    if options.no_speech_threshold is None or result.no_speech_prob <= options.no_speech_threshold:
        return False
    return options.logprob_threshold is None or result.avg_logprob <= options.logprob_threshold


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

"""JSON in the shape of openai-whisper's result: all that was heard, with the figures of each segment and its words.

Seconds are floats in this file and milliseconds everywhere else.
"""

import json
from collections.abc import Iterator, Sequence
from math import isfinite

from engine.errors import EngineError
from engine.subtitles.document import Cue, Document
from engine.subtitles.reading import Reading, Repair, RepairKind
from engine.subtitles.reference_layout import has_word_times
from engine.transcript import Segment, Word

_Json = dict[str, "_Json"] | list["_Json"] | str | int | float | bool | None
_LATEST = 1e12  # ms, thirty years: beyond it a time is a mistake


def parse(text: str) -> Reading:
    """Read a result; its segments become cues with their words.

    Raise EngineError("subtitles") for text that is no JSON, or JSON without a list of segments.
    """
    try:
        result: _Json = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        raise EngineError("subtitles", "this is not JSON, or JSON that breaks off: make the file again") from None
    segments = result.get("segments") if isinstance(result, dict) else None
    if not isinstance(result, dict) or not isinstance(segments, list):
        raise EngineError("subtitles", 'this is not a Whisper result: the JSON holds no list "segments"')
    repairs: list[Repair] = []
    cues = tuple(_cues(segments, repairs))
    language, translated = (_text(result.get(name)) for name in ("language", "translation_language"))
    return Reading(Document(cues, language, translation_language=translated), tuple(repairs))


def compose(document: Document) -> str:
    """Write cues as segments; the model's figures, which a document doesn't hold, are left out."""
    segments: list[_Json] = []
    for number, cue in enumerate(document.cues):
        segment: dict[str, _Json] = {"id": number, "start": cue.start / 1000, "end": cue.end / 1000, "text": cue.text}
        if cue.speaker:
            segment["speaker"] = cue.speaker
        if cue.translation:
            segment["translation"] = cue.translation
        if cue.words:
            segment["words"] = [_write_word(word) for word in cue.words]
        segments.append(segment)
    text = " ".join(cue.text for cue in document.cues)
    result: dict[str, _Json] = {"text": text, "segments": segments, "language": document.language}
    if document.translation_language:
        result["translation_language"] = document.translation_language
    return json.dumps(result)


def compose_transcript(segments: Sequence[Segment], language: str) -> str:
    """Write what a model heard, with every key of the reference; words only where their times are known."""
    timed = has_word_times(segments)
    written: list[_Json] = [_write_segment(number, segment, timed) for number, segment in enumerate(segments)]
    text = "".join(segment.text for segment in segments)
    return json.dumps({"text": text, "segments": written, "language": language})


def _write_segment(number: int, segment: Segment, timed: bool) -> _Json:
    written: dict[str, _Json] = {
        "id": number,
        "seek": segment.seek // 10,  # the reference counts frames of 10 ms
        "start": segment.start / 1000,
        "end": segment.end / 1000,
        "text": segment.text,
        "tokens": list(segment.tokens),
        "temperature": segment.temperature,
        "avg_logprob": segment.avg_logprob,
        "compression_ratio": segment.compression_ratio,
        "no_speech_prob": segment.no_speech_prob,
    }
    if timed:
        written["words"] = [_write_word(word) for word in segment.words]
    if segment.channel is not None:
        written["channel"] = segment.channel
    return written


def _write_word(word: Word) -> _Json:
    start, end = (None if time is None else time / 1000 for time in (word.start, word.end))
    return {"word": word.text, "start": start, "end": end, "probability": word.probability}


def _cues(segments: list[_Json], repairs: list[Repair]) -> Iterator[Cue]:
    """Yield cues; a Repair's line counts segments here, since JSON has no lines to speak of."""
    last_end, number = 0, 0
    for place, segment in enumerate(segments, 1):
        if not isinstance(segment, dict):
            repairs.append(Repair(place, RepairKind.ENTRY))
            continue
        start, end = _milliseconds(segment.get("start")), _milliseconds(segment.get("end"))
        if start is None or end is None:
            repairs.append(Repair(place, RepairKind.BROKEN_TIME))
        start = last_end if start is None else start
        end = start if end is None else end
        if end < start:
            repairs.append(Repair(place, RepairKind.REVERSED))
        last_end, number = end, number + 1
        words = tuple(_words(segment.get("words"), place, repairs))
        text, speaker, translation = (_text(segment.get(name)) for name in ("text", "speaker", "translation"))
        yield Cue(number, start, end, text.strip(" "), speaker, translation, words)


def _words(words: _Json, place: int, repairs: list[Repair]) -> Iterator[Word]:
    for word in words if isinstance(words, list) else []:
        if not isinstance(word, dict) or not isinstance(word.get("word"), str):
            repairs.append(Repair(place, RepairKind.ENTRY))
            continue
        probability = word.get("probability")
        known = isinstance(probability, int | float) and 0 <= probability <= 1
        yield Word(
            _text(word.get("word")),
            _milliseconds(word.get("start")),
            _milliseconds(word.get("end")),
            float(probability) if known and isinstance(probability, int | float) else 0.0,
        )


def _milliseconds(seconds: _Json) -> int | None:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    if not isfinite(seconds) or abs(seconds) * 1000 > _LATEST:
        return None
    return round(seconds * 1000)


def _text(value: _Json) -> str:
    """Return a string without half surrogate pairs, which JSON can hold and no encoding can write; else ""."""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(value, str) else ""

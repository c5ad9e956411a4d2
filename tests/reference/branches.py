"""Which rules of the long form a transcription came past, told from what the reference decoded."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from tests.reference.combinations import PARAMETERS
from tests.reference.oracle import Heard, Window

BRANCHES = (
    "windows",
    "segments",
    "several segments in a window",
    "window ended by <|endoftext|>",
    "window cut off at sample_len",
    "slid to the last timestamp",
    "single timestamp at the end",
    "no timestamp inside",
    "skipped as silent",
    "fell back once or more",
    "fell back three times or more",
    "loudly improbable but kept as silence",
    "prompt reset by temperature",
    "prompted by text of an earlier window",
    "segments cleared: without text or instant",
    "words",
    "text not in Latin script",
    "half characters (U+FFFD)",
)


def count(heard: Heard, settings: Mapping[str, Any], timestamp_begin: int) -> Counter[str]:
    counts = Counter(
        {
            "windows": len(heard.windows),
            "segments": len(heard.segments),
            "segments cleared: without text or instant": sum(not segment["text"] for segment in heard.segments),
            "words": sum(len(segment.get("words", ())) for segment in heard.segments),
            "text not in Latin script": sum(_foreign(segment["text"]) for segment in heard.segments),
            "half characters (U+FFFD)": sum("\ufffd" in segment["text"] for segment in heard.segments),
            "prompted by text of an earlier window": sum(_goes_on(heard.windows, settings)),
        }
    )
    for window in heard.windows:
        counts.update(_of_window(window, settings, timestamp_begin))
    return counts


def _of_window(window: Window, settings: Mapping[str, Any], begin: int) -> Iterator[str]:
    setting = {name: values[0] for name, values in PARAMETERS.items()} | dict(settings)
    result, stamped = window.result, [token >= begin for token in window.result.tokens]
    sure, silence = setting["logprob_threshold"], setting["no_speech_threshold"]
    improbable = sure is not None and result.avg_logprob < sure
    if len(window.tries) > 1:
        yield "fell back once or more"
    if len(window.tries) > 3:
        yield "fell back three times or more"
    if silence is not None and result.no_speech_prob > silence:
        if improbable:
            yield "loudly improbable but kept as silence"
        if sure is None or result.avg_logprob <= sure:
            yield "skipped as silent"
            return
    yield (
        "window cut off at sample_len"
        if len(stamped) >= (setting["sample_len"] or 224)
        else ("window ended by <|endoftext|>")
    )
    if result.temperature > 0.5:
        yield "prompt reset by temperature"
    pairs = sum(a and b for a, b in pairwise(stamped))
    single = stamped[-2:] == [False, True]
    if single:
        yield "single timestamp at the end"
    if pairs + single > 1:
        yield "several segments in a window"
    if pairs and not single:
        yield "slid to the last timestamp"
    if not pairs and not single:
        yield "no timestamp inside"


def _goes_on(windows: Iterable[Window], settings: Mapping[str, Any]) -> Iterator[bool]:
    told = False
    for window in windows:
        yield told
        told = settings.get("condition_on_previous_text", True) and window.result.temperature <= 0.5


def _foreign(text: str) -> bool:
    return any(character.isalpha() and ord(character) > 0x24F for character in text)

"""Segments as a model gives them, the same as openai-whisper's result, and at random: for the tests of the writers."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from engine.subtitles.reference_layout import LineLimits
from engine.transcript import Segment, Word

_WORDS = ("the", "quick,", "fox.", "over", "—", "dogs!", "Grüße", "東京", "42", "a", "supercalifragilistic", "it's")


@dataclass(frozen=True, slots=True)
class WriterCase:
    """Segments and limits whose files the reference has written to tests/data/writers."""

    name: str
    segments: tuple[Segment, ...]
    limits: LineLimits


def segment(start: int, end: int, text: str, words: tuple[Word, ...] = ()) -> Segment:
    return Segment(start, end, text, words, (50364, 2425, 50414), "en", 0, 0.0, -0.25, 1.5, 0.125)


def timed_segment(*words: tuple[str, int, int]) -> Segment:
    """Make a segment of (text, start, end)."""
    heard = tuple(Word(text, start, end, 0.5) for text, start, end in words)
    return segment(heard[0].start or 0, heard[-1].end or 0, "".join(word.text for word in heard), heard)


PLAIN = (
    segment(0, 2400, " Hello there."),
    segment(2400, 2400, ""),
    segment(3_599_999, 3_600_000, "\tTab\there --> and arrow "),
    segment(360_000_000, 360_001_500, " A hundred hours later: 東京, Grüße."),
)
TIMED = (
    timed_segment((" The", 0, 300), (" quick,", 300, 720), (" brown", 720, 1000), (" fox", 1100, 1400)),
    timed_segment((" jumps", 1400, 1800), (" over", 1900, 2200), (" the", 2200, 2300), (" lazy dog.", 2300, 3000)),
    segment(3000, 3000, ""),
    timed_segment((" Then", 7000, 7300), (" —", 7300, 7300), (" after", 7300, 7700), (" a", 7700, 7800)),
    timed_segment((" supercalifragilisticexpialidocious", 11_500, 12_500), (" pause.", 12_600, 13_000)),
)
CASES = (
    WriterCase("plain", PLAIN, LineLimits()),
    WriterCase("timed", TIMED, LineLimits()),
    WriterCase("width", TIMED, LineLimits(max_line_width=12)),
    WriterCase("width_and_count", TIMED, LineLimits(max_line_width=14, max_line_count=2)),
    WriterCase("one_line", TIMED, LineLimits(max_line_width=20, max_line_count=1)),
    WriterCase("words", TIMED, LineLimits(max_words_per_line=3)),
    WriterCase("highlight", TIMED, LineLimits(highlight_words=True)),
    WriterCase("highlight_in_lines", TIMED, LineLimits(max_line_width=14, max_line_count=2, highlight_words=True)),
)


def reference_result(segments: tuple[Segment, ...], *, timed: bool) -> dict[str, object]:
    """Return the dictionary that openai-whisper's transcribe() would return for `segments`."""
    return {
        "text": "".join(each.text for each in segments),
        "segments": [_reference_segment(number, each, timed) for number, each in enumerate(segments)],
        "language": "en",
    }


def reference_options(limits: LineLimits) -> dict[str, object]:
    return {name: getattr(limits, name) for name in LineLimits.__slots__}


def random_segments(dice: random.Random) -> tuple[Segment, ...]:
    """Return timed segments; no two words begin exactly 3 s apart, where the noise of floats would decide."""
    return tuple(timed_segment(*_random_words(dice, begin)) for begin in _random_starts(dice))


def random_limits(dice: random.Random) -> LineLimits:
    width = dice.choice((None, 8, 20, 42))
    count = dice.choice((None, 1, 2, 3)) if width else None
    return LineLimits(width, count, dice.choice((None, 1, 3, 7)), dice.random() < 0.3)


def _random_starts(dice: random.Random) -> Iterator[int]:
    start = 0
    for _ in range(dice.randrange(1, 12)):
        start += dice.choice((5_010, 7_330, 12_000, 30_000))
        yield start


def _random_words(dice: random.Random, start: int) -> Iterator[tuple[str, int, int]]:
    for _ in range(dice.randrange(1, 14)):
        end = start + dice.choice((0, 20, 250, 330))
        yield dice.choice((" ", " ", " ", "")) + dice.choice(_WORDS), start, end
        start = end + dice.choice((0, 0, 20, 400, 2_510, 3_330))


def _reference_segment(number: int, each: Segment, timed: bool) -> dict[str, object]:
    written: dict[str, object] = {
        "id": number,
        "seek": each.seek // 10,
        "start": each.start / 1000,
        "end": each.end / 1000,
        "text": each.text,
        "tokens": list(each.tokens),
        "temperature": each.temperature,
        "avg_logprob": each.avg_logprob,
        "compression_ratio": each.compression_ratio,
        "no_speech_prob": each.no_speech_prob,
    }
    if timed:
        written["words"] = [_reference_word(word) for word in each.words]
    return written


def _reference_word(word: Word) -> dict[str, object]:
    start, end = (word.start or 0) / 1000, (word.end or 0) / 1000
    return {"word": word.text, "start": start, "end": end, "probability": word.probability}

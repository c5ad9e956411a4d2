"""From segments to cues by openai-whisper's rules: a cue a segment, or filled to its three limits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from engine.errors import EngineError
from engine.subtitles.document import Cue
from engine.transcript import Segment, Word

_LONG_PAUSE = 3000  # ms between the starts of two words that a cue doesn't bridge
_NO_LIMIT = 1000  # characters, words: what the reference takes for "as many as you like"


@dataclass(frozen=True, slots=True)
class LineLimits:
    """How long lines and cues may be (openai-whisper's options of the same names); None is no limit.

    With a width and a line count cues are filled across segments, else every segment begins a cue.
    `highlight_words` makes a cue for each word, in which the word is underlined.
    """

    max_line_width: int | None = None
    max_line_count: int | None = None
    max_words_per_line: int | None = None
    highlight_words: bool = False

    def check(self, *, word_times: bool) -> None:
        """Raise EngineError("options") for limits that can't be kept."""
        for name, limit in (
            ("max_line_width", self.max_line_width),
            ("max_line_count", self.max_line_count),
            ("max_words_per_line", self.max_words_per_line),
        ):
            if limit is not None and limit < 1:
                raise EngineError("options", f"{name} is {limit}: use a number from 1 on, or leave it out")
        if self.max_line_count is not None and self.max_line_width is None:
            raise EngineError("options", "max_line_count needs a width to fill lines to: give max_line_width, too")
        if self != LineLimits() and not word_times:
            raise EngineError(
                "options",
                "max_line_width, max_line_count, max_words_per_line and highlight_words need the times of the words: "
                "transcribe with word_timestamps, too",
            )

    @property
    def fills_across_segments(self) -> bool:
        return self.max_line_width is not None and self.max_line_count is not None


@dataclass(frozen=True, slots=True)
class _TimedWord:
    """A word with its times and the text that it has in its place in the cue."""

    start: int
    end: int
    text: str
    word: Word


@dataclass(slots=True)
class _OpenCue:
    """The cue that is being filled."""

    words: list[_TimedWord]
    line_length: int
    lines: int = 1

    def extend_line(self, word: _TimedWord) -> None:
        self.words.append(word)
        self.line_length += len(word.text)

    def break_line(self, word: _TimedWord) -> None:
        text = word.text.strip()
        if self.line_length > 0:
            self.lines += 1
            self.words.append(replace(word, text=f"\n{text}"))
        else:
            self.words.append(replace(word, text=text))
        self.line_length = len(text)


def has_word_times(segments: Iterable[Segment]) -> bool:
    return any(word.start is not None for segment in segments for word in segment.words)


def cues_from_segments(segments: Sequence[Segment], limits: LineLimits | None = None) -> tuple[Cue, ...]:
    """Lay segments out as cues: one a segment, or by the times of their words where these are known.

    Raise EngineError("options") for limits that can't be kept, such as any without word times.
    """
    limits = limits or LineLimits()
    timed = has_word_times(segments)
    limits.check(word_times=timed or not any(segment.text.strip() for segment in segments))
    cues = _cues_of_words(segments, limits) if timed else map(_cue_of_segment, segments)
    return tuple(replace(cue, id=number) for number, cue in enumerate(cues, 1))


def _cue_of_segment(segment: Segment) -> Cue:
    return Cue(0, segment.start, segment.end, segment.text.strip(), _speaker(segment.channel))


def _cues_of_words(segments: Sequence[Segment], limits: LineLimits) -> Iterator[Cue]:
    for channel, heard in groupby(segments, key=lambda segment: segment.channel):
        for words in _fill(_chunks(heard, limits.max_words_per_line or _NO_LIMIT), limits):
            if limits.highlight_words:
                yield from _highlighted(words, _speaker(channel))
            else:
                text = "".join(word.text for word in words)
                heard_words = tuple(word.word for word in words)
                yield Cue(0, words[0].start, words[-1].end, text, _speaker(channel), words=heard_words)


def _chunks(segments: Iterable[Segment], size: int) -> Iterator[list[_TimedWord]]:
    """Yield the words of each segment, at most `size` at a time."""
    for segment in segments:
        words = [_timed(word, segment) for word in segment.words]
        for begin in range(0, len(words), size):
            yield words[begin : begin + size]


def _timed(word: Word, segment: Segment) -> _TimedWord:
    start = segment.start if word.start is None else word.start
    end = segment.end if word.end is None else word.end
    return _TimedWord(start, end, word.text, word)


def _fill(chunks: Iterable[list[_TimedWord]], limits: LineLimits) -> Iterator[list[_TimedWord]]:
    """Fill cues with words. A chunk begins a cue, or flows into the open one if cues are filled across segments."""
    cue: _OpenCue | None = None
    for chunk in chunks:
        for position, word in enumerate(chunk):
            begins = position == 0 and not limits.fills_across_segments
            if cue is None or begins or _must_end(cue, word, limits):
                if cue is not None:
                    yield cue.words
                cue = _begin(word)
            elif _fits_line(cue, word, limits):
                cue.extend_line(word)
            else:
                cue.break_line(word)
    if cue is not None:
        yield cue.words


def _begin(word: _TimedWord) -> _OpenCue:
    text = word.text.strip()
    return _OpenCue([replace(word, text=text)], len(text))


def _must_end(cue: _OpenCue, word: _TimedWord, limits: LineLimits) -> bool:
    """Say whether `word` can't join the cue: after a long pause, or for want of another line."""
    if not limits.fills_across_segments:
        return False
    if word.start - cue.words[-1].start > _LONG_PAUSE:
        return True
    return not _fits_line(cue, word, limits) and cue.lines >= (limits.max_line_count or _NO_LIMIT)


def _fits_line(cue: _OpenCue, word: _TimedWord, limits: LineLimits) -> bool:
    return 0 < cue.line_length <= (limits.max_line_width or _NO_LIMIT) - len(word.text)


def _highlighted(words: list[_TimedWord], speaker: str) -> Iterator[Cue]:
    """Yield a cue for each word, which is underlined in it, and one for each pause between words."""
    last = words[0].start
    for index, word in enumerate(words):
        if word.start != last:
            yield Cue(0, last, word.start, "".join(other.text for other in words), speaker)
        texts = [_underline(other.text) if place == index else other.text for place, other in enumerate(words)]
        yield Cue(0, word.start, word.end, "".join(texts), speaker)
        last = word.end


def _underline(text: str) -> str:
    bare = text.lstrip()
    return f"{text[: len(text) - len(bare)]}<u>{bare}</u>"


def _speaker(channel: int | None) -> str:
    return "" if channel is None else f"Speaker {channel + 1}"

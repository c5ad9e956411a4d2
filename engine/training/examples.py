"""What a model is trained on: windows of sound and the tokens that they should become (Radford et al. 2022, 2.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from engine.abilities import Task
from engine.whisper.tokenizer import Tokenizer

TIMESTAMP_MS = 20
WINDOW_MS = 30_000
IGNORED = -100  # a target that no loss is computed for
_PAUSE = 60  # ms, the shortest that a sign stands for

Timed = list[tuple[int, tuple[int, int] | None]]  # tokens, and when their words are heard


@dataclass(frozen=True, slots=True)
class Span:
    """When a word is heard, ms in its recording."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of speech, ms in its recording, with its English translation and, if known, the times of its words and
    those of the words that each word of the translation stands for."""

    start: int
    end: int
    text: str
    translation: str = ""
    words: tuple[Span, ...] = ()
    translated: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A window of a recording, ms, and what is said in it.

    `lines` lie wholly inside; `cut` is the start of one that goes on after the window's end. `language` is None where
    nobody speaks. `previous` is what was said before the window, for the prompt.
    """

    start: int
    end: int
    language: str | None
    lines: tuple[Line, ...]
    cut: int | None = None
    previous: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """The decoder's tokens for an example: `tokens[i]` should be followed by `targets[i]`, IGNORED where it may be
    anything. `spans[i]` is when the word of `targets[i]` is heard, ms in the window, None where that isn't known."""

    tokens: tuple[int, ...]
    targets: tuple[int, ...]
    spans: tuple[tuple[int, int] | None, ...]


def lesson(
    example: Example, tokenizer: Tokenizer, *, task: Task, timestamps: bool, prompt: bool, context: int
) -> Lesson:
    """Write the example in the multitask format of figure 1: prompt, start, language, task, then times and text.

    The prompt is cut on the left to at most half of `context` tokens, as decoding does it, and so is the window's text
    to the other half, on the right.
    """
    before = _prompt(example, tokenizer, task, timestamps, context // 2 - 1) if prompt and example.previous else []
    body: Timed
    if example.language is None:
        start = [tokenizer.sot]
        body = [(tokenizer.no_speech, None)]
    else:
        start = [*tokenizer.start_sequence(example.language, task)]
        if not timestamps:
            start.append(tokenizer.no_timestamps)
        body = _body(example, tokenizer, task, timestamps)[: context // 2 - len(start)]
    body.append((tokenizer.eot, None))
    told = [*before, *start]
    tokens = [*told, *(token for token, _ in body)]
    # Language and task are predicted, too: that is how the language is detected (section 2.3).
    first = len(before) + 1
    targets = [IGNORED] * (first - 1) + tokens[first:]
    spans = [None] * (len(told) - 1) + [span for _, span in body]
    return Lesson(tuple(tokens[:-1]), tuple(targets), tuple(spans))


def _prompt(example: Example, tokenizer: Tokenizer, task: Task, timestamps: bool, room: int) -> list[int]:
    """What decoding would have written for the window before: with its timestamps, if it writes them."""
    zero = example.previous[0].start
    tokens: list[int] = []
    for line in example.previous:
        text = tokenizer.encode(" " + _text(line, task))
        edges = [[_timestamp(at - zero, tokenizer)] if timestamps else [] for at in (line.start, line.end)]
        tokens += [*edges[0], *text, *edges[1]]
    return [tokenizer.sot_prev, *tokens[-room:]]


def _body(example: Example, tokenizer: Tokenizer, task: Task, timestamps: bool) -> Timed:
    body: Timed = []
    silent_until = [*(line.start for line in example.lines[1:]), example.end if example.cut is None else example.cut]
    for line, until in zip(example.lines, silent_until, strict=False):
        if timestamps:
            body.append((_timestamp(line.start - example.start, tokenizer), None))
        words = (
            _word_tokens(line, tokenizer, example.start, until)
            if task == "transcribe"
            else _translated_tokens(line, tokenizer, example.start)
        )
        body += words or [(token, None) for token in tokenizer.encode(" " + _text(line, task))]
        if timestamps:
            body.append((_timestamp(line.end - example.start, tokenizer), None))
    if timestamps and example.cut is not None:
        body.append((_timestamp(example.cut - example.start, tokenizer), None))
    return body


def _text(line: Line, task: Task) -> str:
    return " ".join((line.translation if task == "translate" else line.text).split())


def _word_tokens(line: Line, tokenizer: Tokenizer, zero: int, until: int) -> Timed | None:
    """Pair the tokens with their times, if the words are those of the text.

    A sign after a word is heard as the pause that follows it, of the last word until `until`: when words are timed, the
    pause is then neither the end of the one nor the start of the other.
    """
    if [span.text for span in line.words] != line.text.split():
        return None
    timed: Timed = []
    for span, following in zip(line.words, [*(span.start for span in line.words[1:]), until], strict=False):
        tokens = spelled(span, tokenizer)
        timed += [(token, (start - zero, end - zero)) for token, start, end in tokens]
        last, start, end = tokens[-1]
        if start == end and following - span.end >= _PAUSE:
            timed[-1] = (last, (span.end - zero, following - zero))
    return timed


def _translated_tokens(line: Line, tokenizer: Tokenizer, zero: int) -> Timed | None:
    """Pair the translation's tokens with the times of what they stand for, if its words are those of the text."""
    if [span.text for span in line.translated] != line.translation.split():
        return None
    return [
        (token, (span.start - zero, span.end - zero))
        for span in line.translated
        for token in tokenizer.encode(" " + span.text)
    ]


def spelled(word: Span, tokenizer: Tokenizer) -> list[tuple[int, int, int]]:
    """Return a word's tokens, each with its share of the word's time: first ms and last, by the letters it writes."""
    tokens = tokenizer.encode(" " + word.text)
    letters = [sum(sign.isalnum() or sign == "\ufffd" for sign in tokenizer.decode([token])) for token in tokens]
    told, total = [0, *accumulate(letters)], max(1, sum(letters))
    edges = [word.start + (word.end - word.start) * part // total for part in told]
    return list(zip(tokens, edges, edges[1:], strict=False))


def _timestamp(ms: int, tokenizer: Tokenizer) -> int:
    return tokenizer.timestamp_begin + round(min(max(ms, 0), WINDOW_MS) / TIMESTAMP_MS)


def cut_windows(
    lines: Sequence[Line], language: str | None, start: int, stop: int, length: int = WINDOW_MS
) -> list[Example]:
    """Cut a recording, `start` to `stop` ms, into windows as decoding will slide over it.

    The next begins where the last whole line ended. A line longer than a window is passed over.
    Windows in which nobody speaks have no language.
    """
    examples: list[Example] = []
    at = 0
    previous: tuple[Line, ...] = ()
    while start < stop:
        end, first = start + length, at
        while at < len(lines) and lines[at].end <= end:
            at += 1
        inside = tuple(lines[first:at])
        cut = lines[at].start if at < len(lines) and lines[at].start < end else None
        spoken = language if inside or cut is not None else None
        examples.append(Example(start, end, spoken, inside, cut, previous))
        previous = inside or previous
        if cut is None:
            start = end
        elif inside:
            start = inside[-1].end
        elif cut > start:
            start = cut  # a line that this window is too late for
        else:
            start, at = lines[at].end, at + 1
    return examples

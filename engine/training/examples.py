"""What a model is trained on: windows of sound and the tokens that they should become (Radford et al. 2022, 2.3)."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.abilities import Task
from engine.whisper.tokenizer import Tokenizer

TIMESTAMP_MS = 20
WINDOW_MS = 30_000
IGNORED = -100  # a target that no loss is computed for


@dataclass(frozen=True, slots=True)
class Span:
    """When a word or phoneme is heard, ms in its recording."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of speech, ms in its recording, with its English translation and, if they are known, its words' times."""

    start: int
    end: int
    text: str
    translation: str = ""
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A window of a recording, ms, and what is said in it.

    `lines` lie wholly inside; `cut` is the start of one that goes on after the window's end. `language` is None where
    nobody speaks. `previous` is the text before the window, for the prompt.
    """

    start: int
    end: int
    language: str | None
    lines: tuple[Line, ...]
    cut: int | None = None
    previous: str = ""


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

    The prompt is cut on the left to at most half of `context` tokens, as decoding does it.
    """
    before: list[int] = []
    if prompt and example.previous:
        before = [tokenizer.sot_prev, *tokenizer.encode(" " + example.previous.strip())[-(context // 2 - 1) :]]
    body: list[tuple[int, tuple[int, int] | None]]
    if example.language is None:
        start = [tokenizer.sot]
        body = [(tokenizer.no_speech, None)]
    else:
        start = [*tokenizer.start_sequence(example.language, task)]
        if not timestamps:
            start.append(tokenizer.no_timestamps)
        body = _body(example, tokenizer, task, timestamps)
    body.append((tokenizer.eot, None))
    told = [*before, *start]
    tokens = [*told, *(token for token, _ in body)]
    # Language and task are predicted, too: that is how the language is detected (section 2.3).
    first = len(before) + 1
    targets = [IGNORED] * (first - 1) + tokens[first:]
    spans = [None] * (len(told) - 1) + [span for _, span in body]
    return Lesson(tuple(tokens[:-1]), tuple(targets), tuple(spans))


def _body(
    example: Example, tokenizer: Tokenizer, task: Task, timestamps: bool
) -> list[tuple[int, tuple[int, int] | None]]:
    body: list[tuple[int, tuple[int, int] | None]] = []
    for line in example.lines:
        text = line.translation if task == "translate" else line.text
        words = _word_tokens(line, text, tokenizer, example.start) if task == "transcribe" else None
        if timestamps:
            body.append((_timestamp(line.start - example.start, tokenizer), None))
        body += words or [(token, None) for token in tokenizer.encode(" " + text.strip())]
        if timestamps:
            body.append((_timestamp(line.end - example.start, tokenizer), None))
    if timestamps and example.cut is not None:
        body.append((_timestamp(example.cut - example.start, tokenizer), None))
    return body


def _word_tokens(
    line: Line, text: str, tokenizer: Tokenizer, zero: int
) -> list[tuple[int, tuple[int, int] | None]] | None:
    """Pair the tokens with their words' times, if the words are those of the text."""
    if not line.words or [span.text for span in line.words] != text.split():
        return None
    tokens = tokenizer.encode(" " + text.strip())
    pieces = [(token, (span.start - zero, span.end - zero)) for span in line.words for token in tokenizer.encode(" " + span.text)]
    return list(pieces) if [token for token, _ in pieces] == tokens else None


def _timestamp(ms: int, tokenizer: Tokenizer) -> int:
    return tokenizer.timestamp_begin + round(min(max(ms, 0), WINDOW_MS) / TIMESTAMP_MS)


def cut_windows(
    lines: Sequence[Line], language: str | None, duration: int, length: int = WINDOW_MS
) -> list[Example]:
    """Cut a recording into windows as decoding will slide over it: the next begins where the last whole line ended.

    A line longer than a window is passed over. Windows in which nobody speaks have no language.
    """
    examples: list[Example] = []
    start, at = 0, 0
    said = ""
    while start < duration:
        end = start + length
        inside = []
        while at < len(lines) and lines[at].end <= end:
            inside.append(lines[at])
            at += 1
        cut = lines[at].start if at < len(lines) and lines[at].start < end else None
        examples.append(
            Example(start, end, language if inside or cut is not None else None, tuple(inside), cut, said)
        )
        said = " ".join([said, *(line.text for line in inside)])[-1000:].strip()
        if cut is None:
            start = end
        elif inside:
            start = max(cut - 200, inside[-1].end)
        else:
            at += 1
            start = lines[at - 1].end
    return examples

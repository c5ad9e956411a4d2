"""Where in a sound somebody speaks, and the small file that tells it: a JSON list of [start, end] in ms."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.audio.parts import write_private

SPEECH_FILE = "speech.json"  # beside the sound that it is about


@dataclass(frozen=True, slots=True)
class Span:
    """Speech from `start` up to `end`, in ms."""

    start: int
    end: int


def write_spans(spans: Iterable[Span], path: Path) -> None:
    """Write a private file in one step. Raises EngineError("disk")."""
    write_private(path, [json.dumps([[span.start, span.end] for span in spans]).encode()])


def read_spans(path: Path) -> tuple[Span, ...]:
    """Read what `write_spans` wrote. Raises ValueError for another file, FileNotFoundError and its kin."""
    try:
        return tuple(Span(int(start), int(end)) for start, end in json.loads(path.read_bytes()))
    except (TypeError, RecursionError) as error:
        raise ValueError("no spans of speech") from error

"""Failures that a person can act on, by kind; everything else that is raised is a bug and must be seen."""

import traceback
from collections.abc import Iterator
from typing import Literal

# "untrusted": a file that can carry a program, which a person may allow.
FailureKind = Literal[
    "media", "subtitles", "model", "untrusted", "options", "memory", "device", "disk", "network", "setup"
]


class EngineError(Exception):
    """A failure with a kind, to choose words and buttons by, and a sentence: what is wrong, with what, the remedy."""

    def __init__(self, kind: FailureKind, message: str) -> None:
        super().__init__(message)
        self.kind: FailureKind = kind


class EditError(EngineError):
    """An edit or a search that can't be done as asked; the document stays as it is."""

    def __init__(self, message: str) -> None:
        super().__init__("subtitles", message)


class Cancelled(Exception):  # noqa: N818 - a wish that was granted, not an error
    """Whoever asked for the work asked for its end."""


def trace(bug: BaseException) -> Iterator[str]:
    """Yield the lines of where it went wrong, without the exception's message: that may hold what was said."""
    cause: BaseException | None = bug
    while cause is not None:
        yield from traceback.format_tb(cause.__traceback__)
        yield f"{type(cause).__name__}\n"
        cause = cause.__cause__ or cause.__context__

"""Runs a piece of work, a generator that reports and then returns, to its end."""

from collections.abc import Generator
from typing import TypeVar

Event = TypeVar("Event")
Result = TypeVar("Result")


def finish(work: Generator[Event, None, Result]) -> tuple[list[Event], Result]:
    """Return all that was reported, and the result."""
    events = []
    while True:
        try:
            events.append(next(work))
        except StopIteration as end:
            return events, end.value

"""How fast a job gets on and how long it will take, from how far it says it is."""

import time
from collections.abc import Callable, Generator
from typing import TypeVar

from engine.progress import Cancel
from engine.progress import Progress as Position
from engine.protocol import Progress

Result = TypeVar("Result")


class Pace:
    """The pace of one job, each stage from its own start; time that it rested doesn't count."""

    def __init__(self, job: int, cancel: Cancel, clock: Callable[[], float] = time.monotonic) -> None:
        self._job = job
        self._cancel = cancel
        self._clock = clock
        self._stage = ""
        self._began = 0.0
        self._first = 0

    def tell(self, position: Position) -> Progress:
        now = self._clock() - self._cancel.rested
        if position.stage != self._stage:
            self._stage, self._began, self._first = position.stage, now, position.done
        worked_ms, done = (now - self._began) * 1000, position.done - self._first
        if worked_ms <= 0 or done <= 0:
            return Progress(self._job, position.stage, position.done, position.total, None, None)
        speed = done / worked_ms
        left = None if position.total is None else max(round((position.total - position.done) / speed), 0)
        return Progress(self._job, position.stage, position.done, position.total, round(speed, 2), left)

    def follow(self, work: Generator[Position, None, Result]) -> Generator[Progress, None, Result]:
        """Tell how `work` gets on, and return what it returns."""
        while True:
            try:
                position = next(work)
            except StopIteration as end:
                result: Result = end.value
                return result
            yield self.tell(position)

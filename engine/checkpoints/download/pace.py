"""How fast bytes come, and for how long they will go on."""

import time
from collections import deque
from collections.abc import Callable

_WINDOW = 8.0  # seconds: a speed that doesn't jump, and yet follows the network
_FIRST = 0.5


class Pace:
    """The speed of the last seconds, by a clock in seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: deque[tuple[float, int]] = deque()
        self._moved = 0

    def move(self, count: int) -> None:
        """Count bytes that have just come."""
        now = self._clock()
        self._moved += count
        self._seen.append((now, self._moved))
        while now - self._seen[0][0] > _WINDOW:
            self._seen.popleft()

    @property
    def speed(self) -> int | None:
        """Return bytes a second, None before there is something to tell."""
        if len(self._seen) < 2 or (took := self._seen[-1][0] - self._seen[0][0]) < _FIRST:
            return None
        return round((self._seen[-1][1] - self._seen[0][1]) / took)

    def left(self, count: int) -> int | None:
        """Return how many ms so many bytes will take."""
        return round(1000 * count / self.speed) if self.speed else None

"""When it is enough: how long to wait between tries, and after how many without a byte to give up."""

from engine.checkpoints.download.values import Interrupted, Patience
from engine.errors import EngineError


class Tries:
    """Counts failures in a row; a try that came further than any before begins the count anew."""

    def __init__(self, name: str, patience: Patience) -> None:
        self._name = name
        self._patience = patience
        self._failures = 0
        self._furthest = 0

    def failed(self, trouble: Interrupted, reached: int = 0) -> float:
        """Return how many seconds to wait after a try that `reached` so many bytes. Raises EngineError("network")."""
        self._failures = 1 if reached > self._furthest else self._failures + 1
        self._furthest = max(self._furthest, reached)
        if self._failures > self._patience.tries:
            raise EngineError(
                "network",
                f"{self._name} could not be fetched: {trouble}. Try again later; what has come is kept until then, and "
                "nothing was installed.",
            ) from trouble
        return self._patience.wait(self._failures, trouble.wait)

"""A piece of work for the engine: what it does now, and how it is steered."""

from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.engine_process import EngineProcess
from app.session import Session

State = Literal["idle", "running", "paused", "stopping"]


class Work(QObject):
    """What the engine hears for a session's document. `state_changed` tells a State, `progressed` a Progress,
    `answering` whether the engine gives signs of life."""

    state_changed = Signal(str)
    progressed = Signal(object)
    answering = Signal(bool)

    def __init__(self, session: Session, engine: EngineProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._engine = engine
        self._number = 0  # of the engine's job, 0 if there is none
        self.state: State = "idle"

    def pause(self) -> None:
        """Let it rest."""
        if self.state == "running":
            self._engine.pause(self._number)
            self._become("paused")

    def resume(self) -> None:
        """Let it go on after a rest."""
        if self.state == "paused":
            self._engine.resume(self._number)
            self._become("running")

    def cancel(self) -> None:
        """End it; what has come of it already stays."""
        if self.state in ("running", "paused"):
            self._become("stopping")
            self._engine.cancel(self._number)

    def drop(self) -> None:
        """End it without a word: the document that it was for is no longer here, or the window goes."""
        if self.state != "idle":
            number, self._number = self._number, 0
            self._engine.cancel(number)
            self._end()

    def _end(self) -> None:
        self._become("idle")

    def _is_mine(self, event: object) -> bool:
        """Whether what the engine tells belongs to what is done now."""
        return self.state != "idle" and getattr(event, "job", None) == self._number

    def _become(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)

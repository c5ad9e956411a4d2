"""What a project holds: the document, and the steps that lead back from it and forward again."""

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from engine.subtitles.document import Document


class Step(Protocol):
    """An edit that can be taken back or made again: any frozen dataclass that codec.py can write exactly.

    `state` is the number of the state of the document that it leads to.
    """

    @property
    def label(self) -> str: ...

    @property
    def state(self) -> int: ...


StepT = TypeVar("StepT", bound=Step)


@dataclass(frozen=True, slots=True)
class Contents(Generic[StepT]):
    """A document and its history; `past` leads back and `future` forward, each with the nearest step last.

    States are numbered in the order in which they came to be: `state` is the document's, `last_state` the latest,
    `saved` the one that the subtitle file on the disk holds, None if it holds none. `settled` names transcriptions
    whose step is too long ago to be taken back.
    """

    document: Document
    past: tuple[StepT, ...] = ()
    future: tuple[StepT, ...] = ()
    state: int = 0
    last_state: int = 0
    saved: int | None = None
    settled: tuple[str, ...] = ()

    @property
    def unsaved(self) -> int:
        """How many steps lie between the document and the saved one; all that are known if that is none of them."""
        if self.state == self.saved:
            return 0
        for steps in (self.past, self.future):
            for count, step in enumerate(reversed(steps), 1):
                if step.state == self.saved:
                    return count
        return max(1, len(self.past))

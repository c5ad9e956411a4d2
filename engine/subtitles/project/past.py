"""What a project remembers: every state of the document with the edit that led to it, and where one stands."""

from dataclasses import dataclass

from engine.subtitles.document import Document


@dataclass(frozen=True, slots=True)
class Step:
    """A document and the name of the edit that made it from the one before."""

    label: str
    document: Document


@dataclass(frozen=True, slots=True)
class Past:
    """The undo history as a value: `steps[position]` is what is shown, later ones can be redone.

    `steps[0]` is where the history begins: its own label cannot be undone. `saved` is the step that the subtitle file on the
    disk holds, None if it holds none of them.
    """

    steps: tuple[Step, ...]
    position: int = 0
    saved: int | None = None

    @property
    def document(self) -> Document:
        return self.steps[self.position].document

    @classmethod
    def of(cls, document: Document, *, saved: bool = False) -> "Past":
        """Begin a history; `saved` says whether a subtitle file holds the document as it is."""
        return cls((Step("", document),), 0, 0 if saved else None)

"""An edit: a change of the document with its label, as the undo list and the menu show it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, Literal, ParamSpec

from engine.subtitles.document import Document

Change = Callable[[Document], Document]
TextField = Literal["text", "translation"]
_P = ParamSpec("_P")


@dataclass(frozen=True, slots=True)
class TypedIn:
    """The text that an edit sets as a whole, so that typing on in it can be one step (history.py)."""

    cue: int
    field: TextField


@dataclass(frozen=True, slots=True)
class Edit:
    """A pure change from one document to the next; called, it raises EditError and changes nothing if it can't be.

    `cue` is the only one that it reads and changes or cuts, if there is one such: a document of this cue alone shows it
    then all there is to see. `field` is the text of it that the edit sets as a whole. `job` names the transcription
    whose first cues these are.
    """

    label: str
    change: Change
    cue: int | None = None
    field: TextField | None = None
    job: str = ""

    def __call__(self, document: Document) -> Document:
        return self.change(document)

    @property
    def typed_in(self) -> TypedIn | None:
        """The text that somebody may go on to type in, None if the edit sets none."""
        return None if self.cue is None or self.field is None else TypedIn(self.cue, self.field)


def edit(label: str) -> Callable[[Callable[Concatenate[Document, _P], Document]], Callable[_P, Edit]]:
    """Make a function of a document and arguments one of the arguments alone that returns the labelled edit."""

    def labelled(change: Callable[Concatenate[Document, _P], Document]) -> Callable[_P, Edit]:
        @wraps(change)
        def with_arguments(*args: _P.args, **kwargs: _P.kwargs) -> Edit:
            return Edit(label, lambda document: change(document, *args, **kwargs))

        return with_arguments

    return labelled


def edit_of_cue(
    label: str,
) -> Callable[[Callable[Concatenate[Document, int, _P], Document]], Callable[Concatenate[int, _P], Edit]]:
    """Make the like of a function that reads and changes or cuts only one cue, its first argument."""

    def labelled(change: Callable[Concatenate[Document, int, _P], Document]) -> Callable[Concatenate[int, _P], Edit]:
        @wraps(change)
        def with_arguments(cue: int, /, *args: _P.args, **kwargs: _P.kwargs) -> Edit:
            return Edit(label, lambda document: change(document, cue, *args, **kwargs), cue)

        return with_arguments

    return labelled

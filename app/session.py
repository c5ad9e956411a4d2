"""The session: the document that a window shows, its history and what is selected in it. The only writer."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from app.look.engine_words import in_words
from engine.errors import EditError
from engine.subtitles.document import Cue, Document
from engine.subtitles.edits import Change, Edit
from engine.subtitles.history import History
from engine.subtitles.seeking import index_of
from engine.subtitles.splice import Splice, splice
from engine.subtitles.way_back import way_back


class Session(QObject):
    """Owns the history. Panels read `document` and `selected`, call `apply` and redraw on `changed`.

    `changed(before, after)` tells both documents, also where another one was opened; `opened` comes before it then.
    `history_changed` comes after every change, also of what is saved. `selection_changed` tells the ids of the cues
    that are selected, in the order in which they were chosen; the last of them is `current`. `refused` says why an edit
    can't be done. `change` is the splice that leads from `after` back to `before`, for as long as they are told.
    """

    opened = Signal()
    changed = Signal(object, object)
    history_changed = Signal()
    selection_changed = Signal(tuple)
    refused = Signal(str)

    def __init__(self, history: History | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history or History(Document())
        self._selected: tuple[int, ...] = ()
        self.change = Splice(0, 0, ())

    @property
    def history(self) -> History:
        return self._history

    @property
    def document(self) -> Document:
        return self._history.document

    @property
    def selected(self) -> tuple[int, ...]:
        """The ids of the selected cues, in the order in which they were chosen."""
        return self._selected

    @property
    def current(self) -> Cue | None:
        """The cue that was selected last, None if none is."""
        return self.cue(self._selected[-1]) if self._selected else None

    def cue(self, cue_id: int) -> Cue | None:
        """Return the cue of an id, None if it is gone."""
        place = index_of(self.document.cues, cue_id)
        return None if place is None else self.document.cues[place]

    def open(self, history: History) -> None:
        """Go on with another document."""
        before = self.document
        self._history = history
        self._selected = ()
        self.change = splice(history.document, before)
        self.opened.emit()
        self.changed.emit(before, self.document)
        self.selection_changed.emit(())
        self.history_changed.emit()

    def apply(self, edit: Edit) -> bool:
        """Make an edit; False, with `refused`, if it can't be done. Cues that it brings are selected."""
        try:
            history = self._history.apply(edit)
        except EditError as error:
            self.refused.emit(in_words(str(error)))
            return False
        self._become(history, select_new=not edit.job)
        return True

    def undo(self) -> None:
        """Take the last step back, if there is one."""
        if self._history.past:
            self._become(self._history.undo(), select_new=True)

    def redo(self) -> None:
        """Make the last step that was taken back again, if there is one."""
        if self._history.future:
            self._become(self._history.redo(), select_new=True)

    def revise(self, job: str, cues: Sequence[Cue], instead_of: Collection[int] = ()) -> None:
        """Add what a transcription heard to its own step. Raise EditError if that step was undone for good."""
        self._become(self._history.revise(job, cues, instead_of))

    def amend(self, job: str, change: Change) -> None:
        """Change what a translation brought in its own step. Raise EditError if that step was undone for good."""
        self._become(self._history.amend(job, change))

    def note(self, history: History) -> None:
        """Take over a history of the same document, in which only what is saved differs."""
        self._become(history)

    def seal(self) -> None:
        """End the step that is being typed: the cursor left the text."""
        self._history = self._history.sealed()

    def select(self, cues: Iterable[int]) -> None:
        """Select cues by their ids, the current one last."""
        chosen = tuple(cues)
        if chosen != self._selected:
            self._selected = chosen
            self.selection_changed.emit(chosen)

    def _become(self, history: History, *, select_new: bool = False) -> None:
        if history is self._history:
            return
        earlier, self._history = self._history, history
        before, after = earlier.document, history.document
        if after is not before:
            self.change = way_back(history, earlier)
            self._select_after(after, select_new=select_new)
            self.changed.emit(before, after)
            self.selection_changed.emit(self._selected)
        self.history_changed.emit()

    def _select_after(self, after: Document, *, select_new: bool) -> None:
        """Keep what is still there selected; else, or where cues came, choose what stands in the changed place."""
        change = self.change
        old_ids = {cue.id for cue in change.cues}
        new_ids = [cue.id for cue in after.cues[change.at : change.at + change.length]]
        fresh = [cue_id for cue_id in new_ids if cue_id not in old_ids]
        gone = old_ids.difference(new_ids)
        if fresh and select_new:
            self._selected = tuple(fresh)
        elif gone.intersection(self._selected):
            kept = tuple(cue_id for cue_id in self._selected if cue_id not in gone)
            nearest = after.cues[min(change.at, len(after.cues) - 1)].id if after.cues else None
            self._selected = kept or (() if nearest is None else (nearest,))

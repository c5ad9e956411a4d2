"""What is offered at the start: edits that an earlier run left unsaved, to keep, to discard or to compare first."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.actions.files import FileActions
from app.dialogs.recovered import Recovered, ask
from app.recovery import Recovery, Unsaved
from app.widgets.messages import failure
from engine.errors import EngineError
from engine.paths import shown


class RecoverActions(QObject):
    """Offers what was left behind, and does what was decided."""

    def __init__(self, window: QWidget, recovery: Recovery, files: FileActions) -> None:
        super().__init__(window)
        self._window = window
        self._recovery = recovery
        self._files = files

    def offer(self, opened: Sequence[Path] = ()) -> None:
        """Ask about what was left behind, but for files that are `opened` now: these have their edits again."""
        names = {path.absolute() for path in opened}
        left = [each for each in self._recovery.left_behind() if each.source is None or each.source not in names]
        found = [(each, recovered) for each in left if (recovered := self._looked_at(each)) is not None]
        if not found:
            return
        decisions = ask(self._window, [recovered for _, recovered in found])
        kept = []
        for (each, _), decision in zip(found, decisions, strict=True):
            if decision == "discard":
                self._discard(each)
            elif decision == "keep":
                kept.append(each)
        if kept and not opened:  # one document a window: the others are offered at the next start
            self._files.open_left_behind(kept[0].project)

    def _looked_at(self, left: Unsaved) -> Recovered | None:
        """Return what was left, None where it can't be read or another window is just recovering it."""
        try:
            document, saved = self._recovery.look_at(left)
        except EngineError:
            return None
        name = shown(Path(left.source.name)) if left.source else ""
        return Recovered(name, left.changed, left.edits, document, saved)

    def _discard(self, left: Unsaved) -> None:
        try:
            self._recovery.discard_left_behind(left)
        except EngineError as error:
            failure(self._window, self.tr("Recovered edits"), str(error))

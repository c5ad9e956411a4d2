"""The actions on times: the playhead gives them, or neighbours do."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.actions.table import Action
from app.player import Player
from app.session import Session
from engine.subtitles.edits import Edit, extend_to_next, extend_to_previous, move, set_end, set_start, shift
from engine.subtitles.profiles import Profile

_SHIFT = 100  # ms that a key moves the selected cues


class TimeActions:
    """Sets times of the selected cues."""

    def __init__(
        self, session: Session, player: Player, profile: Callable[[], Profile], next_cue: Callable[[], object]
    ) -> None:
        self._session = session
        self._player = player
        self._profile = profile
        self._next_cue = next_cue

    def tr(self, text: str) -> str:
        """Return a text in the language of the window, as a QObject does."""
        return QCoreApplication.translate("TimeActions", text)

    def table(self) -> tuple[Action, ...]:
        """Return the actions, in the order of the menu."""
        some = self._has_selection
        return (
            Action(
                "time.set_start",
                self.tr("Set &start"),
                self._set_start,
                self.tr("Start at the playhead"),
                "set-start",
                "set",
                some,
            ),
            Action(
                "time.set_end",
                self.tr("Set &end"),
                self._set_end,
                self.tr("End at the playhead"),
                "set-end",
                "set",
                some,
            ),
            Action(
                "time.set_end_and_next",
                self.tr("Set end and go to the &next"),
                self._set_end_and_next,
                "",
                "",
                "set",
                some,
            ),
            Action("time.move_to_playhead", self.tr("&Move to the playhead"), self._move, "", "", "set", some),
            Action("time.shift_later", self.tr("Shift &later"), lambda: self._shift(_SHIFT), "", "", "shift", some),
            Action(
                "time.shift_earlier", self.tr("Shift e&arlier"), lambda: self._shift(-_SHIFT), "", "", "shift", some
            ),
            Action(
                "time.extend_to_next", self.tr("E&xtend to the next"), self._extend(extend_to_next), "", "", "ext", some
            ),
            Action(
                "time.extend_to_previous",
                self.tr("Extend to the &previous"),
                self._extend(extend_to_previous),
                "",
                "",
                "ext",
                some,
            ),
        )

    def _has_selection(self) -> bool:
        return bool(self._session.selected)

    def _set_start(self) -> None:
        current = self._session.current
        if current is not None:
            self._session.apply(set_start(current.id, self._player.position))

    def _set_end(self) -> bool:
        current = self._session.current
        return current is not None and self._session.apply(set_end(current.id, self._player.position))

    def _set_end_and_next(self) -> None:
        if self._set_end():
            self._next_cue()

    def _move(self) -> None:
        current = self._session.current
        if current is not None:
            self._session.apply(move(current.id, self._player.position))

    def _shift(self, distance: int) -> None:
        self._session.apply(shift(self._session.selected, distance))

    def _extend(self, edit: Callable[[tuple[int, ...], int], Edit]) -> Callable[[], bool]:
        return lambda: self._session.apply(edit(self._session.selected, int(self._profile().gap.value or 0)))

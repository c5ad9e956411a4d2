"""The actions that steer the panels and the window itself: undo, find, problems, view."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.actions.table import Action
from app.main_window.docks import Docks
from app.main_window.full_picture import FullPicture
from app.main_window.panels import Panels
from app.panels.video import Shown
from app.session import Session


class OwnActions(QObject):
    """Actions without a question, each a call of a panel."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        panels: Panels,
        docks: Docks,
        picture: FullPicture,
        show_palette: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._panels = panels
        self._docks = docks
        self._picture = picture
        self._show_palette = show_palette

    def edit_table(self) -> tuple[Action, ...]:
        """Return undo, selecting, finding."""
        session, bar = self._session, self._panels.find_bar

        def can_undo() -> bool:
            return bool(session.history.past)

        def can_redo() -> bool:
            return bool(session.history.future)

        return (
            Action("edit.undo", self.tr("&Undo"), session.undo, "", "undo", "undo", can_undo),
            Action("edit.redo", self.tr("&Redo"), session.redo, "", "redo", "undo", can_redo),
            Action("edit.select_all", self.tr("Select &all cues"), self._panels.table.view.selectAll, group="select"),
            Action("edit.find", self.tr("&Find..."), lambda: self._find(replaces=False), "", "find", "find"),
            Action("edit.find_next", self.tr("Find &next"), bar.find_next, group="find"),
            Action("edit.find_previous", self.tr("Find pre&vious"), bar.find_previous, group="find"),
            Action("edit.replace", self.tr("R&eplace..."), lambda: self._find(replaces=True), "", "replace", "find"),
        )

    def problem_table(self) -> tuple[Action, ...]:
        """Return the ways through the problems."""
        panel = self._panels.problems

        def there() -> bool:
            return bool(panel.problems)

        return (
            Action("cue.next_problem", self.tr("Ne&xt problem"), panel.go_next, "", "problem", "problem", there),
            Action("cue.previous_problem", self.tr("Previous problem"), panel.go_previous, "", "", "problem", there),
        )

    def view_table(self) -> tuple[Action, ...]:
        """Return how the waveform and the window look, and the palette."""
        waveform, view = self._panels.waveform, self._panels.waveform.view
        return (
            Action(
                "view.spectrogram",
                self.tr("&Spectrogram"),
                waveform.toggle_spectrogram,
                "",
                "spectrogram",
                "wave",
                checked=lambda: view.shows_spectrogram,
            ),
            Action("view.zoom_in", self.tr("Zoom &in"), view.zoom_in, "", "zoom-in", "wave"),
            Action("view.zoom_out", self.tr("Zoom &out"), view.zoom_out, "", "zoom-out", "wave"),
            Action("view.zoom_all", self.tr("Show &all"), view.zoom_to_all, group="wave"),
            Action(
                "view.zoom_selection",
                self.tr("Show the s&elected cues"),
                waveform.show_selection,
                self.tr("The waveform from the first of them to the last"),
                group="wave",
                enabled=lambda: bool(self._session.selected),
            ),
            *self._picture_table(),
            Action(
                "view.full_screen",
                self.tr("&Full screen"),
                self._switch_full_screen,
                "",
                "full-screen",
                "window",
                checked=self._window.isFullScreen,
            ),
            Action("view.usual_layout", self.tr("&Usual layout"), self._docks.lay_out, group="window"),
            Action("help.palette", self.tr("&Commands..."), self._show_palette, "", "commands", "palette"),
        )

    def _picture_table(self) -> tuple[Action, ...]:
        """Return what stands on the picture."""
        video = self._panels.video

        def showing(action: str, text: str, shown: Shown) -> Action:
            return Action(
                action,
                text,
                lambda: video.show_captions(shown),
                group="captions",
                checked=lambda: video.shown == shown,
            )

        return (
            showing("view.captions_text", self.tr("Captions: the text"), "text"),
            showing("view.captions_translation", self.tr("Captions: the translation"), "translation"),
            showing("view.captions_both", self.tr("Captions: both"), "both"),
            Action(
                "view.safe_area",
                self.tr("Safe area"),
                video.switch_safe_area,
                self.tr("A frame on the picture in which captions stand"),
                group="captions",
                checked=lambda: video.view.shows_safe_area,
            ),
            Action(
                "view.full_picture",
                self.tr("Picture on the full sc&reen"),
                self._picture.switch,
                self.tr("Escape leads back, and so does a double click"),
                group="window",
                enabled=lambda: video.isVisible(),
                checked=lambda: self._picture.is_on,
            ),
        )

    def _find(self, *, replaces: bool) -> None:
        self._docks.dock("table").show()
        self._panels.open_find(replaces=replaces)

    def _switch_full_screen(self) -> None:
        if self._picture.is_on:
            self._picture.leave()
        elif self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

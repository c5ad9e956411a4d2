"""The main window: its panels in their places, menus, toolbar and status bar. It joins what the floors below offer."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QStackedWidget, QToolBar, QWidget

from app.actions.commands import Commands, menu_titles
from app.actions.cues import CueActions, Cursor
from app.actions.files import FileActions
from app.actions.listening import ListenActions
from app.actions.palette import Palette
from app.actions.playing import PlayActions
from app.actions.questions import QuestionActions
from app.actions.recovering import RecoverActions
from app.actions.table import Action
from app.actions.times import TimeActions
from app.dialogs.preferences.values import ActionName
from app.film import Film
from app.keys.sets import chosen_keys, read_key_sets
from app.models.cues import CueModel
from app.models.film_sound import sound_of
from app.panels.cue_editor import CueEditor
from app.panels.cue_table import CueTable
from app.panels.emptiness import Emptiness
from app.panels.start_page import StartPage
from app.panels.status import Status
from app.panels.video import VideoPanel
from app.panels.waveform import WaveformPanel
from app.player import Player
from app.preferences import Preferences
from app.recovery import Recovery, title_of
from app.session import Session
from app.transcription import Transcription
from engine.subtitles.profiles import Profile

_LAYOUT_VERSION = 1
_Area = Qt.DockWidgetArea
_HORIZONTAL, _VERTICAL = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window works on, made by main.py."""

    session: Session
    player: Player
    film: Film
    transcription: Transcription
    recovery: Recovery
    preferences: Preferences
    layout: QSettings


class MainWindow(QMainWindow):
    """The window of one document."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self._was_sized = False
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self._make_panels()
        self._make_actions()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.start_page)
        self._stack.addWidget(self._place_docks())
        self.setCentralWidget(self._stack)
        self._make_menus()
        self._connect()
        self.resize(1366, 768)
        self._restore()
        self._show_name()
        self.commands.update()

    @property
    def profile(self) -> Profile:
        """The profile that the document follows, the chosen one where it names none."""
        return self.parts.preferences.profile(self.parts.session.document.profile)

    def open(self, paths: Sequence[Path]) -> None:
        """Open files as if they were dropped."""
        if paths:
            self.files.open(paths)

    def dock(self, name: str) -> QDockWidget:
        """Return the dock of a panel: "video", "table", "editor" or "waveform"."""
        return self._docks[name]

    def begin(self, paths: Sequence[Path]) -> None:
        """Open the files that the window was started with, and offer what an earlier run left."""
        self.open(paths)
        self.recovering.offer(paths)

    def _make_panels(self) -> None:
        parts, profile = self.parts, self.profile
        self.model = CueModel(parts.session, profile, self)
        self.table = CueTable(parts.session, self.model)
        self.emptiness = Emptiness(self.table.view, parts.session, parts.film, parts.transcription)
        self.editor = CueEditor(parts.session, parts.player, profile)
        self.video = VideoPanel(parts.session, parts.player)
        self.waveform = WaveformPanel(parts.session, parts.player, parts.film, self.editor.focus_text)
        self.start_page = StartPage()
        self.status = Status(self.statusBar(), parts.session, parts.recovery, parts.transcription)

    def _make_actions(self) -> None:
        parts = self.parts
        session, player = parts.session, parts.player
        cursor = Cursor(
            self.editor.cursor_in_text, self.editor.selection_in_text, self.editor.focus_text, self.editor.text.hasFocus
        )
        self.files = FileActions(self, session, parts.recovery, parts.film, parts.preferences)
        self.recovering = RecoverActions(self, parts.recovery, self.files)
        self.listening = ListenActions(
            self,
            session,
            player,
            parts.film,
            parts.transcription,
            parts.recovery,
            parts.preferences,
            lambda: self.profile,
            lambda: self.waveform.marked,
        )
        self.questions = QuestionActions(self, session, player, parts.film, parts.preferences, self._action_names)
        cues = CueActions(session, player, cursor, lambda: self.profile)
        times = TimeActions(session, player, lambda: self.profile, lambda: self.commands.run("cue.next"))
        playing = PlayActions(session, player, parts.preferences, lambda: parts.film.path is not None)
        self.commands = Commands(
            self,
            (
                *self.files.table(),
                *self._edit_actions(),
                *self.questions.edit_table(),
                *cues.table(),
                *times.table(),
                *self.questions.time_table(),
                *playing.table(),
                *self.listening.table(),
                *self._view_actions(),
                *self.questions.help_table(),
            ),
        )
        views = (self.table.view, self.video.view, self.waveform.view)
        self.commands.places({"list": (self.table.view,), "view": views, "wave": (self.waveform.view,)})
        self._bind_keys()

    def _edit_actions(self) -> tuple[Action, ...]:
        session = self.parts.session
        return (
            Action(
                "edit.undo",
                self.tr("&Undo"),
                session.undo,
                "",
                "undo",
                "undo",
                lambda: bool(session.history.past),
            ),
            Action(
                "edit.redo",
                self.tr("&Redo"),
                session.redo,
                "",
                "redo",
                "undo",
                lambda: bool(session.history.future),
            ),
            Action("edit.select_all", self.tr("Select &all cues"), self.table.view.selectAll, group="select"),
        )

    def _view_actions(self) -> tuple[Action, ...]:
        return (
            Action(
                "view.full_screen",
                self.tr("&Full screen"),
                lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen),
                "",
                "full-screen",
                "window",
                checked=self.isFullScreen,
            ),
            Action(
                "view.spectrogram",
                self.tr("&Spectrogram"),
                self.waveform.toggle_spectrogram,
                "",
                "spectrogram",
                "wave",
                checked=lambda: self.waveform.view.shows_spectrogram,
            ),
            Action("view.zoom_in", self.tr("Zoom &in"), self.waveform.view.zoom_in, "", "zoom-in", "wave"),
            Action("view.zoom_out", self.tr("Zoom &out"), self.waveform.view.zoom_out, "", "zoom-out", "wave"),
            Action("view.zoom_all", self.tr("Show &all"), self.waveform.view.zoom_to_all, group="wave"),
            Action("view.usual_layout", self.tr("&Usual layout"), self._lay_out_anew, group="window"),
            Action("help.palette", self.tr("&Commands..."), self._show_palette, "", "commands", "palette"),
        )

    def _action_names(self) -> tuple[ActionName, ...]:
        """Return the actions as the key editor lists them."""
        titles = dict(menu_titles())
        return tuple(
            ActionName(action.id, action.plain_text, titles[action.id.partition(".")[0]].replace("&", ""))
            for action in self.commands.actions
        )

    def _bind_keys(self) -> None:
        self.commands.bind(chosen_keys(read_key_sets(), self.parts.preferences.settings.keys))
        keys = {action.id: self.commands.keys_shown(action.id) for action in self.commands.actions}
        self.video.show_keys(keys)
        self.emptiness.show_keys(keys)
        self.status.show_stop_key(keys["listen.cancel"])

    def _place_docks(self) -> QMainWindow:
        """Return the house of the docks: the start page has none, so they live in a window inside the window."""
        house = QMainWindow(self)
        house.setWindowFlags(Qt.WindowType.Widget)
        house.setDockNestingEnabled(True)
        house.setCorner(Qt.Corner.BottomLeftCorner, _Area.BottomDockWidgetArea)
        house.setCorner(Qt.Corner.BottomRightCorner, _Area.BottomDockWidgetArea)
        self._house = house
        self._docks = {
            "video": self._dock("video", self.tr("Picture"), self.video, _Area.LeftDockWidgetArea),
            "table": self._dock("table", self.tr("Cues"), self.table, _Area.RightDockWidgetArea),
            "editor": self._dock("editor", self.tr("Cue"), self.editor, _Area.RightDockWidgetArea),
            "waveform": self._dock("waveform", self.tr("Waveform"), self.waveform, _Area.BottomDockWidgetArea),
        }
        self._lay_out_anew()
        return house

    def _dock(self, name: str, title: str, panel: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self._house)
        dock.setObjectName(name)
        dock.setWidget(panel)
        self._house.addDockWidget(area, dock)
        return dock

    def _lay_out_anew(self) -> None:
        """Put the panels where they belong: picture left, cues right, the editor under them."""
        house, docks = self._house, self._docks
        house.addDockWidget(_Area.LeftDockWidgetArea, docks["video"])
        house.addDockWidget(_Area.RightDockWidgetArea, docks["table"])
        house.splitDockWidget(docks["table"], docks["editor"], _VERTICAL)
        house.addDockWidget(_Area.BottomDockWidgetArea, docks["waveform"])
        for dock in docks.values():
            dock.setFloating(False)
            dock.show()
        QTimer.singleShot(0, self, self._size_docks)  # sizes count once the panels are there to be seen

    def _size_docks(self) -> None:
        """Share the room out; at 1366x768 the table has room for nine cues."""
        if not self._house.isVisible():
            return
        docks, width, height = self._docks, self._house.width(), self._house.height()
        waveform, editor = max(height * 27 // 100, 150), max(height * 24 // 100, 150)
        upper = max(height - waveform, editor + 1)
        self._house.resizeDocks([docks["video"], docks["table"]], [width * 4 // 10, width * 6 // 10], _HORIZONTAL)
        self._house.resizeDocks([docks["video"], docks["waveform"]], [upper, waveform], _VERTICAL)
        self._house.resizeDocks([docks["table"], docks["editor"]], [upper - editor, editor], _VERTICAL)

    def _make_menus(self) -> None:
        panels = QMenu(self.tr("&Panels"), self)
        for dock in self._docks.values():
            panels.addAction(dock.toggleViewAction())
        columns = QMenu(self.tr("&Columns"), self)
        columns.aboutToShow.connect(lambda: self._offer_columns(columns))
        self.commands.fill_menus(self.menuBar(), {"view": (panels, columns)})
        bar = QToolBar(self.tr("Tools"), self)
        bar.setObjectName("tools")
        self.commands.fill_toolbar(bar)
        self.addToolBar(bar)

    def _offer_columns(self, menu: QMenu) -> None:
        menu.clear()
        menu.addActions(self.table.column_actions(menu))

    def _connect(self) -> None:
        parts, soon = self.parts, self.commands.update_soon
        for signal in (
            parts.session.history_changed,
            parts.session.selection_changed,
            parts.player.playing_changed,
            parts.film.opened,
            parts.transcription.state_changed,
            parts.transcription.broke,
            parts.recovery.named,
        ):
            signal.connect(soon)
        parts.session.history_changed.connect(self._show_steps)
        parts.session.refused.connect(self.status.say)
        parts.session.opened.connect(self._take_profile)
        parts.recovery.named.connect(self._show_name)
        parts.preferences.changed.connect(self._on_preferences)
        parts.preferences.complained.connect(self.status.say)
        parts.film.failed.connect(self.status.say)
        parts.player.failed.connect(self.status.say)
        self.files.told.connect(self.status.say)
        self.listening.told.connect(self.status.say)
        self.emptiness.wanted.connect(self.commands.run)
        self.table.activated.connect(self._go_to_cue)
        parts.film.prepared.connect(lambda ready: self.video.set_sound(sound_of(ready)))
        parts.film.opened.connect(lambda: self.video.set_sound(None))
        page = self.start_page
        page.open_wanted.connect(self.files.ask_and_open)
        page.new_wanted.connect(self.files.new)
        page.sample_wanted.connect(self.files.open_sample)
        page.file_wanted.connect(lambda name: self.files.open((Path(name),)))

    def _show_steps(self) -> None:
        """Name in the menu what undo and redo would do."""
        history = self.parts.session.history
        undo, redo = self.commands.action("edit.undo"), self.commands.action("edit.redo")
        undo.setText(self.tr("&Undo {0}").format(history.undo_label) if history.undo_label else self.tr("&Undo"))
        redo.setText(self.tr("&Redo {0}").format(history.redo_label) if history.redo_label else self.tr("&Redo"))
        self.setWindowModified(self.parts.recovery.unsaved)

    def _show_name(self) -> None:
        there = self.files.is_open
        self._stack.setCurrentIndex(1 if there else 0)
        if there and not self._was_sized:
            self._was_sized = True
            QTimer.singleShot(0, self, self._size_docks)
        if there:
            film, path = self.parts.film.path, self.parts.recovery.path
            name = title_of(path or film, self.tr("Untitled"))
            self.setWindowTitle(self.tr("{0}[*] - Sotto").format(name.replace("[*]", "[*][*]")))
        else:
            self.setWindowTitle(self.tr("Sotto[*]"))
            self.start_page.show_recent(self.parts.preferences.settings.recent)
            self._show_model()
        self._show_steps()
        self.status.show_file()

    def _show_model(self) -> None:
        model = self.listening.model()
        if model is None:
            self.start_page.show_model(self.tr("No model is here yet: get a Whisper model to transcribe."))
        else:
            self.start_page.show_model(self.tr("The model {0} will transcribe.").format(title_of(model, "")))
        self.status.show_model(title_of(model, "") if model else "")

    def _take_profile(self) -> None:
        profile = self.profile
        self.model.set_profile(profile)
        self.editor.set_profile(profile)
        self.waveform.set_profile(profile)
        self.status.show_profile(profile.title)

    def _on_preferences(self, before: object, after: object) -> None:
        self._bind_keys()
        self._take_profile()

    def _go_to_cue(self, cue_id: int) -> None:
        cue = self.parts.session.cue(cue_id)
        if cue is not None:
            self.parts.player.seek(cue.start)
            self.editor.focus_text()

    def _show_palette(self) -> None:
        palette = Palette(self.commands, self)
        if palette.exec() and palette.chosen:
            self.commands.run(palette.chosen)

    def _restore(self) -> None:
        layout = self.parts.layout
        geometry, state = layout.value("window/geometry"), layout.value("window/docks")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        if isinstance(state, QByteArray):
            self._was_sized = self._house.restoreState(state, _LAYOUT_VERSION)
        self.table.restore(layout)
        self.waveform.restore(layout)
        self._take_profile()

    def _remember(self) -> None:
        layout = self.parts.layout
        layout.setValue("window/geometry", self.saveGeometry())
        layout.setValue("window/docks", self._house.saveState(_LAYOUT_VERSION))
        self.table.save(layout)
        self.waveform.save(layout)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasUrls() and all(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self.open(tuple(Path(url.toLocalFile()) for url in event.mimeData().urls()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and self.files.is_open:
            self.files.notice_changes_outside()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self.files.may_go():
            event.ignore()
            return
        self._remember()
        parts = self.parts
        parts.player.open(None)
        parts.transcription.close()
        parts.film.close()
        parts.recovery.close()
        event.accept()

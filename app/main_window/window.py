"""The window of one document: it joins panels, actions and what they work on, and shows how things stand."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QStackedWidget, QToolBar

from app.actions.commands import Commands, menu_titles
from app.actions.palette import Palette
from app.dialogs.preferences.values import ActionName
from app.keys.sets import chosen_keys, read_key_sets
from app.look.engine_words import in_words
from app.main_window.docks import Docks
from app.main_window.full_picture import FullPicture
from app.main_window.groups import Groups
from app.main_window.own_actions import OwnActions
from app.main_window.panels import Panels
from app.main_window.parts import Parts
from app.panels.status import Status
from app.recovery import title_of
from engine.settings import Settings
from engine.subtitles.profiles import Profile


class MainWindow(QMainWindow):
    """`panels`, `commands` and `groups` of actions are there to be used from outside, as tests do."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self.panels = Panels(parts, self)
        self.docks = Docks(self.panels, self)
        self.full_picture = FullPicture(self, self.docks)
        self.status = Status(self.statusBar(), parts.session, parts.recovery, parts.transcription)
        self.status.watch(parts.rehearing)
        self.status.watch_translation(parts.translation)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.panels.start_page)
        self._stack.addWidget(self.docks)
        self.setCentralWidget(self._stack)
        self._make_actions()
        self._make_menus()
        self._connect()
        self.resize(1366, 768)
        self._restore()
        self._show_name()
        self.commands.update()

    @property
    def profile(self) -> Profile:
        """The profile that the document follows."""
        return self.parts.profile

    def open(self, paths: Sequence[Path]) -> None:
        """Open files as if they were dropped."""
        if paths:
            self.groups.files.open(paths)

    def begin(self, paths: Sequence[Path]) -> None:
        """Open the files that the window was started with, and offer what an earlier run left."""
        if paths:
            self.groups.files.open_first(paths)
        self.groups.recovering.offer(paths)
        self.groups.queueing.offer_left()
        self.groups.models.find_begun()

    def dock(self, name: str) -> QDockWidget:
        """Return the dock of a panel by its name."""
        return self.docks.dock(name)

    def _make_actions(self) -> None:
        panels = self.panels
        own = OwnActions(self, self.parts.session, panels, self.docks, self.full_picture, self._show_palette)
        self.groups = Groups(self, self.parts, panels, self._action_names, lambda name: self.commands.run(name))
        self.commands = Commands(self, self.groups.table(own))
        table, wave = panels.table.view, panels.waveform.view
        self.commands.places({"list": (table,), "wave": (wave,), "view": (table, panels.video.view, wave)})
        self._bind_keys()

    def _action_names(self) -> tuple[ActionName, ...]:
        """Return the actions as the key editor lists them."""
        titles = dict(menu_titles())
        return tuple(
            ActionName(action.id, action.plain_text, titles[action.id.partition(".")[0]].replace("&", ""))
            for action in self.commands.actions
        )

    def _bind_keys(self) -> None:
        """Bind the chosen keys; the mouse on the waveform does what the program does whose keys they are."""
        keys = self.parts.preferences.settings.keys
        self.commands.bind(chosen_keys(read_key_sets(), keys))
        self.panels.waveform.view.set_mouse("aegisub" if keys.base == "aegisub" else "subtitle-edit")
        shown = {action.id: self.commands.keys_shown(action.id) for action in self.commands.actions}
        self.panels.video.show_keys(shown)
        self.panels.emptiness.show_keys(shown)
        self.status.show_stop_key(shown["listen.cancel"])

    def _make_menus(self) -> None:
        panels = QMenu(self.tr("&Panels"), self)
        panels.addActions(self.docks.switches())
        columns = QMenu(self.tr("&Columns"), self)
        columns.aboutToShow.connect(lambda: self._offer_columns(columns))
        self.commands.fill_menus(self.menuBar(), {"view": (panels, columns)})
        bar = QToolBar(self.tr("Tools"), self)
        bar.setObjectName("tools")
        self.commands.fill_toolbar(bar)
        self.addToolBar(bar)

    def _offer_columns(self, menu: QMenu) -> None:
        menu.clear()
        menu.addActions(self.panels.table.column_actions(menu))

    def _connect(self) -> None:
        parts = self.parts
        for fact in (
            parts.session.history_changed,
            parts.session.selection_changed,
            parts.player.playing_changed,
            parts.film.opened,
            parts.transcription.state_changed,
            parts.transcription.broke,
            parts.transcription.left,
            parts.rehearing.state_changed,
            self.groups.again.waiting_changed,
            parts.translation.state_changed,
            parts.recovery.named,
            self.panels.problems.found,
        ):
            fact.connect(self.commands.update_soon)
        for told in (
            parts.session.refused,
            parts.preferences.complained,
            parts.film.failed,
            parts.player.failed,
            parts.player.unheard,
            *self.groups.told,
        ):
            told.connect(self.status.say)
        parts.session.history_changed.connect(self._show_steps)
        parts.session.opened.connect(self._take_profile)
        parts.recovery.named.connect(self._show_name)
        parts.preferences.changed.connect(self._on_preferences)
        self.panels.emptiness.wanted.connect(self.commands.run)
        self.groups.files.several.connect(self.groups.queueing.offer)
        self.panels.jobs.resume_wanted.connect(self.groups.resuming.go_on)
        self.groups.translating.started.connect(lambda: self.panels.table.show_column("translation", shown=True))
        self.panels.video.full_screen_wanted.connect(lambda: self.commands.run("view.full_picture"))
        self.groups.first_model.chosen.connect(self.status.show_model)
        page = self.panels.start_page
        page.open_wanted.connect(self.groups.files.ask_and_open)
        page.new_wanted.connect(self.groups.files.new)
        page.sample_wanted.connect(self.groups.files.open_sample)
        page.file_wanted.connect(lambda name: self.groups.files.open((Path(name),)))

    def _show_steps(self) -> None:
        """Name in the menu what undo and redo would do."""
        history = self.parts.session.history
        undo, redo = self.commands.action("edit.undo"), self.commands.action("edit.redo")
        undo.setText(
            self.tr("&Undo {0}").format(in_words(history.undo_label)) if history.undo_label else self.tr("&Undo")
        )
        redo.setText(
            self.tr("&Redo {0}").format(in_words(history.redo_label)) if history.redo_label else self.tr("&Redo")
        )
        self.setWindowModified(self.parts.recovery.unsaved)

    def _show_name(self) -> None:
        there, was_there = self.groups.files.is_open, self._stack.currentIndex() == 1
        self._stack.setCurrentIndex(1 if there else 0)
        if not there:
            self.full_picture.leave()
        if there:
            name = title_of(self.parts.recovery.path or self.parts.film.path, self.tr("Untitled"))
            self.setWindowTitle(self.tr("{0}[*] - Sotto").format(name.replace("[*]", "[*][*]")))
        else:
            self.setWindowTitle(self.tr("Sotto[*]"))
            self.panels.start_page.show_recent(self.parts.preferences.settings.recent)
            self.groups.first_model.show()
        if there and not was_there:
            self.panels.table.setFocus()
        self._show_steps()
        self.status.show_file()

    def _take_profile(self) -> None:
        self.panels.set_profile(self.profile)
        self.status.show_profile(in_words(self.profile.title))

    def _on_preferences(self, before: Settings, after: Settings) -> None:
        """Take over what was changed, and no more: the volume of the moment outlives a file that is remembered."""
        if before.keys != after.keys:
            self._bind_keys()
        if before.profile != after.profile:
            self._take_profile()
        if before.player != after.player:
            self.panels.set_settings(after)

    def _show_palette(self) -> None:
        palette = Palette(self.commands, self)
        chosen = palette.chosen if palette.exec() else ""
        palette.deleteLater()
        if chosen:
            self.commands.run(chosen)

    def _restore(self) -> None:
        geometry = self.parts.layout.value("window/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self.docks.restore(self.parts.layout)
        self.panels.restore(self.parts.layout)
        self.panels.set_settings(self.parts.preferences.settings)
        self._take_profile()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasUrls() and all(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        event.acceptProposedAction()
        self.open(tuple(Path(url.toLocalFile()) for url in event.mimeData().urls()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and self.groups.files.is_open:
            self.groups.saving.notice_changes_outside()

    def event(self, event: QEvent) -> bool:
        """Take the keyboard back when a dialog is closed that had it: without a window manager nobody else does."""
        if event.type() is QEvent.Type.WindowUnblocked and QGuiApplication.focusWindow() is not None:
            QTimer.singleShot(0, self, self._take_keyboard)
        return super().event(event)

    def _take_keyboard(self) -> None:
        if QGuiApplication.modalWindow() is None:
            self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Leave the full screen with an Escape that meant nothing to anybody else."""
        if event.key() == Qt.Key.Key_Escape and self.full_picture.is_on:
            self.full_picture.leave()
        elif event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.showNormal()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if not self.groups.saving.may_go():
            event.ignore()
            return
        self.full_picture.leave()
        parts = self.parts
        parts.layout.setValue("window/geometry", self.saveGeometry())
        self.docks.save(parts.layout)
        self.panels.save(parts.layout)
        parts.player.open(None)
        parts.batch.close()
        parts.downloads.close()
        parts.model_files.close()
        parts.rehearing.drop()
        parts.translation.drop()
        parts.transcription.close()
        parts.film.close()
        parts.recovery.close()
        event.accept()

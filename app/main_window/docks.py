"""The house of the docks: where the panels stand, and how the room is shared out."""

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QMainWindow, QTabBar, QWidget

from app.look.icons import icon
from app.main_window.panels import Panels
from app.widgets.tall import Tall

_VERSION = 1  # of the layout that is remembered
_KEY = "window/docks"
_LEFT, _RIGHT, _BOTTOM = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)
_HORIZONTAL, _VERTICAL = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


class Docks(QMainWindow):
    """A window inside the window: the start page has no docks beside it."""

    def __init__(self, panels: Panels, parent: QWidget) -> None:
        super().__init__(parent)
        self._panels = panels
        self._was_sized = False
        self._whole: QByteArray | None = None  # the layout while one dock stands alone
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setDockNestingEnabled(True)
        self.setCorner(Qt.Corner.BottomLeftCorner, _BOTTOM)
        self.setCorner(Qt.Corner.BottomRightCorner, _BOTTOM)
        self._editor = Tall(panels.editor)
        self._docks = {
            name: self._made(name, title, panel)
            for name, title, panel in (
                ("video", self.tr("Picture"), panels.video),
                ("table", self.tr("Cues"), panels.searched_table),
                ("editor", self.tr("Cue"), self._editor),
                ("problems", self.tr("Problems"), Tall(panels.problems)),
                ("jobs", self.tr("Jobs"), panels.jobs),
                ("waveform", self.tr("Waveform"), panels.waveform),
            )
        }
        panels.jobs.busy_changed.connect(self._show_jobs)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_focused)
        self.lay_out()

    def dock(self, name: str) -> QDockWidget:
        """Return a dock: "video", "table", "editor", "problems", "jobs" or "waveform"."""
        return self._docks[name]

    def switches(self) -> list[QAction]:
        """Return an action for each dock that shows or hides it."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def lay_out(self) -> None:
        """Put the panels where they belong: picture left, cues right, the editor under them, waveform below all."""
        docks = self._docks
        self.addDockWidget(_LEFT, docks["video"])
        self.addDockWidget(_RIGHT, docks["table"])
        self.splitDockWidget(docks["table"], docks["editor"], _VERTICAL)
        self.tabifyDockWidget(docks["editor"], docks["problems"])
        self.splitDockWidget(docks["video"], docks["jobs"], _VERTICAL)
        self.addDockWidget(_BOTTOM, docks["waveform"])
        for dock in docks.values():
            dock.setFloating(False)
            dock.show()
            _dress(dock)
        docks["editor"].raise_()
        docks["jobs"].setVisible(bool(self._panels.jobs.jobs))
        QTimer.singleShot(0, self, self._share_all)

    def show_alone(self, name: str) -> None:
        """Show one dock and nothing else, without its title; "" shows them all again as they were."""
        if name and self._whole is None:
            self._whole = self.saveState(_VERSION)
            for each, dock in self._docks.items():
                dock.setVisible(each == name)
            self._docks[name].setFloating(False)
            self._docks[name].setTitleBarWidget(QWidget())
        elif not name and self._whole is not None:
            whole, self._whole = self._whole, None
            for dock in self._docks.values():
                dock.setTitleBarWidget(None)  # type: ignore[arg-type] # the stub knows no None
            self.restoreState(whole, _VERSION)
            self._docks["jobs"].setVisible(bool(self._panels.jobs.jobs))

    def save(self, layout: QSettings) -> None:
        """Remember where the panels are."""
        layout.setValue(_KEY, self._whole or self.saveState(_VERSION))

    def restore(self, layout: QSettings) -> None:
        """Put the panels where they were."""
        state = layout.value(_KEY)
        if isinstance(state, QByteArray):
            self._was_sized = self.restoreState(state, _VERSION)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Share the room out when it is seen for the first time: sizes don't count before."""
        super().showEvent(event)
        if not self._was_sized:
            self._was_sized = True
            QTimer.singleShot(0, self, self._share_all)

    def _show_jobs(self, busy: bool) -> None:
        """Show the jobs while there are any. They take room from the picture; what stands beside it keeps its height,
        which Qt would share out anew."""
        if self._whole is not None:
            return
        rows = [self._docks[name] for name in ("table", "editor", "waveform")]
        heights = [dock.height() for dock in rows]
        self._docks["jobs"].setVisible(busy)
        if self.isVisible():
            QTimer.singleShot(0, self, lambda: self._make_room(rows, heights))

    def _show_focused(self, before: QWidget | None, now: QWidget | None) -> None:
        """Bring the panel that has the focus before the one whose tab hides it: Tab leads into both."""
        for dock in self._docks.values():
            if now is not None and dock.isAncestorOf(now):
                dock.raise_()

    def _make_room(self, rows: list[QDockWidget], heights: list[int]) -> None:
        self.resizeDocks(rows, heights, _VERTICAL)
        video, jobs = self._docks["video"], self._docks["jobs"]
        if jobs.isVisible():
            frame = jobs.minimumSizeHint().height() - self._panels.jobs.minimumSizeHint().height()
            least = frame + self._panels.jobs.wanted_height()
            self.resizeDocks([video, jobs], [video.height() + jobs.height() - least, least], _VERTICAL)

    def _share_all(self) -> None:
        """Share the room out twice: how high the editor is depends on how wide it has become."""
        self._share()
        QTimer.singleShot(0, self, self._share)

    def _share(self) -> None:
        """Share the room out; at 1366x768 the table has room for ten cues and more."""
        if not self.isVisible():
            return
        docks, width, height = self._docks, self.width(), self.height()
        waveform, editor = max(height * 27 // 100, 150), max(height * 29 // 100, 150)
        title = docks["editor"].height() - self._editor.height()
        tabs = max((bar.sizeHint().height() for bar in self.findChildren(QTabBar)), default=0)
        editor = max(editor, self._editor.whole + title + tabs)
        upper = max(height - waveform, editor + 1)
        self.resizeDocks([docks["video"], docks["table"]], [width * 41 // 100, width * 59 // 100], _HORIZONTAL)
        self.resizeDocks([docks["waveform"]], [waveform], _VERTICAL)
        self.resizeDocks([docks["table"], docks["editor"]], [upper - editor, editor], _VERTICAL)

    def _made(self, name: str, title: str, panel: QWidget) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(panel)
        dock.topLevelChanged.connect(lambda: _dress(dock))  # Qt takes its own icons anew
        _dress(dock)
        self.addDockWidget(_LEFT, dock)
        return dock


def _dress(dock: QDockWidget) -> None:
    """Give the buttons of a title bar our icons: Qt's own are dark in every scheme."""
    for name, image in (("qt_dockwidget_closebutton", "close"), ("qt_dockwidget_floatbutton", "float")):
        button = dock.findChild(QAbstractButton, name)
        if button is not None:
            button.setIcon(icon(image))

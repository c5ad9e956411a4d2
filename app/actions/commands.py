"""The actions as Qt has them: menus, toolbar and keys, made of the one table."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from app.actions.holding import Hold
from app.actions.table import Action
from app.keys.values import Key, KeySet, Scope
from app.look.icons import icon

_TOOLBAR = (
    "file.open file.save | edit.undo edit.redo | listen.transcribe | play.toggle play.cue play.loop | "
    "time.set_start time.set_end | cue.insert_after cue.split cue.merge cue.delete | cue.italic cue.auto_break "
    "cue.verify | help.palette"
)
_ICONS = 1.25  # of the height of text


class Commands(QObject):
    """Makes a QAction of every action, with the keys of a set, and keeps asking whether it can be done."""

    def __init__(self, window: QWidget, actions: Sequence[Action]) -> None:
        super().__init__(window)
        self._window = window
        self._actions = {action.id: action for action in actions}
        self._made = {action.id: self._make(action) for action in actions}
        self._places: dict[Scope, tuple[QWidget, ...]] = {}
        self._shortcuts: list[QShortcut] = []
        self._holds = {
            action.id: Hold(self._made[action.id], window, action.released)
            for action in actions
            if action.released is not None
        }
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.update)

    @property
    def actions(self) -> tuple[Action, ...]:
        return tuple(self._actions.values())

    def action(self, action_id: str) -> QAction:
        """Return the QAction of an id."""
        return self._made[action_id]

    def places(self, scopes: Mapping[Scope, Iterable[QWidget]]) -> None:
        """Say which widgets the keys of a scope hold in."""
        self._places = {scope: tuple(widgets) for scope, widgets in scopes.items()}

    def bind(self, key_set: KeySet) -> None:
        """Give the actions the keys of a set."""
        for shortcut in self._shortcuts:
            shortcut.deleteLater()
        self._shortcuts = []
        for action_id, made in self._made.items():
            keys = key_set.keys_of(action_id)
            made.setShortcuts([QKeySequence(key.sequence) for key in keys if key.scope == "window"])
            for key in keys:
                self._bind_in_places(key, made)
            if action_id in self._holds:
                self._holds[action_id].set_keys(key.sequence for key in keys)
            self._describe(self._actions[action_id], made, keys)

    def keys_shown(self, action_id: str) -> str:
        """Return the first key of an action as people read it, "" without one."""
        return str(self._made[action_id].property("key") or "")

    def update_soon(self) -> None:
        """Ask again what can be done, once everything that is happening has happened."""
        if not self._later.isActive():
            self._later.start()

    def update(self) -> None:
        """Ask every action whether it can be done, and whether it is on."""
        for action_id, made in self._made.items():
            action = self._actions[action_id]
            made.setEnabled(action.enabled())
            if action.checked is not None:
                made.setChecked(action.checked())

    def fill_menus(self, bar: QMenuBar, submenus: Mapping[str, Sequence[QMenu]]) -> dict[str, QMenu]:
        """Make the menus; `submenus` go to the end of those that they name. Return them by their names."""
        menus: dict[str, QMenu] = {}
        for name, title in menu_titles():
            menu = bar.addMenu(title)
            menus[name] = menu
            group = None
            for action in self._actions.values():
                if action.menu and action.id.startswith(f"{name}."):
                    if group not in (None, action.group):
                        menu.addSeparator()
                    group = action.group
                    menu.addAction(self._made[action.id])
            for submenu in submenus.get(name, ()):
                menu.addMenu(submenu)
            menu.aboutToShow.connect(self.update)
            menu.menuAction().setVisible(not menu.isEmpty())
        return menus

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Put the usual actions on a toolbar, as far as they are there; its icons are large where text is."""
        side = round(bar.fontMetrics().height() * _ICONS)
        bar.setIconSize(bar.iconSize().expandedTo(QSize(side, side)))
        for name in _TOOLBAR.split():
            if name == "|":
                bar.addSeparator()
            elif name in self._made:
                bar.addAction(self._made[name])

    def run(self, action_id: str) -> None:
        """Do what an action does, if it can be done."""
        self.update()
        self._made[action_id].trigger()

    def _make(self, action: Action) -> QAction:
        made = QAction(action.text, self._window)
        made.setObjectName(action.id)
        if action.icon:
            made.setIcon(icon(action.icon))
        made.setCheckable(action.checked is not None)
        made.setAutoRepeat(action.repeats and action.checked is None)
        made.triggered.connect(_without_argument(action.run))
        made.triggered.connect(self.update_soon)
        self._window.addAction(made)
        return made

    def _bind_in_places(self, key: Key, made: QAction) -> None:
        for widget in self._places.get(key.scope, ()) if key.scope != "window" else ():
            shortcut = QShortcut(QKeySequence(key.sequence), widget)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(made.autoRepeat())
            shortcut.activated.connect(made.trigger)
            self._shortcuts.append(shortcut)

    def _describe(self, action: Action, made: QAction, keys: Sequence[Key]) -> None:
        shown = keys[0].native if keys else ""
        made.setProperty("key", shown)
        is_elsewhere = bool(keys) and keys[0].scope != "window"
        made.setText(f"{action.text}\t{shown}" if is_elsewhere else action.text)
        made.setIconText(action.plain_text.rstrip(".…"))  # names its button; the text may end with a key
        made.setToolTip(f"{action.plain_text} ({shown})" if shown else action.plain_text)
        made.setStatusTip(action.hint)
        made.setWhatsThis("")


def _without_argument(run: Callable[[], object]) -> Callable[[bool], None]:
    def called(_: bool) -> None:
        run()

    return called


def menu_titles() -> tuple[tuple[str, str], ...]:
    """Return the menus in their order: the name that ids begin with, and the title."""
    return (
        ("file", QCoreApplication.translate("Menus", "&File")),
        ("edit", QCoreApplication.translate("Menus", "&Edit")),
        ("cue", QCoreApplication.translate("Menus", "&Cue")),
        ("time", QCoreApplication.translate("Menus", "&Times")),
        ("play", QCoreApplication.translate("Menus", "&Play")),
        ("listen", QCoreApplication.translate("Menus", "&Listen")),
        ("view", QCoreApplication.translate("Menus", "&View")),
        ("help", QCoreApplication.translate("Menus", "&Help")),
    )

"""Walks what a screen reader is told of a window: every control that takes the focus has a name."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QWidget

_MOST = 20_000  # interfaces; a table has one a cell
_MOST_CELLS = 60  # of a table: its cells are alike
_CELLS = frozenset({QAccessible.Role.Cell, QAccessible.Role.ListItem, QAccessible.Role.TreeItem})
_INNER = frozenset({"qt_spinbox_lineedit", "qt_scrollarea_viewport"})  # their owner is named and asked


def unnamed(root: QWidget) -> list[str]:
    """Return the controls under `root`, shown or not, that take the focus and have no name, as paths of classes."""
    return [path for path, interface in _walk(root) if _takes_focus(interface) and not _name(interface)]


def names(root: QWidget) -> dict[str, str]:
    """Return the names of all controls under `root` that take the focus, with their descriptions."""
    return {
        _name(interface): interface.text(QAccessible.Text.Description)
        for _, interface in _walk(root)
        if _takes_focus(interface)
    }


def _walk(root: QWidget) -> Iterator[tuple[str, QAccessibleInterface]]:
    first = QAccessible.queryAccessibleInterface(root)
    assert first is not None, "no accessible interface"
    left = [(type(root).__name__, first)]
    seen = 0
    while left and seen < _MOST:
        seen += 1
        path, interface = left.pop()
        yield path, interface
        left += [(f"{path} > {_kind(child)}", child) for child in _children(interface)]


def _children(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    cells = 0
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is None or not child.isValid():
            continue
        cells += child.role() in _CELLS
        if cells > _MOST_CELLS:
            return
        yield child


def _takes_focus(interface: QAccessibleInterface) -> bool:
    owner = interface.object()
    if not isinstance(owner, QWidget):
        return bool(interface.state().focusable) and interface.role() not in _CELLS
    if owner.objectName() in _INNER or owner.focusProxy() is not None or owner.isWindow():
        return False
    return owner.focusPolicy() != Qt.FocusPolicy.NoFocus


def _name(interface: QAccessibleInterface) -> str:
    """Return a name. On Linux Qt gives a box of choices the chosen text as name, which says nothing of what it is."""
    owner = interface.object()
    box = _box_of(owner) if isinstance(owner, QWidget) else None
    if box is None:
        return interface.text(QAccessible.Text.Name).strip()
    labels = [label.text() for label in box.window().findChildren(QLabel) if label.buddy() in (box, box.parentWidget())]
    return box.accessibleName() or next(iter(labels), "")


def _box_of(widget: QWidget) -> QComboBox | None:
    """Return the box of choices that a widget is, or whose list it is."""
    if isinstance(widget, QComboBox):
        return widget
    parent = widget.parentWidget()
    if isinstance(widget, QAbstractItemView) and parent is not None and isinstance(parent.parentWidget(), QComboBox):
        return parent.parentWidget()
    return None


def _kind(interface: QAccessibleInterface) -> str:
    owner = interface.object()
    kind = type(owner).__name__ if owner is not None else interface.role().name
    return f"{kind}({_name(interface)!r})"

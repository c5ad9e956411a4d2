"""In which order Tab leads through a window, and where that is not the order of reading."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget


def tab_order(root: QWidget) -> list[QWidget]:
    """Return what Tab comes to under a widget that is shown, beginning with what has the focus if it is there.

    nextInFocusChain is not asked for: PySide takes what it returns for a part of what was asked, which makes a ring of
    wrappers, and a crash when they go.
    """
    window, found = root.window(), list[QWidget]()
    focus = window.focusWidget()
    while (part := _next(window)) not in found:
        found.append(part)
    if focus is not None:
        focus.setFocus()
    inside = [part for part in found if root.isAncestorOf(part) and _is_stop(part)]
    begin = inside.index(focus) if focus in inside else 0
    return inside[begin:] + inside[:begin]


def _next(window: QWidget) -> QWidget:
    window.focusNextChild()
    part = window.focusWidget()
    assert part is not None
    return part


def out_of_order(root: QWidget) -> list[str]:
    """Return the steps of Tab that go up without going to another column, or back in a row, as pairs of names."""
    return [
        f"{_name(one)} -> {_name(other)}"
        for one, other in pairwise(tab_order(root))
        if _goes_back(_place(root, one), _place(root, other), root.layoutDirection())
    ]


def _goes_back(one: QRect, other: QRect, direction: Qt.LayoutDirection) -> bool:
    if direction == Qt.LayoutDirection.RightToLeft:
        one, other = _mirrored(one), _mirrored(other)
    in_a_row = one.top() <= other.center().y() <= one.bottom() or other.top() <= one.center().y() <= other.bottom()
    above, in_its_column = other.bottom() <= one.top(), other.left() < one.right()
    return (in_a_row and other.right() <= one.left()) or (above and in_its_column)


def _is_stop(part: QWidget) -> bool:
    takes_tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes_tab) and part.isVisible() and part.isEnabled() and part.focusProxy() is None


def _place(root: QWidget, part: QWidget) -> QRect:
    return QRect(part.mapTo(root, QPoint(0, 0)), part.size())


def _mirrored(place: QRect) -> QRect:
    return QRect(-place.right(), place.top(), place.width(), place.height())


def _name(part: QWidget) -> str:
    text = part.text() if hasattr(part, "text") and not part.accessibleName() else part.accessibleName()
    return f"{type(part).__name__} {text!r}"

"""What screen readers are told of widgets that paint themselves: that they are pictures, and what these show."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Painted(QWidget):
    """A widget that Qt knows nothing of. `seen` says in a few words what is seen in it now."""

    @property
    def seen(self) -> str:
        return ""


class _PaintedInterface(QAccessibleWidget):
    """Names the role that Qt can't know. The value is asked for on Windows and macOS; AT-SPI knows numbers only, so
    that descriptions should say the same."""

    def __init__(self, painted: Painted) -> None:
        super().__init__(painted, QAccessible.Role.Graphic)
        self._painted = painted

    def text(self, kind: QAccessible.Text) -> str:
        return self._painted.seen if kind == QAccessible.Text.Value else super().text(kind)


def _interface(_: str, described: QObject) -> QAccessibleInterface | None:
    return _PaintedInterface(described) if isinstance(described, Painted) else None


QAccessible.installFactory(_interface)  # Qt has one list of them for all windows, and asks it by class

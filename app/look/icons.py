"""Icons: line drawings of resources/icons, in the colours of the palette that the window has when it paints them."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engine.paths import resources

_Group, _Role = QPalette.ColorGroup, QPalette.ColorRole


def icon(name: str) -> QIcon:
    """Return an icon by the name of its file. It is sharp at every size and follows each change of the palette.

    Raise KeyError if there is none of that name.
    """
    return QIcon(_Drawing(_drawing(name)))


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons."""
    return tuple(sorted(file.stem for file in _folder().glob("*.svg")))


class _Drawing(QIconEngine):
    """Paints an SVG whose lines are of `currentColor`; what was painted once is kept."""

    def __init__(self, drawing: bytes) -> None:
        super().__init__()
        self._lines = drawing
        self._painted: dict[tuple[int, int, str], QPixmap] = {}

    def clone(self) -> QIconEngine:
        return _Drawing(self._lines)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        drawing = self._lines.replace(b"currentColor", _colour(mode).encode("ascii"))
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        QSvgRenderer(QByteArray(drawing)).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        key = (size.width(), size.height(), _colour(mode))
        if key not in self._painted:
            pixmap = QPixmap(size)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
            painter.end()
            self._painted[key] = pixmap
        return self._painted[key]

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # noqa: N802
        return self.pixmap(size, mode, state)


def _colour(mode: QIcon.Mode) -> str:
    palette = QGuiApplication.palette()
    if mode == QIcon.Mode.Disabled:
        return palette.color(_Group.Disabled, _Role.ButtonText).name()
    return palette.color(
        _Group.Active, _Role.HighlightedText if mode == QIcon.Mode.Selected else _Role.ButtonText
    ).name()


def _folder() -> Path:
    return resources() / "icons"


@cache
def _drawing(name: str) -> bytes:
    file = _folder() / f"{name}.svg"
    if not file.is_file():
        raise KeyError(name)
    return file.read_bytes()

"""The picture of a film: frames from a sink, scaled into the widget, with captions over them."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.painted import Painted
from app.widgets.video.captions import Caption, CaptionLayer, safe_area
from app.widgets.video.still import Still, paint_still
from engine.subtitles.markup import plain_text

_REST = 1.5  # times as long as a conversion took, the window may do other things before the next


class VideoView(Painted):
    """Shows what its `sink` is given. Black bars fill up what the picture doesn't.

    A frame is converted when it is painted (7 ms at 1080p without graphics hardware, with Python's lock held, so a
    thread would not help), never more often than leaves the window time for itself, and the last one always.
    """

    clicked = Signal()
    double_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sink = QVideoSink(self)
        self.sink.videoFrameChanged.connect(self._on_frame)
        self._frame: QVideoFrame | None = None
        self._image = QImage()
        self._captions: tuple[Caption, ...] = ()
        self._layer = CaptionLayer()
        self._still: Still | None = None
        self._message = ""
        self.shows_safe_area = False
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Picture"))

    @property
    def captions(self) -> tuple[Caption, ...]:
        return self._captions

    @property
    def seen(self) -> str:
        """Return the captions, else why there is no picture, or the name of a sound."""
        captions = "\n".join(plain_text(caption.text) for caption in self._captions)
        return captions or (self._still.name if self._still is not None else self._message)

    @property
    def picture(self) -> QRectF:
        """Where the picture is in the widget."""
        size = QSizeF(self._image.size()) if not self._image.isNull() else QSizeF(16, 9)
        if self._still is not None:
            size = QSizeF(self.size())
        size.scale(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, *size.toTuple())

    def set_captions(self, captions: Sequence[Caption]) -> None:
        """Show captions, the first of them lowest; screen readers are told their text."""
        if tuple(captions) != self._captions:
            self._captions = tuple(captions)
            self._show()

    def set_still(self, still: Still | None) -> None:
        """Show the calm picture of a sound, or frames again."""
        if still != self._still:
            self._still = still
            self._show()

    def show_message(self, message: str) -> None:
        """Forget the frames and say why there is no picture."""
        if self._frame is not None or not self._image.isNull() or message != self._message:
            self._frame, self._image, self._message = None, QImage(), message
            self._show()

    def show_safe_area(self, shown: bool) -> None:
        """Draw where captions stand."""
        self.shows_safe_area = shown
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(520, 292)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(200, 112)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        self._convert()
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        picture = self.picture
        if self._still is not None:
            paint_still(painter, picture, self._still, self.font())
        elif not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(picture, self._image)
        elif self._message:
            painter.setPen(QColor("#c3c7cd"))
            font = self.font()
            font.setPointSizeF(font.pointSizeF() * 1.3)
            painter.setFont(font)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._message)
        self._layer.paint(painter, picture, self._captions, self.font(), self.devicePixelRatioF())
        self._paint_frames(painter, picture)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()
        super().changeEvent(event)

    def _show(self) -> None:
        self.setAccessibleDescription(self.seen)
        self.update()

    def _on_frame(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            self._frame = frame
            if not self._resting.isActive():
                self.update()

    def _convert(self) -> None:
        """Turn the newest frame into an image, unless the last one cost so much that others must have their turn."""
        if self._frame is None or self._resting.isActive():
            return
        took = QElapsedTimer()
        took.start()
        self._image = self._frame.toImage()
        self._frame = None
        self._resting.start(round(took.elapsed() * _REST))

    def _paint_frames(self, painter: QPainter, picture: QRectF) -> None:
        if self.shows_safe_area:
            painter.setPen(QPen(QColor(255, 255, 255, 150), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(safe_area(picture))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

"""The picture of the film, and the keys to play it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.player import Player
from app.session import Session
from app.widgets.plain_label import PlainLabel
from engine.subtitles.markup import plain_text


class VideoPanel(QWidget):
    """Shows the picture with the cue that stands at the playhead."""

    def __init__(self, session: Session, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._picture = _Picture(self)
        self._picture.setAccessibleName(self.tr("Picture"))
        self._caption = PlainLabel("", self)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._picture, 1)
        layout.addWidget(self._caption)
        player.show_on(self._picture.sink)
        player.moved.connect(self._on_moved)

    def _on_moved(self, position: int) -> None:
        here = [cue for cue in self._session.document.cues if cue.start <= position < cue.end]
        self._caption.setText("\n".join(plain_text(cue.text) for cue in here[:2]))


class _Picture(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 120)
        self.sink = QVideoSink(self)
        self._image = QImage()
        self.sink.videoFrameChanged.connect(self._on_frame)

    def _on_frame(self, frame: QVideoFrame) -> None:
        self._image = frame.toImage()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if not self._image.isNull():
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, *size.toTuple())
            painter.drawImage(place, self._image)

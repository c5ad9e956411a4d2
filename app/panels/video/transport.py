"""The bar under the picture: play, step, jump, loop, speed, volume, and where the film is."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QVBoxLayout,
    QWidget,
)

from app.look.buttons import IconButton
from app.look.icons import icon
from app.player import RATES, Player
from app.session import Session
from app.widgets.choice_box import ChoiceBox
from app.widgets.clock import clock
from app.widgets.flow import Flow
from app.widgets.numbers import short
from app.widgets.plain_label import NamedLabel
from app.widgets.time_field import TimeField

_JUMP = 5_000  # ms
_TOLD_EVERY = 90  # ms of film between two times that are written while it plays


class Transport(QWidget):
    """Plays the player and says what it does. Its times run to the right in every language."""

    def __init__(self, session: Session, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._player = session, player
        self._jump = _JUMP
        self._keys: Mapping[str, str] = {}
        self._written = -1
        self._loud = 1.0
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._make_buttons()
        self._make_fields()
        self._lay_out()
        self._connect()
        self._show_duration(player.duration)
        self._show_playing(player.playing)
        self._show_rate(player.rate)
        self._show_volume(player.volume)

    def set_jump(self, jump: int) -> None:
        """Set how many ms the jump buttons go."""
        self._jump = jump

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Write into the tooltips which keys do the same: by the ids of the actions."""
        self._keys = keys
        for action, button, text in self._described:
            button.describe(text, keys.get(action, ""))
        self._show_playing(self._player.playing)

    def set_enabled_by_film(self, there: bool) -> None:
        """Offer to play, or nothing while no film is open."""
        for widget in (*(button for _, button, _ in self._described), self.time, self.seek_bar, self.rate):
            widget.setEnabled(there)

    def _make_buttons(self) -> None:
        def made(icon: str, text: str, action: str) -> IconButton:
            button = IconButton(icon, text, self)
            self._described.append((action, button, text))
            return button

        self.seek_bar = SeekBar(self)  # the first, as it stands: Tab leads through what was made in its order
        self.seek_bar.setAccessibleName(self.tr("Position in the film"))
        self._described: list[tuple[str, IconButton, str]] = []
        self.frame_back = made("frame-back", self.tr("Frame back"), "play.frame_back")
        self.back = made("seek-back", self.tr("Jump back"), "play.back_much")
        self.play = made("play", self.tr("Play"), "play.toggle")
        self.forward = made("seek-forward", self.tr("Jump forward"), "play.forward_much")
        self.frame_forward = made("frame-forward", self.tr("Frame forward"), "play.frame_forward")
        self.loop = made("loop", self.tr("Loop this cue"), "play.loop")
        self.loop.setCheckable(True)

    def _make_fields(self) -> None:
        self.time = TimeField(self.tr("Position"), self)
        self.time.setButtonSymbols(TimeField.ButtonSymbols.NoButtons)
        self.duration = NamedLabel(self.tr("Duration"), self)
        self.duration.setMinimumWidth(1)  # gives way first where text is large
        self.rate = ChoiceBox(self.tr("Speed"), self)
        self.rate.setToolTip(self.tr("Speed"))
        for rate in RATES:
            self.rate.addItem(_from_the_left(self.tr("{0}\u00d7").format(short(rate))), rate)
        self.mute = IconButton("volume", self.tr("Mute"), self)
        self.mute.setCheckable(True)
        self.volume = QSlider(Qt.Orientation.Horizontal, self)
        self.volume.setRange(0, 100)
        self.volume.setAccessibleName(self.tr("Volume"))
        self.volume.setToolTip(self.tr("Volume"))
        self.volume.setFixedWidth(70)

    def _lay_out(self) -> None:
        row = Flow()
        for group in (
            [button for _, button, _ in self._described],
            [self.time, self.duration],
            [self.rate, self.mute, self.volume],
        ):
            row.addWidget(_in_a_row(group, self, last_grows=self.duration in group))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 2)
        layout.setSpacing(2)
        layout.addWidget(self.seek_bar)
        layout.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)  # as high as its rows

    def _connect(self) -> None:
        player = self._player
        self.frame_back.clicked.connect(lambda: player.step(-1))
        self.frame_forward.clicked.connect(lambda: player.step(1))
        self.back.clicked.connect(lambda: player.seek_by(-self._jump))
        self.forward.clicked.connect(lambda: player.seek_by(self._jump))
        self.play.clicked.connect(player.toggle)
        self.loop.clicked.connect(self._switch_loop)
        self.time.time_changed.connect(player.seek)
        self.seek_bar.valueChanged.connect(player.seek)
        self.rate.activated.connect(lambda index: player.set_rate(RATES[index]))
        self.mute.clicked.connect(self._switch_mute)
        self.volume.valueChanged.connect(lambda percent: player.set_volume(percent / 100))
        player.moved.connect(self._show_position)
        player.playing_changed.connect(self._show_playing)
        player.duration_changed.connect(self._show_duration)
        player.rate_changed.connect(self._show_rate)
        player.volume_changed.connect(self._show_volume)

    def _show_position(self, position: int) -> None:
        if self._player.playing and abs(position - self._written) < _TOLD_EVERY:
            return
        self._written = position
        self.time.set_time(position)
        if not self.seek_bar.isSliderDown():
            with QSignalBlocker(self.seek_bar):
                self.seek_bar.setValue(position)
        self._show_loop()

    def _show_playing(self, playing: bool) -> None:
        self.play.setIcon(icon("pause" if playing else "play"))
        self.play.describe(self.tr("Pause") if playing else self.tr("Play"), self._keys.get("play.toggle", ""))
        self._show_loop()
        self._written = -1
        self._show_position(self._player.position)

    def _show_loop(self) -> None:
        stretch = self._player.stretch
        self.loop.setChecked(stretch is not None and stretch.loops)

    def _show_duration(self, duration: int) -> None:
        self.duration.setText("/ " + clock(duration))
        with QSignalBlocker(self.seek_bar):
            self.seek_bar.setRange(0, duration)
        self.set_enabled_by_film(self._player.path is not None)

    def _show_rate(self, rate: float) -> None:
        self.rate.setCurrentIndex(min(range(len(RATES)), key=lambda index: abs(RATES[index] - rate)))

    def _show_volume(self, volume: float) -> None:
        with QSignalBlocker(self.volume):
            self.volume.setValue(round(100 * volume))
        self.mute.setChecked(volume == 0)
        self.mute.setIcon(icon("mute" if volume == 0 else "volume"))

    def _switch_mute(self, muted: bool) -> None:
        if muted:
            self._loud = self._player.volume or 1.0
        self._player.set_volume(0.0 if muted else self._loud)
        self._show_volume(self._player.volume)

    def _switch_loop(self, loops: bool) -> None:
        current = self._session.current
        if loops and current is not None:
            self._player.play_stretch(current.start, current.end, loops=True)
        elif not loops:
            self._player.pause()
            self._player.seek(self._player.position)
        self._show_loop()


def _in_a_row(widgets: Sequence[QWidget], parent: QWidget, *, last_grows: bool) -> QWidget:
    """Return widgets that stay together, whatever the row is broken into."""
    together = QWidget(parent)
    layout = QHBoxLayout(together)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    for widget in widgets:
        layout.addWidget(widget)
    if last_grows:
        layout.setStretchFactor(widgets[-1], 1)
    across = QSizePolicy.Policy.Expanding if last_grows else QSizePolicy.Policy.Fixed
    together.setSizePolicy(across, QSizePolicy.Policy.Fixed)
    return together


def _from_the_left(text: str) -> str:
    """Return a text that keeps its order where all else runs from right to left: marks before and behind it."""
    return f"\u200e{text}\u200e"


class SeekBar(QSlider):
    """A slider whose handle jumps to where it is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSingleStep(1_000)
        self.setPageStep(10_000)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        if event.button() == Qt.MouseButton.LeftButton:
            option = QStyleOptionSlider()
            self.initStyleOption(option)
            handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, option, self)
            inside = event.position().x() - handle / 2
            room = self.width() - handle
            self.setValue(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), round(inside), room))
        super().mousePressEvent(event)

"""The player: a film or sound with a position in milliseconds, seeks that show the right picture, and exact stretches.

QMediaPlayer shows the first frame that ends at or after the time that it is asked for, so asking for the edge between
two frames shows the one before. While the picture stands we therefore ask for the middle of the frame.

It can't stop at a sample either, so stretches at the true speed are heard from the decoded sound, while the picture
runs beside it without its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

from app.media_log import quiet_ffmpeg
from app.sound.loudspeaker import Loudspeaker
from app.sound.of_medium import MediumSound

RATES = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_TICK = 33  # ms between two told positions while it plays
_NEAR = 80  # ms before the end of a stretch from which on a timer of its own waits for it
_USUAL_RATE = 25.0  # frames a second, for steps through what has no picture


@dataclass(frozen=True, slots=True)
class Stretch:
    """From where to where it plays, in ms, and whether it begins again at the end."""

    start: int
    end: int
    loops: bool = False


class Player(QObject):
    """Plays one medium. Positions are ms from the picture's zero; nothing happens while no medium is open.

    `moved` tells the position, some thirty times a second while it plays and after each seek; `playing_changed`,
    `rate_changed`, `volume_changed` (0 to 1) and `duration_changed` tell what they say. `failed` says in the system's
    words why a medium can't be played, `unheard` once that there is no device for sound.
    """

    moved = Signal(int)
    playing_changed = Signal(bool)
    duration_changed = Signal(int)
    rate_changed = Signal(float)
    volume_changed = Signal(float)
    failed = Signal(str)
    unheard = Signal(str)

    def __init__(self, parent: QObject | None = None, speaker: Loudspeaker | None = None) -> None:
        super().__init__(parent)
        self.rewind = 0  # ms that playing goes back when it is resumed
        self._frame_rate: float | None = None
        self._asked = 0  # the position while it stands
        self._told = 0  # the last position that Qt told, and how long ago
        self._since = QElapsedTimer()
        self._since.start()
        self._stretch: Stretch | None = None
        self._paused_by_hand = False
        self._fresh = False  # whether no picture of this medium was shown yet
        self._media = QMediaPlayer(self)
        quiet_ffmpeg()
        self._media.setPitchCompensation(True)
        self._sound = MediumSound(self._media, speaker, self)
        self._told_unheard = False
        self._media.positionChanged.connect(self._on_position)
        self._media.playbackStateChanged.connect(self._on_state)
        self._media.durationChanged.connect(lambda duration: self.duration_changed.emit(int(duration)))
        self._media.mediaStatusChanged.connect(self._on_status)
        self._media.errorOccurred.connect(lambda _, words: self.failed.emit(words))
        self._tick = _timer(self, self._on_tick, _TICK)
        self._end = _timer(self, self._on_end_near)
        self._end.setSingleShot(True)

    @property
    def path(self) -> Path | None:
        """The medium that is open, None if none is."""
        source = self._media.source()
        return None if source.isEmpty() else Path(source.toLocalFile())

    @property
    def duration(self) -> int:
        return int(self._media.duration())

    @property
    def has_picture(self) -> bool:
        return self._media.hasVideo()

    @property
    def playing(self) -> bool:
        return self._media.playbackState() is QMediaPlayer.PlaybackState.PlayingState

    @property
    def position(self) -> int:
        """Where it is, in ms, between two tellings of Qt reckoned by the clock."""
        return self._reckoned() if self.playing else self._asked

    def _reckoned(self) -> int:
        if self._sound.exact.is_on:
            return self._sound.exact.position
        now = self._told + int(self._since.elapsed() * self.rate)
        latest = self._stretch.end if self._stretch else self.duration or now
        return min(now, latest)

    @property
    def rate(self) -> float:
        return self._media.playbackRate()

    @property
    def volume(self) -> float:
        return self._sound.volume

    @property
    def stretch(self) -> Stretch | None:
        """The stretch that it plays, None if it plays on to the end."""
        return self._stretch

    @property
    def frame(self) -> float:
        """How long a frame lasts, in ms."""
        return 1000 / (self._frame_rate or _USUAL_RATE)

    def open(self, path: Path | None, frame_rate: float | None = None) -> None:
        """Open a medium, or none. The sound goes to the machine's device, where there is one."""
        self.pause()
        self._leave_stretch()
        self._sound.exact.file = None
        self._frame_rate, self._asked, self._told = frame_rate, 0, 0
        self._fresh = True
        self._paused_by_hand = False
        if path is not None:
            self._sound.look_for_device()
        self._media.setSource(QUrl() if path is None else QUrl.fromLocalFile(str(path.absolute())))
        self.moved.emit(0)

    def set_sound(self, pcm: Path | None) -> None:
        """Give the decoded sound of the medium (engine.audio.pcm), from which stretches are heard to the sample."""
        self._sound.exact.file = pcm

    def set_frame_rate(self, frame_rate: float | None) -> None:
        """Say how many frames a second the picture has, None for none: it was found out meanwhile."""
        self._frame_rate = frame_rate

    def show_on(self, sink: QVideoSink) -> None:
        """Give the pictures to a sink."""
        self._media.setVideoSink(sink)

    def play(self) -> None:
        """Play on to the end, from `rewind` ms before where it was paused."""
        self._asked = self.position
        self._leave_stretch()
        if self._paused_by_hand and self.rewind:
            self._go_to(max(0, self._asked - self.rewind))
        self._start()

    def pause(self) -> None:
        """Stand still, and show the frame of the position."""
        if not self.playing:
            return
        at = self._asked = self.position
        self._paused_by_hand = True
        self._sound.end()
        self._media.pause()
        self._go_to(at)

    def toggle(self) -> None:
        """Play if it stands, stand if it plays."""
        if self.playing:
            self.pause()
        else:
            self.play()

    def play_stretch(self, start: int, end: int, *, loops: bool = False) -> None:
        """Play from `start` to `end` (ms) and stand there, or begin again."""
        if end > start:
            self._leave_stretch()
            self._stretch = Stretch(start, end, loops)
            self._go_to(start)
            if self.rate == 1 and self.path:
                self._sound.begin(start, end, loops=loops)
            self._start()

    def seek(self, position: int) -> None:
        """Go to a position in ms; one beyond the ends becomes the end."""
        latest = self.duration
        self._leave_stretch()
        self._paused_by_hand = False
        self._go_to(max(0, min(position, latest) if latest else position))

    def seek_by(self, distance: int) -> None:
        """Go so many ms on, or back."""
        self.seek(self.position + distance)

    def step(self, frames: int) -> None:
        """Stand still and go so many frames on, or back."""
        self.pause()
        self.seek(round((self._frame_at(self._asked) + frames) * self.frame))

    def set_rate(self, rate: float) -> None:
        """Play at a multiple of the true speed, 0.25 to 4, at the true pitch."""
        rate = min(max(rate, RATES[0]), RATES[-1])
        self._told, _ = self.position, self._since.restart()
        self._sound.end()
        self._media.setPlaybackRate(rate)
        self.rate_changed.emit(rate)

    def set_volume(self, volume: float) -> None:
        """Play as loud as 0 (silent) to 1."""
        self._sound.set_volume(volume)
        self.volume_changed.emit(volume)

    def _leave_stretch(self) -> None:
        self._stretch = None
        self._sound.end()

    def _start(self) -> None:
        if self.path and not self._told_unheard and not self._sound.is_there:
            self._told_unheard = True
            self.unheard.emit(self.tr("No sound device was found: the film plays silently."))
        self._told, _ = self._asked, self._since.restart()
        self._media.play()

    def _go_to(self, position: int) -> None:
        self._asked = self._told = position
        self._since.restart()
        self._end.stop()
        self._media.setPosition(position if self.playing or not self._frame_rate else self._middle(position))
        self.moved.emit(position)

    def _middle(self, position: int) -> int:
        return round((self._frame_at(position) + 0.5) * self.frame)

    def _frame_at(self, position: int) -> int:
        return int((position + 0.5) / self.frame)  # a time that was rounded down to ms belongs to its frame

    def _on_position(self, position: int) -> None:
        if self.playing and position:
            self._told = position
            self._since.restart()
            self._wait_for_end()

    def _on_tick(self) -> None:
        self.moved.emit(self.position)
        self._wait_for_end()

    def _wait_for_end(self) -> None:
        if self._stretch is None or self._end.isActive():
            return
        left = self._left_of(self._stretch)
        if left <= _NEAR:
            self._end.start(max(0, round(left)))

    def _left_of(self, stretch: Stretch) -> float:
        """Return how many ms of the clock are left to the end: what is heard decides, else where the picture is."""
        if self._sound.exact.is_on:
            return self._sound.exact.left
        return (stretch.end - self._told - self._since.elapsed() * self.rate) / self.rate

    def _on_end_near(self) -> None:
        stretch = self._stretch
        if stretch is not None and self.playing:
            self._end_round(stretch)

    def _end_round(self, stretch: Stretch) -> None:
        if stretch.loops:
            self._go_to(stretch.start)
            self._media.play()  # it stopped, where the stretch ends with the film
            return
        self._stretch, self._paused_by_hand = None, False
        self._media.pause()
        self._sound.let_end()
        self._go_to(stretch.end)

    def _show_first(self) -> None:
        """Show the first picture; once, since a player that is told to pause says anew that it has loaded."""
        if self._fresh and not self.playing:
            self._fresh = False
            self._media.pause()
            self._go_to(self._asked)

    def _on_state(self) -> None:
        if self.playing:
            self._tick.start()
        elif self._tick.isActive():
            self._tick.stop()
            if self._media.playbackState() is QMediaPlayer.PlaybackState.StoppedState:
                self._asked = self._reckoned()  # by itself, at the end: nobody told where it stands now
        self.playing_changed.emit(self.playing)

    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            QTimer.singleShot(0, self, self._on_end_of_medium)
        elif status is QMediaPlayer.MediaStatus.LoadedMedia:
            QTimer.singleShot(0, self, self._show_first)  # the player must not be changed while it tells this

    def _on_end_of_medium(self) -> None:
        if self._stretch is not None:
            self._end_round(self._stretch)
        elif not self.playing:
            self._asked, self._paused_by_hand = self.duration, False
            self.moved.emit(self._asked)


def _timer(parent: QObject, told: Callable[[], None], interval: int = 0) -> QTimer:
    timer = QTimer(parent)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(interval)
    timer.timeout.connect(told)
    return timer

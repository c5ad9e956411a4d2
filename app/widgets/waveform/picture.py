"""The waveform as a picture that is told what to show and where to look; nobody can change anything in it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.widgets.clock import clock
from app.widgets.cue_times import CueTimes
from app.widgets.painted import Painted
from app.widgets.waveform.camera import FIRST_SPAN, Camera, Follow
from app.widgets.waveform.dragging import Retimed
from app.widgets.waveform.ground import Ground
from app.widgets.waveform.overlay import paint_over
from app.widgets.waveform.scene import Areas, Level, Over, Scene, Sound, Stretch
from app.widgets.waveform.tiles import Tile
from engine.subtitles.document import Document

_ZOOM = 1.25
_GAINS = (0.25, 64.0)


class WaveformPicture(Painted):
    """Shows a sound with cues over it. Times are ms, cues are named by their ids.

    `tiles_wanted` tells which tiles of the spectrogram `set_tile` should bring, the most wanted first,
    `looked` that another time is in view or at another zoom.
    """

    tiles_wanted = Signal(tuple)
    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.camera = Camera()
        self._scene = Scene(self.camera.scale, Areas.of(1, 1, 1), CueTimes.of(Document()))
        self._over = Over()
        self._ground = Ground(self.palette())
        self._held = False
        self._playing = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # time runs to the right in every language
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Waveform"))
        self._describe()

    @property
    def stretch(self) -> Stretch | None:
        """The time that is marked on empty ground."""
        return self._over.stretch

    @property
    def seen(self) -> str:
        """Say which cue is selected, of how many, and where the playhead is."""
        count, now = len(self._scene.times.cues), clock(self._over.playhead)
        number = self._number()
        if number is None:
            return self.tr("Cues: {0}, {1}").format(count, now)
        return self.tr("Cue {0} of {1}, {2}").format(number, count, now)

    @property
    def scene(self) -> Scene:
        return self._scene

    @property
    def playhead(self) -> int:
        return self._over.playhead

    @property
    def message(self) -> str:
        """Why there is no sound."""
        return self._over.message

    def set_sound(self, sound: Sound | None, message: str = "") -> None:
        """Show another sound, or the message why there is none. The view stays where it is, if it can."""
        self._ground.forget_tiles()
        self._over = replace(self._over, message=message)
        self._show(replace(self._scene, sound=sound))

    def set_cues(self, times: CueTimes) -> None:
        self._show(replace(self._scene, times=times))

    def set_selected(self, cues: Collection[int]) -> None:
        """Show cues as selected."""
        self._show(replace(self._scene, selected=frozenset(cues)))
        self._describe()

    def set_speech(self, spans: Sequence[tuple[int, int]]) -> None:
        """Show where somebody speaks: (start, end) in the order of time."""
        self._show(replace(self._scene, speech=np.array(spans, np.int64).reshape(-1, 2).T))

    def set_levels(self, levels: Mapping[int, Level]) -> None:
        """Mark the cues that have problems, or advice only."""
        self._show(replace(self._scene, levels=levels))

    def set_gain(self, gain: float) -> None:
        """Draw the wave so many times as high as it is."""
        self._show(replace(self._scene, gain=min(max(gain, _GAINS[0]), _GAINS[1])))

    def show_translation(self, shown: bool) -> None:
        """Write the translation on the cues, or the text."""
        self._show(replace(self._scene, translated=shown))

    def show_spectrogram(self, shown: bool) -> None:
        """Show the spectrogram instead of the wave, where no more than five minutes are in view."""
        self._ground.shows_tiles = shown
        self._stale()

    @property
    def shows_spectrogram(self) -> bool:
        return self._ground.shows_tiles

    def set_tile(self, number: int, tile: Tile) -> None:
        """Give a tile that was wanted: (bands, frames) as of engine.audio.spectrogram."""
        self._ground.put_tile(number, tile)
        self.update()

    def set_follow(self, follow: Follow) -> None:
        """Say what happens when the playhead leaves the view: a page is turned, it stays in the middle, or nothing."""
        self.camera.follow = follow

    def set_playhead(self, time: int, *, playing: bool) -> None:
        """Move the playhead; the view follows unless somebody has taken `hold` of it."""
        jumped, self._playing = not playing and time != self._over.playhead, playing
        self._over = replace(self._over, playhead=time)
        if not self._held:
            self.camera.duration = self._duration()
            self.camera.follow_playhead(time, playing=playing, jumped=jumped)
            self._looked()
        self.update()
        if not playing:
            self._describe()

    def hold(self, held: bool) -> None:
        """Keep the view from following the playhead, or no longer."""
        self._held = held

    def set_stretch(self, stretch: Stretch | None) -> None:
        """Mark a time, or none."""
        if stretch != self._over.stretch:
            self._over = replace(self._over, stretch=stretch)
            self.update()
            self._describe()

    def set_dragged(self, times: tuple[Retimed, ...]) -> None:
        """Show cues at other times while they are dragged."""
        hidden = frozenset(each.cue for each in times)
        self._over = replace(self._over, dragged=times)
        if hidden != self._scene.hidden:
            self._show(replace(self._scene, hidden=hidden))
        self.update()

    def show_time(self, start: int, end: int) -> None:
        """Scroll until a stretch of time is in view, as little as needed."""
        self.camera.show(start, end)
        self._looked()

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Zoom around a place; without one around the playhead if it is in view, else around the middle."""
        at_playhead = self._scene.scale.x(self._over.playhead)
        middle = at_playhead if 0 <= at_playhead <= self.width() else self.width() / 2
        self.camera.look(self._scene.scale.zoomed(factor, middle if x is None else x))
        self._looked()

    def zoom_in(self) -> None:
        self.zoom(_ZOOM)

    def zoom_out(self) -> None:
        self.zoom(1 / _ZOOM)

    def zoom_to(self, start: int, end: int) -> None:
        """Show a stretch of time from edge to edge."""
        self.camera.fill(start, end)
        self._looked()

    def zoom_to_all(self) -> None:
        self.zoom_to(0, self._duration())

    def show_end(self) -> None:
        self.show_time(self._duration(), self._duration())

    def look_at(self, start: int) -> None:
        """Bring a time to the left edge."""
        self.camera.look(self._scene.scale.at(start, 0))
        self._looked()

    def scroll_by(self, pixels: float) -> None:
        """Look so many pixels later."""
        self.camera.look(self._scene.scale.scrolled(pixels))
        self._looked()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(900, 190)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        return QSize(160, 90)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._ground.picture(self._scene, self.font(), self.devicePixelRatioF()))
        paint_over(painter, self._scene, self._over, self._ground.colours, self.tr("{0} \u2013 Enter makes a cue"))
        if self.hasFocus():
            painter.setPen(self._ground.colours.selected_edge)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
        missing = self._ground.missing_tiles(self._scene)
        if missing:
            self.tiles_wanted.emit(missing)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        self.camera.resize(self.width())
        self._looked()
        self._show(replace(self._scene, areas=self._areas()))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._ground.recolour(self.palette())
            self.update()
        elif event.type() == QEvent.Type.FontChange:
            self._show(replace(self._scene, areas=self._areas()))
        super().changeEvent(event)

    def _areas(self) -> Areas:
        return Areas.of(self.width(), self.height(), QFontMetricsF(self.font()).height())

    def _duration(self) -> int:
        reach = self._scene.times.reach
        last = int(reach[-1]) if len(reach) else 0
        return max(self._scene.sound.duration if self._scene.sound else 0, last, self._over.playhead, FIRST_SPAN)

    def _show(self, scene: Scene) -> None:
        self._scene = scene
        self.camera.duration = self._duration()
        self._stale()

    def _looked(self) -> None:
        if self.camera.scale != self._scene.scale:
            self._scene = replace(self._scene, scale=self.camera.scale)
            self._stale()
            self.looked.emit()

    def _stale(self) -> None:
        self._ground.change()
        self.update()

    def _number(self) -> int | None:
        """Return the number of the cue that is selected alone, counted from 1."""
        chosen = self._scene.selected
        index = self._scene.times.index_of(next(iter(chosen))) if len(chosen) == 1 else None
        return None if index is None else index + 1

    def _describe(self) -> None:
        """Say for a screen reader what is seen: the playhead, what is in view, the selected cue, the marked time."""
        if self._playing:
            return
        scale, stretch = self._scene.scale, self._over.stretch
        said = [
            self.tr("Playhead at {0}.").format(clock(self._over.playhead)),
            self.tr("In view from {0} to {1}.").format(clock(scale.time(0)), clock(scale.time(scale.width))),
        ]
        number = self._number()
        if number is not None:
            cue, count = self._scene.times.cues[number - 1], len(self._scene.times.cues)
            chosen = self.tr("Cue {0} of {1} is selected, from {2} to {3}.")
            said.append(chosen.format(number, count, clock(cue.start), clock(cue.end)))
        if stretch is not None:
            marked = self.tr("Marked from {0} to {1}, Enter makes a cue.")
            said.append(marked.format(clock(stretch.start), clock(stretch.end)))
        self.setAccessibleDescription(" ".join(said))

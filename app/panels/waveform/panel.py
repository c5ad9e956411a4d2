"""The waveform along the bottom: what is drawn on it becomes edits, seeks and selections."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, QSettings, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QMenu, QScrollBar, QVBoxLayout, QWidget

from app.film import Film
from app.look.buttons import IconButton
from app.models.film_sound import sound_of, speech_of
from app.panels.waveform.retiming import retimed
from app.player import Player
from app.session import Session
from app.spectrogram import Spectrogram
from app.timeline import Timeline
from app.widgets.waveform import Retimed, WaveformView
from engine.protocol import Progress
from engine.subtitles.checks import Problem
from engine.subtitles.document import Document
from engine.subtitles.edits import Edit, insert_at, set_end, set_start, shift_from, split_at_time
from engine.subtitles.profiles import Profile


class WaveformPanel(QWidget):
    """Shows the film's sound with the session's cues. `focus_text` leads to where a cue's text is written.

    `follow_chosen` tells what the view shall do with the playhead from now on ("page" or "centre").
    """

    follow_chosen = Signal(str)

    def __init__(
        self,
        session: Session,
        timeline: Timeline,
        player: Player,
        film: Film,
        focus_text: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._player, self._film = session, player, film
        self._focus_text = focus_text
        self._timeline = timeline
        self._peaks = ""
        self._tiles = Spectrogram(self)
        self.view = WaveformView(self)
        self.setFocusProxy(self.view)
        self._build()
        self._connect()
        self.view.set_cues(timeline.times)
        self.view.set_selected(session.selected)
        self._show_film()

    @property
    def marked(self) -> tuple[int, int] | None:
        """The time that is marked, None if none is: it can be played, transcribed, made a cue."""
        stretch = self.view.stretch
        return (stretch.start, stretch.end) if stretch else None

    def set_profile(self, profile: Profile) -> None:
        """Keep the gap of a profile between cues that are dragged."""
        self.view.set_gap(int(profile.gap.value or 0))

    def set_problems(self, problems: Iterable[Problem]) -> None:
        """Mark the cues that have problems."""
        found = list(problems)
        advice = {problem.cue: problem.level for problem in found if problem.level == "advice"}
        self.view.set_levels(advice | {problem.cue: problem.level for problem in found if problem.level == "problem"})

    def show_spectrogram(self, shown: bool) -> None:
        """Show the spectrogram, or the wave."""
        self.view.show_spectrogram(shown)
        self._spectrogram.setChecked(shown)

    def toggle_spectrogram(self) -> None:
        self.show_spectrogram(not self.view.shows_spectrogram)

    def show_selection(self) -> None:
        """Fill the view with the selected cues, some time around them."""
        chosen = [cue for cue in map(self._session.cue, self._session.selected) if cue is not None]
        if chosen:
            start, end = min(cue.start for cue in chosen), max(cue.end for cue in chosen)
            around = max((end - start) // 2, 500)
            self.view.zoom_to(max(start - around, 0), end + around)

    def save(self, settings: QSettings) -> None:
        """Remember how it looks."""
        settings.setValue("waveform/per_pixel", str(self.view.scene.scale.per_pixel))
        settings.setValue("waveform/spectrogram", int(self.view.shows_spectrogram))

    def restore(self, settings: QSettings) -> None:
        """Take up what was remembered."""
        try:
            per_pixel = float(str(settings.value("waveform/per_pixel", self.view.scene.scale.per_pixel)))
        except ValueError:
            return
        self.view.zoom(self.view.scene.scale.per_pixel / max(per_pixel, 1e-3), 0)
        self.show_spectrogram(str(settings.value("waveform/spectrogram", 0)) == "1")

    def _build(self) -> None:
        self._zoom_in = IconButton("zoom-in", self.tr("Zoom in"), self, "+")
        self._zoom_out = IconButton("zoom-out", self.tr("Zoom out"), self, "-")
        self._spectrogram = IconButton("spectrogram", self.tr("Spectrogram"), self)
        self._spectrogram.setCheckable(True)
        self._bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self._bar.setAccessibleName(self.tr("Time in view"))
        self._bar.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabOrder(self._spectrogram, self.view)  # as they stand; the view was made before
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        for button in (self._zoom_in, self._zoom_out, self._spectrogram):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(buttons, 0, 0, 2, 1)
        layout.addWidget(self.view, 0, 1)
        layout.addWidget(self._bar, 1, 1)

    def _connect(self) -> None:
        view, session, player, film = self.view, self._session, self._player, self._film
        self._zoom_in.clicked.connect(view.zoom_in)
        self._zoom_out.clicked.connect(view.zoom_out)
        self._spectrogram.clicked.connect(self.show_spectrogram)
        self._bar.valueChanged.connect(view.look_at)
        view.looked.connect(self._show_bar)
        view.seek_asked.connect(player.seek)
        view.cue_clicked.connect(lambda cue: session.select((cue,)))
        view.cue_opened.connect(lambda _: self._focus_text())
        view.edge_dragged.connect(lambda times: self._retime(times, moved=False))
        view.cue_moved.connect(lambda times: self._retime(times, moved=True))
        view.cue_proposed.connect(lambda start, end: self._insert(insert_at(start, end)))
        view.start_asked.connect(lambda time: self._edit_current(lambda cue: set_start(cue, time)))
        view.end_asked.connect(lambda time: self._edit_current(lambda cue: set_end(cue, time)))
        view.offset_asked.connect(self._offset)
        view.tiles_wanted.connect(self._tiles.want)
        self._tiles.tile_ready.connect(view.set_tile)
        view.menu_asked.connect(self._offer_menu)
        session.changed.connect(self._on_changed)
        session.selection_changed.connect(self._on_selected)
        player.moved.connect(self._on_moved)
        player.playing_changed.connect(lambda _: self._on_moved(player.position))
        film.opened.connect(self._show_film)
        film.prepared.connect(lambda _: self._show_film())
        film.progressed.connect(self._on_progress)
        film.failed.connect(self._on_failed)

    def _show_film(self) -> None:
        """Show what is there of the film's sound, or say why there is nothing yet."""
        ready = self._film.ready
        peaks = ready.peaks if ready else ""
        self.view.set_speech(speech_of(ready))
        if peaks and peaks == self._peaks:
            return
        self._peaks = peaks
        sound = sound_of(ready)
        self._tiles.open(ready.pcm if ready and sound else "")
        if sound is None:
            self.view.set_sound(None, self._waiting())
        else:
            self.view.set_sound(sound)
            self.view.set_gain(sound.gain())

    def _waiting(self) -> str:
        if self._film.path is None:
            return self.tr("The waveform of a film or sound appears here")
        return self.tr("Reading the sound...") if self._film.preparing else self.tr("There is no sound to show")

    def _on_progress(self, progress: Progress) -> None:
        if not self._peaks and progress.total:
            share = min(100 * progress.done // progress.total, 100)
            self.view.set_sound(None, self.tr("Reading the sound: {0} %").format(share))

    def _on_failed(self, message: str) -> None:
        if not self._peaks:
            self.view.set_sound(None, message)

    def _on_changed(self, before: Document, after: Document) -> None:
        self.view.set_cues(self._timeline.times)
        self._show_bar()

    def _on_selected(self, selected: tuple[int, ...]) -> None:
        self.view.set_selected(selected)
        current = self._session.current
        if current is not None and not self._player.playing:
            self.view.show_time(current.start, current.end)

    def _on_moved(self, position: int) -> None:
        self.view.set_playhead(position, playing=self._player.playing)

    def _show_bar(self) -> None:
        """Let the scroll bar say where the view is."""
        scale, duration = self.view.scene.scale, self.view.camera.duration
        with QSignalBlocker(self._bar):
            self._bar.setRange(0, max(round(duration - 0.9 * scale.span), 0))
            self._bar.setPageStep(max(round(scale.span), 1))
            self._bar.setSingleStep(max(round(scale.span / 10), 1))
            self._bar.setValue(round(scale.start))

    def _retime(self, times: tuple[Retimed, ...], *, moved: bool) -> None:
        edit = retimed(self._session.document, times, moved=moved)
        if edit is not None and self._session.apply(edit):
            self._session.select((times[0].cue,))

    def _insert(self, edit: Edit) -> None:
        if self._session.apply(edit):
            self._focus_text()

    def _edit_current(self, edit: Callable[[int], Edit]) -> None:
        current = self._session.current
        if current is not None:
            self._session.apply(edit(current.id))

    def _offset(self, time: int) -> None:
        """Let the current cue start at a time, and shift all that follow it along."""
        current = self._session.current
        if current is not None:
            self._session.apply(shift_from(current.id, time - current.start))

    def _offer_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu, self.view.scene.scale.time(place.x()))
        menu.popup(self.view.mapToGlobal(place))

    def fill_menu(self, menu: QMenu, time: int) -> None:
        """Offer what can be done at a time, and how the waveform may look."""
        view, session, stretch, current = self.view, self._session, self.view.stretch, self._session.current
        if stretch is not None and stretch.start <= time <= stretch.end:
            menu.addAction(self.tr("Make a cue of the marked time"), view.propose_cue)
            menu.addAction(
                self.tr("Play the marked time"), lambda: self._player.play_stretch(stretch.start, stretch.end)
            )
        else:
            menu.addAction(self.tr("Insert a cue here"), lambda: self._insert(insert_at(time)))
        here = [cue for cue in self._timeline.times.at(time) if cue.start < time < cue.end]
        if here:
            menu.addAction(self.tr("Split the cue here"), lambda: session.apply(split_at_time(here[-1].id, time)))
        if current is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Start the current cue here"), lambda: session.apply(set_start(current.id, time)))
            menu.addAction(self.tr("End the current cue here"), lambda: session.apply(set_end(current.id, time)))
        menu.addSeparator()
        _switch(menu, self.tr("Spectrogram"), view.shows_spectrogram, self.show_spectrogram)
        _switch(menu, self.tr("Translation on the cues"), view.scene.translated, view.show_translation)
        _switch(menu, self.tr("Keep the playhead in the middle"), view.camera.follow == "centre", self._centre)
        menu.addAction(self.tr("Show everything"), view.zoom_to_all)

    def _centre(self, centred: bool) -> None:
        self.follow_chosen.emit("centre" if centred else "page")


def _switch(menu: QMenu, text: str, on: bool, switched: Callable[[bool], None]) -> None:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(on)
    action.toggled.connect(switched)

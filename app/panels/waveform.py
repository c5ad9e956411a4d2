"""The waveform of the film with the cues over it: what is done there becomes edits, and a place for the player."""

from collections.abc import Callable
from functools import reduce
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.film import Film
from app.player import Player
from app.session import Session
from app.spectrogram import Spectrogram
from app.widgets.cue_times import CueTimes
from app.widgets.waveform import Retimed, WaveformView
from engine.audio.peaks import open_peaks
from engine.audio.spans import read_spans
from engine.protocol import MediaReady
from engine.subtitles.document import Document
from engine.subtitles.edits import Edit, insert_at, set_end, set_start, set_times, shift_from
from engine.subtitles.profiles import Profile


class WaveformPanel(QWidget):
    """Keeps the waveform up with session, player and film."""

    def __init__(
        self,
        session: Session,
        player: Player,
        film: Film,
        focus_text: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._player = player
        self._film = film
        self._times = CueTimes.of(session.document)
        self._peaks = self._speech = ""
        self.spectrogram = Spectrogram(self)
        self.view = WaveformView(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self._hear_view(focus_text)
        session.changed.connect(self._on_changed)
        session.selection_changed.connect(self._on_selected)
        player.moved.connect(lambda time: self.view.set_playhead(time, playing=player.playing))
        player.playing_changed.connect(lambda playing: self.view.set_playhead(player.position, playing=playing))
        film.opened.connect(self._on_opened)
        film.prepared.connect(self._on_prepared)
        film.failed.connect(lambda why: self.view.set_sound(None, why))

    def set_profile(self, profile: Profile) -> None:
        """Keep the profile's gap between cues while they are dragged."""
        self.view.set_gap(int(profile.gap.value or 0))

    def toggle_spectrogram(self) -> None:
        """Show the spectrogram instead of the wave, or the wave again."""
        self.view.show_spectrogram(not self.view.shows_spectrogram)

    @property
    def marked(self) -> tuple[int, int] | None:
        """The time that is marked, None if none is."""
        stretch = self.view.stretch
        return (stretch.start, stretch.end) if stretch else None

    def _hear_view(self, focus_text: Callable[[], None]) -> None:
        view, session = self.view, self._session
        view.seek_asked.connect(self._player.seek)
        view.start_asked.connect(lambda time: self._set(set_start, time))
        view.end_asked.connect(lambda time: self._set(set_end, time))
        view.offset_asked.connect(self._offset)
        view.cue_clicked.connect(lambda cue: session.select((cue,)))
        view.cue_opened.connect(lambda _: focus_text())
        view.edge_dragged.connect(self._retime)
        view.cue_moved.connect(self._retime)
        view.cue_proposed.connect(lambda start, end: self._insert(start, end, focus_text))
        view.tiles_wanted.connect(self.spectrogram.want)
        self.spectrogram.tile_ready.connect(view.set_tile)

    def _insert(self, start: int, end: int, focus_text: Callable[[], None]) -> None:
        if self._session.apply(insert_at(start, end)):
            focus_text()

    def _set(self, edit: Callable[[int, int], Edit], time: int) -> None:
        current = self._session.current
        if current is not None:
            self._session.apply(edit(current.id, time))

    def _offset(self, time: int) -> None:
        current = self._session.current
        if current is not None:
            self._session.apply(shift_from(current.id, time - current.start))

    def _retime(self, times: tuple[Retimed, ...]) -> None:
        self._session.apply(retimed(times, self.tr("Change times")))

    def _on_changed(self, before: Document, after: Document) -> None:
        self._times = self._times.after(after)
        self.view.set_cues(self._times)

    def _on_selected(self, selected: tuple[int, ...]) -> None:
        self.view.set_selected(selected)
        current = self._session.current
        if current is not None and not self._player.playing:
            self.view.show_time(current.start, current.end)

    def _on_opened(self) -> None:
        self._peaks = self._speech = ""
        self.spectrogram.open("")
        self.view.set_speech(())
        self.view.set_sound(None, self.tr("Listening to the sound...") if self._film.path else "")
        self.view.set_playhead(0, playing=False)

    def _on_prepared(self, ready: MediaReady | None) -> None:
        if ready is None:
            return
        try:
            if ready.peaks and ready.peaks != self._peaks:
                self._peaks = ready.peaks
                self.view.set_sound(open_peaks(Path(ready.peaks)))
                self.spectrogram.open(ready.pcm)
            if ready.speech and ready.speech != self._speech:
                self._speech = ready.speech
                self.view.set_speech([(span.start, span.end) for span in read_spans(Path(ready.speech))])
        except (OSError, ValueError):  # a file of another version, or it went with the engine's process
            self.view.set_sound(None, self.tr("The waveform can't be read: open the film again."))


def retimed(times: tuple[Retimed, ...], label: str) -> Edit:
    """Return the edit that gives several cues other times, as one step."""

    def change(document: Document) -> Document:
        return reduce(lambda before, each: set_times(each.cue, each.start, each.end)(before), times, document)

    return Edit(label, change)

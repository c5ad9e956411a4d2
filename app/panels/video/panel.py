"""The picture of the film with the captions that stand at the playhead, and the bar to play it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.film import SOUND
from app.models.film_sound import FilmSound
from app.panels.video.transport import Transport
from app.player import Player
from app.session import Session
from app.timeline import Timeline
from app.widgets.video import VOICES, Caption, Still, VideoView
from engine.subtitles.document import Cue, Document, VttCue, VttSettings

Shown = Literal["text", "translation", "both"]

_BARS = 90
_MOST_CAPTIONS = 4
_ALIGNED = {
    "start": Qt.AlignmentFlag.AlignLeft,
    "left": Qt.AlignmentFlag.AlignLeft,
    "end": Qt.AlignmentFlag.AlignRight,
    "right": Qt.AlignmentFlag.AlignRight,
}


class VideoPanel(QWidget):
    """Shows the picture as a player would, or a calm one where there is none. A click on it plays or stands still, a
    double click tells `full_screen_wanted`. `shown` is what of a cue stands on the picture."""

    full_screen_wanted = Signal()

    def __init__(self, session: Session, timeline: Timeline, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._timeline, self._player = session, timeline, player
        self._loudness: tuple[float, ...] = ()
        self.shown: Shown = "text"
        self._met: dict[str, None] = {}
        self._meet()
        self._path: Path | None = None
        self.view = VideoView(self)
        self.transport = Transport(session, player, self)
        self.setFocusProxy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.transport)
        player.show_on(self.view.sink)
        self.view.clicked.connect(self._on_clicked)
        self.view.double_clicked.connect(self._on_double_clicked)
        session.opened.connect(self._meet)
        session.changed.connect(self._on_changed)
        player.moved.connect(self._on_moved)
        player.duration_changed.connect(lambda _: self._on_moved(player.position))
        self.view.show_message(self.tr("No film is open"))
        self._on_moved(player.position)

    def set_sound(self, sound: FilmSound | None) -> None:
        """Show how loud a film is where it has no picture."""
        self._loudness = sound.loudness(_BARS) if sound else ()
        self._on_moved(self._player.position)

    def show_captions(self, shown: Shown) -> None:
        """Show the text on the picture, its translation, or both, the translation below."""
        self.shown = shown
        self._on_moved(self._player.position)

    def switch_safe_area(self) -> None:
        """Draw where captions stand, or no longer."""
        self.view.show_safe_area(not self.view.shows_safe_area)

    def save(self, settings: QSettings) -> None:
        """Remember what stands on the picture."""
        settings.setValue("video/captions", self.shown)
        settings.setValue("video/safe_area", int(self.view.shows_safe_area))

    def restore(self, settings: QSettings) -> None:
        """Take up what was remembered."""
        shown = settings.value("video/captions")
        if shown in get_args(Shown):
            self.show_captions(shown)
        self.view.show_safe_area(str(settings.value("video/safe_area", 0)) == "1")

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Write the keys of actions into the tooltips of the buttons that do the same."""
        self.transport.show_keys(keys)

    def _on_clicked(self) -> None:
        if self._player.path is not None:
            self._player.toggle()

    def _on_double_clicked(self) -> None:
        """Take back what the first of the two clicks did; from where it stood, without going back a little."""
        if self._player.path is not None:
            self._player.seek(self._player.position)
            self._player.toggle()
            self.full_screen_wanted.emit()

    def _on_changed(self, before: Document, after: Document) -> None:
        self._on_moved(self._player.position)

    def _on_moved(self, position: int) -> None:
        shown = self._timeline.times.at(position)[:_MOST_CAPTIONS]
        speakers = self._speakers_of(shown)
        self.transport.set_enabled_by_film(self._player.path is not None)
        self.view.set_captions([caption for cue in shown for caption in self._captions(cue, speakers)])
        self._show_picture(position)

    def _speakers_of(self, shown: Sequence[Cue]) -> tuple[str, ...]:
        """Return all speakers, those that the document names first, then the others as they came to speak."""
        self._met |= dict.fromkeys(cue.speaker for cue in shown if cue.speaker)
        return tuple(dict.fromkeys((*self._session.document.speakers, *self._met)))

    def _meet(self) -> None:
        """Look once through a document that was opened: its file may have speakers and no list of them."""
        self._met = dict.fromkeys(cue.speaker for cue in self._session.document.cues if cue.speaker)

    def _captions(self, cue: Cue, speakers: tuple[str, ...]) -> list[Caption]:
        """Return a cue's captions, that first which stands nearest to the edge; no empty one."""
        settings = cue.extra.settings if isinstance(cue.extra, VttCue) else VttSettings()
        top = stands_at_the_top(settings)
        colour, align = voice(cue.speaker, speakers), _ALIGNED.get(settings.align, Qt.AlignmentFlag.AlignHCenter)
        both = (cue.text, cue.translation) if top else (cue.translation, cue.text)
        texts = both if self.shown == "both" else (cue.translation if self.shown == "translation" else cue.text,)
        return [Caption(text, colour, top, align | Qt.AlignmentFlag.AlignAbsolute) for text in texts if text]

    def _show_picture(self, position: int) -> None:
        """Show the calm picture of a sound that has no other, or say that nothing is open."""
        path, duration = self._player.path, self._player.duration
        if path != self._path:
            self._path = path
            self.view.show_message("" if path else self.tr("No film is open"))
        if path is None:
            self.view.set_still(None)
            return
        if self._player.has_picture or not (duration or path.suffix.lower() in SOUND):
            self.view.set_still(None)
            return
        heard = round(_BARS * position / duration) / _BARS if duration else 0.0  # a bar at a time
        self.view.set_still(Still(path.name, self._loudness, heard))


def voice(speaker: str, speakers: tuple[str, ...]) -> str:
    """Return the colour of a speaker: white for one alone and for nobody, else by the place among all speakers."""
    if len(speakers) < 2 or speaker not in speakers:
        return VOICES[0]
    return VOICES[speakers.index(speaker) % len(VOICES)]


def stands_at_the_top(settings: VttSettings) -> bool:
    """Say whether WebVTT puts a cue into the upper half (W3C WebVTT, 3.1: lines count from the top, from 0)."""
    if settings.line is None:
        return False
    return 0 <= settings.line < 8 if settings.snap_to_lines else settings.line < 50

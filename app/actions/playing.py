"""The actions of the player."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.actions.table import Action
from app.player import RATES, Player
from app.preferences import Preferences
from app.session import Session

_LITTLE = 500  # ms
_LOUDER = 0.1


class PlayActions:
    """Plays, stands still and goes to places."""

    def __init__(
        self, session: Session, player: Player, preferences: Preferences, has_media: Callable[[], bool]
    ) -> None:
        self._session = session
        self._player = player
        self._preferences = preferences
        self._has_media = has_media

    def tr(self, text: str) -> str:
        """Return a text in the language of the window, as a QObject does."""
        return QCoreApplication.translate("PlayActions", text)

    def table(self) -> tuple[Action, ...]:
        """Return the actions, in the order of the menu."""
        player, there, cue = self._player, self._has_media, self._has_cue
        chosen = self._preferences
        return (
            Action("play.toggle", self.tr("&Play or pause"), player.toggle, "", "play", "play", there, repeats=False),
            Action(
                "play.hold",
                self.tr("Play while the key is &held"),
                self._play_on,
                self.tr("It stands still when the key is let go"),
                "",
                "play",
                there,
                released=player.pause,
                repeats=False,
            ),
            Action("play.pause", self.tr("Pa&use"), player.pause, "", "pause", "play", there),
            Action("play.cue", self.tr("Play this &cue"), self._play_cue, "", "play-cue", "play", cue, repeats=False),
            Action("play.loop", self.tr("&Loop this cue"), self._loop, "", "loop", "play", cue, self._loops),
            Action(
                "play.back", self.tr("&Back"), lambda: self._by(-chosen.settings.player.step), "", "", "jump", there
            ),
            Action(
                "play.forward",
                self.tr("&Forward"),
                lambda: self._by(chosen.settings.player.step),
                "",
                "",
                "jump",
                there,
            ),
            Action("play.back_little", self.tr("A little back"), lambda: self._by(-_LITTLE), "", "", "jump", there),
            Action(
                "play.forward_little", self.tr("A little forward"), lambda: self._by(_LITTLE), "", "", "jump", there
            ),
            Action(
                "play.back_much",
                self.tr("Far back"),
                lambda: self._by(-chosen.settings.player.stride),
                "",
                "seek-back",
                "jump",
                there,
            ),
            Action(
                "play.forward_much",
                self.tr("Far forward"),
                lambda: self._by(chosen.settings.player.stride),
                "",
                "seek-forward",
                "jump",
                there,
            ),
            Action("play.frame_back", self.tr("Frame back"), lambda: player.step(-1), "", "frame-back", "frame", there),
            Action(
                "play.frame_forward",
                self.tr("Frame forward"),
                lambda: player.step(1),
                "",
                "frame-forward",
                "frame",
                there,
            ),
            Action("play.to_previous", self.tr("To the start before"), lambda: self._to_edge(-1), group="go"),
            Action("play.to_next", self.tr("To the next start"), lambda: self._to_edge(1), group="go"),
            Action(
                "play.to_start", self.tr("To this cue's &start"), lambda: self._to(end=False), group="go", enabled=cue
            ),
            Action("play.to_end", self.tr("To this cue's &end"), lambda: self._to(end=True), group="go", enabled=cue),
            Action("play.slower", self.tr("Slo&wer"), lambda: self._speed(-1), group="speed", enabled=there),
            Action("play.faster", self.tr("F&aster"), lambda: self._speed(1), group="speed", enabled=there),
            Action(
                "play.usual_speed", self.tr("Usual speed"), lambda: player.set_rate(1.0), group="speed", enabled=there
            ),
            Action("play.louder", self.tr("Lou&der"), lambda: self._volume(_LOUDER), group="sound", enabled=there),
            Action("play.quieter", self.tr("&Quieter"), lambda: self._volume(-_LOUDER), group="sound", enabled=there),
        )

    def _has_cue(self) -> bool:
        return self._has_media() and self._session.current is not None

    def _by(self, distance: int) -> None:
        self._player.seek_by(distance)

    def _play_on(self) -> None:
        if not self._player.playing:
            self._player.play()

    def _play_cue(self) -> None:
        current = self._session.current
        if current is not None:
            self._player.play_stretch(current.start, current.end)

    def _loops(self) -> bool:
        stretch = self._player.stretch
        return stretch is not None and stretch.loops

    def _loop(self) -> None:
        current = self._session.current
        if self._loops():
            self._player.pause()
            self._player.seek(self._player.position)
        elif current is not None:
            self._player.play_stretch(current.start, current.end, loops=True)

    def _to_edge(self, direction: int) -> None:
        position = self._player.position
        starts = [cue.start for cue in self._session.document.cues]
        ahead = [start for start in starts if (start - position) * direction > 0]
        if ahead:
            self._player.seek(min(ahead, key=lambda start: abs(start - position)))

    def _to(self, *, end: bool) -> None:
        current = self._session.current
        if current is not None:
            self._player.seek(current.end if end else current.start)

    def _speed(self, direction: int) -> None:
        faster = [rate for rate in RATES if (rate - self._player.rate) * direction > 0]
        if faster:
            self._player.set_rate(faster[0] if direction > 0 else faster[-1])

    def _volume(self, louder: float) -> None:
        self._player.set_volume(min(max(self._player.volume + louder, 0.0), 1.0))

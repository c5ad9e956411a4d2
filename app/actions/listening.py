"""The actions of the engine: transcribe with the usual model, rest, go on, stop."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.actions.table import Action
from app.film import Film
from app.preferences import Preferences
from app.session import Session
from app.transcription import Broken, Order, Transcription
from app.widgets.messages import Choice, failure_with_choices
from engine.checkpoints.find import usual_model
from engine.errors import EngineError
from engine.paths import model_folders
from engine.subtitles.profiles import Profile


class ListenActions(QObject):
    """Starts and steers the transcription. `told` is what a status bar should say."""

    told = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        film: Film,
        transcription: Transcription,
        preferences: Preferences,
        profile: Callable[[], Profile],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._film = film
        self._transcription = transcription
        self._preferences = preferences
        self._profile = profile
        self._broken: Broken | None = None
        transcription.broke.connect(self._on_broke)
        transcription.finished.connect(self._on_finished)

    def table(self) -> tuple[Action, ...]:
        """Return the actions, in the order of the menu."""
        return (
            Action(
                "listen.transcribe",
                self.tr("&Transcribe"),
                self.transcribe,
                self.tr("Let the engine write down what is said"),
                "transcribe",
                "start",
                self._may_start,
            ),
            Action(
                "listen.pause",
                self.tr("&Pause the transcription"),
                self._pause,
                "",
                "pause",
                "steer",
                self._is_busy,
                lambda: self._transcription.state == "paused",
            ),
            Action(
                "listen.cancel", self.tr("&Stop the transcription"), self._cancel, "", "stop", "steer", self._is_busy
            ),
            Action(
                "listen.resume",
                self.tr("&Go on where it broke off"),
                self._go_on,
                group="steer",
                enabled=self._may_go_on,
            ),
        )

    def transcribe(self) -> None:
        """Transcribe the film that is open, with the model that was used last or is usual."""
        model = self.model()
        if self._film.path is None or model is None:
            return
        self._broken = None
        language = self._preferences.settings.hearing.language or None
        self._transcription.start(Order(str(self._film.path), str(model), self._profile(), language=language))

    def model(self) -> Path | None:
        """Return the model that would hear, None if there is none."""
        chosen = self._preferences.settings.hearing.model
        if chosen and Path(chosen).exists():
            return Path(chosen)
        try:
            return usual_model((*self._preferences.settings.model_folders, *model_folders()))
        except EngineError as error:
            self.told.emit(str(error))
            return None

    def _may_start(self) -> bool:
        return self._film.path is not None and self._transcription.state == "idle"

    def _is_busy(self) -> bool:
        return self._transcription.state in ("running", "paused")

    def _may_go_on(self) -> bool:
        return self._broken is not None and self._may_start()

    def _pause(self) -> None:
        if self._transcription.state == "paused":
            self._transcription.resume()
        else:
            self._transcription.pause()

    def _cancel(self) -> None:
        self._transcription.cancel()

    def _go_on(self) -> None:
        broken, self._broken = self._broken, None
        if broken is not None:
            self._transcription.resume_from(broken)

    def _on_finished(self, count: int) -> None:
        if count:
            self.told.emit(self.tr("%n cue(s) were written down.", "", count))
        else:
            self.told.emit(self.tr("No speech was found."))

    def _on_broke(self, broken: Broken) -> None:
        self._broken = broken
        answer = failure_with_choices(
            self._window,
            self.tr("Transcription"),
            self.tr("The transcription stopped at {0}. {1}").format(_clock(broken.reached), broken.message),
            (
                Choice("resume", self.tr("&Resume")),
                Choice("keep", self.tr("&Keep what is there"), "no"),
                Choice("discard", self.tr("&Discard it"), "destroy"),
            ),
            "resume",
        )
        if answer == "resume":
            self._go_on()
        elif answer == "discard":
            self._broken = None
            self._transcription.take_back()


def _clock(time: int) -> str:
    minutes, seconds = divmod(time // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"

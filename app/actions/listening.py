"""The actions of the engine: ask how to transcribe, start, rest, stop; resuming.py goes on with what broke off."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.actions.prospects import prospects
from app.actions.table import Action
from app.dialogs.model_choice.shelf import Prospects, Shelf
from app.dialogs.transcribe.dialog import ask
from app.dialogs.transcribe.values import Question, Wanted
from app.film import Film
from app.player import Player
from app.preferences import Preferences
from app.recovery import Recovery
from app.rehearing import Rehearing
from app.session import Session
from app.transcription import Order, Transcription
from app.translation import Translation
from app.work import Work
from engine.checkpoints.local import list_models
from engine.checkpoints.suitable import Job
from engine.errors import EngineError
from engine.paths import shown
from engine.subtitles.document import Media
from engine.subtitles.media import media_at
from engine.subtitles.profiles import Profile
from engine.subtitles.project.codec import Json
from engine.subtitles.rehearing import Stretch

_FACT = "transcription"  # by which vocabulary and prompt are kept beside the document


class ListenActions(QObject):
    """Starts and steers the transcription. `told` is what a status bar should say."""

    told = Signal(str)

    def __init__(
        self,
        window: QWidget,
        session: Session,
        player: Player,
        film: Film,
        transcription: Transcription,
        rehearing: Rehearing,
        translation: Translation,
        recovery: Recovery,
        preferences: Preferences,
        profile: Callable[[], Profile],
        marked: Callable[[], tuple[int, int] | None],
        prospects: Callable[[], Prospects] = prospects,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._player = player
        self._film = film
        self._transcription = transcription
        self._rehearing = rehearing
        self._translation = translation
        self._recovery = recovery
        self._preferences = preferences
        self._profile = profile
        self._marked = marked
        self._prospects = prospects
        transcription.finished.connect(self._on_finished)

    def table(self) -> tuple[Action, ...]:
        """Return the actions, in the order of the menu."""
        return (
            Action(
                "listen.transcribe",
                self.tr("&Transcribe..."),
                self.transcribe,
                self.tr("Let the engine write down what is said"),
                "transcribe",
                "start",
                self.may_start,
            ),
            Action(
                "listen.pause",
                self.tr("&Pause the engine"),
                self._pause,
                "",
                "pause",
                "steer",
                self._is_busy,
                lambda: self._working.state == "paused",
            ),
            Action("listen.cancel", self.tr("&Stop the engine"), self._cancel, "", "stop", "steer", self._is_busy),
        )

    def transcribe(self) -> None:
        """Ask how to transcribe the film that is open, and start."""
        if self._film.path is None:
            return
        answer = ask(self._window, self._question(self._film.path))
        if answer is not None:
            self._start(answer)

    def ask_again(self, stretches: tuple[Stretch, ...]) -> Order | None:
        """Ask how to hear stretches of the film that is open once more; None if it was left."""
        if self._film.path is None:
            return None
        asked = replace(self._question(self._film.path), again=tuple((each.start, each.end) for each in stretches))
        answer = ask(self._window, replace(asked, prompt=""))
        if answer is None:
            return None
        self._remember(answer, {"vocabulary": answer.vocabulary})
        return self._order(answer, 0, None)

    def _question(self, film: Path) -> Question:
        known = self._recovery.fact(_FACT)
        tracks = self._film.ready.tracks if self._film.ready else ()
        return Question(
            list_models(self._preferences.model_folders),
            shown(Path(film.name)),
            tracks[self._film.ready.track].channels if self._film.ready and tracks else 0,
            self._selection(),
            self._player.position,
            self._preferences.settings.hearing,
            str(known.get("vocabulary", "")),
            str(known.get("prompt", "")),
            length=self._film.duration,
            prospects=self._prospects(),
        )

    def start_as_usual(self) -> None:
        """Transcribe the film that is open as it was asked for last, without a question."""
        model = self.model()
        if self._film.path is not None and model is not None:
            self._start(Wanted(replace(self._preferences.settings.hearing, model=str(model))))

    def _start(self, wanted: Wanted) -> None:
        self._remember(wanted, {"vocabulary": wanted.vocabulary, "prompt": wanted.prompt})
        self._transcription.start(self._order(wanted, *self._stretch(wanted)))

    def _remember(self, wanted: Wanted, facts: dict[str, Json]) -> None:
        self._preferences.change(replace(self._preferences.with_models(wanted.folders), hearing=wanted.hearing))
        self._recovery.remember({_FACT: {**self._recovery.fact(_FACT), **facts}})

    def _order(self, wanted: Wanted, start: int, end: int | None) -> Order:
        return Order(
            str(self._film.path),
            wanted.hearing.model,
            self._profile(),
            self._film.track,
            "each" if wanted.hearing.each_channel else "mix",
            wanted.hearing.task,
            wanted.hearing.language or None,
            start,
            end,
            wanted.prompt or None,
            wanted.wishes,
            film=_known_film(self._film.path),
        )

    def _stretch(self, wanted: Wanted) -> tuple[int, int | None]:
        match wanted.scope, self._selection():
            case "selection", (start, end):
                return start, end
            case "following", _:
                return self._player.position, None
        return 0, None

    def _selection(self) -> tuple[int, int] | None:
        """Return the time that is marked on the waveform, else that of several selected cues."""
        marked = self._marked()
        if marked is not None:
            return marked
        chosen = set(self._session.selected)
        cues = [cue for cue in self._session.document.cues if cue.id in chosen] if len(chosen) > 1 else []
        return (min(cue.start for cue in cues), max(cue.end for cue in cues)) if cues else None

    def model(self) -> Path | None:
        """Return the model that would hear, None if there is none."""
        hearing = self._preferences.settings.hearing
        shelf = Shelf(list_models(self._preferences.model_folders), self._prospects())
        found = shelf.first(Job(hearing.task, hearing.language or None), hearing.model)
        return None if found is None else found.path

    @property
    def _working(self) -> Work:
        """What can be steered: no two of them work at once."""
        works: tuple[Work, ...] = (self._rehearing, self._translation)
        return next((work for work in works if work.state != "idle"), self._transcription)

    def may_start(self) -> bool:
        """Say whether there is a film, and the engine is free to hear it."""
        return self._film.path is not None and self._working.state == "idle"

    def _is_busy(self) -> bool:
        return self._working.state in ("running", "paused")

    def _pause(self) -> None:
        if self._working.state == "paused":
            self._working.resume()
        else:
            self._working.pause()

    def _cancel(self) -> None:
        self._working.cancel()

    def _on_finished(self, count: int) -> None:
        if count and self._transcription.impossible:
            text = self.tr("Cues written down: {0}, some with times that can't be: look at what was mended.")
            self.told.emit(text.format(count))
        elif self._transcription.stopped:
            self.told.emit(self.tr("Stopped. Cues written down: {0}.").format(count))
        elif count:
            self.told.emit(self.tr("Cues written down: {0}.").format(count))
        else:
            self.told.emit(self.tr("No speech was found."))


def _known_film(path: Path | None) -> Media | None:
    """Return how a film is known again; None where it can't be read: the engine will say why."""
    try:
        return None if path is None else media_at(path)
    except EngineError:
        return None

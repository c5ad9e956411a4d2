"""Going on with a transcription that has not come to its end, in this run or in an earlier one; what if it can't."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.actions.prospects import prospects
from app.actions.table import Action
from app.dialogs.model_choice.shelf import Prospects, Shelf
from app.dialogs.other_model import ask as ask_model
from app.film import Film
from app.kept_order import kept_order
from app.orders import Broken, Unfinished
from app.preferences import Preferences
from app.recovery import Recovery
from app.session import Session
from app.transcription import Transcription
from app.widgets.clock import short_clock
from app.widgets.messages import Choice, failure_with_choices
from engine.checkpoints.local import list_models
from engine.checkpoints.suitable import Job
from engine.errors import EngineError
from engine.paths import shown
from engine.subtitles.media import media_at
from engine.subtitles.profiles import Profile


class ResumeActions(QObject):
    """Offers to go on, and sees to it that film and model are there."""

    def __init__(
        self,
        window: QWidget,
        session: Session,
        film: Film,
        transcription: Transcription,
        recovery: Recovery,
        preferences: Preferences,
        profile: Callable[[], Profile],
        choose_film: Callable[[], object],
        is_free: Callable[[], bool],
        prospects: Callable[[], Prospects] = prospects,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._film = film
        self._transcription = transcription
        self._recovery = recovery
        self._preferences = preferences
        self._profile = profile
        self._choose_film = choose_film
        self._is_free = is_free
        self._prospects = prospects
        transcription.broke.connect(self._on_broke)
        session.opened.connect(self._take_up)

    def table(self) -> tuple[Action, ...]:
        """Return the action."""
        return (
            Action(
                "listen.resume",
                self.tr("&Go on where it broke off"),
                self.go_on,
                group="steer",
                enabled=self._may_go_on,
            ),
        )

    def go_on(self) -> None:
        """Hear the rest, with the film and the model that it was begun with, or with those that are chosen now."""
        left = self._transcription.unfinished
        if left is None or not self._may_go_on():
            return
        film = self._found_film(left)
        model = self._found_model(left) if film is not None else None
        if film is not None and model is not None:
            self._transcription.resume_from(replace(left, media=str(film), model=model), self._profile())

    def _may_go_on(self) -> bool:
        return self._transcription.unfinished is not None and self._transcription.state == "idle" and self._is_free()

    def _take_up(self) -> None:
        self._transcription.take_up(kept_order(self._recovery))

    def _found_film(self, left: Unfinished) -> Path | None:
        """Return the film that is open if it is the one that was heard; ask where it is not."""
        while (problem := self._problem_of_film(left)) is not None:
            sentence, may_go_on = problem
            choices = [
                Choice("choose", self.tr("&Choose the film...")),
                Choice("stay", self.tr("&Not now"), "no"),
            ]
            if may_go_on:
                choices.append(Choice("go on", self.tr("&Go on with it all the same"), "other"))
            title = self.tr("Transcription")
            answer = failure_with_choices(self._window, title, sentence, choices, "choose")
            if answer == "go on":
                break
            if answer != "choose":
                return None
            before = self._film.path
            self._choose_film()
            if self._film.path == before:
                return None
        return self._film.path

    def _problem_of_film(self, left: Unfinished) -> tuple[str, bool] | None:
        """Say why the film can't be heard as it is, and whether it could be all the same; None if all is well."""
        name, path = shown(Path(Path(left.media).name)), self._film.path
        if path is None:
            text = self.tr("{0}, which was being transcribed, is not there: connect its disk, or choose where it is.")
            return text.format(name), False
        try:
            found = media_at(path)
        except EngineError as error:
            return str(error), False
        known = left.film
        if known is None or (found.size, found.fingerprint) == (known.size, known.fingerprint):
            return None
        text = self.tr(
            "{0} is another film than the one that was heard up to {1}, or was changed since: times may not fit. "
            "Choose the film that was heard."
        )
        return text.format(shown(Path(path.name)), short_clock(left.reached)), True

    def _found_model(self, left: Unfinished) -> str | None:
        """Return the model that it was begun with; ask for another where it is gone."""
        if Path(left.model).exists():
            return left.model
        text = self.tr("The model {0} is not there any more: choose another one to go on with.")
        shelf = Shelf(list_models(self._preferences.model_folders), self._prospects())
        job = Job(left.task, left.language, word_times=True)
        chosen = ask_model(self._window, text.format(shown(Path(Path(left.model).name))), shelf, job)
        return None if chosen is None else str(chosen)

    def _on_broke(self, broken: Broken) -> None:
        # Not from the midst of what the engine tells: a question runs a loop of its own, in which more may be told.
        QTimer.singleShot(0, self, lambda: self._ask_after(broken))

    def _ask_after(self, broken: Broken) -> None:
        answer = failure_with_choices(
            self._window,
            self.tr("Transcription"),
            self.tr("The transcription stopped at {0}. {1}").format(short_clock(broken.reached), broken.message),
            (
                Choice("resume", self.tr("&Resume")),
                Choice("keep", self.tr("&Keep what is there"), "no"),
                Choice("discard", self.tr("&Discard it"), "destroy"),
            ),
            "resume",
        )
        if answer == "resume":
            self.go_on()
        elif answer == "discard":
            self._transcription.take_back()
            self._transcription.forget()

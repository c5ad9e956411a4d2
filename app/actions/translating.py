"""The action that translates the document's cues: it asks which, starts, and tells what came of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.actions.prospects import prospects
from app.actions.table import Action
from app.dialogs.model_choice.shelf import Prospects
from app.dialogs.translate.dialog import ask
from app.dialogs.translate.values import Question, Wanted, cues_of
from app.film import Film
from app.preferences import Preferences
from app.session import Session
from app.translation import Outcome, Translation, TranslationOrder, Unfinished
from app.widgets.messages import Choice, failure_with_choices
from engine.checkpoints.local import list_models
from engine.paths import shown
from engine.subtitles.profiles import Profile
from engine.subtitles.sentences import stretches


class TranslateActions(QObject):
    """Starts translations. `told` is what a status bar should say, `started` that translations are about to come.

    `may_start` says whether the engine is free.
    """

    told = Signal(str)
    started = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        film: Film,
        translation: Translation,
        preferences: Preferences,
        profile: Callable[[], Profile],
        may_start: Callable[[], bool],
        prospects: Callable[[], Prospects] = prospects,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._film = film
        self._translation = translation
        self._preferences = preferences
        self._profile = profile
        self._may_start = may_start
        self._prospects = prospects
        translation.finished.connect(self._on_finished)
        translation.broke.connect(self._on_broke)

    def table(self) -> tuple[Action, ...]:
        """Return the actions, in the order of the menu."""
        return (
            Action(
                "listen.translate",
                self.tr("Trans&late into English..."),
                self.ask_and_start,
                self.tr("Let the engine put what is said beside the cues in English"),
                "translate",
                "translate",
                self._may_translate,
            ),
        )

    def ask_and_start(self) -> None:
        """Ask which cues of the film that is open to translate, and start."""
        if self._film.path is None:
            return
        document = self._session.document
        answer = ask(
            self._window,
            Question(
                list_models(self._preferences.model_folders),
                cues_of(document.cues),
                self._session.selected,
                shown(Path(self._film.path.name)),
                self._preferences.settings.hearing.model,
                document.language,
                self._sound,
                self._prospects(),
            ),
        )
        if answer is not None:
            self._start(answer)

    def _start(self, wanted: Wanted) -> None:
        self._preferences.change(self._preferences.with_models(wanted.folders))
        self.started.emit()
        self._translation.start(
            TranslationOrder(
                str(self._film.path),
                wanted.model,
                wanted.cues,
                self._profile(),
                self._film.track,
                wanted.language or None,
            )
        )

    def _sound(self, cues: frozenset[int]) -> int:
        """Return how many ms are heard for cues, with the whole sentences around them."""
        document = self._session.document
        found = stretches(document.cues, cues, document.language, self._film.duration or None)
        return sum(each.end - each.start for each in found)

    def _may_translate(self) -> bool:
        return self._may_start() and bool(self._session.document.cues)

    def _on_finished(self, outcome: Outcome) -> None:
        if 2 * outcome.copied > outcome.translated:
            text = self.tr("The model wrote down what is said and translated nothing: undo, and choose another model.")
            self.told.emit(text)
        elif outcome.without:
            text = self.tr("Cues translated: {0}. Without a translation: {1}.")
            self.told.emit(text.format(outcome.translated, outcome.without))
        else:
            self.told.emit(self.tr("Cues translated: {0}.").format(outcome.translated))

    def _on_broke(self, unfinished: Unfinished) -> None:
        # Not from the midst of what the engine tells: a question runs a loop of its own, in which more may be told.
        QTimer.singleShot(0, self, lambda: self._ask_after(unfinished))

    def _ask_after(self, unfinished: Unfinished) -> None:
        answer = failure_with_choices(
            self._window,
            self.tr("Translation"),
            self.tr("The translation stopped. Cues that are left: {0}. {1}").format(
                len(unfinished.order.cues), unfinished.message
            ),
            (Choice("resume", self.tr("&Resume")), Choice("keep", self.tr("&Keep what is there"), "no")),
            "resume",
        )
        if answer == "resume":
            self._translation.resume_from(unfinished)

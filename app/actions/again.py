"""The actions of a second hearing: ask how, hear, and ask of each row whether the new cues replace the old ones."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.actions.listening import ListenActions
from app.actions.table import Action
from app.dialogs import heard_again
from app.film import Film
from app.player import Player
from app.rehearing import HeardAgain, Rehearing
from app.session import Session
from app.transcription import Order
from app.widgets.messages import Choice, failure_with_choices
from engine.subtitles.beside import reasons_to_keep, taken
from engine.subtitles.document import Document
from engine.subtitles.edits import take_heard
from engine.subtitles.rehearing import Stretch, marked_stretch, stretches


class AgainActions(QObject):
    """Keeps what was heard until somebody has decided on it. `told` is what a status bar should say, `waiting_changed`
    that something waits to be compared, or no longer does."""

    told = Signal(str)
    waiting_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        player: Player,
        film: Film,
        rehearing: Rehearing,
        listening: ListenActions,
        marked: Callable[[], tuple[int, int] | None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._player = player
        self._film = film
        self._rehearing = rehearing
        self._listening = listening
        self._marked = marked
        self._asked: tuple[Order, tuple[Stretch, ...]] | None = None
        self._began: tuple[Document, tuple[int, ...]] = (Document(), ())  # what was there and selected then
        self._waiting: HeardAgain | None = None
        rehearing.heard.connect(self._on_heard)
        rehearing.broke.connect(self._on_broke)
        rehearing.stopped.connect(lambda: self.told.emit(self.tr("Stopped: the cues stay as they are.")))
        session.opened.connect(self._forget)

    def table(self) -> tuple[Action, ...]:
        """Return the actions, in the order of the menu."""
        return (
            Action(
                "listen.again",
                self.tr("Transcribe &again..."),
                self.hear_again,
                self.tr("Hear the selected cues once more, and choose between the old texts and the new ones"),
                "",
                "again",
                self._may_start,
            ),
            Action(
                "listen.compare",
                self.tr("&Compare what was heard again..."),
                self.compare,
                self.tr("Choose between the old texts and the new ones"),
                "compare",
                "again",
                lambda: self._waiting is not None,
            ),
        )

    def hear_again(self) -> None:
        """Ask how to hear the selected cues, or the marked time, again, and begin."""
        found = self._stretches()
        if not found:
            self.told.emit(
                self.tr("There is nothing to hear: the selected cues have no length, or begin after the film.")
            )
            return
        order = self._listening.ask_again(found)
        if order is not None:
            self._start(order, found)

    def compare(self) -> None:
        """Show what was heard, and take what is chosen; a question that is left can be asked again."""
        self._compare(unasked=False)

    def _start(self, order: Order, found: tuple[Stretch, ...]) -> None:
        self._asked = order, found
        self._wait_with(None)
        self._began = (self._session.document, self._session.selected)
        self._rehearing.start(order, found)

    def _stretches(self) -> tuple[Stretch, ...]:
        """Return what to hear: the marked time where it holds a selected cue, or none is selected; else the cues."""
        cues, selected, duration = self._session.document.cues, self._session.selected, self._film.duration
        marked = self._marked()
        found = () if marked is None else marked_stretch(cues, *marked, duration)
        if found and (not selected or any(cue.id in selected for cue in found[0].cues)):
            return found
        return stretches(cues, selected, duration)

    def _may_start(self) -> bool:
        is_chosen = bool(self._session.selected) or self._marked() is not None
        return is_chosen and self._listening.may_start()

    def _compare(self, *, unasked: bool) -> None:
        heard = self._waiting
        if heard is None:
            return
        reasons = reasons_to_keep(heard.rows, heard.before, self._session.document)
        answer = heard_again.ask(
            self._window, heard_again.Asked(heard.rows, reasons, self._player.play_stretch, unasked=unasked)
        )
        if answer is None or heard is not self._waiting:
            return
        rows = taken(heard.rows, answer)
        if rows and not self._session.apply(take_heard(rows)):
            return
        self._wait_with(None)
        kept = sum(map(bool, reasons))
        text = (
            self.tr("Rows replaced: {0}.") if not kept else self.tr("Rows replaced: {0}. Changed meanwhile, kept: {1}.")
        )
        self.told.emit(text.format(len(rows), kept))

    def _on_heard(self, heard: HeardAgain) -> None:
        if not heard.count:
            self.told.emit(self.tr("Nothing was heard there: the cues stay as they are."))
            return
        self._wait_with(heard)
        if self._is_waited_for():
            # Not from the midst of what the engine tells: a question runs a loop of its own.
            QTimer.singleShot(0, self, lambda: self._compare(unasked=True))
        else:  # somebody works on: what they type must not answer a question
            self.told.emit(self.tr("Heard again: choose “Compare what was heard again” when you like."))

    def _is_waited_for(self) -> bool:
        """Say whether nobody did anything since the hearing began, and nothing else is asked."""
        document, selected = self._began
        is_same = document is self._session.document and selected == self._session.selected
        return is_same and QApplication.activeModalWidget() is None

    def _on_broke(self, message: str) -> None:
        QTimer.singleShot(0, self, lambda: self._ask_after(message))

    def _ask_after(self, message: str) -> None:
        answer = failure_with_choices(
            self._window,
            self.tr("Transcribe again"),
            self.tr("{0} The cues stay as they are.").format(message),
            (Choice("again", self.tr("&Try again")), Choice("leave", self.tr("&Leave it"), "no")),
            "again",
        )
        if answer == "again" and self._asked is not None and self._listening.may_start():
            self._start(*self._asked)

    def _forget(self) -> None:
        self._asked = None
        self._wait_with(None)

    def _wait_with(self, heard: HeardAgain | None) -> None:
        self._waiting = heard
        self.waiting_changed.emit()

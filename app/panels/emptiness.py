"""Tells, where the table of cues is empty, why it is and what can be done: one sentence for every state of the film."""

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from app.film import Film
from app.session import Session
from app.transcription import Broken, Transcription
from app.widgets.empty_note import EmptyNote
from engine.protocol import Progress

Remedy = Literal["", "file.open_media", "listen.transcribe", "listen.resume", "listen.pause"]


class Emptiness(QObject):
    """Shows a note over a view as long as the session has no cue. `wanted` tells the id of the action that helps."""

    wanted = Signal(str)

    def __init__(self, view: QAbstractScrollArea, session: Session, film: Film, transcription: Transcription) -> None:
        super().__init__(view)
        self._session, self._film, self._transcription = session, film, transcription
        self._keys: Mapping[str, str] = {}
        self._share = 0  # of the film's preparation, in percent
        self._failure = self._outcome = ""
        self._remedy: Remedy = ""
        self.note = EmptyNote(view)
        self.note.wanted.connect(lambda: self.wanted.emit(self._remedy))
        session.changed.connect(self._show)
        film.opened.connect(self._on_film)
        film.prepared.connect(self._show)
        film.progressed.connect(self._on_progress)
        film.failed.connect(self._on_failed)
        transcription.state_changed.connect(self._on_state)
        transcription.finished.connect(self._on_finished)
        transcription.broke.connect(self._on_broke)
        transcription.left.connect(self._show)
        self._show()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Name the keys of the actions, by their ids, as people read them."""
        self._keys = keys
        self._show()

    def _on_film(self) -> None:
        self._share, self._failure, self._outcome = 0, "", ""
        self._show()

    def _on_progress(self, progress: Progress) -> None:
        if progress.total:
            self._share = min(100 * progress.done // progress.total, 100)
            self._show()

    def _on_failed(self, message: str) -> None:
        self._failure = message
        self._show()

    def _on_state(self, state: str) -> None:
        if state == "running":
            self._outcome = ""
        self._show()

    def _on_finished(self, count: int) -> None:
        self._outcome = "" if count else "nothing"
        self._show()

    def _on_broke(self, broken: Broken) -> None:
        self._outcome = "broken"
        self._show()

    def _show(self, *_: object) -> None:
        if self._session.document.cues:
            self.note.hide()
            return
        sentence, self._remedy = self._told()
        self.note.tell(sentence, self._button())

    def _told(self) -> tuple[str, Remedy]:
        state = self._transcription.state
        if state != "idle":
            return self._told_of_work(state)
        if self._film.path is None:
            return self.tr("No film or sound is open yet."), "file.open_media"
        if self._failure:
            return self._failure, "file.open_media"
        ready = self._film.ready
        if ready is not None and not ready.tracks:
            return self.tr("This film has no sound: there is nothing to write down."), "file.open_media"
        if self._outcome == "broken" or self._transcription.unfinished is not None:
            return self.tr("The transcription broke off before the first cue."), "listen.resume"
        if self._outcome == "nothing":
            text = self.tr("No speech was found: choose the language or another model, and try again.")
            return text, "listen.transcribe"
        if self._film.preparing:
            text = self.tr("The film is being prepared, {0} %; it can be transcribed already.")
            return text.format(self._share), "listen.transcribe"
        return self.tr("The film is ready to be transcribed: Sotto writes down what is said."), "listen.transcribe"

    def _told_of_work(self, state: str) -> tuple[str, Remedy]:
        if state == "paused":
            return self.tr("The transcription rests."), "listen.pause"
        if state == "stopping":
            return self.tr("The transcription is being stopped..."), ""
        return self.tr("Listening: the first cues will be here soon."), ""

    def _button(self) -> str:
        texts: dict[Remedy, str] = {
            "": "",
            "file.open_media": self.tr("Open film or sound..."),
            "listen.transcribe": self.tr("Transcribe..."),
            "listen.resume": self.tr("Go on"),
            "listen.pause": self.tr("Go on"),
        }
        key = self._keys.get(self._remedy, "")
        return f"{texts[self._remedy]} ({key})" if key else texts[self._remedy]

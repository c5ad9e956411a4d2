"""A transcription: what the engine hears becomes cues of the session's document, as one step that undoes as a whole.

Cues are laid out as segments arrive and added once nothing that follows can change them any more, so that no text ever
moves under the hands of somebody who edits it. What was added stays, whatever becomes of the engine.
"""

import secrets
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.engine_process import EngineProcess
from app.heard import behind, is_possible, last_joint, mended
from app.look.engine_words import in_words
from app.orders import Broken, Order, Sound, Unfinished, request_for, rest_of, unfinished
from app.session import Session
from app.work import Work
from engine.errors import EditError
from engine.protocol import (
    Cancelled,
    Failed,
    Finished,
    LanguageDetected,
    Progress,
    SegmentFound,
)
from engine.subtitles.document import Cue
from engine.subtitles.edits import add_heard, delete, set_languages
from engine.subtitles.layout import lay_out
from engine.subtitles.profiles import Profile
from engine.transcript import Segment

__all__ = ["Broken", "Order", "Transcription", "Unfinished"]

_LONGEST_TAIL = 12  # segments that are held back at most


class Transcription(Work):
    """One transcription at a time.

    `heard` tells how many cues were added, `finished` how many there are in all, `broke` what went wrong,
    `language_detected` a code. `left` tells the Unfinished that an earlier run left in the
    document, or None. `noted` tells the Unfinished that lets it go on after a restart, None once there is none: before
    the cues that it knows come to the document, so that both can be written at once.
    """

    heard = Signal(int)
    finished = Signal(int)
    broke = Signal(object)
    language_detected = Signal(str)
    noted = Signal(object)
    left = Signal(object)

    def __init__(self, session: Session, film: Sound, engine: EngineProcess, parent: QObject | None = None) -> None:
        super().__init__(session, engine, parent)
        self._film = film
        self._label = ""  # by which the history knows the step
        self._order: Order | None = None
        self._tail: tuple[Segment, ...] = ()
        self._count = 0
        self._begun = False  # whether the history was given its step
        self._language = ""
        self.impossible = 0  # segments of the last one whose times could not be
        self.stopped = False  # whether somebody ended the last one
        self.reached = 0
        self._settled = 0  # up to where (ms) the document has what was heard
        self._window = 0  # where the window begins (ms) from which the rest comes
        self._known = 0  # up to where (ms) it was known before
        self._leaving = False
        self.unfinished: Unfinished | None = None
        engine.told.connect(self._on_told)
        engine.answering.connect(self.answering)
        session.opened.connect(self._on_opened)

    @property
    def order(self) -> Order | None:
        """What was asked for last."""
        return self._order

    def start(self, order: Order) -> None:
        """Hear anew, as a step of its own. Nothing happens while another transcription runs."""
        if self.state == "idle":
            self._label = f"heard-{secrets.token_hex(8)}"
            self._count, self._language = 0, order.language or ""
            self._settled = self._window = order.start
            self._known, self._begun = 0, False
            self._go(order, order)

    def take_up(self, left: Unfinished | None) -> None:
        """Say what an earlier run left unfinished of the document that was opened."""
        if self.state == "idle":
            self.unfinished = left
            self.left.emit(left)

    def resume_from(self, left: Unfinished, profile: Profile) -> None:
        """Go on with one that ended too early, also in an earlier run, in the same step."""
        if self.state == "idle":
            self._label, self._count, self._language = left.step, left.cues, left.spoken or left.language or ""
            self._settled = self._known = left.reached
            self._window, self._begun = left.window, self._is_known()  # a salvaged project has no steps
            self._go(left.order(profile), rest_of(left, profile, self._session.document.cues))

    def forget(self) -> None:
        """Let it be as it is: nothing is left to go on with."""
        if self.state == "idle":
            self._note(None)
            self.left.emit(None)
            self.state_changed.emit("idle")

    def leave(self) -> None:
        """End it so that it can go on later; what was heard stays."""
        self._leaving = True
        self.cancel()

    def take_back(self) -> None:
        """Undo what the last transcription brought, where nothing was done since."""
        past = self._session.history.past
        if self._label and past and past[-1].job == self._label:
            self._session.undo()
        else:
            ids = self._session.history.untouched(self._label) if self._is_known() else frozenset()
            if ids:
                self._session.apply(delete(ids))

    def let_go(self) -> None:
        """Take nothing more of what is told; it goes on when the document is opened again."""
        self._number = 0

    def close(self) -> None:
        """Let go, and end the engine's process."""
        self.let_go()
        self._engine.stop()

    def _go(self, order: Order, rest: Order) -> None:
        """Ask for `rest`, which is all or the end of `order`."""
        self._order, self._tail, self.impossible = order, (), 0
        self.reached = self._settled
        self._leaving = False
        self._note_settled()
        self._number = self._engine.next_job()
        self._become("running")
        self._engine.ask(request_for(rest, self._number, self._film))

    def _on_told(self, event: object) -> None:
        if not self._is_mine(event):
            return
        match event:
            case SegmentFound():
                self._take(event.segment)
            case Progress():
                self.progressed.emit(event)
            case LanguageDetected():
                self._take_language(event.language)
            case Cancelled() if self._leaving:
                self._become("idle")
                self.left.emit(self.unfinished)
            case Finished() | Cancelled():
                self._settle(self._tail_cues(), ())
                self._note(None)
                self.stopped = isinstance(event, Cancelled)
                self._become("idle")
                self.finished.emit(self._count)
            case Failed():
                self._settle(self._tail_cues(), ())
                self._become("idle")
                self.broke.emit(Broken(event.kind, event.message, self._settled))

    def _take(self, heard: Segment) -> None:
        segment = mended(heard, self._film.duration)
        if segment is not None and self._known:
            segment = behind(segment, self._known)
        if segment is None:
            return
        self.impossible += not is_possible(heard, self._film.duration)
        self._tail = (*self._tail, segment)
        self.reached = max(self.reached, segment.end)
        cues = self._tail_cues()
        begin = last_joint(self._tail, cues)
        if begin is not None:
            at, rest = begin
            self._settle(cues[:at], rest)
        elif len(self._tail) > _LONGEST_TAIL:
            self._settle(cues, ())

    def _take_language(self, language: str) -> None:
        self._language = language
        self.language_detected.emit(language)

    def _tail_cues(self) -> tuple[Cue, ...]:
        if not self._tail or self._order is None:
            return ()
        language = "en" if self._order.task == "translate" else self._language or self._tail[0].language
        return lay_out(self._tail, self._order.profile, language, self._film.duration or None)

    def _settle(self, cues: Sequence[Cue], rest: tuple[Segment, ...]) -> None:
        """Give cues to the document, which are the tail up to `rest`: nothing that follows changes them any more."""
        settled, self._tail = self._tail[: len(self._tail) - len(rest)], rest
        if not cues or not self._label:
            return
        reached = max(segment.end for segment in settled)
        if rest:  # where channels cross, rather twice than never
            reached = min(reached, rest[0].start)
        self._settled = max(self._settled, reached)
        self._window = min(segment.seek for segment in (settled[-1], *rest))
        self._note_settled(self._count + len(cues))
        try:
            if self._begun or self._is_known():
                self._session.revise(self._label, cues)
            else:
                self._begin(cues)
        except EditError as error:  # its step was undone for good: what it hears has no place
            self._label = ""
            self._session.refused.emit(in_words(str(error)))
            self.cancel()
            return
        self._begun = True
        self._count += len(cues)
        self.heard.emit(len(cues))

    def _is_known(self) -> bool:
        history = self._session.history
        steps = (*history.past, *history.future)
        return self._label in history.settled or any(step.job == self._label for step in steps)

    def _begin(self, cues: Sequence[Cue]) -> None:
        heard = add_heard(self._label, cues)
        document = self._session.document
        if self._language and not document.language and self._order and self._order.task == "transcribe":
            told = set_languages(self._language, document.translation_language)
            heard = replace(heard, change=lambda before: add_heard(self._label, cues)(told(before)))
        self._session.apply(heard)

    def _note_settled(self, count: int | None = None) -> None:
        if self._order is not None:
            cues = self._count if count is None else count
            self._note(unfinished(self._order, self._label, self._settled, self._window, cues, self._language))

    def _note(self, left: Unfinished | None) -> None:
        self.unfinished = left
        self.noted.emit(left)

    def _on_opened(self) -> None:
        """Another document is here: what is still heard belongs to the one before."""
        self.unfinished, self._tail = None, ()
        self.drop()

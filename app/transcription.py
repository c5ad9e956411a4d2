"""A transcription: what the engine hears becomes cues of the session's document, as one step that undoes as a whole.

Cues are laid out as segments arrive and added once nothing that follows can change them any more, so that no text ever
moves under the hands of somebody who edits it. What was added stays, whatever becomes of the engine.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.engine_process import EngineProcess
from app.film import Film
from app.heard import is_possible, last_joint, mended
from app.look.engine_words import in_words
from app.session import Session
from engine.abilities import Task
from engine.errors import EditError
from engine.protocol import (
    Cancelled,
    Failed,
    FailureKind,
    Finished,
    LanguageDetected,
    Progress,
    SegmentFound,
    Transcribe,
    Wishes,
)
from engine.subtitles.document import Cue
from engine.subtitles.edits import add_heard, delete, set_languages
from engine.subtitles.layout import lay_out
from engine.subtitles.profiles import Profile
from engine.transcript import Segment

State = Literal["idle", "running", "paused", "stopping"]
_LONGEST_TAIL = 12  # segments that are held back at most
_PROMPT = 200  # characters of what was heard last that help the model to go on


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be heard, and how; names and meaning are those of engine.protocol.Transcribe."""

    media: str
    model: str
    profile: Profile
    track: int | None = None
    channels: Literal["mix", "each"] = "mix"
    task: Task = "transcribe"
    language: str | None = None
    start: int = 0
    end: int | None = None
    prompt: str | None = None
    wishes: Wishes = field(default=Wishes())
    device: str | None = None
    threads: int = 0


@dataclass(frozen=True, slots=True)
class Broken:
    """A transcription that ended too early: its kind, one sentence with the remedy, and up to where it came (ms)."""

    kind: FailureKind
    message: str
    reached: int
    order: Order


class Transcription(QObject):
    """One transcription at a time. `state_changed` tells "idle", "running", "paused" or "stopping".

    `progressed` tells the engine's Progress, `heard` how many cues were added, `finished` how many there are in all,
    `broke` what went wrong, `language_detected` a code, `noted` the facts that let it go on after a restart.
    """

    state_changed = Signal(str)
    progressed = Signal(object)
    heard = Signal(int)
    finished = Signal(int)
    broke = Signal(object)
    language_detected = Signal(str)
    answering = Signal(bool)

    def __init__(self, session: Session, film: Film, engine: EngineProcess, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._film = film
        self._engine = engine
        self._number = 0
        self._label = ""  # by which the history knows the step
        self._order: Order | None = None
        self._tail: tuple[Segment, ...] = ()
        self._count = 0
        self._language = ""
        self.impossible = 0  # segments of the last one whose times could not be
        self.state: State = "idle"
        self.reached = 0
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
            self._count = 0
            self._go(order)

    def resume_from(self, broken: Broken) -> None:
        """Go on with one that ended too early, in the same step."""
        if self.state == "idle":
            prompt = "".join(cue.text for cue in self._session.document.cues[-3:])[-_PROMPT:]
            order = broken.order
            self._go(replace(order, start=max(order.start, broken.reached), prompt=order.prompt or prompt or None))

    def pause(self) -> None:
        """Let it rest."""
        if self.state == "running":
            self._engine.pause(self._number)
            self._become("paused")

    def resume(self) -> None:
        """Let it go on after a rest."""
        if self.state == "paused":
            self._engine.resume(self._number)
            self._become("running")

    def cancel(self) -> None:
        """End it; what was heard stays."""
        if self.state in ("running", "paused"):
            self._become("stopping")
            self._engine.cancel(self._number)

    def take_back(self) -> None:
        """Undo what the last transcription brought, where nothing was done since."""
        past = self._session.history.past
        if self._label and past and past[-1].job == self._label:
            self._session.undo()
        else:
            ids = self._session.history.untouched(self._label) if self._is_known() else frozenset()
            if ids:
                self._session.apply(delete(ids))

    def close(self) -> None:
        """End the engine's process."""
        self._engine.stop()

    def _go(self, order: Order) -> None:
        self._order, self._tail, self.reached, self.impossible = order, (), order.start, 0
        self._language = order.language or ""
        self._number = self._engine.next_job()
        self._become("running")
        self._engine.ask(request_for(order, self._number, self._film))

    def _on_told(self, event: object) -> None:
        if self.state == "idle" or getattr(event, "job", None) != self._number:
            return
        match event:
            case SegmentFound():
                self._take(event.segment)
            case Progress():
                self.progressed.emit(event)
            case LanguageDetected():
                self._take_language(event.language)
            case Finished():
                self._settle(self._tail_cues())
                self._become("idle")
                self.finished.emit(self._count)
            case Cancelled():
                self._settle(self._tail_cues())
                self._become("idle")
                self.finished.emit(self._count)
            case Failed():
                self._settle(self._tail_cues())
                self._become("idle")
                self._tell_broken(event.kind, event.message)

    def _take(self, heard: Segment) -> None:
        segment = mended(heard, self._film.duration)
        if segment is None:
            return
        self.impossible += not is_possible(heard, self._film.duration)
        self._tail = (*self._tail, segment)
        self.reached = max(self.reached, segment.end)
        cues = self._tail_cues()
        begin = last_joint(self._tail, cues)
        if begin is not None:
            at, rest = begin
            self._settle(cues[:at])
            self._tail = rest
        elif len(self._tail) > _LONGEST_TAIL:
            self._settle(cues)
            self._tail = ()

    def _take_language(self, language: str) -> None:
        self._language = language
        self.language_detected.emit(language)

    def _tail_cues(self) -> tuple[Cue, ...]:
        if not self._tail or self._order is None:
            return ()
        language = "en" if self._order.task == "translate" else self._language or self._tail[0].language
        return lay_out(self._tail, self._order.profile, language, self._film.duration or None)

    def _settle(self, cues: Sequence[Cue]) -> None:
        """Give cues to the document: nothing that follows changes them any more."""
        if not cues or not self._label:
            return
        try:
            if self._count or self._is_known():
                self._session.revise(self._label, cues)
            else:
                self._begin(cues)
        except EditError as error:  # its step was undone for good: what it hears has no place
            self._label = ""
            self._session.refused.emit(in_words(str(error)))
            self.cancel()
            return
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

    def _tell_broken(self, kind: FailureKind, message: str) -> None:
        if self._order is not None:
            self.broke.emit(Broken(kind, message, self.reached, self._order))

    def _on_opened(self) -> None:
        """Another document is here: what is still heard belongs to the one before."""
        if self.state != "idle":
            self._engine.cancel(self._number)
            self._tail, self._number = (), 0
            self._become("idle")

    def _become(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)


def request_for(order: Order, job: int, film: Film) -> Transcribe:
    """Return an order as the engine takes it, with the film's sound where it is there already."""
    is_ready = film.ready is not None and (order.track is None or order.track == film.ready.track)
    return Transcribe(
        job,
        order.media,
        order.model,
        film.sound if is_ready and order.channels == "mix" else "",
        order.track,
        order.channels,
        None,
        order.task,
        order.language,
        order.start,
        order.end,
        initial_prompt=order.prompt,
        wishes=order.wishes,
        device=order.device,
        threads=order.threads,
    )


def media_of(film: Film) -> str:
    """Return the name by which the engine finds the film that is open."""
    return str(film.path or Path())

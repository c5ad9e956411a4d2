"""A second hearing of stretches that have cues already: what is heard is laid beside them, and the document stays.

It borrows the engine process of the transcription, so that a model is loaded once, and works while that one rests.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.engine_process import EngineProcess
from app.film import Film
from app.heard import mended
from app.orders import Order, request_for
from app.session import Session
from app.work import Work
from engine.protocol import Cancelled, Failed, Finished, LanguageDetected, Progress, SegmentFound
from engine.subtitles.beside import Row, beside
from engine.subtitles.document import Cue, Document
from engine.subtitles.layout import lay_out
from engine.subtitles.old_times import in_old_times
from engine.subtitles.rehearing import Stretch
from engine.transcript import Segment


@dataclass(frozen=True, slots=True)
class HeardAgain:
    """Old and new cues beside each other, and the document as it was when the hearing began."""

    before: Document
    rows: tuple[Row, ...]

    @property
    def count(self) -> int:
        """How many cues were heard."""
        return sum(len(row.new) for row in self.rows)


class Rehearing(Work):
    """One at a time; when it is ended, what was heard is forgotten.

    `heard` tells a HeardAgain when all stretches are through, `broke` one sentence with the remedy, `stopped` that
    somebody ended it. Nothing of it is in the document then.
    """

    heard = Signal(object)
    broke = Signal(str)
    stopped = Signal()

    def __init__(self, session: Session, film: Film, engine: EngineProcess, parent: QObject | None = None) -> None:
        super().__init__(session, engine, parent)
        self._film = film
        self._order: Order | None = None
        self._before = Document()
        self._stretches: tuple[Stretch, ...] = ()
        self._done: list[Row] = []
        self._at = 0  # the stretch that is heard
        self._segments: list[Segment] = []
        self._language = ""
        engine.told.connect(self._on_told)
        engine.answering.connect(self._on_answering)
        session.opened.connect(self.drop)

    def start(self, order: Order, stretches: Sequence[Stretch]) -> None:
        """Hear stretches again, one after the other; start and end of the order don't count.

        Nothing happens while another one is heard.
        """
        if self.state == "idle" and stretches:
            self._order, self._stretches, self._before = order, tuple(stretches), self._session.document
            self._done, self._at = [], 0
            self._become("running")
            self._hear(order)

    def _hear(self, order: Order) -> None:
        stretch = self._stretches[self._at]
        self._segments, self._language = [], order.language or ""
        self._number = self._engine.next_job()
        self._engine.ask(request_for(replace(order, start=stretch.start, end=stretch.end), self._number, self._film))

    def _on_told(self, event: object) -> None:
        if self._order is None or not self._is_mine(event):
            return
        match event:
            case SegmentFound():
                self._take(event.segment, self._stretches[self._at])
            case LanguageDetected():
                self._language = event.language
            case Progress():
                self.progressed.emit(self._in_all(event))
            case Finished():
                self._go_on(self._order)
            case Cancelled():
                self._become("idle")
                self.stopped.emit()
            case Failed():
                self._become("idle")
                self.broke.emit(event.message)

    def _take(self, heard: Segment, stretch: Stretch) -> None:
        """Keep what was said in the stretch; the engine says nothing else, unless it lies."""
        if heard.start < stretch.end and heard.end > stretch.start:
            segment = mended(heard, stretch.end)
            self._segments += [segment] if segment is not None else []

    def _go_on(self, order: Order) -> None:
        """Lay the stretch that is through beside its old cues, and hear the next one, or tell."""
        stretch, is_stopping = self._stretches[self._at], self.state == "stopping"
        language = self._language_of(order)
        rows = beside(stretch.cues, self._laid_out(order, stretch, language))
        self._done += in_old_times(rows, order.profile, language)
        self._at += 1
        if self._at < len(self._stretches) and not is_stopping:
            self._hear(order)
            return
        self._become("idle")
        if is_stopping:
            self.stopped.emit()
        else:
            self.heard.emit(HeardAgain(self._before, tuple(self._done)))

    def _language_of(self, order: Order) -> str:
        spoken = self._language or (self._segments[0].language if self._segments else "")
        return "en" if order.task == "translate" else spoken

    def _laid_out(self, order: Order, stretch: Stretch, language: str) -> tuple[Cue, ...]:
        gap = int(order.profile.for_language(language).gap.value or 0)
        stood = max((cue.end for cue in stretch.cues), default=0)
        until = None if stretch.follows is None else max(stretch.follows - gap, stood)
        cues = lay_out(self._segments, order.profile, language, until)
        return tuple(replace(cue, start=min(max(cue.start, stretch.start), cue.end - 1)) for cue in cues)

    def _in_all(self, told: Progress) -> Progress:
        """Return how far all stretches are, from how far the one is that is heard."""
        if told.stage != "transcribe":
            return told
        lengths = [stretch.end - stretch.start for stretch in self._stretches]
        total = sum(lengths)
        done = min(sum(lengths[: self._at]) + told.done, total)
        time_left = round((total - done) / told.speed) if told.speed else None
        return replace(told, done=done, total=total, time_left=time_left)

    def _on_answering(self, answers: bool) -> None:
        if self.state != "idle":
            self.answering.emit(answers)

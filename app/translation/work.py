"""A translation: what is said of cues is heard again in English and comes beside them, as one step that undoes whole.

The engine hears a stretch of some sentences at a time, so that what arrived is whole, whatever becomes of the engine.
A person may edit meanwhile: each stretch is asked for as its cues are then, and comes to them as they are at its end.
"""

import secrets
from collections.abc import Collection, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.engine_process import EngineProcess
from app.film import Film
from app.heard import mended
from app.pace import Pace
from app.session import Session
from app.translation.values import Outcome, TranslationOrder, Unfinished
from app.work import Work
from engine.errors import EditError
from engine.protocol import Cancelled, Failed, Finished, Progress, SegmentFound, Transcribe
from engine.subtitles.document import Cue
from engine.subtitles.edits import Translated, add_translations, with_translations
from engine.subtitles.line_breaks import break_marked_text, shape_of
from engine.subtitles.marked import plain, squeeze
from engine.subtitles.sentences import Stretch, stretches
from engine.subtitles.translations import keeps_translation, lacks_translation
from engine.transcript import Segment

_INTO = "en"
_LAST_MOMENT = 20  # ms of a stretch; what begins there the model has put behind its end, where no cue is


class Translation(Work):
    """One translation at a time.

    `progressed` tells Progress over all stretches, `translated` how many cues got a translation just now, `finished`
    the Outcome, `broke` what went wrong.
    """

    translated = Signal(int)
    finished = Signal(object)
    broke = Signal(object)

    def __init__(self, session: Session, film: Film, engine: EngineProcess, parent: QObject | None = None) -> None:
        super().__init__(session, engine, parent)
        self._film = film
        self._label = ""  # by which the history knows the step
        self._order: TranslationOrder | None = None
        self._waiting: list[Stretch] = []
        self._stretch: Stretch | None = None  # the one that is heard
        self._segments: list[Segment] = []
        self._born = 0
        self._begun = False  # whether the step is in the history
        self._count = self._copied = 0
        self._pace = Pace(0)
        engine.told.connect(self._on_told)
        engine.answering.connect(self.answering)
        session.opened.connect(self.drop)

    def start(self, order: TranslationOrder) -> None:
        """Translate, as a step of its own. Nothing happens while another translation runs."""
        if self.state == "idle":
            self._label = f"translated-{secrets.token_hex(8)}"
            self._begun, self._count, self._copied = False, 0, 0
            self._go(order)

    def resume_from(self, unfinished: Unfinished) -> None:
        """Go on with one that ended too early, in the same step."""
        if self.state == "idle":
            self._go(unfinished.order)

    def _go(self, order: TranslationOrder) -> None:
        document = self._session.document
        self._order = order
        self._waiting = self._stretches(document.cues, order.cues, order)
        self._born = document.free_id
        self._pace = Pace(sum(each.end - each.start for each in self._waiting))
        self._become("running")
        self._ask_next()

    def _ask_next(self) -> None:
        """Have the next stretch heard in which a cue still waits for its translation, as its cues stand now."""
        assert self._order is not None
        while self._waiting:
            planned = self._waiting.pop(0)
            stretch = self._as_it_is(planned, self._order)
            if stretch is not None:
                self._stretch, self._segments = stretch, []
                self._ask(stretch, self._order)
                return
            self._pace = self._pace.without(planned.end - planned.start)
        self._finish()

    def _as_it_is(self, planned: Stretch, order: TranslationOrder) -> Stretch | None:
        """Return the stretch with its cues as they are now, None where none of them waits any more."""
        ids = {cue.id for cue in planned.cues}
        cues = [cue for cue in self._session.document.cues if cue.id in ids or self._came_into(planned, cue)]
        waiting = {cue.id for cue in cues if self._waits(cue, order)}
        if tuple(cues) == planned.cues and waiting:
            return planned
        anew = self._stretches(cues, waiting, order)
        self._waiting[:0] = anew[1:]
        return anew[0] if anew else None

    def _came_into(self, planned: Stretch, cue: Cue) -> bool:
        return cue.id >= self._born and planned.start <= cue.start < planned.end

    def _waits(self, cue: Cue, order: TranslationOrder) -> bool:
        if cue.id >= self._born:
            return lacks_translation(cue)
        return cue.id in order.cues and not keeps_translation(cue)

    def _stretches(self, cues: Iterable[Cue], wanted: Collection[int], order: TranslationOrder) -> list[Stretch]:
        language = self._session.document.language or order.language or ""
        return stretches(cues, wanted, language, self._film.duration or None)

    def _ask(self, stretch: Stretch, order: TranslationOrder) -> None:
        self._number = self._engine.next_job()
        ready = self._film.ready
        is_same = str(self._film.path) == order.media and ready is not None and order.track in (None, ready.track)
        self._engine.ask(
            Transcribe(
                self._number,
                order.media,
                order.model,
                self._film.sound if is_same else "",
                order.track,
                task="translate",
                language=order.language,
                start=stretch.start,
                end=stretch.end,
                word_timestamps=False,
                wishes=order.wishes,
                device=order.device,
                threads=order.threads,
            )
        )

    def _on_told(self, event: object) -> None:
        if not self._is_mine(event):
            return
        match event:
            case SegmentFound():
                self._take_segment(event.segment)
            case Progress():
                self._take_progress(event)
            case Finished():
                self._take_stretch()
            case Cancelled():
                self._finish()
            case Failed():
                left = self._left()
                self._end()
                self.broke.emit(Unfinished(event.kind, event.message, left))

    def _take_segment(self, heard: Segment) -> None:
        assert self._stretch is not None
        segment = mended(heard, self._film.duration)
        if segment is not None and segment.start < self._stretch.end - _LAST_MOMENT:
            self._segments.append(segment)

    def _take_progress(self, progress: Progress) -> None:
        assert self._stretch is not None
        self._pace = self._pace.following(progress, self._stretch.end - self._stretch.start)
        begins = progress.stage != "transcribe" and not self._pace.done
        self.progressed.emit(progress if begins else self._pace.told(self._number))

    def _take_stretch(self) -> None:
        """Give what was heard of a stretch to its cues, and go on with the next."""
        assert self._stretch is not None
        has_place = self._give(self._stretch)
        self._pace = self._pace.behind(self._stretch.end - self._stretch.start)
        if not has_place or self.state == "stopping":  # or it was asked to end in its last moment
            self._finish()
            return
        self._ask_next()
        if self.state == "paused":
            self._engine.pause(self._number)

    def _give(self, stretch: Stretch) -> bool:
        """Change the document; False if the step was undone for good and what is heard has no place."""
        assert self._order is not None
        before, heard = self._session.document.cues, self._translated(stretch, self._order)
        if not self._begun:
            self._session.apply(add_translations(self._label, heard))
            self._begun = any(step.job == self._label for step in self._session.history.past)
        else:
            try:
                self._session.amend(self._label, with_translations(heard))
            except EditError:
                self._session.refused.emit(
                    self.tr("The translation was undone, and what is still heard has no place: start it again")
                )
                return False
        got = [new for old, new in zip(before, self._session.document.cues, strict=True) if new is not old]
        self._count += sum(bool(cue.translation) for cue in got)
        self._copied += sum(_is_copied(cue) for cue in got)
        self.translated.emit(len(got))
        return True

    def _translated(self, stretch: Stretch, order: TranslationOrder) -> Translated:
        shape = shape_of(order.profile.for_language(_INTO))
        return Translated(
            stretch.cues,
            tuple(self._segments),
            order.cues,
            self._born,
            lambda text: break_marked_text(text, shape, _INTO),
        )

    def _left(self) -> TranslationOrder:
        assert self._order is not None
        waiting = [*([self._stretch] if self._stretch else []), *self._waiting]
        ids = {cue.id for each in waiting for cue in each.cues}
        return replace(self._order, cues=self._order.cues & ids)

    def _finish(self) -> None:
        assert self._order is not None
        asked = (cue for cue in self._session.document.cues if cue.id in self._order.cues)
        without = sum(map(lacks_translation, asked))
        self._end()
        self.finished.emit(Outcome(self._count, without, self._copied))

    def _end(self) -> None:
        self._waiting, self._stretch, self._segments = [], None, []
        super()._end()


def _is_copied(cue: Cue) -> bool:
    return bool(cue.translation) and squeeze(plain(cue.translation)) == squeeze(plain(cue.text))

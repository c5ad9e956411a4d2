"""The status bar: whether the work is on the disk, the encoding, the profile, the model, and what was told last."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QStatusBar

from app.recovery import Kept, Recovery
from app.rehearing import Rehearing
from app.session import Session
from app.transcription import Transcription
from app.translation import Translation
from app.widgets.numbers import fixed
from app.widgets.plain_label import NamedLabel
from engine.protocol import Progress

_TOLD = 15_000  # ms that what is told stays
_APART = 6  # dots beside each fact: without them they read as one sentence


class Status(QObject):
    """Fills a status bar."""

    def __init__(self, bar: QStatusBar, session: Session, recovery: Recovery, transcription: Transcription) -> None:
        super().__init__(bar)
        self._bar = bar
        self._recovery = recovery
        self._transcription = transcription
        self._stop_key = ""
        self.work = NamedLabel(self.tr("Transcription"), bar)
        self.kept = NamedLabel(self.tr("Saved"), bar)
        self.encoding = NamedLabel(self.tr("Encoding"), bar)
        self.profile = NamedLabel(self.tr("Profile"), bar)
        self.model = NamedLabel(self.tr("Model"), bar)
        for label in (self.work, self.kept, self.encoding, self.profile, self.model):
            label.setContentsMargins(_APART, 0, _APART, 0)
            bar.addPermanentWidget(label)
        recovery.kept_changed.connect(self._show_kept)
        transcription.progressed.connect(self._show_progress)
        transcription.state_changed.connect(self._show_state)
        transcription.answering.connect(self._show_answering)

    def watch(self, rehearing: Rehearing) -> None:
        """Show how far a second hearing is, too."""
        rehearing.progressed.connect(self._show_progress)
        rehearing.state_changed.connect(self._show_state)
        rehearing.answering.connect(self._show_answering)

    def watch_translation(self, translation: Translation) -> None:
        """Show how far a translation is, too."""
        translation.progressed.connect(self._show_progress)
        translation.state_changed.connect(self._show_translating)
        translation.answering.connect(lambda answers: self._show_translating_again(translation.state, answers))

    def say(self, text: str) -> None:
        """Tell something that needs no answer."""
        self._bar.showMessage(text, _TOLD)
        self._speak(text)

    def show_file(self) -> None:
        """Show what is known of the person's file."""
        self.encoding.setText(self._recovery.encoding)
        self._show_kept(self._recovery.kept)

    def show_profile(self, title: str) -> None:
        self.profile.setText(title)

    def show_stop_key(self, key: str) -> None:
        """Name the key that stops a transcription, as people read it."""
        self._stop_key = key

    def show_model(self, name: str) -> None:
        self.model.setText(name or self.tr("no model"))

    def _show_kept(self, kept: Kept) -> None:
        texts = {
            "untouched": "",
            "kept": self.tr("Saved {0}").format(kept.at),
            "failed": self.tr("\u26a0 Not saved since {0}: {1}").format(kept.at, kept.problem),
        }
        failed = kept.state == "failed" and texts["failed"] != self.kept.text()
        self.kept.setText(texts[kept.state])
        if failed:
            self._speak(self.kept.text())

    def _speak(self, text: str) -> None:
        """Let a screen reader say it: nobody looks at a bar whom it has to be read to."""
        if text and self._bar.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._bar, text))

    def _show_progress(self, progress: Progress) -> None:
        parts = []
        if progress.total:
            parts.append(self.tr("{0} %").format(min(100, 100 * progress.done // progress.total)))
        if progress.speed:
            parts.append(self.tr("{0}x").format(fixed(progress.speed, 1)))
        if progress.time_left is not None:
            parts.append(self.tr("{0} s left").format(progress.time_left // 1000))
        what = self.tr("Translating {0}") if progress.stage == "translate" else self.tr("Transcribing {0}")
        self.work.setText(what.format(", ".join(parts)))

    def _show_translating_again(self, state: str, answers: bool) -> None:
        if answers and state != "idle":
            self._show_translating(state)

    def _show_translating(self, state: str) -> None:
        texts = {
            "idle": "",
            "running": self.tr("Translating"),
            "paused": self.tr("Translation rests"),
            "stopping": self.tr("Stopping..."),
        }
        self._show_work(state, texts[state])

    def _show_state(self, state: str) -> None:
        texts = {
            "idle": "",
            "running": self.tr("Transcribing"),
            "paused": self.tr("Transcription rests"),
            "stopping": self.tr("Stopping..."),
        }
        self._show_work(state, texts[state])

    def _show_work(self, state: str, text: str) -> None:
        starts = state == "running" and not self.work.text()
        self.work.setText(text)
        if starts:
            self._speak(text)  # what follows is told by its job, up to the end, which is told here again

    def _show_answering(self, answers: bool) -> None:
        if answers:
            self._show_state(self._transcription.state)
        elif self._stop_key:
            self.work.setText(self.tr("The engine does not answer: wait, or stop it ({0})").format(self._stop_key))
        else:
            self.work.setText(self.tr("The engine does not answer: wait, or stop it"))

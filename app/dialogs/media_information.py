"""Media information: what is known of the film or sound that is open."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from app.look.language_names import language_name
from app.widgets.clock import clock
from app.widgets.facts import FactTable
from app.widgets.numbers import short
from app.widgets.question import Question
from engine.paths import shown
from engine.protocol import MediaReady, Picture, Track

_Button = QDialogButtonBox.StandardButton
_Role = QDialogButtonBox.ButtonRole


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """A file with its size in bytes, and what the engine found in it, None as long as it is still looking."""

    path: Path
    size: int
    ready: MediaReady | None = None


def show(parent: QWidget | None, facts: MediaFacts) -> None:
    """Show what is known, until it was read."""
    MediaInformation(facts, parent).exec()


class MediaInformation(Question):
    """One row a fact; all of them can be copied as text."""

    def __init__(self, facts: MediaFacts, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Media information"), parent, _Button.Close)
        self.table = FactTable(self.tr("What the file holds"), self._rows(facts))
        self.body.addWidget(self.table)
        copy = self.buttons.addButton(self.tr("&Copy"), _Role.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.table.text))
        self.table.setFocus()

    def _rows(self, facts: MediaFacts) -> list[tuple[str, str]]:
        rows = [
            (self.tr("File"), shown(Path(facts.path.name))),
            (self.tr("Folder"), shown(facts.path.parent)),
            (self.tr("Size"), QLocale().formattedDataSize(facts.size)),
        ]
        ready = facts.ready
        if ready is None:
            return [*rows, (self.tr("Contents"), self.tr("not known yet"))]
        rows += [(self.tr("Container"), ready.container), (self.tr("Duration"), clock(ready.duration))]
        if ready.missing:
            text = self.tr("{0} are declared but not in the file: it is damaged or incomplete")
            rows.append((self.tr("Missing"), text.format(clock(ready.missing))))
        rows.append((self.tr("Picture"), self._picture(ready.picture)))
        for track in ready.tracks:
            number = self.tr("Sound track {0}").format(track.index + 1)
            rows.append((number, self._track(track, used=track.index == ready.track)))
        if not ready.tracks:
            rows.append((self.tr("Sound"), self.tr("none: there is nothing to transcribe")))
        return rows

    def _picture(self, picture: Picture | None) -> str:
        if picture is None:
            return self.tr("none")
        size = f"{picture.codec}, {picture.width} × {picture.height}"
        if picture.frame_rate is None:
            return size
        return self.tr("{0}, {1} frames per second").format(size, short(picture.frame_rate))

    def _track(self, track: Track, *, used: bool) -> str:
        parts = [
            track.codec,
            self.tr("channels: {0}").format(track.channels),
            self.tr("{0} Hz").format(track.sample_rate),
            language_name(track.language or ""),
            f"“{track.title}”" if track.title else "",
            self.tr("begins at {0}").format(clock(track.start)) if track.start else "",
            self.tr("used") if used else "",
        ]
        return ", ".join(part for part in parts if part)

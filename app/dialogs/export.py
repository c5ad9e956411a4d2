"""Export: format, languages, encoding, frame rate; what the format can't keep is said before it is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFormLayout, QListWidget, QWidget

from app.look.engine_words import in_words
from app.widgets.choice_box import ChoiceBox
from app.widgets.choices import CheckWithReason, Choice, Choices
from app.widgets.plain_label import PlainLabel
from app.widgets.question import Question, WithReason
from engine.errors import EngineError
from engine.subtitles.bilingual import Languages, choose_languages
from engine.subtitles.document import Document
from engine.subtitles.encodings import ENCODINGS, encoded, is_free
from engine.subtitles.format_table import FILM, FORMATS, Format, WriteOptions
from engine.subtitles.formats import compose
from engine.subtitles.frames import find_rate, write_rate
from engine.subtitles.losses import Loss, losses

_RATES = ("23.976", "24", "25", "29.97", "30", "50", "59.94", "60")
_BIGGEST_TRIED = 20_000  # cues; a bigger document isn't written twice only to see what gets lost
_PATIENCE = 150  # ms after the last choice


@dataclass(frozen=True, slots=True)
class Export:
    """What is written: format by its suffix, languages, encoding, frames a second, and for text times and names."""

    suffix: str = ".srt"
    languages: Languages = "original"
    encoding: str = "utf-8"
    rate: Fraction = FILM
    times: bool = False
    speakers: bool = True

    @property
    def options(self) -> WriteOptions:
        return WriteOptions(self.rate, self.languages, self.times, self.speakers)

    def data(self, document: Document) -> tuple[bytes, tuple[Loss, ...]]:
        """Return the bytes of the file and what they don't hold. Raise EngineError saying why they can't be."""
        path = Path(f"export{self.suffix}")
        data, lost = compose(document, path, self.options)
        return encoded(data, self.encoding, path), lost


def ask(parent: QWidget | None, document: Document, last: Export) -> Export | None:
    """Ask how to export; `last` is what the question begins with."""
    dialog = ExportDialog(document, last, parent)
    return dialog.answer if dialog.exec() else None


class ExportDialog(Question):
    """Writes the document in mind after each choice, and tells what would be lost."""

    def __init__(self, document: Document, last: Export, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Export"), parent)
        self._document = document
        self.call_accept(self.tr("Export…"))
        self._make_boxes(last)
        self.languages = self._language_choices(last.languages)
        self.times = CheckWithReason(self.tr("Write &times"), last.times)
        self.speakers = CheckWithReason(self.tr("Write s&peakers"), last.speakers)
        self.lost = QListWidget()
        self.lost.setAccessibleName(self.tr("What this format does not keep"))
        self.lost.setWordWrap(True)
        self._lay_out()
        self._soon = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._soon.timeout.connect(self._try)
        for box in (self.format, self.encoding, self.rate):
            box.currentTextChanged.connect(self._look)
        for part in (self.times, self.speakers):
            part.toggled.connect(self._look)
        self.languages.chosen_changed.connect(self._look)
        self._look()
        self._try()

    def accept(self) -> None:
        """Accept what can be written, also where it was chosen a moment ago."""
        if self._soon.isActive():
            self._soon.stop()
            self._try()
        if not self.refused:
            super().accept()

    def _make_boxes(self, last: Export) -> None:
        self.format = ChoiceBox(self.tr("&Format:"))
        self.encoding = ChoiceBox(self.tr("Encoding"))
        self.rate = ChoiceBox(self.tr("Frames per second"))
        for suffix, title in _formats():
            self.format.addItem(title, suffix)
        self.format.setCurrentIndex(max(0, self.format.findData(last.suffix)))
        self.format.setMaxVisibleItems(24)
        for name, title in ENCODINGS:
            self.encoding.addItem(title, name)
        self.encoding.setCurrentIndex(max(0, self.encoding.findData(last.encoding)))
        self.rate.setEditable(True)
        self.rate.addItems(_RATES)
        self.rate.setCurrentText(write_rate(last.rate))
        self._encoding_field, self._rate_field = WithReason(self.encoding), WithReason(self.rate)

    @property
    def answer(self) -> Export:
        free, counted = is_free(self._path), self._counts_frames
        return Export(
            self.format.currentData(),
            self.languages.chosen,
            self.encoding.currentData() if free else "utf-8",
            (find_rate(self.rate.currentText()) if counted else None) or FILM,
            self.times.checked,
            self.speakers.box.isChecked() if self._is_text else True,
        )

    @property
    def _format(self) -> Format:
        return FORMATS[self.format.currentData()]

    @property
    def _path(self) -> Path:
        return Path(f"export{self.format.currentData()}")

    @property
    def _counts_frames(self) -> bool:
        return self._format.keeps.step is None and self._format.rate is None

    @property
    def _is_text(self) -> bool:
        return self._format.timed is not None

    def _language_choices(self, chosen: Languages) -> Choices[Languages]:
        translated = any(cue.translation for cue in self._document.cues)
        reason = "" if translated else self.tr("No cue is translated.")
        return Choices[Languages](
            self.tr("Text"),
            [
                Choice("original", self.tr("&Original")),
                Choice("translation", self.tr("T&ranslation"), reason),
                Choice("both", self.tr("&Both, the translation below the original"), reason),
            ],
            chosen,
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Format:"), self.format)
        form.addRow(self.tr("&Encoding:"), self._encoding_field)
        form.addRow(self.tr("Frames per &second:"), self._rate_field)
        self.body.addLayout(form)
        self.body.addWidget(self.languages)
        self.body.addWidget(self.times)
        self.body.addWidget(self.speakers)
        label = PlainLabel(self.tr("What this format does &not keep:"))
        label.setBuddy(self.lost)
        self.body.addWidget(label)
        self.body.addWidget(self.lost)
        line = self.fontMetrics().height()
        self.lost.setMinimumHeight(5 * line)
        self.lost.setMinimumWidth(60 * self.fontMetrics().averageCharWidth())

    def _look(self) -> None:
        """Show what can be chosen for the format."""
        name, counted, fixed = self._format.name, self._counts_frames, self._format.rate
        own = self.tr("{0} has an encoding of its own.")
        self._encoding_field.disable("" if is_free(self._path) else own.format(name))
        if fixed is not None:
            self._rate_field.disable(self.tr("{0} always has {1}.").format(name, write_rate(fixed)))
        else:
            self._rate_field.disable("" if counted else self.tr("{0} writes times, not frames.").format(name))
        for part in (self.times, self.speakers):
            part.setVisible(self._is_text)
            part.set_reason("" if self._is_text else name)
        if counted and find_rate(self.rate.currentText()) is None:
            self._soon.stop()
            self.refuse(self.tr("This is no frame rate: choose one, or write one such as 25 or 30000/1001."))
        else:
            self._soon.start()

    def _try(self) -> None:
        self.lost.clear()
        try:
            lost = self._losses()
        except EngineError as error:
            self.refuse(str(error).removeprefix(f"{self._path}: "))
            return
        self.refuse("" if self._document.cues else self.tr("There is no cue to export."))
        for loss in lost:
            text = in_words(loss.feature.value)
            self.lost.addItem(self.tr("{0} (cues: {1})").format(text, loss.cues) if loss.cues else text)
        if not lost:
            self.lost.addItem(self.tr("Nothing is lost."))

    def _losses(self) -> tuple[Loss, ...]:
        if len(self._document.cues) <= _BIGGEST_TRIED:
            return self.answer.data(self._document)[1]
        known, options = self._format, self.answer.options
        keeps = known.timed if known.timed is not None and options.times else known.keeps
        return losses(choose_languages(self._document, options.languages), keeps, known.rate or options.rate)


def _formats() -> Iterator[tuple[str, str]]:
    """Yield each format once, by its first suffix, with its name and all its suffixes."""
    seen: dict[int, list[str]] = {}
    for suffix, known in FORMATS.items():
        seen.setdefault(id(known), []).append(suffix)
    for suffixes in seen.values():
        yield suffixes[0], f"{FORMATS[suffixes[0]].name} ({', '.join(suffixes)})"

"""The editor of the current cue: its text and, beside it, its translation, its times, and what the profile says."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.player import Player
from app.session import Session
from app.widgets.choice_box import ChoiceBox
from app.widgets.named_fields import NamedFields
from app.widgets.numbers import fixed, short
from app.widgets.plain_label import PlainLabel
from app.widgets.text_field import TextField
from app.widgets.time_field import TimeField
from engine.subtitles.counting import characters, plain_characters
from engine.subtitles.document import Cue, Document
from engine.subtitles.doubt import is_doubtful, places
from engine.subtitles.edits import set_end, set_speaker, set_start, set_text, set_times, set_translation
from engine.subtitles.markup import plain_text
from engine.subtitles.profiles import Profile
from engine.subtitles.translations import is_untranslated
from engine.transcript import Word

_APART = 12  # pixels between two counts


class CueEditor(QWidget):
    """Shows the session's current cue and changes it as it is typed."""

    def __init__(self, session: Session, player: Player, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._player = player
        self._profile = profile
        self._cue: Cue | None = None
        self._places: list[tuple[Word, int, int]] = []
        self._said: int | None = None  # the place of the word under the playhead
        self._build()
        session.changed.connect(self._on_changed)
        session.selection_changed.connect(self._show)
        player.moved.connect(self._on_moved)
        self._show()

    def set_profile(self, profile: Profile) -> None:
        """Count by another profile."""
        self._profile = profile
        self._count()

    def cursor_in_text(self) -> int:
        """Return where in the cue's text the cursor is, in characters."""
        return self.text.characters_before(self.text.textCursor().position())

    def selection_in_text(self) -> tuple[int, int] | None:
        """Return begin and end of what is selected in the cue's text, None if nothing is."""
        cursor = self.text.textCursor()
        if not cursor.hasSelection():
            return None
        return self.text.characters_before(cursor.selectionStart()), self.text.characters_before(cursor.selectionEnd())

    def focus_text(self) -> None:
        """Let typing go into the text."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_range(self, field: Literal["text", "translation"], begin: int, end: int) -> None:
        """Select a part of a field, counted in characters."""
        shown = self.text if field == "text" else self.translation
        shown.select(begin, end)

    def _build(self) -> None:
        self.start = TimeField(self.tr("Start"), self)
        self.end = TimeField(self.tr("End"), self)
        self.length = TimeField(self.tr("Length"), self)
        self.start.time_changed.connect(lambda time: self._cue and self._session.apply(set_start(self._cue.id, time)))
        self.end.time_changed.connect(lambda time: self._cue and self._session.apply(set_end(self._cue.id, time)))
        self.length.time_changed.connect(self._on_length)
        self.speaker = ChoiceBox(self.tr("Speaker"), self)
        name = QLineEdit()
        self.speaker.setLineEdit(name)
        self.speaker.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
        self.speaker.textActivated.connect(self._on_speaker)
        name.editingFinished.connect(lambda: self._on_speaker(self.speaker.currentText()))
        self.text = TextField(self.tr("Text"), self)
        self.translation = TextField(self.tr("Translation"), self)
        self.text.textChanged.connect(self._on_typed)
        self.translation.textChanged.connect(self._on_translated)
        for field in (self.text, self.translation):
            field.left.connect(self._session.seal)
        self.counted, self.counted_translation = _Counts(self), _Counts(self)
        self._lay_out()

    def _lay_out(self) -> None:
        body = QWidget(self)
        texts = QGridLayout(body)
        texts.setContentsMargins(0, 0, 0, 0)
        texts.addWidget(PlainLabel(self.tr("Text"), self), 0, 0)
        texts.addWidget(PlainLabel(self.tr("Translation"), self), 0, 1)
        texts.addWidget(self.text, 1, 0)
        texts.addWidget(self.translation, 1, 1)
        texts.addWidget(self.counted, 2, 0)
        texts.addWidget(self.counted_translation, 2, 1)
        texts.setColumnStretch(0, 1)
        texts.setColumnStretch(1, 1)
        fields = (
            (self.tr("&Start"), self.start),
            (self.tr("E&nd"), self.end),
            (self.tr("Len&gth"), self.length),
            (self.tr("Spea&ker"), self.speaker),
        )
        layout = QVBoxLayout(self)
        layout.addWidget(NamedFields(fields, body, self))

    def _on_changed(self, before: Document, after: Document) -> None:
        self._show()

    def _show(self) -> None:
        self._cue = cue = self._session.current
        for field in (self.text, self.translation, self.start, self.end, self.length, self.speaker):
            field.setEnabled(cue is not None)
        self.text.show_text(cue.text if cue else "")
        self.translation.show_text(cue.translation if cue else "")
        untranslated = cue is not None and is_untranslated(cue)
        self.translation.setPlaceholderText(self.tr("No translation") if untranslated else "")
        self.start.set_time(cue.start if cue else 0)
        self.end.set_time(cue.end if cue else 0)
        self.length.set_time(cue.end - cue.start if cue else 0)
        self._show_speaker(cue)
        self._places = places(cue) if cue else []
        self._said = None
        self._on_moved(self._player.position)
        self._mark()
        self._count()

    def _show_speaker(self, cue: Cue | None) -> None:
        self.speaker.blockSignals(True)
        self.speaker.clear()
        self.speaker.addItems(["", *self._session.document.speakers])
        self.speaker.setItemData(0, self.tr("Nobody"), Qt.ItemDataRole.AccessibleTextRole)
        self.speaker.setCurrentText(cue.speaker if cue else "")
        self.speaker.blockSignals(False)

    def _on_typed(self) -> None:
        text = self.text.text()
        if self._cue is not None and text != self._cue.text:
            self._session.apply(set_text(self._cue.id, text))

    def _on_translated(self) -> None:
        text = self.translation.text()
        if self._cue is not None and text != self._cue.translation:
            self._session.apply(set_translation(self._cue.id, text))

    def _on_length(self, length: int) -> None:
        if self._cue is not None:
            self._session.apply(set_times(self._cue.id, self._cue.start, self._cue.start + length))

    def _on_speaker(self, name: str) -> None:
        if self._cue is not None and name != self._cue.speaker:
            self._session.apply(set_speaker((self._cue.id,), name))

    def _on_moved(self, position: int) -> None:
        said = next(
            (
                begin
                for word, begin, _ in self._places
                if word.start is not None and word.end is not None and word.start <= position < word.end
            ),
            None,
        )
        if said != self._said:
            self._said = said
            self._mark()

    def _mark(self) -> None:
        """Underline doubtful words and mark the one that is being said."""
        marks = []
        for word, begin, end in self._places:
            if self._cue is not None and is_doubtful(self._cue, word):
                marks.append(self.text.mark(begin, end, _doubtful_format()))
            if begin == self._said:
                marks.append(self.text.mark(begin, end, _said_format(self.palette())))
        self.text.setExtraSelections(marks)

    def _count(self) -> None:
        cue = self._cue
        profile = self._profile.for_language(self._session.document.language)
        for label, text in (
            (self.counted, cue.text if cue else None),
            (self.counted_translation, cue.translation or None if cue else None),
        ):
            if cue is None or text is None:
                label.clear()
            else:
                label.show_counts(text, cue.end - cue.start, profile)


class _Counts(QWidget):
    """The length of each line and the speed beside what a profile allows; what is beyond has a mark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # counts widen no window
        self.lines, self.speed = PlainLabel("", self), PlainLabel("", self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_APART)
        for label in (self.lines, self.speed):
            label.setMinimumWidth(1)
            label.setToolTip(self.tr("Characters per line and per second, and how many the profile allows"))
            self._row.addWidget(label, int(label is self.speed))

    def clear(self) -> None:
        """Show no counts."""
        self.lines.clear()
        self.speed.clear()
        self._arrange()

    def show_counts(self, text: str, duration: int, profile: Profile) -> None:
        """Count a text that is shown for `duration` ms."""
        most, fastest = profile.characters_per_line.value, profile.characters_per_second.value
        lengths = [plain_characters(line) for line in plain_text(text).split("\n")]
        lines = " + ".join(f"{length}{_beyond(length, most)}" for length in lengths)
        speed = 1000 * characters(text, profile.counting) / duration if duration > 0 else 0.0
        self.lines.setText(self.tr("Per line: {count}").format(count=lines + _of(most)))
        self.speed.setText(
            self.tr("Per second: {speed}").format(speed=fixed(speed, 1) + _beyond(speed, fastest) + _of(fastest))
        )
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the two under each other where there is no room for both."""
        wanted = self.lines.sizeHint().width() + _APART + self.speed.sizeHint().width()
        directions = QBoxLayout.Direction
        narrow = wanted > self.width()
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._row.setSpacing(0 if narrow else _APART)


def _doubtful_format() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    look.setUnderlineColor(QColor(200, 120, 0))
    return look


def _said_format(palette: QPalette) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setBackground(palette.color(QPalette.ColorRole.Highlight))
    look.setForeground(palette.color(QPalette.ColorRole.HighlightedText))
    return look


def _beyond(value: float, most: float | None) -> str:
    return " \u25b2" if most is not None and value > most else ""


def _of(most: float | None) -> str:
    return "" if most is None else f" / {short(most)}"

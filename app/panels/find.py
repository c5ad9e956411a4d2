"""The bar that finds and replaces, with everything that it has to say in the bar itself."""

from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from app.look.buttons import IconButton
from app.look.engine_words import in_words
from app.session import Session
from app.widgets.flow import Flow
from app.widgets.plain_label import PlainLabel
from engine.errors import EditError
from engine.subtitles.document import Document
from engine.subtitles.edits import Edit
from engine.subtitles.search import (
    EVERY_FIELD,
    Field,
    Match,
    Query,
    find_all,
    find_next,
    find_previous,
    replace_all,
    replace_one,
)

_REST = 200  # ms after the last letter or change


class FindBar(QWidget):
    """Searches the session's document. `found` tells where, to show it; `closed` that nobody searches any more."""

    found = Signal(object)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._match: Match | None = None
        self._matches: tuple[Match, ...] = ()
        self._applying = False
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self._count)
        self._make_parts()
        self._lay_out()
        self._connect()
        self.show_replace(False)

    @property
    def query(self) -> Query:
        fields: tuple[Field, ...] = tuple(name for name in EVERY_FIELD if self.fields[name].isChecked())
        return Query(
            self.wanted.text(), fields, self.case.isChecked(), self.word.isChecked(), self.expression.isChecked()
        )

    @property
    def match(self) -> Match | None:
        """Where something was found last, None if nothing was."""
        return self._match

    def open(self, *, replaces: bool, text: str = "") -> None:
        """Show the bar, ready to type in; `text` is what to search for, "" leaves what was."""
        if text:
            self.wanted.setText(text)
        self.show_replace(replaces)
        self.show()
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()
        self._soon.start()

    def show_replace(self, shown: bool) -> None:
        """Show or hide the line for replacing."""
        for part in (self.replacement_label, self.replacement, self.replace, self.replace_all):
            part.setVisible(shown)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def find_next(self) -> None:
        """Go to the next match behind the last one, or behind the start of the current cue."""
        self._find("next")

    def find_previous(self) -> None:
        """Go to the match before."""
        self._find("previous")

    def replace_match(self) -> None:
        """Replace the match that was found last, and go to the next."""
        if self._match is None:
            self.find_next()
            return
        match, before = self._match, self._session.cue(self._match.cue)
        if self._apply_replacement(match):
            after = self._session.cue(match.cue)
            if before is not None and after is not None:
                grown = len(getattr(after, match.field)) - len(getattr(before, match.field))
                self._match = Match(match.cue, match.field, match.begin, match.end + grown)
            self.find_next()

    def replace_every(self) -> None:
        """Replace every match in the document, as one step."""
        try:
            count = len(find_all(self._session.document, self.query))
            edit = replace_all(self.query, self.replacement.text())
        except EditError as error:
            self._say(in_words(str(error)))
            return
        if self._apply(edit):
            self._say(self.tr("Replaced: {0}").format(count))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Be as high as the rows of options need at this width."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def _make_parts(self) -> None:
        self.wanted, self.replacement = QLineEdit(), QLineEdit()
        self.wanted.setClearButtonEnabled(True)
        self.label, self.replacement_label = PlainLabel(self.tr("Find:")), PlainLabel(self.tr("Replace:"))
        self.label.setBuddy(self.wanted)
        self.replacement_label.setBuddy(self.replacement)
        self.previous = IconButton("up", self.tr("Previous match"))
        self.next = IconButton("down", self.tr("Next match"))
        self.close_button = IconButton("close", self.tr("Close the bar"))
        self.case = QCheckBox(self.tr("Match case"))
        self.word = QCheckBox(self.tr("Whole word"))
        self.expression = QCheckBox(self.tr("Regular expression"))
        self.fields: dict[Field, QCheckBox] = {
            "text": QCheckBox(self.tr("Text")),
            "translation": QCheckBox(self.tr("Translation")),
            "speaker": QCheckBox(self.tr("Speaker")),
        }
        self.fields["text"].setChecked(True)
        self.replace = QPushButton(self.tr("Replace"))
        self.replace_all = QPushButton(self.tr("Replace all"))
        self.message = PlainLabel()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 4, 6, 4)
        steps, options, replacing = QHBoxLayout(), Flow(), Flow()
        steps.addWidget(self.previous)
        steps.addWidget(self.next)
        for box in (*self.fields.values(), self.case, self.word, self.expression):
            options.addWidget(box)
        replacing.addWidget(self.replace)
        replacing.addWidget(self.replace_all)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.wanted, 0, 1)
        grid.addLayout(steps, 0, 2)
        grid.addWidget(self.message, 0, 3)
        grid.addWidget(self.close_button, 0, 4)
        grid.addWidget(self.replacement_label, 1, 0)
        grid.addWidget(self.replacement, 1, 1)
        grid.addLayout(replacing, 1, 2, 1, 3)
        grid.addLayout(options, 2, 1, 1, 4)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 3)
        self.setFocusProxy(self.wanted)

    def _connect(self) -> None:
        self.wanted.textChanged.connect(self._on_query)
        for box in (*self.fields.values(), self.case, self.word, self.expression):
            box.toggled.connect(self._on_query)
        self.wanted.returnPressed.connect(self.find_next)
        self.replacement.returnPressed.connect(self.replace_match)
        self.previous.clicked.connect(self.find_previous)
        self.next.clicked.connect(self.find_next)
        self.replace.clicked.connect(self.replace_match)
        self.replace_all.clicked.connect(self.replace_every)
        self.close_button.clicked.connect(self.close_bar)
        self._session.changed.connect(self._on_changed)
        self._session.refused.connect(self._on_refused)
        self._enable()

    def _on_query(self) -> None:
        self._match = None
        self._enable()
        self._soon.start()

    def _on_changed(self, before: Document, after: Document) -> None:
        if self.isVisible():
            self._soon.start()

    def _enable(self) -> None:
        """Let search what can be found: some text, in some field."""
        possible = bool(self.wanted.text()) and any(box.isChecked() for box in self.fields.values())
        for part in (self.previous, self.next, self.replace, self.replace_all):
            part.setEnabled(possible)

    def _count(self) -> None:
        """Say how many matches there are, or what is wrong with what was typed."""
        self._matches = ()
        if not self.next.isEnabled():
            empty = self.tr("Choose where to search.") if self.wanted.text() else ""
            self._say(empty)
            return
        try:
            self._matches = find_all(self._session.document, self.query)
        except EditError as error:
            self._say(in_words(str(error)))
            return
        self._show_place()

    def _find(self, way: Literal["next", "previous"]) -> None:
        if not self.next.isEnabled():
            return
        search = find_next if way == "next" else find_previous
        try:
            match = search(self._session.document, self.query, self._match or self._cursor(way))
        except EditError as error:
            self._say(in_words(str(error)))
            return
        self._match = match
        if match is None:
            self._say(self.tr("Nothing found."))
            return
        self._session.select((match.cue,))
        self.found.emit(match)
        self._show_place()

    def _cursor(self, way: Literal["next", "previous"]) -> Match | None:
        current = self._session.current
        return None if current is None else Match(current.id, "text", 0, 0)

    def _show_place(self) -> None:
        count = len(self._matches)
        if self._match in self._matches:
            self._say(self.tr("{0} of {1}").format(self._matches.index(self._match) + 1, count))
        else:
            self._say(self.tr("Found: {0}").format(count) if count else self.tr("Nothing found."))

    def _apply_replacement(self, match: Match) -> bool:
        try:
            return self._apply(replace_one(self.query, match, self.replacement.text()))
        except EditError as error:
            self._say(in_words(str(error)))
            return False

    def _apply(self, edit: Edit) -> bool:
        self._applying = True
        try:
            return self._session.apply(edit)
        finally:
            self._applying = False

    def _on_refused(self, reason: str) -> None:
        if self._applying:
            self._say(reason)

    def _say(self, text: str) -> None:
        if text == self.message.text():
            return
        self.message.setText(text)
        if text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.message, text))

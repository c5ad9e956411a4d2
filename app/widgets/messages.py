"""The window's boxes: a question, an information, a failure, an input, a progress. Their text is plain text always.

Nothing else makes a QMessageBox, QInputDialog or QProgressDialog: these take text for HTML if it looks like it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.widgets.plain_label import PlainLabel, breakable, shortened

Value = TypeVar("Value")
Role = Literal["yes", "no", "destroy", "other"]

_LONGEST = 2_000  # characters of a message; what is longer belongs to its details
_ROLES: dict[Role, QMessageBox.ButtonRole] = {
    "yes": QMessageBox.ButtonRole.AcceptRole,
    "no": QMessageBox.ButtonRole.RejectRole,
    "destroy": QMessageBox.ButtonRole.DestructiveRole,
    "other": QMessageBox.ButtonRole.ActionRole,
}


@dataclass(frozen=True, slots=True)
class Choice(Generic[Value]):
    """A button: what choosing it means, what stands on it, and which kind of answer it is."""

    value: Value
    text: str
    role: Role = "yes"


def question(
    parent: QWidget | None, title: str, text: str, choices: Sequence[Choice[Value]], default: Value
) -> Value | None:
    """Ask, and return the value of the chosen button; `default` has the focus.

    Escape and closing the box choose the button whose role is "no"; without one they return None.
    """
    box = message_box(parent, QMessageBox.Icon.Question, title, text)
    return _answer(box, choices, default)


def information(parent: QWidget | None, title: str, text: str) -> None:
    """Tell something and wait until it was read."""
    box = message_box(parent, QMessageBox.Icon.Information, title, text)
    box.addButton(QMessageBox.StandardButton.Ok)
    box.exec()


def failure(parent: QWidget | None, title: str, text: str, details: str = "") -> None:
    """Tell what failed and what to do about it; `details` are behind a button of their own."""
    box = message_box(parent, QMessageBox.Icon.Warning, title, text, details)
    box.addButton(QMessageBox.StandardButton.Ok)
    box.exec()


def failure_with_choices(
    parent: QWidget | None, title: str, text: str, choices: Sequence[Choice[Value]], default: Value, details: str = ""
) -> Value | None:
    """Tell what failed and offer remedies as buttons; answers are as those of `question`."""
    return _answer(message_box(parent, QMessageBox.Icon.Warning, title, text, details), choices, default)


def message_box(
    parent: QWidget | None, icon: QMessageBox.Icon, title: str, text: str, details: str = ""
) -> QMessageBox:
    """Return a box without buttons, for those that want to show one without waiting."""
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(breakable(shortened(text, _LONGEST)))
    if details:
        box.setDetailedText(details)  # shown by a QTextEdit as plain text
    return box


def ask_text(parent: QWidget | None, title: str, label: str, text: str = "") -> str | None:
    """Ask for a line of text; None if it was cancelled."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    line = QLineEdit(text)
    caption = PlainLabel(label)
    caption.setWordWrap(True)
    caption.setBuddy(line)
    line.setAccessibleName(label)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    for part in (caption, line, buttons):
        layout.addWidget(part)
    line.selectAll()
    dialog.setMinimumWidth(line.fontMetrics().averageCharWidth() * 50)
    return line.text() if dialog.exec() == QDialog.DialogCode.Accepted else None


def progress(parent: QWidget | None, title: str, text: str, cancel: str, steps: int) -> QProgressDialog:
    """Return a modal progress of so many steps, 0 if nobody knows, that appears after half a second.

    `cancel` stands on its button. The caller sets its value and asks it for `wasCanceled`.
    """
    dialog = QProgressDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    label = PlainLabel(breakable(shortened(text, _LONGEST)))
    label.setWordWrap(True)
    dialog.setLabel(label)
    dialog.setCancelButtonText(cancel)
    dialog.setRange(0, steps)
    dialog.setMinimumDuration(500)
    return dialog


def _answer(box: QMessageBox, choices: Sequence[Choice[Value]], default: Value) -> Value | None:
    buttons: dict[QPushButton, Choice[Value]] = {}
    for choice in choices:
        button = box.addButton(choice.text, _ROLES[choice.role])
        buttons[button] = choice
        if choice.value == default:
            box.setDefaultButton(button)
        if choice.role == "no":
            box.setEscapeButton(button)
    box.exec()
    clicked = box.clickedButton()
    return next((choice.value for button, choice in buttons.items() if button is clicked), None)

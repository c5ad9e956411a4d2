"""Boxes show plain text and return the value of the button that was chosen."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.widgets.messages import (
    Choice,
    ask_text,
    failure,
    failure_with_choices,
    information,
    message_box,
    progress,
    question,
)

CHOICES = (Choice("keep", "Keep"), Choice("discard", "Discard", "destroy"), Choice("back", "Cancel", "no"))


def once_open(act: Callable[[QDialog], None]) -> None:
    """Do something with the box that opens next."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QDialog):
            act(box)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def press(qtbot: QtBot, text: str) -> Callable[[QDialog], None]:
    def act(box: QDialog) -> None:
        button = next(each for each in box.findChildren(QPushButton) if each.text().replace("&", "") == text)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return act


def test_a_question_returns_the_value_of_the_button(qtbot: QtBot) -> None:
    once_open(press(qtbot, "Discard"))
    assert question(None, "Recovered", "Keep what was recovered?", CHOICES, "keep") == "discard"


def test_enter_chooses_the_default(qtbot: QtBot) -> None:
    once_open(lambda box: qtbot.keyClick(box, Qt.Key.Key_Return))
    assert question(None, "Recovered", "Keep what was recovered?", CHOICES, "keep") == "keep"


def test_escape_chooses_the_button_that_says_no(qtbot: QtBot) -> None:
    once_open(lambda box: qtbot.keyClick(box, Qt.Key.Key_Escape))
    assert question(None, "Recovered", "Keep what was recovered?", CHOICES, "keep") == "back"


def test_a_failure_offers_remedies_and_details(qtbot: QtBot) -> None:
    def look(box: QDialog) -> None:
        assert isinstance(box, QMessageBox)
        assert box.detailedText() == "<b>rc -9</b>"
        press(qtbot, "Resume")(box)

    once_open(look)
    remedies = (Choice(1, "Resume"), Choice(2, "Stop", "no"))
    assert failure_with_choices(None, "Stopped", "It stopped at 12:34", remedies, 1, "<b>rc -9</b>") == 1


def test_text_that_looks_like_html_is_plain(qtbot: QtBot) -> None:
    box = message_box(None, QMessageBox.Icon.Warning, "Title", '<img src="file:///tmp/x.png"> failed')
    qtbot.addWidget(box)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert box.text() == '<img src="file:///tmp/x.png"> failed'


def test_information_and_failure_wait_until_they_were_read(qtbot: QtBot) -> None:
    once_open(press(qtbot, "OK"))
    information(None, "Done", "3 cues were mended")
    once_open(press(qtbot, "OK"))
    failure(None, "Not saved", "The disk is full: choose another place")


def test_a_line_of_text_is_asked_for(qtbot: QtBot) -> None:
    def type_it(box: QDialog) -> None:
        line = box.findChild(QLineEdit)
        assert isinstance(line, QLineEdit)
        assert line.accessibleName() == "New name of <i>Erik</i>"
        qtbot.keyClicks(line, "Sofia")
        press(qtbot, "OK")(box)

    once_open(type_it)
    assert ask_text(None, "Rename", "New name of <i>Erik</i>", "Erik") == "Sofia"
    once_open(press(qtbot, "Cancel"))
    assert ask_text(None, "Rename", "New name", "Erik") is None


def test_progress_has_a_plain_label_and_can_be_cancelled(qtbot: QtBot) -> None:
    dialog = progress(None, "Checking", "<b>film</b>.srt", "Stop", 10)
    qtbot.addWidget(dialog)
    assert isinstance(dialog, QProgressDialog)
    label = dialog.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText
    dialog.show()
    press(qtbot, "Stop")(dialog)
    assert dialog.wasCanceled()

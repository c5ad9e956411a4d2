"""Questions for files: what Qt says before them by itself is plain text, and the answers are paths."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLineEdit, QMessageBox, QPushButton

from app.widgets.file_questions import file_to_open, file_to_save, files_to_open, folder_to_open

MARKUP = "<b>bold.srt"


class Person:
    """Types a name into a question for files; `boxes` are the messages that came, each answered by `answer`."""

    def __init__(self, name: str, answer: str = "&Yes") -> None:
        self.name, self.answer = name, answer
        self.boxes: list[tuple[str, Qt.TextFormat]] = []
        self.lists: list[str] = []
        self._typed = False
        QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        QTimer.singleShot(20, self._look) if dialog is not None or not self._typed else None
        if isinstance(dialog, QMessageBox):
            self.boxes.append((dialog.text(), dialog.textFormat()))
            next(b for b in dialog.findChildren(QPushButton) if b.text() == self.answer).click()
        elif isinstance(dialog, QFileDialog) and not self._typed:
            self._typed = True
            self.lists = [box.view().accessibleName() for box in dialog.findChildren(QComboBox)]
            self._type(dialog)
        elif isinstance(dialog, QDialog):
            dialog.reject()

    def _type(self, dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(self.name)
        dialog.accept()


pytestmark = pytest.mark.usefixtures("qtbot")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / MARKUP).write_text("", "utf-8")
    return tmp_path


def test_that_a_file_would_be_replaced_is_asked_in_plain_text(folder: Path) -> None:
    person = Person(MARKUP)
    chosen, kind = file_to_save(None, "Save as", folder / "new.srt", "SubRip (*.srt)")
    assert (chosen, kind) == (folder / MARKUP, "SubRip (*.srt)")
    assert [(MARKUP in text, form) for text, form in person.boxes] == [(True, Qt.TextFormat.PlainText)]


def test_that_a_file_is_not_there_is_told_in_plain_text(folder: Path) -> None:
    person = Person("<b>none.srt", "OK")
    assert file_to_open(None, "Open", str(folder), "SubRip (*.srt)") is None
    assert [form for _, form in person.boxes] == [Qt.TextFormat.PlainText]


@pytest.mark.parametrize(
    ("ask", "name", "answer"),
    [
        (lambda folder: file_to_open(None, "Open", str(folder), ""), MARKUP, lambda folder: folder / MARKUP),
        (lambda folder: files_to_open(None, "Open", str(folder), ""), MARKUP, lambda folder: (folder / MARKUP,)),
        (lambda _: folder_to_open(None, "Folder"), "/", lambda _: Path("/")),
    ],
)
def test_the_answer_is_a_path(
    folder: Path, ask: Callable[[Path], object], name: str, answer: Callable[[Path], object]
) -> None:
    Person(name)
    assert ask(folder) == answer(folder)


def test_the_lists_of_its_boxes_have_names(folder: Path) -> None:
    person = Person("", "OK")
    assert file_to_open(None, "Open", str(folder), "SubRip (*.srt)") is None
    assert person.lists == ["Look in:", "Files of type:"]

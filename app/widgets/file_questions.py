"""Questions for files and folders: the desktop's own where it has one, else Qt's, whose messages are made plain text.

Qt asks by itself whether a file may be replaced, or says that there is none: in message boxes of its own, which would
take a file's name for HTML and open what it names.
"""

from pathlib import Path

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QMessageBox, QWidget

_Mode = QFileDialog.FileMode


def files_to_open(parent: QWidget | None, title: str, folder: str, kinds: str) -> tuple[Path, ...]:
    """Ask for files that are there; none if it was cancelled. `kinds` are Qt's: "Text (*.txt);;Sound (*.wav)"."""
    return _answer(_dialog(parent, title, _Mode.ExistingFiles, folder, kinds))


def file_to_open(parent: QWidget | None, title: str, folder: str, kinds: str) -> Path | None:
    """Ask for a file that is there, None if it was cancelled."""
    return next(iter(_answer(_dialog(parent, title, _Mode.ExistingFile, folder, kinds))), None)


def file_to_save(parent: QWidget | None, title: str, proposed: Path, kinds: str) -> tuple[Path | None, str]:
    """Ask for a name to save under, proposing one; return it, None if it was cancelled, and the chosen kind."""
    dialog = _dialog(parent, title, _Mode.AnyFile, str(proposed.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(proposed.name)
    chosen = next(iter(_answer(dialog)), None)
    return chosen, dialog.selectedNameFilter()


def folder_to_open(parent: QWidget | None, title: str) -> Path | None:
    """Ask for a folder, None if it was cancelled."""
    dialog = _dialog(parent, title, _Mode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_answer(dialog)), None)


class _PlainMessages(QObject):
    """Makes every message box that its parent opens show plain text, before it is laid out for the first time."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() is QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            box = event.child()
            if isinstance(box, QMessageBox):
                box.setTextFormat(Qt.TextFormat.PlainText)
        return False


def _dialog(
    parent: QWidget | None, title: str, mode: QFileDialog.FileMode, folder: str = "", kinds: str = ""
) -> QFileDialog:
    dialog = QFileDialog(parent, title, folder, kinds)
    dialog.setFileMode(mode)
    dialog.installEventFilter(_PlainMessages(dialog))
    for box in dialog.findChildren(QComboBox):
        labels = [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is box]
        box.view().setAccessibleName("".join(labels).replace("&", ""))
    return dialog


def _answer(dialog: QFileDialog) -> tuple[Path, ...]:
    try:
        return tuple(map(Path, dialog.selectedFiles())) if dialog.exec() == QFileDialog.DialogCode.Accepted else ()
    finally:
        dialog.deleteLater()

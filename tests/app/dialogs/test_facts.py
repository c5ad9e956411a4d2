"""What only tells: media information and About."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.dialogs.about import AboutDialog, Facts, installed_facts
from app.dialogs.media_information import MediaFacts, MediaInformation
from tests.support.dialogs import READY


def test_what_a_film_holds_is_told_in_rows_that_can_be_copied(qtbot: QtBot) -> None:
    dialog = MediaInformation(MediaFacts(Path("/films/a.mp4"), 2048, READY))
    qtbot.addWidget(dialog)
    dialog.show()
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "&Copy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().splitlines()[3:] == [
        "Container: mov,mp4",
        "Duration: 1:00:00,000",
        "Missing: 0:00:12,000 are declared but not in the file: it is damaged or incomplete",
        "Picture: h264, 1920 × 1080, 23.976 frames per second",
        "Sound track 1: aac, channels: 2, 48000 Hz, Norwegian, “Mix <b>”, used",
        "Sound track 2: aac, channels: 1, 48000 Hz, xx, begins at 0:00:01,480",
    ]


def test_a_film_of_which_nothing_is_known_yet_says_so(qtbot: QtBot) -> None:
    dialog = MediaInformation(MediaFacts(Path("/films/a.mp4"), 2048))
    qtbot.addWidget(dialog)
    assert dialog.table.text.splitlines()[-1] == "Contents: not known yet"


def test_about_names_version_licence_and_parts(qtbot: QtBot) -> None:
    dialog = AboutDialog(Facts("9.8", (("torch", "2.10"),)))
    qtbot.addWidget(dialog)
    assert dialog.table.text == "torch: 2.10"


def test_the_parts_that_are_installed_are_found_without_loading_them() -> None:
    names = [name for name, _ in installed_facts().parts]
    assert {"PySide6_Essentials", "torch", "pysrt"} <= set(names)

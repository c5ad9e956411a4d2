"""Export tells what a format can't keep, and lets nothing be chosen that can't be written."""

from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.dialogs.export import Export, ExportDialog
from engine.errors import EngineError
from engine.subtitles.document import Cue, Document
from tests.support.dialogs import DOCUMENT, TRANSLATED


def _dialog(qtbot: QtBot, document: Document = DOCUMENT, last: Export | None = None) -> ExportDialog:
    made = ExportDialog(document, last or Export())
    qtbot.addWidget(made)
    made.show()
    return made


def _choose(dialog: ExportDialog, qtbot: QtBot, suffix: str) -> None:
    dialog.format.setCurrentIndex(dialog.format.findData(suffix))
    qtbot.waitUntil(lambda: not dialog._soon.isActive())


def _told(dialog: ExportDialog) -> list[str]:
    return [dialog.lost.item(row).text() for row in range(dialog.lost.count())]


def test_what_the_format_does_not_keep_is_told(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert _told(dialog) == ["the language is left out"]
    _choose(dialog, qtbot, ".sbv")
    assert _told(dialog) == ["italic is left out (cues: 5)", "the language is left out"]
    _choose(dialog, qtbot, ".json")
    assert _told(dialog) == ["Nothing is lost."]


def test_without_a_translation_only_the_original_can_be_written(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, last=Export(languages="both"))
    assert dialog.answer.languages == "original"
    assert dialog.languages.button("both").accessibleDescription() == "No cue is translated."


def test_original_and_translation_stand_below_each_other(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, TRANSLATED)
    qtbot.keyClick(dialog.languages.button("both"), Qt.Key.Key_Space)
    data, _ = dialog.answer.data(TRANSLATED)
    assert data == b"1\n00:00:01,000 --> 00:00:02,000\nHei.\nHi.\n\n"


def test_only_formats_of_frames_ask_for_a_rate(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert not dialog.rate.isEnabled()
    assert dialog.rate.accessibleDescription() == "Frames per second: SubRip writes times, not frames."
    _choose(dialog, qtbot, ".sub")
    dialog.rate.setEditText("23.976")
    assert dialog.answer.rate == Fraction(24000, 1001)
    dialog.rate.setEditText("quick")
    assert dialog.refused == "This is no frame rate: choose one, or write one such as 25 or 30000/1001."
    _choose(dialog, qtbot, ".scc")
    assert dialog.rate.accessibleDescription() == "Frames per second: SCC always has 29.97."


def test_only_plain_text_asks_for_times_and_names(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot)
    assert not dialog.times.isVisible()
    _choose(dialog, qtbot, ".txt")
    qtbot.keyClick(dialog.times.box, Qt.Key.Key_Space)
    assert dialog.answer == Export(".txt", times=True)


def test_formats_with_an_encoding_of_their_own_offer_no_other(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, last=Export(".vtt", encoding="cp1252"))
    assert dialog.encoding.accessibleDescription() == "Encoding: WebVTT has an encoding of its own."
    assert dialog.answer.encoding == "utf-8"


def test_an_encoding_that_lacks_characters_is_refused_with_the_remedy(qtbot: QtBot) -> None:
    document = Document((Cue(1, 0, 1000, "Привет, Åse"),))
    dialog = _dialog(qtbot, document, Export(encoding="cp1252"))
    assert dialog.refused == "6 characters are not in Western European (Windows-1252): use UTF-8"
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("utf-8-sig"))
    qtbot.waitUntil(lambda: not dialog._soon.isActive())
    assert not dialog.refused
    assert dialog.answer.data(document)[0].startswith(b"\xef\xbb\xbf1\n")


def test_the_bytes_are_of_the_encoding_that_was_chosen() -> None:
    document = Document((Cue(1, 0, 1000, "Åse"),))
    assert b"\xc5se" in Export(encoding="cp1252").data(document)[0]
    with pytest.raises(EngineError, match="1 character is not in"):
        Export(encoding="cp1251").data(document)


def test_a_document_without_cues_is_not_exported(qtbot: QtBot) -> None:
    assert _dialog(qtbot, Document()).refused == "There is no cue to export."


def test_enter_right_after_a_choice_is_not_quicker_than_the_check(qtbot: QtBot) -> None:
    document = Document((Cue(1, 0, 1000, "ж"),))
    dialog = _dialog(qtbot, document)
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("cp1252"))
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.refused == "1 character is not in Western European (Windows-1252): use UTF-8"
